"""Every letter of the portal, as people get it: on a phone, with pictures off, and the same in text as in HTML."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from sqlalchemy import select

from portal.db.session import db
from portal.mail.models import Letter
from portal.mail.rules import KINDS
from portal.mail.smtp import message
from tests import houses, states
from tests.applications import asked_states as asked
from tests.applications import states as around
from tests.assessments import gates
from tests.files import states as papers
from tests.house.posts import POSTS, prepare
from tests.house.subjects import look_around
from tests.reader import parse
from tests.states import application, someone

FOLDER = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(
    str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.glob("*/mail/*.html") if path.parent.name == "mail"
)
PHONE = 320
SMALL = "[...document.querySelectorAll('p, li, dd')].filter(e => parseFloat(getComputedStyle(e).fontSize) < 16).length"
FIGURE = re.compile(r"£?\d[\d,.:]*\d|\d")
LONG_WORDS = "document.querySelectorAll('p, li, dd, h1').forEach(e => e.append(' ' + 'w'.repeat(60)))"
MAKERS: tuple[Callable[[], object], ...] = (
    lambda: gates.let_on(application("submitted", "summer"), by=someone("joyce")),
    states.verified_to_and_fro,
    states.asked_by_five,
    states.comings_and_goings,
    states.drafts_that_close_soon,
    states.draft_whose_closing_moved,
    states.answered_by_letter,
    around.guests_come_and_go,
    asked.every_letter,
    papers.papers_in_every_state,
    papers.stopped_file,
)
"""What writes the letters that no form of tests/house/posts.py brings."""


@dataclass(frozen=True, slots=True)
class Written:
    """One letter, apart from its database."""

    subject: str
    text: str
    html: str
    mail: Any


@pytest.fixture(scope="module")
def letters(lived_in_sqlite_house: houses.House) -> dict[str, Written]:
    """One letter of each kind that can be had: by every form of the portal, and by the makers above."""
    found: dict[str, Written] = {}
    for endpoint in POSTS:
        with houses.at_home(lived_in_sqlite_house) as app:
            form = prepare(app, look_around(), POSTS[endpoint])
            form.client.post(form.path, data=form.data, headers=form.headers)
            found |= in_outbox(app)
    for make in MAKERS:
        with houses.at_home(lived_in_sqlite_house) as app, app.test_request_context():
            make()
            found |= in_outbox(app)
    return found


def in_outbox(app: Any) -> dict[str, Written]:
    """The newest letter of each kind."""
    settings = app.extensions["portal_settings"]
    rows = db.session.scalars(select(Letter).where(Letter.html != "").order_by(Letter.id))
    return {row.template: Written(row.subject, row.text, row.html, message(row, settings)) for row in rows}


def test_every_letter_of_the_portal_is_looked_at(letters: dict[str, Written]) -> None:
    assert sorted(letters) == TEMPLATES, "say in MAKERS how it is written"


def test_the_council_can_tell_every_kind_of_letter() -> None:
    assert sorted(KINDS) == TEMPLATES, "say in portal/mail/rules.py what kind of letter it is"


def spoken(markup: str) -> str:
    """What HTML says, without its title."""
    body = re.sub(r"<(head|style)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


def links_in(markup: str) -> set[str]:
    """Where HTML leads to."""
    return {html.unescape(link) for link in re.findall(r'href="([^"]+)"', markup)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_text_and_html_say_the_same(letters: dict[str, Written], template: str) -> None:
    letter = letters[template]
    in_text = {link.rstrip(".,)") for link in re.findall(r"https?://\S+", letter.text)}
    assert links_in(letter.html) == in_text, "the same links"
    assert all(link.startswith("http://localhost/") for link in in_text), "whole addresses of our own"
    figures = [set(FIGURE.findall(each)) for each in (f"{letter.subject}\n{letter.text}", spoken(letter.html))]
    assert figures[0] == figures[1], "the same dates, amounts, codes and references"


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_is_sound(letters: dict[str, Written], template: str) -> None:
    letter = letters[template]
    tree = parse(letter.html)
    assert len(list(tree.iter("h1"))) == 1
    assert not [*tree.iter("script"), *tree.iter("form"), *tree.iter("iframe"), *tree.iter("img"), *tree.iter("link")]
    assert tree.get("lang") == "en-GB"
    assert (letter.subject, "\n" in letter.subject) == (tree.findtext("head/title"), False)
    assert max(map(len, letter.mail.as_string().splitlines())) <= 998
    assert not re.search(r"\{\{|\{%|None|Undefined", letter.text + letter.html)


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    """A phone that shows no pictures and fetches nothing."""
    context = browser.new_context(viewport={"width": PHONE, "height": 640}, java_script_enabled=True)
    page = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/*", refuse)
    yield page
    context.close()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_is_read_on_a_phone_with_pictures_off(
    letters: dict[str, Written], screen: Page, template: str
) -> None:
    asked: list[str] = []
    screen.on("request", lambda request: asked.append(request.url))
    screen.set_content(letters[template].html)
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE, "no scrolling sideways"
    screen.evaluate(LONG_WORDS)
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE, "nor with an address of sixty letters"
    screen.set_content(letters[template].html)
    assert asked == [], "nothing is fetched, so nobody learns who reads when"
    found = Axe().run(screen).response["violations"]
    assert [each["id"] for each in found] == []
    assert screen.evaluate(SMALL) == 0
