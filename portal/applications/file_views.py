"""A question that takes a file: its own page, on which one is sent, chosen, replaced or taken out; and opening it."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _
from wtforms import FileField

from portal.applications import attaching, queries
from portal.applications.late_views import too_late
from portal.applications.needed import PLACE
from portal.applications.opened import Opened, opened, opened_late
from portal.files.receiving import received
from portal.files.rules import ACCEPT, last_part
from portal.files.serving import answer
from portal.funds.questions import Kind, Question
from portal.funds.typed import file_in
from portal.kit.errors import Clash, Invalid, NotThere, TooMany, WrongState
from portal.kit.text import N_, Say
from portal.organisations import document_queries
from portal.permissions import Permission as P
from portal.web.forms import Form
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.uploads import takes_file


class FileForm(Form):
    """A file for a question."""

    file = FileField(N_("The file"))


@requires(P.APPLICATION_WRITE, P.APPLICATION_VISIT)
@takes_file
def attach(ref: str, section: str, question: str) -> Response:
    """Send a file, or use a document that the organisation has given already."""
    if request.method == "POST":
        return receive(opened_late(person(), ref, section), question)
    here = opened(person(), ref, section)
    asked = question_of(here, question)
    return go("applications.show", ref=ref) if here.why_not() else file_page(here, asked, FileForm())


def receive(here: Opened, question: str) -> Response:
    """Take what was sent. What is refused is told beside its field, or, once it is too late, with what is kept."""
    asked, form, refused = question_of(here, question), FileForm(), None
    try:
        take(here, asked)
        return back_to(here, asked)
    except Invalid as error:
        form.refuse(error)
    except TooMany as error:
        form.refuse(Invalid({"file": error.sentence}))
    except Clash as clash:
        refused = clash.sentence
    except WrongState as error:
        return too_late(here, error.sentence, file=sent_name(here))
    again = opened_late(person(), here.application.ref, here.section.code)
    why_not = again.why_not()
    if why_not:  # Nobody is asked for a better file that could not come in either.
        return too_late(again, why_not, file=sent_name(again))
    return file_page(again, asked, form, refused=refused)


def sent_name(here: Opened) -> str:
    """What the file that was sent is called, or the document that was chosen; empty for none."""
    chosen, sent = request.form.get("document"), request.files.get("file")
    if chosen and here.access.is_own:
        documents = document_queries.usable(here.application.owner_id)
        return next((each.file.name for each in documents if each.ref == chosen), "")
    return last_part(sent.filename or "") if sent else ""


def take(here: Opened, asked: Question) -> None:
    """Answer the question with what was sent or chosen, and say so."""
    was, chosen = request.form.get("was", ""), request.form.get("document", "")
    if chosen:
        attaching.reuse(here.application, here.section, asked, chosen, was, request.form["_key"], by=person())
        tell(_("Saved. Your application uses the document that you gave before."))
        return
    with received() as upload:
        attaching.attach(here.application, here.section, asked, upload, was, request.form["_key"], by=person())
    tell(_("We have your file. We check it first, which takes a minute or two."))


@requires(P.APPLICATION_WRITE, P.APPLICATION_VISIT)
def detach(ref: str, section: str, question: str) -> Response:
    """Take a file out again."""
    here = opened_late(person(), ref, section)
    asked = question_of(here, question)
    try:
        attaching.detach(
            here.application, here.section, asked, request.form.get("was", ""), request.form["_key"], by=person()
        )
    except Clash as clash:
        return file_page(opened(person(), ref, section), asked, FileForm(), refused=clash.sentence)
    except WrongState as error:
        return too_late(here, error.sentence)
    tell(_("The file is taken out."))
    return back_to(here, asked)


def back_to(here: Opened, asked: Question) -> Response:
    """Back to the section, at the question."""
    return go("applications.section", ref=here.application.ref, section=here.section.code, _anchor=asked.code)


def question_of(here: Opened, code: str) -> Question:
    """A question of the section that takes a file. Raises NotThere for any other."""
    for question in here.section.questions:
        if question.code == code and question.kind is Kind.FILE:
            return question
    raise NotThere()


def file_page(here: Opened, asked: Question, form: FileForm, *, refused: Say | None = None) -> Response:
    """The page of one such question."""
    shown: dict[str, Any] = {
        "here": here,
        "asked": asked,
        "there": file_in(here.there.answers.get(asked.code)),
        "documents": document_queries.usable(here.application.owner_id) if here.access.is_own else (),
        "accept": ACCEPT,
        "refused": refused,
    }
    status = 409 if refused else 422 if form.errors else 200
    return page("applications/file", status=status, form=form, errors=form.mistakes(), **shown)


@requires(P.APPLICATION_READ, P.APPLICATION_VISIT)
def file(ref: str, question: str) -> Response:
    """The file of an answer, for the team and its guests; a document of the organisation for the team alone."""
    find = queries.one_for if question.startswith(PLACE) else queries.open_to
    return answer(queries.file_of(find(person(), ref), question))
