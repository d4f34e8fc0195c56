"""The outbox with a real browser: it is searched in place, and nothing is sent that nobody pressed."""

from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from tests.browser import visit
from tests.live import serving
from tests.mail.sinks import by_status, write
from tests.town import sign_in
from tests.upkeep.test_views import failed

BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])


@pytest.fixture
def outbox(app: Flask) -> None:
    """A letter that failed and one that waits."""
    failed()
    write("amina@example.org")


def signed_in(page: Any, address: str) -> None:
    """Give the browser Wei's sign-in."""
    page.context.add_cookies([{"name": "signed-in", "value": sign_in("wei"), "url": address}])


@BOTH
def test_a_failed_letter_is_found_and_sent_again(app: Flask, browser: Browser, outbox: None, script: bool) -> None:
    with serving(app) as address, visit(browser, address, width=320, script=script) as page:
        signed_in(page, address)
        page.goto("/outbox")
        expect(page.locator("#letters li")).to_have_count(2)
        page.get_by_label("State").select_option("failed")
        if not script:
            page.get_by_role("button", name="Show").click()
        expect(page.locator("#letters li")).to_have_count(1)
        page.wait_for_url("**/outbox?*state=failed*")
        page.get_by_role("link", name="Receipt for an application").click()
        page.get_by_role("button", name="Send again").click()
        expect(page.get_by_text("The e-mail goes again, within a minute.")).to_be_visible()
        expect(page.get_by_text("Wei Chen had it sent again.")).to_be_visible()
    assert by_status() == {"waiting": 2}


def test_looking_sends_nothing_and_starts_nothing(app: Flask, browser: Browser, outbox: None) -> None:
    with serving(app) as address, visit(browser, address) as page:
        signed_in(page, address)
        page.goto("/outbox?state=failed")
        page.locator("#letters a").first.click()
        page.wait_for_load_state("networkidle")
        page.goto("/jobs")
        page.wait_for_load_state("networkidle")
        expect(page.get_by_text("starts within a few seconds")).to_have_count(0)
    assert by_status() == {"failed": 1, "waiting": 1}
