"""What has to fit together in a round: its dates, its amounts, its weights, and the way its questions hang together.

Each rule gives the place in the document and a sentence. Values that are missing or were refused already are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from portal.funds.questions import LISTED, MANY, MARKS, Kind
from portal.kit.dates import london_day
from portal.kit.text import N_, Say

Path = tuple[str | int, ...]
Found = Iterator[tuple[Path, Say]]
Document = Mapping[str, Any]
Offered = Mapping[str, Mapping[str, str]]
"""The council's own words that can be chosen now, label by code, under "communities" and "barriers".

What hangs on a list that is not there is not judged.
"""
NOTHING: Offered = {}

WHOLE_WEIGHT = 100
WORDY = frozenset({Kind.TEXT, Kind.LONG_TEXT})
MARKED_KINDS: Mapping[str, frozenset[Kind]] = {
    "title": frozenset({Kind.TEXT}),
    "amount": frozenset({Kind.BUDGET, Kind.MONEY}),
    "summary": WORDY,
    "people": frozenset({Kind.NUMBER}),
}
WITH_CHOICES = frozenset({Kind.CHOICE, Kind.CHOICES})
DAYS = ("closes", "checked_by", "assessed_by", "panel_on", "told_by")
TAKEN_NAMES = frozenset({"asked", "before", "csrf_token", "file", "form_number", "go", "marks", "more", "version"})
"""Names of other inputs on the page on which a section's questions stand."""


MORE_THAN = {
    "smallest": Say(N_("The smallest amount is more than the largest.")),
    "largest": Say(N_("The largest amount is more than the whole budget.")),
}
TOO_EARLY = {
    "checked_by": Say(N_("The day by which all are checked comes before the closing day.")),
    "assessed_by": Say(N_("The day by which all are scored comes before the day by which they are checked.")),
    "panel_on": Say(N_("The panel meets before all are scored.")),
    "told_by": Say(N_("Everybody is told before the panel meets.")),
}
NOTHING_IN = {
    "sections": Say(N_("There are no questions yet.")),
    "criteria": Say(N_("There are no criteria yet, so nobody could score.")),
}
UNMARKED = {
    "title": Say(N_("No question asks for the title of the project. Mark the one that does (is_title in a file).")),
    "amount": Say(N_("No question asks how much they need. Mark the one that does (is_amount in a file).")),
    "summary": Say(N_("No question asks for a short summary. Mark the one that does (is_summary in a file).")),
    "people": Say(N_("No question asks how many people they will help. Mark the one that does (is_people in a file).")),
}
WRONG_KIND = {
    "title": Say(N_("The title of the project has to be a question for one line of text.")),
    "amount": Say(N_("The amount that is asked for has to be a table of costs or an amount of money.")),
    "summary": Say(N_("The short summary has to be a question for text.")),
    "people": Say(N_("The number of people helped has to be a whole number.")),
}
TWICE_MARKED = Say(N_("A second question is marked as the same thing."))
SORT_TWICE = Say(N_("This document of organisations is asked for a second time."))
ONLY_GIVEN = Say(N_("Only a document that organisations give once can follow later."))
FOR_EVERYBODY = Say(N_("This answer is copied, so everybody has to be asked for it, and to answer."))
NO_ANSWER = N_("“{answer}” is no answer to “{question}”. Expected one of: {possible}.")
NO_CHOICES = N_("“{answer}” is no answer to “{question}”. It has no answers to choose from.")
NOT_EARLIER = N_("This is shown only after an answer to “{question}”, which is no earlier question.")
NO_EARLIER_DAY = N_("“{question}” is no earlier day that everybody is asked for.")


def round_faults(round_: Document) -> Found:
    """A round whose dates or amounts contradict each other."""
    if larger(round_, "opens_at", "closes_at", or_equal=True):
        yield ("round", "closes"), Say(N_("The round closes before it opens."))
    for small, large in (("smallest", "largest"), ("largest", "budget")):
        if larger(round_, f"{small}_pence", f"{large}_pence"):
            yield ("round", small), MORE_THAN[small]
    days = dict(round_)
    if "closes_at" in round_:
        days["closes"] = london_day(round_["closes_at"])
    for earlier, later in pairwise(DAYS):
        if larger(days, earlier, later):
            yield ("round", later), TOO_EARLY[later]


def larger(values: Document, one: str, other: str, *, or_equal: bool = False) -> bool:
    """Whether one value is larger than another; False while either is missing."""
    if one not in values or other not in values:
        return False
    return bool(values[one] > values[other] or (or_equal and values[one] == values[other]))


def form_faults(form: Document, offered: Offered = NOTHING) -> Found:
    """A form that could not be filled in, sent or scored, with the council's own words that are offered now."""
    for part in ("eligibility", "sections", "criteria", "documents", "returns"):
        yield from twice(form[part], (part,))
    yield from weight_faults(form["criteria"])
    yield from paper_faults(form["documents"])
    asked = list(all_questions(form))
    yield from empty_faults(form)
    yield from twice_among(asked)
    labels = {question.get("code", ""): question.get("label", "") for _, question in asked}
    earlier: dict[str, Document] = {}
    for path, question in asked:
        yield from question_faults(path, question)
        for place, sentence in (
            *condition_faults(path, question, earlier, offered),
            *order_faults(path, question, earlier),
        ):
            yield place, with_labels(sentence, question, labels)
        earlier[question.get("code", "")] = question
    yield from mark_faults(asked)


def all_questions(form: Document) -> Iterator[tuple[Path, Document]]:
    """Every question with its place in the document."""
    for number, section in enumerate(form["sections"]):
        for place, question in enumerate(section["questions"]):
            yield ("sections", number, "questions", place), question


def twice(items: Sequence[Document], path: Path) -> Found:
    """Codes that stand more than once in one list."""
    return twice_among([((*path, number), item) for number, item in enumerate(items)])


def twice_among(items: Iterable[tuple[Path, Document]]) -> Found:
    """Codes that stand more than once."""
    seen = Counter[str]()
    for path, item in items:
        if code := item.get("code"):
            seen[code] += 1
            if seen[code] > 1:
                yield (*path, "code"), Say(N_("The code “{code}” stands here for the second time."), code=code)


def weight_faults(criteria: Sequence[Document]) -> Found:
    """Weights that are not the parts of a whole."""
    if criteria and all("weight" in each for each in criteria):
        total = sum(each["weight"] for each in criteria)
        if total != WHOLE_WEIGHT:
            place = ("criteria", len(criteria) - 1, "weight")
            yield (
                place,
                Say(
                    N_("The weights add up to {total}. They have to add up to {whole}."),
                    total=total,
                    whole=WHOLE_WEIGHT,
                ),
            )


def paper_faults(documents: Sequence[Document]) -> Found:
    """A document of organisations that is asked for twice, or one of nobody's that could follow later."""
    seen: set[str] = set()
    for number, paper in enumerate(documents):
        if paper.get("sort") in seen:
            yield ("documents", number, "sort"), SORT_TWICE
        if paper.get("sort"):
            seen.add(paper["sort"])
        elif paper.get("required") is False:
            yield ("documents", number, "required"), ONLY_GIVEN


def empty_faults(form: Document) -> Found:
    """Lists without which there is nothing to fill in or to score."""
    for part in ("sections", "criteria"):
        if not form[part]:
            yield (part,), NOTHING_IN[part]
    for number, section in enumerate(form["sections"]):
        if not section["questions"]:
            yield (
                ("sections", number),
                Say(N_("Section “{section}” asks nothing."), section=section.get("title", number + 1)),
            )


def question_faults(path: Path, question: Document) -> Found:
    """A question whose parts do not fit its kind."""
    kind, choices = question.get("kind"), question.get("choices")
    if question.get("code") in TAKEN_NAMES:
        yield (*path, "code"), Say(N_("A question cannot have the code “{code}”."), code=question["code"])
    if kind in WITH_CHOICES and len(choices or ()) < 2:
        yield (*path, "choices"), Say(N_("This question needs at least two choices."))
    if kind and choices is not None and kind not in WITH_CHOICES | {Kind.BUDGET}:
        yield (*path, "choices"), Say(N_("A question of this kind has no choices of its own."))
    if kind and "words" in question and kind not in WORDY:
        yield (*path, "words"), Say(N_("A question of this kind has no limit in words."))
    if kind and "format" in question and kind != Kind.TEXT:
        yield (*path, "format"), Say(N_("Only a short text can be an e-mail address or a telephone number."))
    if kind and "not_before" in question and kind != Kind.DATE:
        yield (*path, "not_before"), Say(N_("Only a day can be held against an earlier day."))
    if larger(question, "least", "most"):
        yield (*path, "least"), Say(N_("The least is more than the most."))
    yield from twice(choices or (), (*path, "choices"))


def condition_faults(path: Path, question: Document, earlier: Mapping[str, Document], offered: Offered) -> Found:
    """A condition that points nowhere, forward, or to an answer that nobody can give."""
    show_if = question.get("show_if", {})
    pointed, answer = show_if.get("question"), show_if.get("is")
    if not pointed or not answer:
        return
    target = earlier.get(pointed)
    if target is None:
        yield (*path, "show_if"), Say(NOT_EARLIER, question=pointed)
        return
    possible = possible_answers(target, offered)
    if possible is not None and answer not in possible:
        yield (
            (*path, "show_if"),
            Say(NO_ANSWER if possible else NO_CHOICES, answer=answer, question=pointed, possible=", ".join(possible)),
        )


def order_faults(path: Path, question: Document, earlier: Mapping[str, Document]) -> Found:
    """A day that is held against something else than an earlier day that everybody gives."""
    pointed = question.get("not_before")
    if not pointed or question.get("kind", Kind.DATE) != Kind.DATE:
        return
    target = earlier.get(pointed)
    if target is None or not is_a_day_for_all(target):
        yield (*path, "not_before"), Say(NO_EARLIER_DAY, question=pointed)


def is_a_day_for_all(question: Document) -> bool:
    """Whether everybody is asked it, for a day, so that a later day can be held against it."""
    return question.get("kind", Kind.DATE) == Kind.DATE and "show_if" not in question


def with_labels(sentence: Say, question: Document, labels: Mapping[str, str]) -> Say:
    """A fault with what the screen calls both questions: files go by codes, people by what is asked."""
    values = dict(sentence.values)
    return Say(sentence.msgid, **values, asked=question.get("label", ""), label=labels.get(str(values["question"]), ""))


def possible_answers(question: Document, offered: Offered) -> list[str] | None:
    """The codes that can be given as answer; none for typed answers; None where the council's words are not known."""
    kind = question.get("kind")
    if kind == Kind.YES_NO:
        return ["yes", "no"]
    if kind in WITH_CHOICES:
        return [choice["code"] for choice in question.get("choices", ()) if "code" in choice]
    if kind in MANY and LISTED[kind] in offered:
        return list(offered[LISTED[kind]])
    return None if kind in MANY or kind is None else []


def mark_faults(asked: Sequence[tuple[Path, Document]]) -> Found:
    """The four answers that the portal copies: each has to come from exactly one question that everybody answers."""
    for mark in MARKS:
        marked = [(path, question) for path, question in asked if question.get(f"is_{mark}")]
        if asked and not marked:
            yield ("sections",), UNMARKED[mark]
        for path, _ in marked[1:]:
            yield (
                (*path, f"is_{mark}"),
                TWICE_MARKED,
            )
        for path, question in marked[:1]:
            kinds = MARKED_KINDS[mark]
            if question.get("kind", next(iter(kinds))) not in kinds:
                yield (
                    (*path, f"is_{mark}"),
                    WRONG_KIND[mark],
                )
            if question.get("required") is False or "show_if" in question:
                yield (
                    (*path, f"is_{mark}"),
                    FOR_EVERYBODY,
                )
