"""Whose hands an application is in: its team's, or those of who at the council types it in for them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, select
from sqlalchemy.orm import joinedload

from portal.accounts.models import Person
from portal.applications.changing import STATE
from portal.applications.keying import DAYS_TO_TYPE, WAYS_SAID
from portal.applications.models import Application, Keyed
from portal.applications.paging import by_key
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page
from portal.kit.text import Say
from portal.organisations.models import Organisation
from portal.permissions import Permission, Someone
from portal.web.words import day

APPLICATIONS, KEYED = Application.__table__, Keyed.__table__
TYPED = (
    select(Application.id, Application.ref, Application.title, Application.state, Application.submitted_at)
    .add_columns(Organisation.name.label("organisation"), Round.title.label("round"), Round.closes_at)
    .add_columns(Keyed.came_by, Keyed.came_on, Keyed.contact_name, Keyed.contact_email)
    .add_columns(Person.name.label("typist"), Person.email.label("typists_address"))
    .join(Keyed, Keyed.application_id == Application.id)
    .join(Person, Person.id == Keyed.keyed_by)
    .join(Round, Round.id == Application.round_id)
    .join(Application.organisation)
)
"""The question for what is typed in for others, by whom, and who speaks for them."""


def typed_in_by(person_id: Any) -> ColumnElement[bool]:
    """True of applications that this person typed in for somebody; the query has to select from Application."""
    return (
        exists()
        .where(KEYED.c.application_id == APPLICATIONS.c.id, KEYED.c.keyed_by == person_id)
        .correlate(APPLICATIONS)
    )


def typist(someone: Someone) -> int | None:
    """The id of somebody who may type applications in for others, or None."""
    return someone.person_id if someone.may(Permission.APPLICATION_KEY_IN) else None


def keyed_of(application_id: int) -> Keyed | None:
    """How an application was typed in for somebody, if it was."""
    return db.session.get(Keyed, application_id)


def contacts_of(application_ids: Iterable[int]) -> dict[int, list[str]]:
    """The addresses of those for whom these applications were typed in, by application, in one statement."""
    rows = db.session.execute(
        select(Keyed.application_id, Keyed.contact_email)
        .where(Keyed.application_id.in_(set(application_ids)), Keyed.contact_email != "")
        .order_by(Keyed.application_id)
    )
    return {id: [email] for id, email in rows}


def said_of(keyed: Keyed, who: str) -> Say:
    """The sentence that says that an application was typed in for somebody, by whom, and how it came."""
    return Say(WAYS_SAID[keyed.came_by], who=who, day=day(keyed.came_on))


def marked(application: Application) -> Say | None:
    """The same of an application that was loaded with how it came; None for one that its team wrote."""
    keyed = application.keyed
    return said_of(keyed, keyed.officer.name or keyed.officer.email) if keyed else None


def is_typing(application: Application, someone: Someone) -> bool:
    """Whether this person types the application in for somebody, and is not of their team."""
    if typist(someone) is None or acts_for(application, someone):
        return False
    found = keyed_of(application.id)
    return found is not None and found.keyed_by == someone.person_id


def acts_for(application: Application, someone: Someone) -> bool:
    """Whether this person acts for the application's organisation just now."""
    place = someone.place
    return place is not None and place.organisation_id in (application.owner_id, application.organisation_id)


def may_send(application: Application, someone: Someone) -> bool:
    """Whether this person may send the application, or withdraw it: a lead of its team, or who types it in for them."""
    own = acts_for(application, someone) and someone.may(Permission.APPLICATION_SUBMIT)
    return own or is_typing(application, someone)


def typed_in(
    someone: Someone, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Row[Any]]:
    """The applications that this person typed in for others, newest first, a page at a time."""
    return by_key(TYPED.where(Keyed.keyed_by == someone.person_id), Application.id, after, before, size)


def begun_by_colleagues(
    someone: Someone, now: dt.datetime, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Row[Any]]:
    """What colleagues type in for others and can still send, or have sent and nobody judged yet, newest first.

    A page at a time.
    """
    in_time = Round.closes_at > now - dt.timedelta(days=DAYS_TO_TYPE)
    question = TYPED.where(Keyed.keyed_by != someone.person_id)
    question = question.where(Application.state.in_(("submitted", STATE)) | ((Application.state == "draft") & in_time))
    return by_key(question, Application.id, after, before, size)


def typed_open(ref: str) -> Application:
    """What is typed in or was sent for somebody, whoever did so, and nobody judged. Raises NotThere for every other."""
    found = db.session.scalar(
        select(Application)
        .join(Keyed, Keyed.application_id == Application.id)
        .where(Application.ref == ref, Application.state.in_(("draft", "submitted", STATE)))
        .options(joinedload(Application.round, innerjoin=True), joinedload(Application.organisation, innerjoin=True))
        .options(joinedload(Application.keyed).joinedload(Keyed.officer, innerjoin=True))
    )
    if found is None:
        raise NotThere()
    return found


def open_to_typing(now: dt.datetime, most: int, days: int) -> list[Round]:
    """The rounds for which something may be typed in now, the one that closes next first."""
    question = select(Round).where(Round.opens_at <= now, Round.closes_at >= now - dt.timedelta(days=days))
    return list(db.session.scalars(question.order_by(Round.closes_at, Round.code).limit(most)))
