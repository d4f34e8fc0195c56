"""The one door through which a state changes, and the note of every other deed."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from portal.db.session import action
from portal.history.models import Deed, Recorded, Stateful
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed
from portal.kit.states import Move
from portal.permissions import PORTAL, Permission, Someone

CODE = re.compile(r"[\w.:+-]{0,60}")
HEARD_BY: list[Callable[[Session, Deed, Recorded, Someone], None]] = []
"""Who hears of every deed, inside of it. A room above puts its own here when it is imported."""


def note(subject: Recorded, verb: str, /, *, by: Someone, **facts: Any) -> None:
    """Write down a deed that changes no state. Facts are ids, codes and pence; ValueError for anything else."""
    write(subject, verb, None, None, by, facts)


def move(thing: Stateful, name: str, /, *, by: Someone, **facts: Any) -> Move:
    """Take a move of the thing's machine: check state and permission, change the state, write it down.

    Raises WrongState when the thing is elsewhere, NotAllowed when this person's roles do not include the move.
    """
    taken = thing.machine.check(name, thing.state)
    if by is not PORTAL and not (isinstance(taken.needs, Permission) and by.may(taken.needs)):
        raise NotAllowed()
    before, thing.state = thing.state, taken.to
    write(thing, name, before, taken.to, by, facts)
    return taken


def write(
    subject: Recorded, verb: str, before: str | None, after: str | None, by: Someone, facts: dict[str, Any]
) -> None:
    """Add the row, in the transaction of the deed itself."""
    for value in facts.values():
        if not is_code(value):
            raise ValueError(f"history holds no free text: {verb}")
    with action() as session:
        session.flush()
        deed = Deed(
            at=utc_now(),
            subject=subject.kind,
            subject_id=subject.id,
            verb=verb,
            from_state=before,
            to_state=after,
            actor_id=by.person_id,
            facts=facts,
        )
        session.add(deed)
        for hear in HEARD_BY:
            hear(session, deed, subject, by)


def is_code(value: Any) -> bool:
    """Whether a fact is an id, a code, an amount, or a list of such."""
    if isinstance(value, list | tuple):
        return all(is_code(part) for part in value)
    return value is None or isinstance(value, int) or (isinstance(value, str) and bool(CODE.fullmatch(value)))
