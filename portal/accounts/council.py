"""Giving and taking the council's roles."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.accounts import limits, notices
from portal.accounts.actions import end_all, new_person
from portal.accounts.models import CouncilRole, Person
from portal.accounts.queries import by_email
from portal.accounts.rules import LAST_ADMINISTRATOR
from portal.db.session import action, locked
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.permissions import BY_CODE, COUNCIL_ROLES, PORTAL, Permission, Role, Someone

TURN = "council roles"
"""One change of roles at a time, so that two administrators cannot take each other's away at once."""


def give_role(email: str, role: Role, *, by: Someone) -> Person:
    """Give whoever has that address one of the council's roles, and end their sign-ins; having it is no mistake.

    Somebody who has never been here can be given one too. Raises NotAllowed.
    """
    with action() as session:
        limits.one_at_a_time(session, TURN)
        need(session, role, by=by)
        person = locked(by_email(email) or new_person(session, email, by=by))
        if session.get(CouncilRole, (person.id, role.code)) is None:
            session.add(CouncilRole(person_id=person.id, role=role.code, given_at=utc_now()))
            end_all(session, person, "roles", by=by)
            note(person, "give_role", by=by, role=role.code)
            notices.role_given(person, role, by=by)
    return person


def take_role(person: Person, role: Role, *, by: Someone) -> None:
    """Take one of the council's roles away, and end that person's sign-ins.

    Raises NotAllowed, NotThere where they do not hold it, and WrongState for the last administrator.
    """
    with action() as session:
        limits.one_at_a_time(session, TURN)
        need(session, role, by=by)
        kept = locked(person)
        held = session.get(CouncilRole, (kept.id, role.code))
        if held is None:
            raise NotThere()
        if role is Role.ADMINISTRATOR and administrators(session) == 1:
            raise WrongState(LAST_ADMINISTRATOR)
        session.delete(held)
        end_all(session, kept, "roles", by=by)
        note(kept, "take_role", by=by, role=role.code)
        notices.role_taken(kept, role, by=by)


def need(session: Session, role: Role, *, by: Someone) -> None:
    """Raises NotAllowed unless somebody may say who holds a role, by the roles that they hold at this moment."""
    held = session.scalars(select(CouncilRole.role).where(CouncilRole.person_id == by.person_id))
    may = any(Permission.SETTINGS_EDIT in BY_CODE[code].value.permissions for code in held)
    if role not in COUNCIL_ROLES or not (may or by is PORTAL):
        raise NotAllowed()


def administrators(session: Session) -> int:
    """How many there are."""
    return session.scalar(select(func.count()).where(CouncilRole.role == Role.ADMINISTRATOR.code)) or 0
