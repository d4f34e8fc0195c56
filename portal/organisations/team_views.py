"""The team: who is in it, invited to it or asks to join, and what a lead can do about each of them."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from portal.accounts.queries import names_of
from portal.kit.dates import utc_now
from portal.kit.errors import Gone, Invalid, TooMany, WrongState
from portal.organisations import actions, join_queries, leaving, queries, requests, teams
from portal.organisations.blueprint import bp, status_of
from portal.organisations.forms import InvitationForm
from portal.organisations.models import Organisation
from portal.organisations.rules import INVITATION_ENDED, team_role
from portal.organisations.team_forms import ROLES, AnswerForm, RoleForm
from portal.permissions import BY_CODE, Permission, Role
from portal.web.guards import by_link, requires
from portal.web.identity import me, person
from portal.web.pages import go, page, tell


@bp.get("/organisations/<ref>/team")
@requires(Permission.ORGANISATION_READ)
def team(ref: str) -> Response:
    """Who is in the team, and for a lead who asks to join and who is invited."""
    organisation = queries.one_for(person(), ref)
    may_manage = person().may(Permission.TEAM_MANAGE)
    return page(
        "organisations/team",
        organisation=organisation,
        team=queries.team_of(organisation.id, request.args.get("after")),
        may_manage=may_manage,
        asking=join_queries.waiting_for_lead(organisation.id) if may_manage else [],
        invitations=queries.invitations_of(organisation.id) if may_manage else [],
        roles=BY_CODE,
        now=utc_now(),
    )


@bp.route("/organisations/<ref>/team/people/<member>", methods=["GET", "POST"])
@requires(Permission.TEAM_MANAGE)
def member(ref: str, member: str) -> Response:
    """Somebody of the team, for a lead: give them another role, or remove them."""
    organisation = queries.one_for(person(), ref)
    found = queries.member_of(organisation.id, member)
    form, refused = RoleForm(role=found.role), None
    if request.method == "POST" and form.validate():
        try:
            teams.change_role(organisation, member, BY_CODE[form.role.data], by=person())
            tell(_("Saved. It counts from now on."))
            return go("organisations.team", ref=ref)
        except WrongState as error:
            refused = error.sentence
    shown: dict[str, Any] = {"organisation": organisation, "member": found, "roles": ROLES, "refused": refused}
    shown |= left_behind(organisation, found.id)
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/member", status=status, form=form, errors=errors, **shown)


def left_behind(organisation: Organisation, person_id: int | None) -> dict[str, Any]:
    """What somebody would leave behind, and the colleagues who could look after it, for the page on which they go."""
    charges = leaving.charges_of(organisation.id, person_id or 0)
    others = [row for row in queries.team_of(organisation.id).rows if row.person_id != person_id] if charges else []
    return {"charges": charges, "heirs": others}


@bp.post("/organisations/<ref>/team/people/<member>/remove")
@requires(Permission.TEAM_MANAGE)
def remove(ref: str, member: str) -> Response:
    """Take somebody out of the team; they see nothing of it from now on."""
    organisation = queries.one_for(person(), ref)
    found = queries.member_of(organisation.id, member)
    teams.remove(organisation, member, request.form.get("heir", ""), by=person())
    tell(_("%(name)s is no longer in the team. We have told them by e-mail.", name=found.name or found.email))
    return go("desk.home") if found.id == person().person_id else go("organisations.team", ref=ref)


@bp.route("/organisations/<ref>/team/leave", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_READ)
def leave(ref: str) -> Response:
    """Leave the team, unless you are its only lead."""
    organisation = queries.one_for(person(), ref)
    refused = None
    if request.method == "POST":
        try:
            teams.leave(organisation, request.form.get("heir", ""), by=person())
            tell(_("You have left the team of %(organisation)s.", organisation=organisation.name))
            return go("desk.home")
        except WrongState as error:
            refused = error.sentence
    shown: dict[str, Any] = {
        "organisation": organisation,
        "is_only_lead": queries.is_only_lead(organisation.id, person()),
        **left_behind(organisation, person().person_id),
    }
    return page("organisations/leave", status=409 if refused else 200, refused=refused, **shown)


@bp.route("/organisations/<ref>/team/requests/<wanted>", methods=["GET", "POST"])
@requires(Permission.TEAM_MANAGE)
def answer_request(ref: str, wanted: str) -> Response:
    """Somebody asks to join: let them, or decline. Of two leads the first decides, and the other reads how."""
    organisation = queries.one_for(person(), ref)
    found = join_queries.one_for_lead(organisation.id, wanted)
    form, refused = AnswerForm(), None
    if request.method == "POST" and form.validate():
        try:
            decide(organisation, wanted, form)
            return go("organisations.team", ref=ref)
        except WrongState as error:
            refused, found = error.sentence, join_queries.one_for_lead(organisation.id, wanted)
    who = names_of({found.answered_by})[found.answered_by]
    shown: dict[str, Any] = {"organisation": organisation, "found": found, "answered_by": who, "refused": refused}
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/request", status=status, form=form, errors=errors, **shown)


def decide(organisation: Organisation, wanted: str, form: AnswerForm) -> None:
    """Do what the lead says, and say what was done."""
    role = team_role(form.answer.data)
    if role is None:
        requests.decline(organisation, wanted, form.word.data, by=person())
        tell(_("Declined. We have told them by e-mail."))
    else:
        requests.accept(organisation, wanted, role, by=person())
        tell(_("They are in the team now. We have told them by e-mail."))


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
    status, errors = (422 if form.errors else 200), form.mistakes()
    return page("organisations/invite", status=status, form=form, errors=errors, organisation=organisation, roles=ROLES)


@bp.post("/organisations/<ref>/team/invitations/<invitation>/again")
@requires(Permission.TEAM_INVITE)
def invite_again(ref: str, invitation: str) -> Response:
    """Send an invitation again, with one press and nothing to type."""
    try:
        email = actions.invite_again(queries.one_for(person(), ref), invitation, by=person())
        tell(_("We have sent an invitation to %(email)s.", email=email))
    except Invalid as error:
        tell(next(iter(error.errors.values())), "warning")
    except TooMany as error:
        tell(error.sentence, "warning")
    return go("organisations.team", ref=ref)


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
