"""Somebody writes in Chromium while things go wrong: what was typed two seconds before stays, whatever happens.

    python bench/words.py              50 faults on a shared computer, 50 on an own device, 50 without script
    python bench/words.py --quick       6 of each
    python bench/words.py --faults 20  20 of each
    python bench/words.py --seed 7      the same faults in the same order again

The faults, in random order: the line is gone for a while, the portal is killed and started again, the page is loaded
anew, the sign-in ends, a second tab saves the same question, the page is closed. After each, every numbered word that
was typed more than two seconds before has to be on the page or in the database; without script, every word that was
sent and answered. It prints its figures last, and exits with 1 when a character was lost.
"""

import argparse
import contextlib
import io
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as BrowserError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import seed_drafts
from bench.servers import stop
from bench.typists import QUESTION, WORD, Desk, Tally, Typist, dealt
from tests.browser import running_browser

PATIENCE = 30_000  # milliseconds


class Sender:
    """Somebody without script, who types a little and presses the button."""

    def __init__(self, desk: Desk, context: BrowserContext) -> None:
        self.desk, self.context = desk, context
        self.tally = Tally("without script")
        self.answered: set[str] = set()
        desk.signs_in(context, own_device=False)
        self.page = context.new_page()

    def writes(self) -> str:
        """Open the part, and put one more word at the end."""
        self.tally.typed += 1
        word = f"w{self.tally.typed}"
        self.page.goto(self.desk.path)
        box = self.page.locator(f"#{QUESTION}")
        box.fill(f"{box.input_value()} {word}")
        return word

    def sends(self, word: str) -> None:
        """Press the button; what is answered by a page of the portal counts as sent."""
        with contextlib.suppress(BrowserError):
            self.page.get_by_role("button", name="Save and come back later").click()
            if self.page.locator("h1").count() and self.page.url.startswith(self.desk.portal.address):
                self.answered.add(word)

    def nothing(self) -> None:
        """All is well."""
        self.sends(self.writes())

    def killed(self) -> None:
        """The portal is killed in the very moment; they go back and press again."""
        word = self.writes()
        plug = threading.Timer(random.uniform(0, 0.08), self.desk.portal.kill)
        plug.start()
        self.sends(word)
        plug.join()
        self.desk.starts_again()
        if word not in self.answered and word in self.comes_back():
            self.sends(word)

    def comes_back(self) -> set[str]:
        """Press the browser's back button; the words in the box."""
        with contextlib.suppress(BrowserError):
            self.page.go_back()
            return set(WORD.findall(self.page.locator(f"#{QUESTION}").input_value(timeout=2000)))
        return set()

    def expiry(self) -> None:
        """The sign-in has ended when they press; they sign in again, and go on with what was kept."""
        word = self.writes()
        self.desk.ends_sign_ins()
        self.sends(word)
        self.desk.signs_in(self.context, own_device=False)
        self.page.goto(self.desk.kept_form())
        self.page.get_by_role("button", name="Go on").click()

    def second_tab(self) -> None:
        """A second tab has sent another text of the same question; they choose their own."""
        word = self.writes()
        first, self.page = self.page, self.context.new_page()
        self.sends(self.writes())
        self.page.close()
        self.page = first
        self.page.get_by_role("button", name="Save and come back later").click()
        self.page.get_by_label("Keep your text").check()
        self.page.get_by_role("button", name="Save and go on").click()
        self.answered.add(word)

    def reload(self) -> None:
        """The page that says it is saved is loaded anew."""
        self.sends(self.writes())
        self.page.reload()

    def goes_through(self, faults: int) -> Tally:
        """Suffer so many faults of all kinds."""
        for kind in dealt(("killed", "expiry", "second_tab", "reload"), faults):
            self.nothing()
            getattr(self, kind)()
            self.tally.faults[kind.replace("_", " ")] += 1
            self.tally.lost |= self.answered - self.desk.held()
        return self.tally


@contextlib.contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """A running portal with a draft, and a browser."""
    url = f"sqlite:///{folder / 'portal.sqlite3'}"
    with contextlib.redirect_stdout(io.StringIO()):
        app, drafts = seed_drafts(url, folder, 1)
    found = Desk(app, drafts[0][0], {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder)})
    try:
        yield found
    finally:
        stop(found.portal)


def run(browser: Browser, way: str, faults: int) -> Tally:
    """One person's faults, in one of the ways: shared, own or plain."""
    with tempfile.TemporaryDirectory() as folder, desk(Path(folder)) as found:
        context = browser.new_context(java_script_enabled=way != "plain")
        context.set_default_timeout(PATIENCE)
        if way == "plain":
            tally = Sender(found, context).goes_through(faults)
        else:
            tally = Typist(found, context, own_device=way == "own").goes_through(faults)
        context.close()
    print(tally, flush=True)
    return tally


def main() -> int:
    """Let it happen, and say how much was lost."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="6 faults of each")
    words.add_argument("--faults", type=int, default=50, help="so many faults of each")
    words.add_argument("--only", choices=("shared", "own", "plain"), help="one of the three")
    words.add_argument("--seed", type=int, default=int(time.time()), help="the same faults again")
    chosen = words.parse_args()
    random.seed(chosen.seed)
    print(f"--seed {chosen.seed}")
    with running_browser() as browser:
        ways = [chosen.only] if chosen.only else ["shared", "own", "plain"]
        tallies = [run(browser, way, 6 if chosen.quick else chosen.faults) for way in ways]
    lost = sum(tally.characters for tally in tallies)
    print(f"{lost} characters lost after {sum(tally.faults.total() for tally in tallies)} faults")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
