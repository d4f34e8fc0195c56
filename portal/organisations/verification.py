"""What is true of checking an organisation: its states and moves, the checklist, and by when it is our turn to answer.

The checklist is what small-grant schemes ask of every recipient (domain.md 2.2), in proportion to what is at stake.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.organisations.rules import Details
from portal.permissions import Permission as P

WORKING_DAYS = 10
WORDS_MOST = 250

VERIFICATION = Machine(
    name="verification",
    start="unverified",
    states=(
        State("unverified", Turn.COUNCIL, N_("We are checking it"), N_("To verify")),
        State("more_needed", Turn.PARTNER, N_("We need more from you"), N_("More needed from the partner")),
        State("verified", Turn.NOBODY, N_("Verified"), N_("Verified"), Dot.DONE),
        State("refused", Turn.NOBODY, N_("Not verified"), N_("Refused"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "verify",
            ("unverified", "more_needed"),
            "verified",
            P.ORGANISATION_VERIFY,
            N_("It is verified"),
            N_("{who} verified the organisation"),
        ),
        Move(
            "ask_more",
            ("unverified", "more_needed"),
            "more_needed",
            P.ORGANISATION_VERIFY,
            N_("We need more from them"),
            N_("{who} asked the partner for more"),
        ),
        Move(
            "refuse",
            ("unverified", "more_needed"),
            "refused",
            P.ORGANISATION_VERIFY,
            N_("It cannot be verified"),
            N_("{who} refused the organisation"),
        ),
        Move(
            "answer",
            ("more_needed", "unverified"),
            "unverified",
            P.ORGANISATION_EDIT,
            N_("Send the answer"),
            N_("{who} answered for the partner"),
        ),
        Move(
            "ask_again",
            ("refused",),
            "unverified",
            P.ORGANISATION_EDIT,
            N_("Ask us to look again"),
            N_("{who} asked for another look"),
        ),
        Move(
            "reopen",
            ("verified", "refused"),
            "unverified",
            P.ORGANISATION_VERIFY,
            N_("Open the check again"),
            N_("{who} opened the check again"),
        ),
        Move(
            "change_identity",
            ("verified",),
            "unverified",
            P.ORGANISATION_EDIT,
            N_("Save"),
            N_("{who} changed who the organisation is, so the check is open again"),
        ),
    ),
)

PARTNER_WORDS = {
    "verify": N_("The council verified the organisation"),
    "ask_more": N_("The council asked for more"),
    "refuse": N_("The council did not verify the organisation, and gave its reasons"),
    "answer": N_("{who} wrote to the council about the check"),
    "ask_again": N_("{who} asked the council to look again"),
    "reopen": N_("The council opened the check again"),
    "change_identity": N_("{who} changed its name, kind or numbers, so the council checks it again"),
}
"""The same moves as the partner reads them: who it was at the council is not what they need to know."""

COUNCIL_WORDS = {
    "check": N_("{who} went on with the checklist"),
    "merge": N_("{who} merged this record into another one"),
    "take_in": N_("{who} merged another record into this one"),
    "stand_again": N_("{who} took this record apart from another one again"),
    "let_go": N_("{who} took another record apart from this one again"),
}
"""Deeds that are no moves, and that only the council reads."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist: as the council ticks it off, and as the partner is asked for it."""

    code: str
    label: str
    asks: str


CHECKLIST = (
    Item(
        "governing",
        N_("Governing document that says what happens to the money if it closes"),
        N_("Your rules or constitution. They have to say what happens to the money if you close."),
    ),
    Item(
        "committee",
        N_("Three or more people run it who are not related and do not live together"),
        N_("Who runs your organisation: at least three people who are not related and do not live together."),
    ),
    Item(
        "bank",
        N_("Bank account in its own name, and two people who are not related agree to each payment"),
        N_("A bank account in your organisation’s name. Two people who are not related agree to each payment."),
    ),
    Item(
        "accounts",
        N_("Accounts, or a forecast where it is new"),
        N_("Your last accounts. If you are new, what you expect to take in and spend in 12 months."),
    ),
    Item(
        "number",
        N_("Number found in the public register under the same name, or none needed"),
        N_("Your charity or company number. We could not find it in the register under your name."),
    ),
    Item("address", N_("Address where post reaches it"), N_("An address where post reaches you.")),
    Item(
        "safeguarding",
        N_("Safeguarding policy, where it works with children or adults at risk"),
        N_("Your safeguarding policy, because you work with children or with adults at risk."),
    ),
)
ASKS = {item.code: item.asks for item in CHECKLIST}
OUTCOMES = {"yes": N_("Yes"), "no": N_("No"), "not_needed": N_("Not needed")}
KEEP = "keep"
DECISIONS = {
    KEEP: N_("Not yet: only keep the checklist"),
    "verify": N_("It is verified"),
    "ask_more": N_("We need more from them"),
    "refuse": N_("It cannot be verified"),
}

IDENTITY = ("name", "legal_form", "charity_number", "company_number")
"""What a check was about. A change of any of these after it opens the check again."""

SAY_YES_OR_NO = N_("Say yes, no or not needed. An organisation is verified once every line is settled.")
STILL_NO = N_("This line says no. An organisation is verified once every line is settled.")
SAY_WHY = N_("Say in a few words why, and how you know.")
NOTHING_MISSING = N_("Say no to what is missing, or write what you need.")
REASONS_NEEDED = N_("Give your reasons. The partner reads these words.")
CONFLICT = Say(N_("You are or were in this organisation’s team, so somebody else has to check it."))


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody found on one line of the checklist; an empty outcome where they have not looked yet."""

    outcome: str = ""
    note: str = ""


def due_on(since: dt.date) -> dt.date:
    """The last of ten working days after a day. Only weekends are left out, so that anybody can count it."""
    day, left = since, WORKING_DAYS
    while left:
        day += dt.timedelta(days=1)
        left -= day.weekday() < 5
    return day


def is_open(state: str) -> bool:
    """Whether an organisation in this state can still be decided on."""
    return bool({"verify", "refuse"} & {move.name for move in VERIFICATION.open_moves(state)})


def missing(marks: Mapping[str, Mark]) -> list[str]:
    """The lines that say no, in the order of the checklist."""
    return [item.code for item in CHECKLIST if marks.get(item.code, Mark()).outcome == "no"]


def problems(decision: str, marks: Mapping[str, Mark], words: str) -> dict[str, str]:
    """What stands in the way of a decision: a sentence for each field of the form. Empty where nothing does."""
    found = {}
    for item in CHECKLIST:
        mark = marks.get(item.code, Mark())
        if mark.outcome in ("no", "not_needed") and not mark.note:
            found[f"note_{item.code}"] = SAY_WHY
        if decision == "verify" and mark.outcome in ("", "no"):
            found[f"check_{item.code}"] = STILL_NO if mark.outcome else SAY_YES_OR_NO
    if decision == "ask_more" and not missing(marks) and not words:
        found["words"] = NOTHING_MISSING
    if decision == "refuse" and not words:
        found["words"] = REASONS_NEEDED
    return found


def is_someone_else(before: Details, after: Details) -> bool:
    """Whether a change of details is one of who the organisation is, and not only of how it is reached."""
    return any(getattr(before, name) != getattr(after, name) for name in IDENTITY)
