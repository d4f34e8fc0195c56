"""The letters about a message: that it came, and its answer."""

from portal.mail.actions import post
from portal.messages.models import Message
from portal.messages.rules import TOPICS


def receipt(message: Message) -> None:
    """Say that a message came, and by when it is answered.

    Nothing that was typed is repeated, because nobody has shown that the address is theirs.
    """
    post(
        to=message.email,
        template="messages/mail/receipt",
        about=message,
        ref=message.ref,
        topic=TOPICS[message.topic],
        due=message.due_on,
    )


def answer(message: Message, text: str, name: str) -> None:
    """Answer a message; the question comes with it."""
    post(
        to=message.email,
        template="messages/mail/answer",
        about=message,
        ref=message.ref,
        text=text,
        name=name,
        asked=message.text,
        at=message.at,
    )
