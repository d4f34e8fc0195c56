"""What a charity's volunteer does: find a round, see whether it is for them, sign in, register, write and send."""

import re

from playwright.sync_api import expect

from tests.journeys import outbox
from tests.journeys.people import Visitor

ROUND = "Getting Connected small grants, autumn 2026"
GROUP = "Gipton Knit and Chatter"
TITLE = "Tablets at the knitting table"
RIGHT = {
    "Will the people you help live in Leeds?": "Yes",
    "Are you a charity, a community interest company or a group run for the good of others?": "Yes",
    "Do at least three people run your group who are not related and do not live together?": "Yes",
    "Does your group have a bank account in its own name": "Yes",
    "Have you already spent the money you would ask for, or promised to?": "No",
    "Do you owe us a report on an earlier grant?": "No",
}


def finds_the_open_round(visitor: Visitor) -> None:
    """From the front page to the round and all its questions, without an account."""
    visitor.opens("/")
    visitor.is_on("Help more people get online, together")
    visitor.follows("Apply for a grant")
    visitor.is_on(ROUND)
    visitor.reads(
        "Who can apply", "What do you call your project?", "How we choose", "Need and furthest first: 30 of 100"
    )


def answers_the_check(visitor: Visitor, **other: str) -> None:
    """Answer the questions before the start; `area`, the first of them, perhaps otherwise."""
    visitor.is_on("Can you apply?")
    for question, right in RIGHT.items():
        visitor.chooses(question, right)
    if "area" in other:
        visitor.chooses("Will the people you help live in Leeds?", other["area"])
    visitor.presses("Check")


def is_told_kindly_why_not(visitor: Visitor) -> None:
    """A wrong answer: the reason, and what else there is."""
    visitor.is_on("This grant may not be the right one for you")
    visitor.reads(
        "This fund is only for people who live in Leeds.",
        "Talk to the team: there is often another way to help",
        "We have kept none of your answers.",
    )
    visitor.follows("Go back and change an answer")


def signs_in_by_code(visitor: Visitor, email: str) -> None:
    """Type an address, then the code from the e-mail."""
    visitor.is_on("Sign in")
    visitor.types("Your e-mail address", email)
    visitor.presses("Send me a code")
    visitor.is_on("Look at your e-mail")
    visitor.types("Code from the e-mail", outbox.code_in(outbox.newest_to(email)))
    visitor.presses("Sign in")


def says_their_name(visitor: Visitor, name: str) -> None:
    """The first question after the first sign-in."""
    visitor.is_on("What should we call you?")
    visitor.types("What should we call you?", name)
    visitor.presses("Continue")


def registers_without_a_number(visitor: Visitor, name: str = GROUP) -> None:
    """A group of neighbours has no charity number, and needs none."""
    visitor.is_on("Is your organisation here already?")
    visitor.types("Name of the organisation, or its charity or company number", name)
    visitor.presses("Look for it")
    visitor.reads("We have not found it")
    visitor.follows("Register it")
    visitor.is_on("Register an organisation")
    visitor.has_in("Name of the organisation", name)
    visitor.chooses("What kind of organisation is it?", "Constituted group without a number")
    visitor.types("Address for post", "14 Coldcotes Circus, Leeds")
    visitor.types("Postcode", "ls9 6ns")
    visitor.presses("Register")


def starts(visitor: Visitor, group: str = GROUP) -> None:
    """Begin, for the right organisation."""
    visitor.is_on("Good news: you can apply")
    visitor.reads(f"You are applying for {group}.")
    visitor.presses("Start your application")
    visitor.is_on("Your application")
    visitor.reads("0 of 9 parts done")


def goes_on(visitor: Visitor, to: str) -> None:
    """Save this part, and be on the next."""
    visitor.presses("Save and continue")
    visitor.is_on(to)


def writes_every_part(visitor: Visitor) -> None:
    """All nine, with a break in the middle."""
    visitor.follows("Your organisation", exact=True)
    writes_about_the_group(visitor)
    writes_the_contacts(visitor)
    writes_the_project(visitor)
    stops_and_comes_back(visitor)
    writes_about_the_people(visitor)
    writes_the_barriers(visitor)
    writes_the_costs(visitor)
    writes_the_change(visitor)
    writes_about_safety(visitor)
    writes_the_papers(visitor)


def writes_about_the_group(visitor: Visitor) -> None:
    """Part 1."""
    visitor.is_on("Your organisation")
    visitor.chooses("What kind of organisation are you?", "Constituted group without a number")
    visitor.chooses("How much money came in last year?", "Less than £5,000")
    visitor.types("In which year did you start?", "2016")
    goes_on(visitor, "Who we can talk to")


def writes_the_contacts(visitor: Visitor) -> None:
    """Part 2."""
    visitor.types("Who should we ask for about this application?", "Shirley Okafor")
    visitor.types("Who else can speak for your organisation?", "Pat Dhillon")
    visitor.types("What is the second person's e-mail address?", "pat.dhillon@example.net")
    goes_on(visitor, "What you will do")


def writes_the_project(visitor: Visitor) -> None:
    """Part 3, with a day that is none at first: it is said beside the field, and nothing that was typed is gone."""
    visitor.types("What do you call your project?", TITLE)
    visitor.types("Tell us in short what you want to do", SUMMARY)
    visitor.types("How will you do it?", PLAN)
    visitor.types("When do you want to start?", "after Easter")
    visitor.types("When will you have finished?", "30 November 2027")
    visitor.presses("Save and continue")
    visitor.hears_of_errors("When do you want to start? Enter a day, month and year, like 1 February 2027")
    visitor.has_in("When do you want to start?", "after Easter")
    visitor.has_in("Tell us in short what you want to do", SUMMARY)
    visitor.has_in("How will you do it?", PLAN)
    visitor.types("When do you want to start?", "1 February 2027")
    goes_on(visitor, "Who will benefit")


def stops_and_comes_back(visitor: Visitor) -> None:
    """Leave in the middle, and find everything again by way of the home page."""
    visitor.ticks("Older people", "Unpaid carers")
    visitor.presses("Save and come back later")
    visitor.is_on(TITLE)
    visitor.reads("Saved. Come back whenever you like.", "3 of 9 parts done")
    visitor.goes_to("Home")
    visitor.is_on("Hello, Shirley Okafor")
    visitor.reads("What waits for you", "You are writing it")
    visitor.follows(TITLE)
    visitor.is_on(TITLE)
    visitor.follows("Who will benefit")
    visitor.is_on("Who will benefit")
    expect(visitor.main.get_by_role("checkbox", name="Unpaid carers")).to_be_checked()


def writes_about_the_people(visitor: Visitor) -> None:
    """Part 4, with a number of people for two wards."""
    visitor.types("How many different people will you help?", "45")
    visitor.unfolds("Enter numbers for each ward")
    visitor.types("Gipton & Harehills", "30")
    visitor.types("Killingbeck & Seacroft", "15")
    visitor.types("Why are these the people to start with?", FURTHEST)
    goes_on(visitor, "What stands in their way")


def writes_the_barriers(visitor: Visitor) -> None:
    """Part 5."""
    visitor.ticks("Not knowing how", "Being afraid of getting it wrong")
    visitor.types("What will you do about them?", "We sit at one table, and one shows another.")
    goes_on(visitor, "What it will cost")


def writes_the_costs(visitor: Visitor) -> None:
    """Part 6: three lines, one more asked for, and a question that is only asked after a yes."""
    costs = (
        ("Six tablets with covers", "1140", "Devices and equipment"),
        ("Data for a year", "£360", "Data, SIM cards and wifi"),
        ("Bus fares for helpers", "250.50", "Volunteers: expenses and training"),
        ("Tea and the room", "400", "Rooms and refreshments"),
    )
    for number, (what, amount, kind) in enumerate(costs, 1):
        if number == 4:
            visitor.presses("Add another line")
            visitor.has_in("What for (line 3)", "Bus fares for helpers")
        visitor.types(f"What for (line {number})", what)
        visitor.types(f"Cost (line {number})", amount)
        visitor.picks(f"Kind of cost (line {number})", kind)
    visitor.chooses("Is anybody else paying towards this?", "Yes")
    visitor.presses("Save and continue")
    visitor.reads("There are 2 more questions here.", "£2,150.50")
    visitor.types("Who else is paying?", "The knitting club's own tin")
    visitor.types("How much are they paying?", "£75")
    goes_on(visitor, "What will change")


def writes_the_change(visitor: Visitor) -> None:
    """Part 7."""
    visitor.ticks("Able: they can do what they want online", "Happier: they are less alone")
    visitor.types("How will you know that it worked?", "They ring a grandchild by video without us.")
    goes_on(visitor, "Keeping people safe")


def writes_about_safety(visitor: Visitor) -> None:
    """Part 8."""
    visitor.types("Who do people go to if they are worried about somebody's safety?", "Pat Dhillon")
    visitor.chooses("Do you have a safeguarding policy?", "Yes")
    visitor.types(
        "How will you keep people, devices and personal details safe?",
        "Tablets are locked away.",
    )
    goes_on(visitor, "Your papers")


def writes_the_papers(visitor: Visitor) -> None:
    """Part 9, the last."""
    visitor.ticks("Your governing document or rules")
    goes_on(visitor, "Check your answers before you send them")


def checks_and_changes_one_answer(visitor: Visitor) -> None:
    """Read it all once more, and put one thing right."""
    visitor.reads(TITLE, PLAN, "45", "Six tablets with covers", "The knitting club's own tin")
    visitor.follows("Change Who will benefit")
    visitor.is_on("Who will benefit")
    visitor.types("How many different people will you help?", "48")
    goes_on(visitor, "Check your answers before you send them")
    visitor.reads("48")


def declares_and_sends(visitor: Visitor) -> str:
    """Forget a tick, set it, press twice, and read the reference."""
    visitor.follows("Go on to send it")
    visitor.is_on("Send your application")
    visitor.has_in("Your full name", "Shirley Okafor")
    visitor.ticks("What we have written is right", "I may speak for this organisation")
    visitor.presses("Send application")
    visitor.hears_of_errors("Tick this to go on, or stop here and talk to us first")
    visitor.ticks("If we get a grant")
    visitor.presses_twice("Send application")
    visitor.is_on("Your application has arrived")
    found = re.search(r"GC-\w{4}-\w{4}-\w{2}", visitor.main.inner_text())
    assert found is not None
    return found.group()


SUMMARY = "We meet to knit on Tuesdays. Most of us are over seventy, and the bank in our street has closed."
PLAN = """Two helpers bring six tablets. We start with what people want to do: see a grandchild, or pay a bill.

Every Tuesday from two to four."""
FURTHEST = "Nine of us live alone. Four care for a husband, and only come out on Tuesdays."
