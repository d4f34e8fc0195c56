"""The scores of one reading as they are kept, and writing what was typed without losing what another window wrote."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from portal.assessments.models import Assessment, Score
from portal.assessments.scoring import Kept, Mark, Outcome, Typed, faults, outcome
from portal.db.session import db
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid
from portal.kit.text import Say
from portal.permissions import Someone


@dataclass(slots=True)
class Saved:
    """How saving went: what stands now on each criterion, which were written, and what is still to settle.

    `clashes` has what was typed where another window wrote meanwhile; `settled` the criteria where a choice between
    two was made just now; `missing` what keeps scoring from being finished, by field.
    """

    kept: dict[str, Kept]
    written: list[str] = field(default_factory=list)
    clashes: dict[str, Typed] = field(default_factory=dict)
    settled: list[str] = field(default_factory=list)
    missing: dict[str, Say] = field(default_factory=dict)

    def marks(self) -> dict[str, Mark]:
        """What stands now, by criterion."""
        return {code: kept.mark for code, kept in self.kept.items()}


SCORES_OF = select(Score).where(Score.assessment_id == bindparam("assessment"))


def rows_of(assessment: Assessment) -> dict[str, Score]:
    """What is kept of a reading, by criterion."""
    rows = db.session.scalars(SCORES_OF, {"assessment": assessment.id})
    return {row.criterion: row for row in rows}


def kept_of(row: Score | None) -> Kept:
    """A row as the rules know it; no row is an empty mark."""
    return Kept(Mark(row.points, row.reason), row.version, row.form) if row else Kept()


def last_saved(rows: Mapping[str, Score]) -> dt.datetime | None:
    """When anything was saved last."""
    return max((row.saved_at for row in rows.values()), default=None)


def write(assessment: Assessment, typed: Mapping[str, Typed], page: str, *, by: Someone) -> Saved:
    """Keep what was typed on each criterion, except where it would go over what its page never showed.

    Raises Invalid for what is no score, or too long to be kept.
    """
    if found := faults({code: each.mark for code, each in typed.items()}):
        raise Invalid(found)
    rows = rows_of(assessment)
    saved = Saved({code: kept_of(rows.get(code)) for code in [*rows, *typed]})
    for code, each in typed.items():
        before = kept_of(rows.get(code))
        verdict = outcome(before, each, page)
        if verdict is Outcome.CLASH:
            saved.clashes[code] = each
        elif each.keep:
            saved.settled.append(code)
        if verdict is Outcome.WRITE:
            saved.kept[code] = put(assessment, rows.get(code), code, Kept(each.mark, before.version + 1, page))
            saved.written.append(code)
    if saved.written:
        points = [saved.kept[code].mark.points for code in saved.written]
        note(assessment, "save_scores", by=by, criteria=saved.written, points=points)
    return saved


def put(assessment: Assessment, row: Score | None, code: str, kept: Kept) -> Kept:
    """Write one criterion's row."""
    if row is None:
        row = Score(assessment_id=assessment.id, criterion=code)
        db.session.add(row)
    row.points, row.reason = kept.mark.points, kept.mark.reason
    row.version, row.form, row.saved_at = kept.version, kept.page, utc_now()
    return kept
