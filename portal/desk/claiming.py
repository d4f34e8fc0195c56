"""Taking what waits, handing it over and giving it back. Nothing is locked by it: it says to all whose it is.

Who may do something to a thing is asked of its queue's own question: only what waits in somebody's inbox can be taken
by them, or handed to them.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.models import Person
from portal.db.session import action
from portal.desk import beside, colleagues, notices
from portal.desk.beside import Here
from portal.desk.models import Claim
from portal.desk.queues import BY_CODE, of
from portal.desk.rules import CHOOSE_COLLEAGUE, GIVEN_BACK, NOT_YOURS, TAKEN_NOW
from portal.history.actions import note
from portal.history.models import Recorded
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotThere, WrongState
from portal.kit.queues import Work
from portal.kit.text import Say
from portal.permissions import Someone


class Waits(Recorded):
    """A thing that waits, so that taking it is written down: of which queue, its facts say."""

    kind = "waiting"

    def __init__(self, id: int) -> None:
        self.id = id


def waiting_for(someone: Someone, queue: str, target: str) -> Here:
    """A thing in this person's own inbox that can be taken. Raises NotThere for any other."""
    work = BY_CODE.get(queue)
    here = beside.found(someone, [work], target) if work and work.claimable and work in of(someone) else None
    if here is None:
        raise NotThere()
    return here


def take(queue: str, target: str, stamp: str, *, by: Someone) -> Here:
    """Take a thing, or take it over from who has it. `stamp` says who had it on the page that was read.

    Raises NotThere, and Clash where somebody else has it by now.
    """
    assert by.person_id is not None, "only a person has an inbox"
    with action() as session:
        here = alone(session, queue, target, by=by)
        held = here.row.held
        if held is not None and held.person_id == by.person_id and not held.is_stale:
            return here
        if held is not None and held.stamp != stamp and not held.is_stale:
            raise Clash(Say(TAKEN_NOW, name=held.name))
        put(session, here.work, here.id, by.person_id)
        verb = "take_over" if held is not None and held.person_id != by.person_id else "take"
        note(Waits(here.id), verb, by=by, queue=queue)
    return here


def give_back(queue: str, target: str, *, by: Someone) -> Here:
    """Let go of a thing. Raises NotThere, and WrongState for what somebody else has, or nobody."""
    with action() as session:
        here = alone(session, queue, target, by=by)
        held = here.row.held
        if held is None:
            raise WrongState(GIVEN_BACK)
        if held.person_id != by.person_id:
            raise WrongState(Say(TAKEN_NOW, name=held.name))
        session.delete(claim_of(session, here))
        note(Waits(here.id), "give_back", by=by, queue=queue)
    return here


def hand_over(queue: str, target: str, colleague: str, word: str, *, by: Someone) -> str:
    """Hand a thing that this person or nobody has to a colleague for whom it waits as well, and write to them.

    `colleague` is a reference. Returns the name. Raises NotThere, Invalid for anybody else, and WrongState where
    somebody has it who is not this person.
    """
    with action() as session:
        here = alone(session, queue, target, by=by)
        held = here.row.held
        if held is not None and held.person_id != by.person_id and not held.is_stale:
            raise WrongState(Say(NOT_YOURS, name=held.name))
        to = {each.ref: each for each in colleagues.who_can(here, but=by)}.get(colleague)
        if to is None:
            raise Invalid({"colleague": CHOOSE_COLLEAGUE})
        kept = put(session, here.work, here.id, to.id)
        kept.handed_by, kept.word = by.person_id, word
        note(Waits(here.id), "hand_over", by=by, queue=queue, to=to.id)
        notices.handed_over(session.get_one(Person, to.id).email, here, giver=by.name)
    return to.name


def alone(session: Session, queue: str, target: str, *, by: Someone) -> Here:
    """The thing as it stands once nobody else takes it at this moment. Raises NotThere."""
    limits.one_at_a_time(session, f"claim {queue} {target}")
    return waiting_for(by, queue, target)


def put(session: Session, work: Work, thing_id: int, person_id: int) -> Claim:
    """Write down that somebody has a thing from now on, and nobody else."""
    there = select(Claim).where(Claim.queue == work.code, Claim.thing_id == thing_id)
    kept = session.scalar(there.with_for_update())
    if kept is None:
        kept = Claim(queue=work.code, record=work.record, thing_id=thing_id)
        session.add(kept)
    kept.person_id, kept.since, kept.seen_at = person_id, utc_now(), utc_now()
    kept.handed_by, kept.word = None, ""
    return kept


def claim_of(session: Session, here: Here) -> Claim:
    """The row that says who has a thing."""
    its = select(Claim).where(Claim.queue == here.work.code, Claim.thing_id == here.id)
    return session.scalars(its.with_for_update()).one()
