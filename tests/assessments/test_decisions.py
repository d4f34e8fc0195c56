"""The panel's verbs: who may, what it costs, and that nothing is half done."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from portal.applications.models import Application
from portal.assessments import decisions, notices
from portal.assessments.models import Conflict, Decision, Panel
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.organisations.models import TeamMember
from tests.assessments import builders
from tests.assessments.builders import WORDS


def committed() -> int:
    """What the panel has promised so far, in pence."""
    db.session.rollback()
    return db.session.scalar(select(Panel.committed_pence)) or 0


def deeds(decision: Decision) -> list[tuple[str, str | None, str | None]]:
    """What was written down about a decision, oldest first."""
    rows = db.session.scalars(
        select(Deed).where(Deed.subject == "decision", Deed.subject_id == decision.id).order_by(Deed.id)
    )
    return [(row.verb, row.from_state, row.to_state) for row in rows]


def test_a_proposal_takes_its_money_and_says_the_decision_in_the_letter(app, cast) -> None:
    [one] = builders.scored(builders.the_round(2_000_000), [300_000])
    decision = decisions.propose(one, "part_fund", 250_050, *WORDS, by=cast["joyce"])
    assert (decision.state, decision.amount_pence, decision.version) == ("proposed", 250_050, 1)
    assert committed() == 250_050
    assert decision.letter == (
        "Dear friends,\n\nWe are glad to say yes to a part of it. "
        f"We will give £2,500.50 of £3,000 towards “{one.title}”.\n\nThank you."
    )
    assert deeds(decision) == [("propose", None, None)]


@pytest.mark.parametrize(("outcome", "takes"), [("fund", 300_000), ("reserve", 0), ("decline", 0)])
def test_only_a_part_needs_an_amount(app, cast, outcome, takes) -> None:
    [one] = builders.scored(builders.the_round(2_000_000), [300_000])
    decision = decisions.propose(one, outcome, None, *WORDS, by=cast["joyce"])
    assert (decision.amount_pence, committed()) == (takes, takes)


@pytest.mark.parametrize(
    ("outcome", "amount", "reasons", "letter", "said"),
    [
        ("part_fund", None, *WORDS, {"amount": "Enter how much of it to fund, in pounds."}),
        ("part_fund", 99, *WORDS, {"amount": "Enter £1 or more."}),
        ("part_fund", 300_000, *WORDS, {"amount": "That is all they asked for. Choose “Fund” instead."}),
        ("part_fund", 300_001, *WORDS, {"amount": "They asked for £3,000. Enter less than that."}),
        ("fund", None, *WORDS, {"outcome": "That takes £3,000, and £2,000 is left in the budget."}),
        ("part_fund", 200_001, *WORDS, {"amount": "That takes £2,000.01, and £2,000 is left in the budget."}),
        ("promise", None, *WORDS, {"outcome": "Choose what you propose."}),
        ("decline", None, "", WORDS[1], {"reasons": "Give the reasons, in words for the partner."}),
        ("decline", None, WORDS[0], "", {"letter": "Write the letter that the partner will get."}),
        (
            "decline",
            None,
            WORDS[0],
            "Dear friends, no.",
            {"letter": "Put [the decision] where the letter should say the decision. We fill in the words."},
        ),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(app, cast, outcome, amount, reasons, letter, said) -> None:
    [one] = builders.scored(builders.the_round(200_000), [300_000])
    with pytest.raises(Invalid) as refused:
        decisions.propose(one, outcome, amount, reasons, letter, by=cast["joyce"])
    assert {field: str(sentence) for field, sentence in refused.value.errors.items()} == said
    assert (builders.decisions(), committed()) == ([], 0)


def test_an_application_that_asks_for_nothing_cannot_be_funded(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [0])
    with pytest.raises(Invalid):
        decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    assert decisions.propose(one, "decline", None, *WORDS, by=cast["joyce"]).amount_pence == 0


def test_a_changed_proposal_gives_back_what_it_held(app, cast) -> None:
    [one] = builders.scored(builders.the_round(300_000), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    again = decisions.propose_again(decision, "part_fund", 299_999, *WORDS, by=cast["martin"], version=1)
    assert (again.amount_pence, again.proposed_by, again.version) == (299_999, cast["martin"].person_id, 2)
    assert committed() == 299_999
    assert deeds(decision)[-1] == ("propose_again", "proposed", "proposed")


def test_the_letter_follows_the_decision_when_it_is_changed(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    open_letter = notices.to_edit(decision, one)
    assert open_letter == WORDS[1]
    decisions.propose_again(decision, "decline", None, WORDS[0], open_letter, by=cast["joyce"])
    assert "We are sorry that we cannot fund" in decision.letter


def test_two_proposals_at_once_the_second_is_told(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    with pytest.raises(Clash) as clash:
        decisions.propose(one, "decline", None, *WORDS, by=cast["martin"])
    assert clash.value.theirs is decision
    assert (decision.outcome, committed()) == ("fund", 300_000)


@pytest.mark.parametrize("verb", ["propose_again", "send_back", "confirm"])
def test_what_was_read_before_somebody_changed_it_is_not_acted_on(app, cast, verb) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    decisions.propose_again(decision, "part_fund", 10_000, *WORDS, by=cast["joyce"], version=1)
    late = {"by": cast["martin"], "version": 1}
    acts = {
        "propose_again": lambda: decisions.propose_again(decision, "decline", None, *WORDS, **late),
        "send_back": lambda: decisions.send_back(decision, "Why?", **late),
        "confirm": lambda: decisions.confirm(decision, **late),
    }
    with pytest.raises(Clash):
        acts[verb]()
    [now] = builders.decisions()
    assert (now.state, now.amount_pence, now.version, committed()) == ("proposed", 10_000, 2, 10_000)


def test_a_second_person_confirms_and_never_the_first(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    with pytest.raises(NotAllowed) as refused:
        decisions.confirm(decision, by=cast["joyce"], version=1)
    assert str(refused.value) == "You proposed this decision. Somebody else has to confirm it."
    decisions.confirm(decision, by=cast["martin"], version=1)
    assert (decision.state, decision.confirmed_by) == ("confirmed", cast["martin"].person_id)
    assert deeds(decision) == [("propose", None, None), ("confirm", "proposed", "confirmed")]


def test_the_database_itself_wants_two_people(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    same = {"state": "confirmed", "confirmed_by": cast["joyce"].person_id, "confirmed_at": utc_now()}
    with pytest.raises(IntegrityError), action() as session:
        session.execute(update(Decision).where(Decision.id == decision.id).values(**same))


def test_the_database_itself_refuses_to_overspend(app, cast) -> None:
    [one] = builders.scored(builders.the_round(300_000), [300_000])
    decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    with pytest.raises(IntegrityError), action() as session:
        session.execute(update(Panel).values(committed_pence=Panel.committed_pence + 1))


def test_what_is_sent_back_frees_its_money_and_keeps_its_words(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    decisions.confirm(decision, by=cast["martin"])
    decisions.send_back(decision, "Ask about the wifi.", by=cast["martin"], version=2)
    assert (decision.state, decision.return_note, decision.confirmed_by) == ("returned", "Ask about the wifi.", None)
    assert (decision.outcome, decision.reasons, committed()) == ("fund", WORDS[0], 0)
    decisions.propose_again(decision, "fund", None, *WORDS, by=cast["joyce"], version=3)
    assert (decision.state, decision.return_note, committed()) == ("proposed", None, 300_000)


def test_a_reason_is_needed_to_send_back(app, cast) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    with pytest.raises(Invalid) as refused:
        decisions.send_back(decision, "", by=cast["martin"])
    assert set(refused.value.errors) == {"why"}
    assert committed() == 300_000


def test_what_a_partner_withdraws_gives_its_money_back_with_the_next_deed(app, cast) -> None:
    first, second = builders.scored(builders.the_round(500_000), [300_000, 300_000])
    decision = decisions.propose(first, "fund", None, *WORDS, by=cast["joyce"])
    decisions.confirm(decision, by=cast["martin"])
    with action() as session:
        session.execute(update(Application).where(Application.id == first.id).values(state="withdrawn"))
    decisions.propose(second, "fund", None, *WORDS, by=cast["joyce"])
    assert committed() == 300_000
    assert (decision.state, decision.confirmed_by) == ("returned", None)
    assert deeds(decision)[-1] == ("send_back", "confirmed", "returned")
    with pytest.raises(WrongState):
        decisions.propose_again(decision, "fund", None, *WORDS, by=cast["joyce"])


def test_a_budget_that_was_changed_counts_from_the_next_deed(app, cast) -> None:
    first, second, third = builders.scored(builders.the_round(300_000), [300_000, 300_000, 100_000])
    decision = decisions.propose(first, "fund", None, *WORDS, by=cast["joyce"])
    builders.the_round(600_000)
    decisions.propose(second, "fund", None, *WORDS, by=cast["joyce"])
    builders.the_round(350_000)
    with pytest.raises(Invalid):
        decisions.propose(third, "fund", None, *WORDS, by=cast["joyce"])
    decisions.send_back(decision, "There is less now.", by=cast["martin"])
    with pytest.raises(Invalid) as refused:
        decisions.propose(third, "fund", None, *WORDS, by=cast["joyce"])
    assert str(refused.value.errors["outcome"]) == "That takes £1,000, and £500 is left in the budget."
    assert committed() == 300_000


def test_only_what_is_scored_comes_before_the_panel(app, cast) -> None:
    round_ = builders.the_round()
    with action():
        found = {
            state: builders.application(round_, state=state) for state in ("submitted", "assessing", "not_eligible")
        }
    for one in found.values():
        with pytest.raises(WrongState):
            decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    assert builders.decisions() == []


def joyce_is_in_the_team(one: Application, person_id: int) -> None:
    """She joined the applicant's team."""
    with action() as session:
        session.add(
            TeamMember(organisation_id=one.organisation_id, person_id=person_id, role="member", joined_at=utc_now())
        )


def joyce_declared_it(one: Application, person_id: int) -> None:
    """She said so herself."""
    with action() as session:
        session.add(
            Conflict(
                round_id=one.round_id,
                person_id=person_id,
                organisation_id=one.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )


@pytest.mark.parametrize("conflict", [joyce_is_in_the_team, joyce_declared_it])
def test_nobody_in_conflict_can_do_any_of_it(app, cast, conflict) -> None:
    one, other = builders.scored(builders.the_round(500_000), [300_000, 300_000])
    conflict(one, cast["joyce"].person_id)
    joyce, martin = cast["joyce"], cast["martin"]
    with pytest.raises(NotThere):
        decisions.propose(one, "fund", None, *WORDS, by=joyce)
    decision = decisions.propose(one, "fund", None, *WORDS, by=martin)
    for act in (
        lambda: decisions.propose_again(decision, "decline", None, *WORDS, by=joyce),
        lambda: decisions.send_back(decision, "No", by=joyce),
        lambda: decisions.confirm(decision, by=joyce),
    ):
        with pytest.raises(NotThere):
            act()
    with pytest.raises(Invalid) as refused:
        decisions.propose(other, "fund", None, *WORDS, by=joyce)
    assert str(refused.value.errors["outcome"]) == "That takes £3,000, and less is left in the budget."
    assert [(now.state, now.version) for now in builders.decisions()] == [("proposed", 1)]
