"""Two deeds at the same moment, one of them a merge; on PostgreSQL with a connection each, on SQLite with threads."""

import threading
import time

import pytest
from sqlalchemy import select

from portal.applications import actions as applying
from portal.applications.guesting import ACCESS_ENDED
from portal.applications.models import Application
from portal.applications.queries import one_for
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Clash, Refusal, WrongState
from portal.organisations import actions, merging, notices_merging, requests, teams
from portal.organisations.models import Merge, Organisation, TeamMember
from portal.organisations.queries import one_for as organisation_for
from portal.organisations.queries import someone_for
from portal.organisations.rules import mark_of
from portal.permissions import Role
from tests.applications import drafts
from tests.applications.test_keying import typed
from tests.assessments.steps import at_once
from tests.organisations.twins import WHY, again, apart, join, merge, record
from tests.organisations.walking import again as there
from tests.organisations.walking import home, marks

CROWD = 8


def merging_of(stays: Organisation, goes: Organisation, by):
    """The deed of merging two records as they stand now, for a thread of its own."""
    read, ids = {each.ref: each.version for each in (stays, goes)}, (stays.id, goes.id)
    return lambda: merging.merge(there(ids[0]), there(ids[1]), WHY, read, by=by)


def test_two_who_merge_in_opposite_directions_make_one_merge(app, cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    ways = [merging_of(tea, twin, cast["joyce"]), merging_of(twin, tea, cast["priya"])] * (CROWD // 2)

    came = at_once(app, ways)

    assert [type(one) for one in came if one is not None] == [Clash] * (CROWD - 1)
    assert len(db.session.scalars(select(Merge)).all()) == 1
    pointing = [each.merged_into_id for each in (again(tea), again(twin))]
    assert pointing in ([None, tea.id], [twin.id, None])
    assert sorted(db.session.scalars(select(Deed.verb).where(Deed.verb.in_(("merge", "take_in"))))) == [
        "merge",
        "take_in",
    ]


def test_three_records_never_become_a_chain(app, cast) -> None:
    tea, twin, third = home("amina"), record("Hyde Park Tablets"), record("Hyde Park Chips")
    ways = [merging_of(*each, cast["joyce"]) for each in ((tea, twin), (twin, third), (third, tea))]

    at_once(app, ways)

    pointers = {each.id: each.merged_into_id for each in map(again, (tea, twin, third))}
    assert any(pointers.values())
    assert all(into is None or pointers[into] is None for into in pointers.values())


def test_a_draft_that_is_sent_while_its_record_is_merged_is_sent_and_is_theirs(app, cast) -> None:
    twin = record("Hyde Park Tablets")
    join(twin, role=Role.LEAD)
    tea, ref = home("amina"), drafts.filled(cast["amina"]).ref
    amina = cast["amina"]

    came = at_once(
        app, [merging_of(twin, tea, cast["joyce"]), lambda: applying.submit(one_for(amina, ref), amina.name, by=amina)]
    )

    assert came == [None, None]
    found = one_for(someone_for(amina.email), ref)
    assert (found.state, found.organisation.ref, found.organisation_id) == ("submitted", twin.ref, tea.id)


def test_of_two_drafts_begun_while_records_are_merged_there_is_never_one_too_many(app, cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    nadia, amina = join(twin), cast["amina"]
    drafts.begun(amina)
    window = drafts.open_round().id

    def begin():
        round_ = drafts.open_round()
        assert round_.id == window
        return applying.start(round_, drafts.RIGHT, by=nadia).ref

    came = at_once(app, [merging_of(tea, twin, cast["joyce"]), begin])

    live = db.session.scalars(select(Application.owner_id).where(Application.state != "withdrawn")).all()
    merged = again(twin).merged_into_id is not None
    assert isinstance(came[0], WrongState) is not merged
    assert len(live) == (1 if merged else 2)


def test_the_last_leads_of_both_cannot_leave_while_they_are_merged(app, cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    nadia, amina = join(twin), cast["amina"]
    merge(tea, twin, cast["joyce"])
    id = tea.id

    came = at_once(app, [lambda by=by: teams.leave(there(id), by=by) for by in (nadia, amina)])

    assert [type(one) for one in came if one is not None] == [WrongState]
    leads = select(TeamMember).where(TeamMember.organisation_id.in_((tea.id, twin.id)), TeamMember.role == "lead")
    assert len(db.session.scalars(leads.where(TeamMember.left_at.is_(None))).all()) == 1


def test_details_that_are_saved_while_their_record_is_merged_are_never_written_to_the_other(app, cast) -> None:
    twin, tea = record("Hyde Park Tablets"), home("amina")
    amina, id = cast["amina"], tea.id
    read = mark_of(actions.details_of(tea), ["what"])

    came = at_once(
        app,
        [
            merging_of(twin, tea, cast["joyce"]),
            lambda: actions.edit(there(id), {"what": "Tea, mostly."}, read, by=amina) and None,
        ],
    )

    whats = again(tea).what, again(twin).what
    assert came[0] is None or isinstance(came[0], Clash)
    if came[1] is None:
        assert "Tea, mostly." in whats
    else:
        assert isinstance(came[1], Clash)
        assert "Tea, mostly." not in whats


def test_a_check_that_is_decided_while_its_record_is_merged_decides_nothing_about_the_other(app, cast) -> None:
    from portal.organisations import verifying  # noqa: PLC0415

    tea, twin = home("amina"), record("Hyde Park Tablets")
    ids, read = (tea.id, twin.id), twin.version

    def decide() -> None:
        verifying.judge(there(ids[1]), "verify", marks(), "", read, by=cast["priya"])

    came = at_once(app, [merging_of(tea, twin, cast["joyce"]), decide])

    assert len([one for one in came if isinstance(one, Clash)]) == 1
    assert again(tea).state == "unverified"


def test_taking_apart_and_the_team_at_the_same_moment(app, cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    nadia = join(twin)
    found = merge(tea, twin, cast["joyce"])
    requests.ask(again(tea), "", by=cast["grace"])
    found_id, ids = found.id, (tea.id, twin.id)

    def part():
        apart(db.session.get_one(Merge, found_id), cast["priya"])

    def leave():
        teams.leave(there(ids[0]), by=nadia)

    came = at_once(app, [part, leave])

    assert all(one is None or isinstance(one, Refusal) for one in came)
    leads = select(TeamMember.person_id).where(TeamMember.role == "lead", TeamMember.left_at.is_(None))
    assert cast["amina"].person_id in db.session.scalars(leads.where(TeamMember.organisation_id == tea.id)).all()
    own = select(TeamMember.role).where(TeamMember.organisation_id == twin.id, TeamMember.left_at.is_(None))
    if again(twin).merged_into_id is None:
        assert "lead" in db.session.scalars(own).all() or not db.session.scalars(own).all()


@pytest.mark.parametrize("direction", ["the record goes", "the record stays"])
def test_a_save_that_waited_while_records_were_taken_apart_writes_nothing(app, cast, monkeypatch, direction) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    nadia, draft = join(twin), drafts.filled(cast["amina"])
    found = merge(*((twin, tea) if direction == "the record goes" else (tea, twin)), cast["joyce"])
    ref, found_id, begun = draft.ref, found.id, threading.Event()
    told = notices_merging.taken_apart

    def slowly(*whose) -> None:
        """Everything is held by now: let the others come, and wait until they stand behind it."""
        begun.set()
        time.sleep(0.5)
        told(*whose)

    monkeypatch.setattr(notices_merging, "taken_apart", slowly)

    def part():
        apart(db.session.get_one(Merge, found_id), cast["priya"])

    def save(email: str, title: str):
        who = someone_for(email)
        application = one_for(who, ref)
        begun.wait(10)
        drafts.save(application, "project", who, title=title)

    came = at_once(app, [part, lambda: save(nadia.email, "By Nadia"), lambda: save(cast["amina"].email, "By Amina")])

    assert [str(one.sentence) if one else None for one in came] == [None, str(ACCESS_ENDED), None]
    assert drafts.row_of(draft, "project").answers["title"] == "By Amina"


def test_taking_apart_and_sending_it_for_them_keep_nobody_waiting(app, cast) -> None:
    joyce, twin = cast["joyce"], record("Hyde Park Tablets")
    join(twin)
    draft = typed(joyce)
    whose = db.session.get_one(Organisation, draft.organisation_id)
    found = merge(whose, twin, cast["priya"])
    ref, found_id = draft.ref, found.id

    def part():
        apart(db.session.get_one(Merge, found_id), cast["priya"])

    def send():
        applying.submit(one_for(joyce, ref), "Betty Wood", by=joyce)

    came = at_once(app, [part, send])

    assert all(one is None or isinstance(one, Refusal) for one in came)
    assert one_for(joyce, ref).state == "submitted"


def test_a_page_that_was_open_for_the_record_finds_the_one_that_stays(app, cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    merge(tea, twin, cast["joyce"])
    with action():
        kept = organisation_for(someone_for(cast["amina"].email), tea.ref)
    assert kept.id == tea.id
