"""A round's report as a file: lines of values (CSV), or a workbook of values (XLSX). No cell of either is a formula.

It has a row for each word of the council's lists at most, however many applied, so it is written whole.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from portal.applications.rules import MACHINE
from portal.assessments.report import SMALLEST, WORDS, Counts
from portal.assessments.report_queries import Report
from portal.db.session import action
from portal.funds.models import Round
from portal.history.actions import note
from portal.kit.sheets import BOM, lines, safe
from portal.kit.text import N_, Say
from portal.permissions import Someone
from portal.web.words import moment, translated

FORMATS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
KEY_SECONDS = 600
PENCE = ("asked", "granted")
UNITS = {"asked": N_("Asked (£)"), "granted": N_("Granted (£)"), "rate": N_("Success rate (%)")}
FEW = N_("Not shown")
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file: what it is called, its head, and its rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def begin(round_: Round, format: str, *, by: Someone) -> str:
    """Write down that a copy is taken; the key with which this person can fetch it within ten minutes."""
    with action():
        note(round_, "export", by=by, format=format)
    return str(signer().dumps({"by": by.person_id, "round": round_.id, "format": format}))


def fetched(key: str, round_: Round, someone: Someone) -> str | None:
    """The format for which a key was given, or None for one that is not this person's, not this round's, or ended."""
    try:
        found: dict[str, Any] = signer().loads(key, max_age=KEY_SECONDS)
    except BadData:
        return None
    is_theirs = found.get("by") == someone.person_id and found.get("round") == round_.id
    return found["format"] if is_theirs and found.get("format") in FORMATS else None


def signer() -> URLSafeTimedSerializer:
    """What signs such keys."""
    return URLSafeTimedSerializer(current_app.extensions["portal_settings"].secret_key, salt="round-report")


def written(sheets: list[Sheet], format: str) -> bytes:
    """The file."""
    return workbook(sheets) if format == "xlsx" else text(sheets).encode()


def text(sheets: list[Sheet]) -> str:
    """The tables one below the other, each under its title."""
    parts = [lines([(sheet.title,), sheet.head, *sheet.rows]) for sheet in sheets]
    return BOM + "\r\n".join(parts)


def workbook(sheets: list[Sheet]) -> bytes:
    """A sheet for each table: texts as texts, numbers as numbers, and nothing else in it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, PLAIN) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:31])
            for down, row in enumerate((sheet.head, *sheet.rows)):
                for across, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(down, across, safe(cell))
                    else:
                        page.write_number(down, across, cell)
    return file.getvalue()


def sheets(found: Report, round_: Round, at: Any) -> list[Sheet]:
    """The report as tables, the whole round first."""
    first = Sheet(
        translated(N_("Round")), (translated(N_("What")), translated(N_("Figure"))), tuple(facts(found, round_, at))
    )
    return [first, *(table_of(table) for table in found.tables)]


def table_of(table: Any) -> Sheet:
    """One of its tables."""
    columns = columns_of(table)
    head = (translated(table.head), *(translated(UNITS.get(name, WORDS[name])) for name in columns))
    rows = tuple((line.label, *cells(line.counts, columns)) for line in table.lines)
    return Sheet(translated(table.title), head, rows)


def columns_of(table: Any) -> tuple[str, ...]:
    """The columns that a table has."""
    return tuple(name for name in WORDS if table.has_people or name not in ("people", "helped"))


def cells(counts: Counts, columns: tuple[str, ...]) -> Iterator[Cell]:
    """The counts in these columns."""
    for name in columns:
        yield cell(name, getattr(counts, name))


def cell(name: str, number: int | None) -> Cell:
    """One of them: money in pounds; a word for what is not shown."""
    if number is None:
        return "" if name == "rate" else translated(FEW)
    return number if name not in PENCE or number is None else number / 100


def facts(found: Report, round_: Round, at: Any) -> Iterator[tuple[Cell, ...]]:
    """The whole round, a line for each figure."""
    yield translated(N_("Round")), round_.title
    yield translated(N_("As of")), moment(at)
    if found.conflicts:
        yield translated(N_("Left out, because you have a conflict of interest")), found.conflicts
    if found.is_veiled:
        yield translated(N_("Numbers that are not shown")), translated(Say(N_("Below {smallest}"), smallest=SMALLEST))
    for name, value in zip(WORDS, cells(found.counts, tuple(WORDS)[:6]), strict=False):
        yield translated(UNITS.get(name, WORDS[name])), value
    for code in MACHINE.codes():
        if code in found.states:
            yield translated(MACHINE.state(code).council), cell(code, found.states[code])
    if found.days:
        yield translated(N_("Days from closing to the answer, median")), found.days.from_closing
        yield translated(N_("Days from closing to the answer, longest")), found.days.longest_from_closing
        yield translated(N_("Days from sending to the answer, median")), found.days.from_sending
        yield translated(N_("Days from sending to the answer, longest")), found.days.longest_from_sending
