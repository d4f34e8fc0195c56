"""Checking, declaring, sharing out, scoring and standing down, as verbs."""

import pytest
from sqlalchemy import select

from portal.applications.models import Application
from portal.assessments import actions, queues
from portal.assessments.models import Conflict, Declaration, Panel, Score, Standing
from portal.assessments.scoring import Kept, Mark, Typed
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import Say
from tests.assessments import builders, steps


def deeds(verb: str) -> list[Deed]:
    """What the history has of a verb."""
    db.session.rollback()
    return list(db.session.scalars(select(Deed).where(Deed.verb == verb).order_by(Deed.id)))


def conflicts_of(someone) -> list[tuple[int, str]]:
    """A person's conflicts: organisation and source."""
    db.session.rollback()
    rows = db.session.execute(
        select(Conflict.organisation_id, Conflict.source)
        .where(Conflict.person_id == someone.person_id)
        .order_by(Conflict.organisation_id)
    )
    return [tuple(row) for row in rows]


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


# Scoring


def two_readings(cast) -> tuple[Application, list]:
    """An application with its two readers, Hannah being free to be the third."""
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    steps.declared(round_, cast, "hannah")
    return application, steps.readings(application)


def test_scores_are_kept_as_they_are_typed_with_a_row_of_history(app, cast) -> None:
    _, [reading, _] = two_readings(cast)
    me = steps.reader_of(reading, cast)
    typed = {"need": Typed(Mark(4, "Strong need"), Kept().stamp()), "plan": Typed(Mark(), Kept().stamp())}
    saved = actions.save_scores(reading, typed, "page one", by=me)
    assert saved.written == ["need"]
    later = {"need": Typed(Mark(None, "Strong"), saved.kept["need"].stamp())}
    saved = actions.save_scores(reading, later, "page one", by=me)
    assert saved.kept["need"] == Kept(Mark(None, "Strong"), 2, "page one")
    [row] = db.session.scalars(select(Score)).all()
    assert (row.points, row.reason, row.version) == (None, "Strong", 2)
    assert [deed.facts for deed in deeds("save_scores")] == [
        {"criteria": ["need"], "points": [4]},
        {"criteria": ["need"], "points": [None]},
    ]


def test_a_stale_window_is_shown_both_and_what_it_did_not_touch_is_left_alone(app, cast) -> None:
    _, [reading, _] = two_readings(cast)
    me, empty = steps.reader_of(reading, cast), Kept().stamp()
    first = {"need": Typed(Mark(4, "From window one"), empty), "plan": Typed(Mark(2, "Plan one"), empty)}
    actions.save_scores(reading, first, "window one", by=me)
    second = {"need": Typed(Mark(1, "From window two"), empty), "plan": Typed(Mark(), empty)}
    saved = actions.save_scores(reading, second, "window two", by=me)
    assert (list(saved.clashes), saved.written) == (["need"], [])
    assert saved.kept["need"].mark == Mark(4, "From window one")
    assert saved.kept["plan"].mark == Mark(2, "Plan one")
    mine = {"need": Typed(Mark(1, "From window two"), saved.kept["need"].stamp(), "mine")}
    settled = actions.save_scores(reading, mine, "window two", by=me)
    assert (settled.settled, settled.kept["need"].mark) == (["need"], Mark(1, "From window two"))


def test_what_is_no_score_is_not_kept(app, cast) -> None:
    _, [reading, _] = two_readings(cast)
    me, empty = steps.reader_of(reading, cast), Kept().stamp()
    for mark in (Mark(6, "More"), Mark(-1, "Less"), Mark(3, "x" * 5001)):
        with pytest.raises(Invalid):
            actions.save_scores(reading, {"need": Typed(mark, empty)}, "page one", by=me)
    assert db.session.scalars(select(Score)).all() == []


def test_finishing_says_what_is_missing_and_keeps_what_was_typed(app, cast) -> None:
    application, [reading, _] = two_readings(cast)
    typed = steps.sheet(application)
    typed["plan"] = Typed(Mark(3, ""), Kept().stamp())
    saved = actions.finish(reading, typed, "page one", by=steps.reader_of(reading, cast))
    assert saved.missing == {"reason-plan": Say("{criterion}: say why in a few words", criterion="Plan and people")}
    assert [each.state for each in steps.readings(application)] == ["shared", "shared"]
    assert len(db.session.scalars(select(Score)).all()) == 5


def test_when_both_are_in_and_near_the_application_is_ranked(app, cast) -> None:
    application, [first, second] = two_readings(cast)
    steps.finished(first, cast, 3)
    assert (steps.state_of(application), db.session.scalars(select(Standing)).all()) == ("assessing", [])
    steps.finished(second, cast, {"need": 4, "safe": 2})
    [standing] = db.session.scalars(select(Standing)).all()
    assert steps.state_of(application) == "scored"
    assert (standing.points, standing.lowest, standing.highest) == (310, 300, 320)
    assert [(deed.actor_id, deed.facts) for deed in deeds("finish_scoring")] == [(None, {"points": 310})]
    assert [each.points for each in steps.readings(application)] == [300, 320]


def test_a_gap_of_two_calls_a_third_and_the_mean_of_all_three_counts(app, cast, letters) -> None:
    application, [first, second] = two_readings(cast)
    steps.finished(first, cast, 3)
    before = len(letters())
    steps.finished(second, cast, {"safe": 5})
    [*_, third] = steps.readings(application)
    assert (third.reviewer_id, third.is_third, third.state) == (cast["hannah"].person_id, True, "shared")
    assert steps.state_of(application) == "assessing"
    [letter] = letters()[before:]
    assert (letter.to_address, letter.template) == (cast["hannah"].email, "assessments/mail/shared")
    steps.finished(third, cast, 5)
    [standing] = db.session.scalars(select(Standing)).all()
    assert (steps.state_of(application), standing.points) == ("scored", round((300 + 320 + 500) / 3))


def test_a_third_far_from_both_calls_no_fourth(app, cast) -> None:
    application, [first, second] = two_readings(cast)
    steps.finished(first, cast, 0)
    steps.finished(second, cast, 3)
    steps.finished(steps.readings(application)[2], cast, 5)
    assert (steps.state_of(application), len(steps.readings(application))) == ("scored", 3)


def test_where_nobody_is_free_it_waits_until_an_approver_names_somebody(app, cast, letters) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    steps.shared_out(round_, cast)
    first, second = steps.readings(circle)
    steps.finished(first, cast, 1)
    steps.finished(second, cast, 4)
    assert (steps.state_of(circle), len(steps.readings(circle))) == ("assessing", 2)
    with pytest.raises(Invalid):
        actions.name_reader(circle, cast["ruth"].person_id, by=cast["joyce"])
    approver = builders.approver("Newcomer")
    with action() as session:
        session.add(builders.CouncilRole(person_id=approver.person_id, role="reviewer", given_at=builders.utc_now()))
    newcomer = builders.someone_for(approver.email)
    with pytest.raises(Invalid):
        actions.name_reader(circle, newcomer.person_id, by=cast["joyce"])
    actions.declare(round_, [], by=newcomer)
    with pytest.raises(NotAllowed):
        actions.name_reader(circle, newcomer.person_id, by=cast["daniel"])
    before = len(letters())
    actions.name_reader(circle, newcomer.person_id, by=cast["joyce"])
    third = steps.readings(circle)[2]
    assert (third.reviewer_id, third.is_third) == (newcomer.person_id, True)
    assert [letter.to_address for letter in letters()[before:]] == [newcomer.email]
    with pytest.raises(WrongState):
        actions.name_reader(circle, cast["hannah"].person_id, by=cast["joyce"])


def test_finished_scores_stand(app, cast) -> None:
    application, [reading, _] = two_readings(cast)
    me = steps.reader_of(reading, cast)
    steps.finished(reading, cast, 3)
    for verb in (actions.save_scores, actions.finish):
        with pytest.raises(WrongState):
            verb(reading, steps.sheet(application, 5), "page two", by=me)
    with pytest.raises(WrongState):
        actions.stand_down(reading, by=me)
    assert {row.points for row in db.session.scalars(select(Score))} == {3}


def test_nobody_writes_in_another_reviewers_sheet(app, cast) -> None:
    application, [reading, _] = two_readings(cast)
    others = [
        cast[key]
        for key in ("ruth", "daniel", "hannah", "joyce", "amina")
        if cast[key] != steps.reader_of(reading, cast)
    ]
    for other in others:
        for act in (
            lambda other=other: actions.save_scores(reading, steps.sheet(application), "page", by=other),
            lambda other=other: actions.finish(reading, steps.sheet(application), "page", by=other),
            lambda other=other: actions.stand_down(reading, by=other),
        ):
            with pytest.raises(NotThere):
                act()
    assert db.session.scalars(select(Score)).all() == []


def test_a_withdrawn_application_takes_no_more_scores(app, cast) -> None:
    application, [reading, _] = two_readings(cast)
    with action():
        application.state = "withdrawn"
    with pytest.raises(WrongState):
        actions.finish(reading, steps.sheet(application), "page", by=steps.reader_of(reading, cast))


# Standing down


def test_standing_down_ends_the_reading_and_calls_somebody_else(app, cast, letters) -> None:
    application, [reading, other] = two_readings(cast)
    me, before = steps.reader_of(reading, cast), len(letters())
    actions.save_scores(reading, steps.sheet(application), "page", by=me)
    actions.stand_down(reading, by=me)
    states = {each.reviewer_id: (each.state, each.is_third) for each in steps.readings(application)}
    assert states == {
        me.person_id: ("stood_down", False),
        other.reviewer_id: ("shared", False),
        cast["hannah"].person_id: ("shared", False),
    }
    assert conflicts_of(me) == [(application.organisation_id, "declared")]
    assert [letter.to_address for letter in letters()[before:]] == [cast["hannah"].email]
    with pytest.raises(NotThere):
        actions.save_scores(reading, steps.sheet(application), "page", by=me)


def test_scores_of_who_stood_down_never_count(app, cast) -> None:
    application, [reading, other] = two_readings(cast)
    me = steps.reader_of(reading, cast)
    actions.save_scores(reading, steps.sheet(application, 0), "page", by=me)
    actions.stand_down(reading, by=me)
    steps.finished(other, cast, 4)
    steps.finished(steps.readings(application, "shared")[0], cast, 4)
    [standing] = db.session.scalars(select(Standing)).all()
    assert (steps.state_of(application), standing.points, standing.lowest) == ("scored", 400, 400)


def test_where_nobody_is_free_for_who_stood_down_the_application_waits(app, cast) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    steps.shared_out(round_, cast)
    first, second = steps.readings(circle)
    steps.finished(first, cast, 3)
    actions.stand_down(second, by=steps.reader_of(second, cast))
    assert (steps.state_of(circle), [each.state for each in steps.readings(circle)]) == (
        "assessing",
        ["finished", "stood_down"],
    )


def test_an_approver_who_reads_it_does_not_name_the_next_reader(app, cast) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    steps.shared_out(round_, cast)
    first, second = steps.readings(circle)
    steps.finished(first, cast, 1)
    steps.finished(second, cast, 4)
    reader = steps.reader_of(first, cast)
    with action() as session:
        session.add(builders.CouncilRole(person_id=reader.person_id, role="approver", given_at=builders.utc_now()))
    both = builders.someone_for(reader.email)
    assert (queues.needs_third(both).count, queues.needs_third(cast["joyce"]).count) == (0, 1)
    with pytest.raises(NotAllowed):
        actions.name_reader(circle, cast["ruth"].person_id, by=both)
