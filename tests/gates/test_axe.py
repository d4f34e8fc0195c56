"""Every page in every state is for everybody, with script; test_axe_without_script.py has the other ways.

`make test` looks at each page's first state in all four ways and at every other state on a phone with script;
`make audit` (AUDIT=1) at everything in every way. A page is opened once with script and once without, and looked at on
a phone and a desk.
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


def has_all_ways(page: Page) -> bool:
    """Whether this run looks at a page on a desk and without script too."""
    return FIRST[page.endpoint] is page or bool(os.environ.get("AUDIT"))


def looks(*, script: bool) -> list[ParameterSet]:
    """Every page that is looked at with script, or without, and the widths at which it is."""
    return [
        pytest.param(page, (PHONE, DESK) if has_all_ways(page) else (PHONE,), id=page.name)
        for page in EVERY
        if (script or has_all_ways(page)) and "part" not in page.state.split(",") and not page.once
    ]


@pytest.mark.parametrize(("page", "widths"), looks(script=True))
def test_nothing_is_in_anybodys_way(page: Page, widths: tuple[int, ...], looked_at: LookedAt) -> None:
    assert looked_at(page, widths, True) == []


def saves(screen: Screen) -> None:
    """Type, and wait until this is saved and the page says so."""
    with screen.expect_response("**/save"):
        screen.locator("textarea").first.fill("Every Tuesday we put the kettle on.")
    screen.locator("#saved", has_text="Saved at").wait_for()


def is_overtaken(screen: Screen) -> None:
    """Type on a page that somebody overtook, and wait for both texts."""
    screen.evaluate("sessionStorage.clear()")  # what this tab saved a moment ago is not its own any more
    screen.reload()
    screen.evaluate(
        """() => {
          const marks = document.getElementById("marks");
          marks.value = marks.value.replace(/:\\w*/g, ":other");
        }"""
    )
    screen.locator("textarea").first.fill(TYPED)
    screen.locator("#clash > *").first.wait_for()


def finds_nothing(screen: Screen) -> None:
    """Look for something that is not there."""
    screen.get_by_role("searchbox").fill("zzzz")
    screen.get_by_text("Nothing fits").wait_for()


def chooses_a_queue(screen: Screen) -> None:
    """Open one queue of the inbox, which on a phone is folded away."""
    screen.get_by_text("Choose what is listed").click()
    screen.locator("#queue_nav a").nth(1).click()
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
