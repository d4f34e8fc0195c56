"""Two colleagues apply together: both write at once, one question is theirs to choose, and the lead sends it."""

import pytest
from playwright.sync_api import expect

from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor
from tests.journeys.test_nothing_lost import PLAN, SUMMARY, leads_to_the_choice, writes_in

TITLE = "What do you call your project?"
WAYS = [
    pytest.param("sqlite", (320, False), id="sqlite-plain-320"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]


def leaves_it_saved(visitor: Visitor) -> None:
    """Go back to the task list with all that was typed."""
    visitor.presses("Save and come back later")
    visitor.reads("Saved. Come back whenever you like.")


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_two_colleagues_apply_together(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.filled(cast["amina"])
    amina, tom = come("amina"), come("tom")
    writes_in(amina, draft)
    writes_in(tom, draft)
    tom.types(SUMMARY, "Tom's summary.")
    amina.types(PLAN, "Amina's plan.")
    leaves_it_saved(tom)
    leaves_it_saved(amina)
    amina.reads("Amina Yusuf", "Tom Barker", "Invite a colleague to your team")
    writes_in(amina, draft)
    amina.has_in(SUMMARY, "Tom's summary.")
    amina.has_in(PLAN, "Amina's plan.")
    writes_in(tom, draft)
    tom.has_in(PLAN, "Amina's plan.")
    tom.types(TITLE, "Tea with Tom")
    leaves_it_saved(tom)
    amina.types(TITLE, "Tea with Amina")
    leads_to_the_choice(amina)
    amina.reads("by Tom Barker, while you had it open.", "Tea with Tom")
    expect(amina.page.locator("fieldset.clash")).to_have_count(1)
    amina.take_picture("two texts of one question")
    amina.chooses(TITLE, "Keep the text of Tom Barker")
    amina.presses("Save and go on")
    amina.has_in(TITLE, "Tea with Tom")
    amina.page.goto(f"/applications/{draft.ref}")
    amina.reads("Tom Barker is writing here just now")
    amina.take_picture("who else writes")
