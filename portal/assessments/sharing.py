"""Who reads what: evenly by load, never in conflict."""

import datetime as dt
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Given = dict[int, set[int]]
"""The reviewers who are given each application, by their ids."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who may score: when they declared their conflicts in a round, and how much they have to read."""

    id: int
    name: str
    email: str
    declared_at: dt.datetime | None
    to_read: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """An application that wants so many more reviewers, and who cannot be one: in conflict, or asked before.

    `is_third` where it wants one because the points of the others lie far apart.
    """

    application: int
    needed: int
    barred: frozenset[int] = frozenset()
    is_third: bool = False


def readers_missing(needed: int, reading: int, finished: int) -> int:
    """How many more have to read an application that is being scored.

    Where all that are needed have finished and it is still being scored, their points lie far apart: one more.
    """
    short = needed - reading - finished
    if short > 0:
        return short
    return 0 if reading else 1


def least_loaded(load: Mapping[int, int], barred: frozenset[int]) -> int | None:
    """The reviewer with the least to read among those who may, or None where nobody may."""
    return min((who for who in load if who not in barred), key=lambda who: (load[who], who), default=None)


def share_out(wanted: Sequence[Wanted], load: Mapping[int, int]) -> Given:
    """Give each application its reviewers, as evenly as conflicts of interest allow.

    `load` has every reviewer there is, with how many applications they have to read already. Where too few reviewers
    are free of conflict, an application is given to fewer. Where possible, the same two do not meet again and again.
    """
    totals = dict(load)
    met: Counter[frozenset[int]] = Counter()
    given: Given = {}
    for each in sorted(wanted, key=lambda each: len(load.keys() - each.barred)):
        chosen: set[int] = set()
        while len(chosen) < each.needed and (free := load.keys() - each.barred - chosen):
            one = min(free, key=lambda who: (totals[who], sum(met[frozenset((who, other))] for other in chosen), who))
            met.update(frozenset((one, other)) for other in chosen)
            chosen.add(one)
            totals[one] += 1
        given[each.application] = chosen
    even_out(given, {each.application: each.barred for each in wanted}, totals)
    return given


def even_out(given: Given, barred: Mapping[int, frozenset[int]], totals: dict[int, int]) -> None:
    """Hand applications on, from one reviewer to the next, as long as that makes the loads more even.

    When no such chain is left, no other way of sharing out is more even (Harvey and others, “Semi-matchings for
    bipartite graphs and load balancing”, 2006).
    """
    while chain := next(filter(None, (chain_down(who, given, barred, totals) for who in by_load(totals))), None):
        for application, giver, taker in chain:
            given[application].remove(giver)
            given[application].add(taker)
        totals[chain[0][1]] -= 1
        totals[chain[-1][2]] += 1


def by_load(totals: Mapping[int, int]) -> list[int]:
    """The reviewers who have at least two more to read than somebody else, the busiest first."""
    least = min(totals.values(), default=0)
    return sorted((who for who in totals if totals[who] > least + 1), key=lambda who: (-totals[who], who))


Step = tuple[int, int, int]
"""An application, who hands it on, and who takes it."""


def chain_down(start: int, given: Given, barred: Mapping[int, frozenset[int]], totals: Mapping[int, int]) -> list[Step]:
    """The shortest chain of hand-overs from a reviewer to one who has at least two fewer to read; empty for none."""
    came: dict[int, list[Step]] = {start: []}
    waiting = deque([start])
    while waiting:
        giver = waiting.popleft()
        if totals[giver] < totals[start] - 1:
            return came[giver]
        for application, readers in given.items():
            if giver in readers:
                for taker in totals.keys() - readers - barred[application] - came.keys():
                    came[taker] = [*came[giver], (application, giver, taker)]
                    waiting.append(taker)
    return []
