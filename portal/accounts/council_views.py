"""The administrator's pages: who holds which of the council's roles."""

from flask import Response, request
from flask_babel import gettext as _

from portal.accounts import council, queries, second_factor
from portal.accounts.forms import RoleForm
from portal.accounts.models import Person
from portal.accounts.queries import Done
from portal.accounts.rules import HISTORY
from portal.accounts.views import bp, in_order
from portal.history.queries import Told
from portal.kit.errors import NotThere
from portal.kit.text import Say
from portal.permissions import BY_CODE, COUNCIL_ROLES, Permission
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated


@bp.get("/council/people")
@requires(Permission.SETTINGS_EDIT)
def people() -> Response:
    """Everybody with a council role, by name."""
    found = queries.council_people(request.args.get("after"))
    return page("accounts/people", people=found, roles=queries.roles_of([row.id for row in found.rows]))


@bp.route("/council/people/new", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def give_role() -> Response:
    """Give somebody a role, by their e-mail address, be they here already or not."""
    form = RoleForm(email=request.args.get("email", ""))
    if request.method == "POST" and form.validate():
        given = council.give_role(form.email.data, form.chosen, by=person())
        tell(_("%(email)s holds the role “%(role)s” now.", email=given.email, role=translated(form.chosen.value.title)))
        return go("accounts.council_person", ref=given.ref)
    status = 422 if form.errors else 200
    roles = in_order(COUNCIL_ROLES)
    return page("accounts/give_role", status=status, form=form, errors=form.mistakes(), roles=roles)


@bp.get("/council/people/<ref>")
@requires(Permission.SETTINGS_EDIT)
def council_person(ref: str) -> Response:
    """One person's roles, and what was done about them."""
    found = queries.council_person(ref)
    return page(
        "accounts/council_person",
        person=found,
        roles=queries.roles_of([found.id])[found.id],
        second_factor=queries.second_factor_of(found.id),
        deeds=deeds_of(found),
        is_me=found.id == person().person_id,
    )


@bp.post("/council/people/<ref>/roles/<role>/take")
@requires(Permission.SETTINGS_EDIT)
def take_role(ref: str, role: str) -> Response:
    """Take a role away from somebody."""
    found = queries.council_person(ref)
    if role not in BY_CODE:
        raise NotThere()
    council.take_role(found, BY_CODE[role], by=person())
    tell(_("The role “%(role)s” is taken away.", role=translated(BY_CODE[role].value.title)))
    return go("accounts.people")


@bp.route("/council/people/<ref>/authenticator", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def reset_authenticator(ref: str) -> Response:
    """Forget the app of somebody who has lost their phone, once it is sure that it is them who asks."""
    found = queries.council_person(ref)
    if request.method == "POST":
        second_factor.reset(found, by=person())
        tell(_("The authenticator app is forgotten, and their sign-ins have ended."))
        return go("accounts.council_person", ref=ref)
    if queries.second_factor_of(found.id) is None:
        raise NotThere()
    return page("accounts/reset_authenticator", person=found)


def deeds_of(found: Person) -> list[Told]:
    """What was done about somebody's roles and their authenticator app, newest first, as sentences."""
    return [Told(done.at, sentence_of(done)) for done in queries.what_happened(found, HISTORY)]


def sentence_of(done: Done) -> Say:
    """One deed as a sentence; a role in it by its title."""
    role = BY_CODE.get(done.facts.get("role", ""))
    return Say(HISTORY[done.verb], who=done.who, role=translated(role.value.title) if role else "")
