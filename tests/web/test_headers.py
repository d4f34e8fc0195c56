"""Every answer carries its headers: pages, redirects, refusals, faults and files."""

import gzip
import json
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask import Flask

from portal.config import ROOT
from portal.web.headers import FIXED
from tests import town
from tests.reader import Reader
from tests.web.probes import nowhere, probed

MANIFEST: dict[str, str] = json.loads((ROOT / "static" / "dist" / "manifest.json").read_text(encoding="utf-8"))
STYLE = f"/static/{MANIFEST['portal.css']}"

ANSWERS = {
    "/privacy": 200,
    "/account": 303,
    "/probe/refuse/not-allowed": 403,
    "/nothing": 404,
    "/probe/stop/405": 405,
    "/probe/refuse/clash": 409,
    "/probe/refuse/invalid": 422,
    "/probe/refuse/too-many": 429,
    "/probe/boom": 500,
    "/probe/lose/pool": 503,
    STYLE: 200,
    f"/static/{MANIFEST['logo.svg']}": 200,
    "/static/nothing.css": 404,
}


def reader_of(app: Flask, key: str = "") -> Reader:
    """Somebody at a portal, signed in where a key is given."""
    client: Any = app.test_client()
    if key:
        client.set_cookie("signed-in", town.sign_in(key))
    return client


def test_the_policy_lets_in_our_own_files_and_nothing_else() -> None:
    policy = dict(part.split(" ", 1) for part in FIXED["Content-Security-Policy"].split("; "))
    assert policy.pop("img-src") == "'self' data:"
    own = {"script-src", "style-src", "connect-src", "manifest-src", "form-action"}
    assert {name: policy.pop(name) for name in own} == dict.fromkeys(own, "'self'")
    assert policy == dict.fromkeys(("default-src", "base-uri", "frame-ancestors", "object-src"), "'none'")


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_kind_of_answer_carries_them(probe: Reader, path: str, status: int) -> None:
    for method in ("GET", "HEAD"):
        answer = probe.open(path, method=method)
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in FIXED} == FIXED
        assert "Strict-Transport-Security" not in answer.headers, "not without TLS"
        assert "Server" not in answer.headers
        answer.close()


def test_so_do_the_plain_line_and_what_is_too_large(probe: Reader, tmp_path: Path) -> None:
    with probed(nowhere(tmp_path)) as app:
        plain = reader_of(app).get("/")
    large = probe.post("/sign-in", data={"email": "x" * 3_000_000})
    for answer, status in ((plain, 503), (large, 413)):
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in FIXED} == FIXED


@pytest.mark.parametrize("path", ["/privacy", "/account", "/nothing", "/probe/boom", STYLE])
def test_over_tls_browsers_are_told_to_stay_there(secure_app: Flask, path: str) -> None:
    answer = reader_of(secure_app).get(path)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    answer.close()


@pytest.mark.parametrize("path", [path for path in ANSWERS if not path.startswith("/static/portal")])
def test_every_answer_varies_by_who_asks_and_for_what(probe: Reader, path: str) -> None:
    answer = probe.get(path)
    if answer.content_type.startswith("text/html"):
        assert {"cookie", "hx-request-type"} <= {word.lower() for word in answer.vary}
    answer.close()


def test_what_somebody_signed_in_sees_is_stored_nowhere(probe_app: Flask) -> None:
    client = reader_of(probe_app, "amina")
    for path in ("/privacy", "/account", "/home", "/nothing", "/probe/boom", "/probe/settings"):
        assert client.get(path).headers["Cache-Control"] == "no-store", path


def test_a_public_page_may_be_kept_by_the_browser_that_asks_again(probe: Reader) -> None:
    assert probe.get("/privacy").headers["Cache-Control"] == "private, no-cache"
    assert probe.get("/account").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("status", [400, 404, 409, 500])
def test_an_error_is_stored_nowhere(probe: Reader, status: int) -> None:
    assert probe.get(f"/probe/stop/{status}").headers["Cache-Control"] == "no-store"


def test_files_are_kept_for_a_year_where_their_name_says_what_is_in_them(probe: Reader) -> None:
    style, manifest = probe.get(STYLE), probe.get("/static/manifest.json")
    assert "immutable" in style.headers["Cache-Control"]
    assert "immutable" not in manifest.headers.get("Cache-Control", "")
    style.close()
    manifest.close()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../portal/config.py",
        "/static/%2e%2e/%2e%2e/portal/config.py",
        "/static/..%2f..%2fportal/config.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/",
        "/.git/config",
        "/instance/secret_key",
        "/portal/config.py",
    ],
)
def test_no_other_file_is_given_out(probe: Reader, path: str) -> None:
    answer = probe.get(path)
    assert answer.status_code == 404
    answer.close()


@pytest.mark.parametrize(("coding", "undo"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_pages_are_compressed_as_the_browser_can_read_it(probe: Reader, coding: str, undo: Any) -> None:
    probe.strict = False
    plain, packed = probe.get("/privacy"), probe.get("/privacy", headers={"Accept-Encoding": coding})
    assert packed.headers["Content-Encoding"] == coding
    assert "accept-encoding" in {word.lower() for word in packed.vary}
    assert len(packed.data) < len(plain.data)
    assert b"<h1" in undo(packed.data)


def test_files_are_compressed_too(probe: Reader) -> None:
    for coding in ("br", "gzip"):
        answer = probe.get(STYLE, headers={"Accept-Encoding": coding})
        assert answer.headers["Content-Encoding"] == coding
        answer.close()


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1"])
def test_a_forged_host_is_repeated_nowhere(probe: Reader, host: str) -> None:
    for path in ("/", "/account", "/sign-in", "/nothing"):
        answer = probe.get(path, headers={"Host": host, "X-Forwarded-Host": host})
        assert host.split(":")[0] not in answer.text.replace("http://localhost", "")
        assert host.split(":")[0] not in (answer.location or "")


def test_production_answers_to_its_own_name_alone(tmp_path: Path) -> None:
    own = {"production": True, "demo": False, "base_url": "https://partners.example.org"}
    with probed(nowhere(tmp_path, **own)) as app:
        client = reader_of(app)
        assert client.get("/nothing", headers={"Host": "partners.example.org"}).status_code == 404
        assert client.get("/nothing", headers={"Host": "evil.example"}).status_code == 400
        assert client.get("/nothing", headers={"Host": "partners.example.org.evil.example"}).status_code == 400


def test_forwarded_headers_count_only_from_proxies_of_ours(probe: Reader) -> None:
    answer = probe.get("/account", headers={"X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/evil"})
    assert answer.location == "/sign-in?next=/account"
    assert "Strict-Transport-Security" not in answer.headers


def test_a_line_of_log_says_which_route_and_not_which_address(
    probe: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    probe.get("/sign-in/link/a-very-secret-token?email=amina@example.org")
    probe.post("/sign-in", data={"email": "amina@example.org"})
    heard = capsys.readouterr().out
    [first, second] = [json.loads(line) for line in heard.splitlines() if line.startswith("{")]
    assert (first["route"], first["status"], first["method"]) == ("/sign-in/link/<token>", 410, "GET")
    assert (second["route"], second["status"]) == ("/sign-in", 400)
    assert first["timestamp"].endswith("Z"), "in UTC"
    assert "secret-token" not in heard
    assert "amina" not in heard


@pytest.mark.parametrize("path", ['/nothing%0a{"event": "request"}', "/sign-in?next=%0d%0aforged", "/%00%0a"])
def test_nobody_else_writes_a_line_of_the_log(probe: Reader, capsys: pytest.CaptureFixture[str], path: str) -> None:
    probe.get(path, headers={"User-Agent": "forged", "Referer": "http://localhost/forged"})
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["event"] == "request"
    assert "forged" not in line


def test_each_request_has_a_number_of_its_own(probe: Reader) -> None:
    numbers = {probe.get("/privacy").headers["X-Request-Id"] for _ in range(20)}
    assert len(numbers) == 20
    assert probe.get("/privacy", headers={"X-Request-Id": "mine"}).headers["X-Request-Id"] != "mine"
