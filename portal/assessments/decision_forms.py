"""The panel's forms."""

from collections.abc import Mapping
from typing import Any

from wtforms import HiddenField, RadioField, SelectChoice, SelectMultipleField
from wtforms.validators import ValidationError

from portal.assessments.conditions import once, typed_in
from portal.assessments.rules import OUTCOMES
from portal.kit.money import pence
from portal.kit.text import N_, Say, count_words
from portal.web.forms import Form, Line, Needed, Text
from portal.web.words import translated

REASON_WORDS, LETTER_WORDS, WHY_WORDS = 150, 400, 150


def within(_form: Form, field: Any) -> None:
    """Raises ValidationError for more words than the field takes; what is over stays on the page."""
    there = count_words(field.data or "")
    if there > field.words:
        say = Say(N_("Use {words} words or fewer. There are {there} now."), words=field.words, there=there)
        raise ValidationError(translated(say))


class Versioned(Form):
    """A form about a decision, with the version of it that was read; empty where there was none yet."""

    version = HiddenField(N_("Version"))

    def read(self) -> int | None:
        """The version that was read, or None."""
        typed = str(self.version.data or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


class DecisionForm(Versioned):
    """What an approver proposes."""

    outcome = RadioField(
        N_("What do you propose?"),
        [Needed(N_("Choose what you propose."))],
        choices=[SelectChoice(code, words) for code, words in OUTCOMES.items()],
        validate_choice=False,
    )
    amount = Line(N_("How much, where it is a part?"), description=N_("In pounds, like £1,250"), most=20)
    reasons = Text(
        N_("Reasons"),
        [Needed(N_("Give the reasons, in words for the partner.")), within],
        words=REASON_WORDS,
        description=N_("The partner reads them beside the decision"),
    )
    standard = SelectMultipleField(N_("Conditions of the grant"), validate_choice=False)
    conditions = Text(
        N_("Other conditions"),
        description=N_("Each on a line of its own. They stand in the letter, below the decision"),
    )
    letter = Text(
        N_("Letter"),
        [Needed(N_("Write the letter that the partner will get.")), within],
        words=LETTER_WORDS,
    )

    def __init__(self, offered: Mapping[str, str], **kept: Any) -> None:
        """`offered` are the conditions to pick from, label by code."""
        super().__init__(**kept)
        self.standard.choices = [(code, label) for code, label in offered.items()]

    def validate_standard(self, field: Any) -> None:
        """Raises ValidationError for a condition that is not offered (any more)."""
        if set(field.data or ()) - {code for code, _ in self.standard.choices}:
            raise ValidationError(translated(N_("The list of conditions has changed. Pick from it again.")))

    def all_conditions(self) -> tuple[str, ...]:
        """What was picked, in the order in which it is offered, and then what was typed."""
        picked = [label for code, label in self.standard.choices if code in (self.standard.data or ())]
        return once([*picked, *typed_in(self.conditions.data or "")])

    def words(self) -> tuple[str, int | None, str, str]:
        """What is proposed: outcome, amount (pence), reasons and letter."""
        return str(self.outcome.data), self.pence(), str(self.reasons.data), str(self.letter.data)

    def pence(self) -> int | None:
        """The amount in pence where a part is funded, else None. Raises ValueError for what is no amount."""
        return pence(self.amount.data) if self.outcome.data == "part_fund" and self.amount.data else None

    def validate_amount(self, field: Any) -> None:
        """Raises ValidationError for what is no amount, where one matters."""
        try:
            self.pence()
        except ValueError as error:
            raise ValidationError(translated(N_("Enter an amount in pounds, like £1,250."))) from error


class SendBackForm(Versioned):
    """Why a decision is sent back."""

    why = Text(
        N_("Why do you send it back?"),
        [Needed(N_("Say why you send it back, so that the next proposal can be better.")), within],
        words=WHY_WORDS,
        description=N_("For the proposer. The partner never sees it"),
    )
