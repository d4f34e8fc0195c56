"""Pages in Chromium as an old phone on a bad line has them: when they are painted, whether they jump, what is slow."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from bench.servers import serving
from portal.app import create_app
from tests.browser import running_browser
from tests.gates.walk import Seen, cookie_for
from tests.houses import settings
from tests.visits import Kind

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 6
COLD_MOST, LATER_MOST = 1700, 800
"""Milliseconds until the largest thing is painted; the second view has style and script in its cache."""
LONGEST_TASK = 50
SETTLE = 300
"""Milliseconds in which a page that jumps or works on after it was painted would show it."""

WATCH = """
window.seen = {paint: 0, shift: 0, task: 0};
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
watch("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
watch("layout-shift", (entry) => { seen.shift += entry.value; });
watch("longtask", (entry) => { seen.task = Math.max(seen.task, entry.duration); });
"""


@dataclass(frozen=True, slots=True)
class View:
    """One view of a page: largest paint and longest task in milliseconds, and how far things jumped."""

    paint: float
    shift: float
    task: float


def table(pages: Iterable[Seen], url: str, folder: Path) -> int:
    """Print both views of each page; how many miss a budget."""
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_DEMO": "1"}
    print(f"{'page':52} {'cold':>6} {'later':>6} {'shift':>6} {'task':>5}  (ms)")
    missed = 0
    app = create_app(settings(url, folder))
    with serving(environ) as server, running_browser() as browser:
        for one in pages:
            token = cookie_for(app, one.visit.email) if one.visit.email else ""
            cold, later = views(browser, server.address, one.visit.path, token)
            shift, task = round(max(cold.shift, later.shift), 3), max(cold.task, later.task)
            over = [
                name
                for name, is_, most in (
                    ("cold", cold.paint, COLD_MOST),
                    ("later", later.paint, LATER_MOST),
                    ("shift", shift, 0),
                    ("task", task, LONGEST_TASK),
                )
                if is_ > most
            ]
            missed += bool(over)
            figures = f"{cold.paint:6.0f} {later.paint:6.0f} {shift:6.3f} {task:5.0f}"
            print(f"{one.page.name:52} {figures}  {', '.join(over)}".rstrip(), flush=True)
    return missed


def for_phones(one: Seen) -> bool:
    """Whether the public or an applicant opens this page by its address."""
    partner = one.page.endpoint.split(".")[0] in {"accounts", "applications", "desk", "funds", "organisations"}
    council = one.location.startswith(("/inbox", "/review"))
    return one.status == 200 and not one.visit.sends and (one.page.kind is Kind.PUBLIC or (partner and not council))


def views(browser: Browser, address: str, path: str, token: str) -> tuple[View, View]:
    """A first view with an empty cache, and a second one of the same page."""
    context: BrowserContext = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    try:
        if token:
            context.add_cookies([{"name": "signed-in", "value": token, "url": address}])
        context.add_init_script(WATCH)
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        return view(page, path), view(page, path)
    finally:
        context.close()


def view(page: Page, path: str) -> View:
    """Open a page and let it settle."""
    page.goto(path, wait_until="load")
    page.wait_for_timeout(SETTLE)
    found: dict[str, float] = page.evaluate("seen")
    page.goto("about:blank")
    return View(found["paint"], found["shift"], found["task"])
