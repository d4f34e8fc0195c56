"""What stands around the writing of an application, in every state that a page can show."""

from flask import url_for
from sqlalchemy import select

from portal.applications import actions as writing
from portal.applications import counting, printing
from portal.applications.merging import Sheet
from portal.applications.models import Application, Keyed, PdfCopy
from portal.db.session import action, db
from portal.funds.queries import form_of
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from tests.states import (
    application,
    lead_of,
    missing,
    once,
    right_answers,
    round_of,
    rows_of,
    someone,
)


def keyed(state: str) -> Application:
    """What Leanne typed in for somebody, in that state."""
    question = select(Application).join(Keyed, Keyed.application_id == Application.id)
    found = db.session.scalars(question.where(Application.state == state).order_by(Application.id)).first()
    return found or missing(f"application in state {state} that was typed in")


def being_typed() -> Application:
    """The draft that Leanne types."""
    return keyed("draft")


def typed_in() -> Application:
    """What she has sent for somebody."""
    return keyed("submitted")


@once
def ready_for_them() -> Application:
    """Her draft with every answer in it."""
    draft, by = being_typed(), someone("leanne")
    form = form_of(draft.round_id, draft.form_number)
    versions = {row.section: row.version for row in rows_of(draft)}
    for row in rows_of(application("submitted", "autumn")):
        section = form.section(row.section)
        writing.save(draft, Sheet(section, row.answers, versions.get(row.section, 0), new_id(), {}), by=by)
    return draft


@once
def begun_from_a_copy() -> Application:
    """A draft that was started from what somebody had withdrawn in an earlier round, which asked otherwise."""
    source = from_before()
    return writing.start(round_of("autumn"), right_answers(), by=someone(lead_of(source)), copy_of=source)


def from_before(number: int = 0) -> Application:
    """An application to an earlier round from an organisation that has none in the open one."""
    there = select(Application.organisation_id).where(Application.round_id == round_of("autumn").id)
    return db.session.scalars(
        select(Application)
        .where(Application.state == "not_eligible", Application.organisation_id.not_in(there))
        .order_by(Application.id)
        .offset(number)
    ).first() or missing("organisation that applied before and does not now")


def lead_who_copies() -> str:
    """The address of somebody who can start again from a copy."""
    return lead_of(from_before(1))


def copying() -> str:
    """Where they are asked whether they can apply, with a copy to start from."""
    return url_for("applications.check", code=round_of("autumn").code, copy=from_before(1).ref)


@once
def asked_already() -> Application:
    """An application whose lead has left the equality questions out."""
    found = application("submitted", "autumn", 2)
    counting.count(found, {}, by=someone(lead_of(found)))
    return found


def pdf_asked_for(number: int) -> tuple[Application, PdfCopy]:
    """An application whose lead has asked for a PDF."""
    found = application("submitted", "autumn", number)
    return found, printing.ask(found, printing.WHOLE, by=someone(lead_of(found)))


@once
def pdf_being_made() -> Application:
    """One whose PDF is being made."""
    return pdf_asked_for(4)[0]


@once
def pdf_ready() -> Application:
    """One whose PDF is there."""
    with action():
        found, copy = pdf_asked_for(5)
        assert printing.page_of(found.id, printing.WHOLE)
        copy.pdf, copy.made_at = b"%PDF-", utc_now()
    return found


@once
def pdf_failed() -> Application:
    """One whose PDF could not be made."""
    with action():
        found, copy = pdf_asked_for(6)
        copy.failed_at = utc_now()
    return found
