"""People who write and send applications all the time, and keep note of everything that the portal said it has."""

import http.client
import math
import re
import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode, urlsplit

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
HIDDEN = re.compile(r'<input type="hidden"(?: id="\w+")? name="(csrf_token|_key|version|read)" value="([^"]*)"')
HEARD = {200, 204, 303}
SAVES = 4
PATIENCE = 60.0  # seconds
LONGEST = 40.0
"""Seconds after which nobody waits for an answer any more; the portal promises one within 30."""


class Astray(Exception):
    """The portal answered what it never should."""


class Writer:
    """One person with drafts to finish, one after the other."""

    def __init__(self, address: str, drafts: Iterable[tuple[str, str]], up: threading.Event) -> None:
        """`drafts` are references, each with the cookie of its lead; `up` is set while the portal serves."""
        self.netloc, self.drafts, self.up = urlsplit(address).netloc, drafts, up
        self.until = math.inf
        self.saved: Counter[str] = Counter()
        self.texts: dict[str, str] = {}
        self.sent: set[str] = set()
        self.unheard = 0
        self.slowest = 0.0
        self.fault: Exception | None = None
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self) -> None:
        """Write until told to stop, or until there is nothing left to write."""
        try:
            for ref, token in self.drafts:
                if self.until < math.inf:
                    return
                self.write(ref, {"signed-in": token})
        except Exception as error:
            self.fault = error

    def finish(self) -> None:
        """Finish what was begun, and begin nothing more."""
        self.until = time.monotonic() + PATIENCE

    def told(self) -> int:
        """How many times the portal said that it has something."""
        return self.saved.total() + len(self.sent)

    def write(self, ref: str, cookies: dict[str, str]) -> None:
        """Save one draft a few times, by itself and by the button, and send it."""
        section = f"/applications/{ref}/parts/project"
        for number in range(SAVES):
            keys = self.keys(section, cookies)
            for text in (f"{ref} {number}", f"{ref} {number}, and more"):
                words = {"asked": "title plan", "title": text, "plan": text}
                by_itself = number % 2 == 0
                path, headers = (f"{section}/save", PARTIAL) if by_itself else (section, {})
                # The text is noted first: it may stand there although nobody ever heard so.
                self.texts[ref] = text
                html = self.post(path, {**keys, **words, "go": "later"}, cookies, headers)
                self.saved[ref] += 1
                keys |= self.hidden(html) if by_itself else self.keys(section, cookies)
        keys = self.keys(f"/applications/{ref}/send", cookies)
        signed = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Somebody Who May"}
        self.post(f"/applications/{ref}/send", {**keys, **signed}, cookies, {})
        self.sent.add(ref)

    def keys(self, path: str, cookies: dict[str, str]) -> dict[str, str]:
        """The hidden inputs of a page's forms."""
        return self.hidden(self.ask("GET", path, "", cookies, {}))

    @staticmethod
    def hidden(page: str) -> dict[str, str]:
        """The hidden inputs that a page has."""
        return dict(HIDDEN.findall(page))

    def post(self, path: str, fields: Mapping[str, str], cookies: dict[str, str], headers: Mapping[str, str]) -> str:
        """Send a form, the very same one again until the portal says that it has it."""
        more = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urlencode(fields), cookies, more)

    def ask(self, method: str, path: str, body: str, cookies: dict[str, str], headers: Mapping[str, str]) -> str:
        """Ask until there is an answer. Raises Astray for one that refuses, or for none until the very end."""
        heard = Counter[str]()
        while time.monotonic() < self.until:
            self.up.wait(PATIENCE)
            began = time.monotonic()
            try:
                status, html = self.once(method, path, body, cookies, headers)
            except (OSError, http.client.HTTPException) as error:
                status, html = 0, ""
                heard[type(error).__name__] += 1
            self.slowest = max(self.slowest, time.monotonic() - began)
            if status in HEARD:
                return html
            if status and status < 500:
                raise Astray(f"{method} {path} was answered {status}")
            heard[str(status)] += 1
            self.unheard += 1
            time.sleep(0.05)
        raise Astray(f"{method} {path} was never answered, but for {dict(heard)}")

    def once(
        self, method: str, path: str, body: str, cookies: dict[str, str], headers: Mapping[str, str]
    ) -> tuple[int, str]:
        """One request, on a connection of its own; the status and the text of its answer."""
        connection = http.client.HTTPConnection(self.netloc, timeout=LONGEST)
        try:
            cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
            connection.request(method, path, body, {**headers, "Cookie": cookie})
            answer = connection.getresponse()
            html = answer.read().decode()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.split(";")[0].partition("=")
            cookies[name] = value
        return answer.status, html
