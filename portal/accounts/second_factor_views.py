"""The second factor: given with each sign-in, set up the first time, changed and recovered."""

from typing import Any

from flask import Response, request, session, url_for
from flask_babel import gettext as _

from portal.accounts import queries, second_factor
from portal.accounts.forms import AppCodeForm, NewAppForm, OtherAppForm, RecoveryForm
from portal.accounts.once import pending_secret, show_once, shown_once
from portal.accounts.queries import SecondFactor
from portal.accounts.squares import squares
from portal.accounts.totp import in_groups, setting_up
from portal.accounts.views import bp, onward
from portal.kit.errors import Invalid, NotThere, WrongState
from portal.permissions import Permission, Someone
from portal.web.forms import Form
from portal.web.guards import by_halves, requires
from portal.web.identity import halfway, person
from portal.web.pages import away, go, page, safe_next, tell


@bp.route("/sign-in/authenticator", methods=["GET", "POST"], endpoint="second_factor")
@by_halves
def give() -> Response:
    """Ask for the code of the authenticator app; the first time, have one set up."""
    form, someone = AppCodeForm(next=asked_next()), halfway()
    if someone is None:
        return away(after(form))
    if queries.second_factor_of(someone.person_id) is None:
        return go("accounts.set_up", next=after(form))
    if request.method == "POST" and form.validate():
        try:
            second_factor.confirm(form.authenticator_code.data, by=someone)
            return onward(after(form), is_named=is_named(someone))
        except Invalid as error:
            form.refuse(error)
    return ask("accounts/second_factor", form, email=someone.email)


@bp.route("/sign-in/recovery-code", methods=["GET", "POST"])
@by_halves
def recover() -> Response:
    """Take a recovery code instead, from somebody who does not have their phone."""
    form, someone = RecoveryForm(next=asked_next()), halfway()
    if someone is None or queries.second_factor_of(someone.person_id) is None:
        return go("accounts.second_factor", next=after(form))
    if request.method == "POST" and form.validate():
        try:
            left = second_factor.recover(form.recovery_code.data, by=someone)
            tell(_("You used a recovery code. You have %(left)s left.", left=left))
            return onward(after(form), is_named=is_named(someone))
        except Invalid as error:
            form.refuse(error)
    return ask("accounts/recover", form)


@bp.route("/sign-in/authenticator/new", methods=["GET", "POST"])
@by_halves
def set_up() -> Response:
    """Set up an authenticator app, the first time somebody with a council role signs in."""
    form, someone = NewAppForm(next=asked_next()), halfway()
    if someone is None or queries.second_factor_of(someone.person_id) is not None:
        return go("accounts.second_factor", next=after(form))
    secret = pending_secret(someone)
    if request.method == "POST" and form.validate():
        try:
            show_once(second_factor.set_up(secret, form.new_code.data, by=someone), someone)
            return go("accounts.recovery_codes", next=after(form))
        except WrongState:
            return go("accounts.second_factor", next=after(form))
        except Invalid as error:
            form.refuse(error)
    return ask("accounts/set_up", form, **picture(secret, someone))


@bp.route("/account/authenticator", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_OWN)
def change_authenticator() -> Response:
    """Use another authenticator app from now on, for whoever has the one before or a recovery code."""
    form, someone = OtherAppForm(), person()
    theirs(someone)
    secret = pending_secret(someone)
    if request.method == "POST" and form.validate():
        try:
            second_factor.change(secret, form.new_code.data, form.authenticator_code.data, by=someone)
            session.pop("authenticator", None)
            tell(_("Your new authenticator app counts from now on. Your other sign-ins have ended."))
            return go("accounts.show")
        except Invalid as error:
            form.refuse(error)
    return ask("accounts/change_authenticator", form, **picture(secret, someone))


@bp.route("/account/recovery-codes", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_OWN)
def recovery_codes() -> Response:
    """Show new recovery codes once, and make others for a fresh code of the app."""
    form, someone = AppCodeForm(next=asked_next()), person()
    left = theirs(someone).codes_left
    if request.method == "POST" and form.validate():
        try:
            show_once(second_factor.make_codes(form.authenticator_code.data, by=someone), someone)
            return go("accounts.recovery_codes")
        except Invalid as error:
            form.refuse(error)
    codes = shown_once(someone) if request.method == "GET" else []
    onward_to = after(form) if is_named(someone) else url_for("accounts.name", next=after(form))
    return ask("accounts/recovery_codes", form, left=left, codes=list(map(in_groups, codes)), onward_to=onward_to)


def asked_next() -> str:
    """Where somebody was going when they were asked for more; empty where nowhere in particular."""
    return safe_next(request.args.get("next")) or ""


def after(form: Form) -> str:
    """Where to go once this is done."""
    return safe_next(form.next.data) or url_for("desk.front")


def is_named(someone: Someone) -> bool:
    """Whether we know what to call them."""
    return someone.name != someone.email


def theirs(someone: Someone) -> SecondFactor:
    """What a person has set up. Raises NotThere where that is nothing."""
    found = queries.second_factor_of(someone.person_id)
    if found is None:
        raise NotThere()
    return found


def picture(secret: str, someone: Someone) -> dict[str, Any]:
    """A secret as a picture for a telephone, as a link for the telephone itself, and as letters to type."""
    says = setting_up(secret, someone.email)
    return {"squares": squares(says), "says": says, "letters": in_groups(secret)}


def ask(template: str, form: Form, **more: Any) -> Response:
    """A page that asks for a code."""
    status = 422 if form.errors else 200
    return page(template, status=status, form=form, errors=form.mistakes(), **more)
