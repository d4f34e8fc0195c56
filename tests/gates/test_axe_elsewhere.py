"""The same as test_axe.py on a desk, and without script: a file of its own, so that two processes share the looking."""

import pytest

from tests.gates.conftest import LookedAt
from tests.gates.test_axe import ALL_WAYS, looks
from tests.visits import Page


@pytest.mark.parametrize(("page", "width", "script"), looks(*ALL_WAYS[1:]))
def test_nothing_is_in_anybodys_way(page: Page, width: int, script: bool, looked_at: LookedAt) -> None:
    assert looked_at(page, width, script) == []
