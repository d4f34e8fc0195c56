"""What waits for approvers: to propose, to confirm, to release."""

from functools import cache
from typing import Any

from flask_babel import ngettext
from sqlalchemy import Row, Select, func, or_, select

from portal.assessments.access import READER, Reads, readable
from portal.assessments.outcomes import in_short
from portal.assessments.queues import OF_ROUND, THE_ROUND, as_they_read
from portal.assessments.tables import APPLICATIONS, DECISIONS, ORGANISATIONS, ROUNDS, STANDINGS
from portal.kit.queues import Work
from portal.kit.text import N_
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Permission as P
from portal.web.words import translated

SENT_BACK = N_("sent back")


@cache
def propose_question(reads: Reads) -> Select[Any]:
    """Applications with all their scores in and no decision that stands: none yet, or one that was sent back."""
    return (
        before_panel(reads, STANDINGS.c.at.label("since"), DECISIONS.c.state.label("b"))
        .join(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(or_(DECISIONS.c.id.is_(None), DECISIONS.c.state == "returned"))
    )


@cache
def confirm_question(reads: Reads) -> Select[Any]:
    """Applications with a proposal that somebody else made."""
    since, outcome = DECISIONS.c.proposed_at.label("since"), DECISIONS.c.outcome.label("b")
    return (
        before_panel(reads, since, outcome, DECISIONS.c.amount_pence.label("number"))
        .join(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(DECISIONS.c.state == "proposed", DECISIONS.c.proposed_by != READER)
    )


@cache
def release_question(reads: Reads) -> Select[Any]:
    """Rounds with confirmed decisions, each with the number of its letters that wait."""
    letters, since = func.count(DECISIONS.c.id).label("number"), func.min(DECISIONS.c.confirmed_at).label("since")
    return (
        select(*THE_ROUND, since, ROUNDS.c.told_by.label("due"), letters)
        .join(DECISIONS, DECISIONS.c.round_id == ROUNDS.c.id)
        .join(APPLICATIONS, APPLICATIONS.c.id == DECISIONS.c.application_id)
        .where(DECISIONS.c.state == "confirmed", APPLICATIONS.c.state == "scored", readable(reads))
        .group_by(ROUNDS.c.id)
    )


def before_panel(reads: Reads, *columns: Any) -> Select[Any]:
    """The question for applications before the panel that READER may read; `columns` are what else is asked."""
    return (
        select(APPLICATIONS.c.id, APPLICATIONS.c.ref.label("target"), APPLICATIONS.c.title)
        .add_columns(ORGANISATIONS.c.name.label("a"), ROUNDS.c.panel_on.label("due"), *OF_ROUND, *columns)
        .select_from(APPLICATIONS)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "scored", readable(reads))
    )


def whether_sent_back(row: Row[Any]) -> str:
    """Whose it is, and that its proposal was sent back."""
    return " · ".join((row.a, *([translated(SENT_BACK)] if row.b else [])))


def proposal(row: Row[Any]) -> str:
    """Whose it is, and what is proposed."""
    return " · ".join((row.a, translated(in_short(row.b, row.number))))


def how_many_letters(row: Row[Any]) -> str:
    """How many letters of a round wait."""
    return str(ngettext("%(num)s letter", "%(num)s letters", row.number))


TO_PROPOSE = Work(
    "to_propose",
    N_("To propose"),
    N_("No application waits for a proposal."),
    P.DECISION_PROPOSE,
    "assessments.decide",
    "ref",
    as_they_read(propose_question),
    whether_sent_back,
    record="application",
    claimable=True,
)
TO_CONFIRM = Work(
    "to_confirm",
    N_("To confirm"),
    N_("No proposal waits for you."),
    P.DECISION_CONFIRM,
    "assessments.decide",
    "ref",
    as_they_read(confirm_question),
    proposal,
    record="application",
    claimable=True,
)
TO_RELEASE = Work(
    "to_release",
    N_("Letters to release"),
    N_("No letter waits to be released."),
    P.DECISION_RELEASE,
    "assessments.letters",
    "code",
    as_they_read(release_question),
    how_many_letters,
    record="round",
)
