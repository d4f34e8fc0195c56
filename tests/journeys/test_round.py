"""A council officer makes a small round from nothing, mends it and publishes it; a volunteer reads it.

The officer copies it for another year then, with a question of every kind in it.
"""

import pytest

from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (320, False), id="sqlite-plain-320"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]
TITLE, NEXT_TITLE = "Small starts, spring 2037", "Small starts, spring 2038"
QUESTIONS = (
    ("What will you call it?", "Short text, on one line", "The title of the project"),
    ("What will you do?", "Long text", "The short summary"),
    ("How many people will you help?", "A whole number", "The number of people helped"),
    ("How much do you need?", "An amount of money", "The amount that is asked for"),
)
MORE = (
    ("Have you done it before?", "Yes or no"),
    ("When did you begin?", "A date"),
    ("How do people find you?", "One of several answers"),
    ("What do you use?", "Any of several answers"),
    ("Which groups come?", "Communities, from your own list"),
    ("Where do people live?", "People in each ward"),
    ("How many of each group come?", "People in each community, from your own list"),
    ("What is in their way?", "What keeps people offline, from your own list"),
    ("What will it cost?", "A table of costs, added up"),
    ("A picture of your place", "A file that they send along"),
)
"""A question of every other kind."""
ANSWERS = ("Through friends", "Through a notice")


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_from_nothing_to_published(come: Come) -> None:
    joyce, anybody = come("joyce"), come()
    begins(joyce)
    says_too_little_and_is_told(joyce)
    says_what_it_is(joyce)
    makes_the_form(joyce)
    asks_in_every_other_way(joyce)
    makes_the_criteria(joyce)
    says_what_it_needs(joyce)
    looks_at_the_preview(joyce)
    publishes(joyce)
    copies_it(joyce)
    reads_it(anybody)


def begins(joyce: Visitor) -> None:
    """A round of a new fund, by way of the menu."""
    joyce.goes_to("Funds")
    joyce.follows("Begin a round")
    joyce.types("Name of this round", TITLE)
    joyce.picks("Which fund is it for?", "A new fund")
    joyce.presses("Begin")
    joyce.hears_of_errors("Type the name of the new fund.")
    joyce.types("Name of the new fund", "Small starts")
    joyce.types("What is the new fund for?", "First steps for new groups.")
    joyce.presses("Begin")
    joyce.is_on(TITLE)


def says_too_little_and_is_told(joyce: Visitor) -> None:
    """It cannot be published yet, and each line leads to where it is mended."""
    joyce.follows("Publish")
    joyce.is_on("Publish the round")
    joyce.reads("things to mend before you publish", "There are no criteria yet")
    joyce.follows("Still empty: It opens on")
    joyce.is_on("Dates")


def says_what_it_is(joyce: Visitor) -> None:
    """Dates, amounts, and what it is for."""
    for label, day in (
        ("It opens on", "2037-01-05"),
        ("It closes on", "2037-02-05"),
        ("We have checked who can apply by", "2037-02-12"),
        ("Reviewers have scored by", "2037-03-02"),
        ("The panel meets on", "2037-03-09"),
        ("Everybody has heard from us by", "2037-03-16"),
    ):
        joyce.types(label, day)
    joyce.has_in("At what time does it close?", "12:00")
    joyce.presses("Save")
    joyce.is_on(TITLE)
    joyce.follows("Amounts")
    joyce.types("How much there is in all", "£5,000")
    joyce.types("The smallest amount that a group can ask for", "100")
    joyce.types("The largest amount that a group can ask for", "£500")
    joyce.presses("Save")
    joyce.follows("What it is for")
    joyce.types("About this round", "For groups that have never done this.")
    joyce.presses("Save")
    joyce.is_on(TITLE)


def makes_the_form(joyce: Visitor) -> None:
    """A part with four questions: one goes a place further up, another into a part of its own."""
    joyce.follows("Parts of the form")
    joyce.follows("Add a part")
    joyce.types("Title of this part", "Your idea")
    joyce.presses("Add it")
    joyce.is_on("Your idea")
    for label, kind, mark in QUESTIONS:
        joyce.follows("Add a question")
        joyce.types("The question", label)
        joyce.picks("What kind of answer?", kind)
        joyce.picks("Is this answer copied onto the application?", mark)
        joyce.presses("Add it")
        joyce.is_on("Your idea")
    joyce.presses("Up How much do you need?")
    joyce.reads("“How much do you need?” is moved.")
    joyce.follows("Parts of the form")
    joyce.follows("Add a part")
    joyce.types("Title of this part", "The people")
    joyce.presses("Add it")
    joyce.follows("Parts of the form")
    joyce.follows("Your idea")
    joyce.follows("Change How many people will you help?")
    joyce.picks("Which part?", "The people")
    joyce.presses("Move it")
    joyce.is_on("The people")
    joyce.reads("“How many people will you help?” is moved to the end of “The people”.")


def asks_in_every_other_way(joyce: Visitor) -> None:
    """A part with a question of each other kind: answers with a hint, a day that hangs on an answer, a file."""
    joyce.follows("Parts of the form")
    joyce.follows("Add a part")
    joyce.types("Title of this part", "More about you")
    joyce.presses("Add it")
    for label, kind in MORE:
        joyce.follows("Add a question")
        joyce.types("The question", label)
        joyce.picks("What kind of answer?", kind)
        joyce.chooses("Does it have to be answered?", "No")
        if "several answers" in kind:
            gives_answers(joyce)
        if kind == "A date":
            joyce.picks("Show it only after this answer", "“Yes” to “Have you done it before?”")
        joyce.presses("Add it")
        joyce.is_on("More about you")
    joyce.reads("only after another answer", "A file that they send along")
    opens_and_saves(joyce)


def gives_answers(joyce: Visitor) -> None:
    """Two answers to choose from; a hint alone is no answer."""
    joyce.types("Answer 1", ANSWERS[0])
    joyce.types("Hint for answer 2", "On a board or in a window")
    joyce.presses("Add it")
    joyce.hears_of_errors("Type the answer that this hint belongs to")
    joyce.types("Answer 2", ANSWERS[1])


def opens_and_saves(joyce: Visitor) -> None:
    """A question for a file stays one, whatever else is said of it."""
    joyce.follows("Change A picture of your place")
    joyce.types("Hint, shown below it", "A photo will do")
    # The first of the two is what the return key presses.
    joyce.button("Save").last.click()
    joyce.reads("A file that they send along")


def makes_the_criteria(joyce: Visitor) -> None:
    """Two, whose weights do not add up at first."""
    joyce.goes_to("Funds")
    joyce.follows(TITLE)
    joyce.follows("How applications are scored")
    for title, weight in (("Need", "60"), ("Plan", "30")):
        joyce.follows("Add a criterion")
        joyce.types("What is scored", title)
        joyce.types("Weight, of 100 in all", weight)
        for label in ("What reviewers look for", *(f"A score of {points} means" for points in (0, 3, 5))):
            joyce.types(label, f"{title} is clear.")
        joyce.presses("Add it")
    joyce.reads("The weights add up to 90.")
    joyce.follows("The round")
    joyce.follows("The weights add up to 90. They have to add up to 100.")
    joyce.types("Weight, of 100 in all", "40")
    joyce.presses("Save")
    joyce.reads("The weights add up to 100.")


def says_what_it_needs(joyce: Visitor) -> None:
    """A document that organisations give once, and one of their details."""
    joyce.follows("The round")
    joyce.follows("Documents needed")
    joyce.follows("Add a document")
    joyce.types("The document", "Your rules")
    joyce.picks("Is it one that organisations give to the portal once?", "Governing document")
    joyce.presses("Add it")
    joyce.reads("Given once, used by every application")
    joyce.follows("The round")
    joyce.follows("Details of organisations")
    joyce.ticks("Phone number")
    joyce.presses("Save")


def looks_at_the_preview(joyce: Visitor) -> None:
    """As an applicant will see it, page by page."""
    joyce.reads("Nothing is left to mend")
    joyce.follows("See it as applicants will")
    joyce.reads("This is a preview.", "How much do you need?")
    joyce.follows("The people")
    joyce.reads("How many people will you help?")
    joyce.follows("More about you")
    joyce.reads(*ANSWERS, "On a board or in a window", "A photo will do")
    joyce.reads("Only if you answer “Yes” to “Have you done it before?”.")
    joyce.follows("Preview")
    joyce.follows("The round")


def publishes(joyce: Visitor) -> None:
    """One more look, one press."""
    joyce.follows("Publish")
    joyce.reads("£100 to £500")
    joyce.presses("Publish the round")
    joyce.reads("The round is published.")


def copies_it(joyce: Visitor) -> None:
    """For the next year, with all its questions, and nothing left to mend."""
    joyce.presses("Copy it for another year")
    joyce.is_on(NEXT_TITLE)
    joyce.reads("Its dates are 52 weeks later.", "Nothing is left to mend")
    joyce.follows("Dates")
    joyce.has_in("It opens on", "2038-01-04")
    joyce.follows("The round")
    joyce.follows("Parts of the form")
    joyce.follows("More about you")
    joyce.reads(*(label for label, _ in MORE))


def reads_it(anybody: Visitor) -> None:
    """Without an account, all of it."""
    anybody.opens("/grants")
    anybody.follows(TITLE)
    anybody.is_on(TITLE)
    anybody.reads("Opens on Monday 5 January 2037 at 9:00am", "How much do you need?", "60 of 100")
    anybody.reads("Your rules", "every application can use it", "Phone number")
