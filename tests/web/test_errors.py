"""Whatever goes wrong is said in plain words, with a number for the team, and without a word of what is inside."""

import json
import re
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.house.posts import PART_OF_A_PAGE
from tests.reader import Reader
from tests.web.probes import SECRET, nowhere, probed

STATUS = {
    "not-allowed": 403,
    "not-there": 404,
    "wrong-state": 409,
    "clash": 409,
    "gone": 410,
    "invalid": 422,
    "too-many": 429,
}
INSIDES = re.compile(r"Traceback|File \"|sqlalchemy|werkzeug|SELECT|\.py\b", re.IGNORECASE)


def lines(captured: str) -> list[dict[str, object]]:
    """The lines of log, each as what it holds."""
    return [json.loads(line) for line in captured.splitlines() if line.startswith("{")]


def nothing_of_the_inside(answer: TestResponse) -> None:
    """Fail an answer that shows how the portal is made, or what somebody typed."""
    assert not INSIDES.search(answer.text)
    assert SECRET not in answer.text


@pytest.mark.parametrize(("kind", "status"), STATUS.items())
def test_a_refusal_says_its_sentence_with_the_number_of_the_request(probe: Reader, kind: str, status: int) -> None:
    answer = probe.get(f"/probe/refuse/{kind}")
    assert answer.status_code == status
    assert answer.headers["X-Request-Id"] in answer.text
    nothing_of_the_inside(answer)


def test_a_refusals_values_are_escaped(probe: Reader) -> None:
    answer = probe.get("/probe/refuse/named")
    assert "There is no &lt;b&gt;cat&lt;/b&gt; here." in answer.text


def test_what_is_said_on_the_next_page_is_escaped(probe: Reader) -> None:
    assert "&lt;b&gt;said&lt;/b&gt;" in probe.get("/probe/whisper").text


@pytest.mark.parametrize("status", [400, 403, 404, 405, 406, 409, 413, 415, 418, 431, 500, 501, 503])
def test_every_status_has_a_page_of_ours(probe: Reader, status: int) -> None:
    answer = probe.get(f"/probe/stop/{status}")
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["X-Request-Id"] in answer.text
    nothing_of_the_inside(answer)


def test_an_address_that_is_not_there_is_not_repeated(probe: Reader) -> None:
    answer = probe.get("/nothing/<script>alert(1)</script>?q=%3Cscript%3E")
    assert answer.status_code == 404
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST", "TRACE", "BREW"])
def test_a_method_that_no_route_has_is_told_so(probe: Reader, method: str) -> None:
    assert probe.open("/privacy", method=method).status_code == 405


def test_what_is_too_large_is_told_so(probe: Reader) -> None:
    answer = probe.post("/sign-in", data={"email": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_what_has_too_many_parts_is_told_so(probe: Reader) -> None:
    many = {f"field-{number}": "x" for number in range(2_100)}
    answer = probe.post("/sign-in", data=many, content_type="multipart/form-data")
    assert answer.status_code == 413


def test_a_break_is_said_without_what_is_inside(probe: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    answer = probe.get("/probe/boom")
    assert answer.status_code == 500
    assert "It is our fault" in answer.text
    nothing_of_the_inside(answer)
    heard = capsys.readouterr().out
    broken = next(line for line in lines(heard) if line["event"] == "broken")
    assert broken["request"] == answer.headers["X-Request-Id"]
    assert broken["error"] == "RuntimeError"
    assert "probes.py" in str(broken["where"])
    assert SECRET not in heard, "what people typed stands in messages, and is no line of log"


def test_a_break_in_the_database_is_logged_without_what_was_written(
    probe: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = probe.get("/probe/twin")
    assert answer.status_code == 500
    nothing_of_the_inside(answer)
    heard = capsys.readouterr().out
    assert "IntegrityError" in heard
    assert SECRET not in heard


@pytest.mark.parametrize("kind", ["operation", "interface", "pool"])
def test_a_lost_database_is_said_and_worth_another_try(
    probe: Reader, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    answer = probe.get(f"/probe/lose/{kind}")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    nothing_of_the_inside(answer)
    assert SECRET not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 503), ("/grants", 503), ("/nothing/here", 404), ("/probe/boom", 500), ("/probe/refuse/gone", 410)],
)
def test_without_a_database_there_is_still_a_plain_line(tmp_path: Path, path: str, status: int) -> None:
    with probed(nowhere(tmp_path)) as app:
        answer = app.test_client().get(path)
    assert answer.status_code == status
    assert answer.content_type == "text/plain; charset=utf-8"
    assert len(answer.text.splitlines()) == 1
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    nothing_of_the_inside(answer)


def test_htmx_gets_a_whole_page_that_says_what_is_wrong(probe: Reader) -> None:
    probe.strict = False
    answer = probe.get("/probe/refuse/gone", headers=PART_OF_A_PAGE)
    assert answer.status_code == 410
    assert answer.text.lower().lstrip().startswith("<!doctype html>")


def test_a_head_request_is_told_the_same_without_a_page(probe: Reader) -> None:
    for path, status in (("/probe/boom", 500), ("/nothing", 404), ("/probe/lose/pool", 503)):
        answer = probe.head(path)
        assert (answer.status_code, answer.data) == (status, b"")
