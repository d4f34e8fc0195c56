"""The verbs of an organisation's documents: give one, take it back, and hear that one did not pass."""

import datetime as dt

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.limits import Limit
from portal.accounts.models import Person
from portal.db.session import action, db
from portal.files import actions as files
from portal.files.models import File, FileUse
from portal.files.receiving import Upload
from portal.files.registry import listen
from portal.history.actions import note
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Clash, Invalid, NotThere, TooMany
from portal.kit.text import N_, Say
from portal.organisations import notices_documents as notices
from portal.organisations.document_queries import the_one_that_counts
from portal.organisations.models import Document, Organisation
from portal.organisations.one import held, is_of, standing
from portal.organisations.papers import CHANGED, SORTS, Ends, Sort, why_not_until
from portal.organisations.teams import need
from portal.permissions import PORTAL, Permission, Someone

UPLOADS = Limit("uploads", 60)
"""Files that one person may send in an hour, wherever they are for."""
TOO_MANY = Say(N_("You have sent many files. Wait an hour, then go on."))
FILE = "file"


def give(
    organisation: Organisation, sort: Sort, upload: Upload, ends: dt.date | None, read: str, *, by: Someone
) -> Document:
    """Hold a document for the organisation from now on, in the place of the one before.

    `read` is the reference of the one that the page showed, empty for none. Raises Clash where another stands now,
    Invalid for a day that does not fit, TooMany beyond 60 files an hour, NotAllowed, and Away without the store.
    """
    ends = None if sort.ends is Ends.NEVER else ends
    why_not = why_not_until(sort, ends, london_day(utc_now()))
    if why_not:
        raise Invalid({"ends": why_not})
    with files.laid(upload) as kept, action() as session:
        owner = held(organisation)
        need(session, owner, Permission.DOCUMENT_KEEP, by=by)
        before = current(session, owner, sort)
        if (before.ref if before else "") != read:
            raise Clash(CHANGED)
        count_upload(session, by=by)
        end_all(session, owner, sort)
        document = Document(
            organisation_id=owner.id,
            sort=sort.code,
            file_id=files.keep(session, kept, by=by).id,
            expires_on=ends,
            given_by=by.person_id,
            given_at=utc_now(),
        )
        session.add(document)
        session.flush()
        files.use(session, session.get_one(File, document.file_id), document, FILE)
        note(owner, "replace_document" if before else "give_document", by=by, sort=sort.code, document=document.id)
    return document


def count_upload(session: Session, *, by: Someone) -> None:
    """Count a file that somebody sends. Raises TooMany."""
    if limits.used_up(session, UPLOADS, str(by.person_id)):
        raise TooMany(TOO_MANY)
    limits.count(session, UPLOADS, str(by.person_id))


def take_back(organisation: Organisation, sort: Sort, read: str, *, by: Someone) -> None:
    """Hold a document no longer; its file goes for good a day later, where no application uses it.

    Raises NotThere where there is none, Clash where it is another one than was read, and NotAllowed.
    """
    with action() as session:
        owner = held(organisation)
        need(session, owner, Permission.DOCUMENT_KEEP, by=by)
        there = current(session, owner, sort)
        if there is None:
            raise NotThere()
        if there.ref != read:
            raise Clash(CHANGED)
        end_all(session, owner, sort)
        note(owner, "take_back_document", by=by, sort=sort.code, document=there.id)


def current(session: Session, organisation: Organisation, sort: Sort) -> Document | None:
    """The document that counts, of one sort, where records of one organisation hold it each."""
    return session.scalars(all_of(organisation, sort).limit(1)).first()


def all_of(organisation: Organisation, sort: Sort) -> Select[Document]:
    """The question for the documents of one sort, the one that counts first."""
    its = is_of(Document.organisation_id, organisation.id), Document.sort == sort.code
    return select(Document).where(*its, Document.ended_at.is_(None)).order_by(*the_one_that_counts())


def end_all(session: Session, organisation: Organisation, sort: Sort) -> None:
    """End the document of a sort, whichever record holds it, and let its file go."""
    for document in session.scalars(all_of(organisation, sort)).all():
        document.ended_at = utc_now()
        files.let_go(session, document.file_id, document, FILE)
    session.flush()


@listen(Document.kind)
def stopped(file: File, use: FileUse) -> None:
    """A document did not pass: whoever gave it is told, and its page says so until another one comes."""
    document = db.session.get_one(Document, use.subject_id)
    organisation = standing(db.session(), document.organisation_id)
    giver = db.session.get_one(Person, document.given_by)
    note(organisation, "document_stopped", by=PORTAL, sort=document.sort, document=document.id)
    notices.stopped(document, organisation, giver, title=SORTS[document.sort].title, has_virus=file.state == "infected")
