"""What a choice would do to the budget: shown before it is proposed, to those who may know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments import decisions
from portal.assessments.effect import effect
from portal.assessments.models import Conflict
from portal.assessments.rules import OUTCOMES
from portal.db.session import action
from portal.kit.dates import utc_now
from portal.kit.money import pounds
from tests.assessments import builders
from tests.assessments.builders import WORDS

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
MONEY = st.integers(0, 10**9)


def decision_path(one) -> str:
    """Where its decision is."""
    return f"/review/applications/{one.ref}/decision"


@pytest.mark.parametrize(
    ("outcome", "typed", "said", "left"),
    [
        ("fund", "", "It takes £3,000 from the budget, and £2,000 would be left.", 200_000),
        ("part_fund", "£1,250.50", "It takes £1,250.50 from the budget, and £3,749.50 would be left.", 374_950),
        ("part_fund", "", "Enter how much of it to fund, in pounds.", None),
        ("part_fund", "lots", "Enter an amount in pounds, like £1,250.", None),
        ("part_fund", "3000", "That is all they asked for. Choose “Fund” instead.", None),
        ("decline", "lots", "It takes £0 from the budget, and £5,000 would be left.", 500_000),
    ],
)
def test_what_is_said(outcome: str, typed: str, said: str, left: int | None) -> None:
    found = effect(outcome, typed, asked=300_000, left=400_000, held=100_000)
    assert found is not None
    assert (str(found.sentence), found.left, found.is_over) == (said, left, False)


@pytest.mark.parametrize("outcome", ["", "nonsense"])
def test_nothing_is_said_while_nothing_is_chosen(outcome: str) -> None:
    assert effect(outcome, "100", asked=300_000, left=400_000, held=0) is None


@given(st.sampled_from(sorted(OUTCOMES)), st.text(max_size=12), MONEY, MONEY, MONEY)
def test_it_never_says_less_than_nothing_is_left(outcome: str, typed: str, asked: int, left: int, held: int) -> None:
    found = effect(outcome, typed, asked=asked, left=left, held=held)
    assert found is not None
    assert found.left is None or 0 <= found.left <= left + held


@given(st.sampled_from(sorted(OUTCOMES)), st.text(max_size=12), MONEY, MONEY)
def test_who_may_not_know_what_is_left_learns_it_from_no_choice(
    outcome: str, typed: str, asked: int, held: int
) -> None:
    found = effect(outcome, typed, asked=asked, left=None, held=held)
    assert found is not None
    assert found.left is None
    assert not found.is_over
    assert "left" not in str(found.sentence)


def test_a_part_answers_while_somebody_types_and_nothing_is_proposed(app, cast, as_) -> None:
    [one] = builders.scored(builders.the_round(500_000))
    joyce = as_("joyce")
    answer = joyce.get(f"{decision_path(one)}?outcome=part_fund&amount=1000", headers=PART)
    assert answer.text.startswith('<div id="effect" role="status">')
    assert "It takes £1,000 from the budget, and £4,000 would be left." in answer.text
    over = joyce.get(f"{decision_path(one)}?outcome=fund", headers=PART)
    assert "and £2,000 would be left" in over.text
    assert builders.decisions() == []


def test_what_its_own_proposal_holds_is_free_for_another(app, cast, as_) -> None:
    [one] = builders.scored(builders.the_round(300_000))
    decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    answer = as_("joyce").get(f"{decision_path(one)}?outcome=part_fund&amount=1000", headers=PART)
    assert "and £2,000 would be left" in answer.text


def test_more_than_there_is_says_how_much_is_left(app, cast, as_) -> None:
    first, second = builders.scored(builders.the_round(400_000), [300_000, 300_000])
    decisions.propose(first, "fund", None, *WORDS, by=cast["joyce"])
    answer = as_("joyce").get(f"{decision_path(second)}?outcome=fund", headers=PART)
    assert "That takes £3,000, and £1,000 is left in the budget." in answer.text


def test_without_script_a_button_shows_it_and_keeps_all_that_was_typed(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round(500_000))
    typed = {"outcome": "part_fund", "amount": "1000", "reasons": "Mine.", "conditions": "Ours", "show": "effect"}
    answer = send(as_("joyce"), decision_path(one), typed, action=decision_path(one))
    assert answer.status_code == 200
    assert "It takes £1,000 from the budget, and £4,000 would be left." in answer.text
    assert all(each in answer.text for each in ("Mine.", "Ours", 'value="1000"'))
    assert builders.decisions() == []
    assert send(as_("joyce"), decision_path(one), typed | {"show": ""}, action=decision_path(one)).status_code == 303


def test_somebody_in_conflict_with_an_applicant_never_learns_what_is_left(app, cast, as_, send) -> None:
    hidden, one = builders.scored(builders.the_round(500_000), [200_000, 400_000])
    decisions.propose(hidden, "fund", None, *WORDS, by=cast["martin"])
    with action() as session:
        session.add(
            Conflict(
                round_id=one.round_id,
                person_id=cast["joyce"].person_id,
                organisation_id=hidden.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )
    joyce = as_("joyce")
    for amount in ("fund", "part_fund&amount=3500"):
        answer = joyce.get(f"{decision_path(one)}?outcome={amount}", headers=PART)
        assert "from the budget." in answer.text
        assert pounds(300_000) not in answer.text
    shown = send(joyce, decision_path(one), {"outcome": "fund", "show": "effect"}, action=decision_path(one))
    assert "left in the budget" not in shown.text
    assert joyce.get(f"{decision_path(hidden)}?outcome=fund").status_code == 404
