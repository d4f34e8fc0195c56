"""What script does while a file is sent to a portal that is not there, or that breaks: the chosen file stays chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from portal import assets
from tests.web.templates import Site, environment, opened

AWAY = (assets.ROOT / "docs" / "running" / "away.html").read_text(encoding="utf-8")
"""What nginx says while neither server answers."""
OWN = """<!doctype html><html lang="en"><head><title>Sorry</title></head>
<body><main id="main" tabindex="-1"><h1>Sorry, something went wrong here</h1></main></body></html>"""
BARE = "<html><head><title>413 Request Entity Too Large</title></head><body><h1>413</h1></body></html>"
FILE = """{% extends "base.html" %}{% set uploading = true %}
{% from "macros/forms.html" import plain_field, button %}{% from "macros/files.html" import upload_form %}
{% block title %}Rules{% endblock %}
{% block main %}<h1>Rules</h1>{% call upload_form("/send") %}{{ plain_field("file", "The file", "file") }}
{{ plain_field("ends", "Until") }}{{ button("Send the file") }}{% endcall %}{% endblock %}"""
NOT_NOW = "The portal does not answer just now. We try again by ourselves."
NOT_THERE = "Your file did not arrive. It is still chosen here: wait a minute, and press the button again."
TOO_LARGE = "This file is far too large. Use one of 10 MB or less: save it smaller, or send fewer pages."


@pytest.fixture
def site() -> Site:
    """A page that takes a file."""
    assets.build()
    return Site(environment(), {"/rules": FILE})


@pytest.fixture
def sender(browser: Browser, site: Site, tmp_path: Path) -> Iterator[Page]:
    """Somebody who has chosen a file, and typed until when it counts."""
    chosen = tmp_path / "Our rules.pdf"
    chosen.write_bytes(b"%PDF-1.4")
    with opened(browser, site, "/rules") as page:
        page.get_by_label("The file").set_input_files(chosen)
        page.get_by_label("Until").fill("1 May 2027")
        yield page


def press(page: Page) -> None:
    """Send it."""
    page.get_by_role("button", name="Send the file").click()


def said(page: Page) -> Locator:
    """The line that says how far it has come."""
    return page.locator("[data-progress]")


def wait(page: Page, seconds: int) -> None:
    """Let time go by; what was said is wiped away before, so that it counts only where it is said anew."""
    said(page).evaluate("line => { line.textContent = '' }")
    page.clock.run_for(seconds * 1000)


def stands(page: Page) -> bool:
    """Whether the form is there with the chosen file and what was typed."""
    chosen = page.get_by_label("The file").evaluate("box => [...box.files].map(each => each.name)")
    return chosen == ["Our rules.pdf"] and page.get_by_label("Until").input_value() == "1 May 2027"


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_portal_that_is_renewed_is_asked_again_in_its_own_time(sender: Page, site: Site, status: int) -> None:
    site.answers = [(status, AWAY, {"Retry-After": "7"}), (422, OWN, {})]
    press(sender)
    expect(said(sender)).to_contain_text(NOT_NOW)
    assert stands(sender)
    wait(sender, 5)
    assert len(site.sent) == 1
    wait(sender, 2)
    expect(sender.get_by_role("heading")).to_have_text("Sorry, something went wrong here")
    assert len(site.sent) == 2


@pytest.mark.parametrize("asked", [{}, {"Retry-After": "Fri, 31 Dec 2027 23:59:59 GMT"}], ids=["nothing", "a day"])
def test_one_that_says_no_seconds_is_asked_again_after_one(sender: Page, site: Site, asked: dict[str, str]) -> None:
    site.answers = [(503, AWAY, asked), (422, OWN, {})]
    press(sender)
    expect(said(sender)).to_contain_text(NOT_NOW)
    wait(sender, 1)
    expect(sender.get_by_role("heading")).to_have_text("Sorry, something went wrong here")


def test_one_that_stays_away_is_not_asked_for_ever(sender: Page, site: Site) -> None:
    site.answers = [(503, AWAY, {"Retry-After": "3600"})] * 10
    press(sender)
    for sent in range(1, 10):
        expect(said(sender)).to_contain_text(NOT_NOW)
        assert len(site.sent) == sent
        wait(sender, 30)  # and no longer, whatever it asks for
    expect(said(sender)).to_have_text(NOT_THERE)
    assert stands(sender)
    site.answers = [(422, OWN, {})]
    press(sender)
    expect(sender.get_by_role("heading")).to_have_text("Sorry, something went wrong here")
    assert len(site.sent) == 11


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (500, OWN, NOT_THERE),
        (500, "Sorry, something went wrong here.\n", NOT_THERE),
        (501, AWAY, NOT_THERE),
        (403, BARE, NOT_THERE),
        (413, BARE, TOO_LARGE),
        (413, OWN, TOO_LARGE),
    ],
    ids=["broke", "broke, in a line", "no such way", "stopped before us", "too large for nginx", "too large for us"],
)
def test_what_did_not_arrive_can_be_sent_again_at_once(
    sender: Page, site: Site, status: int, body: str, sentence: str
) -> None:
    site.answers = [(status, body, {}), (422, OWN, {})]
    press(sender)
    expect(said(sender)).to_have_text(sentence)
    expect(sender.get_by_role("heading")).to_have_text("Rules")
    assert stands(sender)
    press(sender)
    expect(sender.get_by_role("heading")).to_have_text("Sorry, something went wrong here")
    assert len(site.sent) == 2
