"""One organisation, however often it was registered: how every question follows a merge.

Rows keep the record that they were made for. Whoever asks for an organisation's rows asks with `is_of`, whoever likens
two columns of records with `same`, and whoever shows whose a row is joins `.organisation`, or RECORD and then STANDS.
`tests/organisations/test_one.py` refuses a question that likens records in any other way.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, or_, select, union
from sqlalchemy.orm import Session

from portal.db.session import db, locked
from portal.organisations.models import STANDS, Organisation

ORGANISATIONS = Organisation.__table__
ITS = ORGANISATIONS.alias("its")
"""Each of an organisation's records in turn: see `every_record`."""
OWN, EACH, INTO, OTHER = (ORGANISATIONS.alias(name) for name in ("own", "each_of", "into_which", "other_of"))
"""The rows that the questions below look at, each in a question of its own; made once, because that takes time."""
IS_ONE: ColumnElement[bool] = Organisation.merged_into_id.is_(None)
"""True of organisations that stand for themselves: every list of organisations asks for these alone."""


def one(record: Any) -> ColumnElement[int]:
    """The id of the organisation that stands for a record; the record is an id or a column of them."""
    stands = select(func.coalesce(OWN.c.merged_into_id, OWN.c.id)).where(OWN.c.id == record)
    return stands.correlate_except(OWN).scalar_subquery()


def same(record: Any, other: Any) -> ColumnElement[bool]:
    """True where two columns hold records of one organisation. One of them is best of few rows, such as a person's."""
    return one(record) == one(other)


def records_of(organisation: Any) -> Select[tuple[int]]:
    """The question for all records of an organisation that stands: its own, and those merged into it."""
    its = or_(EACH.c.id == organisation, EACH.c.merged_into_id == organisation)
    return select(EACH.c.id).where(its).correlate_except(EACH)


def is_of(column: Any, organisation: Any) -> ColumnElement[bool]:
    """True of rows whose column of records holds one of this organisation, which stands; of nothing for None."""
    return false() if organisation is None else column.in_(records_of(organisation))


def is_of_any(column: Any, records: Any) -> ColumnElement[bool]:
    """True of rows whose column holds a record of the same organisation as any of these: ids or a question for them."""
    stands = select(func.coalesce(INTO.c.merged_into_id, INTO.c.id)).where(INTO.c.id.in_(records))
    stands = stands.correlate_except(INTO)
    merged = select(OTHER.c.id).where(OTHER.c.merged_into_id.in_(stands))
    its: ColumnElement[bool] = column.in_(union(stands, merged))
    return its


def every_record(stands: Any = STANDS) -> ColumnElement[bool]:
    """True where ITS is a record of the organisation that stands: what to join it on, in a question of many rows."""
    return or_(ITS.c.id == stands, ITS.c.merged_into_id == stands)


def standing(session: Session, record: int) -> Organisation:
    """The organisation that stands for a record."""
    return session.scalars(select(Organisation).where(Organisation.id == one(record))).one()


def all_records(session: Session, records: Collection[int]) -> dict[int, int]:
    """Every record of the organisations of these records, each with the organisation that stands for it."""
    stands = func.coalesce(Organisation.merged_into_id, Organisation.id)
    question = select(Organisation.id, stands).where(is_of_any(Organisation.id, set(records)))
    return dict(list(session.execute(question)))


def moved_to(ref: str) -> str:
    """The reference of the organisation that a record was merged into; empty where it stands for itself, or is none."""
    into = select(Organisation.merged_into_id).where(Organisation.ref == ref).scalar_subquery()
    return db.session.scalar(select(Organisation.ref).where(Organisation.id == into)) or ""


def held(organisation: Organisation) -> Organisation:
    """The organisation, held until the deed ends; where it was merged meanwhile, the one that stands for it now."""
    kept = locked(organisation)
    if kept.merged_into_id is None:
        return kept
    session = Session.object_session(kept)
    assert session is not None, "it was just read"
    return locked(session.get_one(Organisation, kept.merged_into_id))
