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
    The question may use the parameters `reader`, `now` and `today`.

    `record` is the kind of record, as history names it, that `id` belongs to. A Work that says it is emptied by several
    people: who opens one of its rows learns who else, for whom it waits, has it open. Where it is `claimable` besides,
    one of them can take a row, hand it over and give it back.
    """

    code: str
    title: str
    empty: str
    needs: Enum
    endpoint: str
    value: str
    question: Callable[[Any], Any]
    note: Callable[[Any], str] = no_note
    record: str = ""
    claimable: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Who has taken a thing: their id and name, since when, and when they opened it last.

    `is_stale`: they have not been back for so long that it counts as nobody's again. `giver` and `word`: who handed it
    to them, and what they wrote with it; empty where they took it themselves. `stamp` is another one for every taking.
    """

    person_id: int
    name: str
    since: dt.datetime
    seen_at: dt.datetime
    is_stale: bool
    giver: str
    word: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: its queue, its title, where to open it, since when, until when, whose it is, and a note.

    `held` says who has taken it, where somebody has.
    """

    work: Work
    title: str
    values: dict[str, str]
    since: dt.datetime
    due: dt.date | None = None
    owner: int | None = None
    note: str = ""
    held: Held | None = None

    @property
    def endpoint(self) -> str:
        """The page that it is opened on."""
        return self.work.endpoint

    def urgency(self, today: dt.date) -> Urgency:
        """Overdue after its day, soon within three days of it."""
        if self.due is None or self.due > today + SOON:
            return Urgency.LATER
        return Urgency.OVERDUE if self.due < today else Urgency.SOON
