"""Counting the answers to the equality questions. What is kept is how often each was given, and nothing else.

No row belongs to anybody, none has a moment, and history is told nothing: what was answered cannot be led back to who
answered it, not even by whoever holds the database. That somebody was asked is marked, so that nobody counts twice.
"""

from collections.abc import Mapping

from sqlalchemy import select

from portal.applications.equality import Figures, figures, last_to_answer, why_not_ask
from portal.applications.keyed import acts_for
from portal.applications.models import Application, EqualityCount
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.permissions import Permission, Someone


def count(application: Application, given: Mapping[str, str], *, by: Someone) -> None:
    """Count what a lead answered, by question; no answers at all for one who leaves them out.

    Raises NotThere for another organisation's, NotAllowed for who is no lead, and WrongState where they were asked
    before, the application was not sent, or the round's numbers are closed.
    """
    with action() as session:
        window = locked(session.get_one(Round, application.round_id))
        sent = locked(application)
        if not acts_for(sent, by):
            raise NotThere()
        if not by.may(Permission.APPLICATION_SUBMIT):
            raise NotAllowed()
        why_not = why_not_ask(sent.asked_equality, sent.state, utc_now(), window.closes_at)
        if why_not or sent.submitted_at is None:
            raise WrongState(why_not)
        sent.asked_equality = True
        for question, answer in given.items():
            row = session.get(EqualityCount, (window.id, question, answer))
            if row is None:
                row = EqualityCount(round_id=window.id, question=question, answer=answer, number=0)
                session.add(row)
            row.number += 1


def may_ask(application: Application, someone: Someone) -> bool:
    """Whether to offer the questions to this person, for an application that was loaded with its round."""
    if application.submitted_at is None or not someone.may(Permission.APPLICATION_SUBMIT):
        return False
    closes_at = application.round.closes_at
    why_not = why_not_ask(application.asked_equality, application.state, utc_now(), closes_at)
    return acts_for(application, someone) and why_not is None


def figures_of(window: Round) -> list[Figures] | None:
    """What may be shown of a round's counts; None while it still takes answers."""
    if utc_now() <= last_to_answer(window.closes_at):
        return None
    rows = db.session.execute(
        select(EqualityCount.question, EqualityCount.answer, EqualityCount.number).where(
            EqualityCount.round_id == window.id
        )
    )
    return figures({(row.question, row.answer): row.number for row in rows})
