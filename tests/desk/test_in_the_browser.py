"""The inbox, history and the contact page in a real browser: with script and without, on a small phone, by keyboard."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from portal.assessments import actions
from portal.db.session import db
from portal.messages.models import Message
from portal.organisations.models import Organisation
from portal.permissions import Someone
from tests import town
from tests.assessments import steps
from tests.browser import visit
from tests.live import serving
from tests.messages.writing import message

BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])


def sign_in(page: Page, url: str, key: str) -> None:
    """Sign one of the cast in."""
    page.context.add_cookies([{"name": "signed-in", "value": town.sign_in(key), "url": url}])


def fits(page: Page) -> bool:
    """Whether nothing sticks out sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@BOTH
def test_somebody_without_an_account_asks_the_team_on_a_small_phone(app: Flask, browser: Browser, script: bool) -> None:
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        page.goto("/")
        page.get_by_role("link", name="Contact the team").click()
        page.get_by_role("button", name="Send message").click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        expect(page.get_by_label("Leave this box empty")).to_be_hidden()
        page.get_by_label("A grant or an application").check()
        page.get_by_label("Your message").fill("May we send it on paper?")
        page.get_by_label("Your telephone number").fill("0113 496 0000")
        if script:
            assert fits(page)
        page.get_by_role("button", name="Send message").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your message is sent")
        db.session.rollback()
        [kept] = db.session.scalars(select(Message))
        expect(page.get_by_role("main")).to_contain_text(kept.ref)


@BOTH
def test_from_one_message_to_the_next_without_the_list(app: Flask, browser: Browser, script: bool) -> None:
    for number in range(3):
        message(number)
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in(page, url, "joyce")
        page.goto("/inbox?queue=to_answer")
        page.get_by_role("link", name="Start with the most urgent").click()
        for number in range(3):
            expect(page.get_by_role("main")).to_contain_text(f"Question {number}?")
            page.get_by_label("Your answer").fill("Yes, you may.")
            page.get_by_role("button", name="Send answer").click()
            expect(page.get_by_role("status")).to_contain_text("Answered. The e-mail is on its way.")
            page.get_by_role("link", name="Next one").click()
        expect(page).to_have_url(f"{url}/inbox")
        expect(page.get_by_role("status")).to_contain_text("Every message is answered.")


@BOTH
def test_the_inbox_is_narrowed_by_keyboard_and_its_address_says_how(app: Flask, browser: Browser, script: bool) -> None:
    steps.sent(steps.closed_round(), 3)
    message()
    to_verify = db.session.scalar(select(func.count()).where(Organisation.state == "unverified")) or 0
    with serving(app) as url, visit(browser, url, script=script) as page:
        sign_in(page, url, "joyce")
        page.goto("/inbox")
        rows = page.locator("#queues .tasks li")
        expect(rows).to_have_count(4 + to_verify)
        chosen = page.get_by_label("Round")
        chosen.focus()
        page.keyboard.press("ArrowDown")
        if not script:
            page.get_by_role("button", name="Show").press("Enter")
        expect(rows).to_have_count(3)
        assert "round=autumn-2026" in page.url
        if script:
            expect(chosen).to_be_focused()
        assert "round=autumn-2026" in (page.get_by_role("link", name="To check (3)").get_attribute("href") or "")
        page.reload()
        expect(rows).to_have_count(3)
        page.get_by_role("link", name="Start with the most urgent").press("Enter")
        expect(page).to_have_url(re.compile("/review/applications/"))


@BOTH
def test_on_a_small_phone_the_list_begins_on_the_first_screen(app: Flask, browser: Browser, script: bool) -> None:
    steps.sent(steps.closed_round(), 2)
    message()
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        page.set_viewport_size({"width": 320, "height": 568})
        sign_in(page, url, "joyce")
        page.goto("/inbox")
        first = page.locator("#queues .tasks li").first.bounding_box()
        assert first is not None
        assert first["y"] + 100 <= 568, "its title and its state, whatever more it says"
        queue = page.get_by_role("link", name="To check (2)")
        expect(queue).to_be_hidden()
        page.get_by_text("Choose what is listed").click()
        expect(page.get_by_label("Due")).to_be_visible()
        queue.click()
        expect(page.locator("#queues .tasks li")).to_have_count(2)
        expect(page.get_by_role("heading", level=1)).to_contain_text("To check")
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(queue).to_be_visible()
        expect(page.get_by_label("Due")).to_be_visible()


@BOTH
def test_history_is_narrowed_and_copied(app: Flask, browser: Browser, cast: dict[str, Someone], script: bool) -> None:
    first, second = steps.sent(steps.closed_round(), 2)
    actions.find_eligible(first, by=cast["joyce"])
    actions.find_not_eligible(second, "Outside Leeds.", by=cast["martin"])
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in(page, url, "helen")
        page.goto("/history?kind=application")
        page.get_by_label("Who: a name or an e-mail address").fill("martin")
        if not script:
            page.get_by_role("button", name="Show").click()
        rows = page.locator("#deeds .dots li")
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text("Martin Hargreaves found it not eligible")
        assert "person=martin" in page.url
        if script:
            assert fits(page)
        with page.expect_download() as got:
            page.get_by_role("button", name="Take a copy as a spreadsheet").click()
        text = got.value.path().read_text(encoding="utf-8-sig")
        assert text.splitlines()[-1] == "End of the list,1"
        assert second.ref in text
        assert first.ref not in text
