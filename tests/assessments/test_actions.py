"""Checking, declaring and sharing out, as verbs."""

import pytest
from sqlalchemy import select

from portal.assessments import actions
from portal.assessments.models import Declaration, Panel
from portal.db.session import action, db
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from tests.assessments import builders, steps
from tests.assessments.steps import conflicts_of, deeds

# Checking


def test_an_eligible_application_goes_on_and_every_lead_hears_when(app, cast, letters) -> None:
    round_ = steps.closed_round()
    with action():
        application = builders.application(round_, builders.organisation(leads=2), state="submitted", title="Tea time")
    before = len(letters())
    actions.find_eligible(application, by=cast["joyce"])
    new = letters()[before:]
    assert steps.state_of(application) == "assessing"
    assert [letter.template for letter in new] == ["assessments/mail/eligible"] * 2
    assert [letter.subject for letter in new] == ["Your application goes on: Tea time"] * 2
    assert f"{round_.told_by:%-d %B %Y}" in new[0].text
    assert [deed.actor_id for deed in deeds("accept")] == [cast["joyce"].person_id]


def test_an_application_that_cannot_go_on_ends_with_its_reasons_in_the_letter(app, cast, letters) -> None:
    [application] = steps.sent(steps.closed_round())
    before = len(letters())
    actions.find_not_eligible(application, "  Your group is outside Leeds.\r\n", by=cast["joyce"])
    [letter] = letters()[before:]
    assert steps.state_of(application) == "not_eligible"
    assert application.outcome_reasons == "Your group is outside Leeds."
    assert "Your group is outside Leeds." in letter.text
    assert "Your group is outside Leeds." in letter.html
    assert deeds("refuse")[0].facts == {}


def test_nobody_is_refused_without_a_reason(app, cast, letters) -> None:
    [application] = steps.sent(steps.closed_round())
    before = len(letters())
    with pytest.raises(Invalid):
        actions.find_not_eligible(application, " \n ", by=cast["joyce"])
    assert (steps.state_of(application), len(letters()), deeds("refuse")) == ("submitted", before, [])


def test_an_application_is_checked_once(app, cast, letters) -> None:
    [application] = steps.sent(steps.closed_round())
    actions.find_eligible(application, by=cast["joyce"])
    before = len(letters())
    with pytest.raises(WrongState):
        actions.find_not_eligible(application, "Too late", by=cast["martin"])
    with pytest.raises(WrongState):
        actions.find_eligible(application, by=cast["martin"])
    assert (steps.state_of(application), len(letters())) == ("assessing", before)


@pytest.mark.parametrize("key", ["helen", "priya"])
def test_who_may_only_read_cannot_check(app, cast, key: str) -> None:
    [application] = steps.sent(steps.closed_round())
    with pytest.raises(NotAllowed):
        actions.find_eligible(application, by=cast[key])


@pytest.mark.parametrize("key", ["ruth", "wei", "amina", "leanne"])
def test_for_who_may_not_read_there_is_nothing_to_check(app, cast, key: str) -> None:
    [application] = steps.sent(steps.closed_round())
    with pytest.raises(NotThere):
        actions.find_eligible(application, by=cast[key])


# Declaring


def test_a_declaration_keeps_what_was_ticked_and_what_the_portal_knows(app, cast) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    [other, third] = steps.sent(round_, 2, "assessing")
    ref = other.organisation_id
    organisation = db.session.get_one(builders.Organisation, ref)
    actions.declare(round_, [organisation.ref], by=cast["ruth"])
    assert conflicts_of(cast["ruth"]) == sorted([(circle.organisation_id, "known"), (ref, "declared")])
    actions.declare(round_, [], by=cast["ruth"])
    assert conflicts_of(cast["ruth"]) == [(circle.organisation_id, "known")]
    declarations = db.session.scalars(select(Declaration)).all()
    assert [each.person_id for each in declarations] == [cast["ruth"].person_id]
    assert [deed.facts["organisations"] for deed in deeds("declare")] == [
        sorted([circle.organisation_id, ref]),
        [circle.organisation_id],
    ]
    assert conflicts_of(cast["daniel"]) == []
    assert third.organisation_id not in {id for id, _ in conflicts_of(cast["ruth"])}


def test_nobody_declares_while_the_round_is_open(app, cast) -> None:
    with pytest.raises(WrongState):
        actions.declare(builders.the_round(), [], by=cast["ruth"])
    assert db.session.scalars(select(Declaration)).all() == []


def test_an_approver_can_declare_too_and_then_decides_nothing(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    organisation = db.session.get_one(builders.Organisation, application.organisation_id)
    actions.declare(round_, [organisation.ref], by=cast["joyce"])
    with pytest.raises(NotThere):
        actions.find_eligible(application, by=cast["joyce"])
    with pytest.raises(NotAllowed):
        actions.declare(round_, [], by=cast["helen"])


def test_once_shared_out_a_conflict_can_be_added_but_not_taken_back(app, cast, letters) -> None:
    round_ = steps.closed_round()
    [first, second] = steps.sent(round_, 2, "assessing")
    refs = {each.id: db.session.get_one(builders.Organisation, each.organisation_id).ref for each in (first, second)}
    actions.declare(round_, [refs[first.id]], by=cast["ruth"])
    steps.declared(round_, cast, "daniel", "hannah")
    actions.share_out(round_, by=cast["joyce"])
    mine = [each for each in steps.readings() if each.reviewer_id == cast["ruth"].person_id]
    assert [each.application_id for each in mine] == [second.id]
    before = len(letters())
    actions.declare(round_, [refs[second.id]], by=cast["ruth"])
    assert [id for id, _ in conflicts_of(cast["ruth"])] == sorted([first.organisation_id, second.organisation_id])
    states = {(each.reviewer_id, each.state) for each in steps.readings(second)}
    assert states == {
        (cast["ruth"].person_id, "stood_down"),
        (cast["daniel"].person_id, "shared"),
        (cast["hannah"].person_id, "shared"),
    }
    assert [letter.template for letter in letters()[before:]] == ["assessments/mail/shared"]


# Sharing out


def test_sharing_out_gives_two_readers_to_each_and_one_letter_to_each_reader(app, cast, letters) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 5, "assessing")
    circle = steps.sent_by("grace", round_)
    steps.declared(round_, cast)
    before = len(letters())
    plan = actions.share_out(round_, by=cast["joyce"])
    loads = {key: sum(each.reviewer_id == cast[key].person_id for each in steps.readings()) for key in steps.REVIEWERS}
    assert (plan.shared(), plan.short()) == (6, 0)
    assert loads == {"ruth": 4, "daniel": 4, "hannah": 4}
    assert {each.reviewer_id for each in steps.readings(circle)} == {cast["daniel"].person_id, cast["hannah"].person_id}
    new = letters()[before:]
    assert sorted(letter.to_address for letter in new) == sorted(cast[key].email for key in steps.REVIEWERS)
    assert {letter.subject for letter in new} == {f"4 applications to score: {round_.title}"}
    assert len(deeds("share")) == 12
    assert [deed.facts for deed in deeds("share_out")] == [{"applications": 6, "readings": 12}]


def test_sharing_out_again_finds_nothing_and_writes_to_nobody(app, cast, letters) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 3, "assessing")
    steps.shared_out(round_, cast)
    there, before = len(steps.readings()), len(letters())
    plan = actions.share_out(round_, by=cast["martin"])
    assert (plan.shared(), len(steps.readings()), len(letters())) == (0, there, before)
    assert len(deeds("share_out")) == 1


def test_only_those_who_declared_are_given_anything_and_what_is_short_is_said(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "daniel")
    plan = actions.share_out(round_, by=cast["joyce"])
    assert (plan.shared(), plan.short()) == (1, 1)
    assert [each.reviewer_id for each in steps.readings(application)] == [cast["daniel"].person_id]
    steps.declared(round_, cast, "hannah")
    plan = actions.share_out(round_, by=cast["joyce"])
    assert (plan.shared(), plan.short()) == (1, 0)
    assert {each.reviewer_id for each in steps.readings(application)} == {
        cast["daniel"].person_id,
        cast["hannah"].person_id,
    }


def test_sharing_out_waits_for_the_round_to_close_and_for_an_approver(app, cast) -> None:
    with pytest.raises(WrongState):
        actions.share_out(builders.the_round(), by=cast["joyce"])
    with pytest.raises(NotAllowed):
        actions.share_out(steps.closed_round(), by=cast["daniel"])


def test_the_panel_row_is_made_with_the_budget(app, cast) -> None:
    round_ = steps.closed_round()
    steps.shared_out(round_, cast)
    [panel] = db.session.scalars(select(Panel)).all()
    assert (panel.budget_pence, panel.committed_pence) == (round_.budget_pence, 0)
