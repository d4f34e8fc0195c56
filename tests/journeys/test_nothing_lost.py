"""Nothing that was typed is lost: not by leaving, by a second tab, a colleague, a bad line or a sign-in that ended."""

import re

import pytest
from playwright.sync_api import Route, expect
from sqlalchemy import update

from portal.accounts.models import SignIn
from portal.applications.models import Application
from portal.db.session import action
from portal.kit.dates import utc_now
from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import applying
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

SUMMARY = "Tell us in short what you want to do"
PLAN = "How will you do it?"
SAVED = re.compile(r"^Saved at \d\d:\d\d")
AFTERWARDS = """Typed after it had ended: “so” & <so>.

In two lines."""
NOT_SAVED = "Not saved yet – trying again"

WITH_SCRIPT = [
    pytest.param("sqlite", (320, True), id="sqlite-script-320"),
    pytest.param("postgres", (1280, True), id="postgres-script-1280"),
]
BOTH_WAYS = [
    pytest.param("sqlite", (1280, False), id="sqlite-plain-1280"),
    pytest.param("postgres", (320, True), id="postgres-script-320"),
]


def writes_in(visitor: Visitor, draft: Application) -> Visitor:
    """Open the part about the project."""
    visitor.opens(f"/applications/{draft.ref}/parts/project")
    visitor.is_on("What you will do")
    return visitor


def sees_saved(visitor: Visitor) -> None:
    """Read that it is saved, and when."""
    expect(visitor.page.locator("#saved")).to_have_text(SAVED)


@pytest.mark.parametrize(("app", "way"), WITH_SCRIPT, indirect=True)
def test_what_is_typed_is_saved_by_itself(come: Come, cast: dict[str, Someone]) -> None:
    amina = writes_in(come("amina"), drafts.begun(cast["amina"]))
    amina.types(SUMMARY, "Tea first, then tablets.")
    sees_saved(amina)
    amina.page.reload()
    amina.has_in(SUMMARY, "Tea first, then tablets.")
    amina.types(PLAN, "On Tuesdays.")
    amina.goes_to("Your applications")
    amina.is_on("Your applications")
    amina.page.go_back()
    amina.is_on("What you will do")
    amina.has_in(PLAN, "On Tuesdays.")


@pytest.mark.parametrize(("app", "way"), BOTH_WAYS, indirect=True)
def test_a_stale_second_tab_is_shown_both_texts(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea and tablets", summary="As it was.")
    amina = writes_in(come("amina"), draft)
    other = writes_in(amina.turns_to_another_tab(), draft)
    amina.types(SUMMARY, "Written in the first tab.")
    amina.presses("Save and come back later")
    amina.reads("Saved. Come back whenever you like.")
    other.types(SUMMARY, "Written in the second tab.")
    leads_to_the_choice(other)
    other.reads("Nothing is lost.", "by your other page, while you had it open.", "Written in the first tab.")
    other.has_in("Your text", "Written in the second tab.")
    other.presses("Save and go on")
    other.hears_of_errors(f"Choose which text to go on with for “{SUMMARY}”")
    other.chooses(SUMMARY, "Keep your text")
    other.presses("Save and go on")
    other.is_on("What you will do")
    other.reads("Saved. The other text is kept under “Earlier texts”.")
    other.has_in(SUMMARY, "Written in the second tab.")
    other.follows("Earlier texts of this part")
    other.reads("Written in the first tab.")


def leads_to_the_choice(visitor: Visitor) -> None:
    """With script it is said beside the button as soon as it is known; without, by the button."""
    if visitor.script:
        visitor.reads("There are two texts", "Nothing is lost.")
        visitor.take_picture("two texts")
        visitor.presses("See both texts and choose")
    else:
        visitor.presses("Save and continue")
    visitor.is_on("Two texts: choose one")


@pytest.mark.parametrize(("app", "way"), BOTH_WAYS, indirect=True)
def test_a_colleague_overwrites_nothing(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    amina, tom = writes_in(come("amina"), draft), writes_in(come("tom"), draft)
    tom.types(SUMMARY, "Tom's text.")
    tom.types("What do you call your project?", "Tea and tablets")
    tom.presses("Save and come back later")
    tom.reads("Saved. Come back whenever you like.")
    amina.types(SUMMARY, "Amina's text.")
    amina.types("What do you call your project?", "Tea and tablets")
    leads_to_the_choice(amina)
    amina.reads("by Tom Barker, while you had it open.", "Tom's text.")
    amina.chooses(SUMMARY, "Keep the text of Tom Barker")
    amina.presses("Save and go on")
    amina.has_in(SUMMARY, "Tom's text.")
    amina.follows("Earlier texts of this part")
    amina.reads("Amina's text.")


@pytest.mark.parametrize(("app", "way"), WITH_SCRIPT[:1], indirect=True)
@pytest.mark.parametrize("broken", ["line", "server"])
def test_a_bad_line_is_said_and_made_good(come: Come, cast: dict[str, Someone], broken: str) -> None:
    def refuse(route: Route) -> None:
        if broken == "line":
            route.abort("internetdisconnected")
        else:
            route.fulfill(status=500, content_type="text/html", body="<!doctype html><title>No</title><h1>No</h1>")

    amina = writes_in(
        come("amina", trouble=("ERR_INTERNET_DISCONNECTED", "htmx:error", "a status of 500")),
        drafts.begun(cast["amina"]),
    )
    amina.page.route("**/save", refuse)
    amina.types(SUMMARY, "Typed on the bus.")
    line = amina.page.locator("#saved")
    expect(line).to_have_text(NOT_SAVED)
    amina.take_picture("not saved")
    amina.types(PLAN, "Typed in the tunnel.")
    expect(line).to_have_text(NOT_SAVED)
    amina.has_in(SUMMARY, "Typed on the bus.")
    amina.page.unroute("**/save")
    sees_saved(amina)
    amina.page.reload()
    amina.has_in(SUMMARY, "Typed on the bus.")
    amina.has_in(PLAN, "Typed in the tunnel.")


@pytest.mark.parametrize(("app", "way"), [pytest.param("sqlite", (320, False), id="sqlite-plain-320")], indirect=True)
def test_a_button_pressed_on_a_dead_line_without_script_leaves_the_words_one_step_back(
    come: Come, cast: dict[str, Someone]
) -> None:
    draft = drafts.begun(cast["amina"])
    amina = come("amina", trouble=("ERR_INTERNET_DISCONNECTED",))
    writes_in(amina, draft)
    amina.types(SUMMARY, "Tea first, then tablets.")
    amina.types(PLAN, AFTERWARDS)
    amina.page.context.set_offline(True)
    amina.button("Save and come back later").click(no_wait_after=True)
    expect(amina.page).to_have_url(re.compile("^chrome-error:"))
    amina.page.context.set_offline(False)
    amina.page.go_back()
    amina.is_on("What you will do")
    amina.has_in(SUMMARY, "Tea first, then tablets.")
    amina.has_in(PLAN, AFTERWARDS)
    amina.presses("Save and come back later")
    amina.reads("Saved. Come back whenever you like.")


@pytest.mark.parametrize(("app", "way"), BOTH_WAYS, indirect=True)
def test_a_sign_in_that_ended_costs_no_word(come: Come, cast: dict[str, Someone]) -> None:
    amina = writes_in(come("amina"), drafts.begun(cast["amina"]))
    amina.types(SUMMARY, "Typed before.")
    if amina.script:
        sees_saved(amina)
    every_sign_in_ends(cast["amina"])
    amina.types(PLAN, AFTERWARDS)
    if amina.script:
        expect(amina.page.locator("#saved")).to_contain_text("You are signed out. Press the button")
        amina.take_picture("signed out")
    amina.presses("Save and come back later")
    amina.is_on("Sign in")
    amina.reads("You were signed out. What you typed is kept: sign in again, and go on.")
    applying.signs_in_by_code(amina, cast["amina"].email)
    amina.is_on("Welcome back")
    amina.reads("Nothing you typed is lost.")
    amina.presses_twice("Go on")
    amina.reads("Saved. Come back whenever you like.")
    amina.follows("What you will do")
    amina.is_on("What you will do")
    amina.has_in(SUMMARY, "Typed before.")
    amina.has_in(PLAN, AFTERWARDS)


@pytest.mark.parametrize(("app", "way"), BOTH_WAYS[:1], indirect=True)
def test_what_is_kept_meets_a_colleagues_text(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    amina = writes_in(come("amina"), draft)
    every_sign_in_ends(cast["amina"])
    drafts.save(draft, "project", cast["tom"], summary="Tom's text.")
    amina.types(SUMMARY, "Amina's text.")
    amina.presses("Save and continue")
    applying.signs_in_by_code(amina, cast["amina"].email)
    amina.presses("Go on")
    amina.is_on("Two texts: choose one")
    amina.reads("Tom's text.")
    amina.has_in("Your text", "Amina's text.")


def every_sign_in_ends(someone: Someone) -> None:
    """As if half an hour had passed on a shared computer."""
    with action() as session:
        session.execute(update(SignIn).where(SignIn.person_id == someone.person_id).values(expires_at=utc_now()))
