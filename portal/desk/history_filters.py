"""What a search in history is narrowed to, as its address says it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from portal.kit.dates import from_london
from portal.kit.text import N_, one_line

WORDS_MOST = 200
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
WRITTEN = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
YEARS = range(2000, 2101)
NO_DAY = N_("Type a day like 26/11/2026.")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters; empty words narrow nothing. `since` and `until` are British days, both of them included.

    `wrong` has a sentence for each day that could not be read.
    """

    kind: str = ""
    deed: str = ""
    person: str = ""
    ref: str = ""
    since: str = ""
    until: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict, compare=False)

    def chosen(self) -> dict[str, str]:
        """What is chosen, for addresses."""
        return {name: value for name in NAMES if (value := getattr(self, name))}

    def moments(self) -> tuple[dt.datetime | None, dt.datetime | None]:
        """The moment that the first day begins, and the one after the last day's end, in UTC."""
        since, until = day_in(self.since), day_in(self.until)
        return begins(since), begins(until + DAY if until else None)


NAMES = tuple(each.name for each in fields(Wanted) if each.name != "wrong")


def wanted(args: Mapping[str, str]) -> Wanted:
    """The filters of an address."""
    typed = {name: one_line(args.get(name, ""))[:WORDS_MOST] for name in NAMES}
    wrong = {name: NO_DAY for name in ("since", "until") if typed[name] and day_in(typed[name]) is None}
    return Wanted(**typed, wrong=wrong)


def day_in(typed: str) -> dt.date | None:
    """The day that was typed or picked, or None for anything else."""
    if found := ISO.fullmatch(typed):
        year, month, day = map(int, found.groups())
    elif found := WRITTEN.fullmatch(typed):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def begins(day: dt.date | None) -> dt.datetime | None:
    """When a British day begins, in UTC."""
    return from_london(dt.datetime.combine(day, dt.time())) if day else None
