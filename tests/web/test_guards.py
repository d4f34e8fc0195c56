"""Guards: who is let through, who is sent to sign in, and who is told that their role does not include it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.kit.errors import Misconfigured
from portal.permissions import Permission as P
from portal.web.guards import PUBLIC, Guard, by_link, guard_of, public, requires
from tests.house.posts import PART_OF_A_PAGE
from tests.reader import Reader

HTMX = {"HX-Request": "true"}


def view() -> str:
    """Nothing much."""
    return "seen"


def test_a_guard_is_written_on_the_view() -> None:
    assert public(view).guard == PUBLIC  # type: ignore[attr-defined]
    assert requires(P.IMPACT_READ, P.PANEL_READ)(view).guard == Guard(  # type: ignore[attr-defined]
        "requires", frozenset({P.IMPACT_READ, P.PANEL_READ})
    )
    assert by_link("sign_in")(view).guard == Guard("by_link", purpose="sign_in")  # type: ignore[attr-defined]


def test_a_route_without_one_is_known_by_name() -> None:
    app = Flask("bare")
    app.add_url_rule("/", "bare", lambda: "seen")
    with pytest.raises(Misconfigured, match="bare"):
        guard_of(app, "bare")


def test_a_route_added_behind_the_back_of_the_start_is_not_served(probe_app: Flask) -> None:
    probe_app.add_url_rule("/late", "late", lambda: "seen")
    with pytest.raises(Misconfigured, match="late"):
        probe_app.test_client().get("/late")


@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("/account", "/sign-in?next=/account"),
        ("/account?after=abc", "/sign-in?next=/account?after%3Dabc"),
        ("/account?", "/sign-in?next=/account"),
        ("/applications/GC-1//evil.example", None),
    ],
)
def test_whoever_is_not_signed_in_comes_back_afterwards(client: Reader, asked: str, back: str | None) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.location) == ((303, back) if back else (404, None))


def test_nobody_is_led_back_to_what_they_sent(client: Reader) -> None:
    page = client.get("/sign-in").text
    word = page.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post("/account/name", data={"csrf_token": word, "_key": "k" * 16, "name": "X"})
    assert (answer.status_code, answer.location) == (303, "/sign-in")


@pytest.mark.parametrize("headers", [HTMX, PART_OF_A_PAGE])
def test_htmx_is_told_by_header(client: Reader, headers: dict[str, str]) -> None:
    answer = client.get("/account", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"], answer.data) == (401, "/sign-in", b"")
    assert answer.location is None


def test_any_one_of_the_permissions_is_enough(as_: Callable[[str], Reader]) -> None:
    path = "/review/rounds/autumn-2026/conflicts"
    assert as_("daniel").get(path).status_code == 200, "a reviewer"
    assert as_("joyce").get(path).status_code == 200, "an approver"
    assert as_("helen").get(path).status_code == 403, "the programme lead is neither"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_role_without_the_permission_is_told_so(as_: Callable[[str], Reader], method: str) -> None:
    assert as_("amina").open("/inbox", method=method).status_code == 403


def test_options_are_no_way_round(client: Reader) -> None:
    assert client.options("/account").status_code == 303
    assert client.options("/review").status_code == 303


def test_the_method_cannot_be_overridden(as_: Callable[[str], Reader]) -> None:
    client: Any = as_("amina")
    for headers in ({"X-HTTP-Method-Override": "POST"}, {"X-Method-Override": "POST"}):
        assert client.get("/account/name?_method=POST&name=X", headers=headers).status_code == 200
    assert "Amina Yusuf" in client.get("/account").text
