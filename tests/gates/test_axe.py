"""Every page in every state is for everybody: on a phone and on a desk, with script and without.

`make test` looks at each page's first state in all four ways and at every other state on a phone with script;
`make audit` (AUDIT=1) at everything in every way.
"""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Screen

from tests.gates.conftest import Town
from tests.gates.looking import Eyes, looking
from tests.gates.walk import cookie_for
from tests.live import serving
from tests.pages import EVERY
from tests.states import TYPED
from tests.visits import Page

PHONE, DESK = 320, 1280
FIRST = {page.endpoint: page for page in reversed(EVERY)}
ALL_WAYS = [(width, script) for width in (PHONE, DESK) for script in (True, False)]


def ways(page: Page) -> list[tuple[int, bool]]:
    """On which screens a page is looked at in this run."""
    return ALL_WAYS if FIRST[page.endpoint] is page or os.environ.get("AUDIT") else ALL_WAYS[:1]


LOOKS = [
    pytest.param(page, width, script, id=f"{page.name}, {width} px{'' if script else ', no script'}")
    for page in EVERY
    for width, script in ways(page)
    if "part" not in page.state.split(",")
]


@pytest.fixture(scope="module")
def eyes_in(browser: Browser, full_sqlite: Town, empty_sqlite: Town) -> Iterator[dict[bool, Eyes]]:
    """Eyes in the town, and in the empty one (True)."""
    with (
        serving(full_sqlite.app) as full,
        serving(empty_sqlite.app) as empty,
        looking(browser, full, cookies(full_sqlite)) as in_full,
        looking(browser, empty, cookies(empty_sqlite)) as in_empty,
    ):
        yield {False: in_full, True: in_empty}


def cookies(town: Town) -> dict[str, str]:
    """A sign-in for everybody who visits a page."""
    return {email: cookie_for(town.app, email) for email in {visit.email for _, visit in town.stops} if email}


@pytest.mark.parametrize(("page", "width", "script"), LOOKS)
def test_nothing_is_in_anybodys_way(
    page: Page, width: int, script: bool, eyes_in: dict[bool, Eyes], full_sqlite: Town, empty_sqlite: Town
) -> None:
    eyes = eyes_in[page.empty_town]
    visits = {stop.name: visit for stop, visit in (*full_sqlite.stops, *empty_sqlite.stops)}
    screen = eyes.open(visits[page.name], width, script)
    assert eyes.faults(screen) == []


def saves(screen: Screen) -> None:
    """Type, and wait until the page says that it is saved."""
    screen.locator("textarea").first.fill("Every Tuesday we put the kettle on.")
    screen.wait_for_function("document.getElementById('saved').textContent.startsWith('Saved at')")


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
    screen.wait_for_function("document.getElementById('saved').textContent.startsWith('Saved at')")


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
