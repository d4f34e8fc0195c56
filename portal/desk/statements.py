"""What the statements in every page's foot say that has to stay true: days, cookies, and how long things are kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from portal.accounts import kept, limits
from portal.accounts.rules import OWN_LIFE, REQUEST_KEPT, SIGN_IN_KEPT
from portal.applications import printing
from portal.db.session import FORMS_KEPT
from portal.kit.text import N_, Say
from portal.mail.actions import link
from portal.messages.rules import KEPT_MONTHS
from portal.programme.queries import CouncilWords

ACCESSIBILITY_PREPARED = dt.date(2026, 11, 22)
ACCESSIBILITY_REVIEWED = dt.date(2026, 11, 26)
PRIVACY_CHANGED = dt.date(2026, 11, 27)

SECURITY_TRUE_FOR = dt.timedelta(days=90)
"""So long who has read where to write to may rely on it."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Something that the worker deletes by itself: what it is, after how long (a number counts months), since when."""

    what: str
    after: dt.timedelta | int
    since: str


FORGOTTEN = (
    Forgotten(
        N_("What you asked for when you signed in: your e-mail address, and the page you wanted"),
        REQUEST_KEPT,
        N_("{time} after the code in the e-mail ends"),
    ),
    Forgotten(
        N_("The browsers you signed in with, and when"),
        SIGN_IN_KEPT,
        N_("{time} after the sign-in runs out"),
    ),
    Forgotten(
        N_("A form that you sent after you were signed out"),
        kept.LIFE,
        N_("{time} after you sent it"),
    ),
    Forgotten(
        N_("A mark for each try to sign in, and for each message or request. Nobody can read from it who it was"),
        limits.SPAN,
        N_("{time} after the try"),
    ),
    Forgotten(
        N_("A mark for each form you sent, so that it counts once. Nobody can read the form from it"),
        FORMS_KEPT,
        N_("{time} after you sent it"),
    ),
    Forgotten(
        N_("A PDF of an application that you or we asked for"),
        printing.KEPT,
        N_("{time} after it was made"),
    ),
    Forgotten(
        N_("What you asked us on the contact page, and our answer"),
        KEPT_MONTHS,
        N_("{time} after you wrote, once we have dealt with it"),
    ),
)


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie that the portal sets: its name here, what it is for, and how long it lives."""

    name: str
    what_for: str
    life: Say


SIGNED_IN_LIFE = N_(
    "It ends when you sign out. On a shared computer it ends with the browser, on your own device after {days} days."
)
FORM_HOLDS = N_(
    "Protects the forms. It holds which code you asked for, your answers to the check before you apply, the number of "
    "your last question to us, and our last message. If you work for the council, it also holds how you last narrowed "
    "your inbox. The key of a new app and its recovery codes are in it until you have seen them. Those are locked."
)


def cookies(signed_in: str, form: str) -> tuple[Cookie, ...]:
    """Every cookie that the portal sets, by the names they have here. It sets no other."""
    return (
        Cookie(
            signed_in,
            N_("Keeps you signed in."),
            Say(SIGNED_IN_LIFE, days=OWN_LIFE.days),
        ),
        Cookie(
            form,
            FORM_HOLDS,
            Say(N_("It ends when you close the browser.")),
        ),
    )


def security_fields(council: CouncilWords, now: dt.datetime) -> Iterator[tuple[str, str]]:
    """The fields of security.txt (RFC 9116): the contact page first, because it needs no e-mail account."""
    yield "Contact", link("messages.contact")
    if council.email:
        yield "Contact", f"mailto:{council.email}"
    yield "Expires", f"{now.date() + SECURITY_TRUE_FOR}T00:00:00Z"
    yield "Preferred-Languages", "en"
    yield "Canonical", link("desk.security_txt")
