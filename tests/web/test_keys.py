"""The two keys of a form: a token that looks different each time, and a key that makes it count once."""

import base64
import io
import re
import threading
import time
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from werkzeug.exceptions import BadRequest

from portal.db.models import FormKey
from portal.db.session import action, db
from portal.mail.models import Letter
from portal.web.keys import away_from_here, fingerprint, form_keys, masked, unmasked
from tests.conftest import Clock
from tests.reader import Reader, form_to

KEY = "k" * 16


def sign_in_form(client: Reader) -> dict[str, list[str]]:
    """The sign-in page's form, as it came."""
    return form_to(client.get("/sign-in").get_data(as_text=True), "/sign-in").fields


def letters() -> int:
    """How many letters were written."""
    return db.session.scalar(select(func.count()).select_from(Letter)) or 0


@given(st.text())
def test_a_mask_comes_off(token: str) -> None:
    assert unmasked(masked(token)) == token


@given(st.text())
def test_any_other_word_breaks_nothing(word: str) -> None:
    assert isinstance(unmasked(word), str)


@given(st.binary(max_size=300))
def test_any_other_bytes_break_nothing(given_bytes: bytes) -> None:
    assert isinstance(unmasked(base64.urlsafe_b64encode(given_bytes).decode()), str)


@pytest.mark.parametrize(
    ("here", "action", "sent_to"),
    [
        ("/a/part", "/a/part", "/a/part?sent"),
        ("/a/part?sent", "/a/part", "/a/part"),
        ("/a/part?then=check", "/a/part?then=check", "/a/part?then=check&sent"),
        ("/a/part", "/another", "/another"),
        ("/a/part?after=x", "/a/part", "/a/part"),
    ],
)
def test_no_form_is_sent_to_the_address_of_its_page(sqlite_app: Flask, here: str, action: str, sent_to: str) -> None:
    with sqlite_app.test_request_context(here):
        assert away_from_here(action) == sent_to


def test_a_mask_is_another_each_time() -> None:
    words = {masked("the same token") for _ in range(100)}
    assert len(words) == 100
    assert len({word[position] for word in words for position in (0, 20, -5)}) > 10


def test_the_forms_of_a_page_share_their_keys_and_no_two_pages_do(sqlite_app: Flask) -> None:
    with sqlite_app.app_context(), sqlite_app.test_request_context("/"):
        first, again = form_keys(), form_keys()
    with sqlite_app.app_context(), sqlite_app.test_request_context("/"):
        other = form_keys()
    assert first == again
    assert re.findall(r'value="(.*?)"', first) != re.findall(r'value="(.*?)"', other)


def test_pages_hold_no_token_that_can_be_told_by_its_length_when_packed(sqlite_app: Flask) -> None:
    client = sqlite_app.test_client()
    words = {client.get("/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0] for _ in range(5)}
    assert len(words) == 5, "one browser's token, five masks"
    assert len({unmasked(word).split(".")[0] for word in words}) == 1, "but for the second in which it was signed"


def print_of(app: Flask, *, path: str = "/sign-in", key: str = KEY, token: str = "t", **fields: object) -> str:
    """The fingerprint of a form sent there."""
    with app.test_request_context(path, method="POST", data={"_key": key, "csrf_token": token, **fields}):
        return fingerprint()


def test_a_form_is_told_by_its_key_its_way_and_all_that_was_typed(sqlite_app: Flask) -> None:
    same = print_of(sqlite_app, email="a@example.org")
    assert print_of(sqlite_app, email="a@example.org", token="another mask") == same
    others = [
        print_of(sqlite_app, email="b@example.org"),
        print_of(sqlite_app, email="a@example.org", more=""),
        print_of(sqlite_app, email="a@example.org", key="l" * 16),
        print_of(sqlite_app, email="a@example.org", path="/sign-in?next=/home"),
        print_of(sqlite_app, email="a@example.org", path="/sign-in/again"),
        print_of(sqlite_app, email=["a@example.org", "a@example.org"]),
        print_of(sqlite_app),
    ]
    assert len({same, *others}) == len(others) + 1


def test_files_count_by_what_is_in_them(sqlite_app: Flask) -> None:
    def upload(content: bytes) -> str:
        return print_of(sqlite_app, paper=(io.BytesIO(content), "paper.pdf"))

    assert upload(b"one") == upload(b"one")
    assert upload(b"one") != upload(b"two")


@pytest.mark.parametrize(
    "key", ["", "short", "k" * 65, "k" * 15, "kkkkkkkkkkkkkkk\n", "ключключключключ", "k" * 16 + " "]
)
def test_a_key_that_no_page_gives_is_refused(sqlite_app: Flask, key: str) -> None:
    with pytest.raises(BadRequest, match="key"):
        print_of(sqlite_app, key=key)


def test_the_same_form_under_another_mask_counts_once(client: Reader) -> None:
    fields = {**sign_in_form(client), "email": "ada@example.org"}
    remasked = {**fields, "csrf_token": masked(unmasked(fields["csrf_token"][0]))}
    assert remasked["csrf_token"] != fields["csrf_token"]
    answers = [client.post("/sign-in", data=data) for data in (fields, remasked)]
    assert [(answer.status_code, answer.location) for answer in answers] == [(303, "/sign-in/code")] * 2
    assert letters() == 1


def test_who_presses_twice_waits_for_where_the_first_one_leads(app: Flask, client: Reader) -> None:
    fields = {**sign_in_form(client), "email": "ada@example.org"}
    client.post("/sign-in", data=fields)
    lead_to(None)
    later = threading.Timer(0.3, in_app(app, lambda: lead_to("/sign-in/code")))
    later.start()
    answer = client.post("/sign-in", data=fields)
    later.join()
    assert (answer.status_code, answer.location) == (303, "/sign-in/code")
    assert letters() == 1


def test_nobody_waits_for_a_deed_that_led_nowhere(client: Reader, clock: Clock) -> None:
    fields = {**sign_in_form(client), "email": "ada@example.org"}
    client.post("/sign-in", data=fields)
    lead_to(None)
    clock.shift(11)
    began = time.perf_counter()
    assert client.post("/sign-in", data=fields).status_code == 303
    assert time.perf_counter() - began < 1.5
    assert letters() == 1


def lead_to(location: str | None) -> None:
    """Write down where the one form that was sent has led."""
    with action() as session:
        session.execute(update(FormKey).values(location=location))


def in_app(app: Flask, act: Callable[[], None]) -> Callable[[], None]:
    """An act for a thread of its own."""

    def run() -> None:
        with app.app_context():
            act()
            db.session.remove()

    return run


def test_a_form_that_was_refused_can_be_put_right_and_sent_again(client: Reader) -> None:
    fields = sign_in_form(client)
    assert client.post("/sign-in", data={**fields, "email": "nonsense"}).status_code == 422
    assert client.post("/sign-in", data={**fields, "email": "nonsense"}).status_code == 422
    assert client.post("/sign-in", data={**fields, "email": "ada@example.org"}).status_code == 303
    assert letters() == 1


def test_what_is_kept_of_a_form_tells_nothing_of_it(client: Reader) -> None:
    fields = {**sign_in_form(client), "email": "ada@example.org"}
    client.post("/sign-in", data=fields)
    row = db.session.scalars(select(FormKey)).one()
    assert re.fullmatch(r"[0-9a-f]{64}", row.digest)
    assert row.location == "/sign-in/code"


def test_a_referrer_from_elsewhere_is_refused_over_tls(secure_app: Flask) -> None:
    client = secure_app.test_client()
    base = "https://partners.example.org"
    page = client.get("/sign-in", base_url=base)
    fields = {**form_to(page.text, "/sign-in").fields, "email": "ada@example.org"}
    for referrer, status in ((None, 400), ("https://evil.example/", 400), (f"{base}/sign-in", 303)):
        headers = {"Referer": referrer} if referrer else {}
        assert client.post("/sign-in", base_url=base, data=fields, headers=headers).status_code == status


def test_pressed_twice_it_says_again_what_the_first_answer_said(as_: Callable[[str], Reader]) -> None:
    amina = as_("amina")
    fields = {**form_to(amina.get("/account/name").text, "/account/name").fields, "name": "Amina Y"}
    before = amina.get_cookie("form")
    assert before is not None
    amina.post("/account/name", data=fields)
    amina.set_cookie("form", before.value)  # the browser never took the first answer
    answer = amina.post("/account/name", data=fields)
    page = amina.get(answer.location or "").text
    assert page.count("Your name is changed.") == 1
    assert "Your name is changed." not in amina.get("/account").text
