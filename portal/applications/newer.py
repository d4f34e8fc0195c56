"""Newer questions for a draft: what carries over, what is new, what has no place, and going over to them.

An answer carries over to a question of the same code and the same kind, as far as it can still be given there: an
option that is gone, or a kind of cost, has no place. Nothing that was written is thrown away: what has no place is kept
as it stood, and can be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select

from portal.applications.actions import open_to_own
from portal.applications.copying import Copied, gone_over
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
    found, words = gone_over(there.form, there.answers, form), lists()
    staying = {code: value for answers in found.sections.values() for code, value in answers.items()}
    return Offer(
        number,
        tuple(
            line_of(each, staying[each.code], words)
            for each in there.form.questions()
            if not is_blank(each, staying.get(each.code))
        ),
        tuple(each for each in form.questions() if not is_asked(each, there.form)),
        tuple(line_of(question, value, words) for question, value in found.left),
    )


def is_asked(question: Question, form: Form) -> bool:
    """Whether that form asks this question: the same code, and the same kind."""
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
        found = gone_over(there.form, there.answers, form)
        leave(draft, found)
        writers = {code: each.kept() for row in there.rows.values() for code, each in row.writers().items()}
        for code in sorted(there.rows.keys() | found.sections.keys()):
            place(draft, there, code, found.sections.get(code, {}), writers, by=by)
        note(draft, "take_questions", by=by, form=newest, before=draft.form_number)
        draft.form_number = newest
        session.flush()
        copy_marked(draft, now)


def waits(draft: Application) -> tuple[Any, ...]:
    """The clauses for texts of a draft that wait for somebody's choice."""
    return EarlierAnswers.application_id == draft.id, EarlierAnswers.form.is_not(None)


def leave(draft: Application, found: Copied) -> None:
    """Keep what the newer form has no place for, as it stood under the older one."""
    left = {question.code: value for question, value in found.left}
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
