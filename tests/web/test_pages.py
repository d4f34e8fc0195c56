"""Pages and their parts, and the way on: never out of the portal."""

from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask, get_flashed_messages
from hypothesis import example, given
from hypothesis import strategies as st

from portal.kit.text import N_, Say
from portal.web.pages import away, go, page, safe_next, tell
from tests.house.posts import PART_OF_A_PAGE
from tests.reader import Reader, form_to

OURS = "https://partners.example.org"
ATTACKS = (
    *("//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example"),
    *("/\\/evil.example", "https://evil.example", "http:evil.example", "https:/evil.example", "HTTPS://evil.example"),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"),
    *("/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example", "\x00/home"),
    *("/home\r\nSet-Cookie: a=b", "/home\r\n\r\n<script>", "/home\x00", "/\x7f/evil.example", "/\x85/evil.example"),
    *("evil.example", "home", "", "?next=//evil.example", "#//evil.example", ".", "..//evil.example", "@evil.example"),
    *("/" + "a" * 3000, "//evil.example@partners.example.org", "/\u2028/evil.example", "/\u3000/evil.example"),
    *("\u2215\u2215evil.example", "/\u202e/evil.example", "/\u200b/evil.example"),
)
FINE = (
    *("/", "/home", "/applications/GC-7K4Q-2M9T-XW?then=check#title", "/invitations/abc", "/grants/autumn-2026/start"),
    *("/．．//evil.example", "/;@evil.example", "/home?next=//evil.example"),
)


def stays(path: str) -> bool:
    """Whether a browser that follows this path from a page of ours is still with us, however it reads it."""
    seen = [path, path.replace("\\", "/"), "".join(c for c in path if c not in "\t\r\n").lstrip()]
    return all(urlsplit(urljoin(f"{OURS}/sign-in", each)).netloc == urlsplit(OURS).netloc for each in seen)


@pytest.mark.parametrize("path", FINE)
def test_a_path_of_ours_is_gone_back_to(path: str) -> None:
    assert safe_next(path) == path
    assert stays(path)


@pytest.mark.parametrize("path", ATTACKS)
def test_nothing_leads_elsewhere(path: str) -> None:
    assert safe_next(path) is None


@given(st.one_of(st.text(), st.text(alphabet="/\\:.@evil?#\t\n \x00"), st.sampled_from(ATTACKS)))
@example("/\\/")
@example("/:80/")
def test_what_is_let_through_stays_here(path: str) -> None:
    found = safe_next(path)
    assert found in (path, None)
    if found is not None:
        assert stays(found)
        assert found.isprintable()


@pytest.mark.parametrize("path", ATTACKS)
def test_signing_in_leads_nowhere_else(sqlite_app: Flask, path: str) -> None:
    client: Any = sqlite_app.test_client()
    shown = client.get("/sign-in", query_string={"next": path})
    fields = form_to(shown.text, "/sign-in").fields
    assert fields["next"] == [""]
    sent = client.post("/sign-in", data={**fields, "email": "ada@example.org", "next": path})
    assert (sent.status_code, sent.location) == (303, "/sign-in/code")
    with client.session_transaction() as session:
        assert session["sign_in"]["next"] is None


def test_a_part_is_given_to_htmx_alone_and_only_where_there_is_one(sqlite_app: Flask) -> None:
    def shown(headers: dict[str, str], part: str | None = "web/_logo") -> str:
        with sqlite_app.test_request_context("/", headers=headers):
            return page("accounts/link_ended", part=part).get_data(as_text=True)

    assert shown(PART_OF_A_PAGE).startswith("<svg")
    for headers in (
        {},
        {"HX-Request": "true"},
        {"HX-Request-Type": "partial"},
        {"HX-Request": "true", "HX-Request-Type": "full"},
    ):
        assert shown(headers).startswith("<!doctype html>")
    assert shown(PART_OF_A_PAGE, part=None).startswith("<!doctype html>")


def test_the_way_on_is_a_303_within_the_portal(sqlite_app: Flask) -> None:
    with sqlite_app.test_request_context("/", headers={"Host": "evil.example"}):
        onward, back = go("funds.show", code="autumn-2026"), away("/home")
    assert (onward.status_code, onward.location) == (303, "/grants/autumn-2026")
    assert (back.status_code, back.location) == (303, "/home")


def test_what_is_told_is_said_once_on_the_next_page(sqlite_app: Flask) -> None:
    with sqlite_app.test_request_context("/"):
        tell(Say(N_("{number} done."), number=3))
        tell(N_("Careful."), "warning")
        assert get_flashed_messages(with_categories=True) == [("done", "3 done."), ("warning", "Careful.")]


def test_head_works_wherever_get_does(client: Reader) -> None:
    for path in ("/", "/grants", "/grants/autumn-2026", "/sign-in", "/roles", "/privacy"):
        full, head = client.get(path), client.head(path)
        assert (head.status_code, head.data) == (full.status_code, b"")
        assert head.content_type == full.content_type
