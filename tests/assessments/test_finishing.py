"""Scoring, finishing, calling a third and standing down, as verbs."""

import pytest
from sqlalchemy import select

from portal.applications.models import Application
from portal.assessments import actions
from portal.assessments.models import Score, Standing
from portal.assessments.scoring import Kept, Mark, Typed
from portal.db.session import action, db
from portal.desk.queues import Filters, counted
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import Say
from tests.assessments import builders, steps
from tests.assessments.steps import conflicts_of, deeds


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
    waiting = [counted(one, Filters()).by_queue["needs_third"] for one in (both, cast["joyce"])]
    assert waiting == [0, 1]
    with pytest.raises(NotAllowed):
        actions.name_reader(circle, cast["ruth"].person_id, by=both)
