"""What is true of a message to the team: its states and moves, what it can be about, and by when it is answered."""

import datetime as dt
import re

from portal.kit.dates import is_working_day
from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.permissions import Permission as P

MESSAGE = Machine(
    name="message",
    start="waiting",
    states=(
        State("waiting", Turn.COUNCIL, N_("We will answer you"), N_("To answer")),
        State("answered", Turn.NOBODY, N_("Answered"), N_("Answered"), Dot.DONE),
        State("closed", Turn.NOBODY, N_("Closed"), N_("Closed without an answer"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "answer",
            ("waiting", "closed"),
            "answered",
            P.MESSAGE_ANSWER,
            N_("Send answer"),
            N_("{who} answered the message"),
        ),
        Move(
            "close",
            ("waiting",),
            "closed",
            P.MESSAGE_ANSWER,
            N_("Close without an answer"),
            N_("{who} closed the message without an answer"),
        ),
    ),
)

MORE_WORDS = {
    "send": N_("{who} sent a message to the team"),
    "come": N_("Somebody without an account sent a message to the team"),
    "claim": N_("{who} took the message"),
    "take_over": N_("{who} took the message over"),
    "forget": N_("{who} deleted the message, because its time was over"),
}

TOPICS = {
    "grant": N_("A grant or an application"),
    "champions": N_("Digital Champions and training"),
    "network": N_("A network or an event"),
    "website": N_("Something here does not work for me"),
    "privacy": N_("What you keep about me"),
    "other": N_("Something else"),
}

WORKING_DAYS = 2
"""How many working days an answer may take; the contact page promises it."""
KEPT_MONTHS = 24
PHONE = re.compile(r"\+?[0-9\s()./-]{5,40}")

UNREACHABLE = Say(N_("Type an e-mail address or a telephone number, so that we can answer you."))
NO_PHONE = Say(N_("Type a telephone number with its area code, like 01632 960 000."))


def answer_by(came: dt.date) -> dt.date:
    """The last working day on which a message of that day is still answered in time; bank holidays are not heeded."""
    day, left = came, WORKING_DAYS
    while left:
        day += dt.timedelta(days=1)
        left -= is_working_day(day)
    return day


def is_phone(text: str) -> bool:
    """Whether this could be a telephone number: 7 to 15 digits, however they are set."""
    return bool(PHONE.fullmatch(text)) and 7 <= sum(letter.isdigit() for letter in text) <= 15


def kept_since(today: dt.date) -> dt.date:
    """The first day whose messages are still kept: 24 months back."""
    years, month = divmod(today.year * 12 + today.month - 1 - KEPT_MONTHS, 12)
    return dt.date(years, month + 1, min(today.day, 28))


def why_not_touch(claimed_by: int | None, person_id: int | None, name: str) -> Say | None:
    """Why this person should not answer or close a message just now, or None: somebody else has taken it."""
    if claimed_by is None or claimed_by == person_id:
        return None
    return Say(N_("{name} has taken this message. Take it over first, so that nobody is answered twice."), name=name)
