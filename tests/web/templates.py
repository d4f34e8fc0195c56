"""The portal's templates without the portal: for tests of what pages are made of."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from markupsafe import Markup
from playwright.sync_api import Browser, Page, Request, Route

from portal import assets
from tests.browser import PATIENCE

ORIGIN = "http://portal.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
LOOK = SimpleNamespace(colours={"main": "#0a4a52"}, stylesheet="/static/portal.css", icon="/static/favicon.svg")
COUNCIL = SimpleNamespace(name="Exampleton Council", programme="Exampleton Online")
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


def environment(**options: Any) -> Environment:
    """Our templates, and the outside macros that ours are measured by, in English."""
    outside = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(assets.ROOT / "templates"), outside]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.filters["say"] = str
    env.globals.update(
        asset=lambda name: f"/static/{name}",
        away_from_here=str,
        form_keys=lambda: Markup('<input type="hidden" name="_key" value="key">'),
        look=lambda: LOOK,
        get_flashed_messages=lambda **_: [],
        url_for=lambda endpoint, **_: f"/{endpoint}",
    )
    env.globals.update(
        beside=lambda: None, council=COUNCIL, demo=False, me=None, nav=[], errors=None, lang="en-GB", dir="ltr"
    )
    return env


class Site:
    """Answers a browser without a server: what is sent is noted and gets the next of `answers`.

    `holds` keeps what is sent unanswered until `give`; `away` is a line that broke.
    """

    def __init__(self, env: Environment, pages: dict[str, str]) -> None:
        self.env, self.pages = env, pages
        self.sent: list[Request] = []
        self.answers: list[tuple[int, str, dict[str, str]]] = []
        self.held: list[Route] = []
        self.holds = False
        self.away = False

    def answer(self, route: Route) -> None:
        """A page, an asset, or the next of the answers."""
        request = route.request
        path = request.url.removeprefix(ORIGIN)
        if self.away:
            route.abort("internetdisconnected")
        elif request.method == "POST":
            self.sent.append(request)
            if self.holds:
                self.held.append(route)
            else:
                self.give(route)
        elif path.startswith("/static/"):
            names = json.loads((assets.DIST / "manifest.json").read_text())
            name = path.removeprefix("/static/")
            route.fulfill(path=assets.DIST / names[name], content_type=TYPES[name.rpartition(".")[2]])
        else:
            self.fulfil(route, 200, self.env.from_string(self.pages[path]).render(), {})

    def give(self, route: Route) -> None:
        """The next answer to what was sent."""
        self.fulfil(route, *self.answers.pop(0))

    def fulfil(self, route: Route, status: int, body: str, headers: dict[str, str]) -> None:
        """An answer of HTML under the portal's own policy."""
        more = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
        route.fulfill(status=status, body=body, headers=more | headers)


@contextmanager
def opened(browser: Browser, site: Site, path: str) -> Iterator[Page]:
    """A browser on one of the site's pages. Raises AssertionError at the end if a script broke or the policy was."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 800, "height": 800}, base_url=ORIGIN)
    context.set_default_timeout(PATIENCE)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    context.route("**/*", site.answer)
    page = context.new_page()
    page.clock.install()
    page.goto(path)
    try:
        yield page
    finally:
        context.close()
    assert complaints == []
