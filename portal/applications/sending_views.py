"""Checking the answers, sending them, and what comes after."""

from collections.abc import Sequence
from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import actions, queries
from portal.applications.access import access_of
from portal.applications.change_queries import question_of
from portal.applications.counting import may_ask
from portal.applications.forms import HandInForm, SendForm, WithdrawForm
from portal.applications.guesting import Access
from portal.applications.keyed import is_typing, marked, may_send
from portal.applications.keying import last_to_type
from portal.applications.models import Application
from portal.applications.needed import needs_of, sent_with
from portal.applications.opened import why_closed
from portal.applications.rules import DECLARATIONS, MACHINE
from portal.applications.signing import ChangedMeanwhile, changes_since, read_mark
from portal.applications.stops import way
from portal.kit.errors import Invalid, WrongState
from portal.kit.text import Say
from portal.organisations.queries import leads_of
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def answers(ref: str) -> Response:
    """Every answer in words: to check while it is a draft, to read and print afterwards."""
    application = queries.open_to(person(), ref)
    there, access = queries.sent(application), access_of(application, person())
    is_open, form = why_closed(application, person()) is None, there.form
    return page(
        "applications/answers",
        application=application,
        reading=queries.reading_of(application, there),
        steps=there.steps() if is_open else (),
        is_open=is_open,
        access=access,
        leads=leads_of(application.owner_id) if access.is_own else (),
        needs=needs_of(application, form) if is_open and access.is_own else None,
        sent_with=sent_with(application) if application.submitted_at and access.is_own and form.needs_papers else None,
        may_edit=person().may(P.ORGANISATION_EDIT),
        may_send=may_send(application, person()),
        typing=access is Access.TYPING,
        marked=marked(application),
        read=read_mark(application, there.rows),
        until=last_to_type(application.round.closes_at),
    )


@requires(P.APPLICATION_WRITE)
def ask(ref: str) -> Response:
    """Ask the leads by e-mail to send it."""
    application = queries.one_for(person(), ref)
    actions.ask_to_send(application, by=person())
    tell(_("We have asked by e-mail. Nothing more to do for you just now."))
    return go("applications.show", ref=ref)


@requires(P.APPLICATION_SUBMIT, P.APPLICATION_KEY_IN)
def send(ref: str) -> Response:
    """The declaration, and the one press that sends it; who comes second is shown that it was sent."""
    application = queries.one_for(person(), ref)
    if why_closed(application, person()):
        return go("applications.sent", ref=ref)
    there, typing = queries.written(application), is_typing(application, person())
    posts = request.method == "POST"
    read = "" if posts else request.args.get("read") or read_mark(application, there.rows)
    form = send_form(application, read, typing=typing)
    if posts and form.validate():
        return sign(application, form)
    changes = changes_since(form.read.data or "", application, there, by=person())
    if changes:
        return look_again(ref, changes)
    status = 422 if form.errors else 200
    shown: dict[str, Any] = {"application": application, "form": form, "typing": typing}
    shown |= {"declarations": DECLARATIONS.values()}
    return page("applications/send", status=status, errors=form.mistakes(), **shown)


def send_form(application: Application, read: str, *, typing: bool) -> SendForm | HandInForm:
    """The declaration of who sends it, or of who types it in for somebody who has said it.

    `read` is the mark of what the page before showed; a page that is sent brings its own, or has none.
    """
    if typing and application.keyed is not None:
        return HandInForm(signed_name=application.keyed.contact_name, read=read)
    return SendForm(signed_name=person().name, read=read)


def sign(application: Application, form: SendForm | HandInForm) -> Response:
    """Send it as it was read; where it has changed or cannot stand, back to the check page."""
    ref = application.ref
    try:
        actions.submit(application, form.signed_name.data, form.read.data or "", by=person())
    except ChangedMeanwhile as error:
        return look_again(ref, error.changes)
    except Invalid:
        tell(_("Not sent yet: some answers need another look."), "warning")
        return go("applications.answers", ref=ref)
    except WrongState:
        return go("applications.sent", ref=ref)
    return go("applications.sent", ref=ref)


def look_again(ref: str, changes: Sequence[Say]) -> Response:
    """Back to the check page, with who changed what since it was read; from there it can be sent as it stands now."""
    for change in changes:
        tell(change, "warning")
    tell(_("It is not sent yet. Read the answers once more, then send them."), "warning")
    return go("applications.answers", ref=ref)


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN)
def sent(ref: str) -> Response:
    """It has arrived: the reference, what happens next and when. It can be opened again at any time."""
    application = queries.one_for(person(), ref)
    if application.submitted_at is None or application.state == "withdrawn":
        return go("applications.show", ref=ref)
    stops = way(application.state, application.round, application.submitted_at, question_of(application))
    shown: dict[str, Any] = {"typing": is_typing(application, person()), "asks": may_ask(application, person())}
    return page("applications/sent", application=application, stops=stops, **shown)


@requires(P.APPLICATION_SUBMIT, P.APPLICATION_KEY_IN)
def withdraw(ref: str) -> Response:
    """Make sure, ask why, then take it back; nobody has to say why."""
    application = queries.one_for(person(), ref)
    if application.state not in MACHINE.move("withdraw").from_:
        return go("applications.show", ref=ref)
    form = WithdrawForm()
    if request.method == "POST" and form.validate():
        actions.withdraw(application, form.because.data, by=person())
        tell(_("You withdrew the application."))
        return go("applications.show", ref=ref)
    status = 422 if form.errors else 200
    return page("applications/withdraw", status=status, application=application, form=form, errors=form.mistakes())
