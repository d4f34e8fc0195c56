"""The three CSV tables of places, read row by row; every row that is wrong is named by its line."""

import csv
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

from portal.places.rules import normal_postcode

Row = TypeVar("Row")
Cells = Mapping[str, str]

FAULTS_MOST = 50
CODE_MOST = 9


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a table, and where."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.sentence}"


class Faults(Exception):
    """Tables that cannot be loaded: the first faults in full, and how many there are in all."""

    def __init__(self, first: list[Fault], count: int) -> None:
        self.first, self.count = first, count
        more = [f"… and {count - len(first):,} more."] if count > len(first) else []
        super().__init__("\n".join([*map(str, first), *more]))


@dataclass(slots=True)
class Findings:
    """The faults found so far; only the first are kept, the rest are counted."""

    first: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, file: str, line: int, sentence: str) -> None:
        """Note a fault."""
        self.count += 1
        if len(self.first) < FAULTS_MOST:
            self.first.append(Fault(file, line, sentence))

    def check(self) -> None:
        """Raises Faults when there are any."""
        if self.count:
            raise Faults(self.first, self.count)


@dataclass(frozen=True, slots=True)
class WardRow:
    """A ward as its table has it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NeighbourhoodRow:
    """A neighbourhood as its table has it; its ward comes from the same table."""

    code: str
    name: str
    ward_code: str
    decile: int
    people: int


@dataclass(frozen=True, slots=True)
class PostcodeRow:
    """A postcode as its table has it, in its normal form."""

    postcode: str
    neighbourhood_code: str


class Reader(Protocol):
    """What the csv module reads with."""

    @property
    def line_num(self) -> int:
        """How many lines were read so far."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""

    def __next__(self) -> list[str]:
        """The next row."""


def ward(cells: Cells) -> WardRow:
    """A row of the table of wards. Raises ValueError."""
    return WardRow(code(cells, "ward24_code"), words(cells, "ward24_name"))


def neighbourhood(cells: Cells) -> NeighbourhoodRow:
    """A row of the table of neighbourhoods. Raises ValueError."""
    return NeighbourhoodRow(
        code=code(cells, "lsoa21_code"),
        name=words(cells, "lsoa21_name"),
        ward_code=code(cells, "ward24_code"),
        decile=number(cells, "imd2025_decile", 1, 10),
        people=number(cells, "census2021_population", 0, 1_000_000),
    )


def postcode(cells: Cells) -> PostcodeRow:
    """A row of the table of postcodes. Raises ValueError."""
    written = normal_postcode(cells["postcode"])
    if written is None:
        raise ValueError(f"“{cells['postcode']}” is not a postcode.")
    return PostcodeRow(written, code(cells, "lsoa21_code"))


COLUMNS: Mapping[Callable[..., Any], tuple[str, ...]] = {
    ward: ("ward24_code", "ward24_name"),
    neighbourhood: ("lsoa21_code", "lsoa21_name", "ward24_code", "imd2025_decile", "census2021_population"),
    postcode: ("postcode", "lsoa21_code"),
}
"""The columns that each table has to have; others are passed over."""


def code(cells: Cells, column: str) -> str:
    """An area's code, nine characters at most. Raises ValueError."""
    found = cells[column].strip()
    if not found or len(found) > CODE_MOST or not found.isalnum():
        raise ValueError(f"“{found}” is not a code for {column}.")
    return found


def words(cells: Cells, column: str) -> str:
    """A name. Raises ValueError."""
    found = cells[column].strip()
    if not found:
        raise ValueError(f"{column} is empty.")
    return found


def number(cells: Cells, column: str, least: int, most: int) -> int:
    """A whole number between two bounds, both included. Raises ValueError."""
    found = cells[column].strip()
    if not found.isdecimal() or not least <= int(found[:20]) <= most:
        raise ValueError(f"“{found}” in {column} is not a whole number from {least} to {most:,}.")
    return int(found)


def rows(path: Path, row_of: Callable[[Cells], Row], findings: Findings) -> Iterator[tuple[int, Row]]:
    """The sound rows of a table with their lines; the others become findings. Reads as it goes."""
    with path.open("rb") as file:
        reader = csv.reader((line.decode() for line in without_mark(file)), strict=True)
        try:
            yield from sound_rows(path.name, reader, row_of, findings)
        except UnicodeDecodeError:
            findings.add(path.name, reader.line_num + 1, "This is not UTF-8 text. Save the file as CSV UTF-8.")
        except csv.Error as error:
            findings.add(path.name, max(reader.line_num, 1), f"This is not CSV: {error}.")


def without_mark(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file without the mark that spreadsheets put before the first."""
    yield file.readline().removeprefix(BOM_UTF8)
    yield from file


def sound_rows(
    name: str, reader: Reader, row_of: Callable[[Cells], Row], findings: Findings
) -> Iterator[tuple[int, Row]]:
    """The rows of a table that are what they should be."""
    header: list[str] = next(reader, [])
    if missing := [column for column in COLUMNS[row_of] if column not in header]:
        findings.add(name, 1, f"These columns are missing: {', '.join(missing)}.")
        return
    for cells in reader:
        try:
            if cells:
                yield reader.line_num, row_of(named(header, cells))
        except ValueError as error:
            findings.add(name, reader.line_num, str(error))


def named(header: list[str], cells: list[str]) -> Cells:
    """A row's cells by their column. Raises ValueError for too few or too many."""
    if len(cells) != len(header):
        raise ValueError(f"There are {len(cells)} cells in this row, and {len(header)} in the first.")
    return dict(zip(header, cells, strict=True))


def once(
    found: Iterable[tuple[int, Row]], key: Callable[[Row], str], name: str, findings: Findings
) -> Iterator[tuple[int, Row]]:
    """The same rows without those whose key came before, which become findings."""
    seen: set[str] = set()
    for line, row in found:
        if key(row) in seen:
            findings.add(name, line, f"“{key(row)}” stands here for the second time.")
        else:
            seen.add(key(row))
            yield line, row
