"""Organisations that the council finds by words: by their names, or by all that officers know of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal, select, union_all

from portal.db.base import BigKey
from portal.db.session import db
from portal.kit.finding import Asked
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.organisations.models import RECORD, STANDS, Organisation
from portal.organisations.words import BY_ALL, BY_NAME, WORDS

ORGANISATIONS = Organisation.__table__
CALLED, LIKE = 0, 1
"""First those that are called just so, then all others."""
Place = tuple[int, int]


def found(wanted: Asked, stands_aside: Any, after: str | None = None, size: int = PAGE_SIZE) -> Page[Any]:
    """The organisations that an officer finds by name, number, postcode, or whom they name or are led by.

    Those called just so come first, then the newest records; one that a record was merged into is found by what that
    record says as well. `stands_aside` is true of organisations that the officer is told nothing of.
    """
    place = place_in(after)
    rows = db.session.execute(question(wanted, place, ~stands_aside, size + 1)).all()
    return page_of(rows, key_of, came_after=place is not None, came_before=False, size=size)


def called(wanted: Asked, most: int) -> list[int]:
    """The organisations of that name, as ids, for whoever reads names and nothing else of them."""
    rows = db.session.execute(question(wanted, None, None, most, BY_NAME))
    return list(dict.fromkeys(row.id for row in rows))


def question(wanted: Asked, place: Place | None, clause: Any, size: int, by: Any = BY_ALL) -> Select[Any]:
    """The question for so many records beyond a place."""
    name = WORDS.c.name == " ".join(word for run in wanted.runs for word in run)
    streams = [stream(by, CALLED, name, place, clause, size)] if place is None or place[0] == CALLED else []
    streams.append(stream(by, LIKE, and_(by.has(wanted), ~name), place, clause, size))
    some = union_all(*(select(each.subquery()) for each in streams)).subquery()
    return select(some).order_by(some.c.tier, some.c.record_id.desc()).limit(size)


def stream(by: Any, tier: int, wanted: ColumnElement[bool], place: Place | None, clause: Any, size: int) -> Select[Any]:
    """The newest records of one of the two sorts, each with the organisation that stands for it."""
    # Those of just that name are few, and come by the name's own index.
    key = by.place() if tier == LIKE else WORDS.c.record_id
    rows = (
        select(
            WORDS.c.record_id,
            literal(tier, BigKey).label("tier"),
            WORDS.c.names,
            RECORD.c.name.label("record_name"),
            *(ORGANISATIONS.c[name] for name in ("id", "ref", "name", "state", "postcode")),
        )
        .select_from(by.joined() if tier == LIKE else WORDS)
        .join(RECORD, RECORD.c.id == WORDS.c.record_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .where(wanted)
        .order_by(key.desc())
        .limit(size)
    )
    if clause is not None:
        rows = rows.where(clause)
    return rows.where(key < place[1]) if place and place[0] == tier else rows


def is_by_name(row: Any, wanted: Asked) -> bool:
    """Whether a record was found by its names alone, and not by a number, a place or a person."""
    return all(needle in f" {row.names} " for needle in wanted.needles())


def place_in(word: str | None) -> Place | None:
    """The place in the list that a word in an address names, or None for any other word."""
    match decode_key(word, 2):
        case [int(tier), int(id)]:
            return tier, id
    return None


def key_of(row: Any) -> str:
    """A record's place in the list, for an address."""
    return encode_key(row.tier, row.record_id)


def once_each(rows: Sequence[Any]) -> list[Any]:
    """The rows, an organisation once, however many of its records were found."""
    return list({row.id: row for row in reversed(rows)}.values())[::-1]
