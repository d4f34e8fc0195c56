"""How the text of a section is kept: what stands there, what stood there before, and what was set aside."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from portal.applications.changing import STATE
from portal.applications.merging import Merged, Sheet, Writer, merge, replaced
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.queries import written
from portal.db.session import db
from portal.funds.answers import Answers, amount_asked, people_helped
from portal.funds.checks import too_long
from portal.funds.typed import text_in
from portal.history.actions import note
from portal.kit.errors import Invalid
from portal.kit.text import one_line
from portal.permissions import Someone


def refuse_too_long(sheet: Sheet) -> None:
    """Refuse more than any person would type, which stays on the page. Raises Invalid, by question."""
    faults = too_long(sheet.section, sheet.answers)
    if faults:
        raise Invalid(faults)


def keep(draft: Application, sheet: Sheet, at: dt.datetime, *, by: Someone) -> tuple[SectionAnswers, bool]:
    """Keep a sheet in a draft that is held, question by question: as what stands there, or set aside.

    Returns what stands in the section afterwards, and whether all of the sheet does.
    """
    row = db.session.get(SectionAnswers, (draft.id, sheet.section.code))
    if row is None:
        return begin(draft, sheet, at, by=by), True
    merged = merge(sheet, row.answers, row.version, row.writers(), by.person_id)
    if merged.taken:
        replace(draft, row, sheet, merged, at, by=by)
        settle(draft, sheet, merged.taken, by=by)
    if merged.clashing:
        set_aside(draft, sheet, merged.clashing, at, by=by)
    return row, not merged.clashing


def begin(draft: Application, sheet: Sheet, at: dt.datetime, *, by: Someone) -> SectionAnswers:
    """Put the first text into a section."""
    assert by.person_id is not None
    row = SectionAnswers(
        application_id=draft.id,
        section=sheet.section.code,
        answers=dict(sheet.answers),
        version=1,
        saved_at=at,
        saved_by=by.person_id,
        form=sheet.form,
        last=dict.fromkeys(sheet.answers, Writer(1, sheet.form, by.person_id, at).kept()),
    )
    db.session.add(row)
    copy_marked(draft, at)
    note(draft, "save", by=by, section=row.section, version=row.version)
    return row


def replace(
    draft: Application, row: SectionAnswers, sheet: Sheet, merged: Merged, at: dt.datetime, *, by: Someone
) -> None:
    """Put newer answers into a section. All others stay, and no text is written over that is not kept."""
    assert by.person_id is not None
    keep_earlier(draft, row, replaced(sheet, merged, row.answers, row.writers(), by.person_id))
    row.note_writer(merged.taken, Writer(row.version + 1, sheet.form, by.person_id, at))
    row.answers = {**row.answers, **merged.taken}
    row.version += 1
    row.saved_at, row.saved_by, row.form = at, by.person_id, sheet.form
    copy_marked(draft, at)
    note(draft, "save", by=by, section=row.section, version=row.version)


def keep_earlier(draft: Application, row: SectionAnswers, codes: Iterable[str]) -> None:
    """Keep what stands in these questions as earlier texts, one for each person who wrote them."""
    writers, found = row.writers(), defaultdict[int, list[str]](list)
    for code in codes:
        found[writers[code].by].append(code)
    for person_id, theirs in found.items():
        db.session.add(
            EarlierAnswers(
                application_id=draft.id,
                section=row.section,
                answers={code: row.answers[code] for code in theirs},
                version=row.version,
                saved_at=max(writers[code].at for code in theirs),
                saved_by=person_id,
            )
        )


def set_aside(draft: Application, sheet: Sheet, answers: Answers, at: dt.datetime, *, by: Someone) -> None:
    """Keep the texts of an overtaken page until its author has chosen; its newer text replaces its older one."""
    there = aside_of(draft, sheet, by=by)
    if there is None:
        there = EarlierAnswers(
            application_id=draft.id,
            section=sheet.section.code,
            answers={},
            version=sheet.version,
            saved_by=by.person_id,
            form=sheet.form,
        )
        db.session.add(there)
    there.answers, there.saved_at = {**there.answers, **answers}, at
    note(draft, "set_aside", by=by, section=sheet.section.code, version=sheet.version)


def settle(draft: Application, sheet: Sheet, taken: Iterable[str], *, by: Someone) -> None:
    """What the page has got in after all does not wait for a choice any more."""
    there = aside_of(draft, sheet, by=by)
    if there is not None and not (left := {code: there.answers[code] for code in there.answers if code not in taken}):
        there.form = None
    elif there is not None:
        there.answers = left


def aside_of(draft: Application, sheet: Sheet, *, by: Someone) -> EarlierAnswers | None:
    """The texts of this page that wait for their author's choice."""
    return db.session.scalar(
        select(EarlierAnswers).where(
            EarlierAnswers.application_id == draft.id,
            EarlierAnswers.section == sheet.section.code,
            EarlierAnswers.form == sheet.form,
            EarlierAnswers.saved_by == by.person_id,
        )
    )


def copy_marked(draft: Application, at: dt.datetime) -> None:
    """Copy the title, summary, amount and people onto the application, for lists and rankings.

    What is changed because the council asked shows there once it is sent again.
    """
    draft.changed_at = at
    if draft.state == STATE:
        return
    there = written(draft)
    form, answers = there.form, there.answers
    draft.title = one_line(text_in(answers.get(form.marked("title").code)))
    draft.summary = text_in(answers.get(form.marked("summary").code))
    draft.amount_pence = amount_asked(form, answers)
    draft.people = people_helped(form, answers)
