"""What a strict eye sees of a page in the browser: axe, sideways scroll, small targets, complaints in the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.visits import Visit, below

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEIGHT = 800
CONTROL, LINK = 44, 24
"""The least height of what is pressed, in pixels: a control or a line of the menu; a link that stands for itself."""

RUN_AXE = """async ([rules, contrast]) => {
  const rule = {"color-contrast": {enabled: contrast}};
  const found = await axe.run({runOnly: rules, rules: rule, resultTypes: ["violations"], preload: false});
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}"""

# A link inside a sentence is as high as its line; everything else that is pressed has a height of its own.
TARGETS = """([control, link]) => {
  const inSentence = (element) => {
    const home = element.closest("p, li, dd, td, th, caption, label, legend, h1, h2, h3");
    return home && home.textContent.trim().length > element.textContent.trim().length + 3;
  };
  const height = (element) => {
    const boxes = element.matches("[type=radio], [type=checkbox]") ? [element, ...element.labels] : [element];
    return Math.max(...boxes.map((box) => box.getBoundingClientRect().height));
  };
  const small = [];
  for (const element of document.querySelectorAll("button, input, select, textarea, summary, a[href]")) {
    const unseen = element.type === "hidden" || !element.checkVisibility();
    const skipped = unseen || element.matches(".skip, .govuk-visually-hidden");
    if (skipped || (element.matches("a") && inSentence(element))) continue;
    const least = element.matches("a:not(.button, nav a)") ? link : control;
    if (height(element) < least - 0.5) {
      small.push(`${element.outerHTML.slice(0, 120)} is ${height(element).toFixed(1)} px high, not ${least}`);
    }
  }
  return small;
}"""

FILL = """([action, typed, to]) => {
  const here = (form) => form.method === "post" && new URL(form.action).pathname === action;
  const form = [...document.forms].find(here);
  for (const [name, value] of Object.entries(typed)) {
    for (const control of form.querySelectorAll(`[name="${name}"]`)) control.disabled = true;
    const input = Object.assign(document.createElement("input"), {type: "hidden", name, value});
    form.append(input);
  }
  if (to !== null) form.action = to;
  HTMLFormElement.prototype.submit.call(form);
}"""


KINDS = """() => [...new Set([...document.body.querySelectorAll("*")].map((one) => {
  const marks = (each) => ["class", "aria-current", "disabled"].map((name) => each.getAttribute(name));
  const own = (each) => [each.localName, ...marks(each)].join(".");
  return `${own(one.parentElement)} > ${own(one)}`;
}))]"""
"""What hangs on colours: every kind of element by its name and classes, and in which kind it stands."""


class Eyes:
    """People at their screens: a browser for each of them, with or without our scripts, as wide as is wanted."""

    def __init__(self, browser: Browser, address: str, cookies: dict[str, str]) -> None:
        self.known: set[str] = set()
        self.browser, self.address, self.cookies = browser, address, cookies
        self.screens: dict[tuple[str, bool], Page] = {}
        self.complaints: list[str] = []

    def screen(self, email: str, script: bool) -> Page:
        """Somebody's screen, the same one each time."""
        key = (email, script)
        if key not in self.screens:
            self.screens[key] = self.context(email, script).new_page()
        return self.screens[key]

    def context(self, email: str, script: bool) -> BrowserContext:
        """A browser of one person's own."""
        context = self.browser.new_context(base_url=self.address, locale="en-GB", reduced_motion="reduce")
        context.set_default_timeout(10_000)
        context.add_init_script(AXE)
        if email:
            context.add_cookies([{"name": "signed-in", "value": self.cookies[email], "url": self.address}])
        if not script:
            # Axe is a script itself, so ours are kept away instead of all.
            context.route("**/*.js", lambda route: route.abort())
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        return context

    def hear(self, message: ConsoleMessage) -> None:
        """Note a complaint of the browser; refused forms, strangers and scripts kept away are none."""
        expected = "responded with a status of 4" in message.text or message.location.get("url", "").endswith(".js")
        if message.type in {"error", "warning"} and not expected:
            self.complaints.append(message.text)

    def open(self, visit: Visit, width: int, script: bool) -> Page:
        """Open a page on a screen of that width, and send the forms that lead to its state."""
        screen = self.screen(visit.email, script)
        be_wide(screen, width)
        screen.goto(visit.path)
        for send in visit.sends:
            path = "/" + screen.url.split("/", 3)[3].split("?")[0]
            to = None if send.to is None else below(path, send.to)
            with screen.expect_navigation():
                screen.evaluate(FILL, [below(path, send.form), dict(send.typed), to])
        return screen

    def faults(self, screen: Page, *widths: int, contrast: bool = True) -> list[str]:
        """Everything that is wrong with what is on a screen now, made as wide as each of these (nothing: as it is).

        Colours are the same at every width: whether they stand out is looked at once, at the first.
        """
        found: list[str] = []
        for number, each in enumerate(widths or (width_of(screen),)):
            be_wide(screen, each)
            found += [f"{each} px: {fault}" for fault in faults_on(screen, contrast=contrast and not number)]
        found += self.complaints
        self.complaints.clear()
        return found

    def sees_new_kinds(self, screen: Page) -> bool:
        """Whether a page has a kind of element whose colours nobody has looked at."""
        kinds = set(screen.evaluate(KINDS))
        is_new = not kinds <= self.known
        self.known |= kinds
        return is_new

    def close(self) -> None:
        """Shut every browser context."""
        for screen in self.screens.values():
            screen.context.close()


def width_of(screen: Page) -> int:
    """How wide a screen is, in pixels."""
    assert screen.viewport_size
    return screen.viewport_size["width"]


def be_wide(screen: Page, width: int) -> None:
    """Make a screen that wide, as a telephone is turned or a window pulled."""
    if width_of(screen) != width:
        screen.set_viewport_size({"width": width, "height": HEIGHT})


def faults_on(screen: Page, *, contrast: bool) -> list[str]:
    """What is wrong with a page at the width that it has; axe is there already, and takes longest over contrast."""
    found: list[Any] = screen.evaluate(RUN_AXE, [RULES, contrast])
    found += screen.evaluate(TARGETS, [CONTROL, LINK])
    wide, width = screen.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > width:
        found.append(f"it is {wide} px wide")
    return found


@contextmanager
def looking(browser: Browser, address: str, cookies: dict[str, str]) -> Iterator[Eyes]:
    """Eyes for as long as the block lasts."""
    eyes = Eyes(browser, address, cookies)
    try:
        yield eyes
    finally:
        eyes.close()
