"""How a partner gives up what they were told: an offer, or a place on the reserve list."""

from portal.kit.states import Move
from portal.kit.text import N_
from portal.permissions import Permission as P

DECLINING = (
    Move(
        "turn_down",
        ("funded", "part_funded"),
        "withdrawn",
        P.APPLICATION_SUBMIT,
        N_("Turn the offer down"),
        N_("{who} turned the offer down"),
    ),
    Move(
        "turn_down_for",
        ("funded", "part_funded"),
        "withdrawn",
        P.APPLICATION_KEY_IN,
        N_("Turn the offer down for them"),
        N_("{who} turned the offer down for them"),
    ),
    Move(
        "leave_list",
        ("reserved",),
        "withdrawn",
        P.APPLICATION_SUBMIT,
        N_("Leave the reserve list"),
        N_("{who} left the reserve list"),
    ),
    Move(
        "leave_list_for",
        ("reserved",),
        "withdrawn",
        P.APPLICATION_KEY_IN,
        N_("Leave the reserve list for them"),
        N_("{who} left the reserve list for them"),
    ),
)
"""Each by somebody who leads, and by who typed the application in for them."""


def declines(state: str, *, is_typing: bool) -> str | None:
    """The name of the move by which such an application is given up; None where there is nothing to give up."""
    there = [move.name for move in DECLINING if state in move.from_]
    return there[is_typing] if there else None
