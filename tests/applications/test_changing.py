"""Which questions are open when the council asks, what changed, and by when; without a database."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.applications import changing
from portal.applications.changing import compared, faults, opened, snapshot
from portal.funds.answers import is_shown
from portal.funds.questions import Condition, Form, Kind, Question, Section
from portal.kit.text import Say

IF_HALL, IF_LATE = Condition("hall", "yes"), Condition("late", "yes")
FORM = Form(
    (),
    (
        Section(
            "plan",
            "Your plan",
            questions=(
                Question("title", Kind.TEXT, "Title"),
                Question("hall", Kind.YES_NO, "Do you have a hall?"),
                Question("starts", Kind.DATE, "Starts"),
                Question("ends", Kind.DATE, "Ends", not_before="starts"),
            ),
        ),
        Section(
            "hall",
            "The hall",
            questions=(
                Question("late", Kind.YES_NO, "Is it open late?", conditions=(IF_HALL,)),
                Question("key", Kind.TEXT, "Who has the key?", conditions=(IF_HALL, IF_LATE)),
                Question("rent", Kind.MONEY, "What is the rent?", conditions=(IF_HALL,), required=False),
            ),
        ),
    ),
    (),
)
SENT = {"title": "Tea", "hall": "no", "starts": "1 March 2027", "ends": "1 May 2027"}
WITH_HALL = SENT | {"hall": "yes", "late": "no", "rent": "£20"}


def asked(codes: list[str], sent: dict[str, Any], now: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """What stood when these were asked, and what is open once the answers are these."""
    before = snapshot(FORM, codes, sent)
    return before, opened(FORM, codes, before, now)


def test_only_what_was_asked_is_open() -> None:
    assert asked(["title"], SENT, SENT)[1] == {"title"}
    assert asked(["title"], SENT, SENT | {"title": "Cake"})[1] == {"title"}


def test_a_question_that_shows_because_of_a_new_answer_is_open_too_and_so_is_what_hangs_on_it() -> None:
    assert asked(["hall"], SENT, SENT)[1] == {"hall"}
    assert asked(["hall"], SENT, SENT | {"hall": "yes"})[1] == {"hall", "late", "rent"}
    assert asked(["hall"], SENT, SENT | {"hall": "yes", "late": "yes"})[1] == {"hall", "late", "rent", "key"}


def test_what_was_shown_before_is_not_open_because_another_question_was_asked() -> None:
    assert asked(["hall"], WITH_HALL, WITH_HALL)[1] == {"hall"}
    assert asked(["late"], WITH_HALL, WITH_HALL | {"late": "yes"})[1] == {"late", "key"}


def test_a_day_that_would_come_too_early_is_open_until_the_other_goes_back_and_stays_open_once_it_is_mended() -> None:
    later = SENT | {"starts": "1 June 2027"}
    assert asked(["starts"], SENT, later)[1] == {"starts", "ends"}
    assert asked(["starts"], SENT, later | {"ends": "1 July 2027"})[1] == {"starts", "ends"}
    assert asked(["starts"], SENT, SENT | {"starts": "1 April 2027"})[1] == {"starts"}
    assert asked(["title"], SENT, later)[1] == {"title"}


def test_what_is_open_has_to_stand_as_at_sending_and_the_rest_is_left_alone() -> None:
    answers = SENT | {"title": "", "ends": "never"}
    assert faults(FORM, {"title"}, answers, {}) == {"title": Say("Enter an answer to “{label}”", label="Title")}
    assert set(faults(FORM, {"title", "ends"}, answers, {})) == {"title", "ends"}
    opened_now = asked(["hall"], SENT, SENT | {"hall": "yes"})[1]
    assert set(faults(FORM, opened_now, SENT | {"hall": "yes"}, {})) == {"late"}


def told(codes: list[str], sent: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, bool, bool, bool]]:
    before, after = snapshot(FORM, codes, sent), snapshot(FORM, codes, now)
    return [
        (each.question.code, each.was_shown, each.is_shown, each.is_changed)
        for each in compared(FORM, codes, before, after)
    ]


def test_what_was_asked_is_compared_even_where_nothing_changed_and_what_changed_with_it() -> None:
    assert told(["title", "starts"], SENT, SENT | {"title": "Cake"}) == [
        ("title", True, True, True),
        ("starts", True, True, False),
    ]
    assert told(["hall"], SENT, SENT | {"hall": "yes", "late": "no"}) == [
        ("hall", True, True, True),
        ("late", False, True, True),
        ("rent", False, True, True),
    ]
    assert told(["hall"], WITH_HALL, WITH_HALL | {"hall": "no"}) == [
        ("hall", True, True, True),
        ("late", True, False, True),
        ("rent", True, False, True),
    ]


CODES = [each.code for each in FORM.questions()]
YES_NO, TEXT = st.sampled_from(["yes", "no", ""]), st.sampled_from(["", "Tea", "1 March 2027", "1 June 2027"])
ANSWERS = st.fixed_dictionaries({each: YES_NO if each in ("hall", "late") else TEXT for each in CODES})


@given(st.sets(st.sampled_from(CODES), min_size=1), ANSWERS, ANSWERS)
def test_whatever_is_typed_only_open_questions_change_and_the_rest_can_be_put_back(
    codes: set[str], sent: dict[str, Any], typed: dict[str, Any]
) -> None:
    before = snapshot(FORM, codes, sent)
    now = dict(sent)
    for _ in CODES:  # page after page: each takes what is open on it
        now |= {code: typed[code] for code in opened(FORM, codes, before, now)}
    changed = {code for code in CODES if now[code] != sent[code]}
    assert changed <= {each.code for each in changing.hanging(FORM, codes)}
    was = changing.as_it_was(now, before)
    for question in FORM.questions():
        assert is_shown(question, was) == is_shown(question, sent)
        if is_shown(question, sent):
            assert was[question.code] == sent[question.code]


FRIDAY, PANEL = dt.date(2027, 1, 8), dt.date(2027, 2, 3)


def test_a_week_is_offered_on_a_working_day_and_never_after_the_day_before_the_panel() -> None:
    assert changing.usual_due(FRIDAY, PANEL) == dt.date(2027, 1, 15)
    assert changing.usual_due(FRIDAY + dt.timedelta(days=1), PANEL) == dt.date(2027, 1, 18)
    assert changing.usual_due(FRIDAY, dt.date(2027, 1, 14)) == dt.date(2027, 1, 13)


@given(st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), st.integers(-60, 60))
def test_there_is_always_a_day_that_can_be_chosen_and_the_one_offered_can(today: dt.date, days: int) -> None:
    panel_on = today + dt.timedelta(days=days)
    for day in (changing.usual_due(today, panel_on), changing.last_due(today, panel_on)):
        assert changing.why_not_due(day, today, panel_on, "") is None
        assert day.weekday() < 5
    assert changing.why_not_due(changing.last_due(today, panel_on) + dt.timedelta(days=1), today, panel_on, "")


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (FRIDAY, "Choose a day after today: they need time to answer"),
        (FRIDAY - dt.timedelta(days=3), "Choose a day after today: they need time to answer"),
        (FRIDAY + dt.timedelta(days=2), "That is a Saturday or Sunday. Choose a day from Monday to Friday"),
        (PANEL, "Choose {day} or an earlier day, so that you can still check it before the panel meets"),
    ],
)
def test_each_day_that_cannot_be_says_what_to_choose(day: dt.date, sentence: str) -> None:
    say = changing.why_not_due(day, FRIDAY, PANEL, "2 February 2027")
    assert say is not None
    assert say.msgid == sentence


def test_the_council_looks_again_within_a_week_and_not_before_the_others_are_checked() -> None:
    assert changing.check_by(FRIDAY, PANEL) == PANEL
    assert changing.check_by(FRIDAY, FRIDAY) == dt.date(2027, 1, 15)


def test_the_reminder_comes_two_days_before_in_the_morning() -> None:
    assert changing.reminder_at(dt.date(2027, 7, 2)) == dt.datetime(2027, 6, 30, 8, tzinfo=dt.UTC)
    assert not changing.is_overdue(FRIDAY, FRIDAY)
    assert changing.is_overdue(FRIDAY, FRIDAY + dt.timedelta(days=1))
