"""Places in a team: taking one, acting for it, another role, leaving; and the guard that keeps a lead in every team.

Each verb holds the organisation's row first, so that of two leads who leave at once the second finds out.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from portal.accounts.models import Person, SignIn
from portal.db.session import action
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.organisations import leaving, notices
from portal.organisations.models import JoinRequest, Organisation, TeamInvitation, TeamMember
from portal.organisations.one import held, is_of, one
from portal.organisations.rules import LAST_LEAD, may_lose_lead
from portal.permissions import BY_CODE, PORTAL, Permission, Role, Someone


def need(session: Session, organisation: Organisation, permission: Permission, *, by: Someone) -> None:
    """Raises NotAllowed unless this person's place in the team, as it is at this moment, includes the permission."""
    place = membership(session, organisation.id, by)
    if place is None or permission not in BY_CODE[place.role].value.permissions:
        raise NotAllowed()


def membership(session: Session, organisation_id: int, by: Someone) -> TeamMember | None:
    """A person's place in a team just now; of two in records of one organisation, that of a lead."""
    return session.scalar(
        select(TeamMember)
        .where(is_of(TeamMember.organisation_id, one(organisation_id)))
        .where(TeamMember.person_id == by.person_id, TeamMember.left_at.is_(None))
        .order_by(TeamMember.role != Role.LEAD.code, TeamMember.id)
        .limit(1)
    )


def join(session: Session, organisation: Organisation, role: Role, *, by: Someone) -> None:
    """Take a place in the team. What they asked for by another way is answered with it."""
    session.add(
        TeamMember(organisation_id=organisation.id, person_id=by.person_id, role=role.code, joined_at=utc_now())
    )
    note(organisation, "join_team", by=by, role=role.code)
    overtake(session, organisation, [by.person_id])


def overtake(session: Session, organisation: Organisation, people: Collection[int | None]) -> None:
    """Answer what these people asked, who are in the team by now."""
    for waiting in session.scalars(
        select(JoinRequest)
        .where(is_of(JoinRequest.organisation_id, organisation.id), JoinRequest.person_id.in_(people))
        .where(JoinRequest.state == "waiting")
        .with_for_update()
    ).all():
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
        kept = held(organisation)
        need(session, kept, Permission.TEAM_MANAGE, by=by)
        members, whom = places_of(session, kept, person)
        keep_a_lead(session, kept, members, role)
        if members[0].role == role.code:
            return
        for member in members:
            member.role = role.code
        note(kept, f"make_{role.code}", by=by, member=members[0].id)
        if whom.id != by.person_id:
            notices.role_changed(kept, whom, role, by=by)


def remove(organisation: Organisation, person: str, heir: str = "", *, by: Someone) -> None:
    """Take somebody out of the team; a lead does this, and it counts from their next page on. Raises as above.

    `heir` is the reference of whoever looks after their drafts from now on; without one the leads do.
    """
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.TEAM_MANAGE, by=by)
        members, whom = places_of(session, kept, person)
        taking_over = heir_of(session, kept, heir, members[0])
        end(session, kept, members)
        end_invitations(session, kept.id, TeamInvitation.invited_by == whom.id)
        note(kept, "remove", by=by, member=members[0].id)
        leaving.tell(kept, whom.id, taking_over, by=by)
        notices.removed(kept, whom, by=by)


def leave(organisation: Organisation, heir: str = "", *, by: Someone) -> None:
    """Leave the team of one's own accord, and hand one's drafts on as above. Raises WrongState for its only lead."""
    with action() as session:
        kept = held(organisation)
        members = current(session, kept, TeamMember.person_id == by.person_id)
        taking_over = heir_of(session, kept, heir, members[0])
        end(session, kept, members)
        note(kept, "leave", by=by, member=members[0].id)
        leaving.tell(kept, members[0].person_id, taking_over, by=by)
        notices.left(kept, by=by)


def end_invitations(session: Session, organisation_id: int, *whose: ColumnElement[bool]) -> None:
    """End such invitations to a team as are open: nobody comes in by them any more."""
    session.execute(
        update(TeamInvitation)
        .where(is_of(TeamInvitation.organisation_id, organisation_id), TeamInvitation.ended_at.is_(None), *whose)
        .values(ended_at=utc_now())
        .execution_options(synchronize_session="fetch")
    )


def heir_of(session: Session, organisation: Organisation, heir: str, leaver: TeamMember) -> Person | None:
    """Who takes over from somebody who leaves, by reference. Raises NotThere for nobody else of the team."""
    if not heir:
        return None
    _places, person = places_of(session, organisation, heir)
    if person.id == leaver.person_id:
        raise NotThere()
    return person


def places_of(session: Session, organisation: Organisation, person: str) -> tuple[list[TeamMember], Person]:
    """A person's places in this team, by their reference, as they are at this moment. Raises NotThere."""
    whom = session.scalar(select(Person).where(Person.ref == person))
    if whom is None:
        raise NotThere()
    return current(session, organisation, TeamMember.person_id == whom.id), whom


def current(session: Session, organisation: Organisation, whose: ColumnElement[bool]) -> list[TeamMember]:
    """Somebody's places in the records of an organisation, a lead's first. Raises NotThere where there is none."""
    found = session.scalars(
        select(TeamMember)
        .where(is_of(TeamMember.organisation_id, organisation.id), whose, TeamMember.left_at.is_(None))
        .order_by(TeamMember.role != Role.LEAD.code, TeamMember.id)
        .execution_options(populate_existing=True)
    ).all()
    if not found:
        raise NotThere()
    return list(found)


def end(session: Session, organisation: Organisation, members: list[TeamMember]) -> None:
    """Let somebody out of the team, in whatever records they are. Raises WrongState for its only lead."""
    keep_a_lead(session, organisation, members, None)
    for member in members:
        member.left_at = utc_now()


def keep_a_lead(session: Session, organisation: Organisation, members: list[TeamMember], becomes: Role | None) -> None:
    """Raises WrongState where this is the team's only lead and would not be one any more."""
    others = session.scalar(
        select(func.count())
        .select_from(TeamMember)
        .where(is_of(TeamMember.organisation_id, organisation.id), TeamMember.left_at.is_(None))
        .where(TeamMember.role == Role.LEAD.code, TeamMember.person_id != members[0].person_id)
    )
    if not may_lose_lead(others or 0, BY_CODE[members[0].role], becomes):
        raise WrongState(LAST_LEAD)
