"""Places in a team: taking one, acting for it, another role, leaving; and the guard that keeps a lead in every team.

Each verb holds the organisation's row first, so that of two leads who leave at once the second finds out.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.accounts.models import Person, SignIn
from portal.db.session import action, locked
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.organisations import notices
from portal.organisations.models import JoinRequest, Organisation, TeamMember
from portal.organisations.rules import LAST_LEAD, may_lose_lead
from portal.permissions import BY_CODE, PORTAL, Permission, Role, Someone


def need(session: Session, organisation: Organisation, permission: Permission, *, by: Someone) -> None:
    """Raises NotAllowed unless this person's place in the team, as it is at this moment, includes the permission."""
    place = membership(session, organisation.id, by)
    if place is None or permission not in BY_CODE[place.role].value.permissions:
        raise NotAllowed()


def membership(session: Session, organisation_id: int, by: Someone) -> TeamMember | None:
    """A person's place in a team just now."""
    return session.scalar(
        select(TeamMember).where(
            TeamMember.organisation_id == organisation_id,
            TeamMember.person_id == by.person_id,
            TeamMember.left_at.is_(None),
        )
    )


def join(session: Session, organisation: Organisation, role: Role, *, by: Someone) -> None:
    """Take a place in the team. What they asked for by another way is answered with it."""
    session.add(
        TeamMember(organisation_id=organisation.id, person_id=by.person_id, role=role.code, joined_at=utc_now())
    )
    note(organisation, "join_team", by=by, role=role.code)
    waiting = session.scalar(
        select(JoinRequest)
        .where(JoinRequest.organisation_id == organisation.id, JoinRequest.person_id == by.person_id)
        .where(JoinRequest.state == "waiting")
        .with_for_update()
    )
    if waiting is not None:
        waiting.ended_at = utc_now()
        move(waiting, "overtake", by=PORTAL)


def act_for(session: Session, organisation_id: int, *, by: Someone) -> None:
    """Have this browser act for the organisation from now on."""
    sign_in = session.get(SignIn, by.sign_in_id) if by.sign_in_id is not None else None
    if sign_in is not None and sign_in.place_id != organisation_id:
        sign_in.place_id = organisation_id
        note(sign_in, "act_for", by=by, organisation=organisation_id)


def switch(ref: str, *, by: Someone) -> None:
    """Act for another of one's own organisations. Raises NotThere."""
    with action() as session:
        place = next((place for place in by.places if place.ref == ref), None)
        if place is None or membership(session, place.organisation_id, by) is None:
            raise NotThere()
        act_for(session, place.organisation_id, by=by)


def change_role(organisation: Organisation, person: str, role: Role, *, by: Someone) -> None:
    """Give somebody of the team another role; a lead does this, and it counts from their next page on.

    Raises WrongState where it would leave the team without a lead, and NotThere for who is not in the team (any more).
    """
    with action() as session:
        kept = locked(organisation)
        need(session, kept, Permission.TEAM_MANAGE, by=by)
        member, whom = place_of(session, kept, person)
        keep_a_lead(session, member, role)
        if member.role == role.code:
            return
        member.role = role.code
        note(kept, f"make_{role.code}", by=by, member=member.id)
        if whom.id != by.person_id:
            notices.role_changed(kept, whom, role, by=by)


def remove(organisation: Organisation, person: str, *, by: Someone) -> None:
    """Take somebody out of the team; a lead does this, and it counts from their next page on. Raises as above."""
    with action() as session:
        kept = locked(organisation)
        need(session, kept, Permission.TEAM_MANAGE, by=by)
        member, whom = place_of(session, kept, person)
        keep_a_lead(session, member, None)
        member.left_at = utc_now()
        note(kept, "remove", by=by, member=member.id)
        notices.removed(kept, whom, by=by)


def leave(organisation: Organisation, *, by: Someone) -> None:
    """Leave the team of one's own accord. Raises WrongState for its only lead."""
    with action() as session:
        kept = locked(organisation)
        member = membership(session, kept.id, by)
        if member is None:
            raise NotThere()
        keep_a_lead(session, member, None)
        member.left_at = utc_now()
        note(kept, "leave", by=by, member=member.id)
        notices.left(kept, by=by)


def place_of(session: Session, organisation: Organisation, person: str) -> tuple[TeamMember, Person]:
    """A person's place in this team, by their reference, as it is at this moment. Raises NotThere."""
    row = session.execute(
        select(TeamMember, Person)
        .join(Person, Person.id == TeamMember.person_id)
        .where(Person.ref == person, TeamMember.organisation_id == organisation.id, TeamMember.left_at.is_(None))
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotThere()
    return row.TeamMember, row.Person


def keep_a_lead(session: Session, member: TeamMember, becomes: Role | None) -> None:
    """Raises WrongState where this is the team's only lead and would not be one any more."""
    others = session.scalar(
        select(func.count())
        .select_from(TeamMember)
        .where(TeamMember.organisation_id == member.organisation_id, TeamMember.left_at.is_(None))
        .where(TeamMember.role == Role.LEAD.code, TeamMember.id != member.id)
    )
    if not may_lose_lead(others or 0, BY_CODE[member.role], becomes):
        raise WrongState(LAST_LEAD)
