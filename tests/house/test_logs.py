"""The log holds nothing that anybody typed, wherever they typed it, and says of each request what is needed."""

import json
import logging
from typing import Any

import pytest
from flask import Flask

from portal.mail.sender import send_due
from tests.house.posts import POSTS, Visit, new_key, prepare, visit
from tests.house.subjects import look_around
from tests.mail.sinks import Sink, free_port, mail_server, set_to, write

WORD = "zqlogcanary"
KEPT = {"csrf_token", "_key", "version", "seen", "read", "listed"}
"""What a form needs to be looked at at all."""
TRACES = {
    "X-Request-Id": f"{WORD} {WORD}",
    "X-Correlation-Id": WORD,
    "User-Agent": WORD,
    "Referer": f"http://localhost/{WORD}",
    "X-Forwarded-For": WORD,
    "Accept-Language": WORD,
}
FIELDS = {"event", "request", "level", "timestamp", "method", "route", "status", "ms", "statements"}


def lines(said: str) -> list[dict[str, Any]]:
    """What was logged; every line is one of ours."""
    return [json.loads(line) for line in said.splitlines()]


@pytest.mark.parametrize("endpoint", POSTS)
def test_no_form_leaves_what_was_typed_in_the_log(
    lived_in_sqlite: Flask, endpoint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    form = prepare(lived_in_sqlite, look_around(), POSTS[endpoint])
    capsys.readouterr()
    form.client.strict = False
    for value in (f"{WORD}@example.org", WORD, f"{WORD}\n{{'event': 'forged'}}"):
        data = {name: old if name in KEPT else value for name, old in form.data.items()} | {
            "_key": new_key(),
            WORD: WORD,
        }
        answer = form.client.post(f"{form.path}?q={WORD}", data=data, headers=form.headers | {"User-Agent": WORD})
        assert answer.status_code < 500
    captured = capsys.readouterr()
    assert WORD not in captured.out + captured.err
    found = [line for line in lines(captured.out) if line["event"] == "request"]
    assert [line["method"] for line in found] == ["POST"] * 3


def test_no_address_header_or_query_is_in_the_log(lived_in_sqlite: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    there: Visit = visit(lived_in_sqlite, look_around(), "wei")
    for path in (
        f"/sign-in/link/{WORD}",
        f"/invitations/{WORD}",
        f"/applications/{WORD}",
        f"/outbox?q={WORD}@example.org",
        f"/outbox/{WORD}",
        f"/{WORD}/{WORD}?{WORD}={WORD}",
        f"/grants/{WORD}%00%0a{WORD}",
        f"/health/ready?{WORD}={WORD}",
        f"/static/{WORD}.css",
    ):
        answer = there.client.get(path, headers=TRACES)
        assert WORD not in answer.headers.get("X-Request-Id", "")
    there.client.open("/outbox", method=WORD.upper())
    captured = capsys.readouterr()
    assert WORD not in (captured.out + captured.err).lower()
    found = [line for line in lines(captured.out) if line["event"] == "request"]
    assert {frozenset(line) for line in found} == {frozenset(FIELDS)}
    assert "/applications/<ref>" in {line["route"] for line in found}


def test_the_line_of_a_request_carries_the_number_that_its_error_page_shows(
    lived_in_sqlite: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    there = visit(lived_in_sqlite, look_around(), "amina")
    page = there.client.get("/nothing/here", headers={"X-Request-Id": "ours"})
    [line] = lines(capsys.readouterr().out)
    assert page.headers["X-Request-Id"] == line["request"] != "ours"
    assert f"Number of this request, for the team: {line['request']}" in page.text
    assert (line["route"], line["status"]) == (None, 404)


def test_it_counts_the_statements_of_a_request(lived_in_sqlite: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    there = visit(lived_in_sqlite, look_around(), "amina")
    capsys.readouterr()
    there.client.get("/health/live")
    there.client.get("/applications")
    none, some = lines(capsys.readouterr().out)
    assert none["statements"] == 0
    assert 0 < some["statements"] <= 8


def test_what_is_sent_and_refused_by_mail_leaves_no_address(
    sqlite_app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    sink = Sink()
    sink.answers[f"{WORD}@example.org"] = f"550 <{WORD}@example.org> is not here"
    for to, text in ((f"{WORD}@example.org", WORD), (f"fine.{WORD}@example.org", WORD), ("x@example.org", WORD)):
        write(to, WORD if to != "x@example.org" else f"{WORD}\nBcc: {WORD}", text)
    with mail_server(sqlite_app, sink):
        assert send_due() == 1
    write(f"{WORD}@example.org", WORD, WORD)
    with set_to(sqlite_app, f"smtp://{WORD}:{WORD}@127.0.0.1:{free_port()}"):
        assert send_due() == 0
    captured = capsys.readouterr()
    assert WORD not in captured.out + captured.err
    assert [line["event"] for line in lines(captured.out)] == ["mail_away"]


def test_what_libraries_say_is_a_line_like_ours_without_its_values(
    sqlite_app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("some.library")
    logger.warning("Could not reach %s", WORD)
    logger.warning(f"Could not reach {WORD}")
    try:
        raise ValueError(WORD)
    except ValueError:
        logger.exception("Broken: %s", WORD)
    found = lines(capsys.readouterr().out)
    assert [(line["event"], line["logger"], line["level"]) for line in found] == [
        ("Could not reach %s", "some.library", "warning"),
        ("library", "some.library", "warning"),
        ("Broken: %s", "some.library", "error"),
    ]
    assert found[2]["error"] == "ValueError"
    assert all(line["timestamp"] for line in found)
    assert WORD not in json.dumps(found)
