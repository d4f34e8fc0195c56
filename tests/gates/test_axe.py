"""Every page in every state is for everybody, on a phone with script; test_axe_elsewhere.py has the other ways.

`make test` looks at each page's first state in all four ways and at every other state on a phone with script;
`make audit` (AUDIT=1) at everything in every way.
"""

import os

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Page as Screen

from tests.gates.conftest import LookedAt, Town
from tests.gates.looking import Eyes
from tests.pages import EVERY
from tests.states import TYPED
from tests.visits import Page

PHONE, DESK = 320, 1280
FIRST = {page.endpoint: page for page in reversed(EVERY)}
ALL_WAYS = [(width, script) for width in (PHONE, DESK) for script in (True, False)]


def ways(page: Page) -> list[tuple[int, bool]]:
    """On which screens a page is looked at in this run."""
    return ALL_WAYS if FIRST[page.endpoint] is page or os.environ.get("AUDIT") else ALL_WAYS[:1]


def looks(*wanted: tuple[int, bool]) -> list[ParameterSet]:
    """Every page with each of these ways in which it is looked at."""
    return [
        pytest.param(page, width, script, id=f"{page.name}, {width} px{'' if script else ', no script'}")
        for page in EVERY
        for width, script in ways(page)
        if (width, script) in wanted and "part" not in page.state.split(",") and not page.once
    ]


@pytest.mark.parametrize(("page", "width", "script"), looks(ALL_WAYS[0]))
def test_nothing_is_in_anybodys_way(page: Page, width: int, script: bool, looked_at: LookedAt) -> None:
    assert looked_at(page, width, script) == []


def saves(screen: Screen) -> None:
    """Type, and wait until the page says that it is saved."""
    screen.locator("textarea").first.fill("Every Tuesday we put the kettle on.")
    screen.locator("#saved", has_text="Saved at").wait_for()


def is_overtaken(screen: Screen) -> None:
    """Type on a page that somebody overtook, and wait for both texts."""
    screen.evaluate("document.getElementById('version').value = 0")
    screen.locator("textarea").first.fill(TYPED)
    screen.locator("#clash > *").first.wait_for()


def finds_nothing(screen: Screen) -> None:
    """Look for something that is not there."""
    screen.get_by_role("searchbox").fill("zzzz")
    screen.get_by_text("Nothing fits").wait_for()


def chooses_a_queue(screen: Screen) -> None:
    """Open one queue of the inbox."""
    screen.locator("nav.filter a").nth(1).click()
    screen.wait_for_url("**/inbox?queue=*")


def scores(screen: Screen) -> None:
    """Give points, and wait until the page says that they are saved."""
    screen.locator(".circles label").nth(4).click()
    screen.locator("#saved", has_text="Saved at").wait_for()


def scores_twice(screen: Screen) -> None:
    """Give points that another window gave too, and wait for the choice between the two."""
    screen.evaluate("document.getElementById('seen-need').value = '0-nothing'")
    screen.locator(".circles label").nth(1).click()
    screen.locator("#clash-need fieldset").wait_for()


SWAPS = {
    saves: "applications.section (project, full)",
    is_overtaken: "applications.section (project, full)",
    finds_nothing: "assessments.round (being scored)",
    chooses_a_queue: "desk.inbox (approver)",
    scores: "assessments.score",
    scores_twice: "assessments.score (half)",
}


@pytest.mark.parametrize("act", SWAPS, ids=lambda act: act.__name__)
def test_a_part_that_was_swapped_in_is_in_nobodys_way(act, eyes_in: dict[bool, Eyes], full_sqlite: Town) -> None:
    visits = {page.name: visit for page, visit in full_sqlite.stops}
    screen = eyes_in[False].open(visits[SWAPS[act]], PHONE, script=True)
    act(screen)
    assert eyes_in[False].faults(screen) == []
