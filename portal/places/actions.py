"""Loading the tables of places, each in place of what was there, all or nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.history.actions import note
from portal.history.models import Recorded
from portal.kit.errors import NotAllowed
from portal.permissions import PORTAL, Permission, Someone
from portal.places import queries, tables
from portal.places.models import Neighbourhood, Postcode, Ward
from portal.places.tables import Cells, Findings, NeighbourhoodRow, once, rows

Row = TypeVar("Row")
Part = TypeVar("Part")

BATCH = 2_000
DEPRIVED_FIFTH = 2
"""The most deprived fifth of neighbourhoods is deciles 1 and 2."""


class Gazetteer(Recorded):
    """All places as one record, so that loading them is written down."""

    kind = "places"

    def __init__(self) -> None:
        self.id = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each are there now."""

    wards: int
    neighbourhoods: int
    postcodes: int


def load(
    *, wards: Path | None = None, neighbourhoods: Path | None = None, postcodes: Path | None = None, by: Someone
) -> Counts:
    """Put the places of these CSV tables in place of those that were there; a table not given stays as it is.

    Raises tables.Faults with the lines that are wrong, and NotAllowed; nothing is kept then.
    """
    if by is not PORTAL and not by.may(Permission.SETTINGS_EDIT):
        raise NotAllowed()
    with action() as session:
        loading = Loading(session)
        if postcodes:
            session.execute(delete(Postcode))
        if wards:
            loading.wards(wards)
        if neighbourhoods:
            loading.neighbourhoods(neighbourhoods)
        loading.clear()
        if postcodes:
            loading.postcodes(postcodes)
        loading.findings.check()
        count_people(session)
        counts = counts_now(session)
        note(Gazetteer(), "load", by=by, **asdict(counts))
    queries.forget()
    return counts


@dataclass(slots=True)
class Loading:
    """Tables on their way into the database, inside one action. People are counted when all are there."""

    session: Session
    findings: Findings = field(default_factory=Findings)
    gone_wards: tuple[str, list[str]] = ("", [])
    gone_neighbourhoods: tuple[str, list[str]] = ("", [])

    def wards(self, path: Path) -> None:
        """The table of wards, over those that are there."""
        found = self.read(path, tables.ward, lambda row: row.code)
        columns = [asdict(row) | {"people": 0, "deprived_people": 0} for _, row in found]
        self.gone_wards = (path.name, self.put(Ward, columns, self.codes(Ward)))

    def neighbourhoods(self, path: Path) -> None:
        """The table of neighbourhoods, over those that are there; each has to lie in a ward that is known."""
        known = self.codes(Ward) - set(self.gone_wards[1])
        there = self.codes(Neighbourhood)
        sound: list[NeighbourhoodRow] = []
        for line, row in self.read(path, tables.neighbourhood, lambda row: row.code):
            if row.ward_code in known:
                sound.append(row)
            else:
                self.findings.add(path.name, line, f"There is no ward {row.ward_code}.")
        gone = self.put(Neighbourhood, [asdict(row) for row in sound], there)
        self.gone_neighbourhoods = (path.name, gone)

    def postcodes(self, path: Path) -> None:
        """The table of postcodes, as it is read; each has to lie in a neighbourhood that is known."""
        known = self.codes(Neighbourhood)
        sound = self.postcodes_in(path, known)
        for batch in batches(sound):
            if not self.findings.count:
                self.session.execute(insert(Postcode), batch)

    def postcodes_in(self, path: Path, known: set[str]) -> Iterator[dict[str, Any]]:
        """The columns of every sound row of the table of postcodes."""
        for line, row in self.read(path, tables.postcode, lambda row: row.postcode):
            if row.neighbourhood_code in known:
                yield {"postcode": row.postcode, "neighbourhood_code": row.neighbourhood_code}
            else:
                self.findings.add(path.name, line, f"There is no neighbourhood {row.neighbourhood_code}.")

    def read(self, path: Path, row_of: Callable[[Cells], Row], key: Callable[[Row], str]) -> Iterator[tuple[int, Row]]:
        """The sound rows of a table, each key once."""
        return once(rows(path, row_of, self.findings), key, path.name, self.findings)

    def codes(self, model: type[Ward] | type[Neighbourhood]) -> set[str]:
        """The codes that are in the database."""
        return set(self.session.scalars(select(model.code)))

    def put(
        self, model: type[Ward] | type[Neighbourhood], found: Sequence[dict[str, Any]], there: set[str]
    ) -> list[str]:
        """Insert what is new and overwrite what is not; the codes that have no row any more."""
        for batch in batches(row for row in found if row["code"] not in there):
            self.session.execute(insert(model), batch)
        for batch in batches(row for row in found if row["code"] in there):
            self.session.execute(update(model), batch)
        return sorted(there - {row["code"] for row in found})

    def clear(self) -> None:
        """Take away what has no row any more, unless something still lies in it, or its row is merely wrong."""
        if self.findings.count:
            return
        self.remove(self.gone_neighbourhoods, Neighbourhood, Postcode, Postcode.neighbourhood_code, "postcodes")
        self.remove(self.gone_wards, Ward, Neighbourhood, Neighbourhood.ward_code, "neighbourhoods")

    def remove(self, gone: tuple[str, list[str]], model: Any, within: Any, place: Any, what: str) -> None:
        """Delete the areas of these codes; one in which something lies is a fault of the table that left it out."""
        file, codes = gone
        for batch in batches(codes):
            held = self.session.execute(
                select(place, func.count()).select_from(within).where(place.in_(batch)).group_by(place).order_by(place)
            ).all()
            for code, count in held:
                self.findings.add(
                    file, 1, f"{code} is missing, and {what} lie in it ({count:,}). Load the {what} as well."
                )
            self.session.execute(delete(model).where(model.code.in_(set(batch) - {code for code, _ in held})))


def batches(found: Iterable[Part]) -> Iterator[list[Part]]:
    """The same things, some thousands at a time."""
    parts = iter(found)
    while batch := list(islice(parts, BATCH)):
        yield batch


def count_people(session: Session) -> None:
    """Sum up each ward's people, and those in the most deprived fifth, from its neighbourhoods."""
    deprived = case((Neighbourhood.decile <= DEPRIVED_FIFTH, Neighbourhood.people), else_=0)

    def total(amount: Any) -> Any:
        inside = select(func.coalesce(func.sum(amount), 0)).where(Neighbourhood.ward_code == Ward.code)
        return inside.correlate(Ward).scalar_subquery()

    session.execute(update(Ward).values(people=total(Neighbourhood.people), deprived_people=total(deprived)))


def counts_now(session: Session) -> Counts:
    """How many of each the database holds."""
    return Counts(
        *(session.scalar(select(func.count()).select_from(table)) or 0 for table in (Ward, Neighbourhood, Postcode))
    )
