"""How the text of a section is kept: what stands there, what stood there before, and what was set aside."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.queries import written
from portal.applications.reading import differing
from portal.db.session import db
from portal.funds.answers import amount_asked, people_helped
from portal.funds.checks import too_long
from portal.funds.questions import Section
from portal.funds.typed import text_in
from portal.history.actions import note
from portal.kit.errors import Invalid
from portal.kit.text import one_line
from portal.permissions import Someone


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page sends of one section: raw answers to what it asked, the version it was made from, and its key."""

    section: Section
    answers: Mapping[str, Any]
    version: int
    form: str


def refuse_too_long(sheet: Sheet) -> None:
    """Refuse more than any person would type, which stays on the page. Raises Invalid, by question."""
    faults = too_long(sheet.section, sheet.answers)
    if faults:
        raise Invalid(faults)


def keep(draft: Application, sheet: Sheet, at: dt.datetime, *, by: Someone) -> tuple[SectionAnswers, bool]:
    """Keep a sheet in a draft that is held: as what stands in the section, or set aside.

    Returns what stands there afterwards, and whether that is the sheet.
    """
    row = db.session.get(SectionAnswers, (draft.id, sheet.section.code))
    if row is None:
        return begin(draft, sheet, at, by=by), True
    if is_overtaken(row, sheet):
        set_aside(draft, sheet, at, by=by)
        return row, False
    if row.answers != {**row.answers, **sheet.answers}:
        replace(draft, row, sheet, at, by=by)
    return row, True


def is_overtaken(row: SectionAnswers, sheet: Sheet) -> bool:
    """Whether another page saved something else since this one was made.

    A page whose own last save went in, but was never answered, still holds the version before; it is not overtaken.
    """
    stale = row.version != sheet.version and row.form != sheet.form
    return stale and bool(differing(sheet.section, sheet.answers, row.answers))


def begin(draft: Application, sheet: Sheet, at: dt.datetime, *, by: Someone) -> SectionAnswers:
    """Put the first text into a section."""
    row = SectionAnswers(
        application_id=draft.id,
        section=sheet.section.code,
        answers=dict(sheet.answers),
        version=1,
        saved_at=at,
        saved_by=by.person_id,
        form=sheet.form,
    )
    db.session.add(row)
    copy_marked(draft, at)
    note(draft, "save", by=by, section=row.section, version=row.version)
    return row


def replace(draft: Application, row: SectionAnswers, sheet: Sheet, at: dt.datetime, *, by: Someone) -> None:
    """Put a newer text into a section. Questions that the page did not ask keep their answers.

    The older text is kept where it is not this very page's own beginning of the newer one.
    """
    if (row.form, row.version, row.saved_by) != (sheet.form, sheet.version, by.person_id):
        db.session.add(
            EarlierAnswers(
                application_id=draft.id,
                section=row.section,
                answers=row.answers,
                version=row.version,
                saved_at=row.saved_at,
                saved_by=row.saved_by,
            )
        )
    assert by.person_id is not None
    row.answers = {**row.answers, **sheet.answers}
    row.version += 1
    row.saved_at, row.saved_by, row.form = at, by.person_id, sheet.form
    copy_marked(draft, at)
    note(draft, "save", by=by, section=row.section, version=row.version)


def set_aside(draft: Application, sheet: Sheet, at: dt.datetime, *, by: Someone) -> None:
    """Keep the text of an overtaken page until its author has chosen; a page's newer text replaces its older one."""
    there = db.session.scalar(
        select(EarlierAnswers).where(
            EarlierAnswers.application_id == draft.id,
            EarlierAnswers.section == sheet.section.code,
            EarlierAnswers.form == sheet.form,
        )
    )
    if there is None:
        there = EarlierAnswers(
            application_id=draft.id,
            section=sheet.section.code,
            version=sheet.version,
            saved_by=by.person_id,
            form=sheet.form,
        )
        db.session.add(there)
    there.answers, there.saved_at = dict(sheet.answers), at
    note(draft, "set_aside", by=by, section=sheet.section.code, version=sheet.version)


def copy_marked(draft: Application, at: dt.datetime) -> None:
    """Copy the title, summary, amount and people onto the application, for lists and rankings."""
    there = written(draft)
    form, answers = there.form, there.answers
    draft.title = one_line(text_in(answers.get(form.marked("title").code)))
    draft.summary = text_in(answers.get(form.marked("summary").code))
    draft.amount_pence = amount_asked(form, answers)
    draft.people = people_helped(form, answers)
    draft.changed_at = at
