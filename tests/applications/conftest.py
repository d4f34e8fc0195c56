"""What the tests of applications share."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.conftest import Counted, Send
from tests.reader import Reader


@pytest.fixture
def write(send: Send) -> Send:
    """Fill in the form by which a page sends to itself, and send it: write(client, "/page", {"name": "…"})."""

    def fill(client: Reader, path: str, fields: dict[str, Any] | None = None, **how: Any) -> TestResponse:
        return send(client, path, fields, action=path.split("?")[0], **how)

    return fill


Statements = Callable[[Reader, str], int]


@pytest.fixture
def statements(queries: Callable[[], AbstractContextManager[Counted]]) -> Statements:
    """How many statements a page takes once the council's words are at hand; they are read afresh now and then."""

    def once(client: Reader, path: str) -> int:
        with queries() as counted:
            assert client.get(path).status_code == 200
        return counted.number

    return lambda client, path: min(once(client, path) for _ in range(3))
