"""Commands for the tables of places."""

from pathlib import Path

import click
from flask.cli import AppGroup

from portal.permissions import PORTAL
from portal.places import actions
from portal.places.tables import Faults

places = AppGroup("places", help="Wards, neighbourhoods and postcodes.")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@places.command("load")
@click.option("--wards", type=FILE, help="CSV with ward24_code, ward24_name.")
@click.option(
    "--neighbourhoods",
    type=FILE,
    help="CSV with lsoa21_code, lsoa21_name, ward24_code, imd2025_decile, census2021_population.",
)
@click.option("--postcodes", type=FILE, help="CSV with postcode, lsoa21_code.")
def load_command(wards: Path | None, neighbourhoods: Path | None, postcodes: Path | None) -> None:
    """Load tables of places, each in place of the one that is there: all three, or some of them."""
    if not (wards or neighbourhoods or postcodes):
        raise click.UsageError("Name at least one table: --wards, --neighbourhoods or --postcodes.")
    try:
        counts = actions.load(wards=wards, neighbourhoods=neighbourhoods, postcodes=postcodes, by=PORTAL)
    except Faults as faults:
        raise click.ClickException(f"Nothing was loaded.\n{faults}") from faults
    click.echo(f"{counts.wards:,} wards, {counts.neighbourhoods:,} neighbourhoods and {counts.postcodes:,} postcodes.")
