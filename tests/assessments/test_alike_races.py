"""At once, on both databases: one suspicion for a pair, one answer to it, and nobody waits for somebody who waits."""

from collections import Counter
from random import Random

import pytest

from portal.applications.models import Application
from portal.assessments import alike_looking, alike_settling
from portal.assessments.alike_models import Suspicion
from portal.db.session import action, db
from portal.kit.errors import WrongState
from tests.assessments import builders, steps, voices
from tests.assessments.alikes import between, look, sent, suspicions, waiting
from tests.organisations import twins

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
HOW = "Both came from one committee."


def near(number: int, **facts: str) -> list[Application]:
    """So many that say nearly the same."""
    texts, round_ = voices.written(Random(1)), builders.the_round()
    return [sent(round_, voices.near_copy(Random(place), texts, 0.03), **facts) for place in range(number)]


def test_workers_that_look_at_once_find_each_pair_once(app) -> None:
    there = near(5)
    steps.at_once(app, [look for _ in range(6)])
    pairs = [(each.first_id, each.second_id) for each in suspicions()]
    ids = sorted(each.id for each in there)
    assert sorted(pairs) == [(one, other) for place, one in enumerate(ids) for other in ids[place + 1 :]]
    assert (waiting(), len(steps.deeds("find"))) == ([], len(pairs))


def test_sixteen_officers_settle_it_once(app, cast) -> None:
    one, other = near(2)
    look()
    id = between(one, other).id
    acts = [
        lambda who=cast[who], how=how: alike_settling.settle(db.session.get_one(Suspicion, id), how, HOW, 1, by=who)
        for who in ("joyce", "martin")
        for how in ("clear", "confirm") * 4
    ]
    came = steps.at_once(app, acts)
    assert Counter(type(each) for each in came if each is not None) == {WrongState: 15}
    assert len(steps.deeds("clear")) + len(steps.deeds("confirm")) == 1
    assert between(one, other).version == 2


def test_an_answer_and_a_look_at_the_same_moment_both_stand(app, cast) -> None:
    one, other = near(2)
    look()
    suspicion = between(one, other).id
    with action() as session:
        for each in (one, other):
            alike_looking.ask(session, session.get_one(Application, each.id))

    def settle() -> None:
        found = db.session.get_one(Suspicion, suspicion)
        alike_settling.settle(found, "clear", HOW, found.version, by=cast["joyce"])

    steps.at_once(app, [settle, *[look for _ in range(5)]])
    assert (between(one, other).state, waiting()) == ("cleared", [])


def test_records_merge_while_workers_look(app, cast) -> None:
    there = near(4)
    homes = [db.session.get_one(builders.Organisation, each.organisation_id) for each in there]
    with action() as session:
        session.get_one(Application, there[3].id).state = "not_eligible"
    refs = [each.id for each in homes]

    def merge() -> None:
        stays, goes = (db.session.get_one(builders.Organisation, refs[place]) for place in (0, 3))
        twins.merge(stays, goes, cast["joyce"])

    steps.at_once(app, [merge, *[look for _ in range(5)]])
    look()
    assert waiting() == []
    states = {(each.first_id, each.second_id): each.state for each in suspicions()}
    assert states.get((there[0].id, there[3].id)) in (None, "lapsed")
