"""What the scores and the budget speak for: a rule that anybody can check by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.recommending import APART, HALF, recommended, together

POINTS, PENCE = st.integers(0, 500), st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("points", "spread", "asked", "running", "said"),
    [
        (400, 0, 100, 1_000, "Fund: within the budget line"),
        (400, 0, 100, 1_001, "Fund in part: the budget ends here"),
        (400, 0, 100, 1_099, "Fund in part: the budget ends here"),
        (400, 0, 100, 1_100, "Reserve: below the budget line"),
        (HALF, 0, 100, 100, "Fund: within the budget line"),
        (HALF - 1, 0, 100, 100, "Look closely: under half of the points"),
        (400, APART - 1, 100, 100, "Fund: within the budget line"),
        (400, APART, 100, 100, "Look closely: scores lie far apart"),
        (HALF - 1, APART, 100, 9_999, "Look closely: scores lie far apart"),
    ],
)
def test_what_is_advised(points: int, spread: int, asked: int, running: int, said: str) -> None:
    assert str(recommended(points, spread, asked, running, 1_000)) == said


@given(POINTS, POINTS, PENCE, PENCE, PENCE)
def test_funding_is_never_advised_past_the_budget(
    points: int, spread: int, asked: int, before: int, budget: int
) -> None:
    said = str(recommended(points, spread, asked, before + asked, budget))
    assert said != "Fund: within the budget line" or before + asked <= budget
    assert said != "Fund in part: the budget ends here" or before < budget < before + asked


@given(POINTS, POINTS)
def test_together_lies_between_the_two_and_nearer_to_the_score(points: int, furthest: int) -> None:
    both = together(points, furthest)
    assert min(points, furthest) <= both <= max(points, furthest)
    assert abs(both - points) <= abs(both - furthest) + 1


@given(POINTS, POINTS, POINTS)
def test_more_of_either_is_never_less_together(points: int, furthest: int, more: int) -> None:
    assert together(points, min(500, furthest + more)) >= together(points, furthest)
    assert together(min(500, points + more), furthest) >= together(points, furthest)
