"""People who apply in the last minutes: each saves, sends a file, starts or sends, and notes what they were told."""

import threading
from collections.abc import Callable
from urllib.parse import urlencode

from bench.uploads import form_of, multipart
from bench.writers import HEARD, PARTIAL, Writer

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SIGNED = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Somebody Who May"}


class Applicant(Writer):
    """One person with one draft, or with none yet. One thing at a time: what was not answered yet is waited for."""

    def __init__(self, address: str, ref: str, token: str) -> None:
        super().__init__(address, (), threading.Event())
        self.ref, self.cookies = ref, {"signed-in": token}
        self.one_at_a_time = threading.Lock()
        self.keys_held: dict[str, str] = {}
        self.tried = self.stands = ""
        self.number = self.files = 0
        self.is_sent = self.has_started = False

    @property
    def part(self) -> str:
        """The part of their application in which they write."""
        return f"/applications/{self.ref}/parts/project"

    def ask_once(self, method: str, path: str, body: str | bytes = "", kind: str = "", **more: str) -> tuple[int, str]:
        """One request, answered or not."""
        headers = {"Content-Type": kind, **more} if kind else more
        return self.once(method, path, body, self.cookies, headers)  # type: ignore[arg-type]

    def opens(self) -> None:
        """Open the part, as somebody has before they save."""
        status, page = self.ask_once("GET", self.part)
        if status == 200:
            self.keys_held = self.hidden(page)

    def prepares(self, code: str, answers: dict[str, str]) -> None:
        """Answer the check before the start, and open the page with its button."""
        path = f"/grants/{code}/check"
        keys = self.hidden(self.ask_once("GET", path)[1])
        self.ask_once("POST", path, urlencode({**keys, **answers}), FORM["Content-Type"])
        self.keys_held = self.hidden(self.ask_once("GET", f"/grants/{code}/start")[1])

    def saves(self) -> int:
        """Save by itself what was typed; the status of the answer."""
        self.number += 1
        self.tried = f"{self.ref} {self.number}"
        words = {"asked": "title plan", "title": self.tried, "plan": self.tried, "go": "later"}
        body = urlencode({**self.keys_held, **words})
        status, html = self.ask_once("POST", f"{self.part}/save", body, FORM["Content-Type"], **PARTIAL)
        if status in HEARD:
            self.keys_held |= self.hidden(html)
            self.saved[self.ref] += 1
            self.stands = self.tried
        return status

    def sends_a_file(self, content: bytes) -> int:
        """Answer the question that takes a file, the second time with another one."""
        path = f"/applications/{self.ref}/parts/documents/files/rules"
        status, page = self.ask_once("GET", path)
        if status != 200:
            return status
        body, kind = multipart(form_of(page), content)
        status, _ = self.ask_once("POST", path, body, kind)
        self.files += status in HEARD
        return status

    def starts(self, code: str) -> int:
        """Press the button that makes a draft."""
        status, _ = self.ask_once("POST", f"/grants/{code}/start", urlencode(self.keys_held), FORM["Content-Type"])
        self.has_started = status in HEARD
        return status

    def submits(self, *, twice: bool = False) -> int:
        """Sign and send; some press twice before there is an answer."""
        path = f"/applications/{self.ref}/send"
        status, page = self.ask_once("GET", path)
        if status != 200:
            return status
        body = urlencode({**self.hidden(page), **SIGNED})
        statuses: list[int] = []

        def press() -> None:
            statuses.append(self.ask_once("POST", path, body, FORM["Content-Type"])[0])

        both(press, press) if twice else press()
        self.is_sent = any(status in HEARD for status in statuses)
        return max(statuses)


def both(first: Callable[[], None], second: Callable[[], None]) -> None:
    """Two things at the same time."""
    other = threading.Thread(target=second)
    other.start()
    first()
    other.join()
