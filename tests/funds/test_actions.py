"""Loading a round's file: once, again, and changed."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import db
from portal.funds import actions, queries
from portal.funds.actions import Outcome
from portal.funds.models import FormVersion, Fund, Round
from portal.funds.toml import read
from portal.history import queries as history
from portal.kit.errors import NotAllowed
from portal.permissions import PORTAL, Someone
from tests.funds.builders import SOUND


def load(source: str = SOUND) -> Outcome:
    """Load a file as the portal."""
    return actions.load(read(source), by=PORTAL)


def the_round() -> Round:
    """The round of the sound file."""
    round_ = queries.one("one-2026")
    assert round_ is not None
    return round_


def deeds() -> list[dict[str, object]]:
    """The facts of all that was done to the round, newest first."""
    return [deed.facts for deed in history.of(the_round()) if deed.verb == "load"]


def test_first_time(app: Flask) -> None:
    assert load() is Outcome.MADE

    round_ = the_round()
    assert (round_.fund.code, round_.form_number, round_.budget_pence) == ("connected", 1, 6_000_000)
    assert queries.form_of(round_.id, 1) == read(SOUND).form
    assert deeds() == [{"form": 1, "budget_pence": 6_000_000}]


def test_the_same_again_changes_nothing(app: Flask) -> None:
    load()

    assert load() is Outcome.SAME
    assert len(deeds()) == 1
    assert (
        db.session.scalar(select(func.count()).select_from(FormVersion).where(FormVersion.round_id == the_round().id))
        == 1
    )


def test_other_dates_keep_the_form(app: Flask) -> None:
    load()

    assert load(SOUND.replace("grace_minutes = 30", "grace_minutes = 45")) is Outcome.CHANGED
    assert (the_round().grace_minutes, the_round().form_number) == (45, 1)
    assert len(deeds()) == 2


def test_other_questions_get_a_number_of_their_own(app: Flask) -> None:
    load()

    assert load(SOUND.replace("What do you call it?", "Its name?")) is Outcome.CHANGED

    round_ = the_round()
    assert round_.form_number == 2
    assert queries.form_of(round_.id, 1).question("title").label == "What do you call it?"
    assert queries.form_of(round_.id, 2).question("title").label == "Its name?"


def test_the_fund_is_shared_by_its_rounds(app: Flask) -> None:
    load()
    load(SOUND.replace("one-2026", "two-2026").replace("Money for groups.", "Money for people."))

    assert db.session.scalars(select(Fund.purpose).where(Fund.code == "connected")).all() == ["Money for people."]
    assert the_round().fund.purpose == "Money for people."


def test_only_who_keeps_the_settings_may_load(app: Flask, cast: dict[str, Someone]) -> None:
    lead = next(each for each in cast.values() if not each.is_council)

    with pytest.raises(NotAllowed):
        actions.load(read(SOUND), by=lead)
    assert queries.one("one-2026") is None
