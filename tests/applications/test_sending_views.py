"""Checking, sending, and what is seen afterwards."""

import datetime as dt
from collections.abc import Callable
from html import unescape

import pytest

from portal.applications import actions
from portal.db.session import db
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.conftest import Statements
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
SIGNED = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Amina Yusuf"}


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def test_checking_shows_every_answer_with_a_way_to_change_it(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    text = text_of(as_("amina"), f"/applications/{draft.ref}/answers")
    assert "Four tablets (Devices and equipment): £800\nData (Data, SIM cards and wifi): £200.50" in text
    assert "Older people\nUnpaid carers" in text
    assert "Not answered" in text
    assert text.count("?then=check") == len(drafts.ANSWERS)
    assert "Go on to send it" in text


def test_checking_names_what_still_needs_a_look_and_leads_there(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"], people={"communities": ["older"], "people_helped": "about forty"})
    text = text_of(as_("amina"), f"/applications/{draft.ref}/answers")
    assert "2 answers are missing or need another look" in text
    assert "Who will benefit: Enter how many people, in figures, like 40" in text
    assert f"/applications/{draft.ref}/parts/people?then=check#people_helped" in text
    assert "Go on to send it" not in text


def test_a_lead_sends_it_and_sees_the_reference_and_what_comes_next(
    as_: As, write: Send, cast: Cast, letters: Letters
) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    answer = write(client, f"/applications/{draft.ref}/send", SIGNED)
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}/sent")
    text = text_of(client, answer.location)
    assert f'Your reference is <strong class="n">{draft.ref}</strong>.' in text
    assert "What happens next" in text
    assert len(letters()) == 1
    assert text_of(as_("tom"), answer.location) != ""


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        ("right", "Tick this to go on, or stop here and talk to us first"),
        ("speaks", "Tick this to go on, or stop here and talk to us first"),
        ("purpose", "Tick this to go on, or stop here and talk to us first"),
        ("signed_name", "Enter your full name"),
    ],
)
def test_it_is_not_sent_without_every_tick_and_a_name(
    as_: As, write: Send, cast: Cast, left_out: str, says: str
) -> None:
    draft = drafts.filled(cast["amina"])
    fields = {**SIGNED, left_out: "" if left_out == "signed_name" else None}
    answer = write(as_("amina"), f"/applications/{draft.ref}/send", fields)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'<a href="#{left_out}">{says}</a>' in text
    db.session.refresh(draft)
    assert draft.state == "draft"


def test_pressed_twice_it_is_sent_once(as_: As, cast: Cast, letters: Letters) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/send"
    pages = [form_to(client.get(path).get_data(as_text=True), path) for _ in range(2)]
    data = [{**page.fields, **SIGNED} for page in (pages[0], pages[0], pages[1])]
    answers = [client.post(path, data=each) for each in data]
    assert [(each.status_code, each.location) for each in answers] == [(303, f"/applications/{draft.ref}/sent")] * 3
    assert len(letters()) == 1


def test_answers_that_do_not_stand_lead_back_to_checking(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    answer = write(client, f"/applications/{draft.ref}/send", SIGNED)
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}/answers")
    assert "Not sent yet: some answers need another look." in text_of(client, answer.location)


def test_a_member_asks_a_lead_to_send_it(as_: As, send: Send, cast: Cast, letters: Letters) -> None:
    draft, client = drafts.filled(cast["tom"]), as_("tom")
    path = f"/applications/{draft.ref}/answers"
    assert "A lead sends it: Amina Yusuf." in text_of(client, path)
    answer = send(client, path, action=f"/applications/{draft.ref}/ask")
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert [letter.to_address for letter in letters()] == [cast["amina"].email]
    assert client.get(f"/applications/{draft.ref}/send").status_code == 403


def test_withdrawing_is_asked_twice_and_told(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.sent(cast["amina"]), as_("amina")
    assert "This cannot be undone." in text_of(client, f"/applications/{draft.ref}/withdraw")
    answer = write(client, f"/applications/{draft.ref}/withdraw")
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert "Nobody works on it any more." in text_of(client, answer.location)
    again = client.get(f"/applications/{draft.ref}/withdraw")
    assert (again.status_code, again.location) == (303, f"/applications/{draft.ref}")


def test_after_sending_the_answers_are_there_to_read_and_no_more(as_: As, cast: Cast) -> None:
    draft = drafts.sent(cast["amina"])
    text = text_of(as_("tom"), f"/applications/{draft.ref}/answers")
    assert "by Amina Yusuf." in text
    assert "Every Tuesday, two helpers and one tea urn." in text
    assert "?then=check" not in text


def test_before_sending_there_is_no_confirmation(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    answer = as_("amina").get(f"/applications/{draft.ref}/sent")
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")


def test_after_the_grace_it_is_kept_and_can_no_longer_be_sent(as_: As, cast: Cast, clock: Clock) -> None:
    draft = drafts.filled(cast["amina"])
    clock.move_to(drafts.open_round().closes_at + dt.timedelta(minutes=30, seconds=1))
    client = as_("amina")
    assert (
        client.get(f"/applications/{draft.ref}/send", follow_redirects=True).request.path
        == f"/applications/{draft.ref}"
    )
    text = text_of(client, f"/applications/{draft.ref}")
    assert "It was not sent. Your answers are kept for you to use another time." in text
    assert "Every Tuesday" in text_of(client, f"/applications/{draft.ref}/answers")


@pytest.mark.parametrize("page", ["", "/answers", "/sent", "/send", "/withdraw"])
def test_each_page_is_there_for_the_team_alone(as_: As, client: Reader, cast: Cast, page: str) -> None:
    draft = drafts.sent(cast["amina"])
    path = f"/applications/{draft.ref}{page}"
    seen = {key: as_(key).get(path).status_code for key in ("amina", "grace", "marcia", "daniel", "joyce", "helen")}
    own = 303 if page == "/send" else 200
    others = 404 if page in {"", "/answers"} else 403
    assert seen == {"amina": own, "grace": 404, "marcia": 404, "daniel": others, "joyce": 404, "helen": others}
    assert client.get(path).location == f"/sign-in?next={path}"


def test_each_page_takes_few_statements(as_: As, cast: Cast, statements: Statements) -> None:
    client, draft = as_("amina"), drafts.filled(cast["tom"])
    path = f"/applications/{draft.ref}"
    assert max(statements(client, path + page) for page in ("", "/answers", "/send", "/withdraw")) <= 8
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert max(statements(client, path + page) for page in ("", "/answers", "/sent", "/withdraw")) <= 8


def test_a_withdrawn_draft_was_never_sent(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    actions.withdraw(draft, by=cast["amina"])
    text = text_of(as_("amina"), f"/applications/{draft.ref}")
    assert "Nobody works on it any more." in text
    assert "The page that said it arrived" not in text


def test_what_was_sent_and_withdrawn_has_not_arrived_any_more(as_: As, cast: Cast) -> None:
    draft, client = drafts.sent(cast["amina"]), as_("amina")
    actions.withdraw(draft, by=cast["amina"])
    answer = client.get(f"/applications/{draft.ref}/sent")
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert "The page that said it arrived" not in text_of(client, f"/applications/{draft.ref}")
