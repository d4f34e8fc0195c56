"""The two commands: make a backup, and put one back."""

import datetime as dt
import time
from pathlib import Path

import click
from flask.cli import with_appcontext

from portal.backups import archive, making, restoring
from portal.backups.restoring import Restored
from portal.backups.rules import Manifest, Refused
from portal.db.session import db
from portal.kit.dates import in_london


@click.command()
@click.argument("to", type=click.Path(path_type=Path))
@with_appcontext
def backup(to: Path) -> None:
    """Copy the database and every file to one archive, while the portal is in use.

    TO is the archive's name, or a folder to put it in. The settings and keys of /etc or the environment are not in it.
    """
    began = time.monotonic()
    try:
        path, manifest = making.make(to)
    except Refused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{path} is whole: {manifest}. It took {time.monotonic() - began:.1f} seconds.")
    if manifest.lost:
        raise click.ClickException(
            f"The database names {len(manifest.lost):,} files that are gone from the store or are not what they were,"
            f" and so it is in the backup. Their references: {', '.join(manifest.lost[:10])}"
        )


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only look whether the archive is whole. This asks no database.")
@click.option("--moved", is_flag=True, help="The portal was stopped before the backup: letters and sign-ins go on.")
@with_appcontext
def restore(source: Path, check: bool, moved: bool) -> None:
    """Put a backup back on an empty machine: empty database, no files. FROM is looked at whole before anything else."""
    try:
        if check:
            manifest = archive.check(source)
            click.echo(f"{source} is whole: {manifest}. It is of {moment(manifest)}, version {manifest.version}.")
            return
        restored = restoring.put_back(source, moved=moved)
    except Refused as error:
        raise click.ClickException(str(error)) from error
    for line in told(restored):
        click.echo(line)
    if restored.sealed:
        raise click.ClickException(
            f"{restored.sealed:,} secrets, such as people’s authenticator apps, were sealed with a key that is not in"
            " PORTAL_ENCRYPTION_KEYS. Put the key of then behind the newest one, with a comma between."
        )


def moment(manifest: Manifest) -> str:
    """When a backup was made, as people write it: 26 November 2026 at 21:15."""
    return f"{in_london(dt.datetime.fromisoformat(manifest.made_at)):%-d %B %Y at %H:%M}"


def told(restored: Restored) -> list[str]:
    """What was done, and what comes next."""
    manifest, laid = restored.manifest, restored.laid
    lines = [f"All of {moment(manifest)} is there again, and was counted and compared: {manifest}."]
    if laid.letters:
        lines.append(
            f"E-mails that waited then: {laid.letters:,}. They may have gone since and are set aside: see “Outbox”."
        )
    if laid.sign_ins:
        lines.append(f"Sign-ins that are ended: {laid.sign_ins:,}. Everybody signs in anew.")
    if restored.is_older:
        lines.append(f"The backup is of an earlier version ({manifest.version}). Next: flask db upgrade")
    if db.engine.dialect.name == "postgresql":
        lines.append("Next, as whoever owns the tables: flask rights ROLE, with the role that the portal has.")
    return lines


ALL = (backup, restore)
