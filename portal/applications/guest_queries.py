"""The guests of an application, who is invited to it, and what is shared with somebody."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased

from portal.accounts.models import Person
from portal.applications.access import NOW, is_in_team
from portal.applications.guesting import DAY, Link, link_state
from portal.applications.models import Application, Guest, GuestInvitation
from portal.applications.paging import by_key
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page
from portal.kit.refs import digest
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.one import is_of
from portal.permissions import Someone

INVITER = aliased(Person)
LOOKS_AFTER = func.coalesce(Application.looked_after_by, Application.started_by)
"""Who looks after an application, while they are in its team: who started it, or to whom it was handed on."""
OPEN_INVITATION = (GuestInvitation.ended_at.is_(None),)
CHARGES_MOST = 25


def guests_of(application_id: int) -> Sequence[Any]:
    """Who may read or write an application without being in its team, in the order in which they came."""
    return db.session.execute(
        select(Person.ref, Person.name, Person.email, Guest.role, Guest.since, Guest.invited_by)
        .add_columns(Guest.person_id, INVITER.name.label("inviter"))
        .join(Person, Person.id == Guest.person_id)
        .join(INVITER, INVITER.id == Guest.invited_by)
        .where(Guest.application_id == application_id, Guest.ended_at.is_(None))
        .order_by(Guest.since, Guest.person_id)
    ).all()


def guest_of(application_id: int, ref: str) -> Any:
    """One of them, by their own reference. Raises NotThere."""
    found = next((row for row in guests_of(application_id) if row.ref == ref), None)
    if found is None:
        raise NotThere()
    return found


def invited_to(application_id: int) -> Sequence[Any]:
    """The invitations to an application that nobody has answered and that still work, newest first."""
    return db.session.execute(
        select(GuestInvitation.ref, GuestInvitation.email, GuestInvitation.role, GuestInvitation.expires_at)
        .add_columns(GuestInvitation.invited_by)
        .join(Application, Application.id == GuestInvitation.application_id)
        .where(GuestInvitation.application_id == application_id, *OPEN_INVITATION)
        .where(GuestInvitation.expires_at > utc_now(), Application.state == "draft")
        .order_by(GuestInvitation.id.desc())
    ).all()


def invited_today(person_id: int | None) -> int:
    """How many invitations somebody sent within a day."""
    question = select(func.count(GuestInvitation.id)).where(
        GuestInvitation.invited_by == person_id, GuestInvitation.invited_at > utc_now() - DAY
    )
    return db.session.scalar(question) or 0


def looks_after(application: Application) -> str:
    """What to call who looks after an application; empty where the leads do, because that person has left."""
    keeper = db.session.scalar(keepers(application))
    return (keeper.name or keeper.email) if keeper else ""


def keeper_of(application: Application) -> str | None:
    """The address of who looks after an application, while they are in its team."""
    keeper = db.session.scalar(keepers(application))
    return keeper.email if keeper else None


def keepers(application: Application) -> Select[Person]:
    """The question for who looks after an application, while they are in its team."""
    return (
        select(Person)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(is_of(TeamMember.organisation_id, application.owner_id), TeamMember.left_at.is_(None))
        .where(Person.id == (application.looked_after_by or application.started_by))
        .limit(1)
    )


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation's link leads to. Only a living one says of what."""

    state: Link
    ref: str = ""
    organisation: str = ""
    round: str = ""
    role: str = ""
    email: str = ""
    invited_by: str = ""
    expires_at: dt.datetime | None = None


def offer(token: str) -> Offer:
    """What the holder of a link is offered, or where it stands."""
    row = db.session.execute(
        select(GuestInvitation, Application.ref, Organisation.name.label("organisation"), Round.title, Person.name)
        .join(Application, Application.id == GuestInvitation.application_id)
        .join(Application.organisation)
        .join(Round, Round.id == Application.round_id)
        .join(Person, Person.id == GuestInvitation.invited_by)
        .where(GuestInvitation.link_digest == digest(token))
    ).first()
    if row is None:
        return Offer(Link.UNKNOWN)
    found: GuestInvitation = row.GuestInvitation
    state = state_of(found)
    if state is not Link.LIVING:
        return Offer(state)
    return Offer(state, row.ref, row.organisation, row.title, found.role, found.email, row.name, found.expires_at)


def state_of(invitation: GuestInvitation) -> Link:
    """Where an invitation stands at this moment."""
    is_used = invitation.accepted_by is not None
    application = db.session.get_one(Application, invitation.application_id)
    # Who sent it may have left, or be in the team of a record that was taken apart since.
    is_from_team = is_in_team(application, invitation.invited_by, NOW)
    has_ended = invitation.ended_at is not None or not is_from_team
    is_over = application.state != "draft"
    return link_state(utc_now(), invitation.expires_at, is_used=is_used, has_ended=has_ended, is_over=is_over)


def shared_with(
    someone: Someone, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Row[Any]]:
    """The applications that are shared with this person, newest first, a page at a time."""
    question = (
        select(Application.id, Application.ref, Application.title, Application.state, Application.submitted_at)
        .add_columns(Organisation.name.label("organisation"), Round.title.label("round"), Round.closes_at)
        .add_columns(Round.grace_minutes, Guest.role)
        .join(Guest, Guest.application_id == Application.id)
        .join(Application.organisation)
        .join(Round, Round.id == Application.round_id)
        .where(Guest.person_id == someone.person_id, Guest.ended_at.is_(None))
    )
    return by_key(question, Application.id, after, before, size)


def has_shared(someone: Someone) -> bool:
    """Whether anything is shared with this person."""
    question = select(Guest.application_id).where(Guest.person_id == someone.person_id, Guest.ended_at.is_(None))
    return db.session.scalar(question.limit(1)) is not None


def charges_of(organisation_id: int, person_id: int) -> Sequence[Any]:
    """The drafts of an organisation that somebody looks after and that can still be sent."""
    return db.session.execute(
        select(Application.id, Application.ref, Application.title, Round.title.label("round"), Round.closes_at)
        .join(Round, Round.id == Application.round_id)
        .where(is_of(Application.organisation_id, organisation_id), LOOKS_AFTER.in_([person_id]))
        .where(Application.state == "draft", Round.closes_at > utc_now())
        .order_by(Round.closes_at, Application.id)
        .limit(CHARGES_MOST)
    ).all()
