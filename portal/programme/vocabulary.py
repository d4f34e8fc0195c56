"""The file with a council's own words, read and checked whole before anything is stored."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

CODE = re.compile(r"[a-z0-9_]{1,60}")
NEEDED = ("name", "programme", "team", "place", "email", "phone")
GIVEN = ("phone_hours", "about", "credit")
KINDS = {
    "communities": "community",
    "barriers": "barrier",
    "outcomes": "outcome",
    "legal_forms": "legal_form",
    "income_bands": "income_band",
    "languages": "language",
}
"""Each list of the file, and the kind under which its words are kept."""


class Faults(Exception):
    """Everything that is wrong with a file, a sentence each."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The council's facts by name, and for each kind its words as code and label, in order."""

    council: dict[str, str]
    terms: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def read(text: str) -> Vocabulary:
    """The words of a TOML file. Raises Faults, which names every one of them."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Faults([f"This is not TOML: {error}."]) from error
    faults: list[str] = []
    facts = read_council(data.get("council"), faults.append)
    terms = {kind: read_terms(name, data.get(name), faults.append) for name, kind in KINDS.items()}
    faults += [f"[{name}] is nothing the portal knows." for name in data if name not in {"council", *KINDS}]
    if faults:
        raise Faults(faults)
    return Vocabulary(facts, terms)


def read_council(table: Any, fault: Callable[[str], object]) -> dict[str, str]:
    """The council's facts; each one needed and missing, or unknown, is a fault."""
    if not isinstance(table, dict):
        fault("[council] is missing.")
        return {}
    for name in NEEDED:
        if not is_text(table.get(name)):
            fault(f"[council] needs {name} = “…”.")
    for name, value in table.items():
        if name not in NEEDED + GIVEN or not isinstance(value, str):
            fault(f"[council] {name} is nothing the portal knows.")
    return {name: str(table.get(name, "")) for name in NEEDED + GIVEN}


def read_terms(name: str, rows: Any, fault: Callable[[str], object]) -> list[tuple[str, str]]:
    """The words of one list; a row without a fit code or a name is a fault, and so is a code that comes twice."""
    if not isinstance(rows, list) or not rows:
        fault(f"[[{name}]] is missing: at least one is needed.")
        return []
    found: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        where = f"[[{name}]] number {number}"
        code, label = (row.get("code"), row.get("name")) if isinstance(row, dict) else (None, None)
        if not isinstance(code, str) or not CODE.fullmatch(code):
            fault(f"{where} needs code = “…” of small letters, digits and _.")
        elif code in found:
            fault(f"{where} has the code “{code}”, which is there already.")
        elif not is_text(label):
            fault(f"{where} needs name = “…”.")
        else:
            found[code] = str(label)
    return list(found.items())


def is_text(value: Any) -> bool:
    """Whether there is something to read."""
    return isinstance(value, str) and bool(value.strip())
