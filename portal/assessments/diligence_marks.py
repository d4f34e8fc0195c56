"""What is found on the lines of a gate as it is kept, and writing it without losing what somebody else wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from portal.applications.models import Application
from portal.assessments.diligence import REASONS, Kept, Line, Mark, Typed, faults, marked
from portal.assessments.diligence_queries import lines_for, why_closed
from portal.assessments.models import CheckMark
from portal.assessments.scoring import Outcome, outcome
from portal.db.base import BigKey
from portal.db.session import db
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid
from portal.kit.text import Say
from portal.permissions import Someone


@dataclass(slots=True)
class Saved:
    """How saving went: the lines with what stands on them now, which were written, and what is still to settle.

    `kept` holds what stands, by line, the reasons among it. `clashes` has what was typed where somebody else wrote
    meanwhile; `settled` the lines where a choice between two was made just now; `wrong` what keeps the application from
    being judged, by field.
    """

    lines: tuple[Line, ...]
    kept: dict[str, Kept]
    written: list[str] = field(default_factory=list)
    clashes: dict[str, Typed] = field(default_factory=dict)
    settled: list[str] = field(default_factory=list)
    wrong: dict[str, Say] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to settle or to say."""
        return not self.clashes and not self.wrong


MARKS_OF = (
    select(CheckMark)
    .where(CheckMark.application_id == bindparam("application", type_=BigKey))
    .order_by(CheckMark.version)
)


def rows_of(application: Application) -> dict[str, CheckMark]:
    """What counts on each line that was ever written on."""
    return {row.item: row for row in db.session.scalars(MARKS_OF, {"application": application.id})}


def kept_of(row: CheckMark) -> Kept:
    """A row as the rules know it."""
    return Kept(Mark(row.verdict, row.note), row.version, row.form)


def kept_on(lines: Sequence[Line], rows: Mapping[str, CheckMark]) -> dict[str, Kept]:
    """What stands on each line, and in the reasons; where nobody has written, what stands by itself."""
    begun = {line.code: Kept(line.mark) for line in lines} | {REASONS: Kept()}
    return begun | {code: kept_of(row) for code, row in rows.items()}


def insist(application: Application) -> None:
    """Hold the gate: asked again inside the deed that lets an application go on. Raises Invalid while it is closed."""
    lines = lines_for(application)
    if closed := why_closed(marked(lines, kept_on(lines, rows_of(application)))):
        raise Invalid({"outcome": closed})


def write(
    application: Application, lines: Sequence[Line], typed: Mapping[str, Typed], page: str, *, by: Someone
) -> Saved:
    """Keep what was typed on each line, except where it would go over what its page never showed.

    `lines`: before anybody has marked them. What was typed on any other line is left alone. Raises Invalid for what
    cannot be kept.
    """
    known = [line.code for line in lines]
    if found := faults({code: each.mark for code, each in typed.items()}, known):
        raise Invalid(found)
    rows = rows_of(application)
    saved = Saved(tuple(lines), kept_on(lines, rows))
    for code in (code for code in (*known, REASONS) if code in typed):
        before, each = saved.kept[code], typed[code]
        verdict = outcome(before, each, page)
        if verdict is Outcome.CLASH:
            saved.clashes[code] = each
        elif each.keep:
            saved.settled.append(code)
        if verdict is Outcome.WRITE:
            saved.kept[code] = kept_of(put(application, rows.get(code), code, each.mark, page, by=by))
            saved.written.append(code)
    saved.lines = marked(lines, saved.kept)
    return saved


def put(application: Application, row: CheckMark | None, code: str, mark: Mark, page: str, *, by: Someone) -> CheckMark:
    """Write one line: over the person's own note of the same page, or else as another version, which history tells."""
    goes_on = row and (row.form, row.marked_by, row.verdict) == (page, by.person_id, mark.verdict)
    if row is None or not goes_on:
        version = row.version + 1 if row else 1
        row = CheckMark(application_id=application.id, item=code, version=version)
        db.session.add(row)
    row.verdict, row.note, row.form = mark.verdict, mark.note, page
    row.marked_by, row.marked_at = by.person_id or 0, utc_now()
    if not goes_on:
        tell(row, by=by)
    return row


def tell(row: CheckMark, *, by: Someone) -> None:
    """Write it down in history: which line, and what was found."""
    kind, _, code = row.item.partition("-")
    if row.item == REASONS:
        note(row, "write_reasons", by=by)
    else:
        note(row, "mark_line", by=by, kind=kind, line=code, verdict=row.verdict)
