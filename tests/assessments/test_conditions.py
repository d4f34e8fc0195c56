"""Conditions of a grant: typed or picked, confirmed with the decision, and the same in letter, page and record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from portal.assessments import conditions, decision_conditions, decisions, notices
from portal.assessments.models import Decision, DecisionCondition
from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import Clash, Invalid, Refusal
from portal.programme import queries as programme
from tests.assessments import builders, steps
from tests.assessments.builders import WORDS
from tests.reader import form_to

TWO = ("Send us the new policy.", "Spend it by March.")
AT_ONCE = 8


def decision_path(one) -> str:
    """Where its decision is."""
    return f"/review/applications/{one.ref}/decision"


def text(response) -> str:
    """The page as it came, with single spaces."""
    return " ".join(response.get_data(as_text=True).split())


# --- The rules ---


def test_each_line_is_one_without_the_bullets_that_people_type() -> None:
    typed = "- Send the policy\n\n  • Keep   records \n1. Tell us\n2) Tell us\n-5 degrees is no bullet\n* Keep records"
    assert conditions.typed_in(typed) == ("Send the policy", "Keep records", "Tell us", "-5 degrees is no bullet")


@given(st.text(max_size=400))
def test_no_line_is_empty_and_none_comes_twice(typed: str) -> None:
    found = conditions.typed_in(typed)
    assert all(each and "\n" not in each for each in found)
    assert len(found) == len(set(found))
    assert conditions.typed_in("\n".join(f"- {each}" for each in found)) == conditions.typed_in(
        "\n".join(found)
    ) or any(conditions.BULLET.match(each) for each in found)


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.sets(st.sampled_from("abcd")))
def test_what_was_picked_and_what_was_typed_are_told_apart_and_none_is_lost(all_: list[str], offered: set[str]) -> None:
    picked, others = conditions.apart(all_, {f"code-{each}": each for each in sorted(offered)})
    assert sorted([code.removeprefix("code-") for code in picked] + others) == sorted(all_)
    assert not set(others) & offered


@pytest.mark.parametrize(
    ("outcome", "texts", "said"),
    [
        ("fund", ["x"] * 1, None),
        ("part_fund", [f"{number}" for number in range(10)], None),
        ("fund", ["x" * 300], None),
        ("decline", [], None),
        ("decline", ["x"], "Only a grant can have conditions. Take them out, or choose to fund it."),
        ("reserve", ["x"], "Only a grant can have conditions. Take them out, or choose to fund it."),
        ("fund", [f"{number}" for number in range(11)], "Use 10 conditions or fewer. There are 11 now."),
        (
            "fund",
            ["x" * 301],
            f"Make each condition 300 characters or shorter. This one has 301: {'x' * 40}…",
        ),
    ],
)
def test_what_stands_against_conditions(outcome: str, texts: list[str], said: str | None) -> None:
    found = conditions.problems(outcome, texts)
    assert {name: str(sentence) for name, sentence in found.items()} == ({"conditions": said} if said else {})


# --- The deeds ---


def test_they_stand_in_the_record_and_in_the_letter_and_nowhere_twice(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    assert decision_conditions.of(decision) == TWO
    assert (
        "The grant comes with these conditions:\n- Send us the new policy.\n- Spend it by March.\n" in decision.letter
    )
    assert notices.to_edit(decision, one, TWO) == WORDS[1]
    [deed] = steps.deeds("propose")
    assert deed.facts == {"outcome": "fund", "amount": 300_000, "conditions": 2}


def test_another_proposal_has_other_conditions_and_another_version(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    decisions.propose_again(decision, "part_fund", 100, *WORDS, by=cast["joyce"], version=1, conditions=TWO[1:])
    assert (decision.version, decision_conditions.of(decision)) == (2, TWO[1:])
    assert TWO[0] not in decision.letter
    decisions.propose_again(decision, "decline", None, *WORDS, by=cast["joyce"], version=2)
    assert "conditions" not in decision.letter
    assert db.session.scalar(select(func.count()).select_from(DecisionCondition)) == 0


def test_sent_back_they_stay_for_the_next_proposal(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    decisions.send_back(decision, "Why?", by=cast["martin"])
    assert decision_conditions.of(decision) == TWO


def test_a_refusal_changes_nothing(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    with pytest.raises(Invalid):
        decisions.propose_again(decision, "reserve", None, *WORDS, by=cast["joyce"], conditions=TWO)
    [stands] = builders.decisions()
    assert (stands.outcome, stands.version, decision_conditions.of(stands)) == ("fund", 1, TWO)


def test_what_was_read_is_what_is_confirmed(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    decisions.propose_again(decision, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    with pytest.raises(Clash):
        decisions.confirm(decision, by=cast["martin"], version=1)


@pytest.mark.slow
def test_conditions_that_change_while_somebody_confirms_are_confirmed_or_refused_never_slipped_in(app, cast) -> None:
    [one] = builders.scored(builders.the_round())
    id = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO[:1]).id

    def change() -> object:
        decision = db.session.get_one(Decision, id)
        return decisions.propose_again(decision, "fund", None, *WORDS, by=cast["joyce"], version=1, conditions=TWO)

    def confirm() -> object:
        return decisions.confirm(db.session.get_one(Decision, id), by=cast["martin"], version=1)

    came = steps.at_once(app, [change, confirm] * (AT_ONCE // 2))
    assert sum(isinstance(each, Refusal) for each in came) == AT_ONCE - 1
    [stands] = builders.decisions()
    confirmed = stands.state == "confirmed"
    assert decision_conditions.of(stands) == (TWO[:1] if confirmed else TWO)
    assert (TWO[1] in stands.letter) == (not confirmed)
    made = select(func.count()).select_from(Deed).where(Deed.verb.in_(("confirm", "propose_again")))
    assert db.session.scalar(made) == 1


# --- The pages ---


def test_picked_and_typed_ones_are_proposed_in_their_order(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round())
    first, second = list(programme.terms("condition"))[:2]
    typed = {
        "outcome": "fund",
        "reasons": "Good.",
        "standard": [second.code, first.code],
        "conditions": f"Send the policy\n{first.label}",
    }
    joyce = as_("joyce")
    assert send(joyce, decision_path(one), typed, action=decision_path(one)).status_code == 303
    [decision] = builders.decisions()
    assert decision_conditions.of(decision) == (first.label, second.label, "Send the policy")
    page = joyce.get(decision_path(one)).text
    assert f"<ol>\n<li>{first.label}</li>\n<li>{second.label}</li>\n<li>Send the policy</li>\n</ol>" in page
    assert "proposed: Fund, £3,000, with 3 conditions" in page
    again = form_to(page, decision_path(one)).fields
    assert (again["standard"], again["conditions"]) == ([first.code, second.code], ["Send the policy"])
    assert "[the decision]" in again["letter"][0]
    assert "conditions:" not in again["letter"][0]


@pytest.mark.parametrize("outcome", ["decline", "reserve"])
def test_a_no_with_conditions_is_refused_and_the_words_are_kept(app, cast, as_, send, outcome: str) -> None:
    [one] = builders.scored(builders.the_round())
    code = programme.terms("condition")[0].code
    typed = {"outcome": outcome, "reasons": "Sadly.", "standard": [code], "conditions": "Mine too"}
    answer = send(as_("joyce"), decision_path(one), typed, action=decision_path(one))
    assert answer.status_code == 422
    assert text(answer).count("Only a grant can have conditions.") == 2
    kept = form_to(answer.get_data(as_text=True), decision_path(one)).fields
    assert (kept["standard"], kept["conditions"], kept["reasons"]) == ([code], ["Mine too"], ["Sadly."])
    assert builders.decisions() == []


def test_one_that_is_offered_no_longer_is_asked_for_again_and_the_words_are_kept(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round())
    typed = {"outcome": "fund", "reasons": "Good.", "standard": ["nobody_has_this"], "conditions": "Mine too"}
    answer = send(as_("joyce"), decision_path(one), typed, action=decision_path(one))
    assert answer.status_code == 422
    assert text(answer).count("The list of conditions has changed. Pick from it again.") == 2
    assert form_to(answer.get_data(as_text=True), decision_path(one)).fields["conditions"] == ["Mine too"]
    assert builders.decisions() == []


def test_a_partner_reads_them_on_the_page_and_in_the_letter_and_not_before(app, cast, as_, letters) -> None:
    [one] = builders.scored(builders.the_round(), home=builders.organisation_of("amina"))
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"], conditions=TWO)
    decisions.confirm(decision, by=cast["martin"])
    waiting = text(as_("martin").get(f"/review/rounds/{builders.ROUND}/letters"))
    assert "- Send us the new policy." in waiting
    amina, path = as_("amina"), f"/applications/{one.ref}/decision"
    assert amina.get(path).status_code == 404
    decisions.release(builders.the_round(), by=cast["martin"])
    page = amina.get(path).text
    assert "<ol>\n<li>Send us the new policy.</li>\n<li>Spend it by March.</li>\n</ol>" in page
    assert all("- Spend it by March." in letter.text for letter in letters())


def test_what_is_typed_is_text_and_nothing_else(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round())
    evil = "<script>alert(1)</script> {{ 7*7 }} {title} %(x)s"
    typed = {"outcome": "fund", "reasons": "Good.", "conditions": evil}
    assert send(as_("joyce"), decision_path(one), typed, action=decision_path(one)).status_code == 303
    page = as_("joyce").get(decision_path(one)).text
    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {title} %(x)s</li>" in page
