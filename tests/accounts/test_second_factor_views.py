"""The second factor on its pages: every way in leads through it, and half a sign-in opens nothing else."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts import council
from portal.accounts.actions import link_for
from portal.accounts.models import KeptForm
from portal.accounts.totp import code_at, step_at
from portal.db.session import db
from portal.demo.apps import USED, recovery_codes
from portal.demo.cast import BY_KEY
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.organisations import actions as organisations
from portal.organisations.queries import one_for, someone_for
from portal.permissions import PORTAL, Role
from tests import town
from tests.accounts.apps import GATE, RECOVERY, SET_UP, code_of, email_of, half, row_of, wrong_code
from tests.accounts.inbox import ask, code_in, path_in
from tests.conftest import Clock, Send
from tests.house.posts import PART_OF_A_PAGE
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Letters = Callable[[], list[Letter]]
NEWCOMER = "new.colleague@example.org"
CODES = "/account/recovery-codes"
APP = "/account/authenticator"


def is_whole(client: Reader) -> bool:
    """Whether a browser is let in to the council's pages."""
    return client.get("/inbox").status_code == 200


def give(client: Reader, send: Send, key: str, path: str = GATE, steps: int = 0) -> Any:
    """Type the code that somebody's app shows."""
    return send(client, path, {"authenticator_code": code_of(key, steps)}, action=GATE)


def shown_codes(page: str) -> list[str]:
    """The recovery codes on a page."""
    return [code.replace(" ", "") for code in re.findall(r'<li><code class="key">([^<]+)</code>', page)]


def shown_secret(page: str) -> str:
    """The key to type by hand."""
    found = re.search(r'<p><code class="key">([^<]+)</code></p>', page)
    assert found, page
    return found[1].replace(" ", "")


# --- Every way in ---------------------------------------------------------------------------------------------------


def test_the_code_in_the_letter_is_only_half_of_it(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, email_of("joyce"), next="/review")

    half_in = send(client, "/sign-in/code", {"code": code_in(letters()[0])})
    assert (half_in.status_code, half_in.location) == (303, f"{GATE}?next=/review")
    assert not is_whole(client)
    arrived = give(client, send, "joyce", half_in.location)

    assert (arrived.status_code, arrived.location) == (303, "/review")
    assert is_whole(client)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_the_link_is_only_half_of_it(app: Flask, client: Reader, send: Send, letters: Letters, elsewhere: bool) -> None:
    ask(client, send, email_of("philippa"))
    browser: Any = app.test_client() if elsewhere else client

    assert send(browser, path_in(letters()[0])).location == f"{GATE}?next=/"
    assert not is_whole(browser)
    assert give(browser, send, "philippa").location == "/"
    assert is_whole(browser)


def test_an_invitation_is_no_way_round(app: Flask, client: Reader, send: Send, letters: Letters) -> None:
    grace = someone_for(email_of("grace"))
    assert grace is not None
    assert grace.place is not None
    organisations.invite(one_for(grace, grace.place.ref), email_of("daniel"), Role.MEMBER, by=grace)
    path = re.search(r"(/invitations/\S+)", letters()[0].text)[1]  # type: ignore[index]
    daniel = half(app, "daniel")

    page = daniel.get(path).text
    assert "First sign in." in page
    keys = {name: form_to(daniel.get(GATE).text, GATE).fields[name] for name in ("csrf_token", "_key")}
    assert daniel.post(path, data=keys).location == f"/sign-in?next={path}"
    assert daniel.get(f"/sign-in?next={path}").location == f"{GATE}?next={path}"
    assert give(daniel, send, "daniel", f"{GATE}?next={path}").location == path
    assert send(daniel, path, action=path).status_code == 303


def test_on_an_own_device_it_is_asked_once_a_sign_in_and_not_at_each_visit(
    app: Flask, send: Send, clock: Clock
) -> None:
    joyce = half(app, "joyce", own_device=True)
    give(joyce, send, "joyce")

    clock.shift(dt.timedelta(days=29))
    assert is_whole(joyce)
    clock.shift(dt.timedelta(days=1))
    assert joyce.get("/inbox").location == "/sign-in?next=/inbox"


@pytest.mark.parametrize("own_device", [False, True])
def test_half_a_sign_in_lasts_half_an_hour_however_busy_it_is(app: Flask, clock: Clock, own_device: bool) -> None:
    joyce = half(app, "joyce", own_device=own_device)
    for _ in range(5):
        clock.shift(dt.timedelta(minutes=5))
        assert joyce.get(GATE).status_code == 200

    clock.shift(dt.timedelta(minutes=5))
    assert joyce.get(GATE).location == f"/sign-in?next={GATE}"


def test_a_partner_is_asked_for_nothing_more(client: Reader, send: Send, letters: Letters) -> None:
    ask(client, send, email_of("amina"), next="/account")

    assert send(client, "/sign-in/code", {"code": code_in(letters()[0])}).location == "/account"
    assert client.get(GATE).location == "/"
    assert client.get(APP).status_code == client.get(CODES).status_code == 404


def test_a_sign_in_from_before_a_role_is_not_enough_for_it(app: Flask, client: Reader, send: Send) -> None:
    """Even if a change of roles had not ended it: what counts is that the second factor was given."""
    client.set_cookie("signed-in", town.sign_in("amina"))
    row = row_of(client)
    row.confirmed_at = None
    db.session.commit()
    assert client.get("/account").status_code == 200
    council.give_role(email_of("amina"), Role.REVIEWER, by=PORTAL)
    row = row_of(client)
    row.ended_at = row.end_reason = None
    db.session.commit()

    assert client.get("/account").location == f"{GATE}?next=/account"


# --- Half a sign-in opens nothing else ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/account", "/inbox", "/home", "/review", "/organisations/new", APP, CODES])
def test_no_page_opens_half_way(app: Flask, path: str) -> None:
    joyce = half(app, "joyce")

    assert joyce.get(path).location == f"{GATE}?next={path}"
    for headers in ({"HX-Request": "true"}, PART_OF_A_PAGE):
        answer = joyce.get(path, headers=headers)
        assert (answer.status_code, answer.headers["HX-Redirect"], answer.data) == (401, GATE, b"")


def test_public_pages_open_as_they_do_for_strangers(app: Flask) -> None:
    joyce = half(app, "joyce")
    for path in ("/", "/grants", "/roles", "/privacy"):
        page = joyce.get(path)
        assert page.status_code == 200
        assert "Joyce" not in page.text
        assert 'href="/inbox"' not in page.text
        assert 'action="/sign-out"' in page.text


def test_its_pages_are_kept_by_no_cache(app: Flask) -> None:
    assert half(app, "joyce").get(GATE).headers["Cache-Control"] == "no-store"


def test_signing_out_half_way_ends_it(app: Flask, send: Send) -> None:
    joyce = half(app, "joyce")
    row = row_of(joyce)

    assert send(joyce, GATE, action="/sign-out").location == "/"
    db.session.rollback()
    assert row.ended_at is not None
    assert joyce.get(GATE).location == f"/sign-in?next={GATE}"


def test_signing_in_again_half_way_ends_the_half_before(app: Flask, send: Send, letters: Letters) -> None:
    joyce = half(app, "joyce")
    row = row_of(joyce)
    ask(app.test_client(), send, email_of("joyce"))  # type: ignore[arg-type]

    send(joyce, path_in(letters()[0]), action=path_in(letters()[0]))

    db.session.rollback()
    assert row.ended_at is not None


def test_a_form_sent_half_way_is_kept_and_goes_in_afterwards(app: Flask, as_: As, send: Send) -> None:
    before = as_("joyce")
    form = form_to(before.get("/account/name").text, "/account/name")
    joyce = half(app, "joyce")
    joyce.set_cookie("form", before.get_cookie("form").value)  # type: ignore[union-attr]

    led = joyce.post("/account/name", data={**form.fields, "name": "Joyce “Joy” Adeyemi"}).location
    assert led is not None
    [kept] = db.session.scalars(select(KeptForm)).all()
    assert led == f"{GATE}?next=/account/kept/{kept.ref}"
    assert "What you typed is kept. Finish signing in, and go on." in joyce.get(led).text
    assert joyce.get(f"/account/kept/{kept.ref}").location == led
    arrived = give(joyce, send, "joyce", led).location
    assert arrived == f"/account/kept/{kept.ref}"
    assert send(joyce, arrived, action="/account/name").status_code == 303
    assert "Joyce “Joy” Adeyemi" in unescape(joyce.get("/account").text)


def test_no_code_is_ever_kept(app: Flask, as_: As, send: Send, clock: Clock) -> None:
    joyce, recovering, whole = half(app, "joyce"), half(app, "joyce"), as_("joyce")
    forms = [(joyce, GATE), (recovering, RECOVERY), (whole, CODES)]
    opened = [(client, path, form_to(client.get(path).text, path).fields) for client, path in forms]
    clock.shift(dt.timedelta(hours=13))
    for client, path, fields in opened:
        typed = {"authenticator_code": "123456", "recovery_code": "ABCDEFGHJKMN"}
        assert (client.post(path, data={**fields, **typed}).location or "").startswith("/sign-in")

    kept = [dict(map(tuple, row.fields)) for row in db.session.scalars(select(KeptForm))]
    assert kept == [{"next": ""}]


# --- Typing codes ---------------------------------------------------------------------------------------------------


def test_a_wrong_code_is_said_and_can_be_tried_again(app: Flask, send: Send) -> None:
    joyce = half(app, "joyce")

    answer = send(joyce, GATE, {"authenticator_code": wrong_code("joyce")}, action=GATE)

    assert answer.status_code == 422
    assert "That is not the code in your app." in answer.text
    code = code_of("joyce")
    typed = {"authenticator_code": f" {code[:3]} {code[3:]} "}
    assert send(joyce, GATE, typed, action=GATE).status_code == 303


@pytest.mark.parametrize("typed", ["", "12", "abc def", "1234567", "💥", "１２３４５６"])
def test_what_is_no_code_is_no_server_error(app: Flask, send: Send, typed: str) -> None:
    joyce = half(app, "joyce")

    assert send(joyce, GATE, {"authenticator_code": typed}, action=GATE).status_code == 422
    assert send(joyce, RECOVERY, {"recovery_code": typed}, action=RECOVERY).status_code == 422


def test_a_code_that_was_used_is_refused_in_another_browser(app: Flask, send: Send) -> None:
    first, second = half(app, "joyce"), half(app, "joyce")
    assert give(first, send, "joyce", steps=1).status_code == 303

    refused = give(second, send, "joyce", steps=1)

    assert refused.status_code == 422
    assert "That code was used before." in refused.text
    assert not is_whole(second)


def test_the_same_press_twice_counts_once_and_leads_to_the_same_page(app: Flask) -> None:
    joyce = half(app, "joyce")
    form = form_to(joyce.get(f"{GATE}?next=/review").text, GATE)
    data = {**form.fields, "authenticator_code": code_of("joyce")}

    assert [joyce.post(GATE, data=data).location for _ in range(2)] == ["/review", "/review"]


def test_a_recovery_code_lets_in_once_and_says_how_many_are_left(app: Flask, send: Send) -> None:
    joyce, code = half(app, "joyce"), recovery_codes(BY_KEY["joyce"])[USED]

    arrived = send(joyce, f"{RECOVERY}?next=/review", {"recovery_code": code.lower()}, action=RECOVERY)

    assert arrived.location == "/review"
    assert "You used a recovery code. You have 6 left." in joyce.get("/review").text
    again = send(half(app, "joyce"), RECOVERY, {"recovery_code": code}, action=RECOVERY)
    assert again.status_code == 422
    assert "That is none of your recovery codes, or it was used before." in again.text


@pytest.mark.parametrize("path", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_nobody_is_led_elsewhere(app: Flask, send: Send, path: str) -> None:
    joyce = half(app, "joyce")

    answer = send(joyce, GATE, {"authenticator_code": code_of("joyce"), "next": path}, action=GATE)

    assert (answer.status_code, answer.location) == (303, "/")


# --- Setting up -----------------------------------------------------------------------------------------------------


def test_the_first_time_an_app_is_set_up(client: Reader, send: Send, letters: Letters) -> None:
    council.give_role(NEWCOMER, Role.REVIEWER, by=PORTAL)
    ask(client, send, NEWCOMER, next="/review")
    led = send(client, "/sign-in/code", {"code": code_in(letters()[-1])}).location
    led = client.get(led).location
    assert led == f"{SET_UP}?next=/review"
    page = client.get(led).text
    secret = shown_secret(page)
    assert shown_secret(client.get(led).text) == secret, "however often they look"
    assert f"secret={secret}" in page
    assert '<svg class="squares"' in page

    wrong = send(client, led, {"new_code": code_at(secret, step_at(utc_now()) + 7)}, action=SET_UP)
    assert wrong.status_code == 422
    assert shown_secret(wrong.text) == secret
    done = send(client, led, {"new_code": code_at(secret, step_at(utc_now()))}, action=SET_UP)

    assert (done.status_code, done.location) == (303, f"{CODES}?next=/review")
    page = client.get(done.location).text
    assert len(set(shown_codes(page))) == 10
    assert 'href="/account/name?next=/review"' in page, "we do not know their name yet"
    assert shown_codes(client.get(done.location).text) == [], "shown once"
    assert "You have 10 left." in client.get(CODES).text
    assert is_whole(client)


def test_what_is_carried_meanwhile_can_be_read_by_nobody(client: Reader, send: Send, letters: Letters) -> None:
    council.give_role(NEWCOMER, Role.REVIEWER, by=PORTAL)
    ask(client, send, NEWCOMER)
    send(client, path_in(letters()[-1]), action=path_in(letters()[-1]))
    secret = shown_secret(client.get(SET_UP).text)

    with client.session_transaction() as carried:
        assert secret not in str(dict(carried))
        assert "authenticator" in carried


def test_whoever_has_an_app_cannot_set_up_another_half_way(app: Flask, send: Send) -> None:
    joyce = half(app, "joyce")

    assert joyce.get(f"{SET_UP}?next=/review").location == f"{GATE}?next=/review"
    keys = form_to(joyce.get(GATE).text, GATE).fields
    assert joyce.post(SET_UP, data={**keys, "new_code": "123456"}).location == f"{GATE}?next=/"


def test_whoever_has_none_is_led_there_from_each_page(client: Reader) -> None:
    council.give_role(NEWCOMER, Role.REVIEWER, by=PORTAL)
    client.set_cookie("signed-in", town.sign_in_half(NEWCOMER))

    assert client.get(GATE).location == f"{SET_UP}?next=/"
    assert client.get(RECOVERY).location == f"{GATE}?next=/"
    assert client.get("/inbox").location == f"{GATE}?next=/inbox"


# --- Your account ---------------------------------------------------------------------------------------------------


def test_your_account_says_what_is_set_up(as_: As) -> None:
    html = as_("joyce").get("/account").text

    assert f'href="{APP}"' in html
    assert f'href="{CODES}"' in html
    assert "<dd>7</dd>" in html
    assert f'href="{APP}"' not in as_("amina").get("/account").text


def test_your_account_says_where_somebody_is_only_half_in(app: Flask, as_: As, send: Send) -> None:
    joyce, words = as_("joyce"), "The second step is still to come."
    assert words not in joyce.get("/account").text
    elsewhere = row_of(half(app, "joyce"))

    assert joyce.get("/account").text.count(words) == 1
    send(joyce, "/account", action=f"/account/sign-ins/{elsewhere.ref}/end")
    assert words not in joyce.get("/account").text


def test_changing_the_app(as_: As, send: Send) -> None:
    joyce, elsewhere = as_("joyce"), as_("joyce")
    secret = shown_secret(joyce.get(APP).text)
    typed = {"new_code": code_at(secret, step_at(utc_now())), "authenticator_code": wrong_code("joyce")}

    refused = send(joyce, APP, typed, action=APP)
    assert refused.status_code == 422
    assert shown_secret(refused.text) == secret
    done = send(joyce, APP, {**typed, "authenticator_code": code_of("joyce")}, action=APP)

    assert done.location == "/account"
    assert "Your new authenticator app counts from now on." in joyce.get("/account").text
    led = elsewhere.get("/inbox").location
    assert "Your authenticator app has changed, so we signed you out." in elsewhere.get(led or "").text
    assert shown_secret(joyce.get(APP).text) != secret


def test_making_new_recovery_codes(as_: As, send: Send) -> None:
    joyce = as_("joyce")
    refused = send(joyce, CODES, {"authenticator_code": wrong_code("joyce")}, action=CODES)
    assert refused.status_code == 422

    done = send(joyce, CODES, {"authenticator_code": code_of("joyce")}, action=CODES)

    assert done.location == CODES
    joyce.head(CODES)
    codes = shown_codes(joyce.get(CODES).text)
    assert len(codes) == 10
    assert shown_codes(joyce.get(CODES).text) == []
    again = send(as_("joyce"), CODES, {"authenticator_code": code_of("joyce")}, action=CODES)
    assert "That code was used before." in again.text


# --- The demonstration ----------------------------------------------------------------------------------------------


def test_the_demonstrations_doors_stand_for_both_factors(app: Flask, client: Reader, send: Send) -> None:
    pressed = send(client, "/sign-in", {"who": "joyce"}, action="/demo/sign-in")
    assert pressed.status_code == 303
    assert is_whole(client)
    by_link: Any = app.test_client()
    link = link_for(email_of("martin")).removeprefix("http://localhost")
    assert send(by_link, link).location == "/"
    assert is_whole(by_link)


def test_in_production_such_a_link_is_worth_an_email_and_no_more(
    app: Flask, client: Reader, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_for(email_of("martin")).removeprefix("http://localhost")
    monkeypatch.setattr("portal.accounts.actions.is_production", lambda: True)

    assert send(client, link).location == f"{GATE}?next=/"
    assert not is_whole(client)


def test_the_demonstration_prints_the_code_for_the_second_factor(app: Flask, send: Send, clock: Clock) -> None:
    runner = app.test_cli_runner()

    def printed(email: str) -> str:
        return runner.invoke(args=["demo", "code", email]).output.strip()

    assert printed(email_of("joyce")) == code_of("joyce")
    for _ in range(2):
        joyce = half(app, "joyce")
        code = printed(" Joyce.Adeyemi@example.org")
        assert send(joyce, GATE, {"authenticator_code": code}, action=GATE).status_code == 303
    for nobody in ("nobody@example.org", email_of("amina")):
        assert runner.invoke(args=["demo", "code", nobody]).exit_code == 1


def test_who_is_who_tells_no_secret(app: Flask) -> None:
    output = app.test_cli_runner().invoke(args=["demo", "people"]).output

    assert all(member.secret not in output for member in town.CAST)
    assert set(re.findall(r'"(\w+)":', output)) == {"name", "email", "role", "organisation", "what"}
