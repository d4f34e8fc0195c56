"""Which answers of one form fit into another: by the question's code and kind. Pure; nothing is lost unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.funds.answers import Answers, is_shown
from portal.funds.questions import Form, Kind, Question
from portal.funds.typed import codes_in, is_blank, lines_in

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
    return Copied(by_section(new, found), tuple(left))


def gone_over(old: Form, answers: Answers, new: Form) -> Copied:
    """Sort the answers of a draft into newer questions of its own round: whatever is written has a place, or is left.

    Files stay where they are, for it is the same application; so does what neither form shows just now, because
    another answer may bring it back.
    """
    found: dict[str, Any] = {}
    left: dict[str, Any] = {}
    for question in old.questions():
        value = answers.get(question.code)
        fits, rest = stayed(question, value, new.by_code.get(question.code))
        found |= {} if fits is None else {question.code: fits}
        left |= {} if is_blank(question, rest) else {question.code: rest}
    hides = [
        code for code in found if not is_shown(new.question(code), found) and is_shown(old.question(code), answers)
    ]
    left |= {code: answers[code] for code in hides if not is_blank(old.question(code), answers[code])}
    stay = {code: value for code, value in found.items() if code not in hides}
    return Copied(by_section(new, stay), tuple((old.question(code), value) for code, value in left.items()))


def by_section(form: Form, answers: Answers) -> dict[str, dict[str, Any]]:
    """The answers by the section of a form that asks for them; sections without any are left out."""
    sections = {
        section.code: {each.code: answers[each.code] for each in section.questions if each.code in answers}
        for section in form.sections
    }
    return {code: there for code, there in sections.items() if there}


def stayed(old: Question, value: Any, new: Question | None) -> tuple[Any, Any]:
    """The same as `sorted_out` where the application stays the same one, and with it the files in it."""
    is_same = new is not None and new.kind is old.kind
    if is_same and (old.kind is Kind.FILE or is_blank(old, value)):
        return value, None
    return sorted_out(old, value, new)


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
    if old.kind is Kind.BUDGET:
        return lines_sorted_out(value, new)
    return (value, None) if old.kind in TYPED else (None, value)


def lines_sorted_out(value: Any, new: Question) -> tuple[Any, Any]:
    """The same of a budget. Every line fits; one whose kind of cost is not offered fits without it, and is said too."""
    offered = {"", *new.choice_labels()}
    rest = [row for row in lines_in(value) if row["category"] not in offered]
    if not rest:
        return value, None
    return [row if row["category"] in offered else {**row, "category": ""} for row in lines_in(value)], rest
