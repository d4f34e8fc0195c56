"""Which applications a council person may read: one clause, which every page, list, count, search and queue uses."""

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from portal.applications.models import Application
from portal.assessments.models import Assessment, Conflict
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.errors import NotAllowed, NotThere
from portal.organisations.models import TeamMember
from portal.permissions import Permission as P
from portal.permissions import Someone

READS_ALL = frozenset({P.APPLICATION_TRIAGE, P.PANEL_READ})
"""Any of these opens every application that was sent; a reviewer without them reads what is shared with them."""


def reads_all(someone: Someone) -> bool:
    """Whether this person's roles open every application that was sent, conflicts of interest aside."""
    return bool(READS_ALL & someone.permissions)


def in_conflict(person_id: int) -> ColumnElement[bool]:
    """True of applications from an organisation with which this person has a conflict of interest.

    It is declared (a row for the round), or known: they are in its team, or were at any time since the application
    was started. The known one is asked of the teams as they are now, so that nobody need have declared it.
    """
    declared = exists().where(
        Conflict.round_id == Application.round_id,
        Conflict.person_id == person_id,
        Conflict.organisation_id == Application.organisation_id,
    )
    return or_(declared.correlate(Application), in_team(person_id))


def in_team(person_id: int) -> ColumnElement[bool]:
    """True of applications from an organisation whose team this person is in, or was in since it was started."""
    return exists().where(TeamMember.person_id == person_id, is_of_its_team()).correlate(Application)


def is_of_its_team() -> ColumnElement[bool]:
    """True where a team member belongs, or belonged since it was started, to the organisation of an application."""
    return and_(
        TeamMember.organisation_id == Application.organisation_id,
        or_(TeamMember.left_at.is_(None), TeamMember.left_at >= Application.started_at),
    )


def shared_with(person_id: int) -> ColumnElement[bool]:
    """True of applications that this person was given to read and has not stood down from."""
    return (
        exists()
        .where(Assessment.application_id == Application.id, Assessment.reviewer_id == person_id)
        .where(Assessment.state != "stood_down")
        .correlate(Application)
    )


def readable_by(someone: Someone) -> ColumnElement[bool]:
    """True of the applications that this person may read for the council; the query has to select from Application.

    They were sent; the person has no conflict of interest; and their roles open all, or this one was shared with them.
    """
    if someone.person_id is None or not (reads_all(someone) or someone.may(P.ASSESSMENT_SCORE)):
        return false()
    sound = and_(Application.submitted_at.is_not(None), ~in_conflict(someone.person_id))
    return sound if reads_all(someone) else and_(sound, shared_with(someone.person_id))


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
