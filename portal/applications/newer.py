"""Newer questions for a draft: what carries over, what is new, what has no place, and going over to them.

An answer carries over to a question of the same code and the same kind. Nothing that was written is thrown away: what
has no place is kept as it stood, and can be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select

from portal.applications.actions import open_to_own
from portal.applications.models import Application, EarlierAnswers, LeftAnswers, SectionAnswers
from portal.applications.queries import Written, lists, written
from portal.applications.reading import Line, line_of
from portal.applications.writing import copy_marked
from portal.db.session import action, db
from portal.funds.answers import Answers
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.funds.questions import Form, Question
from portal.funds.typed import is_blank
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, WrongState
from portal.kit.text import N_
from portal.permissions import Someone

CHOOSE_FIRST = N_("Somebody’s text waits for a choice between two. Choose first, then take the new questions.")
CHANGED_AGAIN = N_("The questions have changed once more. This is how they stand now.")
UP_TO_DATE = N_("This application has the newest questions already.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What newer questions mean for a draft: answers that stay, questions that are new, answers without a place."""

    number: int
    staying: tuple[Line, ...]
    new: tuple[Question, ...]
    leaving: tuple[Line, ...]


def offer(application: Application) -> Offer | None:
    """The newer questions of a draft's round, or None where it has the newest."""
    number = application.round.form_number
    if application.form_number >= number:
        return None
    there, form = written(application), form_of(application.round_id, number)
    words = lists()
    answered = [each for each in there.form.questions() if not is_blank(each, there.answers.get(each.code))]
    lines = {each.code: line_of(each, there.answers[each.code], words) for each in answered}
    return Offer(
        number,
        tuple(lines[each.code] for each in answered if carries(each, form)),
        tuple(each for each in form.questions() if not carries(each, there.form)),
        tuple(lines[each.code] for each in answered if not carries(each, form)),
    )


def carries(question: Question, form: Form) -> bool:
    """Whether an answer to this question is one to a question of that form."""
    other = form.by_code.get(question.code)
    return other is not None and other.kind is question.kind


def take(application: Application, number: int, *, by: Someone) -> None:
    """Go over to the round's newest questions, once. `number` is the one that the page offered.

    Raises NotThere and NotAllowed, WrongState where nothing newer is there, the draft is closed or a text waits for a
    choice, and Clash where the questions have changed again.
    """
    now = utc_now()
    with action() as session:
        draft = open_to_own(application, now, by=by)
        newest = session.get_one(Round, draft.round_id).form_number
        if draft.form_number >= newest:
            raise WrongState(UP_TO_DATE)
        if number != newest:
            raise Clash(CHANGED_AGAIN)
        if session.scalar(select(exists().where(*waits(draft)))):
            raise WrongState(CHOOSE_FIRST)
        there, form = written(draft), form_of(draft.round_id, newest)
        leave(draft, there, form)
        writers = {code: each.kept() for row in there.rows.values() for code, each in row.writers().items()}
        for section in form.sections:
            own = [each.code for each in section.questions if carries(each, there.form) and each.code in there.answers]
            place(draft, there, section.code, {code: there.answers[code] for code in own}, writers, by=by)
        for code in there.rows.keys() - {section.code for section in form.sections}:
            place(draft, there, code, {}, writers, by=by)
        note(draft, "take_questions", by=by, form=newest, before=draft.form_number)
        draft.form_number = newest
        session.flush()
        copy_marked(draft, now)


def waits(draft: Application) -> tuple[Any, ...]:
    """The clauses for texts of a draft that wait for somebody's choice."""
    return EarlierAnswers.application_id == draft.id, EarlierAnswers.form.is_not(None)


def leave(draft: Application, there: Written, form: Form) -> None:
    """Keep the answers that the newer form has no place for, as they stood under the older one."""
    left = {
        each.code: there.answers[each.code]
        for each in there.form.questions()
        if each.code in there.answers and not carries(each, form)
    }
    if left:
        kept = LeftAnswers(application_id=draft.id, form_number=draft.form_number, answers=left, at=utc_now())
        db.session.add(kept)


def place(
    draft: Application, there: Written, section: str, answers: Answers, writers: Mapping[str, Any], *, by: Someone
) -> None:
    """Put the answers that a section has under the newer form into its row; pages that show an older one are stale."""
    row = there.rows.get(section)
    last = {code: writers[code] for code in answers}
    if row is None:
        if answers:
            new = SectionAnswers(application_id=draft.id, section=section, answers=dict(answers), version=1, last=last)
            new.saved_at, new.saved_by, new.form = utc_now(), by.person_id, ""  # type: ignore[assignment]
            db.session.add(new)
    elif row.answers != answers:
        row.answers, row.last, row.form = dict(answers), last, ""
        row.version += 1


def left(application: Application) -> Sequence[Line]:
    """The answers that newer questions had no place for, in words, under the questions that asked for them."""
    rows = db.session.scalars(
        select(LeftAnswers).where(LeftAnswers.application_id == application.id).order_by(LeftAnswers.form_number)
    ).all()
    words = lists() if rows else {}
    return [
        line_of(question, row.answers[question.code], words)
        for row in rows
        for question in form_of(application.round_id, row.form_number).questions()
        if question.code in row.answers
    ]
