"""Two sides at once, on both databases: one wins, the other is told in a sentence, and nothing is half done."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.applications import actions, answering
from portal.applications.models import Application
from portal.applications.queries import written
from portal.assessments import actions as checking
from portal.assessments import asking
from portal.db.session import db
from portal.kit.errors import Refusal
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts
from tests.assessments import asking as steps
from tests.assessments.steps import at_once

Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
PLAN = "Every Tuesday, two helpers and one tea urn."
TIMES = 4


def now(id: int) -> Application:
    """The application in this thread's own session."""
    return db.session.get_one(Application, id)


def after(application: Application) -> tuple[str, list[str | None], list[str]]:
    """Where it stands, how each request ended, and what was done since it was sent."""
    db.session.rollback()
    verbs = drafts.verbs_of(application)
    outcomes = [each.outcome for each in steps.requests_of(application)]
    return now(application.id).state, outcomes, [verb for verb in verbs[verbs.index("submit") + 1 :] if verb != "save"]


def sentence_of(came: list[Any]) -> str:
    """What the one who lost was told."""
    [lost] = [one for one in came if isinstance(one, Refusal)]
    return str(lost.sentence)


@pytest.mark.slow
def test_of_two_officers_who_ask_at_once_one_asks(app: Flask, cast: Cast, letters: Letters) -> None:
    application = drafts.sent(cast["amina"])
    id, before = application.id, len(letters())
    came = at_once(
        app,
        [
            lambda who=who, code=code: steps.asked(now(id), code, by=cast[who])
            for who, code in (("joyce", "plan"), ("martin", "summary"))
        ],
    )
    assert sentence_of(came) == asking.MOVED_ON["changes_asked"]
    assert after(application) == ("changes_asked", [None], ["ask_changes"])
    assert len(letters()) == before + 1


@pytest.mark.slow
def test_sixteen_who_send_the_changes_send_them_once(app: Flask, cast: Cast, letters: Letters) -> None:
    application = steps.sent_and_asked(cast)
    drafts.save(application, "project", cast["amina"], plan="A new plan")
    id, before = application.id, len(letters())
    came = at_once(app, [lambda: answering.answer(now(id), by=cast["amina"]) for _ in range(16)])
    assert [str(one.sentence) for one in came if isinstance(one, Refusal)] == [answering.GONE_ON["answered"]] * 15
    assert after(application) == ("submitted", ["answered"], ["ask_changes", "answer_changes"])
    assert len(letters()) == before + 1


@pytest.mark.slow
def test_an_answer_and_a_taking_back_at_once_are_one_of_the_two(app: Flask, cast: Cast) -> None:
    """The same application, asked about again and again."""
    application = drafts.sent(cast["amina"])
    id = application.id
    for number in range(1, TIMES + 1):
        steps.asked(application, "plan", by=cast["joyce"])
        stood = written(now(application.id)).answers["plan"]
        drafts.save(application, "project", cast["amina"], plan=f"Plan {number}")
        acts = [
            lambda: answering.answer(now(id), by=cast["amina"]),
            lambda number=number: asking.take_back(now(id), number, by=cast["martin"]),
        ]
        came = at_once(app, acts if number % 2 else acts[::-1])
        state, outcomes, _ = after(application)
        assert state == "submitted"
        is_answered = outcomes[-1] == "answered"
        told = asking.ANSWERED if is_answered else answering.GONE_ON["taken_back"]
        assert sentence_of(came) == told
        assert written(now(id)).answers["plan"] == (f"Plan {number}" if is_answered else stood)


@pytest.mark.slow
def test_a_withdrawal_and_a_question_at_once_leave_it_withdrawn(app: Flask, cast: Cast) -> None:
    """Who withdraws wins in any case: what was asked just before ends with it."""
    application = drafts.sent(cast["amina"])
    id = application.id
    came = at_once(
        app,
        [
            lambda: actions.withdraw(now(id), "We cannot go on.", by=cast["amina"]),
            lambda: steps.asked(now(id), "plan", by=cast["joyce"]),
        ],
    )
    state, outcomes, verbs = after(application)
    assert came[0] is None
    if isinstance(came[1], Refusal):
        assert str(came[1].sentence) == asking.MOVED_ON["withdrawn"]
        assert (state, outcomes, verbs) == ("withdrawn", [], ["withdraw"])
    else:
        assert (state, outcomes, verbs) == ("withdrawn", ["withdrawn"], ["ask_changes", "withdraw"])


@pytest.mark.slow
def test_a_question_and_a_check_at_once_are_one_of_the_two(app: Flask, cast: Cast) -> None:
    application = drafts.sent(cast["amina"])
    id = application.id
    came = at_once(
        app,
        [
            lambda: checking.find_eligible(now(id), by=cast["martin"]),
            lambda: steps.asked(now(id), "plan", by=cast["joyce"]),
        ],
    )
    state, outcomes, verbs = after(application)
    assert sum(isinstance(one, Refusal) for one in came) == 1
    assert (state, outcomes, verbs) in (("assessing", [], ["accept"]), ("changes_asked", [None], ["ask_changes"]))
    if state == "assessing":
        assert sentence_of(came) == asking.CHECKED


@pytest.mark.slow
def test_a_save_on_its_way_while_the_question_is_taken_back_is_kept_or_given_back(app: Flask, cast: Cast) -> None:
    application = steps.sent_and_asked(cast, "plan")
    id = application.id
    came = at_once(
        app,
        [
            lambda: drafts.save(now(id), "project", cast["amina"], plan="On its way") and None,
            lambda: asking.take_back(now(id), 1, by=cast["joyce"]),
        ],
    )
    assert came[1] is None
    assert written(now(id)).answers["plan"] == PLAN
    texts = [each.answers.get("plan") for each in drafts.earlier_of(application, "project")]
    assert isinstance(came[0], Refusal) or "On its way" in texts
