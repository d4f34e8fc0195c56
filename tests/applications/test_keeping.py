"""What a browser keeps of unsaved words: for its tab or on one's own device, for nobody else, until they are saved."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from portal.applications.models import Application
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests import town
from tests.applications import drafts
from tests.browser import PATIENCE
from tests.live import serving

SUMMARY, PLAN = "Tell us in short", "How will you do it?"
PUT_BACK = "Here is what you typed before and had not saved. We have put it back."
KEPT = """() => [sessionStorage, localStorage].flatMap(store => Object.entries(store))
    .filter(([name]) => name.startsWith("typed:")).length"""


@dataclass
class Computer:
    """A browser on a computer: who signs in there, and the tabs that they open."""

    context: BrowserContext
    url: str

    def signs_in(self, key: str, *, own_device: bool = False) -> None:
        """Sign somebody of the cast in, in place of whoever was."""
        self.context.clear_cookies()
        self.context.add_cookies(
            [{"name": "signed-in", "value": town.sign_in(key, own_device=own_device), "url": self.url}]
        )

    def opens(self, draft: Application, page: Page | None = None) -> Page:
        """Open the part about the project in a new tab, or in one that is there."""
        page = page or self.context.new_page()
        page.goto(f"/applications/{draft.ref}/parts/project")
        return page


@pytest.fixture
def computer(sqlite_app: Flask, browser: Browser) -> Iterator[Callable[..., Computer]]:
    """Sit down at a computer: computer("amina", own_device=True). What breaks in its scripts fails the test."""
    wrong: list[str] = []
    there: list[BrowserContext] = []
    with serving(sqlite_app) as url:

        def sit_down(key: str, *, own_device: bool = False) -> Computer:
            there.append(browser.new_context(base_url=url, viewport={"width": 320, "height": 800}))
            there[-1].set_default_timeout(PATIENCE)
            there[-1].on("weberror", lambda error: wrong.append(str(error.error)))
            found = Computer(there[-1], url)
            found.signs_in(key, own_device=own_device)
            return found

        yield sit_down
        for context in there:
            context.close()
        time.sleep(0.5)  # what a page sends as it is closed arrives after it
    assert wrong == []


Sit = Callable[..., Computer]


@pytest.fixture
def people(sqlite_app: Flask) -> dict[str, Someone]:
    """Those who write."""
    return {key: by for key in ("amina", "tom") if (by := someone_for(town.BY_KEY[key].email))}


@pytest.fixture
def draft(people: dict[str, Someone]) -> Application:
    """A draft in which nothing is written."""
    return drafts.begun(people["amina"])


def types_without_a_line(page: Page, text: str, label: str = SUMMARY) -> None:
    """Type while nothing goes through, until it is said and kept."""
    page.context.set_offline(True)
    page.get_by_label(label).press_sequentially(text)
    expect(page.locator("#saved")).to_contain_text("Not saved yet – trying again")
    keeps(page, 1)


def comes_back_to_the_line(computer: Computer, draft: Application, page: Page) -> None:
    """Open the part again where there is a line, before the page that had none has sent anything."""
    computer.context.route("**/save", lambda route: route.abort())
    computer.context.set_offline(False)
    computer.opens(draft, page)
    computer.context.unroute("**/save")


def keeps(page: Page, number: int) -> None:
    """Wait until so many pages' words lie in this browser."""
    until = time.monotonic() + PATIENCE / 1000
    while page.evaluate(KEPT) != number:
        assert time.monotonic() < until, page.evaluate(KEPT)
        page.wait_for_timeout(50)


def sees_saved(page: Page) -> None:
    """Read that all is saved, and that nothing lies about in the browser any more."""
    expect(page.locator("#saved")).to_contain_text("Saved at")
    keeps(page, 0)


def stands(draft: Application) -> dict[str, str]:
    """What stands in the part."""
    row = drafts.row_of(draft, "project")
    return {code: text for code, text in row.answers.items() if text} if row else {}


@pytest.mark.parametrize("own_device", [False, True], ids=["shared", "own"])
def test_what_was_not_saved_is_put_back_and_saved(computer: Sit, draft: Application, own_device: bool) -> None:
    amina = computer("amina", own_device=own_device)
    page = amina.opens(draft)
    types_without_a_line(page, "Typed in a tunnel.")
    if own_device:
        page.evaluate("() => { window.fetch = () => new Promise(() => {}); }")  # or its last try may find the line
        page.close()
        page = amina.context.new_page()
    comes_back_to_the_line(amina, draft, page)
    expect(page.get_by_text(PUT_BACK).first).to_be_visible()
    expect(page.get_by_label(SUMMARY)).to_have_value("Typed in a tunnel.")
    sees_saved(page)
    assert stands(draft) == {"summary": "Typed in a tunnel."}
    page.reload()
    expect(page.get_by_label(SUMMARY)).to_have_value("Typed in a tunnel.")
    expect(page.get_by_text(PUT_BACK)).to_have_count(0)


def test_on_a_shared_computer_it_ends_with_the_tab(computer: Sit, draft: Application) -> None:
    amina = computer("amina")
    types_without_a_line(amina.opens(draft), "Typed in a tunnel.")
    amina.context.pages[0].close()
    amina.context.set_offline(False)
    page = amina.opens(draft)
    # The line may be back in time for the last try of a tab that was closed: then the server has it, nobody else.
    expect(page.get_by_label(SUMMARY)).to_have_value(stands(draft).get("summary", ""))
    expect(page.get_by_text(PUT_BACK)).to_have_count(0)
    assert page.evaluate(KEPT) == 0


@pytest.mark.parametrize("own_device", [False, True], ids=["shared", "own"])
def test_nobody_else_is_given_it(computer: Sit, draft: Application, own_device: bool) -> None:
    amina = computer("amina", own_device=own_device)
    page = amina.opens(draft)
    types_without_a_line(page, "For nobody else.")
    amina.context.route("**/save", lambda route: route.abort())
    amina.context.set_offline(False)
    amina.signs_in("tom", own_device=own_device)
    amina.opens(draft, page)
    expect(page.get_by_label(SUMMARY)).to_have_value("")
    assert page.evaluate(KEPT) == (1 if own_device else 0)
    amina.context.unroute("**/save")
    amina.signs_in("amina", own_device=own_device)
    amina.opens(draft, page)
    expect(page.get_by_label(SUMMARY)).to_have_value("For nobody else." if own_device else "")


def test_who_signs_out_leaves_nothing_behind_in_any_tab(computer: Sit, draft: Application) -> None:
    amina = computer("amina")
    first, second = amina.opens(draft), amina.opens(draft)
    amina.context.route("**/save", lambda route: route.abort())
    first.get_by_label(SUMMARY).press_sequentially("Typed in one tab.")
    keeps(first, 1)
    second.locator("summary", has_text="Menu").click()
    second.get_by_role("button", name="Sign out").click()
    second.wait_for_url("**/")
    keeps(first, 0)


def test_who_signs_out_in_the_middle_of_a_word_is_saved_first(computer: Sit, draft: Application) -> None:
    page = computer("amina").opens(draft)
    page.get_by_label(SUMMARY).fill("Typed just now.")
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    assert page.evaluate(KEPT) == 0
    assert stands(draft) == {"summary": "Typed just now."}


def test_a_button_saves_before_it_leads_on(computer: Sit, draft: Application) -> None:
    page = computer("amina").opens(draft)
    refused: list[str] = []

    def fall(route: Route) -> None:
        refused.append(route.request.url)
        route.fulfill(status=503, body="<!doctype html><title>Busy</title>")

    page.route("**/save", fall)
    page.get_by_label(SUMMARY).fill("Typed just now.")
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.locator("#saved")).to_contain_text("What you typed is still here.")
    assert (bool(refused), stands(draft)) == (True, {})
    page.unroute("**/save")
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_text("Saved. Come back whenever you like.")).to_be_visible()
    assert (stands(draft), page.evaluate(KEPT)) == ({"summary": "Typed just now."}, 0)


def test_what_a_tab_keeps_that_is_still_open_is_its_own(computer: Sit, draft: Application) -> None:
    amina = computer("amina", own_device=True)
    first = amina.opens(draft)
    first.route("**/save", lambda route: route.abort())
    first.get_by_label(SUMMARY).press_sequentially("Typed in one tab.")
    keeps(first, 1)
    second = amina.opens(draft)
    second.get_by_label(PLAN).fill("Typed in the other.")
    expect(second.locator("#saved")).to_contain_text("Saved at")
    expect(second.get_by_label(SUMMARY)).to_have_value("")
    first.unroute("**/save")
    sees_saved(first)
    assert stands(draft) == {"summary": "Typed in one tab.", "plan": "Typed in the other."}


def test_what_is_put_back_meets_a_colleagues_words(
    computer: Sit, draft: Application, people: dict[str, Someone]
) -> None:
    amina = computer("amina")
    page = amina.opens(draft)
    types_without_a_line(page, "Amina’s summary")
    page.get_by_label(PLAN).fill("Amina’s plan")
    page.wait_for_timeout(600)
    drafts.save(draft, "project", people["tom"], summary="Tom’s summary", title="Tom’s title")
    comes_back_to_the_line(amina, draft, page)
    expect(page.locator("#clash")).to_contain_text("There are two texts")
    page.get_by_role("button", name="See both texts and choose").click()
    expect(page.get_by_label("Your text", exact=True)).to_have_value("Amina’s summary")
    assert stands(draft) == {"summary": "Tom’s summary", "title": "Tom’s title", "plan": "Amina’s plan"}


def test_words_whose_save_was_never_answered_are_no_second_text(computer: Sit, draft: Application) -> None:
    amina = computer("amina")
    page = amina.opens(draft)

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/save", lose_the_answer, times=1)
    page.get_by_label(SUMMARY).press_sequentially("First, ")
    expect(page.locator("#saved")).to_contain_text("Not saved yet")
    page.route("**/save", lambda route: route.abort())
    page.get_by_label(SUMMARY).press_sequentially("and then.")
    page.wait_for_timeout(600)
    page.unroute_all()
    amina.opens(draft, page)
    sees_saved(page)
    expect(page.locator("#clash")).to_be_empty()
    assert stands(draft) == {"summary": "First, and then."}
    assert [each for each in drafts.earlier_of(draft, "project") if each.form] == []


def loads_anew_while_it_is_saved(page: Page) -> None:
    """Load the page anew, as it was a moment before its last save, which is answered before the new page is there."""
    saving: list[Route] = []

    def hold(route: Route) -> None:
        saving.append(route)

    def answer(route: Route) -> None:
        made_before = route.fetch()
        saving.pop().continue_()
        page.wait_for_timeout(600)
        route.fulfill(response=made_before)

    page.route("**/save", hold)
    page.get_by_label(SUMMARY).press_sequentially("Typed just now.")
    until = time.monotonic() + PATIENCE / 1000
    while not saving:
        assert time.monotonic() < until
        page.wait_for_timeout(50)
    page.route("**/parts/project", answer)
    page.reload()
    page.unroute_all()


def test_a_page_made_a_moment_before_its_last_save_loses_nothing_of_it(computer: Sit, draft: Application) -> None:
    page = computer("amina").opens(draft)
    loads_anew_while_it_is_saved(page)
    expect(page.get_by_label(SUMMARY)).to_have_value("Typed just now.")
    sees_saved(page)
    page.get_by_label(SUMMARY).press_sequentially(" And this.")
    page.wait_for_timeout(600)
    sees_saved(page)
    expect(page.locator("#clash")).to_be_empty()
    assert len(stands(draft)["summary"]) == len("Typed just now. And this.")


def test_what_lay_beside_a_colleagues_words_a_moment_later_is_told(
    computer: Sit, draft: Application, people: dict[str, Someone]
) -> None:
    page = computer("amina").opens(draft)
    drafts.save(draft, "project", people["tom"], summary="Tom’s summary")
    loads_anew_while_it_is_saved(page)
    expect(page.locator("#clash")).to_contain_text("There are two texts")
    expect(page.locator("#saved")).to_contain_text("There are two texts")
    keeps(page, 0)
    page.reload()
    expect(page.locator("#aside")).to_contain_text("There are two texts")
    expect(page.get_by_label(SUMMARY)).to_have_value("Tom’s summary")
    assert stands(draft) == {"summary": "Tom’s summary"}


def test_going_back_brings_no_old_text_over_a_newer_one(
    computer: Sit, draft: Application, people: dict[str, Someone]
) -> None:
    page = computer("amina").opens(draft)
    page.get_by_label(SUMMARY).fill("Older")
    sees_saved(page)
    page.goto("/applications")
    drafts.save(draft, "project", people["tom"], summary="Newer")
    page.go_back()
    expect(page.get_by_label(SUMMARY)).to_have_value("Newer")
    page.get_by_label(PLAN).fill("A plan")
    expect(page.locator("#saved")).not_to_contain_text("Tom Barker")
    sees_saved(page)
    assert stands(draft) == {"summary": "Newer", "plan": "A plan"}


def test_typing_that_never_rests_is_saved_in_between(computer: Sit, draft: Application) -> None:
    page = computer("amina").opens(draft)
    page.get_by_label(SUMMARY).press_sequentially("x" * 60, delay=100, timeout=60_000)
    assert stands(draft)["summary"].startswith("xxxxx")


def test_lines_of_a_budget_that_the_page_does_not_show_are_not_lost(computer: Sit, draft: Application) -> None:
    amina = computer("amina")
    page = amina.context.new_page()
    page.goto(f"/applications/{draft.ref}/parts/costs?lines=6")
    page.context.set_offline(True)
    page.locator("#budget-6-what").press_sequentially("The sixth thing")
    keeps(page, 1)
    page.context.set_offline(False)
    page.goto(f"/applications/{draft.ref}/parts/costs")
    expect(page.locator("#budget-1-what")).to_have_value("The sixth thing")
    row = drafts.row_of(draft, "costs")
    assert row is not None
    assert [line["item"] for line in row.answers["budget"]] == ["The sixth thing"]
