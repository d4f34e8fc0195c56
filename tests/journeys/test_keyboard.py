"""The keyboard alone: from signing in to the first part of an application saved."""

import pytest
from playwright.sync_api import expect

from portal.demo.cast import BY_KEY
from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import outbox
from tests.journeys.conftest import Come
from tests.journeys.keyboard import Keyboard

WAYS = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (1280, False), id="postgres-plain-1280"),
]
AMINA = BY_KEY["amina"]


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_keyboard_alone(come: Come, cast: dict[str, Someone]) -> None:
    drafts.begun(cast["amina"])
    keys = Keyboard(come(name=AMINA.name))
    keys.visitor.opens("/")
    skips_to_the_main_thing(keys)
    opens_and_closes_the_menu(keys)
    signs_in(keys)
    writes_the_first_part(keys)


def skips_to_the_main_thing(keys: Keyboard) -> None:
    """The first stop of every page leads past its head."""
    keys.tabs()
    keys.is_at("Skip to main content")
    keys.presses("Enter")
    expect(keys.visitor.main).to_be_focused()
    keys.tabs()
    keys.is_at("Apply for a grant")


def opens_and_closes_the_menu(keys: Keyboard) -> None:
    """On a phone the menu is folded; what is in it cannot be reached until it is opened."""
    keys.visitor.opens("/")
    grants = keys.page.get_by_role("navigation", name="Main").get_by_role("link", name="Grants")
    if keys.visitor.width < 400:
        keys.goes_to("Menu")
        expect(grants).to_be_hidden()
        keys.presses("Enter")
        expect(grants).to_be_visible()
        keys.presses("Enter")
        expect(grants).to_be_hidden()
        keys.presses("Space")
        expect(grants).to_be_visible()
        keys.visitor.take_picture("menu")
    keys.goes_to("Grants")


def signs_in(keys: Keyboard) -> None:
    """By the code from the e-mail, on one's own device."""
    keys.follows("Sign in", to="Sign in")
    keys.goes_to("Your e-mail address")
    keys.types(AMINA.email)
    keys.tabs()
    keys.is_at("This is a shared computer")
    keys.presses("ArrowDown")
    keys.is_at("This is my own device")
    keys.follows("Send me a code", to="Look at your e-mail")
    keys.goes_to("Code from the e-mail")
    keys.types(outbox.code_in(outbox.newest_to(AMINA.email)))
    keys.presses("Enter")
    keys.visitor.is_on("Hello, Amina Yusuf")


def writes_the_first_part(keys: Keyboard) -> None:
    """Leave a question out, be led to it, answer it, and see that it is saved."""
    keys.follows("Getting Connected small grants, autumn 2026", to="Your application")
    keys.follows("Your organisation", to="Your organisation")
    keys.goes_to("Registered charity")
    keys.presses("Space")
    keys.goes_to("In which year did you start?")
    keys.types("2014")
    if keys.visitor.script:
        expect(keys.page.locator("#saved")).to_contain_text("Saved at")
        keys.is_at("In which year did you start?")
    keys.goes_to("Save and continue")
    keys.presses("Enter")
    keys.visitor.hears_of_errors("Choose an answer to “How much money came in last year?”")
    keys.goes_to("Choose an answer to “How much money came in last year?”")
    keys.presses("Enter")
    keys.is_at("Less than £5,000")
    keys.presses("Space")
    keys.follows("Save and continue", to="Who we can talk to")
    keys.follows("Your application", to="Your application")
    keys.visitor.reads("1 of 9 parts done")
