"""What a round's report says: its figures, its tables, and what somebody who reads no applications is shown of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from portal.kit.text import N_

FUNDED = ("funded", "part_funded")
ELIGIBLE = ("assessing", "scored", *FUNDED, "reserved", "declined")
"""What was checked, may be funded, and was not withdrawn."""
SMALLEST = 5
"""A smaller number could point at an applicant (docs/security.md); it is shown only to who may read what it counts."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many applied, of them are eligible and funded; what they asked and got, in pence; the people they name.

    None stands for what this person is not shown. `people` counts those whom applications name, `helped` those whom
    funded ones do.
    """

    applied: int | None = 0
    eligible: int | None = 0
    funded: int | None = 0
    asked: int | None = 0
    granted: int | None = 0
    people: int | None = 0
    helped: int | None = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in Counts.__slots__))

    @property
    def rate(self) -> int | None:
        """The success rate in whole per cent; None for nobody, or where it is not shown."""
        return success(self.applied, self.funded)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is about, and its counts."""

    label: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Table:
    """The applications by one thing. `parts`: each of them stands in just one row; else in as many as it names."""

    code: str
    title: str
    head: str
    lines: tuple[Line, ...]
    parts: bool = True
    has_people: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Applications alike in state, kind of organisation and its yearly income: how many, and their pence."""

    state: str
    legal_form: str
    income_band: str | None
    number: int
    asked: int
    granted: int

    @property
    def counts(self) -> Counts:
        """The same as counts."""
        eligible, funded = self.state in ELIGIBLE, self.state in FUNDED
        return Counts(self.number, self.number * eligible, self.number * funded, self.asked, self.granted)


@dataclass(frozen=True, slots=True)
class Days:
    """How long answers took, in days: the median and the longest, from the closing and from the sending."""

    from_closing: int
    longest_from_closing: int
    from_sending: int
    longest_from_sending: int


def success(applied: int | None, funded: int | None) -> int | None:
    """The success rate: of all that were sent, those that are funded whole or in part, in whole per cent."""
    return None if not applied or funded is None else round(100 * funded / applied)


def in_all(groups: Iterable[Group]) -> Counts:
    """All of them together."""
    return sum((group.counts for group in groups), Counts())


def by_state(groups: Iterable[Group]) -> dict[str, int]:
    """How many are in each state."""
    found: dict[str, int] = {}
    for group in groups:
        found[group.state] = found.get(group.state, 0) + group.number
    return found


def lines_by(
    groups: Iterable[Group], key: Callable[[Group], str | None], labels: Mapping[str, str], unknown: str
) -> tuple[Line, ...]:
    """The groups by one of their traits, in the order of its words; what has none comes last."""
    found: dict[str | None, Counts] = {}
    for group in groups:
        found[key(group)] = found.get(key(group), Counts()) + group.counts
    places = {code: place for place, code in enumerate(labels)}
    order = sorted(found, key=lambda code: (places.get(code or "", len(places)), code or ""))
    return tuple(Line(labels.get(code or "", code or unknown), found[code]) for code in order)


def most_first(found: Mapping[str, Counts], labels: Mapping[str, str]) -> tuple[Line, ...]:
    """Lines by code, those that most applications name first."""
    lines = [Line(labels.get(code, code), counts) for code, counts in found.items()]
    return tuple(sorted(lines, key=lambda line: (-(line.counts.applied or 0), line.label)))


def shown(table: Table, safe: Callable[[Mapping[str, int]], Mapping[str, int | None]]) -> Table:
    """A table as somebody is shown it who reads no applications: no small number, nor what would tell one.

    `safe` says of numbers that add up to one that is known which can be shown beside it. Money and people go with the
    number of those whose they are, so that no amount is a single applicant's.
    """
    columns = {name: numbers(table, name, safe) for name in ("applied", "eligible", "funded")}
    return replace(
        table,
        lines=tuple(veiled(line, {name: columns[name][at] for name in columns}) for at, line in enumerate(table.lines)),
    )


def numbers(table: Table, name: str, safe: Callable[[Mapping[str, int]], Mapping[str, int | None]]) -> list[int | None]:
    """One column of a table as it can be shown, from the top."""
    there = {str(at): getattr(line.counts, name) for at, line in enumerate(table.lines)}
    if table.parts:
        return list(safe(there).values())
    return [None if 0 < number < SMALLEST else number for number in there.values()]


def veiled(line: Line, seen: Mapping[str, int | None]) -> Line:
    """A line with these numbers; what belongs to one that is not shown is not shown either."""
    there, few = line.counts, seen["applied"] is None
    funded = None if few else seen["funded"]
    hide = funded is None
    counts = Counts(
        seen["applied"],
        None if few else seen["eligible"],
        funded,
        None if few else there.asked,
        None if hide else there.granted,
        None if few else there.people,
        None if hide else there.helped,
    )
    return replace(line, counts=counts)


WORDS = {
    "applied": N_("Applied"),
    "eligible": N_("Eligible"),
    "funded": N_("Funded"),
    "rate": N_("Success rate"),
    "asked": N_("Asked"),
    "granted": N_("Granted"),
    "people": N_("People named"),
    "helped": N_("People in funded ones"),
}
"""The columns of each table, in their order; the last two only where applications name people."""
