"""The council's PDF of an application: without what says whose it is, where names are hidden from who asks."""

from flask import Response, request, url_for

from portal.applications import printing
from portal.applications import queries as applications
from portal.applications.models import Application
from portal.applications.naming import Names, without_names
from portal.applications.pdf_views import as_file, pdf_page
from portal.applications.reading import Reading
from portal.assessments import queries
from portal.assessments.access import names_hidden
from portal.assessments.blueprint import bp
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go


def hidden_reading(application: Application) -> Reading:
    """What is written, without what says whose it is."""
    there = applications.sent(application)
    return without_names(applications.reading_of(application, there), there.form, Names(application, there.answers))


printing.READINGS[printing.HIDDEN] = hidden_reading


@bp.route("/review/applications/<ref>/pdf", methods=["GET", "POST"])
@requires(P.ROUND_READ)
def pdf(ref: str) -> Response:
    """Have a PDF made of an application that this person may read, and see whether it is ready."""
    application = queries.one_for(person(), ref)
    kind = kind_for(application)
    if request.method == "POST":
        printing.ask(application, kind, by=person())
        return go("assessments.pdf", ref=ref)
    return pdf_page(application, kind, "assessments.pdf", url_for("assessments.application", ref=ref))


@bp.get("/review/applications/<ref>/pdf/file")
@requires(P.ROUND_READ)
def pdf_file(ref: str) -> Response:
    """The PDF itself."""
    application = queries.one_for(person(), ref)
    return as_file(application, kind_for(application))


def kind_for(application: Application) -> str:
    """Which copy this person may have."""
    return printing.HIDDEN if names_hidden(application.round, person()) else printing.WHOLE
