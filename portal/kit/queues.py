"""Work that waits for someone: what an area hands to the inbox."""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum


class Urgency(Enum):
    """How near the due date is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: its title, where to open it, since when, until when, and a note."""

    title: str
    endpoint: str
    values: dict[str, str]
    since: dt.datetime
    due: dt.date | None = None
    note: str = ""

    def urgency(self, today: dt.date) -> Urgency:
        """Overdue after its day, soon within three days of it."""
        if self.due is None or self.due > today + dt.timedelta(days=3):
            return Urgency.LATER
        return Urgency.OVERDUE if self.due < today else Urgency.SOON


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of waiting work: its name, how many wait, and the first of them, most urgent first."""

    code: str
    title: str
    empty: str
    count: int
    rows: list[Waiting] = field(default_factory=list)
