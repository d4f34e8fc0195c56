"""No word that was typed two seconds before is lost, whatever goes wrong: a small part of `bench/words.py`."""

import random

import pytest
from playwright.sync_api import Browser

from bench import words

FAULTS = {"shared": 3, "own": 3, "plain": 2}

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.parametrize("way", FAULTS)
def test_nothing_typed_is_lost(browser: Browser, way: str) -> None:
    random.seed(14)
    tally = words.run(browser, way, FAULTS[way])
    assert (tally.faults.total(), tally.lost) == (FAULTS[way], set())
