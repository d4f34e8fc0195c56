"""A person with a browser. Each verb does what they would do, and fails where the page does not offer it."""

import os
import re
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

PICTURES = os.environ.get("JOURNEY_PICTURES")
"""A folder for a picture of every page that a journey comes by, to look at after a change."""
NARROW = 400  # pixels; the menu folds up below

numbers = count(1)


class Visitor:
    """Somebody at a page, who finds things by the words they read."""

    def __init__(self, page: Page, name: str, *, width: int, script: bool) -> None:
        self.page, self.name, self.width, self.script = page, name, width, script

    @property
    def path(self) -> str:
        """Where they are."""
        return urlsplit(self.page.url).path

    @property
    def main(self) -> Locator:
        """What the page is about, without its head and foot."""
        return self.page.locator("main")

    @property
    def focus(self) -> str:
        """The name of the field or button that has the focus; empty where nothing with a name has it."""
        found: str = self.page.evaluate("document.activeElement.getAttribute('name') || ''")
        return found

    # --- Reading ---------------------------------------------------------------------------------------------------

    def is_on(self, heading: str) -> None:
        """Wait for the page with that heading."""
        expect(self.page.locator("h1")).to_contain_text(heading)
        self.page.wait_for_load_state()
        self.take_picture(heading)

    def reads(self, *words: str) -> None:
        """Find each of these words on the page, in sight."""
        for each in words:
            expect(self.main.get_by_text(each).filter(visible=True).first).to_be_visible()

    def reads_nothing_of(self, *words: str) -> None:
        """Find none of these words anywhere in the page."""
        for each in words:
            expect(self.page.locator("html")).not_to_contain_text(each)

    def hears_of_errors(self, *sentences: str) -> None:
        """Be led to a summary of what has to be mended, with each sentence a link to its field."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_contain_text("There is a problem")
        expect(self.page).to_have_title(re.compile("^Error: "))
        for each in sentences:
            expect(summary.get_by_role("link", name=each)).to_be_visible()
        if self.script:
            expect(summary).to_be_focused()
        self.take_picture("errors")

    def has_in(self, label: str, words: str) -> None:
        """Find these words in the field with that label."""
        expect(self.field(label)).to_have_value(words)

    def has_chosen(self, question: str, answer: str) -> None:
        """Find that answer chosen."""
        expect(self.answer(question, answer)).to_be_checked()

    # --- Doing -----------------------------------------------------------------------------------------------------

    def opens(self, path: str) -> None:
        """Type an address, or press a link in an e-mail."""
        parts = urlsplit(path)
        self.page.goto(f"{parts.path}?{parts.query}" if parts.query else parts.path)

    def follows(self, words: str, *, exact: bool = False) -> None:
        """Press a link."""
        self.main.get_by_role("link", name=words, exact=exact).first.click()

    def goes_to(self, words: str) -> None:
        """Press a line of the menu, which has to be opened first on a phone."""
        self.opens_menu()
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=words, exact=True).click()

    def opens_menu(self) -> None:
        """Unfold the menu where it is folded."""
        if self.width < NARROW:
            self.page.locator("summary", has_text="Menu").click()

    def presses(self, words: str) -> None:
        """Press a button."""
        self.button(words).click()

    def presses_twice(self, words: str) -> None:
        """Press a button twice, as impatient people do."""
        self.button(words).dblclick()

    def types(self, label: str, words: str) -> None:
        """Fill in a field."""
        self.field(label).fill(words)

    def chooses(self, question: str, answer: str) -> None:
        """Choose one answer to a question."""
        self.answer(question, answer).check()

    def picks(self, label: str, answer: str) -> None:
        """Choose from a list that folds out."""
        self.field(label).select_option(label=answer)

    def ticks(self, *answers: str) -> None:
        """Tick boxes."""
        for each in answers:
            self.main.get_by_role("checkbox", name=each).check()

    def unfolds(self, words: str) -> None:
        """Open what is folded up."""
        self.main.locator("summary", has_text=words).click()

    def signs_in_with_one_press(self) -> None:
        """Be one of the demonstration's people."""
        self.opens("/sign-in")
        self.button(self.name).click()
        expect(self.page.locator("header")).to_contain_text(self.name)

    def turns_to_another_tab(self) -> "Visitor":
        """Open one more page in the same browser."""
        return Visitor(self.page.context.new_page(), self.name, width=self.width, script=self.script)

    # --- Finding ---------------------------------------------------------------------------------------------------

    def field(self, label: str) -> Locator:
        """The field with that label; optional ones say so in theirs."""
        return self.main.get_by_label(re.compile(rf"^\s*{re.escape(label)}( \(optional\))?\s*$"))

    def answer(self, question: str, answer: str) -> Locator:
        """One of the answers to a question."""
        return self.main.get_by_role("group", name=question).get_by_label(answer, exact=True)

    def button(self, words: str) -> Locator:
        """The button with these words."""
        return self.main.get_by_role("button", name=words, exact=True)

    def take_picture(self, name: str) -> None:
        """Keep a picture of the whole page, where somebody asked for it."""
        if PICTURES:
            place = Path(PICTURES, f"{self.width}-{'script' if self.script else 'plain'}")
            place.mkdir(parents=True, exist_ok=True)
            words = re.sub(r"\W+", "-", f"{next(numbers):03}-{self.name}-{name}".lower())[:70]
            self.page.screenshot(path=place / f"{words}.png", full_page=True)
