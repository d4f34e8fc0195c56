"""A reviewer without a mouse: from the inbox through two applications, read, scored and finished, and one corrected."""

import pytest
from playwright.sync_api import expect

from portal.applications.models import Application
from portal.assessments import actions
from portal.db.session import db
from portal.permissions import Someone
from tests.assessments import steps
from tests.journeys.conftest import Come
from tests.journeys.keyboard import Keyboard

WAYS = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (1280, False), id="postgres-plain-1280"),
]
CRITERIA = 5


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_reviewing_by_keys_alone(come: Come, cast: dict[str, Someone]) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 2, "assessing")
    steps.declared(round_, cast, "daniel", "ruth")
    actions.share_out(round_, by=cast["joyce"])
    mine = [each for each in steps.readings() if each.reviewer_id == cast["daniel"].person_id]
    first, second = (db.session.get_one(Application, each.application_id).title for each in mine)
    db.session.rollback()  # a browser takes longer than a transaction may idle
    keys = Keyboard(come("daniel"))
    keys.visitor.opens("/inbox")
    keys.follows(first, to=first)
    goes_there_and_back(keys, first, second)
    scores(keys, arrows=3, reason="They know their street.")
    keys.goes_to("Save for later")
    keys.presses("Enter")
    keys.visitor.reads("1 of 2 to score")
    expect(keys.page.get_by_role("radio", name="3", exact=True).first).to_be_checked()
    keys.follows("Finish scoring", to=second)
    keys.goes_to("Finish scoring")
    keys.presses("Enter")
    keys.visitor.hears_of_errors("Need and furthest first: choose 0 to 5 points")
    keys.goes_to("Need and furthest first: choose 0 to 5 points")
    keys.presses("Enter")
    keys.is_at("0")
    scores(keys, arrows=2, reason="The plan is thin.")
    keys.goes_to("Finish scoring")
    keys.presses("Enter")
    keys.visitor.reads("You have scored everything that you were given.")
    keys.visitor.opens(f"/review/assessments/{mine[1].ref}")
    keys.visitor.take_picture("finished")
    keys.follows("Correct your scores", to=second)
    keys.visitor.reads("You can correct your scores now.")
    expect(keys.page.get_by_role("radio", name="2", exact=True).first).to_be_checked()


def goes_there_and_back(keys: Keyboard, first: str, second: str) -> None:
    """On to the next in the queue, and back to the one before, in their places."""
    keys.visitor.reads("1 of 2 to score")
    keys.follows("The one after", to=second)
    keys.visitor.reads("2 of 2 to score")
    keys.follows("The one before", to=first)


def scores(keys: Keyboard, arrows: int, reason: str) -> None:
    """Points by the arrows, and a reason, on every criterion: a stop for each circle line and each box."""
    for number in range(CRITERIA):
        if keys.words != "0":
            keys.goes_to("0")
        for _ in range(arrows):
            keys.presses("ArrowRight")
        keys.is_at(f"{arrows}")
        keys.tabs()
        assert keys.words.startswith("Your reason:"), number
        keys.types(reason)
