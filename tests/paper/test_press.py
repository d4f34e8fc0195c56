"""The press: a tagged PDF with title and language, nothing fetched, and a plain failure where there is none."""

import os
import re
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from portal.paper import press

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'
)


def info(pdf: bytes, folder: Path) -> dict[str, str]:
    """What pdfinfo, which nobody here wrote, says of a PDF."""
    path = folder / "made.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in said.splitlines())}


def unpacked(pdf: bytes) -> bytes:
    """Everything in a PDF, its packed parts as well."""
    parts = [pdf]
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(part))
    return b"".join(parts)


def test_it_is_tagged_and_says_its_title_and_language(tmp_path: Path) -> None:
    pdf = press.press(PAGE.format(title="Application GC-1", body="<h1>Tea</h1><p>Words</p>"), "p { color: #111 }")
    found = info(pdf, tmp_path)
    assert (found["Title"], found["Tagged"], found["Pages"]) == ("Application GC-1", "yes", "1")
    inside = unpacked(pdf)
    assert re.search(rb"/Lang\s*\(en\)", inside)
    assert b"pdfuaid" in inside, "it says that it is PDF/UA"


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORD")
    body = f'<p>Words</p><img src="file://{secret}" alt="x"><img src="http://127.0.0.1:9/x.png" alt="y">'
    body += f'<link rel="attachment" href="file://{secret}">'
    pdf = press.press(PAGE.format(title="Fetch", body=body), "")
    assert b"SECRETWORD" not in unpacked(pdf)
    assert b"EmbeddedFile" not in unpacked(pdf)


def test_the_process_is_told_no_setting_of_the_portal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_SECRET_KEY", "nobody may know")
    kept = {name for name in press.KEPT if name in os.environ}
    assert not any(name.startswith("PORTAL") or name == "DATABASE_URL" for name in kept)


def test_what_cannot_be_made_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(press.PressFailed):
        press.press(PAGE.format(title="x", body="x"), "")
    monkeypatch.setattr(sys, "executable", "/nothing/here")
    with pytest.raises(press.PressFailed):
        press.press(PAGE.format(title="x", body="x"), "")


def test_a_page_beyond_all_reason_is_not_begun() -> None:
    with pytest.raises(press.PressFailed, match="too long"):
        press.press("x" * (press.CHARACTERS_MOST + 1), "")


def test_a_machine_without_pango_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    press.why_not.cache_clear()
    monkeypatch.setattr(press, "find_library", lambda name: None)
    said = press.why_not()
    press.why_not.cache_clear()
    assert said is not None
    assert "libpangoft2-1.0-0" in dict(said.values).values()


def test_the_portal_itself_never_loads_it() -> None:
    """It takes seconds and tens of megabytes, in each of a server's processes."""
    code = "import sys, portal.app, portal.site; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
