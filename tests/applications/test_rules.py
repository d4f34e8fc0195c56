"""What is true of an application, without a database."""

import datetime as dt
from types import SimpleNamespace

import pytest

from portal.applications import rules
from portal.applications.stops import way
from portal.kit.dates import LONDON
from portal.kit.states import Dot
from portal.kit.text import Say

NOON = dt.datetime(2026, 12, 11, 12, tzinfo=LONDON)
SECOND = dt.timedelta(seconds=1)
SUMMER_TIME_ENDS = dt.datetime(2026, 10, 25, 12, tzinfo=LONDON)
SUMMER_TIME_BEGINS = dt.datetime(2027, 3, 28, 12, tzinfo=LONDON)
LEAP_DAY = dt.datetime(2028, 2, 29, 12, tzinfo=LONDON)
OPENED = dt.timedelta(days=40)


@pytest.mark.parametrize("closes_at", [NOON, SUMMER_TIME_ENDS, SUMMER_TIME_BEGINS, LEAP_DAY])
def test_a_draft_can_be_written_until_the_second_in_which_the_grace_ends(closes_at: dt.datetime) -> None:
    last = closes_at + dt.timedelta(minutes=30)
    assert rules.last_moment(closes_at, 30) == last
    assert rules.may_write("draft", closes_at - SECOND, closes_at, 30)
    assert rules.may_write("draft", last, closes_at, 30)
    assert not rules.may_write("draft", last + SECOND, closes_at, 30)


@pytest.mark.parametrize("closes_at", [NOON, SUMMER_TIME_ENDS, SUMMER_TIME_BEGINS, LEAP_DAY])
def test_an_application_starts_between_opening_and_closing_and_never_in_the_grace(closes_at: dt.datetime) -> None:
    opens_at = closes_at - OPENED
    assert rules.why_not_start(opens_at - SECOND, opens_at, closes_at) == Say("This round is not open yet.")
    assert rules.why_not_start(opens_at, opens_at, closes_at) is None
    assert rules.why_not_start(closes_at - SECOND, opens_at, closes_at) is None
    assert rules.why_not_start(closes_at, opens_at, closes_at) == Say("This round has closed.")


def test_only_a_draft_can_be_written_and_each_refusal_says_why() -> None:
    why_nots = {state: rules.why_not_write(state, NOON, NOON, 0) for state in rules.MACHINE.codes()}
    assert why_nots.pop("draft") is None
    withdrawn = why_nots.pop("withdrawn")
    assert withdrawn == Say("This application was withdrawn. It cannot be changed any more.")
    assert set(why_nots.values()) == {Say("This application was sent. It cannot be changed any more.")}


def test_every_eligibility_question_needs_its_right_answer() -> None:
    right = {"area": "yes", "spent": "no"}
    assert rules.wrong_answers(right, {"area": "yes", "spent": "no"}) == []
    assert rules.wrong_answers(right, {"area": "no", "spent": "no"}) == ["area"]
    assert rules.wrong_answers(right, {}) == ["area", "spent"]


def dates() -> SimpleNamespace:
    day = dt.date(2026, 12, 18)
    return SimpleNamespace(closes_at=NOON, checked_by=day, assessed_by=day, panel_on=day, told_by=day)


@pytest.mark.parametrize(
    ("state", "dots"),
    [
        ("draft", [Dot.NOW, Dot.NONE, Dot.NONE, Dot.NONE, Dot.NONE]),
        ("submitted", [Dot.DONE, Dot.NOW, Dot.NONE, Dot.NONE, Dot.NONE]),
        ("not_eligible", [Dot.DONE, Dot.STOPPED, Dot.NONE, Dot.NONE, Dot.NONE]),
        ("assessing", [Dot.DONE, Dot.DONE, Dot.NOW, Dot.NONE, Dot.NONE]),
        ("scored", [Dot.DONE, Dot.DONE, Dot.DONE, Dot.NOW, Dot.NONE]),
        *((state, [Dot.DONE] * 5) for state in rules.DECIDED),
    ],
)
def test_the_way_shows_where_an_application_is(state: str, dots: list[Dot]) -> None:
    sent_at = None if state == "draft" else NOON - SECOND
    assert [stop.dot for stop in way(state, dates(), sent_at)] == dots


def test_the_way_says_when_it_was_sent_once_it_was() -> None:
    writing, sent = (way(state, dates(), at)[0] for state, at in (("draft", None), ("scored", NOON - SECOND)))
    assert (writing.text, writing.by, writing.when) == ("You write it", "closes on {when}", NOON)
    assert (sent.text, sent.by, sent.when) == ("You wrote and sent it", "on {when}", NOON - SECOND)
    assert sent.has_hour


def test_what_the_councils_people_do_is_no_deed_of_the_partner() -> None:
    partners = {move.name for move in rules.MACHINE.moves} & set(rules.PARTNERS_DEEDS)
    given_up = {"turn_down", "turn_down_for", "leave_list", "leave_list_for"}
    asked = {"answer_changes", "answer_changes_for"}
    assert partners == {"submit", "withdraw", "hand_in", "withdraw_for", *asked, *given_up}
