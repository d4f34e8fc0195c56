"""Somebody new is led to the organisation that is here already and joins it; the council checks it, to and fro."""

import os

import pytest
from sqlalchemy import update

from portal.db.session import action
from portal.demo.cast import BY_KEY
from portal.organisations.models import Organisation
from portal.organisations.verification import ASKS, CHECKLIST
from portal.permissions import Someone
from tests.journeys import applying, outbox
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

ALL_FOUR = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (320, False), id="postgres-plain-320"),
    pytest.param("sqlite", (320, False), id="sqlite-plain-320"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]
WAYS = ALL_FOUR if os.environ.get("AUDIT") else ALL_FOUR[:2]
"""Each database and each way once; all four at an audit."""
DEV = "dev.patel@example.net"
TEAM = "Hyde Park Tea and Tech"
NUMBER = "1990042"
LINE = "I help on Tuesdays, and Amina knows me."


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_joining_the_one_that_is_here(come: Come, cast: dict[str, Someone]) -> None:
    with action() as session:
        session.execute(update(Organisation).where(Organisation.name == TEAM).values(charity_number=NUMBER))
    dev, amina = come(name="Dev Patel"), come("amina")
    comes_to_register(dev)
    registers_and_is_led_to_it(dev)
    asks_to_join(dev)
    is_asked_and_accepts(amina)
    both_see_it(dev, amina)


def comes_to_register(dev: Visitor) -> None:
    """From the front page by way of a first sign-in; a search that finds nothing leads on to registering."""
    dev.opens("/")
    dev.follows("Register your organisation")
    applying.signs_in_by_code(dev, DEV)
    applying.says_their_name(dev, "Dev Patel")
    dev.is_on("Is your organisation here already?")
    dev.presses("Look for it")
    dev.hears_of_errors("Type three letters of the name or more, or a whole number.")
    dev.types("Name of the organisation, or its charity or company number", "Tee and Teck")
    dev.presses("Look for it")
    dev.reads("We have not found it")
    dev.follows("Register it")


def registers_and_is_led_to_it(dev: Visitor) -> None:
    """The number gives it away; nothing that was typed is lost on the way there and back."""
    dev.is_on("Register an organisation")
    dev.has_in("Name of the organisation", "Tee and Teck")
    dev.chooses("What kind of organisation is it?", "Registered charity")
    dev.types("Charity number", f"{NUMBER[:3]} {NUMBER[3:]}")
    dev.types("Address for post", "14 Coldcotes Circus, Leeds")
    dev.types("Postcode", "ls9 6ns")
    dev.presses("Register")
    dev.hears_of_errors("An organisation with this number is here already.")
    dev.reads("Is this yours?", TEAM, f"charity {NUMBER}")
    dev.reads_nothing_of(*(BY_KEY[key].email for key in ("amina", "tom")), "Amina")
    dev.has_in("Address for post", "14 Coldcotes Circus, Leeds")
    dev.field("Postcode").press("Enter")
    dev.hears_of_errors("An organisation with this number is here already.")
    dev.presses("Ask to join")
    dev.is_on(f"Ask to join {TEAM}")
    dev.presses("Go back to what you typed")
    dev.is_on("Register an organisation")
    dev.has_in("Address for post", "14 Coldcotes Circus, Leeds")
    dev.presses("Ask to join")


def asks_to_join(dev: Visitor) -> None:
    """With a line for the leads, and pressed twice as impatient people do."""
    dev.is_on(f"Ask to join {TEAM}")
    dev.reads("They see your name and your e-mail address")
    dev.types("Who are you? A line for the leads", LINE)
    dev.presses_twice("Ask to join")
    dev.is_on(TEAM)
    dev.reads("Waits for a lead", "It is the leads’ turn.", LINE)
    assert outbox.subjects_to(BY_KEY["amina"].email) == [f"Dev Patel asks to join {TEAM}"]
    dev.opens("/home")
    dev.reads(f"You asked to join {TEAM}")


def is_asked_and_accepts(amina: Visitor) -> None:
    """It waits on her home page, and the e-mail leads to the same place."""
    amina.opens("/home")
    amina.reads("Dev Patel asks to join the team")
    amina.opens(outbox.link_in(outbox.newest_to(BY_KEY["amina"].email)))
    amina.is_on("Dev Patel asks to join the team")
    amina.reads(DEV, LINE)
    amina.presses("Send your answer")
    amina.hears_of_errors("Say whether they can join.")
    amina.chooses("What do you say?", "Yes, as a member")
    amina.presses("Send your answer")
    amina.is_on("The team")
    amina.reads("They are in the team now.", "Dev Patel")


def both_see_it(dev: Visitor, amina: Visitor) -> None:
    """Dev acts for it from the next page on; Amina makes him a lead, and then there are two who can leave."""
    assert outbox.subjects_to(DEV)[-1] == f"You are in the team of {TEAM}"
    dev.opens("/home")
    dev.is_on("Hello, Dev Patel")
    dev.follows("Who is in the team")
    dev.is_on("The team")
    dev.reads("Amina Yusuf", "A lead of the team can invite people, change roles and remove people.")
    amina.follows("Leave the team")
    amina.reads("You are the only lead, so you cannot leave yet.")
    amina.follows("Go to the team")
    amina.follows("Dev Patel")
    amina.is_on("Dev Patel")
    amina.chooses("What do they do in the team?", "Lead")
    amina.presses("Save")
    amina.reads("Saved. It counts from now on.")
    amina.follows("Leave the team")
    amina.presses("Leave the team")
    amina.is_on("Hello, Amina Yusuf")
    dev.opens("/home")
    dev.follows("Who is in the team")
    dev.follows("Invite somebody")
    dev.is_on("Invite somebody")


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_being_verified(come: Come, cast: dict[str, Someone]) -> None:
    amina, joyce, priya = come("amina"), come("joyce"), come("priya")
    waits(amina)
    asks_for_more(joyce)
    answers(amina)
    verifies(priya)
    is_verified(amina)


def waits(amina: Visitor) -> None:
    """Whose turn it is, and by when, before anybody has looked."""
    amina.opens("/home")
    amina.reads("The check of your organisation", "We are checking it")
    amina.follows("The check of your organisation")
    amina.is_on(TEAM)
    amina.reads("It is our turn.", "You do not have to wait: you can apply for grants meanwhile.")


def opens(officer: Visitor) -> None:
    """From the inbox to the organisation that waits there."""
    officer.goes_to("Inbox")
    officer.is_on("for you")
    officer.follows(TEAM)
    officer.is_on(TEAM)


def asks_for_more(joyce: Visitor) -> None:
    """Everything is there but the bank account."""
    opens(joyce)
    for item in CHECKLIST:
        joyce.chooses(item.label, "No" if item.code == "bank" else "Yes")
    joyce.chooses("What do you find?", "It is verified")
    joyce.types("What the partner should read", "A photo from your phone is fine.")
    joyce.presses("Save")
    joyce.hears_of_errors("Say in a few words why, and how you know.")
    joyce.has_in("What the partner should read", "A photo from your phone is fine.")
    joyce.types(f"Note: {CHECKLIST[2].label}", "In the treasurer's name.")
    joyce.chooses("What do you find?", "We need more from them")
    joyce.presses("Save")
    joyce.is_on("Organisations")
    joyce.reads(f"We have told the leads of {TEAM} by e-mail what is missing.")


def answers(amina: Visitor) -> None:
    """From the e-mail to the answer, with what is missing in plain words."""
    letter = outbox.newest_to(BY_KEY["amina"].email)
    assert letter.subject == f"We need more from {TEAM}"
    assert ASKS["bank"] in letter.text
    amina.opens("/home")
    amina.follows("The check of your organisation")
    amina.reads("We need more from you", ASKS["bank"], "A photo from your phone is fine.")
    amina.reads_nothing_of("In the treasurer's name.")
    amina.opens(outbox.link_in(letter))
    amina.is_on("Your answer to the council")
    amina.types("Your answer", "Since Monday it is in our name, and two of us sign.")
    amina.presses("Send")
    amina.is_on(TEAM)
    amina.reads("Sent. It is our turn now: you hear from us by", "We are checking it")


def verifies(priya: Visitor) -> None:
    """Somebody else goes on where the first officer stopped."""
    opens(priya)
    priya.reads("Since Monday it is in our name", "Last: No, by Joyce Adeyemi")
    priya.chooses(CHECKLIST[2].label, "Yes")
    priya.chooses("What do you find?", "It is verified")
    priya.presses("Save")
    priya.is_on("Organisations")
    priya.reads(f"{TEAM} is verified. We have told its leads by e-mail.")


def is_verified(amina: Visitor) -> None:
    """The dot is green, and the history says how it came."""
    assert outbox.subjects_to(BY_KEY["amina"].email)[-1] == f"{TEAM} is verified"
    amina.opens("/home")
    amina.reads("Verified")
    amina.follows(TEAM)
    amina.reads("There is nothing to do.", "The council asked for more", "The council verified the organisation")
