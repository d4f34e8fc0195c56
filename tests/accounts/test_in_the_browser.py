"""Signing in with a real browser: who presses the button, script or person."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from portal.accounts.models import SignIn
from portal.db.session import db
from portal.mail.models import Letter
from tests.accounts.inbox import ADA, code_in, path_in
from tests.browser import visit
from tests.live import serving

Letters = Callable[[], list[Letter]]
BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])


def ask(page: Page) -> None:
    """Ask for a letter, as a newcomer."""
    page.goto("/sign-in")
    page.get_by_label("Your e-mail address").fill(ADA)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your e-mail")


def newest(letters: Letters) -> Letter:
    """The letter that was written last."""
    db.session.rollback()
    return letters()[-1]


def sign_ins() -> int:
    """How many browsers are signed in."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(SignIn)) or 0


@BOTH
def test_a_newcomer_signs_in_with_the_code_on_a_small_phone(
    app: Flask, browser: Browser, letters: Letters, script: bool
) -> None:
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        ask(page)
        page.get_by_label("Code from the e-mail").fill(code_in(newest(letters)))
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.get_by_label("What should we call you?").fill("Ada Obi")
        page.get_by_role("button", name="Continue").click()
        page.goto("/account")

        expect(page.get_by_role("main")).to_contain_text("Ada Obi")


def test_in_the_browser_that_asked_script_presses_the_button(app: Flask, browser: Browser, letters: Letters) -> None:
    with serving(app) as url, visit(browser, url) as page:
        ask(page)
        page.goto(path_in(newest(letters)))

        expect(page.get_by_role("heading", level=1)).to_have_text("What should we call you?")
        assert sign_ins() == 1


def test_elsewhere_a_browser_that_runs_scripts_uses_nothing_up(app: Flask, browser: Browser, letters: Letters) -> None:
    with serving(app) as url, visit(browser, url) as page:
        ask(page)
        link = path_in(newest(letters))
        with visit(browser, url) as scanner:
            for _ in range(3):
                scanner.goto(link)
                scanner.wait_for_load_state("networkidle")
                scanner.wait_for_timeout(500)
            assert sign_ins() == 0

            scanner.get_by_role("main").get_by_role("button", name="Sign in").click()
            expect(scanner.get_by_role("heading", level=1)).to_have_text("What should we call you?")


def test_without_script_the_person_presses(app: Flask, browser: Browser, letters: Letters) -> None:
    with serving(app) as url, visit(browser, url, script=False) as page:
        ask(page)
        page.goto(path_in(newest(letters)))
        assert sign_ins() == 0
        page.get_by_role("main").get_by_role("button", name="Sign in").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("What should we call you?")
