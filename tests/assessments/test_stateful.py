"""Random people press random buttons in random order, and after every press what has to hold holds."""

import os
from collections.abc import Iterator, Mapping

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from portal.funds import queries as funds
from portal.permissions import Someone
from tests.assessments.random_round import RandomRound

TRIES, PRESSES = (400, 60) if os.environ.get("AUDIT") else (8, 20)
HOW = settings(
    max_examples=TRIES,
    stateful_step_count=PRESSES,
    deadline=None,
    database=None,
    derandomize=not os.environ.get("AUDIT"),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def town(app: Flask, cast: Mapping[str, Someone]) -> Iterator[Mapping[str, Someone]]:
    """The people; and no form of a random round is left behind for the next test."""
    yield cast
    funds.forget()


@pytest.mark.timeout(1800)
def test_budget_duties_blindness_and_history_hold_whatever_is_pressed(town: Mapping[str, Someone]) -> None:
    run_state_machine_as_test(type("Round", (RandomRound,), {"town": town}), settings=HOW)
