"""Every word that people read can be translated: in a language made by machine, no plain English is left.

Every page in every state, every letter, every error page, and what script says; the town's own words are put into
other letters first, so that they cannot be taken for ours. Sentences that only a rare refusal says are held by
tests/house/test_texts.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from portal.assessments import decisions
from portal.db.session import db
from portal.demo import post
from portal.demo.build import build
from portal.demo.cast import CAST
from portal.mail.models import Letter
from portal.web.errors import SENTENCES, TITLES, answer
from tests import pages, pseudo, reader, states
from tests.applications import asked_states as asked
from tests.gates import towns
from tests.gates.conftest import IN_THE_EMPTY_TOWN, IN_THE_FULL_TOWN, Town, cookies
from tests.gates.looking import Eyes
from tests.live import serving
from tests.organisations import states as twins

ROOT = Path(__file__).resolve().parents[2]
AS_IT_STANDS = {
    "desk.privacy": frozenset({"signed-in", "form"}),
    "desk.find (found)": frozenset({"group"}),
    "desk.find (found, reviewer)": frozenset({"people"}),
    "desk.find (further down)": frozenset({"people"}),
    "desk.find (organisations)": frozenset({"group"}),
    "desk.find (colleagues)": frozenset({"example"}),
    "desk.find (nothing found)": frozenset({"zzzz"}),
}
"""The privacy notice names the cookies as they are called; a search says what was looked for."""
PHONE = 320
LONGER = (
    "desk.front",
    "funds.index",
    "funds.show (open)",
    "accounts.sign_in (nothing typed)",
    "applications.check",
    "desk.home (full)",
    "applications.show (draft)",
    "applications.section (costs, full)",
    "applications.answers (complete)",
    "organisations.team (lead)",
    "desk.inbox (approver)",
    "assessments.score (half)",
)
"""The pages that people spend their time on."""


CAST_SAYS = {text for member in CAST for text in (member.name, member.what, member.organisation)}
WHILE_WALKING = {
    states.TYPED,
    *pages.PROPOSED.values(),
    *(text for typed in pages.WRONG.values() for text in typed.values()),
    pages.CIRCLES_NAME["address"],
    pages.ANSWER[0].typed["answer"],
    pages.MADE["code"],
    pages.NO_BUT["conditions"].rstrip("."),
    ("why " * 101).strip(),
    pages.TOO_LONG[0].typed["reply"].strip(),
    twins.WHY,
}
WRITTEN_TO_OTHERS = {
    "Somebody Who May",
    "It is for people outside Leeds.",
    "Come and see us first.",
    "A photo from your phone is fine.",
    "The account is still in one name.",
    "The register says something else now.",
    twins.TWO_GROUPS,
    twins.REGISTERED_TWICE,
    asked.NOTE,
    "CIO",
    "Our hall is closed until the summer",
    "rules.pdf",
    "KB",  # the unit's sign
}
SAID_BY_MACHINES = {*post.LOST, post.PUT_OFF, "550 No such person", "OperationalError"}
TYPED = frozenset(text for text in CAST_SAYS | WHILE_WALKING | WRITTEN_TO_OTHERS | SAID_BY_MACHINES if text)
"""Nobody's to translate: who the demonstration's cast are, what tests type into forms, what a mail server says."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration's town where nobody speaks English."""
    app = towns.hidden_town(tmp_path_factory.mktemp("elsewhere"), build, translated=True)
    yield from towns.hidden_walk(app, IN_THE_FULL_TOWN)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The same before its first round."""
    app = towns.hidden_town(tmp_path_factory.mktemp("first_day"), towns.settle, translated=True)
    yield from towns.hidden_walk(app, IN_THE_EMPTY_TOWN)


def test_every_state_is_reached_in_another_language_too(full: Town, empty: Town) -> None:
    assert (full.failed, empty.failed) == ({}, {})
    seen = full.seen | empty.seen
    assert {name: one.status for name, one in seen.items() if one.status != one.page.status} == {}


def said_of(left: dict[str, set[str]]) -> str:
    """What was left where, a line each."""
    return "\n".join(f"{name}: {sorted(words)}" for name, words in left.items() if words)


def test_no_plain_english_is_left_on_any_page(full: Town, empty: Town) -> None:
    left = {
        name: pseudo.plain(pseudo.readable(one.html), but=TYPED | AS_IT_STANDS.get(name, frozenset()))
        for name, one in (full.seen | empty.seen).items()
    }
    assert not any(left.values()), said_of(left)


def test_every_page_says_which_language_it_is_in(full: Town) -> None:
    whole = [one.html for one in full.seen.values() if one.visit.is_page]
    assert {re.search(r"<html[^>]*>", html)[0] for html in whole} == {'<html lang="el" dir="ltr">'}  # type: ignore[index]


def test_no_plain_english_is_left_in_any_letter(full: Town) -> None:
    with full.app.test_request_context():
        decisions.release(states.round_of("summer"), by=states.someone("martin"))
        new = select(Letter).where(Letter.id > full.app.extensions["letters_before"])
        found = {letter.template: letter for letter in db.session.scalars(new)}
        left = {
            name: pseudo.plain([one.subject, one.text, *pseudo.readable(one.html)], but=TYPED)
            for name, one in found.items()
        }
        db.session.remove()
    templates = {str(path.relative_to(ROOT / "templates"))[:-4] for path in ROOT.glob("templates/*/mail/*.txt")}
    assert set(found) == templates, "each letter is written by one of the states in tests/states.py"
    assert not any(left.values()), said_of(left)


@pytest.mark.parametrize("status", TITLES)
def test_no_plain_english_is_left_on_an_error_page(full: Town, status: int) -> None:
    with full.app.test_request_context():
        html = answer(status, SENTENCES.get(status)).get_data(as_text=True)
        db.session.remove()
    assert pseudo.plain(pseudo.readable(html)) == set()


def test_days_and_plural_forms_are_those_of_the_language(full: Town) -> None:
    with full.app.app_context():
        client = full.app.test_client()
        arabic = client.get("/", headers={"Accept-Language": "ar, el;q=0.5"}).get_data(as_text=True)
        greek = client.get("/", headers={"Accept-Language": "fr, en;q=0.5"}).get_data(as_text=True)
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="el" dir="ltr">' in greek, "a language nobody has translated falls back on the council's own"
    assert re.search(r"ديسمبر|كانون|نوفمبر", arabic)
    assert re.search(r"Δεκεμβρίου|Νοεμβρίου", greek)


def test_a_letter_is_in_the_councils_language_whatever_its_causer_reads(full: Town) -> None:
    with full.app.app_context():
        client, arabic = full.app.test_client(), {"Accept-Language": "ar"}
        form = reader.form_to(client.get("/sign-in", headers=arabic).get_data(as_text=True), "/sign-in")
        answered = client.post("/sign-in", data={**form.fields, "email": "sam@example.org"}, headers=arabic)
        letter = states.letter("accounts/mail/sign_in")
        assert (answered.status_code, letter.to_address) == (303, "sam@example.org")
        assert '<html lang="el" dir="ltr">' in letter.html


@pytest.mark.parametrize("language", pseudo.LANGUAGES)
def test_longer_texts_fit_a_narrow_phone(full: Town, browser: Browser, language: str) -> None:
    visits = {page.name: visit for page, visit in full.stops}
    full.app.extensions["babel"].default_locale = language
    full.app.extensions["portal_languages"] = {}
    wide = {}
    with serving(full.app) as address:
        eyes = Eyes(browser, address, cookies(full))
        for name in LONGER:
            screen = eyes.open(visits[name], PHONE, True)
            if (width := screen.evaluate("document.documentElement.scrollWidth")) > PHONE:
                wide[name] = width
        eyes.close()
    assert wide == {}
