"""Sixteen at once, on both databases: one third reviewer, one sharing out, one letter each."""

from collections import Counter

import pytest
from sqlalchemy import func, select

from portal.applications.models import Application
from portal.assessments import actions
from portal.assessments.models import Assessment, Standing
from portal.assessments.scoring import Kept, Mark, Typed
from portal.db.session import action, db
from portal.funds.models import Round
from portal.history.models import Deed
from portal.kit.errors import WrongState
from tests.assessments import builders, steps

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
AT_ONCE = 16


def counted(verb: str) -> int:
    """How often the history has a verb."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).where(Deed.verb == verb)) or 0


def press_finish(id: int, by, points: int, press: int):
    """One press of the button, on a connection of its own."""
    reading = db.session.get_one(Assessment, id)
    application = db.session.get_one(Application, reading.application_id)
    return actions.finish(reading, steps.sheet(application, points), f"page {press}", by=by)


def test_both_finish_at_once_and_exactly_one_third_is_called(app, cast, letters) -> None:
    round_ = steps.closed_round()
    applications = steps.sent(round_, 8, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    for number in range(3):
        add_reviewer(round_, number)
    before = len(letters())
    points = {cast["ruth"].person_id: 1, cast["daniel"].person_id: 4}
    people = {cast[key].person_id: cast[key] for key in ("ruth", "daniel")}
    acts = [
        lambda id=each.id, who=each.reviewer_id: press_finish(id, people[who], points[who], 1)
        for each in steps.readings()
    ]
    assert len(acts) == AT_ONCE
    came = steps.at_once(app, acts)
    assert [one for one in came if isinstance(one, Exception)] == []
    per_application = Counter(each.application_id for each in steps.readings())
    thirds = [each for each in steps.readings() if each.is_third]
    assert per_application == {each.id: 3 for each in applications}
    assert Counter(each.application_id for each in thirds) == {each.id: 1 for each in applications}
    assert max(Counter(each.reviewer_id for each in thirds).values()) == 3
    assert len(letters()) == before + 8
    assert {steps.state_of(each) for each in applications} == {"assessing"}


def add_reviewer(round_: Round, number: int) -> None:
    """One more reviewer who has declared."""
    with action() as session:
        person = builders.person(f"Extra{number}")
        session.add(builders.CouncilRole(person_id=person.id, role="reviewer", given_at=builders.utc_now()))
    actions.declare(round_, [], by=builders.someone_for(person.email))


def test_one_application_sixteen_presses_of_its_two_readers(app, cast, letters) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    first, second = [(each.id, steps.reader_of(each, cast)) for each in steps.readings()]
    before = len(letters())
    acts = [
        lambda id=id, who=who, points=points, press=press: press_finish(id, who, points, press)
        for (id, who), points in ((first, 1), (second, 4))
        for press in range(AT_ONCE // 2)
    ]
    came = steps.at_once(app, acts)
    assert Counter(type(one) for one in came if isinstance(one, Exception)) == {WrongState: AT_ONCE - 2}
    assert [(each.is_third, each.state) for each in steps.readings(application)] == [
        (False, "finished"),
        (False, "finished"),
        (True, "shared"),
    ]
    assert (len(letters()), counted("finish")) == (before + 1, 2)


def test_the_last_two_near_each_other_rank_it_once(app, cast) -> None:
    round_ = steps.closed_round()
    applications = steps.sent(round_, 8, "assessing")
    steps.shared_out(round_, cast)
    people = {cast[key].person_id: cast[key] for key in steps.REVIEWERS}
    acts = [lambda id=each.id, who=each.reviewer_id: press_finish(id, people[who], 3, 1) for each in steps.readings()]
    came = steps.at_once(app, acts)
    assert [one for one in came if isinstance(one, Exception)] == []
    assert {steps.state_of(each) for each in applications} == {"scored"}
    assert (len(db.session.scalars(select(Standing)).all()), counted("finish_scoring")) == (8, 8)


def test_sharing_out_sixteen_times_at_once_gives_one_set(app, cast, letters) -> None:
    round_ = steps.closed_round()
    applications = steps.sent(round_, 9, "assessing")
    steps.declared(round_, cast)
    before = len(letters())
    acts = [
        lambda id=round_.id, who=cast[key]: actions.share_out(db.session.get_one(Round, id), by=who)
        for key in ("joyce", "martin") * (AT_ONCE // 2)
    ]
    steps.at_once(app, acts)
    assert Counter(each.application_id for each in steps.readings()) == {each.id: 2 for each in applications}
    assert Counter(Counter(each.reviewer_id for each in steps.readings()).values()) == {6: 3}
    assert (len(letters()), counted("share_out"), counted("share")) == (before + 3, 1, 18)


def test_declaring_while_it_is_shared_out_never_leaves_a_conflict_to_read(app, cast) -> None:
    round_ = steps.closed_round()
    applications = steps.sent(round_, 6, "assessing")
    steps.declared(round_, cast)
    refs = [db.session.get_one(builders.Organisation, each.organisation_id).ref for each in applications]
    share = [lambda id=round_.id: actions.share_out(db.session.get_one(Round, id), by=cast["joyce"])]
    declare = [lambda id=round_.id: actions.declare(db.session.get_one(Round, id), refs, by=cast["ruth"])]
    steps.at_once(app, (share + declare) * (AT_ONCE // 2))
    open_to_ruth = [each for each in steps.readings(state="shared") if each.reviewer_id == cast["ruth"].person_id]
    assert open_to_ruth == []
    live = Counter(each.application_id for each in steps.readings() if each.state == "shared")
    assert live == {each.id: 2 for each in applications}


def test_standing_down_and_finishing_at_once_end_in_one_of_the_two(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    id, who = reading.id, steps.reader_of(reading, cast)
    acts = []
    for press in range(AT_ONCE // 2):
        acts.append(lambda press=press: press_finish(id, who, 3, press))
        acts.append(lambda: actions.stand_down(db.session.get_one(Assessment, id), by=who))
    came = steps.at_once(app, acts)
    states = [each.state for each in steps.readings(application)]
    assert sum(not isinstance(one, Exception) for one in came) == 1
    assert states in (["finished", "shared"], ["stood_down", "shared", "shared"])


def test_sixteen_windows_of_one_sheet_lose_no_text(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    [reading, _] = steps.readings(application)
    id, who = reading.id, steps.reader_of(reading, cast)

    def type_in(window: int):
        typed = {"need": Typed(Mark(3, f"window {window}"), Kept().stamp())}
        return actions.save_scores(db.session.get_one(Assessment, id), typed, f"window {window}", by=who)

    came = steps.at_once(app, [lambda window=window: type_in(window) for window in range(AT_ONCE)])
    written = [one.kept["need"].mark.reason for one in came if one.written]
    clashes = [one.kept["need"].mark.reason for one in came if one.clashes]
    assert (len(written), clashes) == (1, written * (AT_ONCE - 1))
