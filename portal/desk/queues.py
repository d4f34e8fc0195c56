"""Every queue of the house, in the order in which work flows, and the one inbox that they make together.

However many queues somebody empties, their inbox is two statements: one page of what waits, and the counts.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Row,
    Select,
    String,
    Text,
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

from portal.assessments import decision_queues, queues
from portal.db.base import BigKey, Utc
from portal.db.session import db
from portal.kit.dates import london_day, utc_now
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, moment_in, page_of
from portal.kit.queues import SOON, Urgency, Waiting, Work
from portal.messages import queues as messages
from portal.organisations import queues as organisations
from portal.permissions import Someone
from portal.upkeep import queues as upkeep

WORK: tuple[Work, ...] = (
    messages.TO_ANSWER,
    queues.TO_TRIAGE,
    queues.TO_DECLARE,
    queues.TO_SHARE,
    queues.TO_SCORE,
    queues.NEEDS_THIRD,
    decision_queues.TO_PROPOSE,
    decision_queues.TO_CONFIRM,
    decision_queues.TO_RELEASE,
    organisations.TO_VERIFY,
    organisations.TO_ADMIT,
    upkeep.FAILED_LETTERS,
)

WHOSE = ("mine", "free")
ROUND_CODE = re.compile(r"[A-Za-z0-9_-]{1,100}")
FAR = dt.date(9999, 12, 31)
"""The day of what has none, so that it comes last."""

OPTIONAL: dict[str, Any] = {
    "due": Date(),
    "round": Text(),
    "round_title": Text(),
    "owner": BigInteger(),
    "a": Text(),
    "b": Text(),
    "number": BigInteger(),
}
TODAY, SOON_DAY = bindparam("today", type_=Date), bindparam("soon", type_=Date)
ME, ROUND, SIZE = bindparam("reader", type_=BigKey), bindparam("round", type_=String), bindparam("size", type_=BigKey)
KEY = tuple_(
    bindparam("key_due", type_=Date),
    bindparam("key_since", type_=Utc),
    bindparam("key_place", type_=BigKey),
    bindparam("key_id", type_=BigKey),
)
Place = tuple[dt.date, dt.datetime, int, int]


@dataclass(frozen=True, slots=True)
class Filters:
    """What an inbox is narrowed to, as its address says it; empty words narrow nothing."""

    queue: str = ""
    urgency: str = ""
    round: str = ""
    whose: str = ""

    def chosen(self) -> dict[str, str]:
        """What is chosen, for addresses."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Counted:
    """How much waits: in all, for each queue (the other filters kept), in what is shown; and the rounds there are."""

    all: int
    by_queue: dict[str, int]
    shown: int
    rounds: dict[str, str]


def of(someone: Someone) -> tuple[Work, ...]:
    """The queues that this person's roles are asked to empty."""
    return tuple(work for work in WORK if work.needs in someone.permissions)


def sound(someone: Someone, asked: Filters) -> Filters:
    """The filters as far as they name something that there is; a round is found or not when it is asked."""
    return Filters(
        asked.queue if asked.queue in {work.code for work in of(someone)} else "",
        asked.urgency if asked.urgency in {each.value for each in Urgency} else "",
        asked.round if ROUND_CODE.fullmatch(asked.round) else "",
        asked.whose if asked.whose in WHOSE else "",
    )


def page_for(
    someone: Someone, filters: Filters, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Waiting]:
    """A page of what waits for this person, the nearest due day first, then the longest waiting; in one statement."""
    works = of(someone)
    came_after = place_of(after)
    came_before = None if came_after else place_of(before)
    arms = tuple((place, work.question(someone)) for place, work in chosen(works, filters))
    if not arms:
        return Page([], None, None)
    due, since, place, id = came_after or came_before or (FAR, utc_now(), 0, 0)
    shape = replace(filters, queue="", round="x" if filters.round else "")
    rows = db.session.execute(
        rows_question(arms, shape, bool(came_after or came_before), bool(came_before)),
        {
            **told(someone, filters),
            "key_due": due,
            "key_since": since,
            "key_place": place,
            "key_id": id,
            "size": size + 1,
        },
    ).all()
    found = page_of(rows, key_of, came_after=bool(came_after), came_before=bool(came_before), size=size)
    return Page([waiting(works[row.place], row) for row in found.rows], found.after, found.before)


def counted(someone: Someone, filters: Filters) -> Counted:
    """How much waits for this person, in one statement; each filter's own numbers heed all the others."""
    works = of(someone)
    if not works:
        return Counted(0, {}, 0, {})
    arms = tuple((place, work.question(someone)) for place, work in enumerate(works))
    rows = db.session.execute(counts_question(arms), told(someone, filters)).all()
    by_queue = Counter({work.code: 0 for work in works})
    for row in rows:
        if fits(row, filters):
            by_queue[works[row.place].code] += row.number
    shown = by_queue[filters.queue] if filters.queue else by_queue.total()
    rounds = {row.round: row.round_title for row in rows if row.round}
    return Counted(sum(row.number for row in rows), dict(by_queue), shown, rounds)


def fits(row: Row[Any], filters: Filters) -> bool:
    """Whether a row of the counts is among those that the filters ask for, whatever their queue."""
    return (
        filters.urgency in ("", row.urgency) and filters.round in ("", row.round) and filters.whose in ("", row.whose)
    )


def chosen(works: Sequence[Work], filters: Filters) -> Iterator[tuple[int, Work]]:
    """The queues that are asked, each with its place among this person's."""
    return ((place, work) for place, work in enumerate(works) if filters.queue in ("", work.code))


def told(someone: Someone, filters: Filters) -> dict[str, Any]:
    """What every question is told: who asks, when, and what for."""
    now = utc_now()
    today = london_day(now)
    return {
        "reader": someone.person_id,
        "now": now,
        "today": today,
        "soon": today + SOON,
        "round": filters.round or None,
    }


@cache
def rows_question(arms: tuple[tuple[int, Select[Any]], ...], shape: Filters, begun: bool, backwards: bool) -> Any:
    """SIZE rows of all these questions together, in the order of day, moment, queue and id; beyond KEY where `begun`.

    Each question gives no more than SIZE rows to the whole, so that many queues cost little more than one.
    """
    parts = []
    for place, question in arms:
        there = even(place, question)
        key = tuple_(*order_of(there.c))
        part = select(there).where(*narrowed(there.c, shape))
        if begun:
            part = part.where(key < KEY if backwards else key > KEY)
        parts.append(select(part.order_by(*ordered(there.c, backwards)).limit(SIZE).subquery()))
    whole = union_all(*parts).subquery()
    return select(whole).order_by(*ordered(whole.c, backwards)).limit(SIZE)


@cache
def counts_question(arms: tuple[tuple[int, Select[Any]], ...]) -> Any:
    """How many rows of each question have which urgency, round and owner."""
    parts = []
    for place, question in arms:
        there = even(place, question)
        one = select(there.c.place, there.c.round, there.c.round_title, urgency(there.c), whose(there.c)).subquery()
        parts.append(select(one, func.count().label("number")).group_by(*one.c))
    return union_all(*parts)


def even(place: int, question: Select[Any]) -> Any:
    """A question with the same columns as every other: what it has no word for is empty."""
    there = question.subquery()
    more = [
        there.c[name].label(name) if name in there.c else cast(null(), kind).label(name)
        for name, kind in OPTIONAL.items()
    ]
    own = (there.c.id, there.c.target, there.c.title, there.c.since)
    return select(literal(place, BigKey).label("place"), *own, *more).subquery()


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
    """What the filters ask of a row."""
    if shape.urgency:
        yield urgency(there) == shape.urgency
    if shape.whose:
        yield whose(there) == shape.whose
    if shape.round:
        yield there.round == ROUND


def waiting(work: Work, row: Row[Any]) -> Waiting:
    """A row as the inbox shows it."""
    return Waiting(work, row.title, {work.value: row.target}, row.since, row.due, row.owner, work.note(row))


def key_of(row: Row[Any]) -> str:
    """A row's place as one word for an address."""
    return encode_key((row.due or FAR).isoformat(), row.since.isoformat(), row.place, row.id)


def place_of(word: str | None) -> Place | None:
    """The place that a word in an address names, or None for any other word."""
    match decode_key(word, 4):
        case [str(due), str(since), int(place), int(id)]:
            try:
                day, moment = dt.date.fromisoformat(due), moment_in(since)
            except ValueError:
                return None
            return None if moment is None else (day, moment, place, id)
    return None
