"""What a choice would do to the round's budget, before anybody proposes it."""

from dataclasses import dataclass

from portal.assessments.outcomes import amount_for, why_not_commit
from portal.assessments.rules import OUTCOMES
from portal.kit.errors import Invalid
from portal.kit.money import pence, pounds
from portal.kit.text import N_, Say


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice takes and leaves, in a sentence. `left` (pence) is what would be left; None where nobody may know.

    `is_over`: less is left than it takes.
    """

    sentence: Say
    left: int | None = None
    is_over: bool = False


def effect(outcome: str, typed: str, *, asked: int, left: int | None, held: int) -> Effect | None:
    """What choosing an outcome, with an amount as it was typed, would do; None while nothing is chosen.

    `asked`, `left` in the budget now, and what this very application `held` of it before are pence. `left` is None for
    somebody whom it would tell what was decided on an applicant of theirs; they learn only what the choice itself says.
    """
    if outcome not in OUTCOMES:
        return None
    try:
        amount = amount_for(outcome, asked, part_in(typed) if outcome == "part_fund" else None)
    except Invalid as refused:
        [sentence] = refused.errors.values()
        return Effect(sentence if isinstance(sentence, Say) else Say(sentence))
    if left is None:
        return Effect(Say(N_("It takes {amount} from the budget."), amount=pounds(amount)))
    free = left + held
    if amount > free:
        return Effect(why_not_commit(amount, free), free, is_over=True)
    after = free - amount
    return Effect(
        Say(
            N_("It takes {amount} from the budget, and {left} would be left."),
            amount=pounds(amount),
            left=pounds(after),
        ),
        after,
    )


def part_in(typed: str) -> int | None:
    """The pence of a part as it was typed; None where nothing was. Raises Invalid for what is no amount."""
    if not typed.strip():
        return None
    try:
        return pence(typed)
    except ValueError as error:
        raise Invalid({"amount": N_("Enter an amount in pounds, like £1,250.")}) from error
