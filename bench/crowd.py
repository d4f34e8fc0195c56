"""A crowd that does not wait: what is due when, and the hands that do it at its time, whatever came of the rest."""

import contextlib
import http.client
import itertools
import math
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

PEAK = 18
"""Requests a second when 1,500 people apply over two weeks and most of them on the last afternoon."""
SHARES = {"start": 0.025, "file": 0.05, "submit": 0.025}
"""Which part of them is no save; each who sends the application sends two files before."""
CLOSING = 60.0
HANDS, OPENING = 64, 8
LOST = 0
"""The status of what was never answered."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One thing that somebody does: so many seconds after the beginning, what it is, and who of their kind."""

    at: float
    kind: str
    who: int


@dataclass(frozen=True, slots=True)
class Took:
    """How it went: the status, and the seconds from when it was due until it was begun and until it was answered."""

    kind: str
    status: int
    begun: float
    answered: float


def shares_of(rate: float, seconds: float) -> dict[str, int]:
    """How many requests of each kind there are in so many seconds, saves aside."""
    submits = max(1, round(rate * seconds * SHARES["submit"]))
    return {"start": max(1, round(rate * seconds * SHARES["start"])), "file": 2 * submits, "submit": submits}


def closing(seconds: float) -> tuple[float, float]:
    """When sending begins, and when the round closes: amid the last minute, or amid most of a shorter time."""
    window = min(CLOSING, 0.8 * seconds)
    return seconds - window, seconds - window / 2


def plan(rate: float, seconds: float, writers: int, senders: int, chance: random.Random) -> list[Due]:
    """What is due when: at random moments, as people come, so many on the average.

    Nobody saves once sending has begun who sends; starts come before the round closes, files before sending begins.
    """
    moments = sorted(chance.uniform(0, seconds) for _ in range(round(rate * seconds)))
    sending, closes = closing(seconds)
    shares = shares_of(rate, seconds)
    last = [at for at in moments if at >= sending]
    submits = set(chance.sample(last, min(shares["submit"], len(last))))
    early = [at for at in moments if at < sending]
    files = set(chance.sample(early, min(shares["file"], len(early))))
    open_ = [at for at in moments if at < closes - 1 and at not in submits and at not in files]
    starts = set(chance.sample(open_, min(shares["start"], len(open_))))
    turns = {kind: itertools.count() for kind in ("start", "file", "submit", "save")}
    made = []
    for at in moments:
        kind = "submit" if at in submits else "file" if at in files else "start" if at in starts else "save"
        turn = next(turns[kind])
        among = {"file": senders, "save": writers + (senders if at < sending else 0)}.get(kind, turn + 1)
        made.append(Due(at, kind, turn % among))
    return made


@dataclass(slots=True)
class Hands:
    """Who does it all, each thing at its time, and how each went."""

    times: list[Took] = field(default_factory=list)
    lasted: float = 0.0

    def prepare(self, deeds: Sequence[Callable[[], object]]) -> None:
        """Do what comes before the beginning, a few at once."""
        with ThreadPoolExecutor(OPENING) as pool:
            for each in [pool.submit(deed) for deed in deeds]:
                each.result()

    def work(
        self,
        dues: Sequence[Due],
        do: Callable[[str, int], int],
        whose: Callable[[str, int], contextlib.AbstractContextManager[object]],
    ) -> None:
        """Do everything at its time, in as many hands as there are; who is still waiting for an answer begins later."""
        turns, began = iter(dues), time.monotonic()
        taking = threading.Lock()

        def hand() -> None:
            while True:
                with taking:
                    due = next(turns, None)
                if due is None:
                    return
                time.sleep(max(0.0, began + due.at - time.monotonic()))
                with whose(due.kind, due.who):
                    begun = time.monotonic() - began - due.at
                    try:
                        status = do(due.kind, due.who)
                    except (OSError, http.client.HTTPException):
                        status = LOST
                self.times.append(Took(due.kind, status, begun, time.monotonic() - began - due.at))

        hands = [threading.Thread(target=hand) for _ in range(HANDS)]
        for each in hands:
            each.start()
        for each in hands:
            each.join()
        self.lasted = time.monotonic() - began

    def percentile(self, kind: str, part: int) -> float:
        """Under how many milliseconds, from when they were due, so many in a hundred of one kind were answered."""
        return percentile([1000 * each.answered for each in self.times if each.kind == kind], part)

    def late(self, part: int) -> float:
        """Under how many milliseconds so many in a hundred were begun: what the crowd itself was late."""
        return percentile([1000 * each.begun for each in self.times], part)

    def statuses(self) -> Counter[tuple[str, int]]:
        """How often each kind was answered with each status."""
        return Counter((each.kind, each.status) for each in self.times)


def percentile(values: Sequence[float], part: int) -> float:
    """The nearest value under which so many in a hundred of them are; nought of none."""
    found = sorted(values)
    return found[max(0, math.ceil(len(found) * part / 100) - 1)] if found else 0.0
