"""Every page is light enough for an old phone on a bad line: bench/weight.py has the budgets and weighs."""

import brotli
import pytest

from bench.weight import BUDGETS, travelling, weigh
from tests.gates.conftest import Town
from tests.gates.walk import Seen


def test_every_page_keeps_to_its_budget(seen: dict[str, Seen]) -> None:
    weights = {name: weigh(one.html).over(BUDGETS[one.page.kind]) for name, one in seen.items() if one.visit.is_page}
    assert {name: over for name, over in weights.items() if over} == {}


def test_a_part_is_lighter_than_its_page(seen: dict[str, Seen]) -> None:
    pairs = {
        "assessments.round (part)": "assessments.round (being scored)",
        "desk.inbox (part)": "desk.inbox (approver)",
        "desk.history (part)": "desk.history (programme lead)",
        "applications.save (part)": "applications.section (project, full)",
    }
    assert [part for part, page in pairs.items() if len(seen[part].html) > len(seen[page].html) / 2] == []


@pytest.mark.parametrize("path", ["/", "/sign-in", "/grants"])
def test_the_portal_compresses_its_own_pages(path: str, full_sqlite: Town) -> None:
    client = full_sqlite.app.test_client()
    client.strict = False  # type: ignore[attr-defined]
    with full_sqlite.app.app_context():
        answer = client.get(path, headers={"Accept-Encoding": "gzip, deflate, br"})
    html = brotli.decompress(answer.data).decode()
    assert answer.headers["Content-Encoding"] == "br"
    # The keys in forms are new in every answer, so two compressed answers differ by a few bytes.
    assert abs(len(answer.data) - weigh(html).html) < 20


def test_files_travel_compressed_and_stay_in_the_cache(full_sqlite: Town) -> None:
    client = full_sqlite.app.test_client()
    with full_sqlite.app.app_context():
        name = full_sqlite.app.jinja_env.globals["asset"]("portal.css").removeprefix("/static/")
        answer = client.get(f"/static/{name}", headers={"Accept-Encoding": "br"}, buffered=True)
    assert (answer.headers["Content-Encoding"], len(answer.data)) == ("br", travelling(name))
    assert "immutable" in answer.headers["Cache-Control"]
