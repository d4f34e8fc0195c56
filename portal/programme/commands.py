"""Commands for the council's own words."""

from pathlib import Path

import click
from flask.cli import AppGroup

from portal.programme import actions
from portal.programme.vocabulary import Faults, read

programme = AppGroup("programme", help="The council's own settings and words.")


@programme.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load(file: Path) -> None:
    """Load the council's facts and vocabularies from a TOML FILE, in place of those that are there."""
    try:
        count = actions.load(read(file.read_text(encoding="utf-8")))
    except Faults as faults:
        raise click.ClickException("Nothing was loaded.\n" + "\n".join(faults.sentences)) from faults
    click.echo(f"The council's facts and {count} words were loaded.")
