"""What waits for whoever answers messages."""

from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, or_, select

from portal.db.base import BigKey
from portal.kit.queues import Work
from portal.kit.text import N_
from portal.messages.queries import MESSAGES
from portal.messages.rules import TOPICS
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import translated

READER = bindparam("reader", type_=BigKey)
TAKEN = N_("you have taken it")


@cache
def waiting_question() -> Select[Any]:
    """Messages without an answer that nobody else has taken."""
    name = func.coalesce(*(func.nullif(MESSAGES.c[part], "") for part in ("name", "email", "phone")))
    return select(
        MESSAGES.c.id,
        MESSAGES.c.ref.label("target"),
        name.label("title"),
        MESSAGES.c.at.label("since"),
        MESSAGES.c.due_on.label("due"),
        MESSAGES.c.claimed_by.label("owner"),
        MESSAGES.c.topic.label("a"),
        MESSAGES.c.organisation.label("b"),
        case((MESSAGES.c.claimed_by == READER, 1), else_=0).label("number"),
    ).where(MESSAGES.c.state == "waiting", or_(MESSAGES.c.claimed_by.is_(None), MESSAGES.c.claimed_by == READER))


def waiting(_someone: Someone) -> Select[Any]:
    """The same for everybody, but for who has taken what."""
    return waiting_question()


def about(row: Row[Any]) -> str:
    """What it is about, from which organisation, and whether the reader has taken it."""
    parts = [translated(TOPICS.get(row.a, "")), row.b, translated(TAKEN) if row.number else ""]
    return " · ".join(part for part in parts if part)


TO_ANSWER = Work(
    "to_answer",
    N_("Messages to answer"),
    N_("Every message is answered."),
    P.MESSAGE_ANSWER,
    "messages.show",
    "ref",
    waiting,
    about,
    record="message",
)
