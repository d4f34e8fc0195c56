"""An application as people read it: its answers in words, how far each section is, and what stands against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from portal.funds.answers import Answers, Lists, has_any, in_words, is_shown, people_in_all, total_pence
from portal.funds.checks import problems
from portal.funds.questions import COUNTED, Form, Kind, Question, Section
from portal.funds.typed import file_in, is_blank
from portal.kit.money import pounds
from portal.kit.states import Dot
from portal.kit.text import N_, Say


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer as people read it; an empty answer was not given yet.

    `total` is what the lines of a budget add up to, in pounds, or the people of wards or groups; `file` the reference
    of a file. Both are empty for any other.
    """

    code: str
    label: str
    words: str | list[str]
    total: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One section's questions and answers, hidden questions left out."""

    code: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole application to read."""

    ref: str
    parts: tuple[Part, ...]


class Progress(Enum):
    """How far a section is: its dot and its word."""

    NOT_STARTED = (Dot.NONE, N_("Not started"))
    STARTED = (Dot.NOW, N_("Started"))
    LOOK = (Dot.STOPPED, N_("Needs another look"))
    DONE = (Dot.DONE, N_("Done"))


@dataclass(frozen=True, slots=True)
class Step:
    """One section on the way to sending: how far it is, and what stands against it, by question."""

    section: Section
    progress: Progress
    problems: Mapping[str, Say]


def parts_of(form: Form, answers: Answers, lists: Lists) -> tuple[Part, ...]:
    """Every section in words."""
    return tuple(
        Part(section.code, section.title, lines_of(shown(section, answers), answers, lists))
        for section in form.sections
    )


def lines_of(questions: tuple[Question, ...], answers: Answers, lists: Lists) -> tuple[Line, ...]:
    """These questions and their answers, in words."""
    return tuple(line_of(each, answers.get(each.code), lists) for each in questions)


def line_of(question: Question, raw: Any, lists: Lists) -> Line:
    """One question and its answer, in words, with its total where it has several lines to add up."""
    file = file_in(raw).get("ref", "") if question.kind is Kind.FILE else ""
    return Line(question.code, question.label, in_words(question, raw, lists), total_of(question, raw), file)


def total_of(question: Question, raw: Any) -> str:
    """What an answer's lines add up to: pounds of a budget, people of wards or groups; empty for any other."""
    if is_blank(question, raw):
        return ""
    if question.kind in COUNTED:
        return f"{people_in_all(raw):,}"
    return pounds(total_pence(raw)) if question.kind is Kind.BUDGET else ""


def shown(section: Section, answers: Answers) -> tuple[Question, ...]:
    """The questions of a section that are asked, given the answers so far."""
    return tuple(question for question in section.questions if is_shown(question, answers))


def differing(section: Section, mine: Answers, theirs: Answers) -> tuple[Question, ...]:
    """The questions of a section that two texts answer differently; what says nothing does not differ."""
    return tuple(
        question
        for question in section.questions
        if question.code in mine and not same(question, mine[question.code], theirs.get(question.code))
    )


def same(question: Question, one: Any, other: Any) -> bool:
    """Whether two raw answers are the same, or both say nothing."""
    return one == other or (is_blank(question, one) and is_blank(question, other))


def steps_of(form: Form, saved: Mapping[str, Any], answers: Answers, lists: Lists) -> tuple[Step, ...]:
    """How far each section is. `saved` holds the codes of those that somebody has saved."""
    steps = []
    for section in form.sections:
        found = problems(section, answers, lists)
        steps.append(Step(section, progress(section, section.code in saved, answers, found), found))
    return tuple(steps)


def progress(section: Section, saved: bool, answers: Answers, found: Mapping[str, Say]) -> Progress:
    """A section where all is well is done once it was saved, even one that may stay empty.

    What is only missing makes it started; what was typed and cannot stand needs another look.
    """
    if not found:
        return Progress.DONE if saved else Progress.NOT_STARTED
    if any(not is_blank(each, answers.get(each.code)) for each in section.questions if each.code in found):
        return Progress.LOOK
    return Progress.STARTED if has_any(section, answers) else Progress.NOT_STARTED
