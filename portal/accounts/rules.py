"""What is true of signing in: what an address looks like, how long things last, and which browser this is."""

import datetime as dt
import re

from portal.kit.text import N_, Say, one_line

LETTER_LIFE = dt.timedelta(minutes=10)
REQUEST_KEPT = dt.timedelta(days=1)
TRIES_MOST = 5
IDLE = dt.timedelta(minutes=30)
SHARED_LIFE = dt.timedelta(hours=12)
OWN_LIFE = dt.timedelta(days=30)
SIGN_IN_KEPT = dt.timedelta(days=90)
"""How long requests and sign-ins are kept once they are over; the privacy notice says so too."""

LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
CODE = re.compile(r"\d{6}")

WRONG = Say(N_("That is not the code in our newest e-mail. Check it and try again."))
ENDED = Say(N_("That code has ended. Press “Send it again” for a new one."))
USED_UP = Say(N_("That was the last try for this code. Use the link in the e-mail, or press “Send it again”."))

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
"""What to look for in a User-Agent, in this order, because each one also claims to be those after it."""


def normal_email(text: str) -> str | None:
    """The address as it is kept, in lower case and its domain in ASCII; None for what is no address."""
    local, at, domain = one_line(text).lower().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    sound = bool(at) and len(local) <= 64 and bool(LOCAL.fullmatch(local))
    sound = sound and len(labels) > 1 and all(LABEL.fullmatch(label) for label in labels)
    address = f"{local}@{ascii_domain}"
    return address if sound and not labels[-1].isdigit() and len(address) <= 254 else None


def typed_code(text: str) -> str | None:
    """The six digits of a code, however they were spaced; None for anything else."""
    digits = re.sub(r"[\s-]", "", text)
    return digits if CODE.fullmatch(digits) and digits.isascii() else None


def why_not_code(now: dt.datetime, expires_at: dt.datetime, ended: bool, tries: int) -> Say | None:
    """Why no code can be taken for this letter any more, or None while it can."""
    if tries >= TRIES_MOST:
        return USED_UP
    return ENDED if ended or now >= expires_at else None


def is_alive(now: dt.datetime, expires_at: dt.datetime, ended: bool) -> bool:
    """Whether a letter's link still signs in. Wrong codes do not end it: nobody can guess 256 bits."""
    return not ended and now < expires_at


def signed_in_until(began: dt.datetime, now: dt.datetime, own_device: bool) -> dt.datetime:
    """When a sign-in runs out: 30 days from its start on a person's own device.

    On a shared computer after 30 idle minutes, and 12 hours from its start whatever happens.
    """
    return began + OWN_LIFE if own_device else min(now + IDLE, began + SHARED_LIFE)


def client_of(user_agent: str) -> str:
    """The browser in a few words, as “Chrome on Android”; an empty text when it does not say."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if browser and system else browser or system
