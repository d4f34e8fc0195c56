"""Equality questions: counted only, once, and shown only where nobody can be found in the numbers."""

import datetime as dt
from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from portal.applications import counting
from portal.applications.equality import QUESTIONS, SMALLEST, figures, shown, why_not_ask
from portal.applications.models import Application, EqualityCount
from portal.db.session import action, db
from portal.history import queries as history
from portal.kit.errors import NotAllowed, NotThere, Refusal, WrongState
from portal.permissions import Someone
from tests.applications import drafts
from tests.conftest import Clock, Send
from tests.reader import Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
CLOSES = dt.datetime(2026, 12, 11, 12, 0, tzinfo=dt.UTC)


def counts() -> dict[tuple[str, str], int]:
    """What is counted so far."""
    db.session.rollback()
    return {(row.question, row.answer): row.number for row in db.session.scalars(select(EqualityCount))}


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


@pytest.mark.parametrize(
    ("numbers", "seen"),
    [
        ({"yes": 12, "no": 9}, {"yes": 12, "no": 9}),
        ({"yes": 12, "no": 4}, {"yes": None, "no": None}),
        ({"yes": 12, "no": 7, "not_said": 2}, {"yes": 12, "no": None, "not_said": None}),
        ({"yes": 12, "no": 7, "not_said": 0}, {"yes": 12, "no": None, "not_said": None}),
        ({"yes": 30, "no": 4, "not_said": 3}, {"yes": 30, "no": None, "not_said": None}),
        ({"yes": 6, "no": 0, "not_said": 0}, {"yes": None, "no": None, "not_said": None}),
        ({"yes": 0, "no": 0}, {"yes": None, "no": None}),
    ],
)
def test_what_is_small_is_hidden_and_so_is_what_would_tell_it(
    numbers: dict[str, int], seen: dict[str, int | None]
) -> None:
    assert shown(numbers) == seen


@given(st.lists(st.integers(0, 40), min_size=2, max_size=9))
def test_nothing_small_can_be_had_by_taking_away(numbers: list[int]) -> None:
    found = shown({f"{place}": number for place, number in enumerate(numbers)})
    seen = [number for number in found.values() if number is not None]
    assert all(number >= SMALLEST for number in seen)
    rest = sum(numbers) - sum(seen)
    if len(seen) < len(numbers) and seen:
        assert rest >= SMALLEST
        assert len(numbers) - len(seen) >= 2


def test_each_answer_can_be_withheld() -> None:
    assert all("not_said" in dict(question.answers) for question in QUESTIONS)


def test_figures_name_every_answer_whether_it_was_given_or_not() -> None:
    women = figures({("women", "yes"): 8, ("women", "no"): 6})[0]
    assert (women.all, [figure.number for figure in women.shown]) == (14, [8, None, None])


@pytest.mark.parametrize(
    ("asked", "state", "after", "may"),
    [
        (False, "submitted", 0, True),
        (False, "withdrawn", 0, True),
        (False, "submitted", 24, True),
        (False, "submitted", 25, False),
        (True, "submitted", 0, False),
        (False, "draft", 0, False),
    ],
)
def test_when_they_are_asked(asked: bool, state: str, after: int, may: bool) -> None:
    assert (why_not_ask(asked, state, CLOSES + dt.timedelta(hours=after), CLOSES) is None) is may


def test_a_lead_answers_some_and_only_numbers_are_kept(as_: As, write: Send, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    client, path = as_("amina"), f"/applications/{sent.ref}/equality"
    assert path in text_of(client, f"/applications/{sent.ref}/sent")
    deeds = len(history.of(sent))
    answer = write(client, path, {"women": "yes", "age": "not_said"})
    assert (answer.status_code, answer.location) == (303, f"/applications/{sent.ref}/sent")
    assert counts() == {("women", "yes"): 1, ("age", "not_said"): 1}
    text = text_of(client, answer.location)
    assert "Thank you. Your answers are counted." in text
    assert path not in text
    assert len(history.of(sent)) == deeds, "history would say when"
    assert client.get(path).location == f"/applications/{sent.ref}/sent"


def test_no_column_could_lead_back_to_anybody(app: Flask) -> None:
    columns = {each["name"] for each in inspect(db.engine).get_columns("equality_counts")}
    assert columns == {"round_id", "question", "answer", "number"}


def test_one_press_leaves_them_out_for_good(as_: As, send: Send, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    client, page = as_("amina"), f"/applications/{sent.ref}/sent"
    answer = send(client, page, action=f"/applications/{sent.ref}/equality", button=("go", "skip"))
    assert answer.status_code == 303
    assert counts() == {}
    assert "Six questions" not in text_of(client, page)


def test_what_was_chosen_is_not_counted_by_who_leaves_them_out(as_: As, write: Send, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    path = f"/applications/{sent.ref}/equality"
    assert write(as_("amina"), path, {"women": "yes"}, button=("go", "skip")).status_code == 303
    assert counts() == {}


def test_an_answer_that_is_not_offered_is_refused(as_: As, write: Send, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    answer = write(
        as_("amina"), f"/applications/{sent.ref}/equality", {"women": "three of them are", "age": "65_or_over"}
    )
    assert answer.status_code == 422
    assert "Choose one of the answers in the list" in answer.get_data(as_text=True)
    assert counts() == {}


def test_only_a_lead_of_that_team_is_asked(as_: As, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    path = f"/applications/{sent.ref}/equality"
    assert {key: as_(key).get(path).status_code for key in ("tom", "grace", "joyce", "helen")} == {
        "tom": 403,
        "grace": 404,
        "joyce": 403,
        "helen": 403,
    }
    with pytest.raises(NotAllowed):
        counting.count(sent, {"women": "yes"}, by=cast["tom"])
    with pytest.raises(NotThere):
        counting.count(sent, {"women": "yes"}, by=cast["grace"])


def test_a_second_answer_does_not_count(cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    counting.count(sent, {"women": "yes"}, by=cast["amina"])
    with pytest.raises(WrongState):
        counting.count(sent, {"women": "no"}, by=cast["amina"])
    assert counts() == {("women", "yes"): 1}


def test_a_draft_is_not_asked(cast: Cast) -> None:
    with pytest.raises(WrongState):
        counting.count(drafts.begun(cast["amina"]), {"women": "yes"}, by=cast["amina"])


def test_twice_at_once_counts_once_and_two_teams_count_two(app: Flask, cast: Cast) -> None:
    ids = {key: drafts.sent(cast[key]).id for key in ("amina", "grace")}
    ready, told = Barrier(4), []
    db.session.remove()

    def go(key: str) -> None:
        with app.app_context():
            sent = db.session.get_one(Application, ids[key])
            ready.wait()
            try:
                counting.count(sent, {"women": "yes"}, by=cast[key])
                told.append("counted")
            except Refusal:
                told.append("refused")
            db.session.remove()

    threads = [Thread(target=go, args=(key,)) for key in ("amina", "amina", "grace", "grace")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["counted", "counted", "refused", "refused"]
    assert counts() == {("women", "yes"): 2}


def test_the_programme_lead_sees_numbers_after_closing_and_small_ones_never(clock: Clock, as_: As, cast: Cast) -> None:
    window = drafts.open_round()
    with action() as session:
        for answer, number in (("yes", 11), ("no", 8), ("not_said", 1)):
            session.add(EqualityCount(round_id=window.id, question="women", answer=answer, number=number))
    path = f"/review/rounds/{drafts.ROUND}/equality"
    assert "Not yet" in text_of(as_("helen"), path)
    clock.move_to(window.closes_at + dt.timedelta(hours=25))
    text = text_of(as_("helen"), path)
    assert ">11<" in text
    assert ">8<" not in text
    assert "Fewer than 5 answered." in text
    assert {key: as_(key).get(path).status_code for key in ("joyce", "daniel", "wei", "amina")} == dict.fromkeys(
        ("joyce", "daniel", "wei", "amina"), 403
    )
    assert path in text_of(as_("helen"), f"/review/rounds/{drafts.ROUND}")
