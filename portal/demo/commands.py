"""Commands of the demonstration: load its town, say who is who, and give anybody a link to sign in with."""

import json
import time

import click
from flask.cli import AppGroup

from portal.accounts import actions as accounts
from portal.accounts import queries as people
from portal.demo.apps import code_now
from portal.demo.build import build, is_built
from portal.demo.cast import CAST
from portal.demo.words import here
from portal.places import tables
from portal.programme import vocabulary

demo = AppGroup("demo", help="The demonstration: an invented town, its people and their applications.")


@demo.command()
def load() -> None:
    """Load the demonstration town into an empty database; once it is there, do nothing."""
    if is_built():
        return
    started = time.monotonic()
    try:
        counts = build()
    except (vocabulary.Faults, tables.Faults) as faults:
        raise click.ClickException(f"PORTAL_DEMO_COUNCIL: {here()} cannot be loaded.\n{faults}") from faults
    done = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    click.echo(f"The demonstration town is there: {done}. It took {time.monotonic() - started:.1f} seconds.")


@demo.command("people")
def who() -> None:
    """Print the cast as JSON."""
    cast = [
        {
            "name": member.name,
            "email": member.email,
            "role": ", ".join(member.roles).replace("_", " "),
            "organisation": member.organisation,
            "what": member.what,
        }
        for member in CAST
    ]
    click.echo(json.dumps(cast, indent=2, ensure_ascii=False))


@demo.command()
@click.argument("email")
def link(email: str) -> None:
    """Print a link that signs in as EMAIL: ten minutes, once, towards no limit, and no second factor asked."""
    if people.by_email(email.strip().lower()) is None:
        raise click.ClickException(f"Nobody here has the address {email}. See: flask --app portal.app demo people")
    click.echo(accounts.link_for(email.strip().lower()))


@demo.command()
@click.argument("email")
def code(email: str) -> None:
    """Print the code that the authenticator app of EMAIL shows; for signing in as council people do."""
    found = code_now(email.strip().lower())
    if found is None:
        raise click.ClickException(f"Nobody with the address {email} has an authenticator app.")
    click.echo(found)
