"""What waits for approvers: to propose, to confirm, to release. Each queue is one statement."""

from functools import cache
from typing import Any

from flask_babel import ngettext
from sqlalchemy import Row, Select, func, or_, select

from portal.assessments.access import READER, Reads, readable
from portal.assessments.outcomes import in_short
from portal.assessments.queues import first, queue
from portal.assessments.tables import APPLICATIONS, DECISIONS, ORGANISATIONS, ROUNDS, STANDINGS
from portal.kit.queues import Queue, Waiting
from portal.kit.text import N_
from portal.permissions import Someone
from portal.web.words import translated

SENT_BACK = N_("sent back")


def to_propose(someone: Someone) -> Queue:
    """Applications with all their scores in and no proposal, or one that was sent back; the nearest panel first."""

    def line(row: Row[Any]) -> Waiting:
        return one(row, *([translated(SENT_BACK)] if row.state else []))

    empty = N_("No application waits for a proposal.")
    return queue("to_propose", N_("To propose"), empty, propose_question, someone, line)


@cache
def propose_question(reads: Reads) -> Select[Any]:
    """Scored, and without a decision that stands."""
    return first(
        before_panel(reads, STANDINGS.c.at.label("since"), DECISIONS.c.state)
        .join(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(or_(DECISIONS.c.id.is_(None), DECISIONS.c.state == "returned"))
        .order_by(ROUNDS.c.panel_on, STANDINGS.c.at, APPLICATIONS.c.id)
    )


def to_confirm(someone: Someone) -> Queue:
    """Proposals that somebody else made, those of the nearest panel first."""

    def line(row: Row[Any]) -> Waiting:
        return one(row, translated(in_short(row.outcome, row.amount_pence)))

    return queue("to_confirm", N_("To confirm"), N_("No proposal waits for you."), confirm_question, someone, line)


@cache
def confirm_question(reads: Reads) -> Select[Any]:
    """Proposed, and not by READER."""
    return first(
        before_panel(reads, DECISIONS.c.proposed_at.label("since"), DECISIONS.c.outcome, DECISIONS.c.amount_pence)
        .join(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(DECISIONS.c.state == "proposed", DECISIONS.c.proposed_by != READER)
        .order_by(ROUNDS.c.panel_on, DECISIONS.c.proposed_at, DECISIONS.c.id)
    )


def to_release(someone: Someone) -> Queue:
    """Rounds with confirmed decisions whose letters wait, the nearest promise first."""

    def line(row: Row[Any]) -> Waiting:
        note = ngettext("%(num)s letter", "%(num)s letters", row.letters)
        return Waiting(row.title, "assessments.letters", {"code": row.code}, row.since, row.told_by, note)

    empty = N_("No letter waits to be released.")
    return queue("to_release", N_("Letters to release"), empty, release_question, someone, line)


@cache
def release_question(reads: Reads) -> Select[Any]:
    """Rounds, each with the number of its letters that wait."""
    letters, since = func.count(DECISIONS.c.id).label("letters"), func.min(DECISIONS.c.confirmed_at).label("since")
    return first(
        select(ROUNDS.c.code, ROUNDS.c.title, ROUNDS.c.told_by, letters, since)
        .join(DECISIONS, DECISIONS.c.round_id == ROUNDS.c.id)
        .join(APPLICATIONS, APPLICATIONS.c.id == DECISIONS.c.application_id)
        .where(DECISIONS.c.state == "confirmed", APPLICATIONS.c.state == "scored", readable(reads))
        .group_by(ROUNDS.c.id)
        .order_by(ROUNDS.c.told_by, ROUNDS.c.id)
    )


def before_panel(reads: Reads, *columns: Any) -> Select[Any]:
    """The question for applications before the panel that READER may read; `columns` are what else is asked."""
    return (
        select(APPLICATIONS.c.ref, APPLICATIONS.c.title, ORGANISATIONS.c.name, ROUNDS.c.panel_on, *columns)
        .select_from(APPLICATIONS)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == APPLICATIONS.c.organisation_id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "scored", readable(reads))
    )


def one(row: Row[Any], *notes: str) -> Waiting:
    """One application that waits for a decision."""
    note = " · ".join((row.name, *notes))
    return Waiting(row.title, "assessments.decide", {"ref": row.ref}, row.since, row.panel_on, note)
