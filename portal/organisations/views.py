"""The partner's organisation: registering it, its page, its details, its team."""

from dataclasses import asdict, replace

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from portal.accounts.queries import names_of
from portal.history import queries as history
from portal.history.queries import Told
from portal.kit.errors import Clash, Gone, Invalid, TooMany
from portal.organisations import actions, queries
from portal.organisations.forms import ChangeForm, InvitationForm, Offered, ProfileForm, ReachForm, RegisterForm
from portal.organisations.models import Organisation
from portal.organisations.profile import Labels, Line, differences, lines
from portal.organisations.rules import HISTORY, INVITATION_ENDED, Details, mark_of, team_role
from portal.permissions import BY_CODE, TEAM_ROLES, Permission, Role
from portal.places.queries import ward_names
from portal.programme import queries as words
from portal.programme.queries import labels
from portal.web.guards import by_link, requires
from portal.web.identity import me, person
from portal.web.pages import away, go, page, safe_next, tell

bp = Blueprint("organisations", __name__)

WORDS = {
    "legal_form": "legal_form",
    "income_band": "income_band",
    "communities": "community",
    "languages": "language",
}
"""The fields that hold the council's words, and their kinds."""


@bp.route("/organisations/new", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_REGISTER)
def register() -> Response:
    """Register an organisation, with a number or without."""
    form = RegisterForm(offered(None), next=safe_next(request.args.get("next")) or "")
    is_namesake = bool(form.another.data)
    if request.method == "POST" and form.validate():
        try:
            made = actions.register(form.details(), by=person(), is_another=form.another.data)
            tell(_("Your organisation is registered, and you are its lead."))
            return away(safe_next(form.next.data) or url_for("organisations.show", ref=made.ref))
        except Invalid as error:
            form.refuse(error)
            is_namesake = is_namesake or "name" in error.errors
    status = 422 if form.errors else 200
    return page("organisations/register", status=status, form=form, errors=form.mistakes(), is_namesake=is_namesake)


@bp.get("/organisations/<ref>")
@requires(Permission.ORGANISATION_READ)
def show(ref: str) -> Response:
    """The organisation as the portal knows it, and what happened to it."""
    organisation = queries.one_for(person(), ref)
    return page(
        "organisations/show",
        organisation=organisation,
        profile=lines(actions.details_of(organisation), all_labels()),
        deeds=deeds_of(organisation),
        may_edit=person().may(Permission.ORGANISATION_EDIT),
    )


@bp.route("/organisations/<ref>/details", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def edit(ref: str) -> Response:
    """Change who the organisation is, what it does, and how to get in touch."""
    return change(ref, ProfileForm, "organisations/edit")


@bp.route("/organisations/<ref>/reach", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def reach(ref: str) -> Response:
    """Change whom the organisation reaches."""
    return change(ref, ReachForm, "organisations/reach")


@bp.get("/organisations/<ref>/team")
@requires(Permission.ORGANISATION_READ)
def team(ref: str) -> Response:
    """Who is in the team, and for a lead who is invited."""
    organisation = queries.one_for(person(), ref)
    may_invite = person().may(Permission.TEAM_INVITE)
    return page(
        "organisations/team",
        organisation=organisation,
        team=queries.team_of(organisation.id, request.args.get("after")),
        may_invite=may_invite,
        invitations=queries.invitations_of(organisation.id) if may_invite else [],
        roles=BY_CODE,
    )


@bp.route("/organisations/<ref>/team/invitations", methods=["GET", "POST"])
@requires(Permission.TEAM_INVITE)
def invite(ref: str) -> Response:
    """Invite somebody by e-mail, to a role."""
    organisation = queries.one_for(person(), ref)
    form = InvitationForm()
    if request.method == "POST" and form.validate():
        role = team_role(form.role.data) or Role.MEMBER
        try:
            actions.invite(organisation, form.email.data, role, by=person())
            tell(_("We have sent an invitation to %(email)s.", email=form.email.data))
            return go("organisations.team", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except TooMany as error:
            form.refuse(Invalid({"email": error.sentence}))
    roles = [role for role in Role if role in TEAM_ROLES]
    status = 422 if form.errors else 200
    return page(
        "organisations/invite", status=status, form=form, errors=form.mistakes(), organisation=organisation, roles=roles
    )


@bp.post("/organisations/<ref>/team/invitations/<invitation>/withdraw")
@requires(Permission.TEAM_INVITE)
def withdraw_invitation(ref: str, invitation: str) -> Response:
    """Take an invitation back."""
    actions.withdraw_invitation(queries.one_for(person(), ref), invitation, by=person())
    tell(_("The invitation is withdrawn. Its link no longer works."))
    return go("organisations.team", ref=ref)


@bp.route("/invitations/<token>", methods=["GET", "POST"])
@by_link("invitation")
def accept(token: str) -> Response:
    """Show what the invitation is to, and join the team by a press of somebody signed in."""
    invitation = queries.living_invitation(token)
    if invitation is None:
        raise Gone(INVITATION_ENDED)
    someone = me()
    if request.method != "POST":
        return page("organisations/accept", invitation=invitation, role=BY_CODE[invitation.role], token=token)
    if someone is None:
        return go("accounts.sign_in", next=url_for("organisations.accept", token=token))
    ref = actions.accept(token, by=someone)
    tell(_("You are in the team now. Its applications are under “Your applications”."))
    return go("organisations.show", ref=ref)


@bp.post("/organisations/<ref>/switch")
@requires(Permission.ORGANISATION_READ)
def switch(ref: str) -> Response:
    """Act for another of your organisations from now on, in this browser."""
    actions.switch(ref, by=person())
    return go("organisations.show", ref=ref)


def offered(kept: Details | None) -> Offered:
    """What can be chosen: the words that the council offers, those that were chosen before, and the wards."""
    chosen = {name: words.offered(kind, kept.codes(name) if kept else ()) for name, kind in WORDS.items()}
    return {name: list(there.items()) for name, there in {**chosen, "wards": ward_names()}.items()}


def all_labels() -> Labels:
    """What people read for each code, by the field that holds it."""
    return {**{name: labels(kind) for name, kind in WORDS.items()}, "wards": ward_names()}


def change(ref: str, kind: type[ChangeForm], template: str) -> Response:
    """Save a form; a lead whose page is out of date is shown what stands now, and nothing is overwritten."""
    organisation = queries.one_for(person(), ref)
    kept = actions.details_of(organisation)
    form = kind(offered(kept), **asdict(kept))
    theirs: list[Line] = []
    if request.method != "POST":
        form.read.data = mark_of(kept, form.fields())
    elif form.validate():
        try:
            actions.edit(organisation, form.typed(), form.read.data or "", by=person())
            tell(_("The details are saved."))
            return go("organisations.show", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except Clash as clash:
            theirs = what_stands(clash.theirs, form)
    status = 409 if theirs else 422 if form.errors else 200
    return page(template, status=status, form=form, errors=form.mistakes(), organisation=organisation, theirs=theirs)


def what_stands(theirs: object, form: ChangeForm) -> list[Line]:
    """What somebody else saved meanwhile, of this form's fields; saved again now, the form goes over it knowingly."""
    assert isinstance(theirs, Details)
    form.read.data = mark_of(theirs, form.fields())
    return differences(theirs, replace(theirs, **form.typed()), all_labels())


def deeds_of(organisation: Organisation) -> list[Told]:
    """What happened to the organisation, as sentences with names."""
    deeds = history.of(organisation)
    return history.told(deeds, HISTORY, names_of({deed.actor_id for deed in deeds}))
