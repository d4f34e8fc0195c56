"""Checking the answers, sending them, and what comes after."""

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import actions, queries
from portal.applications.forms import SendForm
from portal.applications.opened import why_closed
from portal.applications.rules import MACHINE, way
from portal.kit.errors import Invalid
from portal.organisations.queries import leads_of
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell


@requires(P.APPLICATION_READ)
def answers(ref: str) -> Response:
    """Every answer in words: to check while it is a draft, to read and print afterwards."""
    application = queries.one_for(person(), ref)
    there = queries.written(application)
    is_open = why_closed(application) is None
    return page(
        "applications/answers",
        application=application,
        reading=queries.reading_of(application, there),
        steps=there.steps() if is_open else (),
        is_open=is_open,
        leads=leads_of(application.organisation_id),
    )


@requires(P.APPLICATION_WRITE)
def ask(ref: str) -> Response:
    """Ask the leads by e-mail to send it."""
    application = queries.one_for(person(), ref)
    actions.ask_to_send(application, by=person())
    tell(_("We have asked by e-mail. Nothing more to do for you just now."))
    return go("applications.show", ref=ref)


@requires(P.APPLICATION_SUBMIT)
def send(ref: str) -> Response:
    """The declaration, and the one press that sends it."""
    application = queries.one_for(person(), ref)
    if why_closed(application):
        return go("applications.sent", ref=ref)
    form = SendForm(signed_name=person().name)
    if request.method == "POST" and form.validate():
        try:
            actions.submit(application, form.signed_name.data, by=person())
        except Invalid:
            tell(_("Not sent yet: some answers need another look."), "warning")
            return go("applications.answers", ref=ref)
        return go("applications.sent", ref=ref)
    status = 422 if form.errors else 200
    return page("applications/send", status=status, application=application, form=form, errors=form.mistakes())


@requires(P.APPLICATION_READ)
def sent(ref: str) -> Response:
    """It has arrived: the reference, what happens next and when. It can be opened again at any time."""
    application = queries.one_for(person(), ref)
    if application.submitted_at is None or application.state == "withdrawn":
        return go("applications.show", ref=ref)
    stops = way(application.state, application.round, application.submitted_at)
    return page("applications/sent", application=application, stops=stops)


@requires(P.APPLICATION_SUBMIT)
def withdraw(ref: str) -> Response:
    """Make sure, then take it back."""
    application = queries.one_for(person(), ref)
    if application.state not in MACHINE.move("withdraw").from_:
        return go("applications.show", ref=ref)
    if request.method != "POST":
        return page("applications/withdraw", application=application)
    actions.withdraw(application, by=person())
    tell(_("You withdrew the application."))
    return go("applications.show", ref=ref)
