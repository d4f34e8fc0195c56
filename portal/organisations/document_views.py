"""An organisation's documents: what it holds, giving one, taking one back, and opening them, for both sides."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from portal.files.receiving import received
from portal.files.rules import ACCEPT
from portal.files.serving import answer
from portal.kit.errors import Clash, Invalid, TooMany
from portal.kit.text import Say
from portal.organisations import check_queries, document_queries, documents, queries
from portal.organisations.blueprint import bp, status_of
from portal.organisations.document_forms import DocumentForm
from portal.organisations.document_queries import Held
from portal.organisations.models import Organisation
from portal.permissions import Permission
from portal.web.forms import Form
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import away, go, page, safe_next, tell
from portal.web.uploads import takes_file

ONE = "/organisations/<ref>/documents/<sort>"


@bp.get("/organisations/<ref>/documents")
@requires(Permission.DOCUMENT_KEEP)
def show_documents(ref: str) -> Response:
    """Every document that the council may ask for, and what the organisation holds of it."""
    organisation = queries.one_for(person(), ref)
    return page("organisations/documents", organisation=organisation, documents=document_queries.held(organisation))


@bp.route(ONE, methods=["GET", "POST"])
@requires(Permission.DOCUMENT_KEEP)
@takes_file
def give_document(ref: str, sort: str) -> Response:
    """Give a document, or a newer one; whoever is late is shown that a colleague was quicker."""
    organisation = queries.one_for(person(), ref)
    there = document_queries.one(organisation, sort)
    form = DocumentForm(read=there.document.ref if there.document else "", next=request.args.get("next"))
    form.next.data = safe_next(form.next.data) or ""
    if request.method != "POST":
        return give_page(organisation, there, form)
    refused = None
    try:
        if form.validate():
            give(organisation, there, form)
            return away(form.next.data or url_for("organisations.show_documents", ref=ref))
    except Invalid as error:
        form.refuse(error)
    except TooMany as error:
        form.refuse(Invalid({"file": error.sentence}))
    except Clash as clash:
        refused = clash.sentence
    # What was read before the deed is out of date now.
    there = document_queries.one(organisation, sort)
    return give_page(organisation, there, form, refused=refused)


def give(organisation: Organisation, there: Held, form: DocumentForm) -> None:
    """Keep what was sent, and say what happens with it now."""
    with received() as upload:
        documents.give(organisation, there.sort, upload, form.day(), form.read.data or "", by=person())
    tell(_("We have your document. We check it first, which takes a minute or two."))


def give_page(organisation: Organisation, there: Held, form: DocumentForm, *, refused: Say | None = None) -> Response:
    """The page on which one document is given; after a refusal it is the page of what stands now."""
    if refused:
        form.read.data = there.document.ref if there.document else ""
    shown: dict[str, Any] = {"organisation": organisation, "there": there, "accept": ACCEPT, "refused": refused}
    return page("organisations/document", status=status_of(form, refused), form=form, errors=form.mistakes(), **shown)


@bp.route(f"{ONE}/take-back", methods=["GET", "POST"])
@requires(Permission.DOCUMENT_KEEP)
def take_back(ref: str, sort: str) -> Response:
    """Take a document back, after being asked."""
    organisation = queries.one_for(person(), ref)
    there, refused = document_queries.one(organisation, sort), None
    if there.document is None:
        return go("organisations.show_documents", ref=ref)
    if request.method == "POST":
        try:
            documents.take_back(organisation, there.sort, request.form.get("read", ""), by=person())
            tell(_("The document is taken back. Its file is deleted within two days."))
            return go("organisations.show_documents", ref=ref)
        except Clash as clash:
            there, refused = document_queries.one(organisation, sort), clash.sentence
    status = status_of(Form(), refused)
    return page("organisations/take_back", status=status, organisation=organisation, there=there, refused=refused)


@bp.get(f"{ONE}/file")
@requires(Permission.DOCUMENT_KEEP)
def document_file(ref: str, sort: str) -> Response:
    """The file of a document, for its own team."""
    return answer(document_queries.file_of(queries.one_for(person(), ref), sort))


@bp.get("/verification/<ref>/documents/<sort>")
@requires(Permission.ORGANISATION_VERIFY)
def council_document(ref: str, sort: str) -> Response:
    """The file of a document, for whoever checks the organisation."""
    return answer(document_queries.file_of(check_queries.to_check(person(), ref), sort))
