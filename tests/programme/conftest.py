"""What tests of the council's settings share: what a process keeps of them is read afresh."""

from collections.abc import Iterator

import pytest
from flask import Flask

from portal.programme import queries


@pytest.fixture(autouse=True)
def fresh(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing is kept from the test before, nor left for the next."""
    app: Flask | None = request.getfixturevalue("app") if "app" in request.fixturenames else None
    if app:
        queries.forget()
    yield
    if app:
        queries.forget()
