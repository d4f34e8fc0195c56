"""The addresses of this area, an organisation's list of applications, and the page of one."""

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from portal.applications import (
    change_views,
    clash_views,
    copying_views,
    eligibility_views,
    equality_views,
    file_views,
    guest_views,
    keying_views,
    newer_views,
    pdf_views,
    queries,
    section_views,
    sending_views,
)
from portal.applications.access import access_of
from portal.applications.change_queries import newest_of
from portal.applications.changing import is_overdue
from portal.applications.closing import Closing, closing_for
from portal.applications.guest_queries import guests_of
from portal.applications.keyed import acts_for, is_typing, marked, may_send
from portal.applications.keying import last_to_type
from portal.applications.models import Application
from portal.applications.needed import needs_of
from portal.applications.opened import why_closed
from portal.applications.presence import others_in
from portal.applications.rules import DECIDED, MACHINE, may_write
from portal.applications.stops import way
from portal.kit.dates import london_day, utc_now
from portal.organisations.queries import team_of
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import page

bp = Blueprint("applications", __name__)


@bp.app_template_global("closing_of")
def closing_of(application: Application) -> Closing:
    """How near the end is at this moment for this reader, for every page on which somebody still writes or sends."""
    window, typing = application.round, is_typing(application, person())
    return closing_for(utc_now(), window.closes_at, window.grace_minutes, is_typing=typing)


@requires(P.APPLICATION_READ)
def index() -> Response:
    """Every application of the organisation this person acts for."""
    found = queries.for_organisation(person(), request.args.get("after"), request.args.get("before"))
    now = utc_now()
    open_ = {row.ref for row in found.rows if may_write(row.state, now, row.closes_at, row.grace_minutes)}
    return page("applications/index", page=found, machine=MACHINE, open=open_)


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def show(ref: str) -> Response:
    """One application: while it is written what is still to do, afterwards how far it has come."""
    application = queries.open_to(person(), ref)
    access = access_of(application, person())
    return guest_views.guests_page(application, access) if access.is_guest else teams_page(application)


def teams_page(application: Application) -> Response:
    """The page of those who act for its organisation."""
    closed = why_closed(application, person())
    there = queries.written(application) if closed is None else None
    asked = newest_of(application.id) if application.submitted_at else None
    return page(
        "applications/show",
        application=application,
        closed=closed,
        where=application.where(),
        asked=asked,
        is_late=asked and is_overdue(asked.due_on, london_day(utc_now())),
        stops=way(
            application.state,
            application.round,
            application.submitted_at,
            asked.days(application.round.checked_by) if asked else None,
        ),
        is_decided=application.state in DECIDED,
        may_withdraw=may_send(application, person()) and application.state in MACHINE.move("withdraw").from_,
        may_copy=closed is not None and acts_for(application, person()),
        typing=is_typing(application, person()),
        marked=marked(application),
        until=last_to_type(application.round.closes_at),
        steps=there.steps() if there else (),
        others=others_in(there, person()) if there else {},
        needs=needs_of(application, there.form) if there else None,
        may_edit=person().may(P.ORGANISATION_EDIT),
        waiting={row.section for row in queries.set_aside(application, person())} if closed is None else set(),
        team=team_of(application.owner_id) if closed is None else (),
        guests=guests_of(application.id) if closed is None else (),
        deeds=queries.deeds(application, _("The council")),
    )


READ, BOTH, SEND = ["GET"], ["GET", "POST"], ["POST"]
ONE, PART = "/applications/<ref>", "/applications/<ref>/parts/<section>"

for rule, view, methods in (
    ("/grants/<code>/check", eligibility_views.check, BOTH),
    ("/grants/<code>/start", eligibility_views.start, BOTH),
    ("/applications", index, READ),
    (ONE, show, READ),
    (PART, section_views.section, BOTH),
    (f"{PART}/save", section_views.save, SEND),
    (f"{PART}/files/<question>", file_views.attach, BOTH),
    (f"{PART}/files/<question>/remove", file_views.detach, SEND),
    (f"{ONE}/files/<question>", file_views.file, READ),
    (f"{PART}/two-texts", clash_views.choose, BOTH),
    (f"{PART}/earlier", clash_views.earlier, READ),
    (f"{ONE}/changes", change_views.changes, READ),
    (f"{ONE}/changes/send", change_views.send_changes, SEND),
    (f"{ONE}/newer-questions", newer_views.newer_questions, BOTH),
    (f"{ONE}/answers", sending_views.answers, READ),
    (f"{ONE}/ask", sending_views.ask, SEND),
    (f"{ONE}/send", sending_views.send, BOTH),
    (f"{ONE}/sent", sending_views.sent, READ),
    (f"{ONE}/withdraw", sending_views.withdraw, BOTH),
    (f"{ONE}/copy", copying_views.copy, READ),
    (f"{ONE}/copied", copying_views.copied, READ),
    (f"{ONE}/people", guest_views.people, READ),
    (f"{ONE}/people/invite", guest_views.invite, BOTH),
    (f"{ONE}/people/invitations/<invitation>/withdraw", guest_views.take_back, SEND),
    (f"{ONE}/people/<guest>", guest_views.guest, BOTH),
    (f"{ONE}/give-up", guest_views.give_up, SEND),
    ("/applications/shared", guest_views.shared, READ),
    ("/invitations/applications/<token>", guest_views.accept, BOTH),
    (f"{ONE}/hand-over", keying_views.hand_over, SEND),
    (f"{ONE}/take-over", keying_views.take_over, BOTH),
    (f"{ONE}/letter", keying_views.letter, READ),
    (f"{ONE}/pdf", pdf_views.pdf, BOTH),
    (f"{ONE}/pdf/file", pdf_views.pdf_file, READ),
    (f"{ONE}/equality", equality_views.equality, BOTH),
    ("/review/rounds/<code>/equality", equality_views.equality_figures, READ),
    ("/assisted", keying_views.assisted, READ),
    ("/assisted/<code>", keying_views.find_for, READ),
    ("/assisted/<code>/organisations/new", keying_views.register_for, BOTH),
    ("/assisted/<code>/organisations/<organisation>", keying_views.key_in, BOTH),
):
    bp.add_url_rule(rule, view_func=view, methods=methods)
