"""What a decision is worth, who may confirm it, and what it means for the partner."""

import datetime as dt
from dataclasses import dataclass

from portal.assessments import conditions
from portal.assessments.rules import OUTCOMES, PAYING
from portal.kit.dates import working_day
from portal.kit.errors import Invalid
from portal.kit.money import pounds
from portal.kit.text import N_, Say

LEAST_PENCE = 100
LIVE = ("proposed", "confirmed", "released")
"""The states in which a decision holds money of the round's budget."""

IN_WORDS = {
    "fund": N_("We will fund it"),
    "part_fund": N_("We will fund a part of it"),
    "reserve": N_("It is on our reserve list"),
    "decline": N_("We cannot fund it this time"),
}
"""What the partner reads, by outcome."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an approver proposes; `amount` (pence) counts only where a part is funded, conditions where anything is."""

    outcome: str
    amount: int | None
    reasons: str
    letter: str
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens after a decision, with {day} in it, and how many days after the letter that is."""

    sentence: str
    days: int


NEXT_STEPS = {
    "fund": NextStep(
        N_("We will send you the grant agreement by {day}. Please spend none of the grant before you have signed it."),
        14,
    ),
    "part_fund": NextStep(
        N_(
            "We will talk with you about what the smaller grant can do. By {day} we will send you the grant agreement."
            " Please spend none of the grant before you have signed it."
        ),
        14,
    ),
    "reserve": NextStep(
        N_("If money becomes free, we will write to you. You will hear from us by {day}, whatever happens."), 90
    ),
    "decline": NextStep(
        N_("Would you like to talk about this? Write to us by {day}. We are glad to help with your next application."),
        28,
    ),
}


def in_short(outcome: str, amount: int) -> Say:
    """An outcome as the panel's tables have it, with the pence of a part."""
    if outcome == "part_fund":
        return Say(N_("Fund in part: {amount}"), amount=pounds(amount))
    return Say(OUTCOMES[outcome])


def told_until(outcome: str, told: dt.date) -> dt.date:
    """The day by which the next step is taken, for a partner who is told on that day; never a Saturday or Sunday."""
    return working_day(told + dt.timedelta(days=NEXT_STEPS[outcome].days))


def problems(proposal: Proposal) -> dict[str, str | Say]:
    """What is missing from a proposal, a sentence by field, the money aside."""
    found: dict[str, str | Say] = {}
    if proposal.outcome not in OUTCOMES:
        found["outcome"] = N_("Choose what you propose.")
    if not proposal.reasons:
        found["reasons"] = N_("Give the reasons, in words for the partner.")
    if not proposal.letter:
        found["letter"] = N_("Write the letter that the partner will get.")
    return found | conditions.problems(proposal.outcome, proposal.conditions)


def amount_for(outcome: str, asked: int | None, part: int | None) -> int:
    """The pence that a decision commits: all that was asked, a part of it, or nothing.

    Raises Invalid where the part is less than £1 or no smaller than what was asked.
    """
    if outcome not in PAYING:
        return 0
    if not asked:
        raise Invalid({"outcome": N_("This application asks for no amount, so it cannot be funded.")})
    if outcome == "fund":
        return asked
    if part is None:
        raise Invalid({"amount": N_("Enter how much of it to fund, in pounds.")})
    if part < LEAST_PENCE:
        raise Invalid({"amount": Say(N_("Enter {least} or more."), least=pounds(LEAST_PENCE))})
    if part == asked:
        raise Invalid({"amount": N_("That is all they asked for. Choose “Fund” instead.")})
    if part > asked:
        raise Invalid({"amount": Say(N_("They asked for {asked}. Enter less than that."), asked=pounds(asked))})
    return part


def why_not_commit(amount: int, left: int | None) -> Say:
    """Why so many pence cannot be promised; `left` is None where this person may not know how much there is."""
    if left is None:
        return Say(N_("That takes {amount}, and less is left in the budget."), amount=pounds(amount))
    return Say(N_("That takes {amount}, and {left} is left in the budget."), amount=pounds(amount), left=pounds(left))


def why_not_confirm(proposed_by: int, person_id: int | None) -> Say | None:
    """Why this person cannot confirm a proposal: it takes a second one. None when they can."""
    if person_id != proposed_by:
        return None
    return Say(N_("You proposed this decision. Somebody else has to confirm it."))
