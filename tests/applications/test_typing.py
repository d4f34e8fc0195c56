"""Typing in a browser: saved by itself, and two people at once."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from portal.permissions import Someone
from tests import town
from tests.applications import drafts
from tests.browser import visit
from tests.live import serving

Visit = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def visit_as(app: Flask, browser: Browser) -> Visit:
    """A browser in which one of the cast is signed in, on a running portal."""

    @contextmanager
    def go(key: str, *, script: bool = True) -> Iterator[Page]:
        token = town.sign_in(key)
        with serving(app) as url, visit(browser, url, width=320, script=script) as page:
            page.context.add_cookies([{"name": "signed-in", "value": token, "url": url}])
            yield page

    return go


def test_what_is_typed_is_saved_by_itself_and_said(visit_as: Visit, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    with visit_as("amina") as page:
        page.goto(f"/applications/{draft.ref}/parts/project")
        page.get_by_label("Tell us in short").press_sequentially("Tea and tablets")
        expect(page.locator("#saved")).to_contain_text("Saved at")
        expect(page.locator("#version")).to_have_value("1")
        page.get_by_label("Tell us in short").press_sequentially(" on Tuesdays")
        expect(page.locator("#version")).to_have_value("2")
    row = drafts.row_of(draft, "project")
    assert row is not None
    assert row.answers["summary"] == "Tea and tablets on Tuesdays"
    assert drafts.earlier_of(draft, "project") == []


def test_a_colleague_who_saved_first_is_shown_beside_ones_own_text(visit_as: Visit, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    with visit_as("amina") as page:
        page.goto(f"/applications/{draft.ref}/parts/project")
        drafts.save(draft, "project", cast["tom"], summary="Tom's summary")
        page.get_by_label("Tell us in short").press_sequentially("Amina's summary")
        expect(page.locator("#clash")).to_contain_text("There are two texts")
        page.get_by_label("Tell us in short").press_sequentially(", with cake")
        page.get_by_role("button", name="See both texts and choose").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Two texts: choose one")
        expect(page.get_by_text("Tom's summary")).to_be_visible()
        expect(page.get_by_label("Your text", exact=True)).to_have_value("Amina's summary, with cake")
        page.get_by_label("Keep your text").check()
        page.get_by_role("button", name="Save and go on").click()
        expect(page.get_by_label("Tell us in short")).to_have_value("Amina's summary, with cake")
        page.get_by_role("link", name="Earlier texts of this part").click()
        expect(page.get_by_text("Tom's summary")).to_be_visible()


def test_the_same_without_script(visit_as: Visit, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    with visit_as("amina", script=False) as page:
        page.goto(f"/applications/{draft.ref}/parts/project")
        drafts.save(draft, "project", cast["tom"], summary="Tom's summary")
        page.get_by_label("Tell us in short").fill("Amina's summary")
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_text("Tom's summary")).to_be_visible()
        page.get_by_label("Keep the text of Tom Barker").check()
        page.get_by_role("button", name="Save and go on").click()
        expect(page.get_by_label("Tell us in short")).to_have_value("Tom's summary")
        page.get_by_role("link", name="Earlier texts of this part").click()
        expect(page.get_by_text("Amina's summary")).to_be_visible()
