"""A section's questions as its page draws them: which control, what is in it, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.applications.reading import differing, shown
from portal.funds.answers import Answers, Lists, in_words, labels_of, people_in_all
from portal.funds.checks import box_problems, line_problems
from portal.funds.questions import COUNTED, MANY, Format, Kind, Question, Section
from portal.funds.typed import amount_in, boxes_in, codes_in, file_in, lines_in, text_in
from portal.kit.money import pounds
from portal.kit.text import Say

CONTROLS = {
    Kind.TEXT: "text",
    Kind.LONG_TEXT: "long",
    Kind.NUMBER: "whole",
    Kind.MONEY: "money",
    Kind.DATE: "day",
    Kind.YES_NO: "yes_no",
    Kind.CHOICE: "radios",
    Kind.CHOICES: "checkboxes",
    Kind.COMMUNITIES: "checkboxes",
    Kind.BARRIERS: "checkboxes",
    Kind.WARDS: "counts",
    Kind.GROUPS: "counts",
    Kind.BUDGET: "budget",
    Kind.FILE: "file",
}
FORMATS = {Format.EMAIL: "email", Format.PHONE: "tel"}
FREE = frozenset({Kind.TEXT, Kind.LONG_TEXT})
"""Kinds whose text can be changed beside another's; any other is kept as it is, and changed on its own page."""

LINES_FEWEST, LINES_MOST = 3, 60
Option = tuple[str, str, str]
BudgetLine = tuple[str, str, Say | None, str]


@dataclass(frozen=True, slots=True)
class CountBox:
    """The box beside one ward or group, and what stands against what was typed into it."""

    code: str
    name: str
    typed: str
    error: Say | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on its page. `value` has the shape that its control takes; `error` is what stands against it."""

    question: Question
    control: str
    value: Any
    error: Say | None
    choices: Sequence[Option]

    @property
    def anchor(self) -> str:
        """The id of the box that the error leads to."""
        code = self.question.code
        if self.control == "counts" and self.value:
            return f"{code}-{next((box for box in self.value if box.error), self.value[0]).code}"
        if self.control == "budget":
            number = next((number for number, line in enumerate(self.value, 1) if line[2]), 1)
            return f"{code}-{number}-what"
        return code

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The choices without their hints, for a list that folds out."""
        return [(code, label) for code, label, _ in self.choices]

    @property
    def is_filled(self) -> bool:
        """Whether any box has something in it."""
        return any(box.typed for box in self.value)

    @property
    def total(self) -> str:
        """What the lines of a budget add up to, in pounds; or the people beside wards or groups, as a figure."""
        if self.control == "counts":
            return f"{people_in_all({box.code: box.typed for box in self.value}):,}"
        return pounds(sum(amount_in(line[1]) or 0 for line in self.value))


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """One question that two pages answered differently, as texts to choose from."""

    question: Question
    mine: str
    theirs: str
    is_free: bool


def drawn(section: Section, answers: Answers, errors: Mapping[str, Say], lists: Lists, lines: int = 0) -> list[Asked]:
    """The questions that are asked now, with what was typed so far, right or wrong; so many lines for a budget."""
    return [
        Asked(
            question,
            FORMATS[question.format] if question.format else CONTROLS[question.kind],
            value_of(question, answers.get(question.code), errors.get(question.code), lists, lines),
            errors.get(question.code),
            options(question, lists),
        )
        for question in shown(section, answers)
    ]


def value_of(question: Question, raw: Any, error: Say | None, lists: Lists, lines: int) -> Any:
    """What a question's control is filled with."""
    if question.kind in MANY:
        return codes_in(raw)
    if question.kind in COUNTED:
        typed, wrong = boxes_in(raw), box_problems(question, raw, lists)
        offered = labels_of(question, lists).items()
        return [CountBox(code, name, typed.get(code, ""), wrong.get(code)) for code, name in offered]
    if question.kind is Kind.FILE:
        return file_in(raw)
    if question.kind is Kind.BUDGET:
        return budget_lines(question, raw, lines, checked=error is not None)
    return text_in(raw)


def budget_lines(question: Question, raw: Any, lines: int, *, checked: bool) -> list[BudgetLine]:
    """The lines of a budget (item, amount, what stands against it, kind of cost), and empty ones to go on with."""
    there = lines_in(raw)
    wrong = line_problems(question, raw) if checked else {}
    empty = min(max(lines, len(there) + 1, LINES_FEWEST), LINES_MOST) - len(there)
    filled = [(row["item"], row["amount"], wrong.get(number), row["category"]) for number, row in enumerate(there, 1)]
    return filled + [("", "", None, "")] * empty


def options(question: Question, lists: Lists) -> list[Option]:
    """The answers a question offers: code, label and hint."""
    if question.choices:
        return [(choice.code, choice.label, choice.hint) for choice in question.choices]
    return [(code, label, "") for code, label in labels_of(question, lists).items()]


def two_texts(section: Section, mine: Answers, theirs: Answers, lists: Lists) -> list[TwoTexts]:
    """The questions that two pages answered differently."""
    return [
        TwoTexts(
            question,
            as_text(question, mine[question.code], lists),
            as_text(question, theirs.get(question.code), lists),
            question.kind in FREE,
        )
        for question in differing(section, mine, theirs)
    ]


def as_text(question: Question, raw: Any, lists: Lists) -> str:
    """An answer as one text, a line for each of its parts; free text as it was typed."""
    words = in_words(question, raw, lists)
    return words if isinstance(words, str) else "\n".join(words)


def asked_of(section: Section, codes: str) -> set[str]:
    """The questions that a page says it asked, of those the section has."""
    return set(codes.split()) & {question.code for question in section.questions}
