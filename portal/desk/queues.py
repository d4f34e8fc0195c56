"""Every queue of the house, in the order in which work flows, and the one inbox that they make together.

However many queues somebody empties, their inbox is two statements: one page of what waits, and the counts.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select

from portal.assessments import decision_queues, queues, reserve_queues
from portal.db.session import db
from portal.desk.filters import ROUND_CODE, WHOSE, Filters
from portal.desk.rules import stale_before
from portal.desk.union import FAR, Arm, counts_question, rows_question
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, moment_in, page_of
from portal.kit.queues import SOON, Held, Urgency, Waiting, Work
from portal.kit.refs import mark_of
from portal.kit.text import N_, Say
from portal.messages import queues as messages
from portal.organisations import queues as organisations
from portal.permissions import Someone
from portal.upkeep import queues as upkeep

WORK: tuple[Work, ...] = (
    messages.TO_ANSWER,
    queues.TO_TRIAGE,
    queues.LATE_CHANGES,
    queues.TO_DECLARE,
    queues.TO_SHARE,
    queues.TO_SCORE,
    queues.NEEDS_THIRD,
    decision_queues.TO_PROPOSE,
    decision_queues.TO_CONFIRM,
    decision_queues.TO_RELEASE,
    *reserve_queues.RESERVES,
    organisations.TO_VERIFY,
    organisations.TO_ADMIT,
    upkeep.FAILED_LETTERS,
)

DUE = {
    Urgency.OVERDUE.value: N_("Overdue"),
    Urgency.SOON.value: N_("Within three days"),
    Urgency.LATER.value: N_("Later"),
}
TAKEN_BY = {"mine": N_("Yours"), "free": N_("Nobody has it yet"), "taken": N_("Somebody else has it")}
"""How what narrows an inbox is called, by its word in addresses."""
IN_ROUND = N_("Round: {round}")
QUEUE_LOST = N_("The queue that was asked for is not one of yours now. So all queues are shown.")
ROUND_LOST = N_("The round that was asked for is not there any more. So all rounds are shown.")
Place = tuple[dt.date, dt.datetime, int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much waits: in all, for each queue (the other filters kept), in what is shown; and the rounds there are."""

    all: int
    by_queue: dict[str, int]
    shown: int
    rounds: dict[str, str]


BY_CODE = {work.code: work for work in WORK}


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


def narrowed_to(someone: Someone, asked: Filters) -> tuple[Filters, Counted, list[str]]:
    """What an inbox is narrowed to of all that is asked, how much that is, and a sentence for each wish that is lost.

    A saved view outlives what it names: a queue can be of a role that its owner has no longer, and a round can go.
    """
    filters = sound(someone, asked)
    lost = [QUEUE_LOST] if asked.queue != filters.queue else []
    numbers = counted(someone, filters)
    if filters.round and filters.round not in numbers.rounds:
        numbers = replace(numbers, rounds=numbers.rounds | rounds_like(filters))
    if asked.round and asked.round not in numbers.rounds:
        filters = replace(filters, round="")
        return filters, counted(someone, filters), [*lost, ROUND_LOST]
    return filters, numbers, lost


def rounds_like(filters: Filters) -> dict[str, str]:
    """The round that the filters name, if there is one, by its code."""
    found = select(Round.code, Round.title).where(Round.code == filters.round)
    return {row.code: row.title for row in db.session.execute(found)}


def in_words(filters: Filters) -> list[Say | str]:
    """What the filters ask for, each as a few words."""
    titles = rounds_like(filters) if filters.round else {}
    work = BY_CODE.get(filters.queue)
    words: list[Say | str] = [work.title] if work else []
    words += [DUE[filters.urgency]] if filters.urgency in DUE else []
    words += [Say(IN_ROUND, round=titles[filters.round])] if filters.round in titles else []
    return words + ([TAKEN_BY[filters.whose]] if filters.whose in TAKEN_BY else [])


def page_for(
    someone: Someone, filters: Filters, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Waiting]:
    """A page of what waits for this person, the nearest due day first, then the longest waiting; in one statement."""
    works = of(someone)
    came_after = place_of(after)
    came_before = None if came_after else place_of(before)
    arms = tuple(arm(place, work, someone) for place, work in chosen(works, filters))
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
    arms = tuple(arm(place, work, someone) for place, work in enumerate(works))
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


def arm(place: int, work: Work, someone: Someone) -> Arm:
    """A queue's question for this person, as it is joined to others."""
    return place, work.code if work.claimable else "", work.question(someone)


def told(someone: Someone, filters: Filters) -> dict[str, Any]:
    """What every question is told: who asks, when, and what for."""
    now = utc_now()
    today = london_day(now)
    return {
        "reader": someone.person_id,
        "now": now,
        "today": today,
        "soon": today + SOON,
        "stale": stale_before(now),
        "round": filters.round or None,
    }


def waiting(work: Work, row: Row[Any]) -> Waiting:
    """A row as the inbox shows it."""
    values = {work.value: row.target}
    return Waiting(work, row.title, values, row.since, row.due, row.owner, work.note(row), held(row))


def held(row: Row[Any]) -> Held | None:
    """Who has taken a row; None where nobody has."""
    if row.holder is None:
        return None
    stamp = mark_of([row.holder, row.taken_at.isoformat()])
    is_stale = row.owner is None
    return Held(row.holder, row.holder_name, row.taken_at, row.seen_at, is_stale, row.giver_name, row.word or "", stamp)


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
