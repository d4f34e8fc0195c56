"""The offer of newer questions, and the answers that they have no place for."""

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import newer, queries
from portal.applications.models import Application
from portal.applications.opened import why_closed
from portal.kit.errors import Clash, WrongState
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell


@requires(P.APPLICATION_WRITE, P.APPLICATION_KEY_IN)
def newer_questions(ref: str) -> Response:
    """See what the newer questions change, and take them; afterwards, the answers that have no place any more."""
    application = queries.one_for(person(), ref)
    if request.method != "POST":
        return newer_page(application)
    try:
        newer.take(application, request.form.get("number", 0, type=int), by=person())
    except (Clash, WrongState) as error:
        tell(error.sentence, "warning")
        return newer_page(queries.one_for(person(), ref), status=409)
    tell(_("You have the new questions now. What you wrote is kept."))
    return go("applications.show", ref=ref)


def newer_page(application: Application, status: int = 200) -> Response:
    """The page of the offer."""
    offer = newer.offer(application) if why_closed(application, person()) is None else None
    return page(
        "applications/newer_questions",
        status=status,
        application=application,
        offer=offer,
        left=newer.left(application),
    )
