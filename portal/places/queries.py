"""Where a postcode lies, and the wards with their people. Wards change once in years, so each process keeps them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import select

from portal.db.session import db
from portal.places.models import Neighbourhood, Postcode, Ward
from portal.places.rules import normal_postcode

KEPT_SECONDS = 60.0
SHELF = "portal_wards"


@dataclass(frozen=True, slots=True)
class WardFacts:
    """A ward: its people, and how many of them live in the most deprived fifth of neighbourhoods."""

    code: str
    name: str
    people: int
    deprived_people: int


def ward_of(postcode: str) -> str | None:
    """The code of the ward in which a postcode lies; None for one that is not known here."""
    return db.session.scalar(
        select(Neighbourhood.ward_code)
        .join(Postcode, Postcode.neighbourhood_code == Neighbourhood.code)
        .where(Postcode.postcode == normal_postcode(postcode))
    )


def decile_of(postcode: str) -> int | None:
    """How deprived a postcode's neighbourhood is, 1 being the most deprived tenth; None for one not known here."""
    return db.session.scalar(
        select(Neighbourhood.decile)
        .join(Postcode, Postcode.neighbourhood_code == Neighbourhood.code)
        .where(Postcode.postcode == normal_postcode(postcode))
    )


def wards() -> Mapping[str, WardFacts]:
    """Every ward by its code, in the order of their names; read afresh after a minute."""
    now = time.monotonic()
    kept: tuple[float, dict[str, WardFacts]] | None = current_app.extensions.get(SHELF)
    if kept is None or now - kept[0] >= KEPT_SECONDS:
        kept = (now, read_wards())
        current_app.extensions[SHELF] = kept
    return kept[1]


def ward_names() -> dict[str, str]:
    """What people read for each ward's code, in the order of their names."""
    return {ward.code: ward.name for ward in wards().values()}


def forget() -> None:
    """Read the wards afresh next time; for whoever has just changed them."""
    current_app.extensions.pop(SHELF, None)


def read_wards() -> dict[str, WardFacts]:
    """Every ward from the database."""
    columns = (Ward.code, Ward.name, Ward.people, Ward.deprived_people)
    return {row.code: WardFacts(*row) for row in db.session.execute(select(*columns).order_by(Ward.name, Ward.code))}
