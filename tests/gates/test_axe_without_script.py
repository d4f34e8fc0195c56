"""The same as test_axe.py without script: a file of its own, so that two processes share the looking."""

import pytest

from tests.gates.conftest import LookedAt
from tests.gates.test_axe import looks
from tests.visits import Page


@pytest.mark.parametrize(("page", "widths"), looks(script=False))
def test_nothing_is_in_anybodys_way(page: Page, widths: tuple[int, ...], looked_at: LookedAt) -> None:
    assert looked_at(page, widths, False) == []
