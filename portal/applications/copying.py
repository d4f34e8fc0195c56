"""Which answers of one form fit into another: by the question's code and kind. Pure; nothing is lost unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.funds.answers import Answers, is_shown
from portal.funds.questions import Form, Kind, Question
from portal.funds.typed import codes_in, is_blank

TYPED = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.NUMBER,
        Kind.MONEY,
        Kind.DATE,
        Kind.YES_NO,
        Kind.COMMUNITIES,
        Kind.WARDS,
        Kind.GROUPS,
        Kind.BARRIERS,
        Kind.BUDGET,
    }
)
"""Kinds whose answers stand for themselves. One that is not named here, and offers no choices, is not copied."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What comes along, by section and question, and what does not: each old question with the answer left behind."""

    sections: Mapping[str, Mapping[str, Any]]
    left: tuple[tuple[Question, Any], ...]

    @property
    def number(self) -> int:
        """How many answers come along."""
        return sum(map(len, self.sections.values()))


def copied(old: Form, answers: Answers, new: Form) -> Copied:
    """Sort the answers to one form into another. Answers to questions that were hidden do not count as given."""
    found: dict[str, Any] = {}
    left: list[tuple[Question, Any]] = []
    for question in old.questions():
        value = answers.get(question.code)
        if is_blank(question, value) or not is_shown(question, answers):
            continue
        fits, rest = sorted_out(question, value, new.by_code.get(question.code))
        found |= {question.code: fits} if fits else {}
        left += [(question, rest)] if rest else []
    hidden = [code for code in found if not is_shown(new.question(code), found)]
    left += [(old.question(code), found.pop(code)) for code in hidden]
    sections = {
        section.code: {each.code: found[each.code] for each in section.questions if each.code in found}
        for section in new.sections
    }
    return Copied({code: there for code, there in sections.items() if there}, tuple(left))


def sorted_out(old: Question, value: Any, new: Question | None) -> tuple[Any, Any]:
    """What of an answer fits into a question of the new form, and what of it does not; None for nothing."""
    if new is None or new.kind is not old.kind:
        return None, value
    if old.kind is Kind.CHOICE:
        return (value, None) if value in new.choice_labels() else (None, value)
    if old.kind is Kind.CHOICES:
        offered = new.choice_labels()
        fits, rest = ([code for code in codes_in(value) if (code in offered) is there] for there in (True, False))
        return fits or None, rest or None
    return (value, None) if old.kind in TYPED else (None, value)
