"""What is true of an organisation's documents: which there are, which run out, and when its leads are reminded."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from portal.kit.states import Dot
from portal.kit.text import N_, Say

REMINDED_DAYS = (7, 30)
"""So many days before a document runs out its leads are told, once each."""
YEARS_MOST = 10


class Ends(Enum):
    """Whether a document runs out."""

    NEVER = "never"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of document: its code, its name, what it is in plain words, and whether it runs out."""

    code: str
    title: str
    about: str
    ends: Ends


SORTS = {
    sort.code: sort
    for sort in (
        Sort(
            "governing",
            N_("Governing document"),
            N_("Your rules or constitution: what you are for, who runs it, and where the money goes if you close."),
            Ends.NEVER,
        ),
        Sort(
            "accounts",
            N_("Accounts"),
            N_("What came in and went out in your last year. If you are new, what you expect in 12 months."),
            Ends.MAY,
        ),
        Sort(
            "safeguarding",
            N_("Safeguarding policy"),
            N_("How you keep children, and adults at risk, safe. Only if you work with them."),
            Ends.MAY,
        ),
        Sort(
            "insurance",
            N_("Insurance"),
            N_("The certificate of your public liability insurance, if you have one."),
            Ends.MUST,
        ),
    )
}

HISTORY = {
    "give_document": N_("{who} gave a document"),
    "replace_document": N_("{who} gave a newer document in place of an old one"),
    "take_back_document": N_("{who} took a document back"),
    "document_stopped": N_("A document did not pass our check, and is not kept."),
    "remind_document": N_("The leads were told that a document ends soon."),
}
WITH_SORTS = {
    "give_document": N_("{who} gave a document: {sort}"),
    "replace_document": N_("{who} gave a newer document: {sort}"),
    "take_back_document": N_("{who} took a document back: {sort}"),
    "document_stopped": N_("A document did not pass the check: {sort}"),
    "remind_document": N_("The leads were told that a document ends soon: {sort}"),
}
"""The same deeds where a sentence can say which document it was."""

DAY_NEEDED = N_("Enter the day on which it ends, like 31 March 2027")
DAY_WRONG = N_("Enter a day, month and year, like 31 March 2027")
DAY_PASSED = N_("This day has passed. Send the document that counts today.")
DAY_FAR = Say(N_("This day is more than {years} years away. Check the year."), years=YEARS_MOST)
CHANGED = Say(N_("Somebody in your team gave another document meanwhile. Look at it before you send yours."))


def why_not_until(sort: Sort, ends: dt.date | None, today: dt.date) -> Say | None:
    """What stands against the day on which a document ends; None for one that fits."""
    if ends is None:
        return Say(DAY_NEEDED) if sort.ends is Ends.MUST else None
    if ends < today:
        return Say(DAY_PASSED)
    return DAY_FAR if ends > today + dt.timedelta(days=366 * YEARS_MOST) else None


def due_reminder(ends: dt.date, today: dt.date, reminded: int | None) -> int | None:
    """Of how many days before its end the leads are told today; None where they were told, or it is not time."""
    left = (ends - today).days
    due = next((days for days in REMINDED_DAYS if 0 <= left <= days), None)
    return due if due is not None and (reminded is None or due < reminded) else None


def standing(state: str, ends: dt.date | None, today: dt.date) -> tuple[Dot, Say]:
    """How a document stands, as a dot and a word: by its file's state, and by the day on which it ends."""
    if state == "waiting":
        return Dot.NOW, Say(N_("We are checking it"))
    if state != "ready":
        return Dot.STOPPED, Say(N_("It did not pass our check. Please send another one."))
    if ends is not None and ends < today:
        return Dot.STOPPED, Say(N_("Out of date"))
    if ends is not None and (ends - today).days <= max(REMINDED_DAYS):
        return Dot.NOW, Say(N_("Runs out soon"))
    return Dot.DONE, Say(N_("We have it"))
