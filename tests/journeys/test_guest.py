"""A lead lets somebody from outside write in one draft, and ends that while they type: nothing they typed is lost."""

import pytest

from portal.applications.guesting import ACCESS_ENDED
from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import applying, outbox
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (320, False), id="postgres-plain-320"),
]
EMAIL, NAME = "joan.bright@example.net", "Joan Bright"
TEAM = "Hyde Park Tea and Tech"
HELP = f"Help with an application of {TEAM}"
PART, QUESTION = "What stands in their way", "What will you do about them?"
WHO = "Who can see and write this"
LATE = "A sentence that came too late."
REFUSED = "the server responded with a status of 409"


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_a_guest_writes_in_one_application(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    amina, joan = come("amina"), come(name=NAME, trouble=(REFUSED,))
    path = f"/applications/{draft.ref}"
    invites(amina, path)
    accepts(joan)
    writes(joan)
    sees_nothing_else(joan)
    finds_what_the_guest_wrote(amina, path)
    is_writing_again(joan, path)
    ends_it(amina, path)
    is_told_and_keeps_the_words(joan, path)


def invites(amina: Visitor, path: str) -> None:
    """From the application's page to the e-mail, with a slip on the way."""
    amina.opens(path)
    amina.follows("Invite somebody to write with you, or to read")
    amina.is_on("Invite somebody to this application")
    amina.types("E-mail address", "joan.bright")
    amina.presses("Send the invitation")
    amina.hears_of_errors("Type an e-mail address in full, like name@example.org.", "Choose what they may do.")
    amina.has_in("E-mail address", "joan.bright")
    amina.types("E-mail address", EMAIL)
    amina.chooses("What may they do?", "Read it and write in it")
    amina.presses_twice("Send the invitation")
    amina.is_on(WHO)
    amina.reads(f"We have sent an invitation to {EMAIL}.", "Invited, and not here yet")
    assert outbox.subjects_to(EMAIL) == ["Amina Yusuf asks you to help with an application"]
    amina.take_picture("who can see and write it")


def accepts(joan: Visitor) -> None:
    """Open the link, sign in with a code, say a name, and say yes; a second time it has ended."""
    link = outbox.link_in(outbox.newest_to(EMAIL))
    joan.opens(link)
    joan.is_on(HELP)
    joan.reads("Amina Yusuf invites you.", "You can read all of it and write in every part.")
    joan.follows("Sign in")
    applying.signs_in_by_code(joan, EMAIL)
    applying.says_their_name(joan, NAME)
    joan.is_on(HELP)
    joan.presses("Go to the application")
    joan.is_on("An application")
    joan.reads("Welcome. You find this application again in your account.", "0 of 9 parts done")
    joan.opens(link)
    joan.is_on("This link has ended")
    joan.reads("This invitation was used already: it works once.")


def writes(joan: Visitor) -> None:
    """Find it again from the home page, and write."""
    joan.goes_to("Home")
    joan.follows("Applications of others that you help with")
    joan.is_on("Shared with you")
    joan.follows(applying.ROUND)
    joan.follows(PART)
    joan.ticks("Not knowing how")
    joan.types(QUESTION, "One to one, at their pace.")
    joan.presses("Save and come back later")
    joan.reads("Saved. Come back whenever you like.", "1 of 9 parts done")
    joan.take_picture("an application for its guest")


def sees_nothing_else(joan: Visitor) -> None:
    """Nothing of the team, and nothing to send."""
    joan.reads_nothing_of("Tom Barker", "Your team", "Check and send", "Withdraw this application")


def finds_what_the_guest_wrote(amina: Visitor, path: str) -> None:
    """The lead sees who wrote where."""
    amina.opens(path)
    amina.reads(f"{NAME} is writing here just now", f"{NAME} took up an invitation to it")
    amina.follows(PART)
    amina.has_in(QUESTION, "One to one, at their pace.")


def is_writing_again(joan: Visitor, path: str) -> None:
    """Open the part once more."""
    joan.opens(f"{path}/parts/barriers")
    joan.is_on(PART)


def ends_it(amina: Visitor, path: str) -> None:
    """On the page of that guest."""
    amina.opens(path)
    amina.follows("Change who can see and write this")
    amina.follows(NAME)
    amina.chooses("What may they do?", "Nothing any more")
    amina.presses("Save")
    amina.is_on(WHO)
    amina.reads("Their access has ended.", "Nobody yet.")


def is_told_and_keeps_the_words(joan: Visitor, path: str) -> None:
    """What was typed meanwhile is on the page, to copy; nothing else of the application is."""
    joan.types(QUESTION, LATE)
    joan.presses("Save and come back later")
    joan.is_on("This could not be saved")
    joan.reads(str(ACCESS_ENDED), LATE)
    joan.take_picture("access has ended")
    joan.opens(path)
    joan.is_on("Page not found")
    assert outbox.subjects_to(EMAIL)[-1] == "You cannot see an application any more"
