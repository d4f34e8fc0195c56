"""Sentences for invented people to write: alternatives in square brackets, facts in braces, no line said twice."""

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from string import Template
from typing import Any

from flask import current_app, has_app_context

from portal.config import Settings
from portal.kit.text import count_words

DEMO = Path(__file__).parent
LEEDS = DEMO / "councils" / "leeds"
ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def here() -> Path:
    """The folder of the council whose demonstration this app is; Leeds where no app is at hand."""
    settings: Settings | None = current_app.extensions["portal_settings"] if has_app_context() else None
    return settings.demo_council if settings else LEEDS


def file_called(name: str, council: Path) -> Path:
    """One of the demonstration's files: the council's own where it has one, or else the one that all share."""
    own = council / name
    return own if own.is_file() else DEMO / name


def read_text(name: str) -> str:
    """One of the demonstration's files, with the words for this place put in: "rounds/….toml" speaks of ${place}."""
    return filled_in(name, here())


def read_toml(name: str) -> dict[str, Any]:
    """One of the demonstration's TOML files, named without its ending: "town/ideas"."""
    return parsed(name, here())


def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of the demonstration's CSV files, named without its ending: "places/wards"."""
    return rows_of(file_called(f"{name}.csv", here()))


@cache
def flavour(council: Path) -> dict[str, str]:
    """The words for a place, by what they stand for."""
    return tomllib.loads((council / "flavour.toml").read_text(encoding="utf-8"))


@cache
def filled_in(name: str, council: Path) -> str:
    """A file with a council's words put in. Raises KeyError for a word that it does not have."""
    return Template(file_called(name, council).read_text(encoding="utf-8")).substitute(flavour(council))


@cache
def parsed(name: str, council: Path) -> dict[str, Any]:
    """A TOML file with a council's words put in."""
    return tomllib.loads(filled_in(f"{name}.toml", council))


@cache
def rows_of(path: Path) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def in_words(number: int) -> str:
    """A number as people write it in a sentence: in words up to twelve."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def within(limit: int, blocks: Iterable[str], joint: str = " ") -> str:
    """As many of the blocks, in their order, as stay within so many words; one that does not fit is left out."""
    kept: list[str] = []
    words = 0
    for block in blocks:
        if words + count_words(block) <= limit:
            kept.append(block)
            words += count_words(block)
    return joint.join(kept)


@dataclass
class Teller:
    """Tells one person's text: draws lines, fills them with that person's facts and never repeats itself."""

    rng: Random
    facts: Mapping[str, str]
    told: set[str] = field(default_factory=set)

    def fill(self, line: str) -> str:
        """The line with one of each set of alternatives and the facts put in, beginning with a capital."""
        while found := ALTERNATIVES.search(line):
            line = line[: found.start()] + self.rng.choice(found[1].split("|")) + line[found.end() :]
        text = line.format_map(self.facts)
        return text[:1].upper() + text[1:]

    def some(self, pool: Sequence[str], least: int, most: int | None = None, in_order: bool = False) -> list[str]:
        """From `least` to `most` lines not told yet, mixed unless in order; fewer once the pool is dry."""
        fresh = [line for line in pool if line not in self.told]
        wanted = self.rng.randint(least, most or least)
        drawn = self.rng.sample(fresh, min(wanted, len(fresh)))
        if in_order:
            drawn.sort(key=pool.index)
        self.told.update(drawn)
        return [self.fill(line) for line in drawn]

    def one(self, pool: Sequence[str]) -> str:
        """One line that has not been told yet, or any line once all have been."""
        return (self.some(pool, 1) or [self.fill(self.rng.choice(pool))])[0]
