"""A conflict of interest: nothing of the application gets through, by any address, part, search, list or e-mail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import expect

from portal.applications.models import Application
from portal.assessments import actions, decisions
from portal.assessments.letters import MARK
from portal.demo.cast import BY_KEY
from portal.funds.models import Round
from portal.permissions import Someone
from tests.applications import drafts
from tests.assessments import builders, gates, steps
from tests.journeys import crawling, outbox
from tests.journeys.applying import ROUND
from tests.journeys.conftest import Come
from tests.journeys.deciding import opens_from_inbox, readers_of
from tests.journeys.people import Visitor
from tests.reader import Reader
from tests.town import SIGNING_CIRCLE, TEA_AND_TECH

TITLE = "Tea, cake and tablets"
PLAN = "Every Tuesday, two helpers and one tea urn."
NOBODYS = "GC-0000-0000-00"

CASES = [
    pytest.param("sqlite", (320, True), "ruth", "grace", id="sqlite-script-320-in the team"),
    pytest.param("postgres", (1280, False), "joyce", "amina", id="postgres-plain-1280-declared"),
]
NAMES = {"grace": SIGNING_CIRCLE, "amina": TEA_AND_TECH}


@dataclass
class Closed:
    """What is closed to somebody: the application, and the name of its organisation."""

    application: Application
    name: str

    def words(self) -> list[str]:
        """What would give it away: its reference, title, organisation and answers, and every reading's reference."""
        readings = [each.ref for each in steps.readings(self.application)]
        return [self.application.ref, TITLE, self.name, PLAN, *readings]


@pytest.mark.parametrize(("app", "way", "key", "applicant"), CASES, indirect=["app", "way"])
def test_a_conflict_closes_everything(
    app: Flask, come: Come, cast: dict[str, Someone], as_: Callable[[str], Reader], key: str, applicant: str
) -> None:
    closed = Closed(drafts.sent(cast[applicant]), NAMES[applicant])
    round_ = steps.closed_round()
    both = [closed.application, *steps.sent(round_)]
    visitor = come(key)
    declares(visitor, closed.name, is_known=key == "ruth")
    client = as_(key)
    sees_nothing(client, app, closed, "sent")
    is_shared_out(round_, both, cast, but=key)
    for moment in until_the_letters(round_, both, cast):
        sees_nothing(client, app, closed, moment)
    cannot_reach_it(visitor, closed)
    has_no_letter(key, closed)


@pytest.mark.parametrize(
    ("app", "way"), [pytest.param("postgres", (320, True), id="postgres-script-320")], indirect=True
)
def test_a_conflict_that_shows_in_reading(
    app: Flask, come: Come, cast: dict[str, Someone], as_: Callable[[str], Reader]
) -> None:
    closed = Closed(drafts.sent(cast["amina"]), TEA_AND_TECH)
    round_ = steps.closed_round()
    both = [closed.application, *steps.sent(round_)]
    is_shared_out(round_, both, cast)
    key = readers_of(closed.application.ref)[0]
    visitor = come(key)
    stands_down(visitor)
    client = as_(key)
    for moment in until_the_letters(round_, both, cast):
        sees_nothing(client, app, closed, moment)
    cannot_reach_it(visitor, closed)


def declares(visitor: Visitor, name: str, *, is_known: bool) -> None:
    """Tick the organisation, unless the portal has done so by itself."""
    if is_known:
        opens_from_inbox(visitor, ROUND, "Do you have a conflict of interest?")
    else:
        visitor.opens(f"/review/rounds/{drafts.ROUND}/conflicts")
        visitor.ticks(name)
    expect(visitor.main.get_by_role("checkbox", name=name)).to_be_checked()
    visitor.presses("Declare")
    visitor.reads("Thank you. It is written down, and nothing of these organisations will reach you.")


def stands_down(visitor: Visitor) -> None:
    """Begin to score, and see who the people are."""
    opens_from_inbox(visitor, TITLE, TITLE)
    visitor.types("Your reason: Need and furthest first", "My sister runs this table.")
    visitor.presses("Save for later")
    visitor.reads("Saved. You can go on whenever you like.")
    visitor.follows("I have a conflict of interest")
    visitor.is_on("Do you have a conflict of interest?")
    visitor.presses("I have a conflict of interest")
    visitor.reads("This application is off your list, and somebody else reads it.")


def is_shared_out(round_: Round, both: list[Application], cast: dict[str, Someone], but: str = "") -> None:
    """Both applications are checked; the reviewers, but for one who has done so, declare; all is shared out."""
    for application in both:
        gates.let_on(application, by=cast["martin"])
    steps.declared(round_, cast, *[key for key in steps.REVIEWERS if key != but])
    actions.share_out(round_, by=cast["martin"])


def until_the_letters(round_: Round, both: list[Application], cast: dict[str, Someone]) -> Iterator[str]:
    """Two applications on their way, stopping wherever something new could show."""
    yield "shared out"
    for number, reading in enumerate(steps.readings(state="shared")):
        steps.finished(reading, cast, points=3 + number % 2)
    yield "scored"
    text = ("Not this time.", f"Dear all,\n\n{MARK}")
    proposed = [decisions.propose(each, "decline", None, *text, by=cast["martin"]) for each in both]
    yield "proposed"
    second = builders.approver("Olu")
    for decision in proposed:
        decisions.confirm(decision, by=second)
    yield "confirmed"
    decisions.release(round_, by=second)
    yield "released"


def sees_nothing(client: Reader, app: Flask, closed: Closed, moment: str) -> None:
    """Open everything there is, then every address that could have it: it is as if there were no such thing."""
    pages = crawling.everything(client, searches=[closed.application.ref, "cake", closed.name.split()[0]])
    assert len(pages) > 5, "the crawl went somewhere"
    for path, text in pages.items():
        may_name = path.endswith("/conflicts")
        found = [word for word in closed.words() if word in text and not (may_name and word == closed.name)]
        assert found == [], f"{moment}: {path} shows {found}"
    refs = [word for word in closed.words() if " " not in word]
    theirs, nobodys = crawling.answers_to(client, app, refs), crawling.answers_to(client, app, [NOBODYS])
    differing = {
        way: status for way, status in theirs.items() if status != nobodys[f"{way.rpartition(' ')[0]} {NOBODYS}"]
    }
    assert differing == {}, moment
    assert set(nobodys.values()) <= {403, 404}


def cannot_reach_it(visitor: Visitor, closed: Closed) -> None:
    """By hand: in the browser, searching for it and typing its address."""
    ref = closed.application.ref
    visitor.goes_to("Rounds")
    visitor.follows(ROUND)
    visitor.is_on(ROUND)
    visitor.types("Find a reference, an organisation or a title", ref)
    visitor.presses("Show")
    visitor.reads("Nothing fits")
    for path in (f"/review/applications/{ref}", f"/review/applications/{ref}/decision"):
        visitor.opens(path)
        assert visitor.page.locator("h1").inner_text() in {"Page not found", "This is not for your role"}


def has_no_letter(key: str, closed: Closed) -> None:
    """No e-mail to this person says anything of it."""
    for letter in outbox.letters_to(BY_KEY[key].email):
        assert [word for word in closed.words() if word in letter.text + letter.subject] == []
