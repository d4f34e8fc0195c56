"""The letters that sign somebody in, and those that say what has changed about their account."""

from portal.accounts.models import Person, SignInRequest
from portal.accounts.rules import LETTER_LIFE
from portal.kit.text import N_
from portal.mail.actions import post
from portal.permissions import Role, Someone

SET_UP = N_("An authenticator app was set up for your account.")
CHANGED = N_("The authenticator app of your account was changed.")
RESET = N_("An administrator has reset your authenticator app. You set it up again when you next sign in.")
NEW_CODES = N_("New recovery codes were made for your account. The old ones no longer work.")
RECOVERED = N_("A recovery code was used to get into your account.")


def sign_in(request: SignInRequest, *, code: str, token: str) -> None:
    """Send the code and the link. Known and unknown addresses get the same letter."""
    post(
        to=request.email,
        template="accounts/mail/sign_in",
        about=request,
        secret=True,
        code=code,
        token=token,
        minutes=int(LETTER_LIFE.total_seconds()) // 60,
    )


def second_factor(person: Person, what: str, *, left: int | None = None) -> None:
    """Say what has happened to somebody's second factor, so that they notice if it was somebody else."""
    post(to=person.email, template="accounts/mail/second_factor", about=person, what=what, left=left)


def role_given(person: Person, role: Role, *, by: Someone) -> None:
    """Say which role somebody holds now, and how they sign in with it."""
    post(to=person.email, template="accounts/mail/role_given", about=person, role=role, by=by.name)


def role_taken(person: Person, role: Role, *, by: Someone) -> None:
    """Say which role somebody no longer holds."""
    post(to=person.email, template="accounts/mail/role_taken", about=person, role=role, by=by.name)
