"""How deeds to messages are told."""

from sqlalchemy import select, true

from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.messages.queries import MESSAGES, WORDS
from portal.messages.rules import MESSAGE
from portal.permissions import Permission as P

KINDS = (
    Kind(
        "message",
        N_("Message"),
        sayings(WORDS),
        refs=select(MESSAGES.c.id, MESSAGES.c.ref, true().label("is_open")),
        machine=MESSAGE,
        page=("messages.show", "ref", frozenset({P.MESSAGE_ANSWER})),
    ),
)
