"""A round's document as it is made on screen: its parts, its lists, and the place at which each fault is mended.

A list is named by a word: eligibility, sections, criteria, documents, returns, or in-CODE for a section's questions.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from portal.funds.faults import Problem, Unsound
from portal.funds.lines import Path
from portal.funds.parts import FACTS, INSIDE, ITEM_LISTS, LABELS, QUESTIONS, Facts, ItemList
from portal.funds.soundness import NO_ANSWER, NO_CHOICES, NO_EARLIER_DAY, NOT_EARLIER, NOTHING, UNMARKED, Offered
from portal.funds.written import LISTS, TIMES, Document, sound
from portal.kit.dates import from_london
from portal.kit.text import N_, Say
from portal.programme.rules import code_for

CODE_STEM = 34
A_YEAR = dt.timedelta(weeks=52)
YEAR = re.compile(r"\b20\d\d\b")
PREFIX_MOST, PREFIX_USUAL = 6, "GR"
CLOSED_AT_START = N_("It would be closed from the start.")
ON_SCREEN = {
    NOT_EARLIER: N_("“{asked}” is shown only after an answer to “{label}”, which is not asked before it."),
    NO_ANSWER: N_("“{asked}” is shown only after an answer to “{label}” that nobody can give now. Choose another."),
    NO_CHOICES: N_("“{asked}” is shown only after an answer to “{label}”, which has no answers to choose from."),
    NO_EARLIER_DAY: N_("“{asked}” cannot come before “{label}”, which is no earlier day that everybody is asked for."),
}
"""Faults in which a file names questions by their codes, as the screen says them."""
ON_SCREEN_GONE = {
    NOT_EARLIER: N_("“{asked}” is shown only after an answer to a question that is no longer asked."),
    NO_EARLIER_DAY: N_("“{asked}” cannot come before a day that is no longer asked for."),
}
"""The same where there is no such question any more."""
UNMARKED_ON_SCREEN = {
    UNMARKED["title"].msgid: N_(
        "No question asks for the title of the project. Open the one that does, and say so there."
    ),
    UNMARKED["amount"].msgid: N_("No question asks how much they need. Open the one that does, and say so there."),
    UNMARKED["summary"].msgid: N_("No question asks for a short summary. Open the one that does, and say so there."),
    UNMARKED["people"].msgid: N_(
        "No question asks how many people they will help. Open the one that does, and say so there."
    ),
}
"""A mark that is missing, for which a file has a key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on screen something is mended: the endpoint, the parts of its address, and the field."""

    endpoint: str
    values: Mapping[str, str]
    anchor: str = ""

    @property
    def part(self) -> str:
        """The line of the round's own page under which this stands: some facts, or a list."""
        where = self.values.get("which") or self.values.get("where", "")
        return "sections" if where.startswith(INSIDE) else where


def empty(fund: Mapping[str, str], title: str, code: str) -> Document:
    """The document of a round of which only the fund and the name are known."""
    usual = {"grace_minutes": 30, "assessments_needed": 2, "names_hidden": False}
    round_ = {"code": code, "title": title, "prefix": prefix_from(fund["name"]), **usual}
    return {"fund": dict(fund), "round": round_, **{name: [] for name in LISTS}}


def prefix_from(name: str) -> str:
    """Letters for references from a fund's name: the first letters of its words."""
    found = "".join(word[0] for word in name.upper().split() if "A" <= word[0] <= "Z")[:PREFIX_MOST]
    return found if len(found) > 1 else PREFIX_USUAL


def a_year_on(document: Mapping[str, Any], code: str) -> Document:
    """A copy for the next year: the same weekdays 52 weeks later, and the next year in its name."""
    copied = deepcopy(dict(document))
    round_ = copied["round"]
    round_["code"] = code
    round_["title"] = next_title(round_["title"])
    for name in TIMES.keys() & round_.keys():
        round_[name] = (
            TIMES[name](round_[name]).replace(tzinfo=None) + A_YEAR
            if "T" in round_[name]
            else TIMES[name](round_[name]) + A_YEAR
        ).isoformat()
    return copied


def next_title(title: str) -> str:
    """The name of the round a year later: with the next year where it names one."""
    return YEAR.sub(lambda found: str(int(found[0]) + 1), title)


def list_of(document: Mapping[str, Any], where: str) -> ItemList:
    """What a list is. Raises KeyError where there is none."""
    if where.startswith(INSIDE):
        section_of(document, where)
        return QUESTIONS
    return ITEM_LISTS[where]


def items_of(document: Mapping[str, Any], where: str) -> list[Document]:
    """The items of a list, to be read or changed. Raises KeyError where there is no such list."""
    if where.startswith(INSIDE):
        found: list[Document] = section_of(document, where)["questions"]
        return found
    listed: list[Document] = document[ITEM_LISTS[where].code]
    return listed


def section_of(document: Mapping[str, Any], where: str) -> Document:
    """The section whose questions a list holds. Raises KeyError."""
    for section in document["sections"]:
        if where == f"{INSIDE}{section['code']}":
            found: Document = section
            return found
    raise KeyError(where)


def item_of(document: Mapping[str, Any], where: str, code: str) -> Document:
    """One item of a list. Raises KeyError."""
    for item in items_of(document, where):
        if item["code"] == code:
            return item
    raise KeyError(code)


def facts_of(document: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
    """What stands of some facts; what is missing is left out. The fund's own have `fund_` before their names."""
    fund = {f"fund_{name}": document["fund"][name] for name in facts.fund if name in document["fund"]}
    return fund | {name: document["round"][name] for name in facts.round if name in document["round"]}


def with_facts(document: Document, facts: Facts, typed: Mapping[str, Any]) -> None:
    """Put what was typed into a document; what is None or not there goes out of it."""
    for table in ("fund", "round"):
        for name in getattr(facts, table):
            value = typed.get(f"fund_{name}" if table == "fund" else name)
            document[table].pop(name, None)
            if value is not None:
                document[table][name] = value


def questions_before(document: Mapping[str, Any], code: str | None) -> Iterator[Document]:
    """The questions that are asked before one; all for one that is not there yet."""
    for section in document["sections"]:
        for question in section["questions"]:
            if question["code"] == code:
                return
            yield question


def other_parts(document: Mapping[str, Any], where: str) -> list[Document]:
    """The parts to which a question of this one can be moved."""
    return [section for section in document["sections"] if where != f"{INSIDE}{section['code']}"]


def part_with(document: Mapping[str, Any], code: str) -> str | None:
    """The word for the list in which a question stands now; None where it is in no part."""
    return next(
        (
            f"{INSIDE}{section['code']}"
            for section in document["sections"]
            if any(question["code"] == code for question in section["questions"])
        ),
        None,
    )


def pointing_forward(document: Mapping[str, Any], code: str) -> list[tuple[str, str]]:
    """Where a question, or one that hangs on it, comes before what it hangs on: the labels of both."""
    asked = {each["code"]: each for each in questions_before(document, None)}
    order = {each: place for place, each in enumerate(asked)}
    return [
        (question["label"], asked[target]["label"])
        for question in asked.values()
        for target in {question.get("show_if", {}).get("question"), question.get("not_before")} & asked.keys()
        if code in {question["code"], target} and order[target] > order[question["code"]]
    ]


def codes_in(document: Mapping[str, Any], where: str) -> set[str]:
    """The codes that a new item of a list cannot have; those of questions are one for all sections."""
    if where.startswith(INSIDE):
        return {each["code"] for section in document["sections"] for each in section["questions"]}
    return {each["code"] for each in items_of(document, where)}


def code_from(label: str, taken: Collection[str], between: str = "_") -> str:
    """A new code from its label: letters first, none that is taken, and never longer than a file allows."""
    whole = code_for(label, ())
    stem = whole if len(whole) <= CODE_STEM else whole[:CODE_STEM].rpartition("_")[0] or whole[:CODE_STEM]
    stem = (stem if stem[0].isalpha() else f"n_{stem}").replace("_", between)
    codes = (stem if number == 1 else f"{stem}{between}{number}" for number in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)


def problems_of(
    document: Mapping[str, Any], now: dt.datetime, *, in_force: Document | None, offered: Offered = NOTHING
) -> tuple[Problem, ...]:
    """Everything for which a round cannot be published, in the order of its document.

    `in_force` is what it would take the place of, None for a new one. A closing that is over may stay as it is.
    """
    try:
        sound(document, offered)
        found: tuple[Problem, ...] = ()
    except Unsound as error:
        found = error.problems
    closes = document["round"].get("closes")
    if closes and closing_moment(closes) <= now and not (in_force and closes_alike(document, in_force)):
        sentence = N_("It would be closed at once. People need time to hear of it.") if in_force else CLOSED_AT_START
        found += (Problem(("round", "closes"), Say(sentence)),)
    order = {name: place for place, name in enumerate(("fund", "round", *LISTS))}
    return tuple(sorted(found, key=lambda each: order[str(each.path[0])]))


def closes_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two documents close at the same moment, however each writes it."""
    return closing_moment(one["round"]["closes"]) == closing_moment(other["round"]["closes"])


def closing_moment(text: str) -> dt.datetime:
    """The moment that a document writes as text."""
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else from_london(moment)


def place_of(path: Path, document: Mapping[str, Any]) -> Place:
    """Where on screen the thing at a path of a document is mended."""
    match path:
        case (("fund" | "round") as table, str(name)):
            part = next((each for each in FACTS.values() if name in getattr(each, table)), FACTS["about"])
            return Place("planning.facts", {"which": part.code}, f"fund_{name}" if table == "fund" else name)
        case ("sections", int(number), "questions", int(which), *rest):
            section = document["sections"][number]
            values = {"where": f"{INSIDE}{section['code']}", "item": section["questions"][which]["code"]}
            return Place("planning.item", values, str(rest[0]) if rest else "")
        case ("sections", int(number), *_):
            return Place("planning.items", {"where": f"{INSIDE}{document['sections'][number]['code']}"})
        case (str(name), int(number), *rest):
            values = {"where": name, "item": document[name][number]["code"]}
            return Place("planning.item", values, str(rest[0]) if rest else "")
        case (str(name), *_) if name in ITEM_LISTS:
            return Place("planning.items", {"where": name})
    return Place("planning.show", {})


def said_of(problem: Problem) -> Say:
    """A fault as the screen says it; of a value that is missing or unread only what it is called."""
    if problem.is_missing or problem.is_unread:
        return Say(LABELS.get((str(problem.path[0]), str(problem.path[-1])), N_("A part of the form")))
    said, values = problem.sentence, dict(problem.sentence.values)
    in_labels = UNMARKED_ON_SCREEN | (ON_SCREEN if values.get("label") else ON_SCREEN_GONE)
    return Say(in_labels.get(said.msgid, said.msgid), **values)
