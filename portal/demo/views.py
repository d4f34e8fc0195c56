"""Pages that only the demonstration has: signing in as anybody with one press, and every e-mail that was sent."""

from flask import Blueprint, Response, abort, request

from portal.accounts import actions as accounts
from portal.demo.cast import CAST
from portal.kit.text import N_
from portal.mail import queries as mail
from portal.permissions import Role
from portal.web.guards import public
from portal.web.identity import remember
from portal.web.pages import go, page

bp = Blueprint("demo", __name__, url_prefix="/demo")

GUEST = N_("Guest in one application")
WITH_ACCOUNT = tuple(member for member in CAST if member.has_account)


@bp.app_context_processor
def people() -> dict[str, object]:
    """The cast, for the sign-in page, and what each role is called."""
    roles = {role.code: role.value.title for role in Role}
    return {"demo_people": WITH_ACCOUNT, "demo_roles": {**roles, "guest": GUEST}}


@bp.post("/sign-in")
@public
def sign_in() -> Response:
    """Sign in as one of the cast, without a letter."""
    chosen = next((member for member in WITH_ACCOUNT if member.key == request.form.get("who")), None)
    if chosen is None:
        abort(400)
    token = accounts.sign_in_as(chosen.email, own_device=False, client=request.user_agent.string)
    return remember(go("desk.front"), token, own_device=False)


@bp.get("/mail")
@public
def letters() -> Response:
    """Every e-mail the portal wrote, newest first."""
    return page("demo/letters", letters=mail.newest(request.args.get("after")))


@bp.get("/mail/<ref>")
@public
def letter(ref: str) -> Response:
    """One e-mail, as its text."""
    found = mail.one(ref)
    if found is None:
        abort(404)
    return page("demo/letter", letter=found)
