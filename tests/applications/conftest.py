"""What the tests of applications share."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.conftest import Send
from tests.reader import Reader


@pytest.fixture
def write(send: Send) -> Send:
    """Fill in the form by which a page sends to itself, and send it: write(client, "/page", {"name": "…"})."""

    def fill(client: Reader, path: str, fields: dict[str, Any] | None = None, **how: Any) -> TestResponse:
        return send(client, path, fields, action=path.split("?")[0], **how)

    return fill
