"""What a partner sees of a decision: nothing before the letter, everything after, and only their own."""

import pytest

from portal.assessments import decisions
from portal.assessments.outcomes import told_until
from portal.assessments.rules import OUTCOMES
from portal.kit.dates import london_day, utc_now
from portal.web.words import day
from tests.assessments import builders
from tests.assessments.builders import WORDS

SAID = {
    "fund": "We will fund it",
    "part_fund": "We will fund a part of it",
    "reserve": "It is on our reserve list",
    "decline": "We cannot fund it this time",
}


def text(response) -> str:
    """The page as it came, with single spaces."""
    return " ".join(response.get_data(as_text=True).split())


def decided(cast, outcome: str = "fund", *, released: bool = True):
    """Grace's application, decided on."""
    round_ = builders.the_round()
    [one] = builders.scored(round_, [300_000], home=builders.organisation_of("grace"))
    decisions.confirm(decisions.propose(one, outcome, 125_000, *WORDS, by=cast["joyce"]), by=cast["martin"])
    if released:
        decisions.release(round_, by=cast["joyce"])
    return f"/applications/{one.ref}/decision"


@pytest.mark.parametrize("key", ["grace", "ben"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_lead_and_member_read_decision_reasons_letter_and_next_step(app, cast, as_, key, outcome) -> None:
    page = text(as_(key).get(decided(cast, outcome)))
    assert SAID[outcome] in page
    assert WORDS[0] in page
    assert "Dear friends," in page
    assert day(told_until(outcome, london_day(utc_now()))) in page
    assert ("£1,250" in page) == (outcome == "part_fund")


def test_before_the_letter_there_is_nothing(app, cast, as_) -> None:
    path = decided(cast, released=False)
    grace = as_("grace")
    assert grace.get(path).status_code == 404
    for other in (path.removesuffix("/decision"), "/applications", "/home"):
        page = grace.get(other)
        assert page.status_code == 200
        assert "Good people, good plan." not in text(page)
        assert "decision: Fund" not in text(page)


@pytest.mark.parametrize("key", ["amina", "tom", "marcia", "joyce"])
def test_to_another_organisation_it_does_not_exist(app, cast, as_, key) -> None:
    assert as_(key).get(decided(cast)).status_code == 404


@pytest.mark.parametrize("key", ["priya", "wei", "sam"])
def test_to_who_is_in_no_team_it_is_closed(app, cast, as_, key) -> None:
    assert as_(key).get(decided(cast)).status_code == 403


def test_the_page_costs_little(app, cast, as_, queries) -> None:
    path, grace = decided(cast), as_("grace")
    with queries() as counted:
        assert grace.get(path).status_code == 200
    assert counted.number <= 4


def test_the_letter_is_the_same_by_e_mail_as_text_and_as_html(app, cast, letters) -> None:
    path = decided(cast, "part_fund")
    [letter] = letters()
    says = "We are glad to say yes to a part of it. We will give £1,250 of £3,000 towards"
    for body in (letter.text, letter.html):
        assert says in body
        assert path in body
        assert day(told_until("part_fund", london_day(utc_now()))) in body
