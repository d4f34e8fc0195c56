"""Taking, answering and closing messages; two who do it at once; and forgetting them in the end."""

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Clash, Invalid, NotAllowed
from portal.mail.models import Letter
from portal.messages import actions
from portal.messages.models import Message
from portal.messages.queues import TO_ANSWER
from portal.permissions import Someone
from tests.assessments.steps import at_once
from tests.conftest import Clock, Send
from tests.desk.asking import asked
from tests.messages.writing import message
from tests.reader import Reader

As = Callable[[str], Reader]
Letters = Callable[[], list[Letter]]
AT_ONCE = 16


def again(one: Message) -> Message:
    """A message as it stands now."""
    db.session.rollback()
    return db.session.get_one(Message, one.id)


def verbs() -> list[str]:
    """What was done to messages, the first deed first."""
    return list(db.session.scalars(select(Deed.verb).where(Deed.subject == "message").order_by(Deed.id)))


def test_an_answer_goes_by_e_mail_with_the_question_and_is_kept(
    app: Flask, as_: As, send: Send, letters: Letters
) -> None:
    one = message()
    joyce, here = as_("joyce"), f"/messages/{one.ref}"
    answer = send(joyce, here, {"answer": "Yes, on paper is fine."}, action=f"{here}/answer")
    assert (answer.status_code, answer.location) == (303, here)
    page = joyce.get(here).get_data(as_text=True)
    assert "Yes, on paper is fine." in page
    assert "/inbox/next?queue=to_answer" in page, "and on to the next one"
    letter = letters()[-1]
    assert letter.to_address == one.email
    assert [words in letter.text for words in ("Yes, on paper is fine.", "Question 0?", "Joyce Adeyemi")] == [True] * 3
    kept = again(one)
    assert (kept.state, kept.answered_by == kept.claimed_by) == ("answered", True)
    assert verbs() == ["come", "answer"]


def test_who_gave_only_a_number_is_answered_on_the_telephone(app: Flask, as_: As, send: Send, letters: Letters) -> None:
    one = message(email="", phone="0113 496 0001")
    joyce, here = as_("joyce"), f"/messages/{one.ref}"
    assert "What you told them on the telephone" in joyce.get(here).get_data(as_text=True)
    send(joyce, here, {"answer": "Rang her."}, action=f"{here}/answer")
    assert (again(one).state, letters()) == ("answered", [])


def test_what_somebody_has_taken_is_theirs_until_it_is_taken_over(app: Flask, cast: dict[str, Someone]) -> None:
    joyce, helen, one = cast["joyce"], cast["helen"], message()
    actions.claim(one, by=joyce, version=1)
    assert (asked(TO_ANSWER, joyce).count, asked(TO_ANSWER, helen).count) == (1, 0)
    with pytest.raises(Invalid, match="need another look"):
        actions.answer(again(one), "Yes.", by=helen, version=2)
    with pytest.raises(Invalid):
        actions.close(again(one), "Spam.", by=helen, version=2)
    actions.claim(again(one), by=helen, version=2)
    actions.answer(again(one), "Yes.", by=helen, version=3)
    assert verbs() == ["come", "claim", "take_over", "answer"]


def test_the_later_of_two_is_told_and_keeps_what_they_typed(
    app: Flask, as_: As, send: Send, cast: dict[str, Someone]
) -> None:
    one, joyce = message(), as_("joyce")
    here = f"/messages/{one.ref}"
    client = as_("helen")

    class Late(dict[str, str]):
        """Somebody else answers after the page was opened and before it is sent."""

        def items(self):  # type: ignore[no-untyped-def]
            actions.answer(again(one), "Joyce was quicker.", by=cast["joyce"], version=1)
            return super().items()

    answer = send(client, here, Late(answer="Helen types."), action=f"{here}/answer")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Somebody has answered this message since you opened it" in page
    assert "Joyce was quicker." in page
    assert joyce.get(here).status_code == 200


def test_of_sixteen_at_once_one_answers(app: Flask, cast: dict[str, Someone]) -> None:
    one = message()
    id = one.id
    people = [cast[key] for key in ("joyce", "helen", "martin", "leanne")] * 4
    came = at_once(
        app, [lambda by=by: actions.answer(db.session.get_one(Message, id), "Yes.", by=by, version=1) for by in people]
    )
    assert sum(each is None for each in came) == 1
    assert {type(each) for each in came if each is not None} == {Clash}
    answers = select(func.count()).where(Letter.template == "messages/mail/answer")
    assert db.session.scalar(answers) == 1
    assert verbs().count("answer") == 1


def test_closing_needs_a_reason_and_still_lets_it_be_answered(app: Flask, as_: As, send: Send) -> None:
    one, joyce = message(), as_("joyce")
    here = f"/messages/{one.ref}"
    assert send(joyce, here, {"because": " "}, action=f"{here}/close").status_code == 422
    assert send(joyce, here, {"because": "Advertising."}, action=f"{here}/close").status_code == 303
    page = joyce.get(here).get_data(as_text=True)
    assert "Advertising." in page
    assert send(joyce, here, {"answer": "Sorry, it was a question."}, action=f"{here}/answer").status_code == 303
    kept = again(one)
    assert (kept.state, kept.closed_because) == ("answered", "Advertising.")


def test_nobody_answers_whose_role_does_not_include_it(app: Flask, as_: As, cast: dict[str, Someone]) -> None:
    one = message()
    for key in ("joyce", "martin", "helen", "leanne", "wei"):
        assert as_(key).get(f"/messages/{one.ref}").status_code == 200
    for key in ("daniel", "priya", "imran", "amina"):
        assert as_(key).get(f"/messages/{one.ref}").status_code == 403
    with pytest.raises(NotAllowed):
        actions.answer(one, "Yes.", by=cast["daniel"], version=1)


def test_the_list_shows_every_message_a_page_at_a_time(app: Flask, as_: As, queries) -> None:  # type: ignore[no-untyped-def]
    joyce, asked_for = as_("joyce"), []
    for more in (1, 29):
        for number in range(more):
            message(number + more)
        with queries() as counted:
            page = joyce.get("/messages?state=waiting").get_data(as_text=True)
        asked_for.append(counted.number)
    assert asked_for[0] == asked_for[1] <= 8
    seen, path = set(), "/messages"
    while path:
        page = joyce.get(path).get_data(as_text=True)
        seen |= {part.split('"')[0] for part in page.split('href="/messages/M-')[1:]}
        rest = page.split('rel="next" href="')
        path = rest[1].split('"')[0].replace("&amp;", "&") if len(rest) > 1 else ""
    assert len(seen) == 30


def test_after_24_months_what_was_dealt_with_is_gone_and_history_keeps_that_it_was(
    app: Flask, cast: dict[str, Someone], clock: Clock
) -> None:
    answered, closed, waiting = (message(number) for number in range(3))
    actions.answer(answered, "A canary answer.", by=cast["joyce"], version=1)
    actions.close(closed, "Advertising.", by=cast["joyce"], version=1)
    ids = [answered.id, closed.id]
    clock.shift(dt.timedelta(days=729))
    assert actions.forget_old() == 0
    clock.shift(dt.timedelta(days=6))  # what came on the last days of a month goes with the month
    assert actions.forget_old() == 2
    assert db.session.scalars(select(Message.id)).all() == [waiting.id], "who still waits is not forgotten"
    assert [one.about_id for one in db.session.scalars(select(Letter))] == [waiting.id]
    told = select(Deed.subject_id).where(Deed.subject == "message", Deed.verb == "forget").order_by(Deed.id)
    assert list(db.session.scalars(told)) == ids
    assert db.session.scalar(select(func.count()).where(Deed.subject == "message", Deed.verb == "come")) == 3
    with action():
        assert actions.forget_old() == 0
