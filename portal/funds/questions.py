"""A round's form: its sections and questions, who can apply, and what is scored. Frozen once written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from portal.funds.papers import Paper


class Kind(StrEnum):
    """What kind of answer a question takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    COMMUNITIES = "communities"
    WARDS = "wards"
    GROUPS = "groups"
    BARRIERS = "barriers"
    BUDGET = "budget"
    FILE = "file"


class Format(StrEnum):
    """What a text has to be, where it is something of a known shape."""

    EMAIL = "email"
    PHONE = "phone"


MANY = frozenset({Kind.CHOICES, Kind.COMMUNITIES, Kind.BARRIERS})
"""Kinds whose answer is a list of codes."""

COUNTED = frozenset({Kind.WARDS, Kind.GROUPS})
"""Kinds whose answer is a number of people beside each word of a list."""

LISTED = {
    Kind.COMMUNITIES: "communities",
    Kind.GROUPS: "communities",
    Kind.WARDS: "wards",
    Kind.BARRIERS: "barriers",
}
"""Kinds whose choices are one of the council's own lists, not the form's, and which list that is."""

MARKS = ("title", "amount", "summary", "people")
"""The four answers that the portal copies onto the application, each marked on one question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a question offers."""

    code: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """An earlier question must have been answered with this code."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `least` and `most` are whole numbers: pence for money and a budget's total, characters for text.

    A day cannot be before the answer to the question `not_before`, which has no conditions.
    It is shown when all of `conditions` hold: its own is the last, those of the questions it hangs on come before.
    """

    code: str
    kind: Kind
    label: str
    hint: str = ""
    guidance: str = ""
    words: int | None = None
    required: bool = True
    choices: tuple[Choice, ...] = ()
    conditions: tuple[Condition, ...] = ()
    least: int | None = None
    most: int | None = None
    marks: frozenset[str] = frozenset()
    not_before: str = ""
    format: Format | None = None

    @property
    def show_if(self) -> Condition | None:
        """Its own condition, or None for a question that everybody sees."""
        return self.conditions[-1] if self.conditions else None

    def choice_labels(self) -> dict[str, str]:
        """What the form itself offers: label by code."""
        return {choice.code: choice.label for choice in self.choices}


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one page."""

    code: str
    title: str
    hint: str = ""
    questions: tuple[Question, ...] = ()

    def needs(self) -> tuple[Question, ...]:
        """The questions that everybody has to answer; none means that the section can be left empty."""
        return tuple(question for question in self.questions if question.required and not question.conditions)


@dataclass(frozen=True, slots=True)
class EligibilityQuestion:
    """A yes-or-no question asked before anybody writes a word, and what is said to the wrong answer."""

    code: str
    question: str
    right_answer: str
    why_not: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """What reviewers score from 0 to 5: its weight in hundredths of the whole, and what 0, 3 and 5 mean."""

    code: str
    title: str
    weight: int
    about: str
    zero: str
    three: str
    five: str


@dataclass(frozen=True, slots=True)
class ReturnDue:
    """A return that an award will owe, so many months after it."""

    code: str
    title: str
    months: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Everything about a round that is frozen once somebody has started on it."""

    eligibility: tuple[EligibilityQuestion, ...] = ()
    sections: tuple[Section, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    pays_for: tuple[str, ...] = ()
    does_not_pay_for: tuple[str, ...] = ()
    documents: tuple[Paper, ...] = ()
    details: tuple[str, ...] = ()
    returns: tuple[ReturnDue, ...] = ()
    by_code: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {question.code: question for question in self.questions()})

    @property
    def asks_for_papers(self) -> bool:
        """Whether anything has to be at hand, or can be sent along, beside what is written."""
        return bool(self.documents) or any(question.kind is Kind.FILE for question in self.questions())

    @property
    def needs_papers(self) -> bool:
        """Whether it needs documents that organisations give once."""
        return any(each.sort for each in self.documents)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Form":
        """The form of a document that `to_data` wrote. Raises KeyError, TypeError or ValueError for any other."""
        return cls(
            eligibility=tuple(EligibilityQuestion(**each) for each in data["eligibility"]),
            sections=tuple(sections_from(data["sections"])),
            criteria=tuple(Criterion(**each) for each in data["criteria"]),
            pays_for=tuple(data.get("pays_for", ())),
            does_not_pay_for=tuple(data.get("does_not_pay_for", ())),
            documents=tuple(Paper(**each) for each in data.get("documents", ())),
            details=tuple(data.get("details", ())),
            returns=tuple(ReturnDue(**each) for each in data.get("returns", ())),
        )

    def to_data(self) -> dict[str, Any]:
        """The form as a document of plain lists and words, for the database; lists that came later only if filled."""
        later = {
            "documents": [each.to_data() for each in self.documents],
            "details": list(self.details),
            "returns": [plain(each) for each in self.returns],
        }
        return {
            "eligibility": [plain(each) for each in self.eligibility],
            "sections": [
                plain(section) | {"questions": [question_data(each) for each in section.questions]}
                for section in self.sections
            ],
            "criteria": [plain(each) for each in self.criteria],
            "pays_for": list(self.pays_for),
            "does_not_pay_for": list(self.does_not_pay_for),
            **{name: items for name, items in later.items() if items},
        }

    def questions(self) -> Iterator[Question]:
        """Every question, in the order in which it is asked."""
        return (question for section in self.sections for question in section.questions)

    def question(self, code: str) -> Question:
        """The question of that code; KeyError where there is none."""
        return self.by_code[code]

    def section(self, code: str) -> Section:
        """The section of that code; KeyError where there is none."""
        for section in self.sections:
            if section.code == code:
                return section
        raise KeyError(code)

    def criterion(self, code: str) -> Criterion:
        """The criterion of that code; KeyError where there is none."""
        for criterion in self.criteria:
            if criterion.code == code:
                return criterion
        raise KeyError(code)

    def marked(self, mark: str) -> Question:
        """The question whose answer is the application's title, amount, summary or people; KeyError without one."""
        for question in self.questions():
            if mark in question.marks:
                return question
        raise KeyError(mark)


def plain(thing: Any) -> dict[str, Any]:
    """A dataclass as a document, without what it left empty."""
    return {name: value for name in thing.__slots__ if (value := getattr(thing, name)) not in ("", None, ())}


def question_data(question: Question) -> dict[str, Any]:
    """One question as a document, in the words of a round's file."""
    data = plain(replace(question, conditions=(), choices=(), marks=frozenset()))
    del data["marks"]
    data["kind"] = question.kind.value
    if question.format:
        data["format"] = question.format.value
    if question.choices:
        data["choices"] = [plain(choice) for choice in question.choices]
    if question.show_if:
        data["show_if"] = {"question": question.show_if.question, "is": question.show_if.answer}
    return data | {f"is_{mark}": True for mark in sorted(question.marks)}


def sections_from(documents: Iterable[Mapping[str, Any]]) -> Iterator[Section]:
    """The sections of a document; a condition takes over those of the question that it points back to."""
    seen: dict[str, Question] = {}
    for document in documents:
        questions = []
        for each in document["questions"]:
            question = question_from(each, seen)
            seen[question.code] = question
            questions.append(question)
        yield Section(document["code"], document["title"], document.get("hint", ""), tuple(questions))


def question_from(data: Mapping[str, Any], earlier: Mapping[str, Question]) -> Question:
    """One question of a document. Raises KeyError when its condition points to no earlier question."""
    conditions: tuple[Condition, ...] = ()
    if show_if := data.get("show_if"):
        own = Condition(show_if["question"], show_if["is"])
        conditions = (*earlier[own.question].conditions, own)
    return Question(
        code=data["code"],
        kind=Kind(data["kind"]),
        label=data["label"],
        hint=data.get("hint", ""),
        guidance=data.get("guidance", ""),
        words=data.get("words"),
        required=data.get("required", True),
        choices=tuple(Choice(**choice) for choice in data.get("choices", ())),
        conditions=conditions,
        least=data.get("least"),
        most=data.get("most"),
        marks=frozenset(mark for mark in MARKS if data.get(f"is_{mark}")),
        not_before=data.get("not_before", ""),
        format=Format(data["format"]) if "format" in data else None,
    )
