"""The record of what is held names every table there is, and says of days what the code does."""

from pathlib import Path

import pytest
from flask import Flask

import portal.app as _every_model
from portal.accounts import kept, limits
from portal.accounts.rules import REQUEST_KEPT, SIGN_IN_KEPT
from portal.applications import printing
from portal.db.base import Base
from portal.db.session import FORMS_KEPT
from portal.desk.rules import OPEN_KEPT
from portal.jobs.worker import WORKERS_KEPT
from portal.messages.rules import KEPT_MONTHS
from portal.web.words import span

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
ROWS = {
    cells[0].strip("`"): cells
    for line in PAGE.splitlines()
    if line.startswith("| `") and (cells := [cell.strip() for cell in line.strip("| ").split(" | ")])
}
"""The rows of the page's tables, by the table that they tell of."""
PUBLIC = {"council", "terms", "funds", "rounds", "round_plans", "form_versions"}
PUBLIC |= {"wards", "neighbourhoods", "postcodes"}
KEPT = {
    "sign_in_requests": REQUEST_KEPT,
    "sign_ins": SIGN_IN_KEPT,
    "kept_forms": kept.LIFE,
    "attempts": limits.SPAN,
    "form_keys": FORMS_KEPT,
    "messages": KEPT_MONTHS,
    "workers": WORKERS_KEPT,
    "pdf_copies": printing.KEPT,
    "openings": OPEN_KEPT,
}
"""What a job deletes, and after how long; a number counts months."""


def test_every_table_is_in_the_record_and_none_that_is_gone() -> None:
    assert _every_model
    assert sorted(set(ROWS) | PUBLIC) == sorted(Base.metadata.tables)
    assert set(ROWS) & PUBLIC == set()
    assert [name for name in PUBLIC if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize("table", ROWS)
def test_each_row_says_what_how_long_and_who(table: str) -> None:
    assert len(ROWS[table]) == 5
    assert all(ROWS[table]), "no cell is empty"


@pytest.mark.parametrize("table", sorted(set(Base.metadata.tables) - PUBLIC))
def test_how_long_is_what_the_jobs_do(sqlite_app: Flask, table: str) -> None:
    said = ROWS[table][2]
    with sqlite_app.test_request_context():
        expected = f"{span(KEPT[table])}" if table in KEPT else ""
    assert said.startswith(expected)
    assert ("(job)" in said) == (table in KEPT)


@pytest.mark.parametrize("table", sorted(set(Base.metadata.tables) - PUBLIC))
def test_what_is_written_freely_is_told_of(table: str) -> None:
    """A column that holds an address or a name is no surprise to whoever reads the page."""
    told = ROWS[table][1].lower()
    columns = set(Base.metadata.tables[table].columns.keys())
    for column, words in {
        "email": "e-mail address",
        "to_address": "address",
        "name": "name",
        "phone": "telephone",
        "signed_name": "name that signed",
        "client": "browser",
        "reasons": "reasons",
        "letter": "letter",
        "answers": "answers",
        "answer": "answer",
        "organisation": "organisation",
        "closed_because": "why it was closed",
        "line": "line they wrote",
        "word": "word",
        "words": "wrote",
        "note": "note",
        "said": "said",
        "secret": "secret" if table == "authenticators" else "",
    }.items():
        assert column not in columns or words in told, column
