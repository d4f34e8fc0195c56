"""The contact page, for those with an account, those without, and machines; and the floods that it withstands."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.mail.models import Letter
from portal.messages import actions
from portal.messages.models import Message
from portal.permissions import Someone
from tests.conftest import Send
from tests.messages.writing import CONTACT, TYPED
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Letters = Callable[[], list[Letter]]


def kept() -> list[Message]:
    """Every message, the first one first."""
    return list(db.session.scalars(select(Message).order_by(Message.id)))


def test_somebody_without_an_account_writes_and_gets_a_receipt(
    app: Flask, client: Reader, send: Send, letters: Letters
) -> None:
    answer = send(client, CONTACT, TYPED, action=CONTACT)
    assert (answer.status_code, answer.location) == (303, "/contact/sent")
    [message], [letter] = kept(), letters()
    assert (message.topic, message.text, message.email, message.person_id) == (*TYPED.values(), None)
    assert (message.state, message.organisation) == ("waiting", "")
    page = client.get("/contact/sent").get_data(as_text=True)
    assert message.ref in page
    assert (letter.to_address, letter.about, letter.about_id) == ("ada@example.org", "message", message.id)
    assert message.ref in letter.subject
    assert "paper" not in letter.text + letter.html, (
        "nothing typed goes to an address that nobody has shown to be theirs"
    )
    [deed] = db.session.scalars(select(Deed).where(Deed.subject == "message"))
    assert (deed.verb, deed.actor_id, deed.facts) == ("come", None, {"topic": "grant"})


def test_whoever_is_signed_in_finds_it_filled_in_and_it_is_theirs(
    app: Flask, as_: As, send: Send, cast: dict[str, Someone]
) -> None:
    amina = as_("amina")
    form = form_to(amina.get(CONTACT).get_data(as_text=True), CONTACT)
    assert (form.fields["name"], form.fields["email"]) == (["Amina Yusuf"], ["amina.yusuf@example.org"])
    send(amina, CONTACT, {"topic": "other", "text": "Hello"}, action=CONTACT)
    [message] = kept()
    assert (message.person_id, message.organisation) == (cast["amina"].person_id, "Hyde Park Tea and Tech")
    home = amina.get("/home").get_data(as_text=True)
    assert "Something else" in home, "what they wait for is on their home"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"topic": ""}, "topic"),
        ({"topic": "nonsense"}, "topic"),
        ({"text": "  "}, "text"),
        ({"email": ""}, "email"),
        ({"email": "ada"}, "email"),
        ({"phone": "ring me"}, "phone"),
        ({"text": "x" * 20_001}, "text"),
        ({"name": "x" * 101}, "name"),
    ],
)
def test_what_does_not_fit_is_said_beside_it_and_kept(
    sqlite_app: Flask, send: Send, typed: dict[str, str], field: str
) -> None:
    client: Any = sqlite_app.test_client()
    answer = send(client, CONTACT, {**TYPED, **typed}, action=CONTACT)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'href="#{field}"' in page
    assert typed.get("text", TYPED["text"]).strip()[:50] in page
    assert kept() == []


def test_a_telephone_number_alone_is_enough_and_gets_no_letter(sqlite_app: Flask, send: Send) -> None:
    client: Any = sqlite_app.test_client()
    typed = {**TYPED, "email": "", "phone": "0113 496 0000"}
    assert send(client, CONTACT, typed, action=CONTACT).status_code == 303
    assert [message.phone for message in kept()] == ["0113 496 0000"]
    assert db.session.scalars(select(Letter)).all() == []


def test_a_machine_that_fills_in_everything_is_thanked_and_forgotten(sqlite_app: Flask, send: Send) -> None:
    client: Any = sqlite_app.test_client()
    answer = send(client, CONTACT, {**TYPED, "website": "https://example.org"}, action=CONTACT)
    assert (answer.status_code, answer.location) == (303, "/contact/sent")
    assert "Your message is sent" in client.get("/contact/sent").get_data(as_text=True)
    assert kept() == []


def test_pressed_twice_it_is_one_message(app: Flask, client: Reader) -> None:
    form = form_to(client.get(CONTACT).get_data(as_text=True), CONTACT)
    answers = [client.post(CONTACT, data={**form.fields, **TYPED}) for _ in range(2)]
    assert [answer.location for answer in answers] == ["/contact/sent"] * 2
    assert len(kept()) == 1


def test_an_address_is_not_flooded_with_receipts_and_its_messages_are_taken(
    app: Flask, client: Reader, send: Send
) -> None:
    for number in range(actions.RECEIPTS_TO_ADDRESS.most + 3):
        assert send(client, CONTACT, {**TYPED, "text": f"Question {number}"}, action=CONTACT).status_code == 303
    assert len(kept()) == actions.RECEIPTS_TO_ADDRESS.most + 3
    assert db.session.scalar(select(func.count()).select_from(Letter)) == actions.RECEIPTS_TO_ADDRESS.most


def test_a_flood_from_one_place_ends_with_the_telephone_number_and_what_was_typed(
    sqlite_app: Flask, send: Send
) -> None:
    with action() as session:
        for _ in range(actions.FROM_CLIENT.most):
            actions.limits.count(session, actions.FROM_CLIENT, "127.0.0.1")
    client: Any = sqlite_app.test_client()
    answer = send(client, CONTACT, TYPED, action=CONTACT)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 429
    assert "Please ring us on 0113 496 0100" in page
    assert TYPED["text"] in page
    assert kept() == []
    assert actions.FROM_CLIENT.most >= 100, "a library is one client"
