"""What is true of assessments and decisions: their states and moves, and who may do what to which."""

from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_
from portal.permissions import Permission as P

ASSESSMENT = Machine(
    name="assessment",
    start="shared",
    states=(
        State("shared", Turn.COUNCIL, N_("Being read"), N_("To score")),
        State("finished", Turn.NOBODY, N_("Read"), N_("Scored"), Dot.DONE),
        State("stood_down", Turn.NOBODY, N_("Being read"), N_("Does not read it any more"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "finish",
            ("shared",),
            "finished",
            P.ASSESSMENT_SCORE,
            N_("Finish scoring"),
            N_("{who} finished scoring"),
        ),
        Move(
            "stand_down",
            ("shared",),
            "stood_down",
            P.ASSESSMENT_SCORE,
            N_("I have a conflict of interest"),
            N_("{who} stood down for a conflict of interest"),
        ),
        Move(
            "take_back",
            ("finished",),
            "shared",
            P.ASSESSMENT_SCORE,
            N_("Correct your scores"),
            N_("{who} took their scores back to correct them"),
        ),
        Move(
            "call_off",
            ("shared",),
            "stood_down",
            P.ASSESSMENT_SHARE,
            N_("Call the third reading off"),
            N_("{who} called a third reading off, and wrote a note instead"),
        ),
    ),
)

DECISION = Machine(
    name="decision",
    start="proposed",
    states=(
        State("proposed", Turn.COUNCIL, N_("The panel is deciding"), N_("Waits for a second approver")),
        State(
            "returned",
            Turn.COUNCIL,
            N_("The panel is deciding"),
            N_("Sent back to the proposer"),
            Dot.STOPPED,
        ),
        State("confirmed", Turn.COUNCIL, N_("The panel is deciding"), N_("Confirmed. Its letter waits")),
        State("released", Turn.NOBODY, N_("Decided"), N_("Letter released"), Dot.DONE),
    ),
    moves=(
        Move(
            "propose_again",
            ("proposed", "returned"),
            "proposed",
            P.DECISION_PROPOSE,
            N_("Change proposal"),
            N_("{who} changed the proposal: {outcome}"),
        ),
        Move(
            "send_back",
            ("proposed", "confirmed"),
            "returned",
            P.DECISION_CONFIRM,
            N_("Send back"),
            N_("{who} sent the proposal back"),
        ),
        Move(
            "confirm",
            ("proposed",),
            "confirmed",
            P.DECISION_CONFIRM,
            N_("Confirm"),
            N_("{who} confirmed the decision: {outcome}"),
        ),
        Move(
            "release",
            ("confirmed",),
            "released",
            P.DECISION_RELEASE,
            N_("Release letter"),
            N_("{who} released the letter"),
        ),
    ),
)

OUTCOMES = {
    "fund": N_("Fund"),
    "part_fund": N_("Fund in part"),
    "reserve": N_("Reserve"),
    "decline": N_("Decline"),
}
PAYING = ("fund", "part_fund")
GAP_MOST = 1
"""Two scores on a criterion may differ by this much; a gap of two or more calls a third reviewer, or a moderation
note (domain.md 2.5)."""

TAKEN_BACK_MOST = 9
"""How often a reviewer may take their finished scores back to correct them."""
