"""Which applications a council person may read: one clause, which every page, list, count, search and queue uses.

A question that is asked often is made once for each way of reading, and told who reads when it is asked: see `READER`.
"""

from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, false, or_, select

from portal.applications.access import was_guest_of
from portal.applications.keyed import typed_in_by
from portal.applications.models import Application
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, CONFLICTS, GUESTS, KEYED, TEAMS
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.errors import NotAllowed, NotThere
from portal.organisations import check_queries
from portal.organisations.models import Organisation
from portal.organisations.one import same
from portal.permissions import Permission as P
from portal.permissions import Someone

READS_ALL = frozenset({P.APPLICATION_TRIAGE, P.PANEL_READ})
"""Any of these opens every application that was sent; a reviewer without them reads what is shared with them."""

READER: ColumnElement[int] = bindparam("reader", type_=BigKey)
"""The id of the person who reads. It has no value of its own: the database is never asked for nobody in particular."""


class Reads(Enum):
    """How a person reads for the council: all that was sent, what is shared with them, or nothing."""

    ALL = "all"
    SHARED = "shared"
    NOTHING = "nothing"


def reads_all(someone: Someone) -> bool:
    """Whether this person's roles open every application that was sent, conflicts of interest aside."""
    return bool(READS_ALL & someone.permissions)


def reads(someone: Someone) -> Reads:
    """How this person reads."""
    if someone.person_id is None:
        return Reads.NOTHING
    if reads_all(someone):
        return Reads.ALL
    return Reads.SHARED if someone.may(P.ASSESSMENT_SCORE) else Reads.NOTHING


def readable(reads: Reads, reader: Any = READER, *, own_reading: bool = False) -> ColumnElement[bool]:
    """True of the applications that READER may read for the council; the query has to select from Application.

    They were sent; the person has no conflict of interest; and their roles open all, or this one was shared with them.
    `own_reading`: the query selects READER's own readings, and none that they stood down from, so that it was shared.
    """
    if reads is Reads.NOTHING:
        return false()
    sound = and_(APPLICATIONS.c.submitted_at.is_not(None), ~in_conflict(reader))
    return sound if own_reading or reads is Reads.ALL else and_(sound, shared_with(reader))


def readable_by(someone: Someone) -> ColumnElement[bool]:
    """The same with this person as the reader, for a question that is made where it is asked."""
    return readable(reads(someone), someone.person_id)


def in_conflict(person_id: Any) -> ColumnElement[bool]:
    """True of applications from an organisation with which this person has a conflict of interest, in any record of it.

    It is declared (a row for the round), or known: they are in its team, or were at any time since the application
    was started, or they typed it in for them, or they are or were a guest in it. The known ones are asked as things are
    now, so that nobody need have declared them.
    """
    declared = exists().where(
        CONFLICTS.c.round_id == APPLICATIONS.c.round_id,
        CONFLICTS.c.person_id == person_id,
        same(CONFLICTS.c.organisation_id, APPLICATIONS.c.organisation_id),
    )
    return and_(is_near(person_id), or_(declared.correlate(APPLICATIONS), known_conflict(person_id)))


def is_near(person_id: Any) -> ColumnElement[bool]:
    """True of whoever stands near to any organisation at all, whatever the application.

    A conflict implies it. The database asks this once and not for each application, and most reviewers have none.
    """
    near = (
        exists().where(CONFLICTS.c.person_id == person_id),
        exists().where(TEAMS.c.person_id == person_id),
        exists().where(KEYED.c.keyed_by == person_id),
        exists().where(GUESTS.c.person_id == person_id),
    )
    return or_(*(each.correlate(None) for each in near))


def known_conflict(person_id: Any) -> ColumnElement[bool]:
    """True of applications of whose organisation the portal itself knows that this person stands near to it."""
    return or_(in_team(person_id), typed_in_by(person_id), was_guest_of(person_id))


def declared_against(person_id: Any) -> ColumnElement[bool]:
    """True of organisations with which this person has declared a conflict of interest, in whatever round."""
    return (
        exists()
        .where(CONFLICTS.c.person_id == person_id, same(CONFLICTS.c.organisation_id, Organisation.id))
        .correlate(Organisation)
    )


def typed_in_for(person_id: Any) -> ColumnElement[bool]:
    """True of organisations for which this person has typed an application in."""
    return (
        exists()
        .where(KEYED.c.keyed_by == person_id, APPLICATIONS.c.id == KEYED.c.application_id)
        .where(same(APPLICATIONS.c.organisation_id, Organisation.id))
        .correlate(Organisation)
    )


def guest_for(person_id: Any) -> ColumnElement[bool]:
    """True of organisations in one of whose applications this person is, or was, a guest."""
    return (
        exists()
        .where(GUESTS.c.person_id == person_id, APPLICATIONS.c.id == GUESTS.c.application_id)
        .where(same(APPLICATIONS.c.organisation_id, Organisation.id))
        .correlate(Organisation)
    )


check_queries.CONFLICTS += [declared_against, typed_in_for, guest_for]


def in_team(person_id: Any) -> ColumnElement[bool]:
    """True of applications from an organisation whose team this person is in, or was in since it was started."""
    its = same(TEAMS.c.organisation_id, APPLICATIONS.c.organisation_id)
    return exists().where(TEAMS.c.person_id == person_id, its, was_there_since()).correlate(APPLICATIONS)


def was_there_since() -> ColumnElement[bool]:
    """True where somebody's place in a team has not ended, or only since an application was started."""
    return or_(TEAMS.c.left_at.is_(None), TEAMS.c.left_at >= APPLICATIONS.c.started_at)


def shared_with(person_id: Any) -> ColumnElement[bool]:
    """True of applications that this person was given to read and has not stood down from."""
    return (
        exists()
        .where(ASSESSMENTS.c.application_id == APPLICATIONS.c.id, ASSESSMENTS.c.reviewer_id == person_id)
        .where(ASSESSMENTS.c.state != "stood_down")
        .correlate(APPLICATIONS)
    )


def require(by: Someone, *permissions: P) -> None:
    """Raises NotAllowed where none of this person's roles includes any of the permissions."""
    if not any(map(by.may, permissions)):
        raise NotAllowed()


def check(application: Application, *, by: Someone) -> None:
    """Ask again inside a deed. Raises NotThere where this person may not read the application (any more)."""
    question = select(Application.id).where(Application.id == application.id, readable_by(by))
    if db.session.scalar(question) is None:
        raise NotThere()


def may_see_loads(someone: Someone) -> bool:
    """Whether this person may know how much each reviewer has left. A reviewer could tell from it who has finished."""
    return someone.may(P.ASSESSMENT_SHARE) and not someone.may(P.ASSESSMENT_SCORE)


def names_hidden(round_: Round, someone: Someone) -> bool:
    """Whether this person reads the round's applications without knowing whose they are."""
    return round_.names_hidden and not reads_all(someone)
