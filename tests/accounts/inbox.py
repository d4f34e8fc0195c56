"""Short ways through signing in: ask for a letter, and read the code and the link in it."""

import re
from collections.abc import Callable

from werkzeug.test import TestResponse

from portal.mail.models import Letter
from tests.reader import Reader

Send = Callable[..., TestResponse]
ADA = "ada@example.org"


def ask(client: Reader, send: Send, email: str = ADA, **more: str) -> TestResponse:
    """Ask for a letter."""
    return send(client, "/sign-in", {"email": email, **more})


def code_in(letter: Letter) -> str:
    """The six digits of a letter."""
    found = re.search(r"Your code is (\d{6})\n", letter.text)
    assert found, letter.text
    return found[1]


def path_in(letter: Letter) -> str:
    """The path of a letter's link."""
    found = re.search(r"^http://localhost(/\S+)$", letter.text, re.MULTILINE)
    assert found, letter.text
    return found[1]


def wrong(code: str) -> str:
    """Another code."""
    return f"{(int(code) + 1) % 1_000_000:06d}"
