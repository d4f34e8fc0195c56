"""What is true of an application: its states and moves, when it may be written and sent."""

import datetime as dt
from collections.abc import Mapping

from portal.applications.declining import DECLINING
from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say
from portal.permissions import Permission as P

MACHINE = Machine(
    name="application",
    start="draft",
    states=(
        State("draft", Turn.PARTNER, N_("You are writing it"), N_("Being written")),
        State("submitted", Turn.COUNCIL, N_("Sent. We are checking it"), N_("To check")),
        State("changes_asked", Turn.PARTNER, N_("We have a question for you"), N_("Changes asked for")),
        State("not_eligible", Turn.NOBODY, N_("It could not go forward"), N_("Not eligible"), Dot.STOPPED),
        State("assessing", Turn.COUNCIL, N_("People are reading it"), N_("Being scored")),
        State("scored", Turn.COUNCIL, N_("The panel is deciding"), N_("Ready for the panel")),
        State("funded", Turn.NOBODY, N_("Funded"), N_("Funded"), Dot.DONE),
        State("part_funded", Turn.NOBODY, N_("Funded in part"), N_("Funded in part"), Dot.DONE),
        State("reserved", Turn.NOBODY, N_("On the reserve list"), N_("Reserve"), Dot.NONE),
        State("declined", Turn.NOBODY, N_("Not funded this time"), N_("Declined"), Dot.STOPPED),
        State("withdrawn", Turn.NOBODY, N_("You withdrew it"), N_("Withdrawn"), Dot.NONE),
    ),
    moves=(
        Move(
            "submit",
            ("draft",),
            "submitted",
            P.APPLICATION_SUBMIT,
            N_("Send application"),
            N_("{who} sent the application"),
        ),
        Move(
            "withdraw",
            ("draft", "submitted", "changes_asked", "assessing", "scored"),
            "withdrawn",
            P.APPLICATION_SUBMIT,
            N_("Withdraw application"),
            N_("{who} withdrew the application"),
        ),
        Move(
            "hand_in",
            ("draft",),
            "submitted",
            P.APPLICATION_KEY_IN,
            N_("Send it for them"),
            N_("{who} sent the application for them"),
        ),
        Move(
            "withdraw_for",
            ("draft", "submitted", "changes_asked", "assessing", "scored"),
            "withdrawn",
            P.APPLICATION_KEY_IN,
            N_("Withdraw it for them"),
            N_("{who} withdrew the application for them"),
        ),
        *DECLINING,
        Move(
            "accept",
            ("submitted",),
            "assessing",
            P.APPLICATION_TRIAGE,
            N_("Eligible"),
            N_("{who} found it eligible"),
        ),
        Move(
            "refuse",
            ("submitted",),
            "not_eligible",
            P.APPLICATION_TRIAGE,
            N_("Not eligible"),
            N_("{who} found it not eligible"),
        ),
        Move(
            "ask_changes",
            ("submitted",),
            "changes_asked",
            P.APPLICATION_TRIAGE,
            N_("Ask for changes"),
            N_("{who} asked for changes"),
        ),
        Move(
            "answer_changes",
            ("changes_asked",),
            "submitted",
            P.APPLICATION_SUBMIT,
            N_("Send your changes"),
            N_("{who} answered what was asked"),
        ),
        Move(
            "answer_changes_for",
            ("changes_asked",),
            "submitted",
            P.APPLICATION_KEY_IN,
            N_("Send the changes for them"),
            N_("{who} answered for them what was asked"),
        ),
        Move(
            "take_back_changes",
            ("changes_asked",),
            "submitted",
            P.APPLICATION_TRIAGE,
            N_("Take the request back"),
            N_("{who} took back what had been asked"),
        ),
        Move("finish_scoring", ("assessing",), "scored", None, N_("Scores are in"), N_("All scores were in")),
        Move(
            "fund",
            ("scored",),
            "funded",
            P.DECISION_RELEASE,
            N_("Fund"),
            N_("{who} released the letter: funded"),
        ),
        Move(
            "part_fund",
            ("scored",),
            "part_funded",
            P.DECISION_RELEASE,
            N_("Fund in part"),
            N_("{who} released the letter: funded in part"),
        ),
        Move(
            "reserve",
            ("scored",),
            "reserved",
            P.DECISION_RELEASE,
            N_("Reserve"),
            N_("{who} released the letter: reserve list"),
        ),
        Move(
            "decline",
            ("scored",),
            "declined",
            P.DECISION_RELEASE,
            N_("Decline"),
            N_("{who} released the letter: not funded"),
        ),
        Move(
            "promote",
            ("reserved",),
            "funded",
            P.DECISION_RELEASE,
            N_("Fund from the reserve list"),
            N_("{who} released the letter: funded, because money became free"),
        ),
    ),
)

MORE_WORDS = {
    "start": N_("{who} started the application"),
    "key_in": N_("{who} typed the application in for somebody else"),
    "copy": N_("{who} copied answers from an earlier application"),
    "save": N_("{who} saved a part of it"),
    "set_aside": N_("A text by {who} was set aside, because somebody else had saved meanwhile"),
    "choose": N_("{who} chose between two texts"),
    "take_questions": N_("{who} took the new questions"),
    "ask": N_("{who} asked for it to be sent"),
    "file_stopped": N_("A file in it did not pass our check, and is not kept"),
    "guest_invite": N_("{who} invited somebody to this application"),
    "guest_take_back": N_("{who} took an invitation to it back"),
    "guest_join": N_("{who} took up an invitation to it"),
    "guest_role": N_("{who} changed what a guest may do in it"),
    "guest_end": N_("{who} ended a guest’s access to it"),
    "guest_leave": N_("{who} gave up their access to it"),
    "take_typing": N_("{who} went on typing it in, in the place of a colleague"),
    "hand_on": N_("{who} gave it to somebody else to look after"),
    "remind": N_("{who} sent a reminder before the round closes"),
    "more_time": N_("{who} set another day for the changes"),
    "remind_changes": N_("{who} sent a reminder of the changes that were asked for"),
    "tell_moved": N_("{who} told those who write in it that the round closes at another time"),
}
PARTNERS_DEEDS = (
    *(verb for verb in MORE_WORDS if verb != "more_time"),
    *("submit", "withdraw", "hand_in", "withdraw_for", "answer_changes", "answer_changes_for"),
    *(move.name for move in DECLINING),
)
"""What people of the organisation do, or somebody for them; who at the council did the rest they do not read."""

DECLARATIONS = {
    "right": N_("What we have written is right, as far as we know"),
    "speaks": N_("I may speak for this organisation"),
    "purpose": N_("If we get a grant, we will spend it only on what is written here"),
}
"""What whoever sends an application declares as small grant schemes ask it."""

OLDER_QUESTIONS = Say(
    N_("Your application has newer questions now. Open this part again, and copy in what you need from here.")
)

DECIDED = ("funded", "part_funded", "reserved", "declined")
SENT = ("submitted", "changes_asked", "assessing", "scored", *DECIDED, "not_eligible")
"""The states in which the council can read it; a withdrawn one only if it was sent before."""
WRITABLE = ("draft", "changes_asked")
"""The states in which somebody of its team may write in it: all of a draft, and what the council asked about."""

WRITING = dt.timedelta(minutes=5)
"""Whoever saved so recently is taken to be still writing: pages save every few seconds of typing."""


def is_writing(saved_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether somebody who saved at that moment seems to be writing now."""
    return now - saved_at < WRITING


def last_moment(closes_at: dt.datetime, grace_minutes: int) -> dt.datetime:
    """The end of the grace that is given to people already on the last page."""
    return closes_at + dt.timedelta(minutes=grace_minutes)


def may_write(state: str, now: dt.datetime, closes_at: dt.datetime, grace_minutes: int) -> bool:
    """Whether answers can still be changed and sent: in a draft, until the round's grace ends."""
    return why_not_write(state, now, closes_at, grace_minutes) is None


def why_not_write(state: str, now: dt.datetime, closes_at: dt.datetime, grace_minutes: int) -> Say | None:
    """Why an application can no longer be changed or sent, or None while it can.

    A draft was started before its round closed (see `why_not_start`), so the grace is for drafts alone.
    """
    if state == "withdrawn":
        return Say(N_("This application was withdrawn. It cannot be changed any more."))
    if state != "draft":
        return Say(N_("This application was sent. It cannot be changed any more."))
    if now > last_moment(closes_at, grace_minutes):
        return Say(N_("This round has closed. The application cannot be changed or sent any more."))
    return None


def why_not_take_over(state: str, now: dt.datetime, last_to_type: dt.datetime) -> Say | None:
    """Why nobody goes on with what a colleague types in or has sent for somebody, or None while they can.

    Once it is sent they answer for it, and withdraw it where the group asks them to; not once it is judged.
    """
    return None if state in ("submitted", "changes_asked") else why_not_write(state, now, last_to_type, 0)


def why_not_start(now: dt.datetime, opens_at: dt.datetime, closes_at: dt.datetime) -> Say | None:
    """Why an application cannot be started now, or None when it can."""
    if now < opens_at:
        return Say(N_("This round is not open yet."))
    if now >= closes_at:
        return Say(N_("This round has closed."))
    return None


def wrong_answers(right: Mapping[str, str], given: Mapping[str, str]) -> list[str]:
    """The eligibility questions, by code, that were answered otherwise than an applicant must."""
    return [code for code, answer in right.items() if given.get(code) != answer]
