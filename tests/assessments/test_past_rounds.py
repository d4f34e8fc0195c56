"""How the last round of a fund went, as the public page says it."""

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.applications.models import Application
from portal.assessments import decisions, past_rounds
from portal.assessments.models import Decision
from portal.db.session import action, db
from portal.funds import actions, queries
from portal.funds.models import Round
from portal.funds.toml import RoundFile
from portal.kit.dates import utc_now
from portal.permissions import PORTAL, Someone
from tests.assessments import builders
from tests.assessments.test_decision_release import confirmed
from tests.funds.test_views import FILE
from tests.reader import Reader, parse

Cast = dict[str, Someone]
As = Callable[[str], Reader]
DAY = dt.timedelta(days=1)


@pytest.fixture
def decided(app: Flask, cast: Cast) -> Round:
    """A round that closed 40 days ago: three heard after 10, 20 and 39 days, two of them with money.

    All of it at noon: days are counted by London's calendar, and near midnight the hour that the clocks go forward or
    back is another day.
    """
    noon = utc_now().replace(hour=12)
    found = builders.scored(builders.the_round(), (100_000,) * 3)
    round_ = db.session.get_one(Round, found[0].round_id)
    confirmed(found[:2], cast)
    confirmed(found[2:], cast, "decline")
    decisions.release(round_, by=cast["martin"])
    with action() as session:
        round_ = session.get_one(Round, round_.id)
        round_.opens_at, round_.closes_at = noon - 90 * DAY, noon - 40 * DAY
        for one, days in zip(session.scalars(select(Decision).order_by(Decision.id)), (10, 20, 39), strict=True):
            one.released_at = round_.closes_at + days * DAY
    found_again = queries.one(round_.code)
    assert found_again is not None
    return found_again


def test_counts_and_the_median(decided: Round) -> None:
    last = past_rounds.last_time(decided.fund_id, utc_now())

    assert last is not None
    assert (last.code, last.applied, last.funded, last.median_days) == (decided.code, 3, 2, 20)


def test_a_round_that_is_not_decided_says_nothing(app: Flask) -> None:
    round_ = queries.one("autumn-2026")
    assert round_ is not None

    assert past_rounds.last_time(round_.fund_id, utc_now()) is None


def test_only_what_closed_before(decided: Round) -> None:
    assert past_rounds.last_time(decided.fund_id, decided.closes_at - DAY) is None
    assert past_rounds.last_time(decided.fund_id + 99, utc_now()) is None


def test_on_the_public_pages(decided: Round, client: Reader) -> None:
    fund = {name: getattr(decided.fund, name) for name in ("code", "name", "purpose")}
    window = {"code": "next", "opens_at": utc_now() - DAY, "closes_at": utc_now() + DAY}
    actions.load(RoundFile(fund, {**FILE.round, **window}, FILE.form), by=PORTAL)
    before = client.get("/grants/next").get_data(as_text=True)
    itself = client.get(f"/grants/{decided.code}").get_data(as_text=True)
    said = " ".join("".join(parse(before).itertext()).split())

    assert "What happened last time" in said
    assert "3 groups applied" in said
    assert "2 got a grant" in said
    assert "Half of the answers had gone 20 days after it closed." in said
    assert "What came of it" in itself


def test_who_has_started(app: Flask) -> None:
    found = builders.scored(builders.the_round(), (100_000,) * 3)
    with action() as session:
        session.execute(update(Application).where(Application.id == found[0].id).values(state="withdrawn"))

    assert past_rounds.started(found[0].round_id) == 2
    assert past_rounds.started(found[0].round_id + 99) == 0
