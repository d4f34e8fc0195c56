"""A round as a TOML file: read whole, or refused with every fault named by its line."""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.funds import fields as f
from portal.funds.faults import Fault, Faults, Problem, Unsound
from portal.funds.lines import Lines, Path
from portal.funds.questions import MARKS, Form, Kind
from portal.funds.soundness import NOTHING, Offered, form_faults, round_faults
from portal.kit.text import Say

SYNTAX = re.compile(r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|(?P<end>end of document))\)")


@dataclass(frozen=True, slots=True)
class RoundFile:
    """What a sound file says: the columns of its fund and of its round, and its form."""

    fund: Mapping[str, Any]
    round: Mapping[str, Any]
    form: Form


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: how its value is read, whether it has to be there, and the name it goes on under."""

    read: f.Read
    needed: bool = True
    name: str = ""


Table = Mapping[str, Key]

FUND: Table = {"code": Key(f.code), "name": Key(f.text), "purpose": Key(f.long_text)}
ROUND: Table = {
    "code": Key(f.code),
    "title": Key(f.text),
    "prefix": Key(f.prefix),
    "opens": Key(f.moment, name="opens_at"),
    "closes": Key(f.moment, name="closes_at"),
    "grace_minutes": Key(f.whole(0, 120)),
    "budget": Key(f.money, name="budget_pence"),
    "smallest": Key(f.money, name="smallest_pence"),
    "largest": Key(f.money, name="largest_pence"),
    "assessments_needed": Key(f.whole(1, 5)),
    "names_hidden": Key(f.truth),
    "checked_by": Key(f.day),
    "assessed_by": Key(f.day),
    "panel_on": Key(f.day),
    "told_by": Key(f.day),
    "about": Key(f.long_text),
    "pays_for": Key(f.texts, needed=False),
    "does_not_pay_for": Key(f.texts, needed=False),
    "details": Key(f.details, needed=False),
}
ELIGIBILITY: Table = {
    "code": Key(f.name),
    "question": Key(f.text),
    "hint": Key(f.text, needed=False),
    "right_answer": Key(f.yes_no),
    "why_not": Key(f.long_text),
}
CRITERION: Table = {
    "code": Key(f.name),
    "title": Key(f.text),
    "weight": Key(f.whole(1, 100)),
    "about": Key(f.long_text),
    "zero": Key(f.long_text),
    "three": Key(f.long_text),
    "five": Key(f.long_text),
}
SECTION: Table = {
    "code": Key(f.name),
    "title": Key(f.text),
    "hint": Key(f.text, needed=False),
    "questions": Key(f.anything, needed=False),
}
QUESTION: Table = {
    "code": Key(f.name),
    "kind": Key(f.kind),
    "label": Key(f.text),
    "hint": Key(f.long_text, needed=False),
    "guidance": Key(f.long_text, needed=False),
    "words": Key(f.whole(1, 2_000), needed=False),
    "required": Key(f.truth, needed=False),
    "choices": Key(f.anything, needed=False),
    "show_if": Key(f.anything, needed=False),
    "not_before": Key(f.name, needed=False),
    "format": Key(f.shape, needed=False),
    "least": Key(f.anything, needed=False),
    "most": Key(f.anything, needed=False),
    **{f"is_{mark}": Key(f.truth, needed=False) for mark in MARKS},
}
DOCUMENT: Table = {
    "code": Key(f.name),
    "title": Key(f.text),
    "hint": Key(f.text, needed=False),
    "sort": Key(f.sort, needed=False),
    "required": Key(f.truth, needed=False),
}
RETURN: Table = {
    "code": Key(f.name),
    "title": Key(f.text),
    "months": Key(f.whole(0, 60)),
    "about": Key(f.long_text, needed=False),
}
CHOICE: Table = {"code": Key(f.code), "label": Key(f.text), "hint": Key(f.text, needed=False)}
SHOW_IF: Table = {"question": Key(f.name), "is": Key(f.code)}
FILE: Table = {
    "fund": Key(f.anything),
    "round": Key(f.anything),
    "eligibility": Key(f.anything, needed=False),
    "sections": Key(f.anything, needed=False),
    "criteria": Key(f.anything, needed=False),
    "documents": Key(f.anything, needed=False),
    "returns": Key(f.anything, needed=False),
}
IN_FORM = ("pays_for", "does_not_pay_for", "details")
"""Keys of the round's own table that are frozen with its form."""
IN_LIMITS = ("smallest", "largest")
"""Keys of the round's own table that its form has as the limits of an answer."""
LIMITS: Mapping[str, f.Read] = {
    Kind.NUMBER: f.whole(0, 999_999_999),
    Kind.MONEY: f.money,
    Kind.BUDGET: f.money,
    Kind.TEXT: f.whole(1, 2_000),
}


def read(source: str, offered: Offered = NOTHING) -> RoundFile:
    """A round's file, held against the council's own words if they are handed in. Raises Faults with all its faults."""
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise Faults([syntax_fault(str(error), source)]) from error
    try:
        return Reading(offered).file(document)
    except Unsound as error:
        lines = Lines(source)
        raise Faults([Fault(lines.at(each.path), str(each.sentence)) for each in error.problems]) from error


def decoded(data: bytes) -> str:
    """A file's text, which has to be UTF-8. Raises Faults."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Faults([Fault(line, "This is not UTF-8 text. Save the file as UTF-8.")]) from error


def syntax_fault(message: str, source: str) -> Fault:
    """What is wrong with a source that is no TOML at all."""
    found = SYNTAX.fullmatch(message)
    if not found:
        return Fault(1, message)
    last = source.rstrip("\n").count("\n") + 1
    return Fault(int(found["line"]) if found["line"] else last, f"This is not TOML: {found['what'].lower()}.")


class Reading:
    """One document being read: it goes on after a fault, so that all are told at once."""

    def __init__(self, offered: Offered = NOTHING) -> None:
        self.problems: list[Problem] = []
        self.offered = offered

    def fault(self, path: Path, sentence: Say | str, *, is_missing: bool = False) -> None:
        """Note what is wrong at a place of the document."""
        is_unread = not isinstance(sentence, Say) and not is_missing
        said = sentence if isinstance(sentence, Say) else Say(sentence)
        self.problems.append(Problem(path, said, is_missing, is_unread))

    def file(self, document: Mapping[str, Any]) -> RoundFile:
        """The whole document. Raises Unsound."""
        parts = self.table(document, (), FILE)
        fund = self.table(parts["fund"], ("fund",), FUND) if "fund" in parts else {}
        round_ = self.table(parts["round"], ("round",), ROUND) if "round" in parts else {}
        form = {
            "eligibility": self.tables(parts.get("eligibility", []), ("eligibility",), self.reader(ELIGIBILITY)),
            "sections": self.tables(parts.get("sections", []), ("sections",), self.section),
            **{
                part: self.tables(parts.get(part, []), (part,), self.reader(keys))
                for part, keys in (("criteria", CRITERION), ("documents", DOCUMENT), ("returns", RETURN))
            },
            **{name: round_.pop(name, []) for name in IN_FORM},
        }
        for path, sentence in [*round_faults(round_), *form_faults(form, self.offered)]:
            self.fault(path, sentence)
        if self.problems:
            raise Unsound(self.problems)
        return RoundFile(fund, round_, Form.from_data(with_limits(form, round_)))

    def table(self, value: Any, path: Path, keys: Table) -> dict[str, Any]:
        """The sound values of one table; the others become faults."""
        if not isinstance(value, dict):
            self.fault(path, f"{place(path)} has to be a table.")
            return {}
        for key in value.keys() - keys.keys():
            self.fault((*path, key), unknown(key, keys))
        found = {}
        for key, wanted in keys.items():
            if key in value:
                try:
                    found[wanted.name or key] = wanted.read(value[key])
                except ValueError as error:
                    self.fault((*path, key), f"“{key}” is not right. {error}.")
            elif wanted.needed:
                missing = f"“{key}” is missing{f' in {place(path)}' if path else ''}."
                self.fault((*path, key), missing, is_missing=True)
        return found

    def tables(self, value: Any, path: Path, each: Callable[[Any, Path], dict[str, Any]]) -> list[dict[str, Any]]:
        """The tables of an array, each read by `each`."""
        if not isinstance(value, list):
            self.fault(path, f"{place(path)} has to be a list of tables.")
            return []
        return [each(item, (*path, number)) for number, item in enumerate(value)]

    def reader(self, keys: Table) -> Callable[[Any, Path], dict[str, Any]]:
        """A reader of tables of one kind."""
        return lambda value, path: self.table(value, path, keys)

    def section(self, value: Any, path: Path) -> dict[str, Any]:
        """One section with its questions."""
        found = self.table(value, path, SECTION)
        found["questions"] = self.tables(found.get("questions", []), (*path, "questions"), self.question)
        return found

    def question(self, value: Any, path: Path) -> dict[str, Any]:
        """One question, with its choices, condition and limits."""
        found = self.table(value, path, QUESTION)
        if "choices" in found:
            found["choices"] = self.tables(found["choices"], (*path, "choices"), self.reader(CHOICE))
        if "show_if" in found:
            found["show_if"] = self.table(found["show_if"], (*path, "show_if"), SHOW_IF)
        for limit in {"least", "most"} & found.keys():
            self.limit(found, limit, path)
        return found

    def limit(self, question: dict[str, Any], limit: str, path: Path) -> None:
        """Read a question's `least` or `most`, which mean something else for each kind."""
        kind = question.get("kind", "")
        if kind not in LIMITS:
            del question[limit]
            if kind:
                self.fault((*path, limit), f"“{limit}” means nothing for a question of kind “{kind}”.")
            return
        try:
            question[limit] = LIMITS[kind](question[limit])
        except ValueError as error:
            self.fault((*path, limit), f"“{limit}” is not right. {error}.")
            del question[limit]


def unknown(key: str, keys: Table) -> str:
    """What to say to a key that there is not."""
    near = difflib.get_close_matches(key, keys, n=1)
    return f"“{key}” is not known here.{f' Did you mean “{near[0]}”?' if near else ''}"


def place(path: Path) -> str:
    """A table of the file as it is written there: [round] or [[sections.questions]]."""
    names = ".".join(part for part in path if isinstance(part, str))
    return f"[[{names}]]" if len(path) > 1 else f"[{names}]"


def with_limits(form: Mapping[str, Any], round_: Mapping[str, Any]) -> dict[str, Any]:
    """The form with the round's smallest and largest amounts as the limits of the question about the amount."""
    limits = {"least": round_["smallest_pence"], "most": round_["largest_pence"]}
    sections = [
        section | {"questions": [each | limits if each.get("is_amount") else each for each in section["questions"]]}
        for section in form["sections"]
    ]
    return {**form, "sections": sections}
