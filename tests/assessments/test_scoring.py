"""Points, gaps and results; and what is written over what while scores are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.scoring import (
    Kept,
    Mark,
    Outcome,
    Typed,
    far_apart,
    gaps,
    missing,
    needs_third,
    outcome,
    result,
    weighted,
)
from portal.kit.text import Say

WEIGHTS = {"need": 30, "change": 25, "plan": 20, "costs": 15, "safe": 10}
points = st.integers(0, 5)
readings = st.fixed_dictionaries(dict.fromkeys(WEIGHTS, points))


@given(points)
def test_the_same_points_everywhere_come_out_as_they_are(number: int) -> None:
    assert weighted(dict.fromkeys(WEIGHTS, number), WEIGHTS) == number * 100


@given(readings)
def test_weighted_points_lie_between_the_lowest_and_the_highest(reading: dict[str, int]) -> None:
    assert min(reading.values()) * 100 <= weighted(reading, WEIGHTS) <= max(reading.values()) * 100


@given(readings, st.sampled_from(sorted(WEIGHTS)))
def test_a_point_more_never_costs_a_place(reading: dict[str, int], code: str) -> None:
    more = reading | {code: min(5, reading[code] + 1)}
    assert weighted(more, WEIGHTS) >= weighted(reading, WEIGHTS)


@given(readings, st.integers(1, 9))
def test_only_the_proportion_of_the_weights_counts(reading: dict[str, int], times: int) -> None:
    assert weighted(reading, {code: weight * times for code, weight in WEIGHTS.items()}) == weighted(reading, WEIGHTS)


def test_weighted_points_by_hand() -> None:
    reading = {"need": 4, "change": 3, "plan": 5, "costs": 2, "safe": 1}
    assert weighted(reading, WEIGHTS) == 120 + 75 + 100 + 30 + 10
    assert weighted({"one": 1, "two": 0}, {"one": 1, "two": 2}) == 33
    assert weighted({"one": 1, "two": 0}, {"one": 1, "two": 7}) == 13


@given(st.lists(readings, min_size=2, max_size=4))
def test_a_gap_of_two_on_any_criterion_calls_a_third(several: list[dict[str, int]]) -> None:
    widest = {code: max(abs(one[code] - other[code]) for one in several for other in several) for code in WEIGHTS}
    assert gaps(several) == widest
    assert sorted(far_apart(several)) == sorted(code for code, gap in widest.items() if gap >= 2)
    assert needs_third(several) == (max(widest.values()) >= 2)


def test_one_reading_alone_has_no_gap() -> None:
    assert (gaps([]), gaps([{"need": 5}])) == ({}, {"need": 0})


@given(st.lists(st.integers(0, 500), min_size=1, max_size=5))
def test_a_result_is_the_mean_with_its_ends(several: list[int]) -> None:
    found = result(several)
    assert abs(found.points - sum(several) / len(several)) <= 0.5
    assert (found.lowest, found.highest) == (min(several), max(several))


def test_a_half_goes_up_and_nothing_has_no_result() -> None:
    assert result([300, 301]).points == 301
    with pytest.raises(ValueError, match="empty"):
        result([])


def test_what_is_missing_is_said_for_each_field() -> None:
    marks = {"need": Mark(3, "Clear"), "change": Mark(0, ""), "plan": Mark(None, "Good")}
    titles = {"need": "Need", "change": "Change", "plan": "Plan", "costs": "Costs"}
    assert missing(marks, titles) == {
        "reason-change": Say("{criterion}: say why in a few words", criterion="Change"),
        "points-plan": Say("{criterion}: choose 0 to 5 points", criterion="Plan"),
        "points-costs": Say("{criterion}: choose 0 to 5 points", criterion="Costs"),
        "reason-costs": Say("{criterion}: say why in a few words", criterion="Costs"),
    }


EMPTY, OLD, NEW = Mark(), Mark(3, "Clear"), Mark(4, "Clear, with figures")
FIRST, SECOND = Kept(OLD, 1, "page one"), Kept(NEW, 2, "page two")


@pytest.mark.parametrize(
    ("kept", "typed", "page", "expected"),
    [
        (Kept(), Typed(EMPTY, Kept().stamp()), "page one", Outcome.SAME),
        (Kept(), Typed(OLD, Kept().stamp()), "page one", Outcome.WRITE),
        (FIRST, Typed(OLD, FIRST.stamp()), "page one", Outcome.SAME),
        (FIRST, Typed(NEW, FIRST.stamp()), "page two", Outcome.WRITE),
        # The answer that carried the new stamp was lost, but the page itself wrote last.
        (FIRST, Typed(NEW, Kept().stamp()), "page one", Outcome.WRITE),
        (FIRST, Typed(EMPTY, Kept().stamp()), "page one", Outcome.WRITE),
        # A second window that typed nothing here does no harm, and one that did is shown both.
        (SECOND, Typed(OLD, FIRST.stamp()), "page one", Outcome.SAME),
        (SECOND, Typed(Mark(1, "Weak"), FIRST.stamp()), "page one", Outcome.CLASH),
        (SECOND, Typed(NEW, FIRST.stamp()), "page one", Outcome.SAME),
        # Once asked, only a choice settles it, and only between the two that were shown.
        (SECOND, Typed(Mark(1, "Weak"), SECOND.stamp(), "open"), "page one", Outcome.CLASH),
        (SECOND, Typed(Mark(1, "Weak"), SECOND.stamp(), "mine"), "page one", Outcome.WRITE),
        (SECOND, Typed(Mark(1, "Weak"), SECOND.stamp(), "theirs"), "page one", Outcome.SAME),
        (SECOND, Typed(Mark(1, "Weak"), FIRST.stamp(), "mine"), "page one", Outcome.CLASH),
        (SECOND, Typed(Mark(1, "Weak"), FIRST.stamp(), "theirs"), "page one", Outcome.CLASH),
        (SECOND, Typed(Mark(1, "Weak"), ""), "page three", Outcome.CLASH),
    ],
)
def test_nothing_is_written_over_what_its_page_has_not_seen(
    kept: Kept, typed: Typed, page: str, expected: Outcome
) -> None:
    assert outcome(kept, typed, page) is expected
