"""What is true of a round: its phase, and the way from its opening to its answer."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from portal.kit.dates import london_day
from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_
from portal.permissions import Permission as P

PLAN = Machine(
    name="plan of a round",
    start="planned",
    states=(
        State("planned", Turn.COUNCIL, N_("Nobody outside the council sees it"), N_("Being made")),
        State("published", Turn.NOBODY, N_("Everybody can see it"), N_("Published"), Dot.DONE),
        State("changing", Turn.COUNCIL, N_("People see it as it was"), N_("Published, with changes being made")),
        State("dropped", Turn.NOBODY, N_("Nobody outside the council saw it"), N_("Given up"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "publish",
            ("planned", "changing"),
            "published",
            P.ROUND_MAKE,
            N_("Publish"),
            N_("{who} published the round"),
        ),
        Move(
            "change",
            ("published",),
            "changing",
            P.ROUND_MAKE,
            N_("Change it"),
            N_("{who} began to change the round"),
        ),
        Move(
            "undo",
            ("changing",),
            "published",
            P.ROUND_MAKE,
            N_("Leave it as it was"),
            N_("{who} gave up the changes"),
        ),
        Move("drop", ("planned",), "dropped", P.ROUND_MAKE, N_("Give it up"), N_("{who} gave the round up")),
    ),
)
"""How a round is made. What the public sees of it is a row of its own, which only `publish` writes."""
OPEN_PLANS = ("planned", "changing")

PLAN_WORDS = {
    "begin": N_("{who} began a new round"),
    "copy": N_("{who} began a new round as a copy of another"),
    "bring_in": N_("{who} brought the round in from a file"),
    "facts": N_("{who} changed what the round says"),
    "add": N_("{who} added something to the form"),
    "reword": N_("{who} changed something in the form"),
    "move": N_("{who} changed the order of the form"),
    "remove": N_("{who} took something out of the form"),
}
"""The sentence for each deed to a plan that changes no state."""


class Dates(Protocol):
    """The dates of a round. Applications are taken until `closes_at`; the days after it are promises."""

    opens_at: dt.datetime
    closes_at: dt.datetime
    checked_by: dt.date
    assessed_by: dt.date
    panel_on: dt.date
    told_by: dt.date


class Phase(StrEnum):
    """Where a round stands in its window."""

    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """One dot on a round's way: what happens, when, and whether it is over. A moment has an hour, a day has none."""

    text: str
    when: dt.datetime | dt.date
    dot: Dot
    is_limit: bool = False

    @property
    def has_hour(self) -> bool:
        """Whether the time of day matters."""
        return isinstance(self.when, dt.datetime)


def phase(opens_at: dt.datetime, closes_at: dt.datetime, now: dt.datetime) -> Phase:
    """Whether a round is coming, open or closed. It is closed at the very moment of its closing."""
    if now < opens_at:
        return Phase.COMING
    return Phase.OPEN if now < closes_at else Phase.CLOSED


def timeline(round_: Dates, now: dt.datetime) -> tuple[Step, ...]:
    """The steps of a round: those that are over, the one that comes next, and the rest."""
    steps = (
        (N_("You can apply"), round_.opens_at, False),
        (N_("Applying ends"), round_.closes_at, False),
        (N_("We have checked who can apply"), round_.checked_by, True),
        (N_("Reviewers have read and scored"), round_.assessed_by, True),
        (N_("The panel meets and decides"), round_.panel_on, False),
        (N_("We have told everybody"), round_.told_by, True),
    )
    over = [is_over(when, now) for _, when, _ in steps]
    next_one = over.index(False) if False in over else len(steps)
    return tuple(
        Step(text, when, Dot.DONE if done else Dot.NOW if place == next_one else Dot.NONE, is_limit)
        for place, ((text, when, is_limit), done) in enumerate(zip(steps, over, strict=True))
    )


def is_over(when: dt.datetime | dt.date, now: dt.datetime) -> bool:
    """Whether a moment has come, or a whole day has gone by."""
    return now >= when if isinstance(when, dt.datetime) else london_day(now) > when
