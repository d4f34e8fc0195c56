"""The list of all applicants, and sharing out with a look at the numbers first."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from portal.applications.models import Guest, Keyed
from portal.assessments.models import Conflict, Declaration
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.organisations.models import Organisation
from tests import reader
from tests.assessments import builders, steps


def boxes(page: str) -> list[tuple[str, bool, bool]]:
    """Each organisation in the list: its name, whether it is ticked, whether that is fixed."""
    tree = reader.parse(page)
    names = {each.get("for"): (each.text or "").strip() for each in tree.iter("label")}
    return [
        (names[box.get("id")], "checked" in box.attrib, "disabled" in box.attrib)
        for box in tree.iter("input")
        if box.get("name") == "conflict"
    ]


def mark_of(page: str, name: str) -> str:
    """What stands for the organisation of that name in somebody's list."""
    return re.findall(rf'value="([0-9a-f]{{22}})"[^>]*><label[^>]*>{name}', page)[0]


def test_the_list_has_every_applicant_by_name_and_nothing_else_of_them(app, cast, as_) -> None:
    round_ = steps.closed_round()
    with action():
        names = [f"Zed {number:03}" for number in range(120)]
        for name in names:
            builders.application(round_, builders.organisation(name), state="submitted", title="A heron canary")
        builders.application(round_, builders.organisation("Withdrew"), state="withdrawn")
    steps.sent_by("grace", round_, title="A heron canary")
    page = as_("ruth").get(f"/review/rounds/{round_.code}/conflicts").get_data(as_text=True)
    assert boxes(page) == [("Seacroft Signing Circle", True, True), *((name, False, False) for name in names)]
    assert (re.findall(r"GC-[0-9A-Z]{4}", page), "heron" in page) == ([], False)
    assert [
        box[1:] for box in boxes(as_("daniel").get(f"/review/rounds/{round_.code}/conflicts").get_data(as_text=True))
    ] == [(False, False)] * 121


def test_ticks_are_kept_and_the_known_one_stays_even_unsent(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    [other] = steps.sent(round_)
    name = db.session.get_one(Organisation, other.organisation_id).name
    ruth, here = as_("ruth"), f"/review/rounds/{round_.code}/conflicts"
    answer = send(ruth, here, {"conflict": [mark_of(ruth.get(here).get_data(as_text=True), name)]}, action=here)
    assert (answer.status_code, answer.location) == (303, f"/review/rounds/{round_.code}")
    assert "nothing of these organisations will reach you" in ruth.get(answer.location).get_data(as_text=True)
    kept = {row.organisation_id: row.source for row in db.session.scalars(select(Conflict))}
    assert kept == {circle.organisation_id: "known", other.organisation_id: "declared"}
    assert {ticked for _, ticked, _ in boxes(ruth.get(here).get_data(as_text=True))} == {True}


def test_who_has_no_conflict_says_so_too(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    steps.sent(round_)
    here = f"/review/rounds/{round_.code}/conflicts"
    daniel = as_("daniel")
    answer = send(daniel, here, action=here)
    assert "no conflict of interest in this round" in daniel.get(answer.location).get_data(as_text=True)
    assert [each.person_id for each in db.session.scalars(select(Declaration))] == [cast["daniel"].person_id]


def test_the_list_opens_when_the_round_has_closed(app, cast, as_) -> None:
    round_ = builders.the_round()
    with action():
        builders.application(round_, builders.organisation("Early Bird"), state="submitted")
    here = f"/review/rounds/{round_.code}/conflicts"
    daniel = as_("daniel")
    page = daniel.get(here).get_data(as_text=True)
    assert (boxes(page), "Early Bird" in page, "This round is open until" in page) == ([], False, True)
    answer = daniel.post(here, data=steps.keys(daniel))
    assert answer.status_code == 409


def test_after_sharing_out_ticks_can_only_be_added(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    first, second = steps.sent(round_, 2, "assessing")
    names = [db.session.get_one(Organisation, each.organisation_id).name for each in (first, second)]
    here = f"/review/rounds/{round_.code}/conflicts"
    daniel = as_("daniel")
    refs = [mark_of(daniel.get(here).get_data(as_text=True), name) for name in names]
    send(daniel, here, {"conflict": refs[:1]}, action=here)
    steps.declared(round_, cast, "ruth", "hannah")
    joyce = as_("joyce")
    share = f"/review/rounds/{round_.code}/share"
    send(joyce, share, action=share)
    assert sorted(box[1:] for box in boxes(daniel.get(here).get_data(as_text=True))) == [(False, False), (True, True)]
    send(daniel, here, {"conflict": refs[1:]}, action=here)
    assert [each.state for each in steps.readings() if each.reviewer_id == cast["daniel"].person_id] == ["stood_down"]


def test_no_reference_stands_in_the_list_and_its_marks_are_ones_own(app, cast, as_, send) -> None:
    """In a round that hides names, nothing that stands beside a name here turns up anywhere else."""
    round_ = steps.closed_round(names_hidden=True)
    applications = steps.sent(round_, 3, "assessing")
    organisations = [db.session.get_one(Organisation, each.organisation_id) for each in applications]
    refs = [each.ref for each in (*applications, *organisations)]
    here = f"/review/rounds/{round_.code}/conflicts"
    pages = {key: as_(key).get(here).get_data(as_text=True) for key in ("daniel", "hannah", "joyce")}
    assert [ref for ref in refs for page in pages.values() if ref in page] == []
    marks = [mark_of(page, each.name) for page in pages.values() for each in organisations]
    assert len(set(marks)) == 9
    send(as_("hannah"), here, {"conflict": marks[3:4]}, action=here)
    assert steps.conflicts_of(cast["hannah"]) == [(organisations[0].id, "declared")]


def test_a_tick_that_the_list_does_not_know_is_never_lost_in_silence(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    organisation = db.session.get_one(Organisation, application.organisation_id)
    here, daniel = f"/review/rounds/{round_.code}/conflicts", as_("daniel")
    mine = mark_of(daniel.get(here).get_data(as_text=True), organisation.name)
    for stale in (organisation.ref, mark_of(as_("ruth").get(here).get_data(as_text=True), organisation.name)):
        answer = send(daniel, here, {"conflict": [mine, stale]}, action=here)
        page = answer.get_data(as_text=True)
        assert (answer.status_code, "The list has changed since you opened it" in page) == (409, True)
        assert boxes(page) == [(organisation.name, True, False)], "what was ticked stays ticked"
    assert db.session.scalars(select(Declaration)).all() == []


def test_what_the_portal_knows_says_why(app, cast, as_) -> None:
    round_ = steps.closed_round()
    circle, typed, helped = steps.sent_by("grace", round_), *steps.sent(round_, 2)
    names = [db.session.get_one(Organisation, each.organisation_id).name for each in (circle, typed, helped)]
    ruth, now = cast["ruth"].person_id, utc_now()
    with action() as session:
        keyed = {"application_id": typed.id, "keyed_by": ruth, "came_by": "phone", "came_on": now.date()}
        session.add(Keyed(**keyed, contact_name="Lee"))
        guest = {"application_id": helped.id, "person_id": ruth, "role": "write", "invited_by": helped.started_by}
        session.add(Guest(**guest, since=now))
    page = as_("ruth").get(f"/review/rounds/{round_.code}/conflicts").get_data(as_text=True)
    why = ("you are or were in this team", "you typed its application in", "you helped in its application as a guest")
    for name, words in zip(names, why, strict=True):
        assert f"{name} <small>({words})</small>" in page


@pytest.mark.parametrize(("key", "status"), [("helen", 403), ("amina", 403), ("wei", 403), ("joyce", 200)])
def test_who_can_open_the_list(app, cast, as_, key: str, status: int) -> None:
    round_ = steps.closed_round()
    assert as_(key).get(f"/review/rounds/{round_.code}/conflicts").status_code == status


def test_the_numbers_come_first_and_one_press_shares_out(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 4, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    joyce, here = as_("joyce"), f"/review/rounds/{round_.code}/share"
    page = joyce.get(here).get_data(as_text=True)
    assert re.findall(r'<strong class="n">(\d+)</strong> ([^<\n]+)', page) == [
        ("4", "to share out now"),
        ("2", "reviewers have declared"),
        ("1", "have not yet"),
    ]
    assert re.findall(r'<th scope="row">([^<]+)</th>.*?<td class="n">(\d+)</td><td class="n">(\d+)</td>', page) == [
        ("Daniel Kowalski", "0", "4"),
        ("Hannah Thwaite", "0", "0"),
        ("Ruth Shah", "0", "4"),
    ]
    answer = send(joyce, here, action=here)
    assert (answer.status_code, len(steps.readings())) == (303, 8)
    assert "Shared out: 4 applications." in joyce.get(answer.location).get_data(as_text=True)
    page = joyce.get(here).get_data(as_text=True)
    assert "Nothing waits to be shared out" in page
    assert f'action="{here}"' not in page
    again = joyce.post(here, data=steps.keys(joyce))
    assert (again.status_code, len(steps.readings())) == (303, 8)
    assert "nothing left to share out" in joyce.get(again.location).get_data(as_text=True)


def test_what_is_short_of_readers_is_said_before_and_after(app, cast, as_) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 2, "assessing")
    joyce, here = as_("joyce"), f"/review/rounds/{round_.code}/share"
    page = joyce.get(here).get_data(as_text=True)
    assert "2 applications will have too few readers" in page
    assert f'action="{here}"' not in page


@pytest.mark.parametrize("key", ["daniel", "helen", "priya", "amina"])
def test_only_approvers_share_out(app, cast, as_, key: str) -> None:
    round_ = steps.closed_round()
    client = as_(key)
    here = f"/review/rounds/{round_.code}/share"
    assert [client.get(here).status_code, client.post(here, data=steps.keys(client)).status_code] == [403, 403]


def test_every_figure_says_as_of_when(app, cast, as_, clock) -> None:
    clock.move_to(dt.datetime(2026, 11, 12, 14, 2, tzinfo=dt.UTC))
    round_ = steps.closed_round()
    steps.sent(round_)
    pages = [as_("joyce").get(f"/review/rounds/{round_.code}{end}") for end in ("", "/share", "/panel")]
    assert ["As of Thursday 12 November 2026 at 2:02pm" in each.get_data(as_text=True) for each in pages] == [True] * 3
