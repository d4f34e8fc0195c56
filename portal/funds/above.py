"""What rooms above know of rounds, handed in when the site is made, because funds know no applications."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from flask import current_app


@dataclass(frozen=True, slots=True)
class LastTime:
    """How an earlier round of the same fund went: its code and name, and how many days half of the answers took."""

    code: str
    title: str
    applied: int
    funded: int
    median_days: int | None


class Applied(Protocol):
    """What is asked of the rooms above."""

    def started(self, round_id: int) -> int:
        """How many have started an application and not withdrawn it."""

    def last_time(self, fund_id: int, before: dt.datetime) -> LastTime | None:
        """The last round of a fund that closed before a moment and has been decided, if there is one."""


def applied() -> Applied:
    """Whoever knows it."""
    found: Applied = current_app.extensions["portal_applied"]
    return found
