"""Starting again from a copy of an earlier application."""

from flask import Response

from portal.applications import copies, queries
from portal.applications.keyed import acts_for
from portal.applications.opened import why_closed
from portal.kit.dates import utc_now
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page


@requires(P.APPLICATION_WRITE)
def copy(ref: str) -> Response:
    """Choose the open round to start again in. Nothing is copied, and nothing is sent, by looking."""
    application = queries.one_for(person(), ref)
    if why_closed(application, person()) is None:
        return go("applications.show", ref=ref)
    rounds = copies.rounds_for(application, utc_now())
    return page("applications/copy", application=application, rounds=rounds)


@requires(P.APPLICATION_READ)
def copied(ref: str) -> Response:
    """What did not fit when an application was started from a copy, to copy by hand."""
    application = queries.one_for(person(), ref)
    source = copies.source_of(application)
    if source is None or not acts_for(source, person()):
        return go("applications.show", ref=ref)
    found = copies.copy_into(source, application.round_id, application.form_number)
    left = copies.left_behind(found)
    return page("applications/copied", application=application, source=source, number=found.number, left=left)
