"""A conflict of interest with a record is one with whoever it was merged with, in both directions, on every page."""

import pytest

from portal.applications import actions as applying
from portal.applications.models import Application
from portal.applications.queries import one_for
from portal.assessments import access, actions, queries, ranking, sharing_queries
from portal.assessments.stepping_back import step_back_everywhere
from portal.db.session import action, db
from portal.funds.models import Round
from portal.history.models import Deed
from portal.kit.errors import NotThere
from portal.organisations import check_queries
from portal.organisations.models import Organisation
from portal.organisations.queries import someone_for
from portal.permissions import Role
from tests.applications import drafts
from tests.assessments import steps
from tests.organisations.twins import apart, join, merge, record

ADVICE = "Burmantofts Advice"


def round_with(twin, state: str = "assessing"):
    """A closed round, to which one record has applied."""
    round_ = steps.closed_round()
    with action():
        found = steps.builders.application(round_, twin, state=state)
    return round_, found


def conflict_of(someone, application) -> bool:
    """Whether somebody may not read an application that reviewers and approvers read."""
    try:
        queries.one_for(someone, application.ref)
    except NotThere:
        return True
    return False


@pytest.mark.parametrize("direction", ["the record goes", "the record stays"])
def test_a_member_of_one_record_reads_nothing_of_the_other(app, cast, direction: str) -> None:
    twin, other = record(ADVICE, leads=1), record("Burmantofts Advice Centre")
    round_, application = round_with(twin)
    join(other, cast["joyce"], Role.LEAD)
    joyce = someone_for(cast["joyce"].email)
    assert not conflict_of(joyce, application)

    pair = (other, twin) if direction == "the record goes" else (twin, other)
    found = merge(*pair, cast["priya"])

    assert conflict_of(joyce, application)
    assert not conflict_of(cast["priya"], application)
    assert joyce.person_id in sharing_queries.barred(round_.id)[application.id]
    assert ranking.figures(round_, joyce).conflicts == 1
    assert [each.known for each in sharing_queries.applicants(round_.id, joyce.person_id)] == [True]
    with pytest.raises(NotThere):
        check_queries.to_check(joyce, pair[0].ref)
    apart(found, cast["priya"])
    assert not conflict_of(joyce, application)
    assert ranking.figures(round_, joyce).conflicts == 0


@pytest.mark.parametrize("direction", ["the record goes", "the record stays"])
def test_who_wrote_in_it_through_the_merge_never_judges_it(app, cast, direction: str) -> None:
    other = record("Burmantofts Advice Centre", leads=1)
    join(other, cast["joyce"], Role.MEMBER)
    join(other, cast["martin"], Role.MEMBER)
    draft = drafts.filled(cast["amina"])
    tea = db.session.get_one(Organisation, draft.organisation_id)
    pair = (other, tea) if direction == "the record goes" else (tea, other)
    found = merge(*pair, cast["priya"])
    joyce = someone_for(cast["joyce"].email)
    drafts.save(one_for(joyce, draft.ref), "project", joyce, title="Written by Joyce")
    applying.submit(draft, "Amina Yusuf", by=someone_for(cast["amina"].email))

    apart(found, cast["priya"])

    with action() as session:
        session.get_one(Application, draft.id).state = "assessing"
    round_ = db.session.get_one(Round, draft.round_id)
    assert conflict_of(joyce, draft)
    assert not conflict_of(someone_for(cast["martin"].email), draft), "who could write in it and did not"
    assert joyce.person_id in sharing_queries.barred(round_.id)[draft.id]
    assert cast["martin"].person_id not in sharing_queries.barred(round_.id)[draft.id]
    assert ranking.figures(round_, joyce).conflicts == 1


def test_a_declared_conflict_covers_both_and_stays_with_both_when_they_are_apart(app, cast) -> None:
    twin, other = record(ADVICE, leads=1), record("Burmantofts Advice Centre", leads=1)
    round_, application = round_with(twin)
    found = merge(other, twin, cast["priya"])

    actions.declare(round_, [other.ref], by=cast["daniel"])

    assert {id for id, _ in steps.conflicts_of(cast["daniel"])} == {twin.id, other.id}
    assert conflict_of(cast["daniel"], application)
    actions.declare(round_, [], by=cast["daniel"])
    assert steps.conflicts_of(cast["daniel"]) == []
    actions.declare(round_, [other.ref], by=cast["daniel"])
    apart(found, cast["priya"])
    assert cast["daniel"].person_id in sharing_queries.barred(round_.id)[application.id]


def test_who_declared_against_one_record_is_asked_about_the_one_that_stays_and_keeps_it(app, cast) -> None:
    twin, other = record(ADVICE, leads=1), record("Burmantofts Advice Centre", leads=1)
    round_, application = round_with(twin)
    actions.declare(round_, [twin.ref], by=cast["daniel"])

    merge(other, twin, cast["priya"])

    [applicant] = sharing_queries.applicants(round_.id, cast["daniel"].person_id)
    assert (applicant.ref, applicant.declared) == (other.ref, True)
    assert conflict_of(cast["daniel"], application)
    assert check_queries.CONFLICTS[1] is access.declared_against


def test_a_reading_goes_to_somebody_else_when_its_reader_comes_into_conflict(app, cast) -> None:
    twin, other = record(ADVICE, leads=1), record("Burmantofts Advice Centre")
    round_, application = round_with(twin)
    steps.shared_out(round_, cast)
    [first, *_] = steps.readings(application)
    reader = steps.reader_of(first, cast)
    join(other, reader, Role.MEMBER)

    merge(other, twin, cast["priya"])

    states = {one.reviewer_id: one.state for one in steps.readings(application)}
    assert states[reader.person_id] == "stood_down"
    assert [state for id, state in states.items() if id != reader.person_id] == ["shared"] * (len(states) - 1)
    assert db.session.query(Deed).filter(Deed.verb == "stand_down", Deed.actor_id.is_(None)).count() == 1


def test_the_worker_finds_readings_whose_reader_came_into_conflict_otherwise(app, cast) -> None:
    twin = record(ADVICE, leads=1)
    round_, application = round_with(twin)
    steps.shared_out(round_, cast)
    [first, *_] = steps.readings(application)
    reader = steps.reader_of(first, cast)
    join(twin, reader, Role.MEMBER)

    assert (step_back_everywhere(), step_back_everywhere()) == (1, 0)

    states = {one.reviewer_id: one.state for one in steps.readings(application)}
    assert states[reader.person_id] == "stood_down"
    assert [state for id, state in states.items() if id != reader.person_id] == ["shared"] * (len(states) - 1)


def test_the_council_reads_the_name_of_the_one_that_stays(app, cast) -> None:
    twin, other = record(ADVICE, leads=1), record("Burmantofts Advice Centre")
    _, application = round_with(twin, "submitted")
    merge(other, twin, cast["priya"])
    assert queries.one_for(cast["joyce"], application.ref).organisation.name == other.name
