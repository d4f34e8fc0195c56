"""History as a file: whole, safe to open in a spreadsheet, and light on the server."""

import os
import tracemalloc
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from portal.accounts.models import Person
from portal.assessments import actions
from portal.db.session import action, db
from portal.desk import deeds, history_export
from portal.desk.history_filters import Wanted
from portal.history.models import Deed
from portal.kit.sheets import safe
from portal.permissions import Someone
from tests.assessments import steps
from tests.conftest import Clock
from tests.desk.chronicle import COPY, PAGE, copied, fill
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
MANY = 100_000 if os.environ.get("AUDIT") else 25_000
MEGABYTE = 1024 * 1024


def test_the_copy_holds_what_the_page_shows_and_says_where_it_ends(app: Flask, as_: As, cast: Cast) -> None:
    first, second = steps.sent(steps.closed_round(), 2)
    actions.find_eligible(first, by=cast["joyce"])
    actions.find_not_eligible(second, "Outside Leeds.", by=cast["martin"])
    answer, lines = copied(as_("helen"), "?kind=application")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="history-')
    assert answer.headers["Cache-Control"] == "no-store"
    head, *rows, end = lines
    assert head == list(history_export.COLUMNS)
    martin, joyce = "Martin Hargreaves", "Joyce Adeyemi"
    assert [row[1:3] for row in rows] == [
        [martin, "martin.hargreaves@example.org"],
        [joyce, "joyce.adeyemi@example.org"],
    ]
    assert [row[3:] for row in rows] == [
        ["Application", second.ref, f"{martin} found it not eligible", "To check", "Not eligible"],
        ["Application", first.ref, f"{joyce} found it eligible", "To check", "Being scored"],
    ]
    assert end == ["End of the list", "2"]


def test_taking_a_copy_is_written_down_once_however_often_it_is_pressed(app: Flask, as_: As, cast: Cast) -> None:
    wei = as_("wei")
    form = form_to(wei.get(f"{PAGE}?person=wei&since=1/1/2020").get_data(as_text=True), COPY)
    places = [wei.post(COPY, data=form.fields).location for _ in range(2)]
    assert places[0] == places[1]
    assert wei.get(places[0]).status_code == wei.get(places[1]).status_code == 200
    [deed] = db.session.scalars(select(Deed).where(Deed.subject == "history"))
    assert (deed.verb, deed.actor_id) == ("export", cast["wei"].person_id)
    assert deed.facts == {"since": "2020-01-01", "people": [cast["wei"].person_id]}, "no name that was typed"


def test_a_copy_is_its_takers_alone_and_ends(app: Flask, as_: As, clock: Clock) -> None:
    wei, helen = as_("wei"), as_("helen")
    form = form_to(wei.get(PAGE).get_data(as_text=True), COPY)
    place = wei.post(COPY, data=form.fields).location
    assert helen.get(place).location == PAGE
    assert wei.get(place[:-3]).location == PAGE
    assert wei.get("/history/copy.csv").location == PAGE
    assert wei.get(place).status_code == 200
    clock.shift(history_export.KEY_SECONDS + 2)
    assert wei.get(place).location == PAGE
    assert "Press “Take a copy” again." in wei.get(PAGE).get_data(as_text=True)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sqlite_app: Flask, start: str) -> None:
    assert safe(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    assert (safe(-5), safe("a=b"), safe(None)) == ("-5", "a=b", "")


def test_a_name_that_is_a_formula_stays_a_name(app: Flask, as_: As, cast: Cast) -> None:
    [application] = steps.sent(steps.closed_round())
    actions.find_eligible(application, by=cast["joyce"])
    with action() as session:
        name = '=HYPERLINK("https://example.org","Joyce, ""J""")'
        session.execute(update(Person).where(Person.id == cast["joyce"].person_id).values(name=name))
    _, [_, row, _] = copied(as_("helen"), "?kind=application")
    assert row[1] == f"'{name}"
    assert row[5].startswith("'=HYPERLINK")
    assert [cell for cell in row if cell[:1] in "=+-@\t\r" and cell] == []


def test_what_is_hidden_on_the_page_is_not_in_the_file(app: Flask, as_: As, cast: Cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    [first, _] = steps.readings(application)
    steps.finished(first, cast, 4)
    _, lines = copied(as_("wei"))
    assert [line for line in lines if "Reading" in line or "finished scoring" in " ".join(line)] == []


def test_a_torn_file_says_so(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(25)
    monkeypatch.setattr(history_export, "CHUNK", 10)
    told, calls = deeds.tell_all, []

    def breaks(*arguments):  # type: ignore[no-untyped-def]
        calls.append(1)
        if len(calls) == 3:
            raise TimeoutError
        return told(*arguments)

    monkeypatch.setattr(deeds, "tell_all", breaks)
    with app.test_request_context():
        lines = history_export.written(deeds.search(cast["wei"], Wanted()))
        got = []
        with pytest.raises(TimeoutError):
            got.extend(lines)
    assert got[-1].startswith("NOT COMPLETE")
    assert not any("End of the list" in part for part in got)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_long_history_costs_no_memory(app: Flask, cast: Cast) -> None:
    fill(MANY)
    expected = db.session.scalar(select(func.count()).select_from(Deed))
    with app.test_request_context():
        lines = history_export.written(deeds.search(cast["helen"], Wanted()))
        for _ in range(3):
            next(lines)
        tracemalloc.start()
        last, size = "", 0
        for last in lines:
            size += len(last)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert last == f"End of the list,{expected}\r\n"
    assert size > 50 * MANY
    assert peak < 20 * MEGABYTE
