"""States of documents that the demonstration does not have."""

import datetime as dt

from sqlalchemy import select

from portal.applications import attaching
from portal.applications.models import Application
from portal.db.session import db
from portal.files.models import File, FileUse
from portal.funds.queries import form_of
from portal.kit.dates import london_day, utc_now
from portal.kit.refs import new_id
from portal.organisations.document_chores import remind_documents
from portal.organisations.models import Document, Organisation
from tests import states
from tests.files.steps import give, stop_file, upload

NEXT_YEAR = dt.timedelta(days=300)


@states.once
def papers_in_every_state() -> Organisation:
    """Marcia's organisation with a document that is being checked, one with a virus, and one that nobody can open."""
    marcia = states.someone("marcia")
    give(marcia, "governing", "marcia")
    stop(give(marcia, "safeguarding", "marcia"), "infect")
    stop(give(marcia, "insurance", "marcia", ends=london_day(utc_now()) + NEXT_YEAR), "spoil")
    remind_documents()
    return states.organisation_of("marcia")


def stop(document: Document, verb: str) -> None:
    """Let a document not pass, as the worker does."""
    stop_file(db.session.get_one(File, document.file_id), verb)


def overtaken_file() -> dict[str, str]:
    """What a page sends that has seen another file than the one which stands: Amina's own document."""
    amina = states.organisation_of("amina")
    found = db.session.scalars(
        select(Document).where(
            Document.organisation_id == amina.id, Document.sort == "governing", Document.ended_at.is_(None)
        )
    ).one()
    return {"was": "another", "document": found.ref}


@states.once
def stopped_file() -> Application:
    """A draft whose file did not pass."""
    draft = states.application("draft", "autumn", 5)
    section = form_of(draft.round_id, draft.form_number).section("documents")
    by = states.someone(states.lead_of(draft))
    with upload() as sent:
        attaching.attach(draft, section, section.questions[-1], sent, "", new_id(), by=by)
    ref = db.session.scalars(
        select(FileUse.file_id).where(FileUse.subject == Application.kind, FileUse.subject_id == draft.id)
    ).one()
    stop_file(db.session.get_one(File, ref), "infect")
    return draft
