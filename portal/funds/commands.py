"""Commands for rounds as data."""

from pathlib import Path

import click
from flask.cli import AppGroup

from portal.funds import actions
from portal.funds.actions import Outcome
from portal.funds.faults import Faults
from portal.funds.queries import offered_words
from portal.funds.toml import RoundFile, decoded, read
from portal.kit.errors import WrongState
from portal.permissions import PORTAL

funds = AppGroup("funds", help="Funds and their rounds.")

SAID = {
    Outcome.MADE: "Round “{code}” is loaded.",
    Outcome.CHANGED: "Round “{code}” is changed to what the file says.",
    Outcome.SAME: "Round “{code}” is what the file says already. Nothing was changed.",
}

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


def sound(file: Path) -> RoundFile:
    """The file's round, held against the council's own words. Ends the command with every fault by its line."""
    try:
        return read(decoded(file.read_bytes()), offered_words())
    except Faults as error:
        count = len(error.faults)
        raise click.ClickException(f"{file} has {count} fault{'s' if count > 1 else ''}:\n{error}") from error


@funds.command("load")
@FILE
def load_command(file: Path) -> None:
    """Load the round that a TOML FILE describes, or change it to what the file says now."""
    found = sound(file)
    try:
        outcome = actions.load(found, by=PORTAL)
    except WrongState as error:
        raise click.ClickException(str(error)) from error
    click.echo(SAID[outcome].format(code=found.round["code"]))


@funds.command("check")
@FILE
def check_command(file: Path) -> None:
    """Check a TOML FILE without loading it, and name every fault by its line."""
    found = sound(file)
    questions = sum(1 for _ in found.form.questions())
    click.echo(f"{file} is sound: round “{found.round['code']}” with {questions} questions.")
