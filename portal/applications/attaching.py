"""The verbs of a question that takes a file: send one, use a document that is held already, take it out again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications import notices
from portal.applications.actions import open_to_own, open_to_write
from portal.applications.changing import PLACE, STATE
from portal.applications.merging import Sheet, mark
from portal.applications.models import Application, SectionAnswers
from portal.applications.reopened import why_not_answer
from portal.applications.writing import keep
from portal.db.session import action, db, locked
from portal.files import actions as files
from portal.files.models import File, FileUse
from portal.files.receiving import Upload
from portal.files.registry import listen
from portal.files.rules import in_words
from portal.funds.questions import Question, Section
from portal.funds.typed import file_in
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotThere
from portal.kit.text import N_, Say
from portal.organisations.documents import count_upload
from portal.organisations.models import Document
from portal.organisations.one import is_of
from portal.permissions import PORTAL, Someone

CHANGED = Say(N_("Somebody in your team sent another file here meanwhile. Look at it before you send yours."))


def attach(
    application: Application, section: Section, question: Question, upload: Upload, was: str, form: str, *, by: Someone
) -> None:
    """Answer a question with a file, in the place of the one before.

    `was` is the reference of the file that the page showed, empty for none, and `form` the page's key. Raises Clash
    where another stands now, TooMany beyond 60 files an hour, Away without the store, and the rest as `save` does.
    """
    with files.laid(upload) as kept, action() as session:
        draft = open_to_write(application, utc_now(), {question.code: {}}, by=by)
        count_upload(session, by=by)
        put(session, draft, section, question, files.keep(session, kept, by=by), was, form, by=by)


def reuse(
    application: Application, section: Section, question: Question, ref: str, was: str, form: str, *, by: Someone
) -> None:
    """Answer a question with a document that the organisation has given. Raises NotThere, and as `attach` does."""
    with action() as session:
        draft = open_to_own(application, utc_now(), {question.code: {}}, by=by)
        document = session.scalar(
            select(Document).where(
                Document.ref == ref,
                is_of(Document.organisation_id, draft.owner_id),
                Document.ended_at.is_(None),
            )
        )
        if document is None:
            raise NotThere()
        file = locked(session.get_one(File, document.file_id))
        if file.state != "ready":
            raise NotThere()
        put(session, draft, section, question, file, was, form, by=by)


def detach(application: Application, section: Section, question: Question, was: str, form: str, *, by: Someone) -> None:
    """Take a file out of an answer; it goes for good a day later, where nothing else uses it. Raises as `attach`."""
    with action() as session:
        draft = open_to_write(application, utc_now(), {question.code: {}}, by=by)
        put(session, draft, section, question, None, was, form, by=by)


def put(
    session: Session,
    draft: Application,
    section: Section,
    question: Question,
    file: File | None,
    was: str,
    form: str,
    *,
    by: Someone,
) -> None:
    """Write the answer into its section, whatever else was saved there meanwhile. Raises Clash for another file."""
    row = session.get(SectionAnswers, (draft.id, section.code))
    stands = row.answers.get(question.code) if row else None
    there = file_in(stands)
    if there.get("ref", "") != was:
        raise Clash(CHANGED)
    answer = {"ref": file.ref, "name": file.name, "size": in_words(file.size)} if file else {}
    marks = {question.code: mark(question, stands)}
    keep(draft, Sheet(section, {question.code: answer}, row.version if row else 0, form, marks), utc_now(), by=by)
    if there and (file is None or there["ref"] != file.ref):
        before = session.scalars(select(File.id).where(File.ref == there["ref"])).one()
        files.let_go(session, before, draft, question.code)
    if file:
        files.use(session, file, draft, question.code)


@listen(Application.kind)
def stopped(file: File, use: FileUse) -> None:
    """A file did not pass: whoever sent it is told, and a draft's answer is empty again."""
    application = db.session.get_one(Application, use.subject_id, with_for_update=True, populate_existing=True)
    if use.place.startswith(PLACE):  # It was told where it was the answer.
        use.ended_at = utc_now()
        return
    note(application, "file_stopped", by=PORTAL, question=use.place)
    sender = db.session.get(Person, file.sent_by) if file.sent_by else None
    if sender:
        notices.file_stopped(application, sender.email, name=file.name, has_virus=file.state == "infected")
    if application.state != "draft" and (
        application.state != STATE or why_not_answer(application, {use.place: {}}) is not None
    ):
        return
    for row in db.session.scalars(select(SectionAnswers).where(SectionAnswers.application_id == application.id)):
        if file_in(row.answers.get(use.place)).get("ref") == file.ref:
            row.answers = without(row.answers, use.place)
            row.version += 1
    use.ended_at = utc_now()


def without(answers: Mapping[str, Any], code: str) -> dict[str, Any]:
    """The answers but for one."""
    return {each: answer for each, answer in answers.items() if each != code}
