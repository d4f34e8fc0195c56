"""Sending a message to the team, taking it, answering it, closing it, and forgetting it in the end."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.queries import names_of
from portal.db.session import action, locked
from portal.history.actions import move, note
from portal.jobs.registry import job
from portal.kit.dates import from_london, london_day, utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, TooMany
from portal.kit.refs import new_ref
from portal.kit.text import N_, Say
from portal.mail.models import Letter
from portal.messages import notices
from portal.messages.models import Message
from portal.messages.rules import KEPT_MONTHS, answer_by, kept_since, why_not_touch
from portal.permissions import PORTAL, Permission, Someone
from portal.programme.queries import council

FROM_CLIENT = limits.Limit("messages_from_client", 100)
"""A library is one client to us, and a hundred people may write from it within an hour."""
RECEIPTS_TO_ADDRESS = limits.Limit("receipts_to_address", 5)
"""Anybody can type anybody's address: after these its messages are still taken, but it gets no more receipts."""
AT_ONCE = 500
ENDED = ("answered", "closed")

TOO_MANY = N_("Many messages have come from where you are. Please ring us on {phone}, or try again in an hour.")
QUICKER = N_("{name} changed this message since you opened it. What you typed is still here.")
ANSWERED = N_("Somebody has answered this message since you opened it. What you typed is still here.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed on the contact page."""

    topic: str
    text: str
    name: str = ""
    email: str = ""
    phone: str = ""


def send(asked: Asked, *, client: str, by: Someone | None) -> Message:
    """Take a message, and write a receipt where there is an address. Raises TooMany, which names the telephone."""
    with action() as session:
        limits.one_at_a_time(session, client)
        if limits.used_up(session, FROM_CLIENT, client):
            raise TooMany(Say(TOO_MANY, phone=council().phone))
        limits.count(session, FROM_CLIENT, client)
        now = utc_now()
        message = Message(
            ref=new_ref("M"),
            topic=asked.topic,
            name=asked.name,
            email=asked.email,
            phone=asked.phone,
            organisation=by.place.name if by and by.place else "",
            text=asked.text,
            person_id=by.person_id if by else None,
            at=now,
            due_on=answer_by(london_day(now)),
        )
        session.add(message)
        note(message, "send" if by else "come", by=by or PORTAL, topic=asked.topic)
        if asked.email and may_write_to(session, asked.email):
            notices.receipt(message)
        return message


def may_write_to(session: Session, email: str) -> bool:
    """Whether an address gets one more receipt within this hour; it counts as one."""
    limits.one_at_a_time(session, email)
    if limits.used_up(session, RECEIPTS_TO_ADDRESS, email):
        return False
    limits.count(session, RECEIPTS_TO_ADDRESS, email)
    return True


def claim(message: Message, *, by: Someone, version: int) -> None:
    """Take a message, from whoever has it: the others leave it alone then. Raises Clash, NotAllowed."""
    with action():
        kept = held(message, by, version)
        if kept.claimed_by == by.person_id:
            return
        note(kept, "take_over" if kept.claimed_by else "claim", by=by)
        kept.claimed_by, kept.claimed_at = by.person_id, utc_now()


def answer(message: Message, text: str, *, by: Someone, version: int) -> None:
    """Answer a message: by e-mail where there is an address; otherwise `text` says what was told on the telephone.

    Raises Clash where somebody else has taken, answered or closed it meanwhile, NotAllowed, WrongState.
    """
    with action():
        kept = held(message, by, version)
        free(kept, by)
        kept.answer, kept.answered_by, kept.answered_at = text, by.person_id, utc_now()
        move(kept, "answer", by=by)
        if kept.email:
            notices.answer(kept, text, by.name)


def close(message: Message, because: str, *, by: Someone, version: int) -> None:
    """Close a message that needs no answer. Raises Clash, NotAllowed, WrongState."""
    with action():
        kept = held(message, by, version)
        free(kept, by)
        kept.closed_because, kept.closed_by, kept.closed_at = because, by.person_id, utc_now()
        move(kept, "close", by=by)


def held(message: Message, by: Someone, version: int) -> Message:
    """The message, held until the deed ends, its version counted on. Raises NotAllowed, and Clash for a stale page."""
    if not by.may(Permission.MESSAGE_ANSWER):
        raise NotAllowed()
    kept = locked(message)
    if kept.version != version:
        last = kept.answered_by or kept.closed_by or kept.claimed_by
        sentence = Say(ANSWERED if kept.answered_by else QUICKER, name=names_of([last])[last])
        raise Clash(sentence, theirs=kept)
    kept.version += 1
    return kept


def free(message: Message, by: Someone) -> None:
    """Raises Invalid where somebody else has taken it; in nobody's hands, it is this person's from now on."""
    names = names_of([message.claimed_by])
    why_not = why_not_touch(message.claimed_by, by.person_id, names.get(message.claimed_by, ""))
    if why_not:
        raise Invalid({"": why_not})
    if message.claimed_by is None:
        message.claimed_by, message.claimed_at = by.person_id, utc_now()


@job("forget_messages", dt.timedelta(hours=6), N_("Forget old messages to the team"))
def forget_old() -> int:
    """Delete what was dealt with and came 24 months ago, its letters too; history keeps that it was. How many went."""
    since = from_london(dt.datetime.combine(kept_since(london_day(utc_now())), dt.time()))
    with action() as session:
        old = session.scalars(
            select(Message).where(Message.at < since, Message.state.in_(ENDED)).order_by(Message.id).limit(AT_ONCE)
        ).all()
        for message in old:
            note(message, "forget", by=PORTAL, months=KEPT_MONTHS)
        ids = [message.id for message in old]
        for gone in (
            delete(Letter).where(Letter.about == Message.kind, Letter.about_id.in_(ids)),
            delete(Message).where(Message.id.in_(ids)),
        ):
            session.execute(gone.execution_options(synchronize_session=False))
    return len(old)
