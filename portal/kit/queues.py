"""Work that waits for someone: what an area hands to the inbox."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

SOON = dt.timedelta(days=3)


class Urgency(Enum):
    """How near the due date is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


def no_note(_row: Any) -> str:
    """Nothing more to say of a row than its title."""
    return ""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of waiting work, as its area describes it: its words, who empties it, and where a row is opened.

    `question` makes, for a person, the question for all that waits for them, in no order. Its rows have `id`, `target`
    (which stands for `value` in the address of `endpoint`), `title` and `since`. Where there is such a thing they also
    have `due`, `round` and `round_title`, `owner` (the id of who has taken it), and `a`, `b` and `number` for the note.
    The question may use the parameters `reader` and `now`.
    """

    code: str
    title: str
    empty: str
    needs: Enum
    endpoint: str
    value: str
    question: Callable[[Any], Any]
    note: Callable[[Any], str] = no_note


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: its queue, its title, where to open it, since when, until when, whose it is, and a note."""

    work: Work
    title: str
    values: dict[str, str]
    since: dt.datetime
    due: dt.date | None = None
    owner: int | None = None
    note: str = ""

    @property
    def endpoint(self) -> str:
        """The page that it is opened on."""
        return self.work.endpoint

    def urgency(self, today: dt.date) -> Urgency:
        """Overdue after its day, soon within three days of it."""
        if self.due is None or self.due > today + SOON:
            return Urgency.LATER
        return Urgency.OVERDUE if self.due < today else Urgency.SOON
