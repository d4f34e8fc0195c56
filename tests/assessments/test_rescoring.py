"""Finished scores that are taken back: corrected in time, kept as they were, and no way to feel for another's."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from portal.applications.models import Application
from portal.assessments import actions, rescoring
from portal.assessments.models import Assessment, EarlierScore, Gap, Standing
from portal.assessments.rules import TAKEN_BACK_MOST
from portal.assessments.scoring import Mark, Typed
from portal.assessments.scoring_queries import all_given
from portal.db.session import action, db
from portal.kit.errors import NotThere, WrongState
from tests.assessments import steps
from tests.assessments.test_walls import crawl, where


def two_readings(cast, *, third: bool = True) -> tuple[Application, Assessment, Assessment]:
    """An application with its two readers; Hannah is free to be the third, or nobody is."""
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    if third:
        steps.declared(round_, cast, "hannah")
    first, second = steps.readings(application)
    return application, first, second


def corrected(reading: Assessment, cast, points: int, reason: str = "On second thoughts.") -> None:
    """Its reader takes the scores back, gives these points everywhere, and finishes again."""
    who = steps.reader_of(reading, cast)
    rescoring.take_back(reading, by=who)
    application = db.session.get_one(Application, reading.application_id)
    kept = actions.marks.rows_of(reading)
    typed = {
        code: Typed(Mark(points, reason), actions.marks.kept_of(kept[code]).stamp())
        for code in steps.sheet(application)
    }
    saved = actions.finish(reading, typed, f"correction of {reading.id}", by=who)
    assert (saved.missing, saved.clashes) == ({}, {})


def test_what_was_given_before_is_kept_with_its_moment(app, cast) -> None:
    application, first, _ = two_readings(cast)
    steps.finished(first, cast, {"need": 2}, "Too quick.")
    finished_at = first.finished_at
    rescoring.take_back(first, by=steps.reader_of(first, cast))
    kept = db.session.scalars(select(EarlierScore)).all()
    assert {row.criterion: (row.number, row.points, row.reason) for row in kept} == {
        code: (1, 2 if code == "need" else 3, "Too quick.") for code in steps.sheet(application)
    }
    assert {row.given_at for row in kept} == {finished_at}
    assert (first.state, first.points, first.finished_at) == ("shared", None, None)
    [deed] = steps.deeds("take_back")
    assert (deed.from_state, deed.to_state, deed.facts) == ("finished", "shared", {"points": 270})


def test_a_correction_counts_and_stands_beside_what_was_given_before(app, cast) -> None:
    application, first, second = two_readings(cast)
    steps.finished(first, cast, 2, "Too quick.")
    corrected(first, cast, 3, "On second thoughts.")
    assert all_given(application) == {}
    steps.finished(second, cast, 3)
    db.session.rollback()
    assert db.session.scalars(select(Standing)).one().points == 300
    mine = all_given(db.session.get_one(Application, application.id))["need"][0]
    assert (mine.points, mine.reason) == (3, "On second thoughts.")
    assert [(each.points, each.reason) for each in mine.before] == [(2, "Too quick.")]


def test_what_a_correction_left_alone_is_not_told_as_corrected(app, cast) -> None:
    application, first, second = two_readings(cast)
    steps.finished(first, cast, 3, "Because.")
    for reason in ("Because.", "Because of the plan.", "Because of the plan."):
        corrected(first, cast, 3, reason)
    steps.finished(second, cast, 3)
    db.session.rollback()
    mine = all_given(db.session.get_one(Application, application.id))["need"][0]
    assert [each.reason for each in mine.before] == ["Because."]


def test_once_all_are_in_they_stand(app, cast) -> None:
    _, first, second = two_readings(cast)
    steps.finished(first, cast, 3)
    steps.finished(second, cast, 3)
    with pytest.raises(WrongState, match="All scores are in now, so yours stand"):
        rescoring.take_back(first, by=steps.reader_of(first, cast))
    assert db.session.scalars(select(EarlierScore)).all() == []


def test_only_ones_own_finished_scores_are_taken_back(app, cast) -> None:
    application, first, second = two_readings(cast)
    with pytest.raises(WrongState):
        rescoring.take_back(first, by=steps.reader_of(first, cast))
    steps.finished(first, cast, 3)
    for other in (steps.reader_of(second, cast), cast["hannah"], cast["joyce"], cast["amina"]):
        with pytest.raises(NotThere):
            rescoring.take_back(first, by=other)
    with action():
        application.state = "withdrawn"
    with pytest.raises(WrongState, match="no longer being scored"):
        rescoring.take_back(first, by=steps.reader_of(first, cast))


def test_it_has_an_end(app, cast) -> None:
    _, first, _ = two_readings(cast)
    steps.finished(first, cast, 3)
    for time in range(TAKEN_BACK_MOST):
        corrected(first, cast, time % 3)
    with pytest.raises(WrongState, match="You have taken these scores back 9 times"):
        rescoring.take_back(first, by=steps.reader_of(first, cast))


def test_the_database_refuses_to_change_what_was_kept(app, cast) -> None:
    _, first, _ = two_readings(cast)
    steps.finished(first, cast, 3)
    rescoring.take_back(first, by=steps.reader_of(first, cast))
    for statement in (update(EarlierScore).values(points=5), delete(EarlierScore)):
        with pytest.raises(DatabaseError, match="earlier_scores is append-only"):
            db.session.execute(statement)
        db.session.rollback()


def test_nobody_can_feel_for_the_others_points_by_trying(app, cast) -> None:
    """Where they lay apart once, a correction that would end the gap changes nothing that its author can see."""
    application, first, second = two_readings(cast, third=False)
    steps.finished(first, cast, 1)
    steps.finished(second, cast, 4)
    assert steps.state_of(application) == "assessing"
    for points in (0, 5, 3, 4):
        corrected(first, cast, points)
        assert steps.state_of(application) == "assessing"
    gaps = db.session.scalars(select(Gap.criterion).where(Gap.application_id == application.id))
    assert sorted(gaps) == sorted(steps.sheet(application))


def test_a_correction_calls_no_second_third(app, cast) -> None:
    application, first, second = two_readings(cast)
    steps.finished(first, cast, 1)
    steps.finished(second, cast, 4)
    corrected(first, cast, 0)
    corrected(second, cast, 5)
    first, second, third = steps.readings(application)
    rescoring.take_back(second, by=steps.reader_of(second, cast))
    steps.finished(third, cast, 3)
    assert steps.state_of(application) == "assessing"
    kept = actions.marks.rows_of(second)
    typed = {code: Typed(actions.marks.kept_of(row).mark, "") for code, row in kept.items()}
    actions.finish(second, typed, "page", by=steps.reader_of(second, cast))
    assert (steps.state_of(application), len(steps.readings(application))) == ("scored", 3)


def test_neither_sees_that_the_other_took_theirs_back(app, cast, as_, letters) -> None:
    _, first, second = two_readings(cast)
    steps.finished(first, cast, 1, "A heron canary")
    reader = as_(next(key for key in steps.REVIEWERS if cast[key].person_id == second.reviewer_id))
    before, mail = crawl(reader), len(letters())
    corrected(first, cast, 2, "A stork canary")
    assert crawl(reader) == before
    rescoring.take_back(first, by=steps.reader_of(first, cast))
    assert crawl(reader) == before
    assert where("heron canary", before) == where("stork canary", before) == []
    assert len(letters()) == mail


def test_the_button_opens_the_sheet_with_all_that_was_given(app, cast, as_, send) -> None:
    _, first, _ = two_readings(cast)
    key = next(key for key in steps.REVIEWERS if cast[key].person_id == first.reviewer_id)
    steps.finished(first, cast, 2, "Too quick.")
    client, path = as_(key), f"/review/assessments/{first.ref}"
    answer = send(client, path, action=f"{path}/correct")
    assert (answer.status_code, answer.location) == (303, path)
    page = client.get(path).get_data(as_text=True)
    assert "until then they do not count" in page
    assert page.count("Too quick.") == 5
    assert f'action="{path}/correct"' not in page


def test_the_button_is_gone_and_its_press_is_told_when_all_are_in(app, cast, as_) -> None:
    _, first, second = two_readings(cast)
    key = next(key for key in steps.REVIEWERS if cast[key].person_id == first.reviewer_id)
    client, path = as_(key), f"/review/assessments/{first.ref}"
    steps.finished(first, cast, 3)
    steps.finished(second, cast, 3)
    assert f'action="{path}/correct"' not in client.get(path).get_data(as_text=True)
    answer = client.post(f"{path}/correct", data=steps.keys(client))
    assert answer.status_code == 409
    assert "All scores are in now, so yours stand" in answer.get_data(as_text=True)
