"""What waits for council people before the panel."""

import pytest
from sqlalchemy import update

from portal.assessments import actions, queues
from portal.db.session import action
from tests.assessments import builders, steps
from tests.desk.asking import asked


def short(queue) -> tuple[int, list[str]]:
    """How many wait, and the titles shown."""
    return queue.count, [row.title for row in queue.rows]


def test_what_was_sent_waits_to_be_checked_the_oldest_first(app, cast) -> None:
    round_ = steps.closed_round()
    found = steps.sent(round_, 12)
    queue = asked(queues.TO_TRIAGE, cast["joyce"])
    assert short(queue) == (12, [each.title for each in found])
    first = queue.rows[0]
    assert (first.endpoint, first.values, first.due) == (
        "assessments.application",
        {"ref": found[0].ref},
        round_.checked_by,
    )
    assert first.since == found[0].submitted_at
    actions.find_eligible(found[0], by=cast["joyce"])
    assert asked(queues.TO_TRIAGE, cast["joyce"]).count == 11


def test_nobody_in_conflict_sees_it_wait(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    organisation = builders.db.session.get_one(builders.Organisation, application.organisation_id)
    actions.declare(round_, [organisation.ref], by=cast["joyce"])
    assert short(asked(queues.TO_TRIAGE, cast["joyce"])) == (0, [])
    assert short(asked(queues.TO_TRIAGE, cast["martin"])) == (1, [application.title])


def test_a_closed_round_waits_until_its_conflicts_are_declared(app, cast) -> None:
    assert short(asked(queues.TO_DECLARE, cast["ruth"])) == (0, [])
    round_ = steps.closed_round()
    assert short(asked(queues.TO_DECLARE, cast["ruth"])) == (0, [])
    steps.sent(round_)
    queue = asked(queues.TO_DECLARE, cast["ruth"])
    assert short(queue) == (1, [round_.title])
    assert (queue.rows[0].values, queue.rows[0].due) == ({"code": round_.code}, round_.checked_by)
    steps.declared(round_, cast, "ruth")
    assert (asked(queues.TO_DECLARE, cast["ruth"]).count, asked(queues.TO_DECLARE, cast["daniel"]).count) == (0, 1)


def test_a_round_waits_to_be_shared_out_with_how_many(app, cast) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 3, "assessing")
    queue = asked(queues.TO_SHARE, cast["joyce"])
    assert short(queue) == (1, [round_.title])
    assert queue.rows[0].note == "Applications without a reviewer: 3"
    steps.shared_out(round_, cast)
    assert asked(queues.TO_SHARE, cast["joyce"]).count == 0


def test_what_was_given_waits_for_its_reader_alone(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    first, second = steps.readings(application)
    me, other = steps.reader_of(first, cast), steps.reader_of(second, cast)
    queue = asked(queues.TO_SCORE, me)
    assert short(queue) == (1, [application.title])
    assert (queue.rows[0].values, queue.rows[0].due) == ({"ref": first.ref}, round_.assessed_by)
    steps.finished(first, cast)
    assert (asked(queues.TO_SCORE, me).count, asked(queues.TO_SCORE, other).count) == (0, 1)
    with action():
        application.state = "withdrawn"
    assert asked(queues.TO_SCORE, other).count == 0


def test_where_names_are_hidden_the_queue_shows_references(app, cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    with action() as session:
        session.execute(update(builders.Round).where(builders.Round.id == round_.id).values(names_hidden=True))
    me = steps.reader_of(steps.readings(application)[0], cast)
    [row] = asked(queues.TO_SCORE, me).rows
    assert (row.title, row.note) == (application.ref, "")


def test_an_application_without_enough_readers_waits_for_a_name(app, cast) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    steps.shared_out(round_, cast)
    assert asked(queues.NEEDS_THIRD, cast["joyce"]).count == 0
    first, second = steps.readings(circle)
    steps.finished(first, cast, 0)
    steps.finished(second, cast, 5)
    queue = asked(queues.NEEDS_THIRD, cast["joyce"])
    assert short(queue) == (1, [circle.title])
    assert (queue.rows[0].values, queue.rows[0].due) == ({"ref": circle.ref}, round_.assessed_by)


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize(
    ("ask", "key", "state"),
    [
        (queues.TO_TRIAGE, "joyce", "submitted"),
        (queues.TO_DECLARE, "ruth", "assessing"),
        (queues.TO_SHARE, "joyce", "assessing"),
        (queues.TO_SCORE, "daniel", "assessing"),
        (queues.NEEDS_THIRD, "joyce", "assessing"),
    ],
)
def test_a_queue_is_a_page_and_a_count_however_long(app, cast, queries, ask, key, state, number: int) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, number, state)
    if ask in (queues.TO_SCORE, queues.NEEDS_THIRD):
        steps.shared_out(round_, cast)
    with queries() as counted:
        asked(ask, cast[key])
    assert counted.number == 2
