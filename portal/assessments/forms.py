"""What is typed when an application is checked, found a reader for, and scored."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, RadioField, SelectChoice, SelectField, ValidationError

from portal.assessments.diligence import begun_with
from portal.assessments.scoring import Mark, Typed
from portal.assessments.sharing import Reviewer
from portal.kit.errors import Invalid
from portal.kit.text import N_, Say, tidy
from portal.web.forms import Form, Needed, Text
from portal.web.words import translated

ELIGIBLE, NOT_ELIGIBLE = "eligible", "not_eligible"
NO_POINTS = -1
"""Stands for points that are none of the circles; the rules refuse them."""


class TriageForm(Form):
    """Whether an application can go on, and why not."""

    outcome = RadioField(
        N_("Can this application go on?"),
        [Needed(N_("Say whether it can go on"))],
        choices=[
            SelectChoice(ELIGIBLE, N_("Yes, it is eligible")),
            SelectChoice(NOT_ELIGIBLE, N_("No, it is not eligible")),
        ],
    )
    reasons = Text(N_("If not: why?"))
    begun = HiddenField()

    @property
    def is_as_begun(self) -> bool:
        """Whether the reasons are what the page began with, so that nobody has written any."""
        return bool(self.begun.data == begun_with(self.reasons.data or ""))

    def begin(self, reasons: str, *, anew: bool) -> None:
        """Fill in the reasons that follow from what failed, unless somebody has written others."""
        if anew or self.is_as_begun:
            self.reasons.data = reasons

    def object_to(self, wrong: Mapping[str, Say]) -> None:
        """Put what a verb objects to beside this form's own fields; the rest stands on its line."""
        self.refuse(Invalid({name: sentence for name, sentence in wrong.items() if name in self._fields}))

    def validate_reasons(self, field: Any) -> None:
        """Raises ValidationError for reasons that would reach nobody: they are for partners whose application ends."""
        if field.data and self.outcome.data == ELIGIBLE and not self.is_as_begun:
            raise ValidationError(translated(N_("Only a “No” is sent with reasons. Choose “No”, or take them out.")))


class ReaderForm(Form):
    """Who reads an application that wants one more reader."""

    reviewer = SelectField(N_("Reviewer"), coerce=int, validate_choice=False)

    def offer(self, free: Sequence[Reviewer], *, loads: bool) -> None:
        """Offer these reviewers; with their loads, and who has least to read first, where those may be seen."""
        if not loads:
            self.reviewer.choices = [SelectChoice(each.id, each.name) for each in free]
            return
        self.reviewer.choices = [
            SelectChoice(each.id, Say(N_("{name} ({number} to read)"), name=each.name, number=each.to_read))
            for each in sorted(free, key=lambda each: each.to_read)
        ]


def typed_scores(form: MultiDict[str, str], codes: Iterable[str]) -> dict[str, Typed]:
    """What was sent of each criterion; one that was not sent at all is left alone."""
    return {code: typed_score(form, code) for code in codes if f"reason-{code}" in form}


def typed_score(form: MultiDict[str, str], code: str) -> Typed:
    """One criterion as it was sent. Of a choice between two, the last value counts: the first says that one is due."""
    mark = Mark(points_from(form.get(f"points-{code}", "")), tidy(form[f"reason-{code}"]))
    return Typed(mark, form.get(f"seen-{code}", ""), (form.getlist(f"keep-{code}") or [""])[-1])


def points_from(word: str) -> int | None:
    """Points from a circle's value, None for no circle."""
    if not word:
        return None
    return int(word) if word in {"0", "1", "2", "3", "4", "5"} else NO_POINTS
