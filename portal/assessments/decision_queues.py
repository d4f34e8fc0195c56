"""What waits for approvers: to propose, to confirm, to release. Each queue is one statement."""

from typing import Any

from flask_babel import ngettext
from sqlalchemy import Row, Select, func, or_, select

from portal.applications.models import Application
from portal.assessments.access import readable_by
from portal.assessments.models import Decision, Standing
from portal.assessments.outcomes import in_short
from portal.assessments.queues import queue
from portal.funds.models import Round
from portal.kit.queues import Queue, Waiting
from portal.kit.text import N_
from portal.organisations.models import Organisation
from portal.permissions import Someone
from portal.web.words import translated

SENT_BACK = N_("sent back")


def to_propose(someone: Someone) -> Queue:
    """Applications with all their scores in and no proposal, or one that was sent back; the nearest panel first."""
    question = (
        before_panel(someone, Standing.at.label("since"), Decision.state)
        .join(Standing, Standing.application_id == Application.id)
        .outerjoin(Decision, Decision.application_id == Application.id)
        .where(or_(Decision.id.is_(None), Decision.state == "returned"))
        .order_by(Round.panel_on, Standing.at, Application.id)
    )

    def line(row: Row[Any]) -> Waiting:
        return one(row, *([translated(SENT_BACK)] if row.state else []))

    return queue("to_propose", N_("To propose"), N_("No application waits for a proposal."), question, line)


def to_confirm(someone: Someone) -> Queue:
    """Proposals that somebody else made, those of the nearest panel first."""
    question = (
        before_panel(someone, Decision.proposed_at.label("since"), Decision.outcome, Decision.amount_pence)
        .join(Decision, Decision.application_id == Application.id)
        .where(Decision.state == "proposed", Decision.proposed_by != someone.person_id)
        .order_by(Round.panel_on, Decision.proposed_at, Decision.id)
    )

    def line(row: Row[Any]) -> Waiting:
        return one(row, translated(in_short(row.outcome, row.amount_pence)))

    return queue("to_confirm", N_("To confirm"), N_("No proposal waits for you."), question, line)


def to_release(someone: Someone) -> Queue:
    """Rounds with confirmed decisions whose letters wait, the nearest promise first."""
    letters, since = func.count(Decision.id).label("letters"), func.min(Decision.confirmed_at).label("since")
    question = (
        select(Round.code, Round.title, Round.told_by, letters, since)
        .join(Decision, Decision.round_id == Round.id)
        .join(Application, Application.id == Decision.application_id)
        .where(Decision.state == "confirmed", Application.state == "scored", readable_by(someone))
        .group_by(Round.id)
        .order_by(Round.told_by, Round.id)
    )

    def line(row: Row[Any]) -> Waiting:
        note = ngettext("%(num)s letter", "%(num)s letters", row.letters)
        return Waiting(row.title, "assessments.letters", {"code": row.code}, row.since, row.told_by, note)

    return queue("to_release", N_("Letters to release"), N_("No letter waits to be released."), question, line)


def before_panel(someone: Someone, *columns: Any) -> Select[*tuple[Any, ...]]:
    """The question for applications before the panel that this person may read; `columns` are what else is asked."""
    return (
        select(Application.ref, Application.title, Organisation.name, Round.panel_on, *columns)
        .join(Organisation, Organisation.id == Application.organisation_id)
        .join(Round, Round.id == Application.round_id)
        .where(Application.state == "scored", readable_by(someone))
    )


def one(row: Row[Any], *notes: str) -> Waiting:
    """One application that waits for a decision."""
    note = " · ".join((row.name, *notes))
    return Waiting(row.title, "assessments.decide", {"ref": row.ref}, row.since, row.panel_on, note)
