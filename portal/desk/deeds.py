"""All of history, as each person may be told it: narrowed by filters, newest first, a page at a time.

One rule stands above the filters: nobody learns from history what their other pages hide. Each kind of record says who
is told nothing of it, and who is told less; a kind that nobody has described is not told at all.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, false, literal, not_, or_, select, tuple_, union_all

from portal.accounts import deeds as accounts
from portal.accounts.models import Person
from portal.accounts.queries import called
from portal.assessments import alike_deeds
from portal.assessments import deeds as assessments
from portal.db.base import BigKey, Utc
from portal.db.session import db
from portal.desk import claim_deeds
from portal.desk.history_filters import Wanted
from portal.files import deeds as files
from portal.funds import deeds as funds
from portal.history import telling
from portal.history.models import Deed
from portal.history.telling import Kind, Saying, by_code
from portal.kit.paging import PAGE_SIZE, Page, decode_moment, encode_key, page_of
from portal.kit.text import Say
from portal.mail import deeds as mail
from portal.messages import deeds as messages
from portal.organisations import deeds as organisations
from portal.permissions import PORTAL, Someone
from portal.places import deeds as places
from portal.programme import deeds as programme

KINDS: tuple[Kind, ...] = (
    *assessments.KINDS,
    *alike_deeds.KINDS,
    *funds.KINDS,
    *messages.KINDS,
    *organisations.KINDS,
    *accounts.KINDS,
    *programme.KINDS,
    *mail.KINDS,
    *places.KINDS,
    *files.KINDS,
    *claim_deeds.KINDS,
    *telling.KINDS,
)
"""Every kind of record whose deeds are told, in the order in which the filter offers them."""

HISTORY, PEOPLE = Deed.__table__, Person.__table__
PEOPLE_MOST = 50
RECORDS_MOST = 200
Place = tuple[dt.datetime, int]
Record = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One deed as it is told: when, who, what, to which record, from which state to which; and where to open it."""

    at: dt.datetime
    who: str
    email: str
    sentence: Say
    kind: Kind
    ref: str
    before: str
    after: str
    page: tuple[str, dict[str, str]] | None


@dataclass(frozen=True, slots=True)
class Search:
    """What a person may be told and wants to see: the clauses of the question, made once for a page or a whole file."""

    someone: Someone
    kinds: dict[str, Kind]
    where: tuple[ColumnElement[bool], ...]
    people: tuple[int, ...] = ()
    too_many: bool = False


def kinds_for(someone: Someone) -> dict[str, Kind]:
    """Every kind as this person is told it."""
    return by_code(kind.to(someone) for kind in KINDS)


def choices(kinds: dict[str, Kind]) -> Iterator[tuple[str, Saying]]:
    """What can be chosen to see one deed only: its code in the address, and how it is told."""
    for kind in kinds.values():
        for saying in kind.sayings:
            yield f"{kind.code}.{saying.code}", saying


def search(someone: Someone, wanted: Wanted) -> Search:
    """The clauses for what this person wants to see, in at most two statements."""
    kinds = kinds_for(someone)
    clauses = [*walls(someone, kinds, wanted), *of_deed(kinds, wanted)]
    since, until = wanted.moments()
    clauses += [HISTORY.c.at >= since] if since else []
    clauses += [HISTORY.c.at < until] if until else []
    people: Sequence[int] = ()
    if wanted.person:
        people = people_called(wanted.person)
        clauses.append(HISTORY.c.actor_id.in_(people[:PEOPLE_MOST]) if people else false())
    if wanted.ref:
        clauses.append(done_to(records_called(wanted.ref, kinds)))
    return Search(someone, kinds, tuple(clauses), tuple(people[:PEOPLE_MOST]), len(people) > PEOPLE_MOST)


def walls(someone: Someone, kinds: dict[str, Kind], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What keeps from this person what their other pages hide."""
    shown = [wanted.kind] if wanted.kind in kinds else list(kinds)
    yield HISTORY.c.subject == shown[0] if len(shown) == 1 else HISTORY.c.subject.in_(shown)
    for code in shown:
        hidden = kinds[code].hidden
        if hidden is not None:
            closed = hidden(someone, HISTORY.c.subject_id)
            yield or_(HISTORY.c.subject != code, not_(closed))


def of_deed(kinds: dict[str, Kind], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """The clauses for one deed only; as it is told to this person, so that no filter tells more than the list."""
    chosen = dict(choices(kinds)).get(wanted.deed)
    if chosen is not None:
        yield HISTORY.c.subject == wanted.deed.partition(".")[0]
        yield HISTORY.c.verb == chosen.verbs[0] if len(chosen.verbs) == 1 else HISTORY.c.verb.in_(chosen.verbs)


def people_called(words: str) -> Sequence[int]:
    """The ids of people with that e-mail address, or whose address or name begins so; one more than are looked for."""
    return db.session.scalars(
        select(PEOPLE.c.id)
        .where(
            or_(
                PEOPLE.c.email == words.lower(),
                PEOPLE.c.email.startswith(words.lower(), autoescape=True),
                PEOPLE.c.name.istartswith(words, autoescape=True),
            )
        )
        .order_by(PEOPLE.c.id)
        .limit(PEOPLE_MOST + 1)
    ).all()


def records_called(ref: str, kinds: dict[str, Kind]) -> list[Record]:
    """The records of every kind that go by that reference."""
    parts = []
    for code, kind in kinds.items():
        if kind.refs is not None:
            there = kind.refs.subquery()
            parts.append(select(literal(code).label("kind"), there.c.id).where(there.c.ref == ref))
    return [(row.kind, row.id) for row in db.session.execute(union_all(*parts).limit(RECORDS_MOST))]


def done_to(records: Sequence[Record]) -> ColumnElement[bool]:
    """The clause for deeds to these records."""
    ids: dict[str, list[int]] = defaultdict(list)
    for code, id in records:
        ids[code].append(id)
    found = [and_(HISTORY.c.subject == code, HISTORY.c.subject_id.in_(these)) for code, these in ids.items()]
    return or_(*found) if found else false()


def question(found: Search, place: Place | None, *, backwards: bool, size: int) -> Any:
    """The question for so many deeds, newest first, beyond a place or before it."""
    key = tuple_(HISTORY.c.at, HISTORY.c.id)
    order = (HISTORY.c.at.asc(), HISTORY.c.id.asc()) if backwards else (HISTORY.c.at.desc(), HISTORY.c.id.desc())
    rows = select(HISTORY).where(*found.where)
    if place is not None:
        there = tuple_(literal(place[0], Utc), literal(place[1], BigKey))
        rows = rows.where(key > there if backwards else key < there)
    some = rows.order_by(*order).limit(size).subquery()
    return (
        select(some, called(PEOPLE.c).label("who"), PEOPLE.c.email)
        .select_from(some)
        .outerjoin(PEOPLE, PEOPLE.c.id == some.c.actor_id)
        .order_by(*(some.c[name].asc() if backwards else some.c[name].desc() for name in ("at", "id")))
    )


def page_for(found: Search, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE) -> Page[Told]:
    """A page of the deeds, in two statements."""
    came_after = decode_moment(after)
    came_before = None if came_after else decode_moment(before)
    rows = db.session.execute(
        question(found, came_after or came_before, backwards=bool(came_before), size=size + 1)
    ).all()
    page = page_of(rows, key_of, came_after=bool(came_after), came_before=bool(came_before), size=size)
    return Page(tell_all(found, page.rows), page.after, page.before)


def chunks(found: Search, size: int) -> Iterator[list[Told]]:
    """All of the deeds, so many at a time; each chunk is a short question of its own, so that nothing is held open."""
    place: Place | None = None
    while True:
        rows = db.session.execute(question(found, place, backwards=False, size=size)).all()
        if rows:
            yield tell_all(found, rows)
        db.session.rollback()
        if len(rows) < size:
            return
        place = rows[-1].at, rows[-1].id


def tell_all(found: Search, rows: Sequence[Row[Any]]) -> list[Told]:
    """Rows as they are told, with what their records are called by, in one statement."""
    called = names_of(found.kinds, rows)
    return [told(found, row, called) for row in rows]


def told(found: Search, row: Row[Any], called: dict[Record, tuple[str, bool]]) -> Told:
    """One row as it is told."""
    kind, who = found.kinds[row.subject], row.who or PORTAL.name
    ref, is_open = called.get((row.subject, row.subject_id), ("", False))
    page = None
    if kind.page and is_open and kind.page[2] & found.someone.permissions:
        page = kind.page[0], {kind.page[1]: ref}
    sentence = kind.told(row.verb, who, row.facts)
    before, after = kind.state(row.from_state), kind.state(row.to_state)
    return Told(row.at, who, row.email or "", sentence, kind, ref, before, after, page)


def names_of(kinds: dict[str, Kind], rows: Sequence[Row[Any]]) -> dict[Record, tuple[str, bool]]:
    """What the records of these rows are called by, and whether their page can be opened."""
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if kinds[row.subject].refs is not None:
            ids[row.subject].add(row.subject_id)
    parts = []
    for code, these in ids.items():
        there = kinds[code].refs.subquery()
        part = select(literal(code).label("kind"), there.c.id, there.c.ref, there.c.is_open)
        parts.append(part.where(there.c.id.in_(these)))
    if not parts:
        return {}
    return {(row.kind, row.id): (row.ref, bool(row.is_open)) for row in db.session.execute(union_all(*parts))}


def key_of(row: Row[Any]) -> str:
    """A deed's place as one word for an address."""
    return encode_key(row.at.isoformat(), row.id)
