"""Who is asking: a cookie that says nothing by itself, that scripts cannot read, and that goes nowhere else."""

from typing import Any

import pytest
from flask import Flask, g

from portal.web.identity import forget, me, person, remember
from tests import town
from tests.reader import Reader

BASE = "https://partners.example.org"


def cookies(answer: Any) -> dict[str, set[str]]:
    """The cookies that an answer sets, each with its attributes."""
    found = {}
    for line in answer.headers.getlist("Set-Cookie"):
        first, *rest = line.split("; ")
        found[first.split("=")[0]] = {part for part in rest if not part.startswith(("Expires", "Max-Age"))}
    return found


def test_over_tls_cookies_keep_to_this_host_and_to_tls(secure_app: Flask) -> None:
    client = secure_app.test_client()
    page = client.get("/sign-in", base_url=BASE)
    assert cookies(page) == {"__Host-form": {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}}
    with secure_app.test_request_context("/", base_url=BASE):
        kept = remember(secure_app.make_response(""), "token", own_device=False)
        gone = forget(secure_app.make_response(""), own_device=False)
    for answer in (kept, gone):
        assert cookies(answer) == {"__Host-signed-in": {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}}


def test_without_tls_they_have_plain_names(sqlite_app: Flask) -> None:
    assert cookies(sqlite_app.test_client().get("/sign-in")) == {"form": {"HttpOnly", "Path=/", "SameSite=Lax"}}


def test_a_shared_computer_forgets_and_an_own_device_keeps_thirty_days(sqlite_app: Flask) -> None:
    with sqlite_app.test_request_context("/"):
        shared = remember(sqlite_app.make_response(""), "token", own_device=False).headers["Set-Cookie"]
        own = remember(sqlite_app.make_response(""), "token", own_device=True).headers["Set-Cookie"]
    assert "Max-Age" not in shared
    assert "Expires" not in shared
    assert "Max-Age=2592000" in own


def test_over_tls_a_cookie_of_the_plain_name_is_nobodys(secure_app: Flask) -> None:
    client: Any = secure_app.test_client()
    client.set_cookie("signed-in", town.sign_in("amina"), domain="partners.example.org")
    assert client.get("/account", base_url=BASE).status_code == 303


@pytest.mark.parametrize(
    "token",
    ["", "nonsense", "'; DROP TABLE people; --", "%00", "é" * 20, "x" * 99, "x" * 100, "x" * 3900, "null", "0", '"'],
)
def test_a_token_that_is_none_is_nobodys(client: Reader, token: str) -> None:
    client.set_cookie("signed-in", token)
    assert client.get("/account").status_code == 303
    assert client.get("/privacy").status_code == 200


def test_a_spoilt_session_cookie_is_an_empty_one(client: Reader) -> None:
    for spoilt in ("nonsense", "eyJzaWduX2luIjp7InJlZiI6IngifX0.x.y", "." * 50, "é"):
        client.set_cookie("form", spoilt)
        assert client.get("/sign-in/code").location == "/sign-in"


def test_who_asks_is_looked_up_once_a_request(sqlite_app: Flask) -> None:
    asked = []
    sqlite_app.extensions["portal_identity"], kept = asked.append, sqlite_app.extensions["portal_identity"]
    try:
        with sqlite_app.app_context(), sqlite_app.test_request_context("/", headers={"Cookie": "signed-in=token"}):
            g.pop("someone", None)
            assert me() is None
            assert me() is None
    finally:
        sqlite_app.extensions["portal_identity"] = kept
    assert asked == ["token"]


def test_a_view_that_forgot_its_guard_breaks_rather_than_guess(sqlite_app: Flask) -> None:
    with sqlite_app.app_context(), sqlite_app.test_request_context("/"), pytest.raises(RuntimeError, match="guard"):
        person()
