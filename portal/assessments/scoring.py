"""From points to a place in the ranking, and what may be written over what while scores are typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from portal.assessments import stamps
from portal.assessments.rules import GAP_MOST
from portal.kit.refs import digest
from portal.kit.text import N_, Say

POINTS = range(6)
"""What a criterion can be given: 0 to 5."""

REASON_MOST = 5000
"""How many characters a reason can have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reviewer gives on one criterion: points (none while undecided) and the reason for them."""

    points: int | None = None
    reason: str = ""

    def content(self) -> str:
        """A short digest of both, by which a page knows whether they are what it showed."""
        return digest(f"{self.points}:{self.reason}")[:16]


@dataclass(frozen=True, slots=True)
class Kept(stamps.Kept[Mark]):
    """A mark as it is kept; none where nobody has written."""

    mark: Mark = Mark()


class Typed(stamps.Typed[Mark]):
    """A mark as it was sent."""

    __slots__ = ()


class Outcome(Enum):
    """What becomes of a mark that was sent."""

    SAME = "nothing to write"
    WRITE = "it is written"
    CLASH = "another page wrote meanwhile: both are shown"


def outcome(kept: stamps.Kept[stamps.Content], typed: stamps.Typed[stamps.Content], page: str) -> Outcome:
    """Whether a mark that was sent is written. Nothing is written over a mark that its page has not seen.

    A page that wrote last itself may go on even if the answer to that was lost on the way. What a page shows and
    nobody changed there is never written, so that a second window disturbs only what was typed in it.
    """
    current = typed.seen == kept.stamp()
    if typed.keep:
        if current and typed.keep == "theirs":
            return Outcome.SAME
        return Outcome.WRITE if current and typed.keep == "mine" else Outcome.CLASH
    if typed.mark == kept.mark:
        return Outcome.SAME
    if current or kept.page == page:
        return Outcome.WRITE
    untouched = typed.seen.partition("-")[2] == typed.mark.content()
    return Outcome.SAME if untouched else Outcome.CLASH


def faults(marks: Mapping[str, Mark]) -> dict[str, Say]:
    """What cannot be kept: a sentence for each field's name."""
    found: dict[str, Say] = {}
    for code, mark in marks.items():
        if mark.points is not None and mark.points not in POINTS:
            found[f"points-{code}"] = Say(N_("Choose 0 to 5 points"))
        if len(mark.reason) > REASON_MOST:
            found[f"reason-{code}"] = Say(
                N_("Use {most} characters or fewer. There are {there} now."), most=REASON_MOST, there=len(mark.reason)
            )
    return found


def missing(marks: Mapping[str, Mark], titles: Mapping[str, str]) -> dict[str, Say]:
    """What still has to be filled in before scoring can be finished: a sentence for each field's name."""
    lacking: dict[str, Say] = {}
    for code, title in titles.items():
        mark = marks.get(code, Mark())
        if mark.points is None:
            lacking[f"points-{code}"] = Say(N_("{criterion}: choose 0 to 5 points"), criterion=title)
        if not mark.reason:
            lacking[f"reason-{code}"] = Say(N_("{criterion}: say why in a few words"), criterion=title)
    return lacking


def weighted(points: Mapping[str, int], weights: Mapping[str, int]) -> int:
    """The points of one reviewer as one figure, in hundredths (0 to 500), each criterion by its weight."""
    return rounded(100 * sum(points[code] * weight for code, weight in weights.items()), sum(weights.values()))


def rounded(number: int, parts: int) -> int:
    """The share, to the nearest whole; a half goes up."""
    return (2 * number + parts) // (2 * parts)


def gaps(readings: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The widest difference between two reviewers on each criterion, in points."""
    by_criterion: dict[str, list[int]] = {}
    for reading in readings:
        for code, points in reading.items():
            by_criterion.setdefault(code, []).append(points)
    return {code: max(points) - min(points) for code, points in by_criterion.items()}


def far_apart(readings: Iterable[Mapping[str, int]]) -> list[str]:
    """The criteria, by code, on which two reviewers differ by two points or more."""
    return [code for code, gap in gaps(readings).items() if gap > GAP_MOST]


def needs_third(readings: Iterable[Mapping[str, int]]) -> bool:
    """Whether reviewers differ so much that another one has to read it too, or somebody to say why not."""
    return bool(far_apart(readings))


@dataclass(frozen=True, slots=True)
class Result:
    """The mean of all reviewers' weighted points, with the lowest and the highest, in hundredths."""

    points: int
    lowest: int
    highest: int


def result(points: Sequence[int]) -> Result:
    """What an application's reviewers gave, together. Raises ValueError without any."""
    return Result(rounded(sum(points), len(points) or 1), min(points), max(points))
