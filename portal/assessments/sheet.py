"""The score sheet as a reviewer sees it: a line for each criterion, with both marks where two windows disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.assessments.scoring import Kept, Mark, Typed
from portal.funds.questions import Criterion
from portal.kit.text import Say


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion: what stands in its fields, the stamp of what is kept, and what is wrong.

    `other` is the mark that another window saved, where the person has to choose between the two.
    """

    criterion: Criterion
    mark: Mark
    stamp: str
    other: Mark | None = None
    wrong_points: Say | None = None
    wrong_reason: Say | None = None


def lines(
    criteria: Iterable[Criterion],
    kept: Mapping[str, Kept],
    unsaved: Mapping[str, Typed] | None = None,
    clashes: Mapping[str, Typed] | None = None,
    wrong: Mapping[str, Say] | None = None,
) -> list[Line]:
    """The sheet: what is kept, or what was typed where that could not be saved or clashes with what is kept."""
    found = []
    for criterion in criteria:
        code = criterion.code
        there = kept.get(code, Kept())
        clash, typed = (clashes or {}).get(code), (unsaved or {}).get(code)
        shown = clash or typed
        found.append(
            Line(
                criterion,
                shown.mark if shown else there.mark,
                typed.seen if typed else there.stamp(),
                there.mark if clash else None,
                (wrong or {}).get(f"points-{code}"),
                (wrong or {}).get(f"reason-{code}"),
            )
        )
    return found
