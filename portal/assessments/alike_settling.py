"""Settling whether two applications that look alike are the same: an officer says so, and nothing follows by itself."""

from portal.applications.models import Application
from portal.assessments.access import check
from portal.assessments.alike import REASON_NEEDED, needs_reason
from portal.assessments.alike_models import Suspicion
from portal.db.session import action, db, locked
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid
from portal.kit.text import N_, tidy
from portal.permissions import Someone

MORE_FOUND = N_("The portal has found something else about these two since you opened the page. Look again, please.")


def settle(suspicion: Suspicion, how: str, because: str, read: int, *, by: Someone) -> None:
    """Say whether two are the same (`how`: clear or confirm), and how one knows. `read` is the version that was read.

    Raises NotThere in a conflict of interest with either side, NotAllowed, WrongState where somebody was quicker, Clash
    where more was found meanwhile, and Invalid without a reason where one is needed.
    """
    with action():
        held = hold(suspicion, by=by)
        held.machine.check(how, held.state)
        if held.version != read:
            raise Clash(MORE_FOUND)
        because = tidy(because)
        if not because and needs_reason(how, weak=held.is_weak):
            raise Invalid({"because": REASON_NEEDED})
        held.because, held.settled_by, held.settled_at = because, by.person_id, utc_now()
        held.version += 1
        move(held, how, by=by)


def ask_again(suspicion: Suspicion, *, by: Someone) -> None:
    """Open the question again, whoever settled it. Raises as above."""
    with action():
        held = hold(suspicion, by=by)
        held.settled_by = held.settled_at = None
        held.version += 1
        move(held, "ask_again", by=by)


def hold(suspicion: Suspicion, *, by: Someone) -> Suspicion:
    """The suspicion, held until the deed ends, where this person may read both sides. Raises NotThere."""
    held = locked(suspicion)
    for id in (held.first_id, held.second_id):
        check(db.session.get_one(Application, id), by=by)
    return held
