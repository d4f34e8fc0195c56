"""Codes of authenticator apps (RFC 6238: six digits, a new one every 30 seconds), and codes to recover with."""

import datetime as dt
import re
import secrets
from hmac import compare_digest

from pyotp import TOTP, random_base32

from portal.kit.refs import LETTERS

ISSUER = "Join the Dots"
SECONDS = 30
DRIFT = 1
"""So many steps may a telephone's clock be ahead or behind."""

RECOVERY_CODES = 10
RECOVERY_LETTERS = 12
GROUP = 4


def new_secret() -> str:
    """160 random bits, as authenticator apps read them (base32)."""
    return random_base32(32)


def step_at(now: dt.datetime) -> int:
    """The number of the 30 seconds that we are in."""
    return int(now.timestamp()) // SECONDS


def code_at(secret: str, step: int) -> str:
    """The code that an app shows during a step."""
    return TOTP(secret).generate_otp(step)


def matching_step(secret: str, code: str | None, now: dt.datetime) -> int | None:
    """The newest step near now whose code this is, or None. All are compared, so that time tells nothing."""
    here = step_at(now)
    near = range(here - DRIFT, here + DRIFT + 1)
    matching = [step for step in near if compare_digest(code_at(secret, step), code or "")]
    return max(matching, default=None)


def setting_up(secret: str, email: str) -> str:
    """What the square picture says to an app, and a link says to the telephone that it is opened on."""
    return TOTP(secret, name=email, issuer=ISSUER).provisioning_uri()


def in_groups(text: str) -> str:
    """Letters in groups of four, for people who copy them by hand."""
    return " ".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def new_recovery_codes() -> list[str]:
    """Ten codes of 12 letters (58 random bits each), without letters that are misread."""
    return ["".join(secrets.choice(LETTERS) for _ in range(RECOVERY_LETTERS)) for _ in range(RECOVERY_CODES)]


def typed_recovery_code(text: str) -> str | None:
    """A recovery code however it was spaced and in whichever case; None for what cannot be one."""
    letters = re.sub(r"[\s-]", "", text).upper()
    return letters if len(letters) == RECOVERY_LETTERS and set(letters) <= set(LETTERS) else None
