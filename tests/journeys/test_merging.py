"""Grace's circle was registered twice: Joyce merges the two, Nadia finds everything there, and it is undone again."""

import pytest
from flask import Flask

from portal.db.session import action
from portal.organisations.models import Organisation
from portal.permissions import Someone
from portal.web.words import day
from tests.assessments.builders import application, organisation_of, the_round
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor
from tests.journeys.test_organisations import WAYS
from tests.organisations.twins import join, record

TWICE = "The Seacroft Signing Circle"
WHY = "The same hall and the same bank account."
PROJECT = "Signing on screens"
LABEL = "Name of the other record, its charity or company number, or the reference of an application"


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_two_records_become_one_and_two_again(app: Flask, come: Come, cast: dict[str, Someone]) -> None:
    twin = record(TWICE)
    join(twin, cast["ben"])  # he is in Grace's team as a member, and leads this one
    with action():
        application(the_round(), twin, title=PROJECT, state="submitted")
    circle = organisation_of("grace")
    joyce, grace, ben = come("joyce"), come("grace"), come("ben")
    finds_the_other(joyce, circle)
    priya = come("priya")
    priya.opens(f"/verification/{circle.ref}/same/{twin.ref}")
    with app.test_request_context():
        merges_them(joyce, circle)
        is_late(priya, circle)
    everything_is_in_one_place(grace, circle, twin)
    an_old_link_leads_there(ben, circle, twin)
    takes_them_apart(joyce, circle)
    grace.opens("/applications")
    grace.reads_nothing_of(PROJECT)


def finds_the_other(joyce: Visitor, circle: Organisation) -> None:
    """From the page on which it is checked; the other goes by the same name."""
    joyce.opens(f"/verification/{circle.ref}")
    joyce.follows("Find another record of it")
    joyce.is_on("Was it registered twice?")
    joyce.reads("These look alike", TWICE)
    joyce.types(LABEL, "ab")
    joyce.presses("Look for it")
    joyce.hears_of_errors("Type three letters of the name or more, or a whole number.")
    joyce.types(LABEL, "seacroft signing")
    joyce.presses("Look for it")
    joyce.follows("Compare")


def merges_them(joyce: Visitor, circle: Organisation) -> None:
    """Nothing is merged before she says which one stays and why; both teams and applications are there to compare."""
    joyce.is_on("Are these two one organisation?")
    joyce.reads(TWICE, PROJECT, "Ben", "Grace")
    joyce.presses("Merge the two")
    joyce.hears_of_errors("Choose which of the two stays", "Say why they are one organisation.")
    joyce.chooses("Which one stays?", f"{circle.name}, registered on {day(circle.created_at)}")
    joyce.types("Why are they one organisation?", WHY)
    joyce.presses("Merge the two")
    joyce.is_on("Seacroft Signing Circle")
    joyce.reads("The two are one now", WHY, "Joyce Adeyemi merged another record into this one")


def is_late(priya: Visitor, circle: Organisation) -> None:
    """Her page is older; what she sends goes along to where the two are one, and it says so."""
    priya.chooses("Which one stays?", f"{circle.name}, registered on {day(circle.created_at)}")
    priya.types("Why are they one organisation?", "They share an address.")
    priya.presses("Merge the two")
    priya.is_on(circle.name)
    priya.reads("These two are one already.")


def everything_is_in_one_place(grace: Visitor, circle: Organisation, twin: Organisation) -> None:
    """The other record's application is in her list, and what was its address is hers."""
    grace.opens("/applications")
    grace.reads(PROJECT)
    grace.opens(f"/organisations/{twin.ref}")
    assert grace.path == f"/organisations/{circle.ref}"
    grace.reads(f"Also known here as: {TWICE}.")


def an_old_link_leads_there(ben: Visitor, circle: Organisation, twin: Organisation) -> None:
    """Ben is in the one team once, and leads it, because he led one of the two."""
    ben.opens(f"/organisations/{twin.ref}/team")
    assert ben.path == f"/organisations/{circle.ref}/team"
    assert ben.main.get_by_text("Ben", exact=False).count() >= 1
    ben.reads("Invite")


def takes_them_apart(joyce: Visitor, circle: Organisation) -> None:
    """It says what happens, wants a reason, and each has its own again."""
    joyce.follows("Take apart again")
    joyce.is_on(f"Take {TWICE} apart again")
    joyce.reads(WHY, "Nothing was made meanwhile.")
    joyce.presses("Take them apart")
    joyce.hears_of_errors("Say why they are two organisations.")
    joyce.types("Why are they two organisations?", "Two committees, one hall.")
    joyce.presses("Take them apart")
    joyce.is_on("Seacroft Signing Circle")
    joyce.reads("stands for itself again", "Joyce Adeyemi took another record apart from this one again")
