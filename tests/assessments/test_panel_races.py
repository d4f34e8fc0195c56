"""Sixteen at once, on both databases: the budget is never overspent, and everything happens once."""

from random import Random

import pytest
from sqlalchemy import delete, func, select, update

from portal.applications.models import Application
from portal.assessments import decision_queries, decisions
from portal.assessments.models import Decision, Panel
from portal.assessments.outcomes import LIVE
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Refusal
from portal.permissions import Someone
from tests.assessments import builders
from tests.assessments.builders import WORDS
from tests.assessments.steps import at_once

AT_ONCE = 16
TIMES = 20
BUDGET = 2_000_000


def one_of(model: type, id: int):
    """The row in this thread's own session."""
    return db.session.get(model, id)


def begin_anew(ids: list[int], amounts: list[int]) -> None:
    """Nothing is decided yet, and the applications ask for these pence."""
    with action() as session:
        session.execute(delete(Decision))
        session.execute(delete(Panel))
        for id, amount in zip(ids, amounts, strict=True):
            session.execute(update(Application).where(Application.id == id).values(amount_pence=amount))


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_budget_is_never_overspent_however_many_press_at_once(app, cast) -> None:
    found = builders.scored(builders.the_round(BUDGET), [300_000] * AT_ONCE)
    ids = [one.id for one in found]
    dice = Random(2026)
    for time in range(TIMES):
        alike = time % 2 == 0
        amounts = [300_000 if alike else dice.randrange(50_000, 500_001) for _ in ids]
        begin_anew(ids, amounts)
        came = at_once(
            app,
            [
                lambda id=id: decisions.propose(one_of(Application, id), "fund", None, *WORDS, by=cast["joyce"])
                for id in ids
            ],
        )
        held = db.session.scalar(select(func.sum(Decision.amount_pence)).where(Decision.state.in_(LIVE)))
        committed = db.session.scalar(select(Panel.committed_pence))
        refused = [amount for amount, one in zip(amounts, came, strict=True) if isinstance(one, Refusal)]
        assert held == committed <= BUDGET
        assert all(amount > BUDGET - committed for amount in refused)
        assert not alike or len(refused) == AT_ONCE - BUDGET // 300_000


@pytest.mark.slow
def test_sixteen_proposals_on_one_application_are_one(app, cast) -> None:
    [one] = builders.scored(builders.the_round(BUDGET), [300_000])
    id = one.id
    came = at_once(
        app,
        [
            lambda: decisions.propose(one_of(Application, id), "fund", None, *WORDS, by=cast["joyce"])
            for _ in range(AT_ONCE)
        ],
    )
    assert sum(isinstance(one, Refusal) for one in came) == AT_ONCE - 1
    assert db.session.scalar(select(Panel.committed_pence)) == 300_000
    assert db.session.scalar(select(func.count()).select_from(Deed).where(Deed.verb == "propose")) == 1


@pytest.mark.slow
def test_sixteen_confirmations_are_one(app, cast) -> None:
    [one] = builders.scored(builders.the_round(BUDGET), [300_000])
    id = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"]).id
    came = at_once(app, [lambda: decisions.confirm(one_of(Decision, id), by=cast["martin"]) for _ in range(AT_ONCE)])
    assert sum(isinstance(one, Refusal) for one in came) == AT_ONCE - 1
    assert [one.state for one in builders.decisions()] == ["confirmed"]
    assert db.session.scalar(select(func.count()).select_from(Deed).where(Deed.verb == "confirm")) == 1


def ready(found: list[Application], joyce: Someone, martin: Someone) -> None:
    """All of them are decided, and wait for their letters."""
    for one in found:
        decisions.confirm(decisions.propose(one, "decline", None, *WORDS, by=joyce), by=martin)


@pytest.mark.slow
def test_sixteen_releases_are_one_and_each_lead_gets_one_letter(app, cast, letters) -> None:
    round_ = builders.the_round(BUDGET)
    found = builders.scored(round_, [300_000] * 5)
    ready(found, cast["joyce"], cast["martin"])
    listed = decision_queries.listing(round_, cast["martin"]).stamp
    came = at_once(
        app,
        [lambda: decisions.release(builders.the_round(), by=cast["martin"], listed=listed) for _ in range(AT_ONCE)],
    )
    assert [one for one in came if not isinstance(one, Refusal)] == [5]
    addresses = [letter.to_address for letter in letters()]
    assert len(addresses) == len(set(addresses)) == 5
    assert db.session.scalar(select(func.count()).select_from(Deed).where(Deed.verb == "release")) == 5


@pytest.mark.slow
def test_money_that_is_sent_back_and_asked_for_at_once_is_spent_once(app, cast) -> None:
    """Eight give money back while eight others want it: whatever the order, the sums agree."""
    found = builders.scored(builders.the_round(8 * 250_000), [250_000] * AT_ONCE)
    held = [decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"]).id for one in found[:8]]
    wanting = [one.id for one in found[8:]]
    acts = [lambda id=id: decisions.send_back(one_of(Decision, id), "Why?", by=cast["martin"]) for id in held]
    acts += [
        lambda id=id: decisions.propose(one_of(Application, id), "fund", None, *WORDS, by=cast["joyce"])
        for id in wanting
    ]
    came = at_once(app, acts)
    funded = sum(not isinstance(one, Refusal) for one in came[8:])
    assert sum(isinstance(one, Refusal) for one in came[:8]) == 0
    assert db.session.scalar(select(Panel.committed_pence)) == funded * 250_000
