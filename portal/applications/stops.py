"""The way from the first word to the decision, as its partner follows it: joined dots, each with its day."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from portal.applications.rules import MACHINE
from portal.kit.states import Dot
from portal.kit.text import N_


class Dates(Protocol):
    """The dates of a round that an applicant waits for."""

    closes_at: dt.datetime
    checked_by: dt.date
    assessed_by: dt.date
    panel_on: dt.date
    told_by: dt.date


@dataclass(frozen=True, slots=True)
class Question:
    """What the council asks: the day by which it is answered, and the one by which the council looks at the answer."""

    due_on: dt.date
    check_by: dt.date


@dataclass(frozen=True, slots=True)
class Stop:
    """One dot on the way to the decision: its words, and the sentence that says by when, which takes {when}."""

    dot: Dot
    text: str
    by: str
    when: dt.datetime | dt.date

    @property
    def has_hour(self) -> bool:
        """Whether the time of day matters."""
        return isinstance(self.when, dt.datetime)


REACHED = {"draft": 0, "submitted": 1, "changes_asked": 1, "not_eligible": 1, "assessing": 2, "scored": 3}
"""How many stops are behind an application in this state; a decision has passed them all."""


def way(state: str, dates: Dates, submitted_at: dt.datetime | None, asked: Question | None = None) -> tuple[Stop, ...]:
    """The way from the first word to the decision, and where on it an application is.

    `asked` is what the council asked last, if anything: an answer to come is a stop of its own.
    """
    is_open = state == "changes_asked"
    question = ((N_("You answer our question"), N_("by {when}"), asked.due_on),) if asked and is_open else ()
    stops = (
        (N_("You wrote and sent it"), N_("on {when}"), submitted_at)
        if submitted_at
        else (N_("You write it"), N_("closes on {when}"), dates.closes_at),
        *question,
        (N_("We check it"), N_("by {when}"), asked.check_by if asked else dates.checked_by),
        (N_("Reviewers read and score it"), N_("by {when}"), dates.assessed_by),
        (N_("The panel decides"), N_("on {when}"), dates.panel_on),
        (N_("You hear from us"), N_("by {when}"), dates.told_by),
    )
    reached = REACHED.get(state, len(stops))
    here = Dot.STOPPED if MACHINE.state(state).dot is Dot.STOPPED else Dot.NOW
    return tuple(
        Stop(Dot.DONE if place < reached else here if place == reached else Dot.NONE, *stop)
        for place, stop in enumerate(stops)
    )
