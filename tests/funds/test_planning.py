"""Making a round: from nothing to published, changed afterwards, and never with a fault in it."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import db
from portal.funds import actions, editing, plan_queries, planning, queries
from portal.funds.models import FormVersion, Fund, Round
from portal.funds.plans import problems_of
from portal.funds.toml import read
from portal.funds.written import as_toml
from portal.history import queries as history
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotAllowed, NotThere, Refusal, WrongState
from portal.permissions import PORTAL, Someone
from tests.applications.test_races import at_once
from tests.funds.plans import CODE, LATER, published, reword, say, sound_plan

Cast = dict[str, Someone]
CROWD = 16
FUND = {"name": "New starts", "purpose": "For new groups."}


def verbs(code: str) -> list[str]:
    """What was done to a plan, in its order."""
    return [deed.verb for deed in reversed(list(history.of(plan_queries.one(code))))]


def test_a_new_round_of_a_new_fund(app: Flask, cast: Cast) -> None:
    plan = planning.begin(FUND, "New starts, spring 2027", by=cast["joyce"])

    assert plan.code == "new-starts-spring-2027"
    assert plan.document["fund"] == {"code": "new-starts", **FUND}
    assert plan.document["round"]["prefix"] == "NS"
    assert (plan.state, verbs(plan.code)) == ("planned", ["begin"])
    assert queries.one(plan.code) is None
    assert db.session.scalar(select(func.count()).select_from(Fund).where(Fund.code == "new-starts")) == 0


def test_a_new_round_of_a_fund_that_is_there(app: Flask, cast: Cast) -> None:
    plan = planning.begin({"code": "getting-connected"}, "Winter", by=cast["joyce"])

    assert plan.document["fund"]["name"] == "Getting Connected small grants"
    with pytest.raises(NotThere):
        planning.begin({"code": "nothing"}, "Winter", by=cast["joyce"])


def test_two_rounds_of_one_name_have_codes_of_their_own(app: Flask, cast: Cast) -> None:
    found = [planning.begin(FUND, "Autumn 2026", by=cast["joyce"]).code for _ in range(3)]

    assert found == ["autumn-2026-2", "autumn-2026-3", "autumn-2026-4"]


@pytest.mark.parametrize("key", ["amina", "wei", "daniel", "helen"])
def test_only_who_makes_rounds_may(app: Flask, cast: Cast, key: str) -> None:
    plan = sound_plan(cast["joyce"])
    tries: list[Callable[[], object]] = [
        lambda: planning.begin(FUND, "x", by=cast[key]),
        lambda: planning.copy(plan, by=cast[key]),
        lambda: planning.bring_in(read(LATER), by=cast[key]),
        lambda: planning.publish(plan, plan.version, by=cast[key]),
        lambda: planning.drop(plan, by=cast[key]),
        lambda: say(plan, "money", by=cast[key]),
        lambda: editing.add(plan, "criteria", {}, "x", by=cast[key]),
    ]

    for each in tries:
        with pytest.raises(NotAllowed):
            each()
    assert plan_queries.one(CODE).state == "planned"


def test_publishing_puts_it_in_force_once(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])
    round_ = queries.one(CODE)

    assert round_ is not None
    assert (round_.title, round_.form_number) == ("Getting Connected 2026", 1)
    assert queries.form_of(round_.id, 1) == read(LATER).form
    assert (plan.state, plan.round_id) == ("published", round_.id)
    assert verbs(CODE) == ["bring_in", "publish"]
    with pytest.raises(WrongState):
        planning.publish(plan, plan.version, by=cast["joyce"])


def test_not_with_a_fault_in_it(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    reword(plan, "criteria", "need", by=cast["joyce"], weight=50)

    with pytest.raises(WrongState):
        planning.publish(plan, plan.version, by=cast["joyce"])
    assert queries.one(CODE) is None


def test_not_once_it_would_have_closed(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])

    with time_machine.travel(dt.datetime(2037, 6, 1, tzinfo=dt.UTC)), pytest.raises(WrongState):
        planning.publish(plan, plan.version, by=cast["joyce"])


def test_not_what_the_officer_has_not_seen(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    seen = plan.version
    say(plan, "money", by=cast["martin"], budget="£70,000")

    with pytest.raises(Clash):
        planning.publish(plan, seen, by=cast["joyce"])
    assert queries.one(CODE) is None


def test_sixteen_publish_at_once(app: Flask, cast: Cast) -> None:
    version = sound_plan(cast["joyce"]).version
    db.session.remove()
    found = at_once(app, [lambda: planning.publish(plan_queries.one(CODE), version, by=cast["joyce"])] * CROWD)

    assert sum(not isinstance(each, Refusal) for each in found) == 1
    assert db.session.scalar(select(func.count()).select_from(Round).where(Round.code == CODE)) == 1


def test_changes_are_seen_by_nobody_before_they_are_published(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])
    planning.change(plan, by=cast["joyce"])
    say(plan, "about", by=cast["joyce"], title="Another name")
    reword(plan, "in-project", "title", by=cast["joyce"], label="Its name?")

    before = queries.one(CODE)
    assert before is not None
    assert (before.title, before.form_number) == ("Getting Connected 2026", 1)

    planning.publish(plan, plan.version, by=cast["joyce"])
    after = queries.one(CODE)
    assert after is not None
    assert (after.title, after.form_number) == ("Another name", 2)
    assert queries.form_of(after.id, 1).question("title").label == "What do you call it?"
    assert queries.form_of(after.id, 2).question("title").label == "Its name?"


def test_other_dates_make_no_new_form(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])
    planning.change(plan, by=cast["joyce"])
    say(plan, "dates", by=cast["joyce"], grace_minutes=60)
    round_ = planning.publish(plan, plan.version, by=cast["joyce"])

    assert (round_.grace_minutes, round_.form_number) == (60, 1)
    versions = select(func.count()).select_from(FormVersion).where(FormVersion.round_id == round_.id)
    assert db.session.scalar(versions) == 1


def test_changes_given_up_leave_it_as_it_was(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])
    before = as_toml(plan_queries.document_of_plan(plan))
    planning.change(plan, by=cast["joyce"])
    say(plan, "about", by=cast["joyce"], title="Another name")
    planning.undo(plan, by=cast["joyce"])

    assert as_toml(plan_queries.document_of_plan(plan_queries.one(CODE))) == before
    planning.change(plan, by=cast["joyce"])
    assert plan.document["round"]["title"] == "Getting Connected 2026"


def test_one_that_is_given_up_can_be_copied_and_not_changed(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    planning.drop(plan, by=cast["joyce"])

    with pytest.raises(WrongState):
        say(plan, "money", by=cast["joyce"])
    assert planning.copy(plan, by=cast["joyce"]).document["round"]["title"] == "Getting Connected 2027"


def test_a_closing_never_moves_into_the_past(app: Flask, cast: Cast, clock: time_machine.Traveller) -> None:
    plan = published(cast["joyce"])
    planning.change(plan, by=cast["joyce"])
    clock.move_to(dt.datetime(2036, 12, 10, 12, 30, tzinfo=dt.UTC))
    say(plan, "dates", by=cast["joyce"], closes="2036-12-10T12:30:00")

    with pytest.raises(WrongState):
        planning.publish(plan, plan.version, by=cast["joyce"])
    say(plan, "dates", by=cast["joyce"], closes="2036-12-10T12:31:00")
    assert planning.publish(plan, plan.version, by=cast["joyce"]).closes_at == clock_at(10, 12, 31)


def test_what_has_closed_is_still_put_right_and_opened_again(
    app: Flask, cast: Cast, clock: time_machine.Traveller
) -> None:
    plan = published(cast["joyce"])
    clock.move_to(dt.datetime(2036, 12, 12, tzinfo=dt.UTC))
    planning.change(plan, by=cast["joyce"])
    say(plan, "about", by=cast["joyce"], about="Better said.")
    assert planning.publish(plan, plan.version, by=cast["joyce"]).closes_at == clock_at(11, 12)

    planning.change(plan, by=cast["joyce"])
    say(plan, "dates", by=cast["joyce"], closes="2036-12-13T12:00:00")
    assert planning.publish(plan, plan.version, by=cast["joyce"]).closes_at == clock_at(13, 12)


def clock_at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of December 2036."""
    return dt.datetime(2036, 12, day, hour, minute, tzinfo=dt.UTC)


def test_a_copy_is_a_year_on_and_sound(app: Flask, cast: Cast) -> None:
    copied = planning.copy(published(cast["joyce"]), by=cast["joyce"])
    round_ = copied.document["round"]

    assert copied.code == "getting-connected-2027"
    assert (round_["opens"], round_["closes"]) == ("2037-06-30T09:00:00", "2037-12-10T12:00:00")
    assert problems_of(copied.document, utc_now(), in_force=None) == ()
    assert copied.document["sections"] == plan_queries.document_of_plan(plan_queries.one(CODE))["sections"]


def test_the_demonstrations_round_can_be_copied(app: Flask, cast: Cast) -> None:
    copied = planning.copy(plan_queries.one("autumn-2026"), by=cast["joyce"])

    assert problems_of(copied.document, utc_now(), in_force=None, offered=queries.offered_words()) == ()


def test_a_file_of_a_published_round_becomes_changes_to_it(app: Flask, cast: Cast) -> None:
    published(cast["joyce"])
    plan = planning.bring_in(read(LATER.replace("Money for groups.", "Money for people.")), by=cast["joyce"])

    assert (plan.state, plan.document["fund"]["purpose"]) == ("changing", "Money for people.")
    assert verbs(CODE) == ["bring_in", "publish", "change", "bring_in"]
    with pytest.raises(WrongState):
        planning.bring_in(read(LATER), by=cast["joyce"])


def test_a_command_does_not_go_over_what_is_on_screen(app: Flask, cast: Cast) -> None:
    sound_plan(cast["joyce"])

    with pytest.raises(WrongState):
        actions.load(read(LATER), by=PORTAL)
    assert queries.one(CODE) is None


def test_the_file_of_a_round_is_the_same_before_and_after_publishing(app: Flask, cast: Cast) -> None:
    before = as_toml(plan_queries.document_of_plan(sound_plan(cast["joyce"])))
    plan = plan_queries.one(CODE)
    planning.publish(plan, plan.version, by=cast["joyce"])

    assert as_toml(plan_queries.document_of_plan(plan_queries.one(CODE))) == before
