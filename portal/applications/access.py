"""What an application is to somebody: the one place that says who reads it, writes in it, and acts for its team.

A team's people and whoever types it in act for it. Guests read or write this one application and nothing else of its
organisation; what they may do is read in the deed again, so that an end counts at once.
"""

from typing import Any

from sqlalchemy import ColumnElement, exists, select

from portal.applications.guesting import Access, guest_access
from portal.applications.keyed import acts_for, is_typing
from portal.applications.models import Application, Guest
from portal.db.session import db
from portal.organisations.models import TeamMember
from portal.organisations.one import is_of, one
from portal.permissions import Someone

APPLICATIONS, GUESTS = Application.__table__, Guest.__table__
NOW: ColumnElement[bool] = TeamMember.left_at.is_(None)
"""True of places in a team that have not ended."""


def access_of(application: Application, someone: Someone) -> Access:
    """What an application is to this person just now."""
    if acts_for(application, someone):
        return Access.TEAM
    if is_typing(application, someone):
        return Access.TYPING
    guest = db.session.get(Guest, (application.id, someone.person_id)) if someone.person_id else None
    if guest is not None:
        return guest_access(guest.role, has_ended=guest.ended_at is not None)
    return Access.ENDED if was_in_team(application, someone) else Access.NONE


def access_held(application: Application, someone: Someone) -> Access:
    """The same inside a deed that holds the application, read afresh, a place in the team as well.

    Nothing more is held: whoever ends a guest's access holds the application too, and whoever leaves a team hands on
    drafts after their place has ended, so that two who held each other's rows would wait for ever.
    """
    if acts_for(application, someone):
        return Access.TEAM if is_in_team(application, someone.person_id, NOW) else Access.ENDED
    if has_moved(application, someone):
        return Access.TEAM
    if someone.person_id:
        db.session.get(Guest, (application.id, someone.person_id), populate_existing=True)
    return access_of(application, someone)


def has_moved(application: Application, someone: Someone) -> bool:
    """Whether somebody is of the application's team, and not any more of the one for which they acted a moment ago.

    So it is where their records were taken apart while what they sent was on its way.
    """
    place = someone.place
    if place is None or is_of_team(place.organisation_id, someone.person_id, NOW):
        return False
    return is_in_team(application, someone.person_id, NOW)


def was_in_team(application: Application, someone: Someone) -> bool:
    """Whether this person was in the application's team while it was there, and is not any more."""
    return is_in_team(application, someone.person_id, TeamMember.left_at >= application.started_at)


def is_in_team(application: Application, person_id: int | None, when: ColumnElement[bool]) -> bool:
    """Whether a person has such a place in the application's team, in whichever record of its organisation.

    Whose it is, is asked here again: who waited for the application while records were merged or taken apart still
    holds what stood before.
    """
    return is_of_team(application.organisation_id, person_id, when)


def is_of_team(record: int, person_id: int | None, when: ColumnElement[bool]) -> bool:
    """Whether a person has such a place in the team of a record's organisation."""
    its = is_of(TeamMember.organisation_id, one(record))
    place = select(TeamMember.id).where(its, TeamMember.person_id == person_id, when)
    return db.session.scalar(place.limit(1)) is not None


def is_guest_of(person_id: Any) -> ColumnElement[bool]:
    """True of applications that are shared with this person now; the query has to select from Application."""
    return was_guest_of(person_id, GUESTS.c.ended_at.is_(None))


def was_guest_of(person_id: Any, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    """True of applications that are, or ever were, shared with this person."""
    return (
        exists()
        .where(GUESTS.c.application_id == APPLICATIONS.c.id, GUESTS.c.person_id == person_id, *more)
        .correlate(APPLICATIONS)
    )
