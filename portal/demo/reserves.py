"""The demonstration's reserve list: two partners turned their offers down, so one got the money and one may."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments import promoting, turning_down
from portal.assessments.models import Decision, Panel
from portal.assessments.reserve_models import Promotion
from portal.demo.cast import BY_KEY
from portal.demo.checks import CAST
from portal.demo.sendings import Sent
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.organisations.queries import someone_for
from portal.permissions import Someone

REASONS = (
    "Our treasurer has moved away, and we cannot run it this year.",
    "Another funder pays for all of it now. Please give it to somebody else.",
)
HOUR = dt.timedelta(hours=1)


def lay(session: Session, round_: Round, sent: list[Sent]) -> None:
    """The first who was funded in place of somebody else, and the next, who waits for a second approver."""
    session.flush()
    joyce, martin = (known(BY_KEY[key].email) for key in ("joyce", "martin"))
    for number, because in enumerate(REASONS):
        giver = one_who_frees_enough(session, round_, sent)
        turning_down.turn_down(giver.row, because, by=known(lead_of(session, giver)))
        promotion = session.scalars(select(Promotion).where(Promotion.state == "suggested")).one()
        next_ = session.get_one(Application, promotion.application_id)
        promoting.adopt(next_, promotion.reasons, promotion.letter, by=joyce, version=promotion.version)
        if number == 0:
            promoting.confirm(next_, by=martin)
            promoting.release(next_, by=martin)
    went(session)


def one_who_frees_enough(session: Session, round_: Round, sent: list[Sent]) -> Sent:
    """The first that got a grant, none of the cast, without which what is left pays for somebody on the list."""
    panel = session.get_one(Panel, round_.id)
    promoted = set(session.scalars(select(Promotion.application_id)))
    waiting = [one.row for one in sent if one.row.state == "reserved" and one.row.id not in promoted]
    wanted = [row.amount_pence or 0 for row in waiting]
    lacking = min(wanted) - (panel.budget_pence - panel.committed_pence)
    for one in sent:
        is_theirs = one.row.state == "funded" and one.row.id not in promoted and one.team.demo.key not in CAST
        if is_theirs and got(session, one) >= lacking:
            return one
    raise LookupError("the demonstration's panel has no offer that could be turned down")


def got(session: Session, one: Sent) -> int:
    """What it was given, in pence."""
    return session.scalars(select(Decision.amount_pence).where(Decision.application_id == one.row.id)).one()


def lead_of(session: Session, one: Sent) -> str:
    """The address of who leads it."""
    return session.scalars(select(Person.email).where(Person.id == one.team.lead_id)).one()


def known(email: str) -> Someone:
    """Whoever has that address."""
    found = someone_for(email)
    assert found is not None, email
    return found


def went(session: Session) -> None:
    """The letters just written went out an hour ago."""
    session.flush()
    at = utc_now() - HOUR
    for row in session.scalars(select(Letter).where(Letter.status == "waiting")):
        row.status, row.created_at, row.next_try_at, row.sent_at = "sent", at, at, at
