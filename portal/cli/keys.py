"""The keys that seal secrets in the database."""

import click
from flask.cli import AppGroup

from portal.db.sealed import renew_all

keys = AppGroup("keys", help="The keys that seal secrets in the database (PORTAL_ENCRYPTION_KEYS).")


@keys.command()
def rotate() -> None:
    """Seal everything anew under the newest key, while the portal is in use.

    First put the new key in front of the old ones and restart; then run this; then take the old ones away.
    """
    done, lost = renew_all()
    click.echo(f"{done:,} secrets are sealed with the newest key.")
    if lost:
        raise click.ClickException(f"{lost:,} are left as they were, because none of the keys opens them.")
