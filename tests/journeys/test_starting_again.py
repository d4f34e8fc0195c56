"""A lead takes an application back, says why, leaves the extra questions out, and starts again from a copy."""

import pytest

from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import applying
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (320, False), id="sqlite-plain-320"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]
WHY = "Our hall is closed until the summer."


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_starting_again(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.filled(cast["amina"])
    amina = come("amina")
    sends_it_and_leaves_the_questions_out(amina, draft.ref)
    asks_for_a_pdf(amina, draft.ref)
    takes_it_back(amina, draft.ref)
    starts_from_a_copy(amina)
    finds_it_all_there(amina)
    reads_why(come("joyce"), draft.ref)


def sends_it_and_leaves_the_questions_out(amina: Visitor, ref: str) -> None:
    """One press, and they are gone for good."""
    amina.opens(f"/applications/{ref}/send")
    amina.ticks("What we have written is right", "I may speak for this organisation", "If we get a grant")
    amina.presses("Send application")
    amina.is_on("Your application has arrived")
    amina.reads("Six questions, if you like")
    amina.follows("See the questions")
    amina.is_on("Six questions, if you like")
    amina.chooses("Are half or more of them women?", "Yes")
    amina.presses("Leave them out")
    amina.is_on("Your application has arrived")
    amina.reads("That is fine. Nothing more to do.")
    amina.reads_nothing_of("Six questions")


def asks_for_a_pdf(amina: Visitor, ref: str) -> None:
    """It is being made; there is no worker here, so that it stays so."""
    amina.follows("Read, print or save a copy of your answers")
    amina.follows("Save these answers as a PDF")
    amina.is_on("The answers as a PDF")
    amina.presses_twice("Make the PDF")
    amina.reads("Your PDF is being made.")
    amina.follows("Look whether it is ready")
    amina.reads("Your PDF is being made.")


def takes_it_back(amina: Visitor, ref: str) -> None:
    """With a word why."""
    amina.opens(f"/applications/{ref}")
    amina.follows("Withdraw this application")
    amina.is_on("Withdraw this application?")
    amina.types("Why do you withdraw it?", WHY)
    amina.presses("Withdraw application")
    amina.is_on("Tea, cake and tablets")
    amina.reads("You withdrew the application.", WHY)


def starts_from_a_copy(amina: Visitor) -> None:
    """The check before it is asked anew, and nothing is sent."""
    amina.follows("Start again from a copy")
    amina.is_on("Start again from a copy")
    amina.reads("Nothing is sent until you send it.")
    amina.follows(applying.ROUND)
    applying.answers_the_check(amina)
    amina.is_on("Good news: you can apply")
    amina.reads("answers come along")
    amina.presses_twice("Start your application")


def finds_it_all_there(amina: Visitor) -> None:
    """Every answer, as it was."""
    amina.is_on("Tea, cake and tablets")
    amina.reads("9 of 9 parts done")
    amina.follows("What did not fit from the earlier application")
    amina.is_on("What came along, and what did not")
    amina.reads("Everything fitted.")


def reads_why(joyce: Visitor, ref: str) -> None:
    """The council reads what they said."""
    joyce.opens(f"/review/applications/{ref}")
    joyce.is_on("Tea, cake and tablets")
    joyce.reads(WHY)
