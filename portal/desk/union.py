"""The questions of many queues as one: with the same columns, who has taken each row, one order, and what narrows it.

Made once for each set of queues and each way of narrowing, and told the rest when they are asked.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Select,
    String,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
)

from portal.accounts.models import Person
from portal.accounts.queries import called
from portal.db.base import BigKey, Utc
from portal.desk.filters import Filters
from portal.desk.models import Claim
from portal.kit.queues import Urgency

FAR = dt.date(9999, 12, 31)
"""The day of what has none, so that it comes last."""

OPTIONAL: dict[str, Any] = {
    "due": Date(),
    "round": Text(),
    "round_title": Text(),
    "a": Text(),
    "b": Text(),
    "number": BigInteger(),
    "owner": BigInteger(),
}
TAKEN: dict[str, Any] = {
    "holder": BigInteger(),
    "taken_at": Utc(),
    "seen_at": Utc(),
    "handed_by": BigInteger(),
    "word": Text(),
}
CLAIMS = Claim.__table__
OWNERS, GIVERS = (Person.__table__.alias(name) for name in ("owners", "givers"))
TODAY, SOON_DAY = bindparam("today", type_=Date), bindparam("soon", type_=Date)
STALE = bindparam("stale", type_=Utc)
ME, ROUND, SIZE = bindparam("reader", type_=BigKey), bindparam("round", type_=String), bindparam("size", type_=BigKey)
KEY = tuple_(
    bindparam("key_due", type_=Date),
    bindparam("key_since", type_=Utc),
    bindparam("key_place", type_=BigKey),
    bindparam("key_id", type_=BigKey),
)
Arm = tuple[int, str, Select[Any]]
"""A queue's question: its place among all that are asked, and its code where its rows can be taken."""


@cache
def rows_question(arms: tuple[Arm, ...], shape: Filters, begun: bool, backwards: bool) -> Any:
    """SIZE rows of all these questions together, in the order of day, moment, queue and id; beyond KEY where `begun`.

    Each question gives no more than SIZE rows to the whole, so that many queues cost little more than one. Who has
    taken a row is looked up for those SIZE alone, unless it decides which ones they are.
    """
    parts = []
    for place, code, question in arms:
        there = even(place, code, question)
        there = with_takers(there, code) if shape.whose else there
        part = select(there).where(*narrowed(there.c, shape))
        if begun:
            key = tuple_(*order_of(there.c))
            part = part.where(key < KEY if backwards else key > KEY)
        parts.append(select(part.order_by(*ordered(there.c, backwards)).limit(SIZE).subquery()))
    whole = union_all(*parts).subquery()
    some = select(whole).order_by(*ordered(whole.c, backwards)).limit(SIZE).subquery()
    some = some if shape.whose else with_takers(some)
    return named(some).order_by(*ordered(some.c, backwards))


@cache
def counts_question(arms: tuple[Arm, ...]) -> Any:
    """How many rows of each question have which urgency, round and owner."""
    parts = []
    for place, code, question in arms:
        there = with_takers(even(place, code, question), code)
        one = select(there.c.place, there.c.round, there.c.round_title, urgency(there.c), whose(there.c)).subquery()
        parts.append(select(one, func.count().label("number")).group_by(*one.c))
    return union_all(*parts)


def even(place: int, code: str, question: Select[Any]) -> Any:
    """A question with the same columns as every other: what it has no word for is empty."""
    there = question.subquery()
    more = [
        there.c[name].label(name) if name in there.c else cast(null(), kind).label(name)
        for name, kind in OPTIONAL.items()
    ]
    own = (there.c.id, there.c.target, there.c.title, there.c.since)
    return select(literal(place, BigKey).label("place"), literal(code).label("code"), *own, *more).subquery()


def with_takers(there: Any, code: str | None = None) -> Any:
    """Rows with who has taken each; `code` where all are of one queue, and empty where those of it cannot be taken.

    `owner` is who has a row: by its own question, or because they took it; not who has been away too long.
    """
    rest = [column for column in there.c if column.name != "owner"]
    if code == "":
        empty = (cast(null(), kind).label(name) for name, kind in TAKEN.items())
        return select(*rest, there.c.owner, *empty).subquery()
    # What was taken before it began to wait, this time, was taken another time.
    queue = there.c.code if code is None else literal(code)
    its = and_(CLAIMS.c.queue == queue, CLAIMS.c.thing_id == there.c.id, CLAIMS.c.since >= there.c.since)
    taken = (CLAIMS.c.person_id.label("holder"), CLAIMS.c.since.label("taken_at"))
    return (
        select(*rest, case((CLAIMS.c.seen_at >= STALE, CLAIMS.c.person_id), else_=there.c.owner).label("owner"))
        .add_columns(*taken, CLAIMS.c.seen_at, CLAIMS.c.handed_by, CLAIMS.c.word)
        .select_from(there.outerjoin(CLAIMS, its))
        .subquery()
    )


def named(some: Any) -> Select[Any]:
    """These rows with the names of who took each and of who handed it to them."""
    return (
        select(
            some,
            called(OWNERS.c).label("holder_name"),
            called(GIVERS.c).label("giver_name"),
        )
        .select_from(some)
        .outerjoin(OWNERS, OWNERS.c.id == some.c.holder)
        .outerjoin(GIVERS, GIVERS.c.id == some.c.handed_by)
    )


def order_of(there: Any) -> tuple[ColumnElement[Any], ...]:
    """What rows are ordered by."""
    return func.coalesce(there.due, literal(FAR, Date)), there.since, there.place, there.id


def ordered(there: Any, backwards: bool) -> list[ColumnElement[Any]]:
    """The order of a page, or the reverse of it."""
    return [column.desc() if backwards else column.asc() for column in order_of(there)]


def urgency(there: Any) -> ColumnElement[str]:
    """How near the due day is, as `Waiting.urgency` has it."""
    return case(
        (or_(there.due.is_(None), there.due > SOON_DAY), Urgency.LATER.value),
        (there.due < TODAY, Urgency.OVERDUE.value),
        else_=Urgency.SOON.value,
    ).label("urgency")


def whose(there: Any) -> ColumnElement[str]:
    """Whether the reader has it, nobody has it, or somebody else."""
    return case((there.owner.is_(None), "free"), (there.owner == ME, "mine"), else_="taken").label("whose")


def narrowed(there: Any, shape: Filters) -> Iterator[ColumnElement[bool]]:
    """What the filters ask of a row; `not_taken` is what nobody else has."""
    if shape.urgency:
        yield urgency(there) == shape.urgency
    if shape.whose:
        yield whose(there) != "taken" if shape.whose == "not_taken" else whose(there) == shape.whose
    if shape.round:
        yield there.round == ROUND
