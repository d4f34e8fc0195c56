"""An officer asks about two answers, a lead changes one of them, and the officer reads before and after."""

import pytest
from playwright.sync_api import expect

from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (320, False), id="sqlite-plain-320"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]
PLAN, STARTS = "How will you do it?", "When do you want to start?"
NOTE = "Who helps on Tuesdays? And could you start in March?"
NEW = "Every Tuesday, three helpers and one tea urn."
REPLY = "We can start when we said: the hall is ours then."


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_changes_that_were_asked_for(come: Come, cast: dict[str, Someone]) -> None:
    application = drafts.sent(cast["amina"])
    joyce, amina = come("joyce"), come("amina")
    asks(joyce, application.ref)
    finds_the_question(amina)
    changes_one_answer(amina)
    sends_the_changes(amina)
    reads_before_and_after(joyce, application.ref)


def asks(joyce: Visitor, ref: str) -> None:
    """From the application's page; nothing chosen is said, and the words stay."""
    joyce.opens(f"/review/applications/{ref}")
    joyce.follows("Ask for changes before you say it")
    joyce.is_on("Ask for changes")
    joyce.types("What do you need?", NOTE)
    joyce.presses("Ask and open the next one")
    joyce.hears_of_errors("Choose at least one question")
    joyce.has_in("What do you need?", NOTE)
    joyce.ticks(PLAN, STARTS)
    joyce.presses("Ask and open the next one")
    joyce.reads("We have told the partner by e-mail.")


def finds_the_question(amina: Visitor) -> None:
    """It waits on their first page."""
    amina.opens("/home")
    amina.reads("We have a question for you", "Please answer by")
    amina.follows("Tea, cake and tablets")
    amina.reads(NOTE, "Only the questions that we ask about are open again.")
    amina.follows("See the questions and answer them")
    amina.is_on("What we ask you about your application")
    amina.reads("Not changed")


def changes_one_answer(amina: Visitor) -> None:
    """On the part's page, which has the two questions alone; with script it is saved as they type."""
    amina.follows("Change What you will do")
    amina.is_on("What you will do")
    expect(amina.main.get_by_label(PLAN)).to_have_count(1)
    expect(amina.main.get_by_label("Tell us in short what you want to do")).to_have_count(0)
    amina.types(PLAN, NEW)
    if amina.script:
        expect(amina.page.locator("#saved")).to_contain_text("Saved at")
        amina.page.reload()
        amina.has_in(PLAN, NEW)
    amina.presses("Save and continue")
    amina.is_on("What we ask you about your application")


def sends_the_changes(amina: Visitor) -> None:
    """With a word about the answer that stays."""
    expect(amina.main.locator("del")).to_contain_text("two")
    expect(amina.main.locator("ins")).to_contain_text("three")
    amina.types("Do you want to tell us something about it?", REPLY)
    amina.presses_twice("Send your changes")
    amina.reads("Your changes have arrived.", "We look at them by")


def reads_before_and_after(joyce: Visitor, ref: str) -> None:
    """The inbox says that it came back; before and after stand side by side on the application's page."""
    joyce.opens("/inbox?queue=to_triage")
    joyce.reads("came back with changes")
    joyce.follows("Tea, cake and tablets")
    joyce.reads("It came back with changes", REPLY, "Before", "After", "Not changed")
    expect(joyce.main.locator("del")).to_have_text("Taken out: two (end)")
    expect(joyce.main.locator("ins")).to_have_text("New: three (end)")
    joyce.take_picture("before and after")
