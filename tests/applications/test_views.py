"""The list of applications, and the page of one."""

import datetime as dt
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import insert

from portal.applications import actions, rules
from portal.applications.models import Application
from portal.db.session import action
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.refs import new_ref
from portal.organisations.models import TeamMember
from portal.permissions import PORTAL, Someone
from tests.applications import drafts
from tests.applications.conftest import Statements
from tests.assessments import asking
from tests.conftest import Clock
from tests.reader import Reader, forms

As = Callable[[str], Reader]
Cast = dict[str, Someone]


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def withdrawn_copies(draft: Application, number: int) -> None:
    """So many more applications of the same organisation, all withdrawn."""
    columns = {column.key: getattr(draft, column.key) for column in Application.__table__.columns if column.key != "id"}
    with action() as session:
        rows = [{**columns, "ref": new_ref("GC"), "state": "withdrawn"} for _ in range(number)]
        session.execute(insert(Application), rows)


def test_an_empty_list_says_what_will_be_there(as_: As) -> None:
    assert "No applications yet" in text_of(as_("marcia"), "/applications")


def test_the_list_holds_the_organisations_own_newest_first(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    drafts.begun(cast["grace"])
    text = text_of(as_("tom"), "/applications")
    assert text.count('href="/applications/') == 1
    for told in ("Tea, cake and tablets", "£1,000.50", draft.ref, "You are writing it"):
        assert told in text


def test_thirty_applications_take_as_many_statements_as_one_and_are_paged(
    as_: As, cast: Cast, statements: Statements
) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    with_one = statements(client, "/applications")
    withdrawn_copies(draft, 30)
    assert with_one == statements(client, "/applications") <= 8
    first = text_of(client, "/applications")
    assert first.count('href="/applications/GC-') == 25
    after = first.split('rel="next" href="')[1].split('"')[0]
    second = text_of(client, after)
    assert second.count('href="/applications/GC-') == 6
    before = second.split('rel="prev" href="')[1].split('"')[0]
    assert text_of(client, before).count('href="/applications/GC-') == 25


@pytest.mark.parametrize("key", ["x", "WzFd", "WyJhIl0", "%00"])
def test_a_key_that_is_no_place_shows_a_list_all_the_same(as_: As, cast: Cast, key: str) -> None:
    drafts.begun(cast["amina"])
    assert as_("amina").get(f"/applications?after={key}&before={key}").status_code == 200


def test_a_draft_shows_its_parts_how_far_they_are_and_who_is_in_the_team(as_: As, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    for code in ("organisation", "contacts", "project", "safe"):
        drafts.save(draft, code, cast["amina"], **drafts.ANSWERS[code])
    drafts.save(draft, "people", cast["tom"], people_helped="about forty")
    drafts.save(draft, "costs", cast["tom"], other_money="no")
    text = text_of(as_("tom"), f"/applications/{draft.ref}")
    assert "4 of 9 parts done" in text
    assert [text.count(f">{word}</span>") for word in ("Done", "Started", "Needs another look", "Not started")] == [
        4,
        1,
        1,
        3,
    ]
    for told in ("Tom Barker", "Amina Yusuf started the application", "You write it", "you have 30 minutes more"):
        assert told in text


@pytest.mark.parametrize("state", rules.SENT)
def test_every_state_after_sending_says_where_it_is(as_: As, cast: Cast, state: str) -> None:
    draft = drafts.sent(cast["amina"])
    reach(draft, state, cast)
    text = text_of(as_("tom"), f"/applications/{draft.ref}")
    assert f">{rules.MACHINE.state(state).partner}</span>" in text
    assert ("Read the decision and the reasons" in text) is (state in rules.DECIDED)
    assert ("Your rules say so." in text) is (state == "not_eligible")
    assert "parts done" not in text


def reach(draft: Application, state: str, cast: Cast) -> None:
    """Take an application to a state by the moves that lead there."""
    if state == "changes_asked":
        asking.asked(draft, by=cast["joyce"])
        return
    scored = ["accept", "finish_scoring"]
    moves = {"submitted": [], "not_eligible": ["refuse"], "assessing": ["accept"], "scored": scored}
    release = {"funded": "fund", "part_funded": "part_fund", "reserved": "reserve", "declined": "decline"}
    names = moves[state] if state in moves else [*scored, release[state]]
    with action():
        draft.outcome_reasons = "Your rules say so." if state == "not_eligible" else None
        for name in names:
            move(draft, name, by=PORTAL if name == "finish_scoring" else cast["joyce"])


def test_what_happened_is_told_without_naming_the_councils_people(as_: As, cast: Cast) -> None:
    draft = drafts.sent(cast["amina"])
    reach(draft, "assessing", cast)
    text = text_of(as_("amina"), f"/applications/{draft.ref}")
    assert "The council found it eligible" in text
    assert "Amina Yusuf sent the application" in text
    assert "Joyce" not in text
    assert "saved a part of it" not in text


def test_withdrawing_is_offered_to_leads_alone(as_: As, cast: Cast) -> None:
    draft = drafts.sent(cast["amina"])
    path = f"/applications/{draft.ref}"
    assert ["Withdraw this application" in text_of(as_(key), path) for key in ("amina", "tom")] == [True, False]


def test_someone_in_two_teams_is_told_for_whom_to_act(as_: As, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    join(cast["marcia"], draft.organisation_id)
    client = as_("marcia")
    answer = client.get(f"/applications/{draft.ref}")
    assert answer.status_code == 404
    assert "This belongs to Hyde Park Tea and Tech." in unescape(answer.get_data(as_text=True))
    assert as_("grace").get(f"/applications/{draft.ref}").get_data(as_text=True).count("Hyde Park") == 0


def test_a_link_from_a_letter_leads_there_with_one_press(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    join(cast["marcia"], draft.organisation_id)
    client, path = as_("marcia"), f"/applications/{draft.ref}/answers?from=letter"
    page = client.get(path).get_data(as_text=True)
    assert "Act for Hyde Park Tea and Tech and open it" in page
    form = next(each for each in forms(page) if each.action.endswith("/switch"))
    answer = client.post(form.action, data=form.fields)
    assert (answer.status_code, answer.location) == (303, path)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("onward", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:1", ""])
def test_acting_for_a_team_leads_to_no_other_site(as_: As, cast: Cast, onward: str) -> None:
    draft = drafts.begun(cast["amina"])
    join(cast["marcia"], draft.organisation_id)
    client = as_("marcia")
    page = client.get(f"/applications/{draft.ref}").get_data(as_text=True)
    form = next(each for each in forms(page) if each.action.endswith("/switch"))
    answer = client.post(form.action, data={**form.fields, "next": onward})
    assert (answer.status_code, answer.location) == (303, form.action.removesuffix("/switch"))


def join(someone: Someone, organisation_id: int) -> None:
    """Put somebody into a second team."""
    with action() as session:
        session.add(
            TeamMember(organisation_id=organisation_id, person_id=someone.person_id, role="lead", joined_at=utc_now())
        )


def test_nobody_opens_the_list_without_a_team(as_: As, client: Reader) -> None:
    assert [as_(key).get("/applications").status_code for key in ("daniel", "wei")] == [403, 403]
    assert client.get("/applications").location == "/sign-in?next=/applications"


def test_a_draft_that_its_round_left_behind_is_not_being_written_any_more(as_: As, cast: Cast, clock: Clock) -> None:
    drafts.begun(cast["amina"])
    closes = drafts.open_round().closes_at
    clock.move_to(closes + dt.timedelta(minutes=29))
    during = text_of(as_("amina"), "/applications")
    clock.move_to(closes + dt.timedelta(minutes=31))
    after = text_of(as_("amina"), "/applications")
    words = ("You are writing it", ">Not sent</span>", "closed on")
    assert [[word in text for word in words] for text in (during, after)] == [[True, False, False], [False, True, True]]


def test_home_holds_a_draft_until_the_grace_has_ended(as_: As, cast: Cast, clock: Clock) -> None:
    draft = drafts.begun(cast["amina"])
    closes, link = drafts.open_round().closes_at, f'href="/applications/{draft.ref}"'
    clock.move_to(closes + dt.timedelta(minutes=29))
    during = text_of(as_("amina"), "/home")
    clock.move_to(closes + dt.timedelta(minutes=31))
    assert [link in during, link in text_of(as_("amina"), "/home")] == [True, False]


def test_a_draft_that_was_withdrawn_leaves_room_for_another(as_: As, cast: Cast) -> None:
    actions.withdraw(drafts.begun(cast["amina"]), by=cast["amina"])
    drafts.begun(cast["amina"])
    text = text_of(as_("amina"), "/applications")
    assert [text.count(word) for word in ("You withdrew it", "You are writing it")] == [1, 1]


def test_the_task_list_says_who_else_writes_where(as_: As, cast: Cast, clock: Clock, statements: Statements) -> None:
    clock.move_to(dt.datetime(2026, 12, 1, 14, 2, tzinfo=dt.UTC))
    draft = drafts.begun(cast["amina"])
    path = f"/applications/{draft.ref}"
    drafts.save(draft, "organisation", cast["amina"], **drafts.ANSWERS["organisation"])
    alone = statements(as_("amina"), path)
    drafts.save(draft, "project", cast["tom"], title="Tea")
    assert "Tom Barker is writing here just now" in text_of(as_("amina"), path)
    assert "is writing here just now" in text_of(as_("tom"), path)
    assert statements(as_("amina"), path) == alone + 1 <= 8
    clock.shift(dt.timedelta(minutes=5))
    text = text_of(as_("amina"), path)
    assert "Tom Barker wrote here last, on Tuesday 1 December 2026 at 2:02pm" in text
    assert "Amina Yusuf wrote here last" not in text
    assert "Amina Yusuf wrote here last, on" in text_of(as_("tom"), path)


def test_a_lead_is_led_to_invite_a_colleague_and_a_member_is_not(as_: As, cast: Cast) -> None:
    path = f"/applications/{drafts.begun(cast['amina']).ref}"
    found = ["Invite a colleague to your team" in text_of(as_(key), path) for key in ("amina", "tom")]
    assert found == [True, False]
