"""The file with a council's own words, read and checked whole before anything is stored."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.programme import colours
from portal.programme.rules import AFFECTS, LISTS, MAY_BE_EMPTY, MAY_LACK, NUMBERS, PARTS, PRIORITY, same_name

CODE = re.compile(r"[a-z0-9_]{1,60}")
FACTS = tuple(name for part in PARTS.values() for name in part.fields)
NEEDED = tuple(name for name in FACTS if name not in MAY_LACK)
KINDS = {name: one.kind for name, one in LISTS.items() if one.affects != "partner"}
"""Each list of the file, and the kind under which its words are kept; partners' barriers stand among the barriers."""
CHOICES = {"affects": AFFECTS, "number": tuple(NUMBERS), "priority": tuple(PRIORITY)}
BESIDE: dict[str, dict[str, str]] = {
    "community": {"phrase": "", "priority": "no"},
    "barrier": {"heading": "", "affects": "resident"},
    "legal_form": {"number": "none"},
}
"""What a row can say beside code and name, by kind, and what it is where the row does not say it."""

Fault = Callable[[str], object]


class Faults(Exception):
    """Everything that is wrong with a file, a sentence each."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a vocabulary: the code that is kept, the label that people read, and what else is known of it."""

    code: str
    label: str
    phrase: str = ""
    heading: str = ""
    affects: str = ""
    number: str = ""
    priority: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The council's facts by name, the colours it chose, and for each kind its words in order."""

    council: dict[str, str]
    terms: dict[str, list[Word]] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)


def read(text: str) -> Vocabulary:
    """The words of a TOML file. Raises Faults, which names every one of them."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Faults([f"This is not TOML: {error}."]) from error
    faults: list[str] = []
    facts = read_council(data.get("council"), faults.append)
    chosen = read_colours(data.get("colours", {}), faults.append)
    terms = {kind: read_terms(name, kind, data.get(name), faults.append) for name, kind in KINDS.items()}
    faults += [f"[{name}] is nothing the portal knows." for name in data if name not in {"council", "colours", *KINDS}]
    if faults:
        raise Faults(faults)
    return Vocabulary(facts, terms, chosen)


def read_council(table: Any, fault: Fault) -> dict[str, str]:
    """The council's facts; each one needed and missing, or unknown, is a fault."""
    if not isinstance(table, dict):
        fault("[council] is missing.")
        return {}
    for name in NEEDED:
        if not is_text(table.get(name)):
            fault(f"[council] needs {name} = “…”.")
    for name, value in table.items():
        if name not in FACTS or not isinstance(value, str):
            fault(f"[council] {name} is nothing the portal knows.")
    return {name: str(table.get(name, "")) for name in FACTS}


def read_colours(table: Any, fault: Fault) -> dict[str, str]:
    """The chosen colours; one that is none, and two that cannot be told apart, are faults."""
    if not isinstance(table, dict):
        fault("[colours] has to be a table.")
        return {}
    chosen: dict[str, str] = {}
    for name, value in table.items():
        colour = colours.normal(value) if isinstance(value, str) else None
        if name not in colours.CHOSEN:
            fault(f"[colours] {name} is nothing the portal knows.")
        elif colour is None:
            fault(f"[colours] {name} needs a colour like “#0a4a52”.")
        else:
            chosen[name] = colour
    for each in colours.faults(chosen):
        fault(f"[colours] {each.blamed}: {each.sentence(colours.NAMES)}")
    return colours.differing(chosen)


def read_terms(name: str, kind: str, rows: Any, fault: Fault) -> list[Word]:
    """The words of one list; a row without a fit code or a name is a fault, and so is one that comes twice."""
    if rows is None and name in MAY_BE_EMPTY:
        return []
    if not isinstance(rows, list) or not rows:
        fault(f"[[{name}]] is missing: at least one is needed.")
        return []
    found: dict[str, Word] = {}
    for number, row in enumerate(rows, 1):
        wrong = list(faults_of(row if isinstance(row, dict) else {}, kind, found))
        for sentence in wrong:
            fault(f"[[{name}]] number {number} {sentence}")
        if not wrong:
            found[row["code"]] = word_of(row, kind)
    if found and all(word.retired for word in found.values()):
        fault(f"[[{name}]] needs a word that is not retired.")
    return list(found.values())


def faults_of(row: Mapping[str, Any], kind: str, found: Mapping[str, Word]) -> Iterator[str]:
    """What is wrong with one row, after those that were found sound before it."""
    code, label = row.get("code"), row.get("name")
    if not isinstance(code, str) or not CODE.fullmatch(code):
        yield "needs code = “…” of small letters, digits and _."
    elif code in found:
        yield f"has the code “{code}”, which is there already."
    if not is_text(label):
        yield "needs name = “…”."
    elif same_name(str(label), (word.label for word in found.values())) and code not in found:
        yield f"has the name “{label}”, which is there already."
    yield from faults_beside(row, BESIDE.get(kind, {}))


def faults_beside(row: Mapping[str, Any], beside: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with all that a row says beside its code and name."""
    for column, value in row.items():
        possible = CHOICES.get(column, ("…",))
        if column == "retired":
            if not isinstance(value, bool):
                yield "needs retired = true or false."
        elif column in beside:
            if not isinstance(value, str) or (column in CHOICES and value not in possible):
                yield f"needs {column} = {' or '.join(f'“{one}”' for one in possible)}."
        elif column not in {"code", "name"}:
            yield f"has {column}, which is nothing the portal knows."


def word_of(row: Mapping[str, Any], kind: str) -> Word:
    """A sound row as a word."""
    beside = {column: row.get(column, default) for column, default in BESIDE.get(kind, {}).items()}
    return Word(row["code"], row["name"], retired=row.get("retired", False), **beside)


def is_text(value: Any) -> bool:
    """Whether there is something to read."""
    return isinstance(value, str) and bool(value.strip())
