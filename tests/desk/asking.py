"""What waits for somebody, asked as the inbox asks it."""

from dataclasses import dataclass
from typing import Any

from portal.desk import queues
from portal.desk.queues import Filters
from portal.kit.queues import Waiting, Work
from portal.permissions import Someone


@dataclass(frozen=True, slots=True)
class Asked:
    """How many wait, and those on the first page."""

    count: int
    rows: list[Waiting]


def asked(work: Work, someone: Someone, **more: Any) -> Asked:
    """One queue of a person; nothing where their roles do not include it."""
    if work not in queues.of(someone):
        return Asked(0, [])
    filters = Filters(work.code, **more)
    return Asked(queues.counted(someone, filters).shown, list(queues.page_for(someone, filters).rows))
