"""The accessibility statement and the privacy notice say what is so: cookies, days, links, letters, tests."""

import ast
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts import kept, limits
from portal.accounts.actions import forget_old
from portal.accounts.models import Attempt, KeptForm, SignIn, SignInRequest
from portal.accounts.rules import OWN_LIFE
from portal.applications import printing
from portal.db.models import FormKey
from portal.db.session import FORMS_KEPT, db, forget_old_forms
from portal.desk import statements
from portal.jobs.registry import JOBS
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.messages import actions as messages
from portal.messages.rules import KEPT_MONTHS
from portal.web import identity, words
from tests.conftest import Clock, Send
from tests.gates.looking import RULES
from tests.gates.test_axe import DESK, PHONE, looks
from tests.journeys import test_keyboard
from tests.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
SINCE = {
    SignInRequest: SignInRequest.expires_at,
    SignIn: SignIn.expires_at,
    KeptForm: KeptForm.at,
    Attempt: Attempt.at,
    FormKey: FormKey.at,
}
"""What is forgotten by itself after days, in the order of the notice, and from when on they are counted.

PDFs follow (tests/applications/test_printing.py), and messages, by months (tests/messages/test_review.py).
"""
BY_DAYS = [each.after for each in statements.FORGOTTEN if isinstance(each.after, dt.timedelta)]

NAMED = re.compile(r"<dt>([^<]+)</dt>")


def text_of(client: Reader, path: str) -> str:
    """A page's words, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(path).get_data(as_text=True)).split())


def test_the_notice_names_every_cookie_that_is_set_and_no_other(
    sqlite_app: Flask, send: Send, as_: Callable[[str], Reader]
) -> None:
    client = sqlite_app.test_client()
    client.get("/sign-in")
    send(client, "/sign-in", {"email": "amina.yusuf@example.org"}, action="/sign-in")
    send(client, "/sign-in", {}, action="/demo/sign-in", button=("who", "amina"))
    held = {cookie.key for cookie in client._cookies.values()}
    assert held == {"form", "signed-in"}
    assert [words_ for words_ in NAMED.findall(client.get("/privacy").get_data(as_text=True)) if words_ in held] == [
        "signed-in",
        "form",
    ]
    assert len(statements.cookies("", "")) == len(held)
    assert OWN_LIFE.days == identity.OWN_DEVICE_DAYS


def test_only_the_two_known_places_set_a_cookie() -> None:
    places = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "portal").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "set_cookie"
    }
    assert places == {"portal/web/identity.py"}, "the other cookie is Flask's own session"
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "static" / "src").glob("*.js")}
    assert not re.search(r"document\.cookie|indexedDB", "".join(scripts.values()))
    stored = {name for name, text in scripts.items() if re.search("(local|session)Storage", text)}
    assert stored == {"keeping.js", "portal.js"}, "unsaved words, and their end when somebody signs out"


def test_the_notice_says_how_long_things_are_kept(sqlite_app: Flask, client: Reader) -> None:
    said = text_of(client, "/privacy")
    for each in statements.FORGOTTEN:
        assert each.what in said
        assert each.since.format(time=words.span(each.after)) in said


def test_what_is_said_to_be_forgotten_is_forgotten_then_and_not_before(app: Flask, clock: Clock, send: Send) -> None:
    client = app.test_client()
    send(client, "/sign-in", {"email": "amina.yusuf@example.org"}, action="/sign-in")
    send(client, "/sign-in", {}, action="/demo/sign-in", button=("who", "amina"))
    token = client.get_cookie("signed-in")
    assert token is not None
    kept.keep(token.value, "/account/name", [("name", "Amina")])
    ends = {table: db.session.scalars(select(since).order_by(since.desc())).first() for table, since in SINCE.items()}
    assert None not in ends.values(), "there is one of each to forget"
    until = {table: ends[table] + after for table, after in zip(SINCE, BY_DAYS[: len(SINCE)], strict=True)}
    for table, end in sorted(until.items(), key=lambda each: each[1]):
        for moment, is_there in ((end, True), (end + dt.timedelta(seconds=1), False)):
            clock.move_to(moment)
            forget_old()
            forget_old_forms()
            assert (db.session.scalars(select(SINCE[table])).first() is not None) == is_there, f"{table} {moment}"
            db.session.rollback()


def test_the_worker_does_the_forgetting() -> None:
    works = {
        "forget_sign_ins": forget_old,
        "forget_forms": forget_old_forms,
        "forget_pdfs": printing.forget_pdfs,
        "forget_messages": messages.forget_old,
    }
    assert {name: JOBS[name].work for name in works} == works
    assert max(JOBS[name].every for name in works) <= dt.timedelta(hours=6)
    assert [each.after for each in statements.FORGOTTEN][2:] == [
        *(kept.LIFE, limits.SPAN, FORMS_KEPT, printing.KEPT, KEPT_MONTHS),
    ]


def test_no_letter_tells_whether_it_was_opened(sqlite_app: Flask, send: Send) -> None:
    """No picture and no address of anybody else in any letter's template, nor in one that was written."""
    for path in (ROOT / "templates").glob("**/mail/*.html"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"<(img|link|script|iframe|object)\b|url\(|https?://", source), path.name
    send(sqlite_app.test_client(), "/sign-in", {"email": "amina.yusuf@example.org"}, action="/sign-in")
    letter = db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()
    assert letter is not None
    assert set(re.findall(r"https?://[^/\"<\s]+", letter.html + letter.text)) == {"http://localhost"}


def test_the_notice_says_who_it_is_why_and_where_to_complain(client: Reader) -> None:
    said = text_of(client, "/privacy")
    for words_ in ("Leeds demonstration council", "digital@example.org", "Article 6(1)(e)", "0303 123 1113"):
        assert words_ in said
    assert 'href="https://ico.org.uk/make-a-complaint/"' in client.get("/privacy").get_data(as_text=True)


@pytest.mark.parametrize(
    "needed",
    [
        "This accessibility statement applies to Join the Dots, the partner portal of Leeds demonstration council.",
        "partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA",
        "Nobody from outside has tested it yet.",
        "Enforcement procedure",
        "(No. 2) Accessibility Regulations 2018",
        "Equality Advisory and Support Service",
        "digital@example.org",
    ],
)
def test_the_accessibility_statement_has_what_the_law_asks_for(client: Reader, needed: str) -> None:
    assert needed in text_of(client, "/accessibility")


def test_security_txt_says_where_to_write_and_until_when(app: Flask, client: Reader, clock: Clock) -> None:
    answer = client.get("/.well-known/security.txt")
    assert (answer.status_code, answer.content_type) == (200, "text/plain; charset=utf-8")
    there = dict.fromkeys(line.split(": ", 1)[0] for line in answer.text.splitlines())
    assert list(there) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    lines = dict(line.split(": ", 1)[::-1] for line in answer.text.splitlines())
    base = app.extensions["portal_settings"].base_url
    assert list(lines)[:2] == [f"{base}/contact", "mailto:digital@example.org"]
    assert f"{base}/.well-known/security.txt" in lines
    expires = dt.datetime.fromisoformat(list(lines)[2])
    assert dt.timedelta(days=89) < expires - utc_now() <= dt.timedelta(days=90), "RFC 9116: less than a year ahead"
    clock.shift(dt.timedelta(days=80))
    assert client.get("/.well-known/security.txt").text != answer.text, "it never runs out while the portal runs"
    assert client.get("/contact").status_code == 200


def test_the_accessibility_statement_says_when_it_was_made_and_looked_at(client: Reader) -> None:
    said = text_of(client, "/accessibility")
    assert "prepared on 22 November 2026" in said
    assert statements.ACCESSIBILITY_PREPARED <= statements.ACCESSIBILITY_REVIEWED
    assert "do nothing for 30 minutes" in said
    assert "works for 10 minutes" in said


def test_it_was_tested_as_the_accessibility_statement_says() -> None:
    assert {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"} <= set(RULES)
    everywhere = [[widths for _, widths in (each.values for each in looks(script=ours))] for ours in (True, False)]
    assert (PHONE, DESK) == (320, 1280)
    assert all((PHONE, DESK) in ways for ways in everywhere)
    steps = [
        test_keyboard.skips_to_the_main_thing,
        test_keyboard.opens_and_closes_the_menu,
        test_keyboard.signs_in,
        test_keyboard.writes_the_first_part,
    ]
    assert {step.__name__ for step in steps} <= set(test_keyboard.test_keyboard_alone.__code__.co_names)
