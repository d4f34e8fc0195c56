"""No page asks the database more than eight questions, and none asks more for thirty rows than for one."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from portal.db.session import action, db
from tests.gates import rows
from tests.gates.conftest import Town
from tests.house.ledger import SEEN

MOST = 8


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_no_page_asks_more_than_eight_questions(database: str, request: pytest.FixtureRequest) -> None:
    town: Town = request.getfixturevalue(f"full_{database}")
    # A form that is sent locks, checks and writes besides; its page is counted where it is opened.
    opened = [one for one in town.seen.values() if not one.visit.sends]
    asked = {one.page.name: [each for each in one.statements if not each.startswith(SEEN)] for one in opened}
    assert {name: statements for name, statements in asked.items() if len(statements) > MOST} == {}


@dataclass(frozen=True, slots=True)
class List:
    """A list, who opens it, and how it gets so many more rows."""

    path: str
    who: str
    grow: Callable[[int], None]


LISTS = {
    "grants": List("/grants", "amina", rows.closed_rounds),
    "home": List("/home", "amina", rows.withdrawn),
    "applications": List("/applications", "amina", rows.withdrawn),
    "shared": List("/applications/shared", "farida", rows.shared),
    "sign-ins": List("/account", "amina", rows.sign_ins),
    "council people": List("/council/people", "wei", rows.officers),
    "team": List("/organisations/{home}/team", "amina", rows.members),
    "asking": List("/organisations/{home}/team", "amina", rows.asking),
    "home, asking": List("/home", "amina", rows.asking),
    "home, asked": List("/home", "sam", rows.asked),
    "found": List("/organisations/find?q=group", "sam", rows.organisations),
    "organisations": List("/verification", "joyce", rows.organisations),
    "to verify": List("/inbox", "priya", rows.organisations),
    "one to verify": List("/verification/{home}", "joyce", rows.exchanges),
    "merged records, to the council": List("/verification/{home}", "joyce", rows.merged),
    "merged records, to the team": List("/organisations/{home}", "amina", rows.merged),
    "team of merged records": List("/organisations/{home}/team", "amina", rows.merged),
    "home of merged records": List("/home", "amina", rows.merged),
    "two records": List("/verification/{home}/same/{circle}", "joyce", rows.merged),
    "records that look alike": List("/verification/{home}/same", "joyce", rows.twins),
    "records by name": List("/verification/{circle}/same?q=group", "joyce", rows.organisations),
    "inbox": List("/inbox", "joyce", rows.submitted),
    "rounds": List("/review", "joyce", rows.closed_rounds),
    "round": List("/review/rounds/{code}", "joyce", rows.submitted),
    "found in a round": List("/review/rounds/{code}?q=project", "joyce", rows.submitted),
    "search": List("/search?q=group", "joyce", rows.findable),
    "search in what is shared": List("/search?q=group", "daniel", rows.findable),
    "organisations searched": List("/search?q=group&kind=organisations", "joyce", rows.organisations),
    "conflicts": List("/review/rounds/{code}/conflicts", "daniel", rows.submitted),
    "share": List("/review/rounds/{code}/share", "joyce", rows.wanting_readers),
    "queue": List("/inbox", "daniel", rows.readings),
    "messages": List("/messages", "joyce", rows.messages),
    "messages in the inbox": List("/inbox?queue=to_answer", "helen", rows.messages),
    "history": List("/history", "helen", rows.submitted),
    "somebody's history": List("/history?person=j&kind=message", "wei", rows.messages),
    "panel": List("/review/rounds/{code}/panel", "joyce", rows.scored),
    "reserve list": List("/review/rounds/{code}/reserve", "joyce", rows.reserved),
    "report": List("/review/rounds/{code}/report", "joyce", rows.scored),
    "letters": List("/review/rounds/{code}/letters", "martin", rows.confirmed),
    "release": List("/review/rounds/{code}/letters/release", "martin", rows.confirmed),
    "e-mails": List("/demo/mail", "amina", rows.letters),
    "outbox": List("/outbox", "wei", rows.letters),
    "failed e-mails": List("/inbox", "wei", rows.failed_letters),
}


@pytest.mark.parametrize("each", LISTS.values(), ids=LISTS)
def test_thirty_rows_ask_no_more_than_one(each: List, app, as_, queries) -> None:
    path = each.path.format(
        home=rows.home("amina").ref, circle=rows.home("grace").ref, code=rows.the_round(closed=True).code
    )
    client, asked = as_(each.who), []
    for more in (1, 29):
        with action():
            each.grow(more)
        db.session.remove()
        client.get(path)  # words and forms that a process keeps are kept by now
        with queries() as counted:
            assert client.get(path).status_code == 200
        asked.append(counted.statements)
    assert len(asked[0]) == len(asked[1]) <= MOST
