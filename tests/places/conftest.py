"""What the tests of places share."""

from collections.abc import Iterator

import pytest

from portal.places import queries


@pytest.fixture(autouse=True)
def fresh(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test hands its wards on to the next."""
    if "app" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("app")
    queries.forget()
    yield
    queries.forget()
