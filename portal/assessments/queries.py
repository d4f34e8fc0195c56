"""Rounds and their applications, as far as the council person who asks may read them."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import joinedload

from portal.applications.models import Application
from portal.applications.rules import SENT
from portal.assessments.access import names_hidden, readable_by
from portal.assessments.models import Assessment
from portal.db.session import db
from portal.funds.models import Fund, Round
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.text import one_line
from portal.organisations.models import Organisation
from portal.permissions import Someone

Place = tuple[dt.datetime, int]
"""Where a row stands in a list by date: the date, and the id among those of the same moment."""


def place_of(word: str | None) -> Place | None:
    """The place that a word in an address names, or None for any other word."""
    match decode_key(word, 2):
        case [str(moment), int(id)]:
            try:
                return dt.datetime.fromisoformat(moment).astimezone(dt.UTC), id
            except (ValueError, OverflowError):
                return None
    return None


def beyond(date: Any, id: Any, place: Place, *, later: bool) -> ColumnElement[bool]:
    """True of the rows after a place in the order of date and id, or of those before it."""
    if later:
        return or_(date > place[0], and_(date == place[0], id > place[1]))
    return or_(date < place[0], and_(date == place[0], id < place[1]))


def paged(
    question: Select[*tuple[Any, ...]],
    order: tuple[Any, Any],
    after: str | None,
    before: str | None,
    *,
    newest_first: bool = False,
    size: int = PAGE_SIZE,
) -> Page[Row[Any]]:
    """A page of rows in the order of a date and an id, which the rows have as `date` and `id`."""
    came_after = place_of(after)
    came_before = None if came_after else place_of(before)
    rising = newest_first == bool(came_before)
    if place := came_after or came_before:
        question = question.where(beyond(*order, place, later=rising))
    question = question.order_by(*(column if rising else column.desc() for column in order)).limit(size + 1)
    return page_of(
        db.session.execute(question).all(),
        lambda row: encode_key(row.date.isoformat(), row.id),
        came_after=bool(came_after),
        came_before=bool(came_before),
        size=size,
    )


def rounds(someone: Someone, after: str | None = None, before: str | None = None) -> Page[Row[Any]]:
    """The rounds, the one that closes last first, each with how many applications this person may read in it."""
    count = (
        select(func.count(Application.id))
        .where(Application.round_id == Round.id, Application.state.in_(SENT), readable_by(someone))
        .scalar_subquery()
    )
    question = select(
        Round.id,
        Round.code,
        Round.title,
        Fund.name.label("fund"),
        Round.opens_at,
        Round.closes_at.label("date"),
        Round.grace_minutes,
        Round.told_by,
        count.label("applications"),
    ).join(Fund, Fund.id == Round.fund_id)
    return paged(question, (Round.closes_at, Round.id), after, before, newest_first=True)


def round_of(code: str) -> Round:
    """The round of that code, with its fund. Raises NotThere."""
    found = db.session.scalar(select(Round).where(Round.code == code).options(joinedload(Round.fund)))
    if found is None:
        raise NotThere()
    return found


def counts(round_: Round, someone: Someone) -> dict[str, int]:
    """How many of the round's applications are in each state, of those that this person may read."""
    rows = db.session.execute(
        select(Application.state, func.count())
        .where(Application.round_id == round_.id, readable_by(someone))
        .group_by(Application.state)
    )
    return dict(rows.all())


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
    mine = and_(
        Assessment.application_id == Application.id,
        Assessment.reviewer_id == someone.person_id,
        Assessment.state != "stood_down",
    )
    question = (
        select(
            Application.id,
            Application.ref,
            Application.state,
            Application.submitted_at.label("date"),
            Application.amount_pence,
            (literal("") if hidden else Application.title).label("title"),
            (literal("") if hidden else Organisation.name).label("organisation"),
            Assessment.ref.label("assessment"),
            Assessment.state.label("reading"),
        )
        .join(Organisation, Organisation.id == Application.organisation_id)
        .outerjoin(Assessment, mine)
        .where(Application.round_id == round_.id, readable_by(someone))
    )
    if state:
        question = question.where(Application.state == state)
    if words := one_line(words):
        fields = (Application.ref,) if hidden else (Application.ref, Application.title, Organisation.name)
        question = question.where(or_(*(field.icontains(words, autoescape=True) for field in fields)))
    return paged(question, (Application.submitted_at, Application.id), after, before)


def one_for(someone: Someone, ref: str) -> Application:
    """The application of that reference, with its organisation, round and fund, for somebody who may read it.

    Raises NotThere for any other, the same as for one that does not exist.
    """
    found = db.session.scalar(
        select(Application)
        .where(Application.ref == ref, readable_by(someone))
        .options(joinedload(Application.organisation), joinedload(Application.round).joinedload(Round.fund))
    )
    if found is None:
        raise NotThere()
    return found


def unshared(round_: Round) -> int:
    """How many of the round's eligible applications nobody was given yet."""
    given = exists().where(Assessment.application_id == Application.id)
    question = select(func.count(Application.id)).where(
        Application.round_id == round_.id, Application.state == "assessing", ~given
    )
    return db.session.scalar(question) or 0


def next_to_check(application: Application, someone: Someone) -> str | None:
    """The reference of the next application of the round that waits to be checked: after this one, else the first."""
    sent = Application.submitted_at
    assert application.submitted_at is not None, "only a sent application is checked"
    later = beyond(sent, Application.id, (application.submitted_at, application.id), later=True)
    return db.session.scalar(
        select(Application.ref)
        .where(Application.round_id == application.round_id, Application.state == "submitted", readable_by(someone))
        .where(Application.id != application.id)
        .order_by(case((later, 0), else_=1), sent, Application.id)
        .limit(1)
    )
