"""What waits for approvers."""

import pytest

from portal.assessments import decision_queues, decisions
from portal.organisations.models import Organisation
from tests.assessments import builders
from tests.assessments.builders import WORDS
from tests.desk.asking import asked

QUEUES = (decision_queues.TO_PROPOSE, decision_queues.TO_CONFIRM, decision_queues.TO_RELEASE)


def counts(someone) -> tuple[int, ...]:
    """How many wait in each queue."""
    return tuple(asked(queue, someone).count for queue in QUEUES)


def test_work_flows_from_queue_to_queue(app, cast) -> None:
    round_ = builders.the_round(9_000_000)
    first, second = builders.scored(round_, [300_000, 300_000])
    joyce, martin = cast["joyce"], cast["martin"]
    assert counts(joyce) == counts(martin) == (2, 0, 0)
    decision = decisions.propose(first, "fund", None, *WORDS, by=joyce)
    assert (counts(joyce), counts(martin)) == ((1, 0, 0), (1, 1, 0))
    decisions.send_back(decision, "Why?", by=martin)
    assert counts(joyce) == (2, 0, 0)
    decisions.propose_again(decision, "fund", None, *WORDS, by=joyce)
    decisions.confirm(decision, by=martin)
    assert counts(joyce) == counts(martin) == (1, 0, 1)
    decisions.release(round_, by=joyce)
    assert counts(joyce) == (1, 0, 0)
    assert second.ref == asked(decision_queues.TO_PROPOSE, joyce).rows[0].values["ref"]


def test_rows_say_what_waits_where_and_until_when(app, cast) -> None:
    round_ = builders.the_round(9_000_000)
    sent_back, proposed, confirmed = builders.scored(round_, [300_000] * 3)
    joyce, martin = cast["joyce"], cast["martin"]
    decisions.send_back(decisions.propose(sent_back, "fund", None, *WORDS, by=joyce), "Why?", by=martin)
    decisions.propose(proposed, "part_fund", 100_000, *WORDS, by=joyce)
    decisions.confirm(decisions.propose(confirmed, "reserve", None, *WORDS, by=joyce), by=martin)
    [[to_propose], [to_confirm], [to_release]] = [asked(queue, martin).rows for queue in QUEUES]
    home = {one.id: one for one in builders.db.session.query(Organisation)}
    assert to_propose.note == f"{home[sent_back.organisation_id].name} · sent back"
    assert to_confirm.note == f"{home[proposed.organisation_id].name} · Fund in part: £1,000"
    assert (to_release.title, to_release.note, to_release.due) == (round_.title, "1 letter", round_.told_by)
    assert to_propose.due == to_confirm.due == round_.panel_on
    assert to_release.since.tzinfo is not None


def test_nobody_is_asked_about_their_own_organisation(app, cast) -> None:
    round_ = builders.the_round(9_000_000)
    builders.scored(round_, [300_000], home=builders.organisation_of("grace"))
    assert counts(cast["joyce"]) == (1, 0, 0)
    assert counts(cast["ruth"]) == (0, 0, 0)


@pytest.mark.parametrize("queue", QUEUES)
def test_each_queue_is_a_page_and_a_count_however_long(app, cast, queries, queue) -> None:
    builders.scored(builders.the_round(9_000_000), [1_000] * 30)
    with queries() as counted:
        found = asked(queue, cast["joyce"])
    assert counted.number == 2
    assert found.count >= len(found.rows)
