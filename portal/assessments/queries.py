"""Rounds and their applications, as far as the council person who asks may read them.

The questions are made once, for each way of reading, and told the rest when they are asked: see `access.READER`.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, and_, bindparam, case, exists, func, literal, or_, select
from sqlalchemy.orm import joinedload

from portal.applications.models import Application, Keyed
from portal.applications.rules import SENT
from portal.assessments.access import READER, Reads, names_hidden, readable, reads
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, FUNDS, KEYED, ORGANISATIONS, ROUNDS
from portal.db.base import BigKey, Utc
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_moment, encode_key, page_of
from portal.kit.text import one_line
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Someone

Question = Select[*tuple[Any, ...]]
ROUND = bindparam("round", type_=BigKey)
STATE, REF = bindparam("state", type_=String), bindparam("ref", type_=String)
DATE, ID, SIZE = bindparam("date", type_=Utc), bindparam("id", type_=BigKey), bindparam("size", type_=BigKey)


def beyond(date: Any, id: Any, *, later: bool) -> ColumnElement[bool]:
    """True of the rows after DATE and ID in the order of date and id, or of those before them."""
    if later:
        return or_(date > DATE, and_(date == DATE, id > ID))
    return or_(date < DATE, and_(date == DATE, id < ID))


def in_order(question: Question, date: Any, id: Any, *, rising: bool, begun: bool) -> Question:
    """SIZE rows of a question in the order of a date and an id; where `begun`, those beyond DATE and ID."""
    if begun:
        question = question.where(beyond(date, id, later=rising))
    return question.order_by(*(column if rising else column.desc() for column in (date, id))).limit(SIZE)


def paged(
    question: Callable[[bool, bool], Question],
    told: dict[str, Any],
    after: str | None,
    before: str | None,
    *,
    newest_first: bool = False,
    size: int = PAGE_SIZE,
) -> Page[Row[Any]]:
    """A page of the rows of a question that is made for `in_order`; they have their place as `date` and `id`."""
    came_after = decode_moment(after)
    came_before = None if came_after else decode_moment(before)
    place = came_after or came_before
    date, id = place or (None, None)
    rows = db.session.execute(
        question(newest_first == bool(came_before), place is not None),
        {**told, "date": date, "id": id, "size": size + 1},
    )
    return page_of(
        rows.all(),
        lambda row: encode_key(row.date.isoformat(), row.id),
        came_after=bool(came_after),
        came_before=bool(came_before),
        size=size,
    )


def rounds(someone: Someone, after: str | None = None, before: str | None = None) -> Page[Row[Any]]:
    """The rounds, the one that closes last first, each with how many applications this person may read in it."""

    def question(rising: bool, begun: bool) -> Question:
        return rounds_question(reads(someone), rising, begun)

    return paged(question, {"reader": someone.person_id}, after, before, newest_first=True)


@cache
def rounds_question(reads: Reads, rising: bool, begun: bool) -> Question:
    """Rounds with the number of applications that READER may read."""
    count = (
        select(func.count(APPLICATIONS.c.id))
        .where(APPLICATIONS.c.round_id == ROUNDS.c.id, APPLICATIONS.c.state.in_(SENT), readable(reads))
        .scalar_subquery()
    )
    question = select(
        ROUNDS.c.id,
        ROUNDS.c.code,
        ROUNDS.c.title,
        FUNDS.c.name.label("fund"),
        ROUNDS.c.opens_at,
        ROUNDS.c.closes_at.label("date"),
        ROUNDS.c.grace_minutes,
        ROUNDS.c.told_by,
        count.label("applications"),
    ).join(FUNDS, FUNDS.c.id == ROUNDS.c.fund_id)
    return in_order(question, ROUNDS.c.closes_at, ROUNDS.c.id, rising=rising, begun=begun)


ROUND_OF = select(Round).where(Round.code == bindparam("code")).options(joinedload(Round.fund, innerjoin=True))


def round_of(code: str) -> Round:
    """The round of that code, with its fund. Raises NotThere."""
    found = db.session.scalar(ROUND_OF, {"code": code})
    if found is None:
        raise NotThere()
    return found


def counts(round_: Round, someone: Someone) -> dict[str, int]:
    """How many of the round's applications are in each state, of those that this person may read."""
    told = {"reader": someone.person_id, "round": round_.id}
    return dict(db.session.execute(counts_question(reads(someone)), told).all())


@cache
def counts_question(reads: Reads) -> Select[str, int]:
    """How many of the applications to ROUND that READER may read are in each state."""
    return (
        select(APPLICATIONS.c.state, func.count())
        .where(APPLICATIONS.c.round_id == ROUND, readable(reads))
        .group_by(APPLICATIONS.c.state)
    )


def listed(
    round_: Round,
    someone: Someone,
    *,
    state: str | None = None,
    words: str = "",
    after: str | None = None,
    before: str | None = None,
) -> Page[Row[Any]]:
    """A page of the round's applications that this person may read, the first sent first.

    Each comes with this person's own reading of it, if any. Where names are hidden from them, neither organisation
    nor title is read or searched.
    """
    hidden = names_hidden(round_, someone)

    def question(rising: bool, begun: bool) -> Question:
        found = listed_question(reads(someone), hidden, bool(state), rising, begun)
        return found.where(mentions(one_line(words), hidden)) if one_line(words) else found

    return paged(question, {"reader": someone.person_id, "round": round_.id, "state": state}, after, before)


@cache
def listed_question(reads: Reads, hidden: bool, in_state: bool, rising: bool, begun: bool) -> Question:
    """The applications to ROUND (in STATE) that READER may read, each with READER's own reading of it."""
    mine = and_(
        ASSESSMENTS.c.application_id == APPLICATIONS.c.id,
        ASSESSMENTS.c.reviewer_id == READER,
        ASSESSMENTS.c.state != "stood_down",
    )
    question: Question = (
        select(
            APPLICATIONS.c.id,
            APPLICATIONS.c.ref,
            APPLICATIONS.c.state,
            APPLICATIONS.c.submitted_at.label("date"),
            APPLICATIONS.c.amount_pence,
            (literal("") if hidden else APPLICATIONS.c.title).label("title"),
            (literal("") if hidden else ORGANISATIONS.c.name).label("organisation"),
            ASSESSMENTS.c.ref.label("assessment"),
            ASSESSMENTS.c.state.label("reading"),
            KEYED.c.came_by,
        )
        .select_from(APPLICATIONS)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(KEYED, KEYED.c.application_id == APPLICATIONS.c.id)
        .outerjoin(ASSESSMENTS, mine)
        .where(APPLICATIONS.c.round_id == ROUND, readable(reads))
    )
    if in_state:
        question = question.where(APPLICATIONS.c.state == STATE)
    return in_order(question, APPLICATIONS.c.submitted_at, APPLICATIONS.c.id, rising=rising, begun=begun)


def mentions(words: str, hidden: bool) -> ColumnElement[bool]:
    """True of applications with these words in the reference or, where names are not hidden, title or organisation."""
    fields = [APPLICATIONS.c.ref] if hidden else [APPLICATIONS.c.ref, APPLICATIONS.c.title, ORGANISATIONS.c.name]
    return or_(*(field.icontains(words, autoescape=True) for field in fields))


def one_for(someone: Someone, ref: str) -> Application:
    """The application of that reference, with its organisation, round and fund, for somebody who may read it.

    Raises NotThere for any other, the same as for one that does not exist.
    """
    found = db.session.scalar(one_question(reads(someone)), {"reader": someone.person_id, "ref": ref})
    if found is None:
        raise NotThere()
    return found


@cache
def one_question(reads: Reads) -> Select[Application]:
    """The application of REF, if READER may read it."""
    of_round = joinedload(Application.round, innerjoin=True)
    return (
        select(Application)
        .where(Application.ref == REF, readable(reads))
        .options(joinedload(Application.organisation, innerjoin=True), of_round.joinedload(Round.fund, innerjoin=True))
        .options(joinedload(Application.keyed).joinedload(Keyed.officer, innerjoin=True))
    )


UNSHARED = select(func.count(APPLICATIONS.c.id)).where(
    APPLICATIONS.c.round_id == ROUND,
    APPLICATIONS.c.state == "assessing",
    ~exists().where(ASSESSMENTS.c.application_id == APPLICATIONS.c.id),
)


def unshared(round_: Round) -> int:
    """How many of the round's eligible applications nobody was given yet."""
    return db.session.scalar(UNSHARED, {"round": round_.id}) or 0


def next_to_check(application: Application, someone: Someone) -> str | None:
    """The reference of the next application of the round that waits to be checked: after this one, else the first."""
    assert application.submitted_at is not None, "only a sent application is checked"
    told = {"reader": someone.person_id, "round": application.round_id}
    return db.session.scalar(
        next_question(reads(someone)), {**told, "date": application.submitted_at, "id": application.id}
    )


@cache
def next_question(reads: Reads) -> Select[str]:
    """The application to ROUND to check after the one of DATE and ID."""
    sent, id = APPLICATIONS.c.submitted_at, APPLICATIONS.c.id
    return (
        select(APPLICATIONS.c.ref)
        .where(APPLICATIONS.c.round_id == ROUND, APPLICATIONS.c.state == "submitted", readable(reads))
        .where(id != ID)
        .order_by(case((beyond(sent, id, later=True), 0), else_=1), sent, id)
        .limit(1)
    )
