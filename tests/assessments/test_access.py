"""The one clause: who may read which application for the council."""

import datetime as dt

import pytest
from sqlalchemy import select, update

from portal.applications.models import Application
from portal.assessments import access, actions
from portal.assessments.models import Conflict
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.organisations.models import TeamMember
from portal.permissions import PORTAL
from tests.assessments import builders, steps

EVERYTHING = ("joyce", "martin", "helen", "priya", "colin")
NOTHING = ("amina", "tom", "marcia", "leanne", "philippa", "imran", "wei")


def readable(someone) -> set[int]:
    """The applications that somebody may read."""
    db.session.rollback()
    return set(db.session.scalars(select(Application.id).where(access.readable_by(someone))))


def test_what_each_of_the_cast_may_read(app, cast) -> None:
    round_ = steps.closed_round()
    ours = steps.sent(round_, 2, "assessing")
    circle = steps.sent_by("grace", round_)
    with action():
        builders.application(round_).state = "assessing"
        draft = builders.application(round_, state="draft")
        draft.submitted_at = draft.submitted_by = draft.signed_name = None
    sent = {each.id for each in db.session.scalars(select(Application)) if each.submitted_at}
    assert {key: readable(cast[key]) for key in EVERYTHING} == dict.fromkeys(EVERYTHING, sent)
    assert {key: readable(cast[key]) for key in NOTHING} == {key: set() for key in NOTHING}
    assert {key: readable(cast[key]) for key in steps.REVIEWERS} == {key: set() for key in steps.REVIEWERS}
    assert readable(PORTAL) == set()
    steps.shared_out(round_, cast)
    for key in steps.REVIEWERS:
        given = {each.application_id for each in steps.readings() if each.reviewer_id == cast[key].person_id}
        assert readable(cast[key]) == given
    assert circle.id not in readable(cast["ruth"])
    assert {each.id for each in ours} <= readable(cast["joyce"])


def test_a_declared_conflict_closes_the_application_at_once(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    assert readable(cast["joyce"]) == {application.id}
    with action() as session:
        session.add(
            Conflict(
                round_id=round_.id,
                person_id=cast["joyce"].person_id,
                organisation_id=application.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )
    assert (readable(cast["joyce"]), readable(cast["martin"])) == (set(), {application.id})
    with pytest.raises(NotThere):
        access.check(application, by=cast["joyce"])
    access.check(application, by=cast["martin"])


@pytest.mark.parametrize(("left", "may_read"), [(None, False), ("before", True), ("since", False)])
def test_a_team_counts_while_one_is_in_it_and_since_the_application_was_started(app, cast, left, may_read) -> None:
    [application] = steps.sent(steps.closed_round())
    days = {"before": -1, "since": 1}
    with action() as session:
        session.add(
            TeamMember(
                organisation_id=application.organisation_id,
                person_id=cast["joyce"].person_id,
                role="member",
                joined_at=application.started_at - dt.timedelta(days=90),
                left_at=application.started_at + dt.timedelta(days=days[left]) if left else None,
            )
        )
    assert readable(cast["joyce"]) == ({application.id} if may_read else set())


def test_joining_a_team_closes_what_was_shared_already(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    me = steps.reader_of(reading, cast)
    assert readable(me) == {application.id}
    with action() as session:
        session.add(
            TeamMember(
                organisation_id=application.organisation_id,
                person_id=me.person_id,
                role="member",
                joined_at=utc_now(),
            )
        )
    assert readable(me) == set()
    with pytest.raises(NotThere):
        actions.save_scores(reading, steps.sheet(application), "page", by=me)


def test_standing_down_closes_it(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    me = steps.reader_of(reading, cast)
    actions.stand_down(reading, by=me)
    assert readable(me) == set()


def test_names_are_hidden_from_those_who_only_score(app, cast) -> None:
    round_ = steps.closed_round()
    assert [access.names_hidden(round_, cast[key]) for key in ("ruth", "joyce")] == [False, False]
    with action() as session:
        session.execute(update(builders.Round).where(builders.Round.id == round_.id).values(names_hidden=True))
    assert [access.names_hidden(round_, cast[key]) for key in ("ruth", "joyce", "helen")] == [True, False, False]
