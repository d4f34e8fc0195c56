"""The portal on a port of its own, and people who come to it with their browsers."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from playwright.sync_api import Browser

from portal.demo.cast import BY_KEY
from tests.browser import visit
from tests.journeys.people import Visitor
from tests.live import serving

Come = Callable[..., Visitor]

EVERY_WAY = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("sqlite", (1280, False), id="sqlite-plain-1280"),
    pytest.param("postgres", (320, False), id="postgres-plain-320"),
    pytest.param("postgres", (1280, True), id="postgres-script-1280"),
]
"""Both databases, with script and without, on a phone and on a desk."""
THE_HARDEST = EVERY_WAY if os.environ.get("AUDIT") else [EVERY_WAY[0], EVERY_WAY[2]]
"""On a phone, with script and without, each on a database of its own; every way at an audit."""


@pytest.fixture
def way(request: pytest.FixtureRequest) -> tuple[int, bool]:
    """The width of the screen, in pixels, and whether scripts run."""
    found: tuple[int, bool] = getattr(request, "param", (320, True))
    return found


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the portal is served."""
    with serving(app) as address:
        yield address


@pytest.fixture
def come(address: str, browser: Browser, way: tuple[int, bool]) -> Iterator[Come]:
    """Let somebody come with a fresh browser: come("amina") is signed in, come() is a newcomer.

    `trouble` is what the browser's console may complain of.
    """
    width, script = way
    with ExitStack() as visits:

        def come(key: str = "", name: str = "Newcomer", trouble: tuple[str, ...] = ()) -> Visitor:
            page = visits.enter_context(visit(browser, address, width=width, script=script, trouble=trouble))
            visitor = Visitor(page, BY_KEY[key].name if key else name, width=width, script=script)
            if key:
                visitor.signs_in_with_one_press()
            return visitor

        yield come
