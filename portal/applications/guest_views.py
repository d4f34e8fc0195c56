"""Who can see and write in one application: the team's pages of it, the invitation's link, and what a guest sees."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from portal.applications import guest_queries, guests, queries
from portal.applications.change_queries import newest_of, question_of
from portal.applications.changing import STATE
from portal.applications.forms import GuestForm, GuestInvitationForm
from portal.applications.guesting import END, END_MEANS, ENDS, NOT_YOURS, ROLE_MEANS, ROLES, WRITE, Access, Link
from portal.applications.models import Application
from portal.applications.opened import why_closed, why_over
from portal.applications.presence import others_in
from portal.applications.rules import MACHINE, may_write
from portal.applications.stops import way
from portal.kit.dates import utc_now
from portal.kit.errors import Gone, Invalid, NotAllowed, TooMany
from portal.organisations.queries import team_of
from portal.permissions import Permission as P
from portal.web.guards import by_link, requires
from portal.web.identity import me, person
from portal.web.pages import go, page, tell


def teams_own(ref: str) -> Application:
    """An application of the team that this person acts for. Raises NotThere for every other."""
    application = queries.one_for(person(), ref)
    guests.refuse_typists(application, by=person())
    return application


@requires(P.APPLICATION_READ)
def people(ref: str) -> Response:
    """Who can see this application and write in it: the team, its guests, and who is invited."""
    application = teams_own(ref)
    return page(
        "applications/people",
        application=application,
        closed=why_closed(application, person()),
        team=team_of(application.owner_id),
        looks_after=guest_queries.looks_after(application),
        guests=guest_queries.guests_of(application.id),
        invitations=guest_queries.invited_to(application.id),
        roles=ROLES,
        may_change=lambda row: guests.may_change(row.invited_by, person()),
    )


@requires(P.APPLICATION_WRITE)
def invite(ref: str) -> Response:
    """Invite somebody by e-mail to this one application."""
    application = teams_own(ref)
    if why_closed(application, person()):
        return go("applications.people", ref=ref)
    form = GuestInvitationForm()
    if request.method == "POST" and form.validate():
        try:
            guests.invite(application, form.email.data, form.role.data, by=person())
            tell(_("We have sent an invitation to %(email)s.", email=form.email.data))
            return go("applications.people", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except TooMany as error:
            form.refuse(Invalid({"email": error.sentence}))
    status, errors = (422 if form.errors else 200), form.mistakes()
    shown: dict[str, Any] = {"application": application, "roles": ROLES, "means": ROLE_MEANS}
    return page("applications/invite", status=status, form=form, errors=errors, **shown)


@requires(P.APPLICATION_WRITE)
def take_back(ref: str, invitation: str) -> Response:
    """Take an invitation back."""
    guests.take_back(teams_own(ref), invitation, by=person())
    tell(_("The invitation is taken back. Its link no longer works."))
    return go("applications.people", ref=ref)


@requires(P.APPLICATION_WRITE)
def guest(ref: str, guest: str) -> Response:
    """One guest: what they may do, or the end of it."""
    application = teams_own(ref)
    found = guest_queries.guest_of(application.id, guest)
    if not guests.may_change(found.invited_by, person()):
        raise NotAllowed(NOT_YOURS)
    form = GuestForm(role=found.role)
    if request.method == "POST" and form.validate():
        guests.change(application, guest, form.role.data, by=person())
        ended = form.role.data == END
        tell(_("Their access has ended. We have told them by e-mail.") if ended else _("Saved. It counts from now on."))
        return go("applications.people", ref=ref)
    status, errors = (422 if form.errors else 200), form.mistakes()
    shown: dict[str, Any] = {"application": application, "guest": found, "roles": ROLES, "means": ROLE_MEANS}
    shown |= {"ends": ENDS, "end_means": END_MEANS}
    return page("applications/guest", status=status, form=form, errors=errors, **shown)


@by_link("guest invitation")
def accept(token: str) -> Response:
    """Show what the invitation is to, and take it up by a press of somebody signed in."""
    offer, someone = guest_queries.offer(token), me()
    if offer.state is not Link.LIVING:
        raise Gone(offer.state.value)
    if request.method != "POST":
        return page("applications/accept", offer=offer, token=token, writes=offer.role == WRITE)
    if someone is None:
        return go("accounts.sign_in", next=url_for("applications.accept", token=token))
    ref = guests.accept(token, by=someone)
    tell(_("Welcome. You find this application again in your account."))
    return go("applications.show", ref=ref)


@requires(P.APPLICATION_VISIT)
def shared() -> Response:
    """Every application of others that is shared with this person."""
    found = guest_queries.shared_with(person(), request.args.get("after"), request.args.get("before"))
    now = utc_now()
    open_ = {row.ref for row in found.rows if may_write(row.state, now, row.closes_at, row.grace_minutes)}
    return page("applications/shared", page=found, machine=MACHINE, open=open_, roles=ROLES)


@requires(P.APPLICATION_VISIT)
def give_up(ref: str) -> Response:
    """Give one's own access up."""
    guests.leave(queries.open_to(person(), ref), by=person())
    tell(_("You cannot see that application any more."))
    return go("applications.shared")


def guests_page(application: Application, access: Access) -> Response:
    """An application as its guests see it: what they may do, how far it is, and nothing else of its organisation."""
    over = why_over(application, access)
    there = queries.written(application) if over is None else None
    return page(
        "applications/for_guest",
        application=application,
        over=over,
        writes=access is Access.WRITING,
        where=application.where(),
        steps=there.steps() if there else (),
        others=others_in(there, person()) if there else {},
        waiting={row.section for row in queries.set_aside(application, person())} if over is None else set(),
        asked=newest_of(application.id) if application.state == STATE else None,
        stops=way(application.state, application.round, application.submitted_at, question_of(application)),
    )
