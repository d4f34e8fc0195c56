"""Somebody calls; an officer types their application in, sends it, and they take it over."""

import pytest

from portal.applications.models import Application
from portal.db.session import db
from portal.kit.dates import london_day, utc_now
from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import applying, outbox
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (320, False), id="postgres-plain-320"),
]
CLUB = "Harehills Knit and Natter"
EMAIL = "betty.wood@example.net"


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_for_somebody_else(come: Come, cast: dict[str, Someone]) -> None:
    joyce = come("joyce")
    finds_nobody_and_registers_them(joyce)
    says_how_it_came(joyce)
    types_a_part_in(joyce)
    db.session.rollback()
    draft = db.session.query(Application).one()
    fills_in_the_rest(draft, cast["joyce"])
    sends_it_for_them(joyce, draft.ref)
    cannot_judge_it(joyce, draft.ref)
    takes_it_over(come(name="Betty Wood"), draft.ref)
    reads_who_typed_it(come("martin"), draft.ref)


def finds_nobody_and_registers_them(joyce: Visitor) -> None:
    """From the menu to an organisation that was not here."""
    joyce.goes_to("For others")
    joyce.is_on("Applications for others")
    joyce.reads("It has to come before")
    joyce.follows(applying.ROUND)
    joyce.is_on("Whose application is it?")
    joyce.types("Name of the organisation, or its charity or company number", CLUB)
    joyce.presses("Look for it")
    joyce.reads("We have not found it")
    joyce.follows("Register it for them")
    joyce.is_on("Register an organisation for them")
    joyce.has_in("Name of the organisation", CLUB)
    joyce.presses("Register it")
    joyce.hears_of_errors("Choose what kind of organisation it is.", "Type the postcode.")
    joyce.chooses("What kind of organisation is it?", "Constituted group without a number")
    joyce.types("Address for post", "2 Wool Lane, Leeds")
    joyce.types("Postcode", "ls8 5aa")
    joyce.presses("Register it")


def says_how_it_came(joyce: Visitor) -> None:
    """By phone, today, from whom; and whether they can apply."""
    joyce.is_on(f"Type in an application for {CLUB}")
    joyce.chooses("How did it come?", "By phone")
    joyce.types("On which day did it come?", "the other day")
    joyce.types("Full name of the person who speaks for the organisation", "Betty Wood")
    joyce.types("Their e-mail address", EMAIL)
    for question, right in applying.RIGHT.items():
        joyce.chooses(question, right)
    joyce.presses("Go on to their answers")
    joyce.hears_of_errors("Enter a day, month and year, like 1 February 2027")
    joyce.has_in("Their e-mail address", EMAIL)
    joyce.types("On which day did it come?", f"{london_day(utc_now()):%d %B %Y}")
    joyce.presses("Go on to their answers")


def types_a_part_in(joyce: Visitor) -> None:
    """The same pages as everybody's, with a line that says for whom."""
    joyce.is_on("Your application")
    joyce.reads(f"You type this in for {CLUB}", "0 of 9 parts done")
    joyce.follows("What stands in their way")
    joyce.is_on("What stands in their way")
    joyce.reads(f"You type this in for {CLUB}")
    joyce.ticks("Not knowing how")
    joyce.types("What will you do about them?", "One to one, at their pace.")
    joyce.presses("Save and come back later")
    joyce.reads("1 of 9 parts done")


def fills_in_the_rest(draft: Application, joyce: Someone) -> None:
    """The other parts, in the same way."""
    for code, answers in drafts.ANSWERS.items():
        drafts.save(draft, code, joyce, **answers)


def sends_it_for_them(joyce: Visitor, ref: str) -> None:
    """Read the declarations out, and send it once, however often the button is pressed."""
    joyce.opens(f"/applications/{ref}/answers")
    joyce.is_on("Check your answers before you send them")
    joyce.follows("Go on to send it")
    joyce.is_on("Send your application")
    joyce.reads("I may speak for this organisation")
    joyce.has_in("Full name of the person who agreed or signed", "Betty Wood")
    joyce.presses("Send application")
    joyce.hears_of_errors("Tick this to go on, or stop here and talk to us first")
    joyce.ticks("I have read these three out")
    joyce.presses_twice("Send application")
    joyce.is_on("Your application has arrived")
    joyce.reads(f"A receipt with a copy of the answers is on its way to {EMAIL}.")
    joyce.reads_nothing_of("Six questions")
    joyce.follows("Print the receipt as a letter")
    joyce.is_on("We have your application")
    joyce.reads("2 Wool Lane", "Four tablets")


def cannot_judge_it(joyce: Visitor, ref: str) -> None:
    """Who typed it in finds nothing where others check it."""
    joyce.goes_to("Inbox")
    joyce.reads_nothing_of(CLUB)
    joyce.opens("/assisted")
    joyce.reads(CLUB, "By phone")


def takes_it_over(betty: Visitor, ref: str) -> None:
    """By the link in the second e-mail, with a code and a name, as lead."""
    invitation = outbox.newest_to(EMAIL)
    betty.opens(outbox.link_in(invitation))
    betty.is_on(f"Join the team of {CLUB}")
    betty.follows("Sign in")
    applying.signs_in_by_code(betty, EMAIL)
    applying.says_their_name(betty, "Betty Wood")
    betty.presses("Join the team")
    betty.is_on(CLUB)
    betty.goes_to("Your applications")
    betty.follows("Tea, cake and tablets")
    betty.is_on("Tea, cake and tablets")
    betty.reads("Typed in by Joyce Adeyemi at the council, from a call on", "Withdraw this application")


def reads_who_typed_it(martin: Visitor, ref: str) -> None:
    """A colleague checks it, and reads how it came."""
    martin.goes_to("Inbox")
    martin.reads("By phone")
    martin.opens(f"/review/applications/{ref}")
    martin.is_on("Tea, cake and tablets")
    martin.reads("Typed in by Joyce Adeyemi at the council, from a call on")
