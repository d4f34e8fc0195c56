"""The letter that signs somebody in."""

from portal.accounts.models import SignInRequest
from portal.accounts.rules import LETTER_LIFE
from portal.mail.actions import post


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
