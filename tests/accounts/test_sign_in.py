"""Signing in, as a person does it."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.accounts.models import Person, SignIn, SignInRequest
from portal.accounts.queries import by_email
from portal.db.session import db
from portal.history.models import Deed
from portal.mail.models import Letter
from tests.accounts.inbox import ADA, Send, ask, code_in, path_in, wrong
from tests.conftest import Clock
from tests.reader import Reader, form_to

Letters = Callable[[], list[Letter]]
AMINA = "amina.yusuf@example.org"


def living_sign_ins() -> int:
    """How many browsers are signed in."""
    return db.session.scalar(select(func.count()).select_from(SignIn).where(SignIn.ended_at.is_(None))) or 0


def test_somebody_new_signs_in_with_the_code_and_says_their_name(client: Reader, send: Send, letters: Letters) -> None:
    asked = ask(client, send)
    assert (asked.status_code, asked.location) == (303, "/sign-in/code")
    assert by_email(ADA) is None

    arrived = send(client, "/sign-in/code", {"code": code_in(letters()[0])})
    assert (arrived.status_code, arrived.location) == (303, "/account/name?next=/")

    named = send(client, arrived.location, {"name": "Ada  Obi"}, action="/account/name")
    assert (named.status_code, named.location) == (303, "/")
    assert by_email(ADA).name == "Ada Obi"
    assert "Ada Obi" in client.get("/account").get_data(as_text=True)


def test_somebody_known_signs_in_and_goes_where_they_were_going(client: Reader, send: Send, letters: Letters) -> None:
    sent_away = client.get("/account?after=x")
    assert sent_away.location == "/sign-in?next=/account?after%3Dx"
    send(client, sent_away.location, {"email": " Amina.Yusuf@EXAMPLE.org "})

    arrived = send(client, "/sign-in/code", {"code": code_in(letters()[0])})

    assert arrived.location == "/account?after=x"
    assert client.get("/account").status_code == 200


def test_what_happened_is_written_down(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send)
    code = code_in(letters()[0])
    send(client, "/sign-in/code", {"code": wrong(code)})
    send(client, "/sign-in/code", {"code": code})

    deeds = db.session.execute(select(Deed.subject, Deed.verb, Deed.actor_id).order_by(Deed.id.desc()).limit(4)).all()

    ada = by_email(ADA).id
    assert [tuple(deed) for deed in deeds] == [
        ("sign_in", "sign_in", ada),
        ("person", "join", ada),
        ("sign_in_request", "wrong_code", None),
        ("sign_in_request", "ask", None),
    ]


def test_a_code_is_taken_only_in_the_browser_that_asked(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send)

    elsewhere = app.test_client().get("/sign-in/code")

    assert (elsewhere.status_code, elsewhere.location) == (303, "/sign-in")


@pytest.mark.parametrize("email", ["", "amina", "amina@example", "a@b.org, c@d.org"])
def test_what_is_no_address_is_sent_nothing_and_kept_on_the_page(
    client: Reader, send: Send, letters: Letters, email: str
) -> None:
    answer = ask(client, send, email, device="own")

    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "<title>Error: Sign in" in html
    assert f'value="{email}"' in html or not email
    assert 'value="own" checked' in html
    assert letters() == []


def test_a_wrong_code_can_be_tried_again(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send)
    code = code_in(letters()[0])

    answer = send(client, "/sign-in/code", {"code": wrong(code)})

    assert answer.status_code == 422
    assert "That is not the code in our newest e-mail." in answer.get_data(as_text=True)
    assert send(client, "/sign-in/code", {"code": f" {code[:3]} {code[3:]} "}).status_code == 303


@pytest.mark.parametrize("typed", ["", "12", "abc def", "1234567", "💥"])
def test_what_is_no_code_is_no_server_error(client: Reader, send: Send, letters: Letters, typed: str) -> None:
    ask(client, send)

    assert send(client, "/sign-in/code", {"code": typed}).status_code == 422


def test_after_five_wrong_codes_the_right_one_is_refused_and_the_link_still_works(
    client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send)
    code = code_in(letters()[0])
    for _ in range(5):
        assert send(client, "/sign-in/code", {"code": wrong(code)}).status_code == 422

    refused = send(client, "/sign-in/code", {"code": code})

    assert refused.status_code == 422
    assert "That was the last try for this code." in refused.get_data(as_text=True)
    assert db.session.scalars(select(SignInRequest.tries)).all() == [5]
    assert send(client, path_in(letters()[0])).status_code == 303


def test_send_it_again_is_one_press_and_ends_the_older_letter(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, next="/account", device="own")

    again = send(client, "/sign-in/code", action="/sign-in/again")

    assert (again.status_code, again.location) == (303, "/sign-in/code")
    first, second = letters()
    assert "We have sent another e-mail." in client.get("/sign-in/code").get_data(as_text=True)
    if code_in(first) != code_in(second):
        assert send(client, "/sign-in/code", {"code": code_in(first)}).status_code == 422
    assert client.get(path_in(first)).status_code == 410
    arrived = send(client, "/sign-in/code", {"code": code_in(second)})
    assert arrived.location == "/account/name?next=/account"
    assert "Max-Age=2592000" in arrived.headers["Set-Cookie"]


def test_again_without_having_asked_leads_to_the_start(client: Reader) -> None:
    keys = form_to(client.get("/sign-in").get_data(as_text=True), "/sign-in").fields

    answer = client.post("/sign-in/again", data=keys)

    assert (answer.status_code, answer.location) == (303, "/sign-in")


@pytest.mark.parametrize(("minutes", "status"), [(9.9, 303), (10, 422)])
def test_a_code_lives_ten_minutes(
    client: Reader, send: Send, letters: Letters, clock: Clock, minutes: float, status: int
) -> None:
    ask(client, send)
    clock.shift(dt.timedelta(minutes=minutes))

    assert send(client, "/sign-in/code", {"code": code_in(letters()[0])}).status_code == status


@pytest.mark.parametrize(("minutes", "status"), [(9.9, 200), (10, 410)])
def test_a_link_lives_ten_minutes(
    client: Reader, send: Send, letters: Letters, clock: Clock, minutes: float, status: int
) -> None:
    ask(client, send)
    clock.shift(dt.timedelta(minutes=minutes))

    assert client.get(path_in(letters()[0])).status_code == status


def test_a_code_and_a_link_work_once_between_them(app: Flask, client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send)
    path, code = path_in(letters()[0]), code_in(letters()[0])
    page = client.get("/sign-in/code").get_data(as_text=True)
    assert "6 digits" in page
    other = app.test_client()

    assert send(other, path).status_code == 303

    assert client.get(path).status_code == 410
    assert send(client, "/sign-in/code", {"code": code}).status_code == 422
    assert living_sign_ins() == 1


def test_signing_in_again_in_the_same_browser_ends_the_sign_in_before(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    ask(client, send)
    send(client, path_in(letters()[0]))
    before = client.get_cookie("signed-in")
    assert before is not None
    link = app.test_client()
    ask(link, send, AMINA)

    path = path_in(letters()[1])
    send(client, path, action=path)

    after = client.get_cookie("signed-in")
    assert after is not None
    assert after.value != before.value
    assert living_sign_ins() == 1


def test_known_and_unknown_addresses_get_the_same_answers(app: Flask, send: Send, letters: Letters) -> None:
    seen = []
    for email in (AMINA, "xmina.yusuf@example.org"):
        browser = app.test_client()
        asked = ask(browser, send, email)
        page = browser.get("/sign-in/code").get_data(as_text=True)
        form_wrong = send(browser, "/sign-in/code", {"code": wrong(code_in(letters()[-1]))})
        seen.append(
            (
                asked.status_code,
                asked.location,
                faceless(page),
                form_wrong.status_code,
                faceless(form_wrong.get_data(as_text=True)),
                faceless(letters()[-1].text),
            )
        )

    assert seen[0] == seen[1]


def faceless(text: str) -> str:
    """A page or a letter without its address, its tokens and its code."""
    text = re.sub(r"[ax]mina\.yusuf@example\.org", "ADDRESS", text)
    text = re.sub(r'(name="(csrf_token|_key)" value=)"[^"]+"', r"\1", text)
    text = re.sub(r'(name="code"[^>]* value=)"\d+"', r"\1", text)
    return re.sub(r"/sign-in/link/\S+|\b\d{6}\b", "SECRET", text)


def test_known_and_unknown_addresses_cost_the_same_statements(
    app: Flask, send: Send, queries: Callable[[], object]
) -> None:
    costs = []
    for email in (AMINA, "nobody@example.org"):
        browser = app.test_client()
        with queries() as counted:  # type: ignore[attr-defined]
            ask(browser, send, email)
        costs.append([statement.split("(")[0] for statement in counted.statements])

    assert costs[0][-8:] == costs[1][-8:]


@pytest.mark.parametrize(
    "path",
    ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "/a\nb", "/%0d/x\r"],
)
def test_nobody_is_led_elsewhere(client: Reader, send: Send, letters: Letters, path: str) -> None:
    page = client.get("/sign-in", query_string={"next": path})
    assert 'name="next" value=""' in page.get_data(as_text=True)
    ask(client, send, AMINA, next=path)

    assert send(client, "/sign-in/code", {"code": code_in(letters()[0])}).location == "/"


def test_whoever_is_signed_in_is_not_asked_again(as_: Callable[[str], Reader]) -> None:
    amina = as_("amina")

    assert amina.get("/sign-in").location == "/"
    assert amina.get("/sign-in?next=/roles").location == "/roles"


def test_secrets_are_kept_as_digests(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send)
    request = db.session.scalars(select(SignInRequest)).one()
    token = path_in(letters()[0]).rpartition("/")[2]

    assert len(token) >= 43
    assert token not in (request.link_digest, request.ref)
    assert code_in(letters()[0]) not in (request.code_digest[:6], request.code_digest[-6:])
    send(client, "/sign-in/code", {"code": code_in(letters()[0])})
    cookie = client.get_cookie("signed-in")
    assert cookie is not None
    assert db.session.scalars(select(SignIn.token_digest)).one() != cookie.value
    assert db.session.scalars(select(Person.name).where(Person.email == ADA)).one() == ""
