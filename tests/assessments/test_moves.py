"""Every state of a reading × every move × every role, with what the table says of each."""

import pytest

from portal.applications.models import Application
from portal.assessments.models import Assessment
from portal.assessments.rules import ASSESSMENT
from portal.db.session import action, db, locked
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.refs import new_id
from portal.kit.states import Turn
from portal.permissions import PORTAL, Role, Someone
from tests.assessments import builders, steps


def in_state(application: Application, someone: Someone, state: str) -> Assessment:
    """A reading in that state, with the facts that belong to it."""
    finished = state == "finished"
    reading = Assessment(
        ref=new_id(),
        application_id=application.id,
        reviewer_id=someone.person_id,
        shared_at=utc_now(),
        state=state,
        points=300 if finished else None,
        finished_at=utc_now() if finished else None,
    )
    db.session.add(reading)
    db.session.flush()
    return reading


def expected(state: str, name: str, someone: Someone) -> type | str:
    """What the table says: the state it leads to, or how it is refused."""
    taken = ASSESSMENT.move(name)
    if state not in taken.from_:
        return WrongState
    if someone is PORTAL:
        return taken.to
    return taken.to if taken.needs and someone.may(taken.needs) else NotAllowed


def came_of(reading: Assessment, name: str, someone: Someone) -> type | str:
    """What came of trying it."""
    try:
        with action():
            locked(reading)
            reading.points, reading.finished_at = (300, utc_now()) if name == "finish" else (None, None)
            move(reading, name, by=someone)
    except (NotAllowed, WrongState) as refusal:
        return type(refusal)
    return reading.state


@pytest.mark.parametrize("name", [each.name for each in ASSESSMENT.moves])
@pytest.mark.parametrize("state", ASSESSMENT.codes())
def test_every_move_from_every_state_by_every_role(app, cast, state: str, name: str) -> None:
    round_ = steps.closed_round()
    by_role = {role: Someone(1, role.name, "x@example.org", frozenset({role})) for role in Role} | {None: PORTAL}
    with action():
        readings = {role: in_state(builders.application(round_), cast["ruth"], state) for role in by_role}
    came = {role: came_of(readings[role], name, someone) for role, someone in by_role.items()}
    assert came == {role: expected(state, name, someone) for role, someone in by_role.items()}


def test_only_those_who_score_move_a_reading_but_for_calling_a_third_off() -> None:
    movers = {each.name: {role for role in Role if each.needs in role.value.permissions} for each in ASSESSMENT.moves}
    assert movers.pop("call_off") == {Role.APPROVER}
    assert list(movers.values()) == [{Role.REVIEWER}] * 3


def test_no_state_is_forgotten() -> None:
    assert ASSESSMENT.whose(Turn.COUNCIL) == ("shared",)
    assert ASSESSMENT.whose(Turn.NOBODY) == ("finished", "stood_down")
    reached = {ASSESSMENT.start} | {each.to for each in ASSESSMENT.moves}
    assert reached == set(ASSESSMENT.codes())
