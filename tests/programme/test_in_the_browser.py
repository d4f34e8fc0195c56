"""The settings with a real browser: words moved with script and without, colours seen before they are everywhere."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from portal.programme import queries
from tests import town
from tests.browser import visit
from tests.live import serving

BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])


def sign_in(page: Page, url: str) -> None:
    """Be the administrator."""
    page.context.add_cookies([{"name": "signed-in", "value": town.sign_in("wei"), "url": url}])


def codes() -> list[str]:
    """The languages in their order."""
    queries.forget()
    return [word.code for word in queries.terms("language")]


@BOTH
def test_a_word_goes_up_by_one_press_on_a_small_phone(app: Flask, browser: Browser, script: bool) -> None:
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in(page, url)
        page.goto("/settings/lists/languages")
        page.evaluate("window.here = true") if script else None
        page.get_by_role("button", name="Up British Sign Language").click()

        expect(page.get_by_role("status")).to_contain_text("“British Sign Language” is moved.")
        expect(page.locator(".words li").first).to_contain_text("British Sign Language")
        if script:
            assert page.evaluate("window.here"), "no page was loaded anew"
            page.get_by_role("button", name="Down British Sign Language").click()
            expect(page.locator(".words li").first).to_contain_text("English")
    assert codes()[:2] == (["en", "bfi"] if script else ["bfi", "en"])


@BOTH
def test_colours_are_seen_first_and_then_are_everywhere(app: Flask, browser: Browser, script: bool) -> None:
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in(page, url)
        page.goto("/settings/colours")
        page.get_by_label("Main colour", exact=True).fill("#2a9d8f")
        page.get_by_role("button", name="See a sample").click()
        expect(page.locator("#colour-main-error")).to_contain_text("3.32 to 1")

        page.get_by_label("Main colour", exact=True).fill("#5b2333")
        page.get_by_role("button", name="See a sample").click()
        expect(page.get_by_role("button", name="Use these colours")).to_have_css("background-color", "rgb(91, 35, 51)")
        page.get_by_role("button", name="Use these colours").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Settings")

        expect(page.locator("header.site")).to_have_css("background-color", "rgb(91, 35, 51)")
