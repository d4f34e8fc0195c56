"""What is true of signing in: what an address looks like, how long things last, and which browser this is."""

import datetime as dt
import re

from portal.kit.text import N_, Say
from portal.permissions import COUNCIL_ROLES, Role

LETTER_LIFE = dt.timedelta(minutes=10)
REQUEST_KEPT = dt.timedelta(days=1)
TRIES_MOST = 5
IDLE = dt.timedelta(minutes=30)
SHARED_LIFE = dt.timedelta(hours=12)
OWN_LIFE = dt.timedelta(days=30)
SIGN_IN_KEPT = dt.timedelta(days=90)
"""How long requests and sign-ins are kept once they are over; the privacy notice says so too."""
HALF_LIFE = dt.timedelta(minutes=30)
"""So long somebody has for the second factor, and for setting it up, whosever device it is."""

CODE = re.compile(r"\d{6}")

WRONG = Say(N_("That is not the code in our newest e-mail. Check it and try again."))
ENDED = Say(N_("That code has ended. Press “Send it again” for a new one."))
USED_UP = Say(N_("That was the last try for this code. Use the link in the e-mail, or press “Send it again”."))

NOT_THE_CODE = Say(N_("That is not the code in your app. Wait for the next one, and type that."))
NOT_THIS_CODE = Say(N_("That is not the code for this picture. Wait for the next one, and type that."))
CODE_WAS_USED = Say(N_("That code was used before. Wait for the next one, and type that."))
CODES_OF_APP_USED_UP = Say(N_("That is too many wrong codes. Use a recovery code, or wait an hour."))
NO_RECOVERY_CODE = Say(N_("That is none of your recovery codes, or it was used before."))
RECOVERY_USED_UP = Say(N_("That is too many wrong codes. Sign out, sign in again, and try once more."))
THERE_IS_ONE = Say(N_("You have set up an authenticator app already."))
NOT_YOUR_OWN = Say(N_("Another administrator has to do this for you."))
LAST_ADMINISTRATOR = Say(N_("This is the last administrator. First make somebody else one."))

WHY_ENDED = {
    "roles": Say(N_("Your roles have changed, so we signed you out. Sign in again to go on.")),
    "authenticator": Say(N_("Your authenticator app has changed, so we signed you out. Sign in again to go on.")),
}
"""Why a sign-in was ended for somebody, by its reason."""

HISTORY = {
    "join": N_("{who} came to the portal"),
    "add": N_("{who} added this person"),
    "give_role": N_("{who} gave the role “{role}”"),
    "take_role": N_("{who} took away the role “{role}”"),
    "set_up_authenticator": N_("{who} set up an authenticator app"),
    "change_authenticator": N_("{who} changed the authenticator app"),
    "reset_authenticator": N_("{who} reset the authenticator app"),
    "use_recovery_code": N_("{who} used a recovery code"),
    "make_recovery_codes": N_("{who} made new recovery codes"),
}
"""The sentence for each deed that an administrator reads about a person."""

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


def needs_second_factor(roles: frozenset[Role]) -> bool:
    """Whether whoever holds these roles is let in only with the code of an authenticator app as well."""
    return bool(roles & COUNCIL_ROLES)


def client_of(user_agent: str) -> str:
    """The browser in a few words, as “Chrome on Android”; an empty text when it does not say."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if browser and system else browser or system
