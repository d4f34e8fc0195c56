"""Letters to sign in with: made, found again, held, and their codes tried."""

from dataclasses import dataclass
from hmac import compare_digest

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.models import SignInRequest
from portal.accounts.rules import LETTER_LIFE, TRIES_MOST, USED_UP, WRONG, why_not_code
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import TooMany
from portal.kit.refs import digest, new_code, new_id, new_token
from portal.kit.text import N_, Say
from portal.permissions import PORTAL

LETTERS_USED_UP = Say(N_("We have sent several e-mails to this address. Wait an hour, then ask again."))
CODES_USED_UP = Say(N_("That is too many wrong codes. Use the link in the e-mail instead."))
FROM_HERE_USED_UP = Say(N_("Too many people are trying from where you are. Wait an hour, then try again."))


@dataclass(frozen=True, slots=True)
class Browser:
    """What we know of who asks: its network address, what it calls itself, whose it is, and its last sign-in here."""

    address: str
    agent: str
    own_device: bool = False
    replaces: int | None = None


def newest_living(session: Session, email: str) -> SignInRequest:
    """The newest letter to an address whose link still works. Raises TooMany where there is none."""
    found = session.scalar(
        select(SignInRequest)
        .where(SignInRequest.email == email, SignInRequest.ended_at.is_(None))
        .where(SignInRequest.expires_at > utc_now())
        .order_by(SignInRequest.id.desc())
        .limit(1)
    )
    if found is None:
        raise TooMany(LETTERS_USED_UP)
    return found


def new_request(
    session: Session, email: str, *, own_device: bool, next_path: str | None, is_whole: bool = False
) -> tuple[SignInRequest, str, str]:
    """A request with its code and its link's token; it ends those that came before.

    A whole one stands for the second factor as well.
    """
    now = utc_now()
    session.execute(
        update(SignInRequest).where(SignInRequest.email == email, SignInRequest.ended_at.is_(None)).values(ended_at=now)
    )
    ref, code, token = new_id(), new_code(), new_token()
    request = SignInRequest(
        ref=ref,
        email=email,
        code_digest=limits.keyed(ref, code),
        link_digest=digest(token),
        own_device=own_device,
        next_path=next_path,
        asked_at=now,
        expires_at=now + LETTER_LIFE,
        tries=0,
        is_whole=is_whole,
    )
    session.add(request)
    session.flush()
    return request, code, token


def held(session: Session, which: object) -> SignInRequest | None:
    """The request, held until the deed ends, so that of sixteen presses one signs in."""
    found: SignInRequest | None = session.scalar(select(SignInRequest).where(which).with_for_update())  # type: ignore[arg-type]
    return found


def why_not_this_code(
    session: Session, request: SignInRequest | None, code: str | None, browser: Browser
) -> Say | None:
    """Why this code does not sign in, or None where it does; a wrong one is written down."""
    if request is None:
        return WRONG
    ended = why_not_code(utc_now(), request.expires_at, request.ended_at is not None, request.tries)
    if ended:
        return ended
    if limits.used_up(session, limits.WRONG_CODES_FOR_ADDRESS, request.email):
        return CODES_USED_UP
    if limits.used_up(session, limits.WRONG_CODES_FROM_CLIENT, browser.address):
        return FROM_HERE_USED_UP
    if code is not None and compare_digest(limits.keyed(request.ref, code), request.code_digest):
        return None
    request.tries += 1
    limits.count(session, limits.WRONG_CODES_FOR_ADDRESS, request.email)
    limits.count(session, limits.WRONG_CODES_FROM_CLIENT, browser.address)
    note(request, "wrong_code", by=PORTAL)
    return USED_UP if request.tries >= TRIES_MOST else WRONG
