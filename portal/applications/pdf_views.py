"""Asking for an application's PDF, waiting for it, and taking it: the partner's pages, and what the council's share."""

from flask import Response, request, url_for

from portal.applications import printing, queries
from portal.applications.models import Application
from portal.kit.errors import NotThere
from portal.paper import press
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page

LOOKS_MOST = 40
"""So often a page asks by itself whether the PDF is ready; then it leaves that to the person."""


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN)
def pdf(ref: str) -> Response:
    """Have a PDF of the answers made, and see whether it is ready."""
    application = sent_one(ref)
    if request.method == "POST":
        printing.ask(application, printing.WHOLE, by=person())
        return go("applications.pdf", ref=ref)
    return pdf_page(application, printing.WHOLE, "applications.pdf", url_for("applications.answers", ref=ref))


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN)
def pdf_file(ref: str) -> Response:
    """The PDF itself."""
    return as_file(sent_one(ref), printing.WHOLE)


def sent_one(ref: str) -> Application:
    """An application that this person reads as a partner and that was sent. Raises NotThere."""
    application = queries.one_for(person(), ref)
    if application.submitted_at is None:
        raise NotThere()
    return application


def pdf_page(application: Application, kind: str, endpoint: str, answers: str) -> Response:
    """The page, or its part alone, that says how far the PDF is; while it is made, the part asks again by itself."""
    looks = max(0, request.args.get("looks", 0, type=int))
    return page(
        "applications/pdf_copy",
        part="applications/_pdf",
        application=application,
        copy=printing.copy_of(application, kind),
        why_not=press.why_not(),
        endpoint=endpoint,
        answers=answers,
        looks=looks + 1 if looks < LOOKS_MOST else None,
    )


def as_file(application: Application, kind: str) -> Response:
    """The PDF to keep, named after its reference. Raises NotThere while there is none."""
    answer = Response(printing.bytes_of(application, kind), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{application.ref}.pdf"'
    return answer
