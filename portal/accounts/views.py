"""Signing in and out, your account, and the page that says who may do what."""

from typing import Any

from flask import Blueprint, Response, request, session, url_for
from flask_babel import gettext as _

from portal.accounts import actions, queries
from portal.accounts.actions import Begun
from portal.accounts.forms import CodeForm, DeviceForm, EmailForm, NameForm
from portal.accounts.kept import kept_for
from portal.accounts.requests import Browser
from portal.accounts.rules import typed_code
from portal.kit.errors import Gone, Invalid, TooMany
from portal.permissions import COUNCIL_ROLES, PERSON, TEAM_ROLES, Permission, Role
from portal.web.guards import by_link, public, requires
from portal.web.identity import forget, halfway, known, me, person, remember
from portal.web.pages import away, go, page, safe_next, tell

bp = Blueprint("accounts", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> Response:
    """Ask for an address, and send it a code and a link."""
    form = EmailForm(next=safe_next(request.args.get("next")) or "")
    if request.method != "POST" and halfway() is not None:
        return go("accounts.second_factor", next=form.next.data or None)
    if request.method != "POST" and me() is not None:
        return away(form.next.data or url_for("desk.front"))
    if request.method == "POST" and form.validate():
        try:
            return send_letter(form.email.data, own_device=form.is_own, next_path=safe_next(form.next.data))
        except TooMany as error:
            form.refuse(Invalid({"email": error.sentence}))
            return page("accounts/sign_in", status=429, form=form, errors=form.mistakes())
    return page("accounts/sign_in", status=422 if form.errors else 200, form=form, errors=form.mistakes())


@bp.route("/sign-in/code", methods=["GET", "POST"])
@public
def code() -> Response:
    """Take the code, in the browser that asked for it and nowhere else."""
    asked = session.get("sign_in")
    if asked is None:
        return go("accounts.sign_in")
    form = CodeForm()
    if request.method == "POST" and form.validate():
        try:
            browser = this_browser(own_device=asked["own_device"])
            begun = actions.sign_in_with_code(asked["ref"], typed_code(form.code.data), browser)
            return arrive(begun, asked["next"])
        except Invalid as error:
            form.refuse(error)
    email = queries.asked_from(asked["ref"])
    status = 422 if form.errors else 200
    return page("accounts/code", status=status, form=form, errors=form.mistakes(), email=email)


@bp.post("/sign-in/again")
@public
def send_again() -> Response:
    """Send another letter, with one press and nothing to type."""
    asked = session.get("sign_in") or {}
    email = queries.asked_from(asked.get("ref", ""))
    if email is None:
        return go("accounts.sign_in")
    return send_letter(email, own_device=asked["own_device"], next_path=asked["next"], again=True)


@bp.route("/sign-in/link/<token>", methods=["GET", "POST"])
@by_link("sign_in")
def link(token: str) -> Response:
    """Show a button to whoever follows the link, be it a mail scanner; only pressing it signs in."""
    found = queries.living_request(token)
    if found is None:
        return page("accounts/link_ended", status=410)
    asked = session.get("sign_in") or {}
    is_here = asked.get("ref") == found.ref
    form = DeviceForm()
    if request.method != "POST":
        return page("accounts/link", form=form, email=found.email, is_here=is_here, token=token)
    own_device, next_path = (asked["own_device"], asked["next"]) if is_here else (form.is_own, found.next_path)
    try:
        return arrive(actions.sign_in_with_link(token, this_browser(own_device=own_device)), next_path)
    except Gone:
        return page("accounts/link_ended", status=410)


@bp.post("/sign-out")
@public
def sign_out() -> Response:
    """End this browser's sign-in. Pressed twice, or after it ran out, it says the same and asks nobody to sign in."""
    someone = known()
    if someone is not None:
        actions.sign_out(by=someone)
    session.clear()
    tell(_("You are signed out."))
    return forget(go("desk.front"), own_device=someone is not None and someone.own_device)


@bp.get("/account")
@requires(Permission.ACCOUNT_OWN)
def show() -> Response:
    """Who you are here, what you may do, and where you are signed in."""
    return page(
        "accounts/show",
        sign_ins=queries.sign_ins_of(person(), request.args.get("after")),
        council_roles=in_order(person().council_roles),
        second_factor=queries.second_factor_of(person().person_id) if person().is_council else None,
    )


@bp.route("/account/name", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_OWN)
def name() -> Response:
    """Say what to call you; the first question after the first sign-in."""
    someone = person()
    is_first = someone.name == someone.email
    form = NameForm(name="" if is_first else someone.name, next=safe_next(request.args.get("next")) or "")
    if request.method == "POST" and form.validate():
        actions.rename(form.name.data, by=someone)
        if not is_first:
            tell(_("Your name is changed."))
        return away(safe_next(form.next.data) or url_for("accounts.show"))
    status = 422 if form.errors else 200
    return page("accounts/name", status=status, form=form, errors=form.mistakes(), is_first=is_first)


@bp.get("/account/kept/<ref>")
@requires(Permission.ACCOUNT_OWN)
def kept(ref: str) -> Response:
    """What somebody was sending when their sign-in had ended, one press from where it was going."""
    return page("accounts/kept", kept=kept_for(person(), ref))


@bp.post("/account/sign-ins/<ref>/end")
@requires(Permission.ACCOUNT_OWN)
def end_sign_in(ref: str) -> Response:
    """End one of your sign-ins, on whatever device it is."""
    actions.end_sign_in(ref, by=person())
    tell(_("That sign-in has ended."))
    return go("accounts.show")


@bp.get("/roles")
@public
def roles() -> Response:
    """Every role, in a sentence, and what it may do."""
    groups = (
        (_("In an organisation’s team"), in_order(TEAM_ROLES)),
        (_("In the council and for it"), in_order(COUNCIL_ROLES)),
    )
    return page(
        "accounts/roles", groups=groups, everybody=[p for p in Permission if p in PERSON], permissions=list(Permission)
    )


def in_order(roles: frozenset[Role]) -> list[Role]:
    """The roles in the order of the permissions page."""
    return [role for role in Role if role in roles]


def this_browser(*, own_device: bool) -> Browser:
    """What this request says of the browser that sends it."""
    someone = known()
    agent = request.user_agent.string
    return Browser(request.remote_addr or "", agent, own_device, someone.sign_in_id if someone else None)


def send_letter(email: str, *, own_device: bool, next_path: str | None, again: bool = False) -> Response:
    """Send the letter, and remember in this browser alone that it was the one that asked."""
    client = request.remote_addr or ""
    asked = actions.ask_to_sign_in(email, own_device=own_device, next_path=next_path, client=client)
    session["sign_in"] = {"ref": asked.ref, "own_device": own_device, "next": next_path}
    if not asked.sent:
        tell(_("We have sent several e-mails to this address. Please use the newest one."), "warning")
    elif again:
        tell(_("We have sent another e-mail. The code in it ends the one before."))
    return go("accounts.code")


def arrive(begun: Begun, next_path: Any) -> Response:
    """On to where the person was going, with the cookie; council people by way of the second factor."""
    session.pop("sign_in", None)
    path = safe_next(next_path) or url_for("desk.front")
    answer = go("accounts.second_factor", next=path) if begun.is_half else onward(path, is_named=begun.is_named)
    return remember(answer, begun.token, own_device=begun.own_device)


def onward(path: str, *, is_named: bool) -> Response:
    """On to where a person was going; the first time by way of asking their name."""
    return away(path) if is_named else go("accounts.name", next=path)
