"""What is true of asking to join a team: the states of a request, and for how long it waits."""

import datetime as dt

from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.permissions import Permission as P

REQUEST_LIFE = dt.timedelta(days=30)
LINE_MOST = 300
SEARCH_LEAST = 3
FOUND_MOST = 6

JOINING = Machine(
    name="request to join",
    start="waiting",
    states=(
        State("waiting", Turn.PARTNER, N_("Waits for a lead"), N_("Waits for a lead")),
        State("accepted", Turn.NOBODY, N_("In the team"), N_("In the team"), Dot.DONE),
        State("declined", Turn.NOBODY, N_("Declined"), N_("Declined"), Dot.STOPPED),
        State("withdrawn", Turn.NOBODY, N_("Withdrawn"), N_("Withdrawn"), Dot.NONE),
        State("expired", Turn.NOBODY, N_("Nobody answered"), N_("Nobody answered"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "accept",
            ("waiting",),
            "accepted",
            P.TEAM_MANAGE,
            N_("Let them join"),
            N_("{who} let somebody join the team"),
        ),
        Move(
            "decline",
            ("waiting",),
            "declined",
            P.TEAM_MANAGE,
            N_("Decline"),
            N_("{who} declined somebody who asked to join"),
        ),
        Move(
            "let_in",
            ("waiting",),
            "accepted",
            P.ORGANISATION_VERIFY,
            N_("Make them its lead"),
            N_("{who} let somebody lead a team that had no lead"),
        ),
        Move(
            "turn_down",
            ("waiting",),
            "declined",
            P.ORGANISATION_VERIFY,
            N_("Decline"),
            N_("{who} declined somebody who asked to join"),
        ),
        Move(
            "withdraw",
            ("waiting",),
            "withdrawn",
            P.ACCOUNT_OWN,
            N_("Withdraw it"),
            N_("{who} withdrew the request"),
        ),
        Move("overtake", ("waiting",), "accepted", None, "", N_("They joined in another way")),
        Move("expire", ("waiting",), "expired", None, "", N_("Nobody answered for 30 days")),
    ),
)

ALREADY_YOURS = Say(N_("You are in this team already."))
ANSWERED = Say(N_("Somebody has answered this request already. Nothing more is needed."))
"""What the later of two leads is told, with who it was standing beside it on the page."""
TOO_MANY_FOUND = Say(N_("You have looked for many organisations. Wait an hour, then go on."))
TOO_MANY_ASKED = Say(N_("You have asked to join many teams. Wait an hour, then go on."))


def outward(postcode: str) -> str:
    """The part of a postcode that names a district: SW1A. Nobody finds a house by it."""
    return postcode.split()[0] if postcode else ""
