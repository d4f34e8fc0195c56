"""What makes two applications look like one: the reasons, how strong each is, and how a suspicion is settled."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.permissions import Permission as P

SUSPICION = Machine(
    name="suspicion",
    start="open",
    states=(
        State("open", Turn.COUNCIL, N_("Sent. We are checking it"), N_("Are they the same?")),
        State("cleared", Turn.NOBODY, N_("Sent. We are checking it"), N_("Not the same"), Dot.DONE),
        State("confirmed", Turn.NOBODY, N_("Sent. We are checking it"), N_("The same"), Dot.STOPPED),
        State("lapsed", Turn.NOBODY, N_("Sent. We are checking it"), N_("Not alike any more"), Dot.NONE),
    ),
    moves=(
        Move(
            "clear",
            ("open",),
            "cleared",
            P.APPLICATION_TRIAGE,
            N_("No, they are not the same"),
            N_("{who} said that the two are not the same"),
        ),
        Move(
            "confirm",
            ("open",),
            "confirmed",
            P.APPLICATION_TRIAGE,
            N_("Yes, they are the same"),
            N_("{who} said that the two are the same"),
        ),
        Move(
            "ask_again",
            ("cleared", "confirmed"),
            "open",
            P.APPLICATION_TRIAGE,
            N_("Look at it again"),
            N_("{who} opened the question again"),
        ),
        Move(
            "find_more",
            ("cleared", "lapsed"),
            "open",
            None,
            N_("More is alike"),
            N_("The portal found more that is alike"),
        ),
        Move(
            "lapse",
            ("open",),
            "lapsed",
            None,
            N_("Nothing is alike any more"),
            N_("The portal found nothing alike any more"),
        ),
    ),
)
MORE_WORDS = {"find": N_("The portal found that the two look alike")}

REASONS = {
    "twice": N_("One organisation, and two applications in this round"),
    "charity": N_("Same charity number: {value}"),
    "company": N_("Same company number: {value}"),
    "words": N_("Nearly the same words: {percent}% of the answers of one stand in the other"),
    "email": N_("Same e-mail address"),
    "phone": N_("Same telephone number"),
    "name": N_("Same name"),
    "postcode": N_("Same postcode: {value}. Groups in one building share it too"),
}
"""The kinds of reasons, the weightiest first. A bank account's fingerprint becomes one more once accounts are held."""
WEAK = frozenset({"name", "postcode"})
"""Of these it takes two to make anybody look: many groups meet in one building, and many have a name like others."""
SAID = frozenset({"charity", "company", "postcode"})
"""What is kept with a reason. A person's address or number is not kept again: the page shows it where it stands."""
REGISTERED = frozenset({"charity", "company"})
"""What a register gives to one body alone."""
SHARED_BY_MOST = 10
"""Anything else that more organisations have, as the e-mail address of who helps them all, tells nothing of two."""
YEARS_BACK = dt.timedelta(days=2 * 366)
"""So long ago the other one may have been sent."""
STANDING = (
    *("submitted", "assessing", "scored", "not_eligible"),
    *("funded", "part_funded", "reserved", "declined"),
)
"""The states in which an application is looked at: it was sent, and nobody writes in it."""

REASON_NEEDED = N_("Say how you know. Colleagues read it, the partners do not.")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two applications look like one: a kind of REASONS, with a number or a postcode, or a share of the words."""

    kind: str
    value: str = ""
    percent: int = 0

    @property
    def words(self) -> Say:
        """The reason in a sentence."""
        return Say(REASONS[self.kind], value=self.value, percent=self.percent)

    def kept(self) -> dict[str, Any]:
        """As it is kept in a column of JSON."""
        return {"kind": self.kind, "value": self.value if self.kind in SAID else "", "percent": self.percent}


def reasons_in(kept: Iterable[Mapping[str, Any]]) -> list[Reason]:
    """The reasons of a column of JSON; of a kind that is not known any more nothing is said."""
    return [Reason(each["kind"], each["value"], each["percent"]) for each in kept if each["kind"] in REASONS]


def in_order(reasons: Iterable[Reason]) -> list[Reason]:
    """Reasons, one of each kind, the weightiest first."""
    by_kind = {each.kind: each for each in reasons}
    return [by_kind[kind] for kind in REASONS if kind in by_kind]


def is_weak(kinds: Collection[str]) -> bool:
    """Whether these reasons alone should make nobody look: a single weak one."""
    return len(kinds) < 2 and WEAK.issuperset(kinds)


def needs_reason(move: str, *, weak: bool) -> bool:
    """Whether somebody who settles a suspicion has to say how they know; not to clear away a weak one."""
    return move == "confirm" or not weak
