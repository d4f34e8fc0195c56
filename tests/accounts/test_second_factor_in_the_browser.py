"""The second factor in a real browser on a small phone: set up, signed in with, refused when used, recovered from."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from portal.accounts import council
from portal.accounts.totp import code_at, step_at
from portal.db.session import db
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.permissions import PORTAL, Role
from tests.accounts.inbox import code_in
from tests.browser import visit
from tests.gates.looking import AXE, RULES, RUN_AXE
from tests.live import serving

Letters = Callable[[], list[Letter]]
BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])
NEW = "new.colleague@example.org"


def sign_in_by_email(page: Page, letters: Letters, where: str = "/review") -> None:
    """Ask for a letter and type its code."""
    page.goto(f"/sign-in?next={where}")
    answer_by_email(page, letters)


def answer_by_email(page: Page, letters: Letters) -> None:
    """From the page that asks for an address on, as far as the letter's code goes."""
    page.get_by_label("Your e-mail address").fill(NEW)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your e-mail")
    db.session.rollback()
    newest = next(letter for letter in reversed(letters()) if "sign_in" in letter.template)
    page.get_by_label("Code from the e-mail").fill(code_in(newest))
    press(page, "Sign in")


def press(page: Page, words: str) -> None:
    """Press a button of the page itself."""
    page.get_by_role("main").get_by_role("button", name=words).click()


def sign_out(page: Page, width: int = 320) -> None:
    """Sign out, by the menu that is folded up on a phone."""
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()


def is_narrow(page: Page) -> bool:
    """Whether nothing has to be moved sideways to be read."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@BOTH
def test_a_colleague_sets_an_app_up_and_signs_in_with_it(
    app: Flask, browser: Browser, letters: Letters, script: bool
) -> None:
    council.give_role(NEW, Role.REVIEWER, by=PORTAL)
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in_by_email(page, letters)
        expect(page.get_by_role("heading", level=1)).to_have_text("Set up your authenticator app")
        expect(page.get_by_role("img", name="Picture for the app to scan")).to_be_visible()
        assert is_narrow(page)
        secret = page.locator(".key").inner_text().replace(" ", "")
        first = code_at(secret, step_at(utc_now()))
        page.get_by_label("Code that the app shows now").fill(first)
        press(page, "Continue")

        expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
        codes = page.locator(".codes .key").all_inner_texts()
        assert len(codes) == 10
        assert is_narrow(page)
        if script:
            page.evaluate(AXE)
            assert page.evaluate(RUN_AXE, [RULES, True]) == []
        page.get_by_role("link", name="I have kept them").click()
        page.get_by_label("What should we call you?").fill("Nadia Newcomer")
        press(page, "Continue")
        expect(page).to_have_url(re.compile("/review$"))
        sign_out(page)

        sign_in_by_email(page, letters)
        expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
        page.get_by_label("Code from your authenticator app").fill(first)
        press(page, "Sign in")
        expect(page.locator(".govuk-error-summary")).to_contain_text("That code was used before.")
        page.get_by_label("Code from your authenticator app").fill(code_at(secret, step_at(utc_now()) + 1))
        press(page, "Sign in")
        expect(page).to_have_url(re.compile("/review$"))
        sign_out(page)

        sign_in_by_email(page, letters)
        page.get_by_role("link", name="Use a recovery code").click()
        page.get_by_label("Recovery code").fill(codes[3])
        press(page, "Sign in")
        expect(page.get_by_text("You used a recovery code. You have 9 left.")).to_be_visible()
        sign_out(page)

        sign_in_by_email(page, letters)
        page.get_by_role("link", name="Use a recovery code").click()
        page.get_by_label("Recovery code").fill(codes[3])
        press(page, "Sign in")
        expect(page.locator(".govuk-error-summary")).to_contain_text("That is none of your recovery codes")
        page.goto("/inbox")
        expect(page.get_by_role("heading", level=1)).to_have_text("One more step")


def test_whoever_writes_is_led_to_the_second_factor_and_back_to_what_they_typed(
    app: Flask, browser: Browser, letters: Letters
) -> None:
    """A change of roles ends the sign-in while somebody types; their form is there once they are back."""
    council.give_role(NEW, Role.REVIEWER, by=PORTAL)
    with serving(app) as url, visit(browser, url, width=320) as page:
        sign_in_by_email(page, letters)
        secret = page.locator(".key").inner_text().replace(" ", "")
        page.get_by_label("Code that the app shows now").fill(code_at(secret, step_at(utc_now()) - 1))
        press(page, "Continue")
        page.goto("/account/name")
        page.get_by_label(re.compile("your name|call you")).fill("Nadia Newcomer")
        council.give_role(NEW, Role.FINANCE, by=PORTAL)
        press(page, "Continue")

        expect(page.get_by_text("Your roles have changed, so we signed you out.")).to_be_visible()
        expect(page.get_by_text("What you typed is kept")).to_be_visible()
        answer_by_email(page, letters)
        page.get_by_label("Code from your authenticator app").fill(code_at(secret, step_at(utc_now())))
        press(page, "Sign in")
        expect(page.get_by_role("heading", level=1)).to_have_text("What should we call you?")
        page.get_by_label("What should we call you?").fill("Somebody Else")
        press(page, "Continue")
        expect(page.get_by_role("heading", level=1)).to_have_text("Welcome back")
        press(page, "Go on")
        page.goto("/account")
        expect(page.get_by_role("main")).to_contain_text("Nadia Newcomer")
