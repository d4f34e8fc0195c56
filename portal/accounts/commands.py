"""Commands for council people: the first administrator, and whoever has lost the telephone with their app."""

import click
from flask.cli import AppGroup

from portal.accounts import council, second_factor
from portal.accounts.queries import by_email
from portal.kit.addresses import normal_email
from portal.kit.errors import Refusal
from portal.permissions import BY_CODE, COUNCIL_ROLES, PORTAL

people = AppGroup("people", help="Council people: their roles and their authenticator apps.")

ROLES = click.Choice(sorted(role.code for role in COUNCIL_ROLES))


@people.command("give")
@click.argument("email")
@click.argument("role", type=ROLES)
def give(email: str, role: str) -> None:
    """Give whoever has the address EMAIL a council role; so a new council gets its first administrator."""
    address = normal_email(email)
    if address is None:
        raise click.ClickException(f"{email} is no e-mail address. Expected: name@example.org.")
    council.give_role(address, BY_CODE[role], by=PORTAL)
    click.echo(f"{address} holds the role “{BY_CODE[role].value.title}” now.")


@people.command("reset")
@click.argument("email")
def reset(email: str) -> None:
    """Forget the authenticator app of EMAIL, so that they set up another when they next sign in."""
    person = by_email(email.strip().lower())
    try:
        if person is not None:
            second_factor.reset(person, by=PORTAL)
    except Refusal:
        person = None
    if person is None:
        raise click.ClickException(f"Nobody with the address {email} has an authenticator app.")
    click.echo(f"The authenticator app of {person.email} is forgotten, and their sign-ins have ended.")
