"""What the council does: check, declare conflicts of interest, share out, score by keyboard, decide, release."""

import re
from collections.abc import Mapping

from playwright.sync_api import expect
from sqlalchemy import select

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments.models import Assessment
from portal.db.session import db
from portal.demo.cast import BY_KEY
from tests.journeys.applying import ROUND
from tests.journeys.people import Visitor
from tests.town import SIGNING_CIRCLE

REVIEWERS = ("ruth", "daniel", "hannah")
CRITERIA = ("need", "change", "plan", "costs", "safe")
TAB_STOPS_MOST = 60
PART = "£1,800"
WHY = {
    "need": "They know who is left out, and why.",
    "change": "We could see the change they name.",
    "plan": "We know who does what, and when.",
    "costs": "Most prices are checked.",
    "safe": "Passwords and tablets are looked after.",
}
REASONS = "The people are those we want to reach first. We pay for four tablets and see how they are used."


def opens_from_inbox(visitor: Visitor, title: str, heading: str) -> None:
    """From the inbox to one thing that waits there."""
    visitor.goes_to("Inbox")
    visitor.is_on("for you")
    visitor.follows(title)
    visitor.is_on(heading)


def finds_eligible(visitor: Visitor, title: str) -> None:
    """Read an application, and let it go on."""
    opens_from_inbox(visitor, title, title)
    visitor.reads("Do you owe us a report on an earlier grant?", "They said: No.")
    for line in visitor.main.get_by_role("radio", name="Passes", exact=True).all():
        line.check()
    visitor.chooses("Can this application go on?", "Yes, it is eligible")
    visitor.presses("Send and open the next one")
    visitor.reads(f"{title} goes on to the reviewers. We have told the partner by e-mail.")


def declares_no_conflict(visitor: Visitor) -> None:
    """Read the names of all applicants, and declare."""
    opens_from_inbox(visitor, ROUND, "Do you have a conflict of interest?")
    visitor.presses("Declare")
    visitor.reads("It is written down that you have no conflict of interest in this round.")


def declares_what_is_known(visitor: Visitor) -> None:
    """The portal knows that Ruth is in the signing circle's team, and lets her take no tick away."""
    opens_from_inbox(visitor, ROUND, "Do you have a conflict of interest?")
    box = visitor.main.get_by_role("checkbox", name=SIGNING_CIRCLE)
    expect(box).to_be_checked()
    expect(box).to_be_disabled()
    visitor.presses("Declare")
    visitor.reads("Thank you. It is written down, and nothing of these organisations will reach you.")


def shares_out(visitor: Visitor) -> None:
    """One press, evenly, and never to somebody in conflict."""
    opens_from_inbox(visitor, ROUND, "Share out to reviewers")
    visitor.reads("3 reviewers have declared")
    visitor.presses("Share out")
    visitor.reads("Shared out: 2 applications.")


def readers_of(ref: str) -> list[str]:
    """The keys of those who have to read an application, in the order in which they were called."""
    db.session.rollback()
    emails = db.session.scalars(
        select(Person.email)
        .join(Assessment, Assessment.reviewer_id == Person.id)
        .join(Application, Application.id == Assessment.application_id)
        .where(Application.ref == ref)
        .order_by(Assessment.id)
    )
    keys = {member.email: key for key, member in BY_KEY.items()}
    return [keys[email] for email in emails]


def scores_by_keyboard(visitor: Visitor, title: str, points: Mapping[str, int]) -> None:
    """Open the application, and give points with their reasons without ever touching a mouse."""
    opens_from_inbox(visitor, title, title)
    visitor.reads("Six tablets with covers", "Need and furthest first")
    keys = visitor.page.keyboard
    tabs_to(visitor, f"points-{CRITERIA[0]}")
    for code in CRITERIA:
        assert visitor.focus == f"points-{code}"
        keys.press("Space") if points[code] == 0 else press_often(visitor, "ArrowRight", points[code])
        keys.press("Tab")
        assert visitor.focus == f"reason-{code}"
        keys.type(reason_for(code, points[code]))
        keys.press("Tab")
    if visitor.script:
        expect(visitor.page.locator("#saved")).to_contain_text("Saved at")
    tabs_to(visitor, "finish")
    keys.press("Enter")
    visitor.reads(f"{title}: your scores are in.")


def reason_for(code: str, points: int) -> str:
    """What a reviewer gives as the reason."""
    return f"{WHY[code]} {points} of 5."


def press_often(visitor: Visitor, key: str, times: int) -> None:
    """Press a key so many times."""
    for _ in range(times):
        visitor.page.keyboard.press(key)


def tabs_to(visitor: Visitor, name: str) -> None:
    """Press Tab until the field or button of that name has the focus."""
    for _ in range(TAB_STOPS_MOST):
        if visitor.focus == name:
            return
        visitor.page.keyboard.press("Tab")
    raise AssertionError(f"no {name} within {TAB_STOPS_MOST} stops")


def proposes_a_part(visitor: Visitor, title: str) -> None:
    """See the ranking against the budget, read the case, and propose."""
    visitor.goes_to("Rounds")
    visitor.is_on("Rounds")
    visitor.follows(ROUND)
    visitor.is_on(ROUND)
    visitor.follows("Panel: ranking and decisions")
    visitor.is_on("Panel ranking")
    visitor.reads("1 waits for a proposal", "£60,000")
    visitor.follows(title)
    visitor.is_on(title)
    visitor.reads("All scores", reason_for("need", 2), "How far it reaches")
    visitor.chooses("What do you propose?", "Fund in part")
    visitor.types("How much, where it is a part?", PART)
    visitor.types("Reasons", REASONS)
    expect(visitor.field("Letter")).to_have_value(re.compile(re.escape(reason_for("need", 5))))
    visitor.presses("Propose")
    visitor.reads("Proposed: Fund in part. £58,200 is left in the budget.", "You proposed this decision.")
    expect(visitor.button("Confirm")).to_have_count(0)


def confirms(visitor: Visitor, title: str) -> None:
    """Be the second approver: read what was proposed, and confirm it."""
    opens_from_inbox(visitor, title, title)
    visitor.reads(f"Fund in part: {PART}", REASONS)
    visitor.presses("Confirm")
    visitor.reads("Confirmed. The partner hears nothing until the letters are released.")


def reads_and_releases_the_letters(visitor: Visitor) -> None:
    """Read each letter as its partner will, make sure, and let them go."""
    visitor.follows("Letters of this round")
    visitor.is_on("Letters")
    visitor.reads("1 letter waits.", f"We will give {PART} of £2,150.50", reason_for("need", 5))
    visitor.follows("Release 1 letter")
    visitor.is_on("Release 1 letter")
    visitor.reads("1 e-mail goes to their lead.")
    visitor.presses_twice("Release 1 letter")
    visitor.reads("1 letter released. It is on its way.", "No letter waits")
