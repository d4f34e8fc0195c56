"""Messages of the demonstration town: what people asked on the contact page, and what came of it."""

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.demo.cast import BY_KEY
from portal.demo.sendings import Team, deed
from portal.demo.words import read_toml
from portal.kit.dates import from_london, london_day
from portal.kit.refs import new_ref
from portal.messages.models import Message
from portal.messages.rules import answer_by

TEAM = ("leanne", "helen", "martin", "joyce")
"""Who answers, in turn."""
TAKEN_EVERY = 4


def lay(session: Session, rng: Random, teams: Sequence[Team], today: dt.date) -> None:
    """Every message of the file, with its deeds."""
    found = read_toml("town/messages")
    people = {row.email: row.id for row in session.execute(select(Person.id, Person.email))}
    staff = [people[BY_KEY[key].email] for key in TEAM]
    leads = {
        row.id: row for row in session.scalars(select(Person).where(Person.id.in_([one.lead_id for one in teams])))
    }
    messages = []
    for state in ("closed", "answered", "waiting"):
        for number, one in enumerate(found[state]):
            team = teams[one["lead"]] if "lead" in one else None
            message = written(one, team, leads, came(one["age"], today, rng), state)
            dealt_with(message, state, one, staff[number % len(staff)], number)
            messages.append(message)
    messages.sort(key=lambda message: message.at)
    session.add_all(messages)
    session.flush()
    for message in messages:
        session.add_all(deeds_of(message))


def came(age: int, today: dt.date, rng: Random) -> dt.datetime:
    """When a message came that is so many days old; today's came early in the morning."""
    hour = 0 if age == 0 else rng.randint(8, 19)
    return from_london(dt.datetime.combine(today - dt.timedelta(days=age), dt.time(hour, rng.randint(0, 59))))


def written(one: dict[str, Any], team: Team | None, leads: dict[int, Person], at: dt.datetime, state: str) -> Message:
    """A message in a state, from a lead of the town or from somebody without an account."""
    person = leads[team.lead_id] if team else None
    return Message(
        ref=new_ref("M"),
        topic=one["topic"],
        text=one["text"],
        name=person.name if person else one.get("name", ""),
        email=person.email if person else one.get("email", ""),
        phone=one.get("phone", ""),
        organisation=team.demo.name if team else "",
        person_id=person.id if person else None,
        at=at,
        due_on=answer_by(london_day(at)),
        state=state,
        version=1 if state == "waiting" else 2,
    )


def dealt_with(message: Message, state: str, one: dict[str, Any], by: int, number: int) -> None:
    """What somebody in the team made of it; of those that wait, every fourth is taken."""
    at = message.at + dt.timedelta(hours=5 + number % 20)
    if state != "waiting" or number % TAKEN_EVERY == TAKEN_EVERY - 1:
        message.claimed_by, message.claimed_at = by, at
    if state == "answered":
        message.answer, message.answered_by, message.answered_at = one["answer"], by, at
    elif state == "closed":
        message.closed_because, message.closed_by, message.closed_at = one["because"], by, at


def deeds_of(message: Message) -> list[Any]:
    """The rows of history that would have been written at the time."""
    verb = "send" if message.person_id else "come"
    found = [deed("message", message.id, verb, message.at, message.person_id, topic=message.topic)]
    if message.state == "waiting" and message.claimed_at:
        found.append(deed("message", message.id, "claim", message.claimed_at, message.claimed_by))
    if message.answered_at:
        ways = ("waiting", "answered")
        found.append(deed("message", message.id, "answer", message.answered_at, message.answered_by, ways))
    if message.closed_at:
        found.append(deed("message", message.id, "close", message.closed_at, message.closed_by, ("waiting", "closed")))
    return found
