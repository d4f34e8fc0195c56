"""Asking to join a team that is here already: asking, taking it back, the lead's answer, and the end of waiting."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.actions import themselves
from portal.accounts.limits import Limit
from portal.accounts.models import Person
from portal.db.session import action, db
from portal.history.actions import move, note
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, NotThere, TooMany, WrongState
from portal.kit.text import N_
from portal.organisations import notices
from portal.organisations.joining import (
    ALREADY_YOURS,
    ANSWERED,
    REQUEST_LIFE,
    TOO_MANY_ASKED,
    TOO_MANY_FOUND,
)
from portal.organisations.models import JoinRequest, Organisation, TeamMember
from portal.organisations.one import held as held_one
from portal.organisations.one import is_of, one, standing
from portal.organisations.teams import join, membership, need
from portal.organisations.verification import CONFLICT
from portal.permissions import PORTAL, Permission, Role, Someone

LOOKS = Limit("organisations_looked_for", 40)
ASKS = Limit("requests_to_join", 10)
AT_A_TIME = 100


def look(*, by: Someone) -> None:
    """Count that somebody looks for an organisation. Raises TooMany beyond 40 an hour: this is no directory."""
    with action() as session:
        if limits.used_up(session, LOOKS, str(by.person_id)):
            raise TooMany(TOO_MANY_FOUND)
        limits.count(session, LOOKS, str(by.person_id))


def ask(organisation: Organisation, line: str, *, by: Someone) -> JoinRequest:
    """Ask the leads of an organisation to join its team; asked twice is asked once, with the newer line.

    Without a lead the council is asked. Raises WrongState for somebody in the team, TooMany beyond 10 an hour.
    """
    with action() as session:
        kept = held_one(organisation)
        if membership(session, kept.id, by) is not None:
            raise WrongState(ALREADY_YOURS)
        there = waiting_of(session, kept.id, by)
        if there is not None:
            there.line = line or there.line
            return there
        if limits.used_up(session, ASKS, str(by.person_id)):
            raise TooMany(TOO_MANY_ASKED)
        limits.count(session, ASKS, str(by.person_id))
        request = new_request(kept, line, by=by)
        session.add(request)
        session.flush()
        note(request, "ask", by=by)
        note(kept, "ask_to_join", by=by, request=request.id)
        notices.asked(request, kept, by=by)
    return request


def new_request(organisation: Organisation, line: str, *, by: Someone) -> JoinRequest:
    """A request that waits for thirty days."""
    now = utc_now()
    return JoinRequest(
        organisation_id=organisation.id,
        person_id=by.person_id,
        line=line,
        asked_at=now,
        expires_at=now + REQUEST_LIFE,
    )


def waiting_of(session: Session, organisation_id: int, by: Someone) -> JoinRequest | None:
    """What this person has asked of an organisation, while it waits."""
    return session.scalar(
        select(JoinRequest)
        .where(is_of(JoinRequest.organisation_id, one(organisation_id)), JoinRequest.person_id == by.person_id)
        .where(JoinRequest.state == "waiting")
        .order_by(JoinRequest.id)
        .limit(1)
    )


def withdraw(ref: str, *, by: Someone) -> None:
    """Take one's own request back. Raises NotThere for another's, WrongState once it was answered."""
    with action() as session:
        request = held(session, JoinRequest.ref == ref, JoinRequest.person_id == by.person_id)
        if request.state != "waiting":
            raise WrongState(ANSWERED)
        end(request, "withdraw", by=by)


def accept(organisation: Organisation, ref: str, role: Role, *, by: Someone) -> None:
    """Let somebody join in this role; a lead does this. Of two leads the first decides, the other has WrongState."""
    with action() as session:
        kept, request = opened(session, organisation, ref, by=by)
        end(request, "accept", by=by, role=role.code)
        let_join(session, kept, request, role, by=by)
        note(kept, "accept_request", by=by, request=request.id)


def decline(organisation: Organisation, ref: str, word: str, *, by: Someone) -> None:
    """Decline somebody, with a word for them or without; a lead does this. Raises as `accept` does."""
    with action() as session:
        kept, request = opened(session, organisation, ref, by=by)
        request.word = word
        end(request, "decline", by=by)
        note(kept, "decline_request", by=by, request=request.id)
        notices.declined(request, kept, person_of(session, request))


def let_in(ref: str, *, by: Someone) -> None:
    """Let somebody lead a team that has no lead; the council does this. Raises WrongState where there is one by now."""
    with action() as session:
        kept, request = opened_by_council(session, ref, by=by)
        end(request, "let_in", by=by, role=Role.LEAD.code)
        let_join(session, kept, request, Role.LEAD, by=by)
        note(kept, "let_in", by=by, request=request.id)


def turn_down(ref: str, word: str, *, by: Someone) -> None:
    """Decline somebody who asked to join a team without a lead; the council does this. Raises as `let_in` does."""
    with action() as session:
        kept, request = opened_by_council(session, ref, by=by)
        request.word = word
        end(request, "turn_down", by=by)
        note(kept, "turn_down", by=by, request=request.id)
        notices.declined(request, kept, person_of(session, request))


def opened(session: Session, organisation: Organisation, ref: str, *, by: Someone) -> tuple[Organisation, JoinRequest]:
    """An organisation and a request to join it, both held. Raises NotAllowed, NotThere, or WrongState once answered."""
    kept = held_one(organisation)
    need(session, kept, Permission.TEAM_MANAGE, by=by)
    request = held(session, JoinRequest.ref == ref, is_of(JoinRequest.organisation_id, kept.id))
    if request.state != "waiting":
        raise WrongState(ANSWERED)
    return kept, request


def opened_by_council(session: Session, ref: str, *, by: Someone) -> tuple[Organisation, JoinRequest]:
    """The same for the council, where no lead is left to answer and the officer has no part in it."""
    if not by.may(Permission.ORGANISATION_VERIFY):
        raise NotAllowed()
    whose = session.scalar(select(JoinRequest.organisation_id).where(JoinRequest.ref == ref))
    if whose is None:
        raise NotThere()
    kept = held_one(standing(session, whose))
    request = held(session, JoinRequest.ref == ref)
    if request.person_id == by.person_id or membership(session, kept.id, by) is not None:
        raise NotAllowed(CONFLICT)
    if request.state != "waiting" or has_lead(session, kept.id):
        raise WrongState(ANSWERED)
    request.by_council = True
    return kept, request


def held(session: Session, *which: object) -> JoinRequest:
    """A request as it is at this moment, held until the deed ends. Raises NotThere."""
    question = select(JoinRequest).where(*which).with_for_update()  # type: ignore[arg-type]
    found = session.scalar(question.execution_options(populate_existing=True))
    if found is None:
        raise NotThere()
    return found


def end(request: JoinRequest, name: str, *, by: Someone, **facts: str) -> None:
    """Take a move that ends the waiting."""
    request.ended_at, request.answered_by = utc_now(), by.person_id
    move(request, name, by=by, **facts)


def let_join(session: Session, kept: Organisation, request: JoinRequest, role: Role, *, by: Someone) -> None:
    """Give them the place, unless they have one by now, and tell them."""
    person = person_of(session, request)
    if membership(session, kept.id, themselves(person)) is None:
        join(session, kept, role, by=themselves(person))
    notices.accepted(request, kept, person, role)


def person_of(session: Session, request: JoinRequest) -> Person:
    """Who asked."""
    return session.get_one(Person, request.person_id)


def has_lead(session: Session, organisation_id: int) -> bool:
    """Whether anybody leads the team just now."""
    question = select(func.count()).select_from(TeamMember).where(is_of(TeamMember.organisation_id, organisation_id))
    return bool(session.scalar(question.where(TeamMember.role == Role.LEAD.code, TeamMember.left_at.is_(None))))


@job("expire_join_requests", dt.timedelta(hours=1), N_("End requests to join that nobody answered"))
def expire() -> int:
    """End what nobody answered for thirty days, and tell who asked; how many there were."""
    late = select(JoinRequest.id).where(JoinRequest.state == "waiting", JoinRequest.expires_at <= utc_now())
    ids = db.session.scalars(late.order_by(JoinRequest.expires_at, JoinRequest.id).limit(AT_A_TIME)).all()
    return sum(expire_one(id) for id in ids)


def expire_one(id: int) -> bool:
    """End one of them, unless it was answered this very moment."""
    with action() as session:
        request = held(session, JoinRequest.id == id)
        if request.state != "waiting":
            return False
        end(request, "expire", by=PORTAL)
        notices.expired(request, standing(session, request.organisation_id), person_of(session, request))
        return True
