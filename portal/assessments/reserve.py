"""What is true of a reserve list: how money that came free goes to the next on it, and who has to agree.

The portal proposes and two people decide: one adopts the proposal as theirs, another confirms it.
"""

from portal.assessments.letters import MARK
from portal.kit.money import pounds
from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.permissions import Permission as P

PROMOTION = Machine(
    name="promotion",
    start="suggested",
    states=(
        State("suggested", Turn.COUNCIL, N_("On the reserve list"), N_("Proposed by the portal")),
        State("proposed", Turn.COUNCIL, N_("On the reserve list"), N_("Waits for a second approver")),
        State("confirmed", Turn.COUNCIL, N_("On the reserve list"), N_("Confirmed. Its letter waits")),
        State("released", Turn.NOBODY, N_("Funded"), N_("Letter released"), Dot.DONE),
        State("dropped", Turn.NOBODY, N_("On the reserve list"), N_("Left on the reserve list"), Dot.STOPPED),
    ),
    moves=(
        Move(
            "adopt",
            ("suggested", "proposed"),
            "proposed",
            P.DECISION_PROPOSE,
            N_("Propose to fund it"),
            N_("{who} proposed to fund it from the reserve list: {outcome}"),
        ),
        Move(
            "confirm",
            ("proposed",),
            "confirmed",
            P.DECISION_CONFIRM,
            N_("Confirm"),
            N_("{who} confirmed that it is funded from the reserve list: {outcome}"),
        ),
        Move(
            "release",
            ("confirmed",),
            "released",
            P.DECISION_RELEASE,
            N_("Release the letter"),
            N_("{who} released the letter: money became free"),
        ),
        Move(
            "pass_over",
            ("suggested", "proposed", "confirmed"),
            "dropped",
            P.DECISION_CONFIRM,
            N_("Leave it on the reserve list"),
            N_("{who} left it on the reserve list"),
        ),
        Move(
            "lapse",
            ("suggested", "proposed", "confirmed"),
            "dropped",
            None,
            N_("It left the reserve list"),
            N_("The partner left the reserve list"),
        ),
    ),
)

OPEN = ("suggested", "proposed", "confirmed")
"""The states in which a promotion holds money of the round's budget, beside what decisions hold."""


def draft(organisation: str, round_title: str) -> list[Say | str]:
    """The paragraphs of the letter to whom money became free for, with the decision's place in them."""
    return [
        Say(N_("Dear {organisation},"), organisation=organisation),
        Say(
            N_("We wrote to you that your application to {round} was on our reserve list. Money has become free."),
            round=round_title,
        ),
        MARK,
        N_("Please tell us if your plan has changed since you wrote to us. We are glad to talk about it."),
        N_("Thank you for waiting."),
    ]


def why_not_fund(asked: int, left: int | None) -> Say | None:
    """Why an application on the list cannot be funded now, all pence that it asks for; None where it can.

    `left` is None for somebody who may not know how much there is: they are told when they try.
    """
    if not asked:
        return Say(N_("This application asks for no amount, so it cannot be funded."))
    if left is not None and asked > left:
        return Say(
            N_("It asks for {asked}, and {left} is left. Nobody on the list gets a part."),
            asked=pounds(asked),
            left=pounds(left),
        )
    return None
