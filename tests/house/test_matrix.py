"""Every route × everybody × whose thing: what each is answered follows from the permissions page and subjects.py.

Nothing here is a recorded run. A route of which nobody said whose its things are fails. On SQLite everybody tries every
thing of a route, or one where their role alone decides, and each answer carries its headers; on PostgreSQL everybody
meets each answer that hangs on what is in the database once on every route, as a whole page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from portal.app import create_app
from portal.db.session import db
from portal.web.guards import Guard, guard_of
from tests.house.covered import uncovered
from tests.house.ledger import ledger
from tests.house.posts import PART_OF_A_PAGE, Visit, new_key, post_for, prepare, visit
from tests.house.roles import HALFWAY, HOLDERS, WALKERS, Answer, Walker, due, fits
from tests.house.subjects import (
    Subject,
    Town,
    guest_invitation_to,
    invitation_to,
    look_around,
    sign_in_for,
    subjects_of,
)
from tests.houses import settings
from tests.reader import form_to

OWN_RULES: dict[tuple[str, str, str], Answer] = {
    ("assessments.confirm", "joyce", "proposed"): Answer.REFUSED,
    ("assessments.confirm", "joyce", "confirmed"): Answer.REFUSED,
    ("assessments.confirm_promotion", "joyce", "proposed from the list"): Answer.REFUSED,
    ("applications.take_back", "tom", "amina's"): Answer.REFUSED,
    ("applications.guest", "tom", "neil's"): Answer.REFUSED,
}
"""Where more counts than roles and whose it is: nobody confirms what they proposed themselves, and a guest's place is
changed by a lead or by who invited them."""

BY_ROLE = {Answer.SIGN_IN, Answer.SECOND_FACTOR, Answer.REFUSED}
"""What is answered before anything is looked for: the same on either database and whatever is asked for."""

KEPT = {"insert form_keys", "insert kept_forms", "insert into history", "insert into kept_forms", "update form_keys"}
KEPT |= {"insert into form_keys"}
"""What somebody sends who is only half in waits for them until they are in."""

VARYING = re.compile(r"[0-9a-f]{12}|value=\"[\w=-]{16,}\"")
"""What differs from answer to answer: the request's id, and the two keys."""


def routes(method: str) -> list[str]:
    """Every endpoint that takes this method."""
    app = create_app(settings("sqlite://", Path()))
    return sorted({rule.endpoint for rule in app.url_map.iter_rules() if method in (rule.methods or ())})


@dataclass(frozen=True, slots=True)
class Try:
    """Somebody at an address, and what is due.

    `is_first` where they are due this answer here for the first time, and it is asked for in every other way as well;
    how it is asked for is the same to both databases, so this is so on one of them.
    """

    who: Walker
    subject: Subject
    answer: Answer
    path: str
    is_first: bool


class Walk:
    """One route, walked up to by everybody."""

    def __init__(self, app: Flask, endpoint: str, method: str) -> None:
        self.app, self.endpoint = app, endpoint
        self.town: Town = look_around()
        self.rule: Rule = next(rule for rule in app.url_map.iter_rules(endpoint) if method in (rule.methods or ()))
        self.guard: Guard = guard_of(app, endpoint)
        self.is_full = db.engine.dialect.name == "sqlite"
        self.surprises: list[str] = []

    def tries(self) -> Iterator[Try]:
        """Everybody, everything, and what is due."""
        adapter = self.app.url_map.bind("localhost")
        for who in WALKERS:
            met: set[Answer] = set()
            for subject in subjects_of(self.town, self.rule):
                if subject.only not in ("", who.key):
                    continue
                plain = due(self.guard, who, who.key in subject.theirs)
                own = OWN_RULES.get((self.endpoint, who.key, subject.name))
                answer = own or plain
                is_met, is_by_role = answer in met, not own and answer in BY_ROLE
                if not (is_met and is_by_role) and (self.is_full or not (is_met or is_by_role)):
                    path = adapter.build(self.endpoint, subject.values)
                    yield Try(who, subject, answer, path, self.is_full and answer not in met)
                met.add(answer)

    def judge(self, each: Try, how: str, response: TestResponse, *, htmx: bool = False) -> None:
        """Note an answer that is none of what is due, or that lacks a header."""
        what = f"{each.who.key}, {each.subject.name or 'the page'}, {how}"
        if self.is_full and (fault := uncovered(self.endpoint, each.who, response)):
            self.surprises.append(f"{what}: {fault}")
        if not fits(each.answer, self.guard, response, htmx=htmx):
            got = f"{response.status_code} {response.location or ''}".strip()
            self.surprises.append(f"{what}: {each.answer.value}, not {got}")

    def browsers(self) -> dict[str, Visit]:
        """A browser for everybody; the holders of links have opened theirs."""
        found = {who.key: visit(self.app, self.town, who.key) for who in WALKERS}
        signing_in, invited, guest = HOLDERS
        for holder, path in (
            (signing_in, f"/sign-in/link/{sign_in_for(signing_in)}"),
            (invited, f"/invitations/{invitation_to(invited)}"),
            (guest, f"/invitations/applications/{guest_invitation_to(guest)}"),
        ):
            assert found[holder].client.get(path).status_code == 200
        return found


@pytest.mark.parametrize("endpoint", routes("GET"))
def test_who_can_read(lived_in_to_read: Flask, endpoint: str) -> None:
    walk = Walk(lived_in_to_read, endpoint, "GET")
    browsers = walk.browsers()
    refusals: dict[str, set[str]] = defaultdict(set)
    with ledger(db.engine) as book:
        for each in walk.tries():
            client = browsers[each.who.key].client
            page = client.get(each.path)
            walk.judge(each, "GET", page)
            if page.status_code == 404 and "act for" not in page.text:
                refusals[each.who.key].add(VARYING.sub("", page.text))
            if each.is_first:
                head = client.head(each.path)
                walk.judge(each, "HEAD", head)
                assert not head.data
                walk.judge(each, "part", client.get(each.path, headers=PART_OF_A_PAGE), htmx=True)
        assert book.take() == [], "reading changes nothing"
    assert walk.surprises == []
    assert {key: len(pages) for key, pages in refusals.items() if len(pages) > 1} == {}, "refusals tell things apart"


@pytest.mark.parametrize("endpoint", routes("POST"))
def test_who_can_change(lived_in: Flask, endpoint: str) -> None:
    walk = Walk(lived_in, endpoint, "POST")
    form = prepare(lived_in, walk.town, post_for(endpoint))
    browsers = walk.browsers()
    words = {key: word_of(browser) for key, browser in browsers.items()}

    def post(who: Walker, path: str, headers: dict[str, str]) -> TestResponse:
        data = {**form.data, "csrf_token": words[who.key], "_key": new_key()}
        return browsers[who.key].client.post(path, data=data, headers=headers)

    tries = list(walk.tries())
    with ledger(db.engine) as book:
        for each in tries:
            if each.answer is not Answer.LET_IN:
                walk.judge(each, "POST", post(each.who, each.path, form.headers), htmx=bool(form.headers))
                if each.is_first:
                    walk.judge(each, "htmx POST", post(each.who, each.path, PART_OF_A_PAGE), htmx=True)
                if each.answer is Answer.SECOND_FACTOR:
                    assert {change for changes in book.take() for change in changes} <= KEPT
        assert book.take() == [], "nothing is kept of what is refused"
    for each in tries:
        if each.answer is Answer.LET_IN:
            walk.judge(each, "POST", post(each.who, each.path, form.headers))
    assert walk.surprises == []


def word_of(browser: Visit) -> str:
    """A CSRF token that this browser's pages carry; a browser keeps it for the whole run, in a cookie of its own."""
    known: dict[str, tuple[str, str]] = browser.client.application.extensions.setdefault("words", {})
    if browser.who not in known:
        is_half = browser.who in {one.key for one in HALFWAY}
        where = "/" if is_half else "/account" if browser.who in browser.town.cookies else "/sign-in"
        page = browser.client.get(where)
        word: Any = form_to(page.get_data(as_text=True), None).fields["csrf_token"]
        cookie = browser.client.get_cookie("form")
        assert cookie is not None
        known[browser.who] = cookie.value, str(word[0])
    kept, found = known[browser.who]
    browser.client.set_cookie("form", kept)
    return found
