"""An application that the council asked about: which of its questions are open, and how it is closed again."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from portal.applications.change_models import ChangeRequest
from portal.applications.change_queries import open_of, place_of
from portal.applications.changing import NOT_ASKED, STATE, opened
from portal.applications.merging import Writer
from portal.applications.models import Application, SectionAnswers
from portal.applications.queries import Written, written
from portal.applications.reading import same
from portal.applications.writing import keep_earlier
from portal.db.session import db
from portal.files import actions as files
from portal.files.queries import by_ref
from portal.funds.answers import Answers
from portal.funds.questions import Form, Kind, Question
from portal.funds.typed import file_in, is_blank
from portal.kit.text import Say
from portal.permissions import Someone


@dataclass(frozen=True, slots=True)
class Reopened:
    """What is asked, and the codes of the questions that are open now."""

    request: ChangeRequest
    codes: frozenset[str]


def reopened(application: Application, there: Written) -> Reopened | None:
    """What is asked of an application, and which questions are open; None where nothing is asked."""
    request = open_of(application.id) if application.state == STATE else None
    return Reopened(request, opened_by(request, there.form, there.answers)) if request else None


def opened_by(request: ChangeRequest, form: Form, answers: Answers) -> frozenset[str]:
    """The questions that a request opens, given what is answered so far."""
    return opened(form, request.questions, request.before, answers)


def why_not_answer(application: Application, answers: Answers) -> Say | None:
    """Why just these answers cannot go into an application that is held, and of which something is asked; or None.

    A page may bring an answer together with that of a question which only shows because of it.
    """
    there, request = written(application), open_of(application.id)
    if request is None:
        return NOT_ASKED
    now, then = there.answers, {**there.answers, **answers}
    open_ = opened_by(request, there.form, now) | opened_by(request, there.form, then)
    return None if answers.keys() <= open_ else NOT_ASKED


def close(application: Application, outcome: str, at: dt.datetime, *, by: Someone) -> ChangeRequest | None:
    """End what is asked of an application that is held without an answer: it stands again as it was sent.

    What its people have written meanwhile is kept among their earlier texts.
    """
    request = open_of(application.id)
    if request is None:
        return None
    there = written(application)
    for section in there.form.sections:
        row = there.rows.get(section.code)
        if row is not None:
            put_back(application, row, [each for each in section.questions if each.code in request.before], request)
    request.end(outcome, at, by.person_id)
    return request


def put_back(application: Application, row: SectionAnswers, questions: list[Question], request: ChangeRequest) -> None:
    """Let these questions of a section say again what they said; what they say now is kept as an earlier text."""
    before = request.before
    other = [each for each in questions if not same(each, row.answers.get(each.code), before[each.code])]
    if not other:
        return
    keep_earlier(application, row, [each.code for each in other if not is_blank(each, row.answers.get(each.code))])
    for each in other:
        if each.kind is Kind.FILE:
            put_file_back(application, each.code, row.answers.get(each.code), before[each.code])
    changed = {each.code: before[each.code] for each in other}
    writers = row.writers()
    row.version += 1
    for code in changed.keys() & writers.keys():
        writer = writers[code]
        row.note_writer([code], Writer(row.version, "", writer.by, writer.at))
    row.answers = {code: raw for code, raw in {**row.answers, **changed}.items() if raw is not None}


def put_file_back(application: Application, code: str, now: Any, before: Any) -> None:
    """Let an answer use the file again that it used before."""
    session, refs = db.session(), [file_in(raw).get("ref", "") for raw in (now, before)]
    there = by_ref(refs)
    gone, back = (there.get(ref) for ref in refs)
    if gone is not None:
        files.let_go(session, gone.id, application, code)
    if back is not None:
        files.use(session, back, application, code)


def keep_files(application: Application, request: ChangeRequest) -> None:
    """Keep the files that are asked about for as long as the application is there, whatever takes their place."""
    refs = {code: file_in(raw).get("ref", "") for code, raw in request.before.items()}
    there = by_ref([ref for ref in refs.values() if ref])
    for code, ref in refs.items():
        if ref in there:
            files.use(db.session(), there[ref], application, place_of(request, code))
