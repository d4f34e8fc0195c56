"""Nothing that the portal shows escapes the gates: every route and every template is in tests/pages.py."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.gates.conftest import Town
from tests.gates.walk import Seen
from tests.pages import EVERY

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NOT_PAGES = {
    "static",
    "desk.security_txt",
    "funds.calendar",
    "planning.file",
    "programme.export",
    "applications.file",
    "applications.pdf_file",
    "assessments.file",
    "assessments.pdf_file",
    "assessments.read_file",
    "organisations.council_document",
    "organisations.document_file",
    "programme.painted",
    "upkeep.live",
    "upkeep.ready",
}
"""Routes that answer with a file, or with a line for a machine."""


def test_every_line_has_a_name_of_its_own() -> None:
    names = [page.name for page in EVERY]
    assert sorted(names) == sorted(set(names))


def test_every_state_can_be_made(full_sqlite: Town, full_postgres: Town, empty_sqlite: Town) -> None:
    assert [town.failed for town in (full_sqlite, full_postgres, empty_sqlite)] == [{}, {}, {}]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_every_page_answers_as_expected(database: str, request: pytest.FixtureRequest) -> None:
    seen: dict[str, Seen] = request.getfixturevalue(f"full_{database}").seen
    answers = {name: (one.status, one.page.endpoint in one.endpoints) for name, one in seen.items()}
    assert answers == {name: (one.page.status, True) for name, one in seen.items()}


def test_the_first_day(empty_sqlite: Town) -> None:
    assert {one.status for one in empty_sqlite.seen.values()} == {200}


def test_every_route_that_can_be_opened_was_opened(full_sqlite: Town, seen: dict[str, Seen]) -> None:
    routes = {rule.endpoint for rule in full_sqlite.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    opened = {endpoint for one in seen.values() for endpoint in one.endpoints}
    assert sorted(routes - opened - NOT_PAGES) == []


def test_every_template_was_rendered(full_sqlite: Town, seen: dict[str, Seen]) -> None:
    files = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*")}
    # Jinja keeps every template it has rendered, included, imported or extended since the town was built.
    rendered = {name for _, name in full_sqlite.app.jinja_env.cache}  # type: ignore[union-attr]
    assert sorted(files - rendered) == []


def title_of(html: str) -> str:
    """The title of a page."""
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def test_titles_tell_pages_apart(seen: dict[str, Seen]) -> None:
    by_title = defaultdict(set)
    for one in seen.values():
        if one.visit.is_page and one.status == 200:
            # Nobody sees both sides: an application is called by its own title on either.
            side = "council" if one.location.startswith(("/review", "/verification")) else "partner"
            by_title[side, title_of(one.html)].add(one.endpoints[-1])
    assert {title: endpoints for title, endpoints in by_title.items() if len(endpoints) > 1} == {}


def test_a_title_says_when_something_is_wrong(seen: dict[str, Seen]) -> None:
    silent = [name for name, one in seen.items() if one.status == 422 and not title_of(one.html).startswith("Error:")]
    assert silent == []


def test_whoever_is_signed_in_can_sign_out_on_every_page(seen: dict[str, Seen]) -> None:
    pages = {name: one for name, one in seen.items() if one.visit.is_page and one.visit.email}
    assert len(pages) > 100
    assert [name for name, one in pages.items() if 'action="/sign-out" method="post"' not in one.html] == []
