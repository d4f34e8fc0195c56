"""What the worker runs: jobs of the clock, one process at a time, and pumps, in every process."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], int]
"""Does some work and says how many things it did; 0 means there was nothing to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work that the clock starts, in one process at a time."""

    name: str
    every: dt.timedelta
    work: Work
    title: str = ""

    @property
    def called(self) -> str:
        """What people read; its name with spaces where nobody gave it a title."""
        return self.title or self.name.replace("_", " ").capitalize()


JOBS: dict[str, Job] = {}
PUMPS: dict[str, Work] = {}


def job(name: str, every: dt.timedelta, title: str = "") -> Callable[[Work], Work]:
    """Have the worker run this every so often, in one process at a time; `title` is what the council reads."""

    def register(work: Work) -> Work:
        JOBS[name] = Job(name, every, work, title)
        return work

    return register


def pump(name: str) -> Callable[[Work], Work]:
    """Have every worker run this over and over; it claims its own rows, so that they share the work."""

    def register(work: Work) -> Work:
        PUMPS[name] = work
        return work

    return register
