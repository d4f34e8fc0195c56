"""What waits for approvers around reserve lists: to propose, to confirm, to release, and money that nobody gets."""

from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select

from portal.assessments.access import READER, Reads, readable
from portal.assessments.queues import OF_ROUND, as_they_read
from portal.assessments.tables import APPLICATIONS, FREED, ORGANISATIONS, PROMOTIONS, ROUNDS
from portal.kit.money import pounds
from portal.kit.queues import Work
from portal.kit.text import N_, Say
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Permission as P
from portal.web.words import translated

NOBODY_GETS_IT = N_("{amount} came free, and nobody on the reserve list gets it")


@cache
def suggested_question(reads: Reads) -> Select[Any]:
    """Applications that the portal proposes to fund."""
    return from_list(reads).where(PROMOTIONS.c.state == "suggested")


@cache
def proposed_question(reads: Reads) -> Select[Any]:
    """Applications that somebody else proposed to fund from the list."""
    return from_list(reads).where(PROMOTIONS.c.state == "proposed", PROMOTIONS.c.proposed_by != READER)


@cache
def confirmed_question(reads: Reads) -> Select[Any]:
    """Applications whose letter, that money became free, waits."""
    return from_list(reads).where(PROMOTIONS.c.state == "confirmed")


def from_list(reads: Reads) -> Select[Any]:
    """The question for applications with a promotion that READER may read."""
    return (
        select(APPLICATIONS.c.id, APPLICATIONS.c.ref.label("target"), APPLICATIONS.c.title)
        .add_columns(ORGANISATIONS.c.name.label("a"), PROMOTIONS.c.amount_pence.label("number"), *OF_ROUND)
        .add_columns(PROMOTIONS.c.since.label("since"))
        .select_from(PROMOTIONS)
        .join(APPLICATIONS, APPLICATIONS.c.id == PROMOTIONS.c.application_id)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(readable(reads))
    )


@cache
def freed_question(reads: Reads) -> Select[Any]:
    """Offers that were turned down, for which nobody on the list was found, and that nobody has seen."""
    return (
        select(APPLICATIONS.c.id, ROUNDS.c.code.label("target"), APPLICATIONS.c.title)
        .add_columns(FREED.c.at.label("since"), FREED.c.amount_pence.label("number"), *OF_ROUND)
        .select_from(FREED)
        .join(APPLICATIONS, APPLICATIONS.c.id == FREED.c.application_id)
        .join(ROUNDS, ROUNDS.c.id == FREED.c.round_id)
        .where(FREED.c.promotion_id.is_(None), FREED.c.seen_at.is_(None), readable(reads))
    )


def who_gets_what(row: Row[Any]) -> str:
    """Whose it is, and the amount."""
    return f"{row.a} · {pounds(row.number)}"


def what_came_free(row: Row[Any]) -> str:
    """How much it is."""
    return translated(Say(NOBODY_GETS_IT, amount=pounds(row.number)))


TO_PROMOTE = Work(
    "to_promote",
    N_("To propose from the reserve list"),
    N_("The portal proposes nobody from a reserve list."),
    P.DECISION_PROPOSE,
    "assessments.promotion",
    "ref",
    as_they_read(suggested_question),
    who_gets_what,
)
TO_CONFIRM_PROMOTION = Work(
    "to_confirm_promotion",
    N_("To confirm from the reserve list"),
    N_("No proposal from a reserve list waits for you."),
    P.DECISION_CONFIRM,
    "assessments.promotion",
    "ref",
    as_they_read(proposed_question),
    who_gets_what,
)
TO_RELEASE_PROMOTION = Work(
    "to_release_promotion",
    N_("Letters to the reserve list"),
    N_("No letter to a reserve list waits."),
    P.DECISION_RELEASE,
    "assessments.promotion",
    "ref",
    as_they_read(confirmed_question),
    who_gets_what,
)
FREED_MONEY = Work(
    "freed_money",
    N_("Money that came free"),
    N_("No money came free that nobody gets."),
    P.DECISION_PROPOSE,
    "assessments.reserve_list",
    "code",
    as_they_read(freed_question),
    what_came_free,
)
RESERVES = (TO_PROMOTE, TO_CONFIRM_PROMOTION, TO_RELEASE_PROMOTION, FREED_MONEY)
