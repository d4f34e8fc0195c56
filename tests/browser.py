"""Chromium for the tests: the machine's own, driven by Playwright, which would otherwise fetch one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from portal.assets import find_node

ROOT = Path(__file__).resolve().parent.parent
# The first is Chromium without a window to draw, which opens a page in four fifths of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
UNPACKED = ROOT / ".venv" / "chromium" / "chromium"  # tests/needs.sh puts one here without root
PATIENCE = 10_000  # milliseconds

# It asks nobody on the internet for anything, and runs as root on a build machine.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """The browser's program. Raises RuntimeError, with the command that installs one."""
    found = next(filter(None, map(shutil.which, NAMES)), None) or (str(UNPACKED) if UNPACKED.is_file() else None)
    if found is None:
        raise RuntimeError("Chromium is missing. On Debian: apt-get install chromium")
    return found


@contextmanager
def running_browser() -> Iterator[Browser]:
    """A browser for as long as the block lasts."""
    # Playwright's own Node.js needs a library that a bare Debian lacks; the one for the assets does not.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", find_node() or "")
    brought = UNPACKED.parent  # the unpacked browser comes with libraries and a font of its own
    extra = {"LD_LIBRARY_PATH": f"{brought}/lib", "FONTCONFIG_FILE": f"{brought}/fonts.conf"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=list(FLAGS),
            env={**os.environ, **(extra if chromium() == str(UNPACKED) else {})},
        )
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser, base_url: str, *, width: int = 1280, script: bool = True, trouble: tuple[str, ...] = ()
) -> Iterator[Page]:
    """A person with a fresh browser. Raises AssertionError at the end if the console complained meanwhile.

    `trouble` is what it may complain of, because the test itself breaks the line.
    """
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # A refused form answers 422 and a stranger gets 404: the browser notes it, and it is no fault.
        expected = any(words in message.text for words in ("responded with a status of 4", *trouble))
        if message.type == "error" and not expected:
            complaints.append(f"{message.text} ({message.location.get('url', '')})")

    context = browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
        locale="en-GB",
        timezone_id="Europe/London",
    )
    context.set_default_timeout(PATIENCE)
    context.on("console", listen)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for a whole run (each process of a parallel run has its own)."""
    with running_browser() as running:
        yield running
