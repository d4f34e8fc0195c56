"""What a decision costs and what follows from it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.outcomes import (
    IN_WORDS,
    NEXT_STEPS,
    amount_for,
    in_short,
    told_until,
    why_not_commit,
    why_not_confirm,
)
from portal.assessments.rules import OUTCOMES, PAYING
from portal.kit.errors import Invalid
from portal.kit.text import count_words


@given(st.sampled_from(tuple(OUTCOMES)), st.integers(0, 10**8), st.none() | st.integers(-100, 10**8))
def test_only_what_pays_costs_and_never_more_than_was_asked(outcome, asked, part) -> None:
    try:
        amount = amount_for(outcome, asked, part)
    except Invalid:
        assert outcome in PAYING
        return
    assert (amount > 0) == (outcome in PAYING)
    assert amount <= asked
    assert (amount == asked) == (outcome == "fund") or amount == asked == 0


def test_every_outcome_has_its_words() -> None:
    assert list(IN_WORDS) == list(NEXT_STEPS) == list(OUTCOMES)
    assert str(in_short("part_fund", 395_000)) == "Fund in part: £3,950"
    assert [str(in_short(code, 0)) for code in ("fund", "reserve", "decline")] == ["Fund", "Reserve", "Decline"]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_next_step_says_by_when_in_short_sentences(outcome) -> None:
    step = NEXT_STEPS[outcome]
    assert "{day}" in step.sentence
    friday = dt.date(2027, 1, 22)
    assert told_until(outcome, friday) >= friday + dt.timedelta(days=step.days)
    sentences = [part for part in step.sentence.replace("?", ".").split(".") if part.strip()]
    assert max(map(count_words, sentences)) <= 17


def test_nobody_is_promised_a_saturday_or_a_sunday() -> None:
    january = [dt.date(2027, 1, day) for day in range(1, 32)]
    assert {told_until(outcome, day).weekday() for outcome in OUTCOMES for day in january} == {0, 1, 2, 3, 4}
    assert told_until("fund", dt.date(2027, 1, 22)) == dt.date(2027, 2, 5)
    assert told_until("fund", dt.date(2027, 1, 23)) == told_until("fund", dt.date(2027, 1, 25)) == dt.date(2027, 2, 8)


def test_what_is_left_is_said_unless_it_would_tell_too_much() -> None:
    assert str(why_not_commit(320_000, 50_000)) == "That takes £3,200, and £500 is left in the budget."
    assert str(why_not_commit(320_000, None)) == "That takes £3,200, and less is left in the budget."


def test_nobody_confirms_their_own_proposal() -> None:
    assert why_not_confirm(7, 8) is None
    assert why_not_confirm(7, 7) is not None
