"""Somebody without a mouse: at each stop the focus has to be somewhere, and in sight."""

from playwright.sync_api import ElementHandle, expect

from tests.journeys.people import Visitor

STOPS_MOST = 80
NAME = "at => (at.labels?.[0] ?? at).innerText.trim()"
LOOKS = """at => {
    const styles = [at, at.nextElementSibling].filter(Boolean).flatMap(
        each => ["", "::before"].map(part => getComputedStyle(each, part || null)));
    const ring = s => s.outlineStyle === "none" || s.outlineColor.endsWith(", 0)") ? "" : s.outline;
    return styles.map(s => [ring(s), s.boxShadow, s.borderWidth, s.borderColor, s.backgroundColor].join()).join("; ");
}"""
IN_SIGHT = """at => {
    const box = at.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


class Keyboard:
    """The keys of somebody's keyboard."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page

    @property
    def at(self) -> ElementHandle:
        """What has the focus."""
        found = self.page.evaluate_handle("document.activeElement").as_element()
        assert found is not None
        return found

    @property
    def words(self) -> str:
        """What a person would call the thing that has the focus: its label, or what stands on it."""
        return str(self.at.evaluate(NAME))

    def tabs(self, key: str = "Tab") -> None:
        """One stop further; what had the focus must have looked different with it."""
        here = self.at
        before = here.evaluate(LOOKS)
        is_stop = here.evaluate("at => at.tabIndex >= 0")
        name = self.words
        self.page.keyboard.press(key)
        assert not is_stop or here.evaluate(LOOKS) != before, f"the focus cannot be seen on “{name}”"
        assert self.at.evaluate("at => at !== document.body"), f"the focus is lost after “{name}”"
        assert self.at.evaluate(IN_SIGHT), f"the focus is out of sight on “{self.words}”"

    def goes_to(self, words: str) -> None:
        """Press Tab until the thing that is called so has the focus."""
        for _ in range(STOPS_MOST):
            if self.words == words:
                return
            self.tabs()
        raise AssertionError(f"no “{words}” within {STOPS_MOST} stops")

    def presses(self, key: str) -> None:
        """Press one key."""
        self.page.keyboard.press(key)

    def types(self, words: str) -> None:
        """Type into what has the focus."""
        self.page.keyboard.type(words)

    def follows(self, words: str, *, to: str) -> None:
        """Go to a link or button and press it, and be on the page with that heading."""
        self.goes_to(words)
        self.presses("Enter")
        self.visitor.is_on(to)

    def is_at(self, words: str) -> None:
        """The focus is, or will be in a moment, on the thing that is called so."""
        expect(self.page.locator(":focus")).to_have_count(1)
        assert self.words == words
