"""Many at once around a reserve list, on both databases: one wins, others are told, no pound is promised twice."""

import pytest
from sqlalchemy import func, select

from portal.applications.models import Application
from portal.assessments import promoting, turning_down
from portal.assessments.models import Panel
from portal.assessments.reserve_models import Promotion
from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import Refusal
from tests.assessments import builders
from tests.assessments.lists import SAID, committed, freed, lead_of, promotions, told
from tests.assessments.steps import at_once, state_of

pytestmark = pytest.mark.slow
AT_ONCE = 16


def the(id: int) -> Application:
    """The application in this thread's own session."""
    return db.session.get_one(Application, id)


def counted(verb: str) -> int:
    """How often it was done."""
    return db.session.scalar(select(func.count()).select_from(Deed).where(Deed.verb == verb)) or 0


def won(came: list[object]) -> int:
    """How many were not refused."""
    return sum(not isinstance(one, Refusal) for one in came)


def test_two_offers_turned_down_at_once_with_one_left_on_the_list(app, cast) -> None:
    first, [next_] = told(builders.the_round(400_000), cast, [200_000, 200_000], [200_000])
    leads = [(one.id, lead_of(one)) for one in first] * 8
    came = at_once(app, [lambda id=id, by=by: turning_down.turn_down(the(id), by=by) for id, by in leads])
    assert (won(came), counted("turn_down"), counted("suggest")) == (2, 2, 1)
    assert [each.application_id for each in promotions()] == [next_.id]
    assert sorted(each.promotion_id is None for each in freed()) == [False, True]
    assert committed() == 200_000


def test_sixteen_offers_turned_down_at_once_never_overspend(app, cast) -> None:
    """Each frees £1,000, and ten wait who ask £2,000 each: however they fall, no more than there is gets promised."""
    budget = AT_ONCE * 100_000
    first, _ = told(builders.the_round(budget), cast, [100_000] * AT_ONCE, [200_000] * 10)
    leads = [(one.id, lead_of(one)) for one in first]
    came = at_once(app, [lambda id=id, by=by: turning_down.turn_down(the(id), by=by) for id, by in leads])
    held = db.session.scalar(select(func.sum(Promotion.amount_pence))) or 0
    assert (won(came), len(promotions())) == (AT_ONCE, AT_ONCE // 2)
    assert held == committed() == budget


def test_sixteen_who_adopt_it_are_one(app, cast) -> None:
    [first], [next_] = told(builders.the_round(400_000), cast, [400_000], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    id, people = next_.id, [cast["joyce"], cast["martin"]] * (AT_ONCE // 2)
    came = at_once(app, [lambda by=by: promoting.adopt(the(id), *SAID, by=by, version=1) for by in people])
    assert (won(came), counted("adopt"), committed()) == (1, 1, 200_000)


def test_sixteen_who_propose_another_one_at_once_are_as_many_as_there_is_money_for(app, cast) -> None:
    _, waiting = told(builders.the_round(700_000), cast, [100_000], [200_000] * AT_ONCE)
    came = at_once(app, [lambda id=one.id: promoting.adopt(the(id), *SAID, by=cast["joyce"]) for one in waiting])
    assert (won(came), len(promotions()), committed()) == (3, 3, 700_000)
    assert db.session.scalars(select(Panel.budget_pence)).one() == 700_000


def test_sixteen_who_confirm_and_sixteen_who_release_are_one(app, cast, letters) -> None:
    [first], [next_] = told(builders.the_round(400_000), cast, [400_000], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    id, before = next_.id, len(letters())
    came = at_once(app, [lambda: promoting.confirm(the(id), by=cast["martin"]) for _ in range(AT_ONCE)])
    assert won(came) == 1
    came = at_once(app, [lambda: promoting.release(the(id), by=cast["joyce"]) for _ in range(AT_ONCE)])
    assert (won(came), len(letters()) - before, committed(), state_of(next_)) == (1, 1, 200_000, "funded")


def test_a_partner_who_leaves_while_it_is_confirmed_and_released(app, cast) -> None:
    """Whoever is first: the money is held once for somebody, and nobody is funded who left."""
    [first], [next_, last] = told(builders.the_round(400_000), cast, [400_000], [200_000, 300_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    id, leads = next_.id, lead_of(next_)
    acts = [lambda: turning_down.turn_down(the(id), by=leads)]
    acts += [lambda: promoting.confirm(the(id), by=cast["martin"])] * 5
    acts += [lambda: promoting.release(the(id), by=cast["joyce"])] * 5
    acts += [lambda: promoting.pass_over(the(id), "Why?", by=cast["martin"])] * 5
    came = at_once(app, acts)
    assert not isinstance(came[0], Refusal)
    assert state_of(next_) == "withdrawn"
    assert {each.state for each in promotions() if each.application_id == next_.id} <= {"dropped", "released"}
    alive = [each for each in promotions() if each.ended_at is None]
    assert [(each.application_id, each.state) for each in alive] == [(last.id, "suggested")]
    assert committed() == 300_000
