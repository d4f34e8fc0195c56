"""Taking what waits, handing it over and giving it back: seen by all, locking nothing, and ending by itself."""

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from portal.accounts import council
from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments import actions as triage
from portal.assessments import decisions
from portal.assessments.models import Decision
from portal.db.session import action, db
from portal.desk import claiming, colleagues, rules
from portal.desk.filters import Filters
from portal.desk.lapsing import lapse
from portal.desk.models import Claim, SavedView
from portal.desk.queues import WORK, counted, page_for
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Clash, Invalid, NotThere, Refusal, WrongState
from portal.kit.queues import Waiting
from portal.organisations import verifying
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.verification import CHECKLIST, Mark
from portal.permissions import PORTAL, Role, Someone
from tests.assessments import builders, steps
from tests.assessments.steps import at_once
from tests.conftest import Clock

Cast = dict[str, Someone]
Letters = Callable[[], list]
DAY = dt.timedelta(days=1)


def to_check(number: int = 1) -> list[str]:
    """Applications that wait to be checked, by reference."""
    return [one.ref for one in steps.sent(steps.closed_round(), number)]


def take(ref: str, by: Someone, queue: str = "to_triage", stamp: str = "") -> None:
    """Take it."""
    claiming.take(queue, ref, stamp, by=by)


def in_inbox(someone: Someone, ref: str, queue: str = "to_triage") -> Waiting | None:
    """A row of somebody's inbox."""
    db.session.rollback()
    found = {next(iter(row.values.values())): row for row in page_for(someone, Filters(queue)).rows}
    return found.get(ref)


def holder(someone: Someone, ref: str, queue: str = "to_triage") -> str | None:
    """Who has it, as somebody reads it in their inbox."""
    row = in_inbox(someone, ref, queue)
    assert row is not None, "it waits still"
    return row.held.name if row.held else None


def stamp_of(someone: Someone, ref: str, queue: str = "to_triage") -> str:
    """What the page of it says of who has it."""
    held = claiming.waiting_for(someone, queue, ref).row.held
    return held.stamp if held else ""


def claims() -> int:
    """How many things are taken."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Claim)) or 0


def ref_of(someone: Someone) -> str:
    """A person's reference."""
    return db.session.get_one(Person, someone.person_id).ref


def test_whoever_takes_it_is_named_in_everybodys_inbox(app: Flask, cast: Cast) -> None:
    one, other = to_check(2)
    take(one, cast["joyce"])
    mine, theirs = in_inbox(cast["joyce"], one), in_inbox(cast["martin"], one)
    assert mine is not None
    assert theirs is not None
    assert (mine.owner, theirs.owner) == (cast["joyce"].person_id,) * 2
    assert (mine.held and mine.held.name, holder(cast["martin"], one)) == ("Joyce Adeyemi",) * 2
    assert holder(cast["martin"], other) is None
    for who, whose, number in (
        ("joyce", "mine", 1),
        ("joyce", "taken", 0),
        ("martin", "taken", 1),
        ("martin", "mine", 0),
    ):
        assert counted(cast[who], Filters("to_triage", whose=whose)).shown == number, (who, whose)
        assert len(page_for(cast[who], Filters("to_triage", whose=whose)).rows) == number
    assert counted(cast["martin"], Filters("to_triage", whose="free")).shown == 1


def test_who_comes_second_is_told_who_has_it_and_can_take_it_over_knowing_that(app: Flask, cast: Cast) -> None:
    [one] = to_check()
    take(one, cast["joyce"])
    with pytest.raises(Clash, match="Joyce Adeyemi has it now"):
        take(one, cast["martin"])
    take(one, cast["martin"], stamp=stamp_of(cast["martin"], one))
    assert holder(cast["joyce"], one) == "Martin Hargreaves"
    take(one, cast["martin"])
    assert [deed.verb for deed in steps.deeds("take") + steps.deeds("take_over")] == ["take", "take_over"]


def test_only_what_waits_in_ones_own_inbox_can_be_taken(app: Flask, cast: Cast) -> None:
    [one] = to_check()
    theirs = steps.sent_by("amina", steps.closed_round(), "submitted")
    with action() as session:
        place = {"organisation_id": theirs.organisation_id, "person_id": cast["joyce"].person_id}
        session.add(TeamMember(**place, role="member", joined_at=utc_now()))
    for who, queue, ref in (
        ("daniel", "to_triage", one),
        ("amina", "to_triage", one),
        ("joyce", "to_propose", one),
        ("joyce", "to_triage", "GC-none"),
        ("joyce", "to_triage", theirs.ref),
        ("joyce", "to_share", steps.closed_round().code),
        ("joyce", "no_queue", one),
    ):
        for deed in (
            lambda w=who, q=queue, r=ref: claiming.take(q, r, "", by=cast[w]),
            lambda w=who, q=queue, r=ref: claiming.give_back(q, r, by=cast[w]),
            lambda w=who, q=queue, r=ref: claiming.hand_over(q, r, ref_of(cast["martin"]), "", by=cast[w]),
        ):
            with pytest.raises(NotThere):
                deed()
    assert claims() == 0
    take(theirs.ref, cast["martin"])
    assert claims() == 1


def test_given_back_it_is_nobodys(app: Flask, cast: Cast) -> None:
    [one] = to_check()
    with pytest.raises(WrongState):
        claiming.give_back("to_triage", one, by=cast["joyce"])
    take(one, cast["joyce"])
    with pytest.raises(WrongState, match="Joyce"):
        claiming.give_back("to_triage", one, by=cast["martin"])
    claiming.give_back("to_triage", one, by=cast["joyce"])
    assert (holder(cast["martin"], one), claims()) == (None, 0)


def test_handed_over_it_is_the_colleagues_who_is_written_to(app: Flask, cast: Cast, letters: Letters) -> None:
    [one] = to_check()
    take(one, cast["joyce"])
    name = claiming.hand_over("to_triage", one, ref_of(cast["martin"]), "Ask for the lease.", by=cast["joyce"])
    row = in_inbox(cast["martin"], one)
    assert row is not None
    assert row.held is not None
    assert (name, row.held.name, row.held.giver, row.held.word) == (
        "Martin Hargreaves",
        "Martin Hargreaves",
        "Joyce Adeyemi",
        "Ask for the lease.",
    )
    [letter] = letters()
    assert letter.to_address == cast["martin"].email
    assert "Joyce Adeyemi handed you something that waits in “To check”" in letter.text
    assert "Ask for the lease" not in letter.text + letter.html, "what it is about is said in the portal alone"
    with pytest.raises(WrongState, match="Martin Hargreaves has it"):
        claiming.hand_over("to_triage", one, ref_of(cast["martin"]), "", by=cast["joyce"])
    take(one, cast["martin"])
    assert in_inbox(cast["martin"], one).held.giver == "Joyce Adeyemi", "taking what is yours changes nothing"


def test_what_nobody_has_can_be_given_to_somebody(app: Flask, cast: Cast) -> None:
    [one] = to_check()
    claiming.hand_over("to_triage", one, ref_of(cast["martin"]), "", by=cast["joyce"])
    assert holder(cast["joyce"], one) == "Martin Hargreaves"


def test_a_colleague_is_somebody_for_whom_the_very_thing_waits(app: Flask, cast: Cast, queries) -> None:  # type: ignore[no-untyped-def]
    theirs = steps.sent_by("amina", steps.closed_round(), "submitted")
    third = builders.approver("Oona")
    with action() as session:
        place = {"organisation_id": theirs.organisation_id, "person_id": third.person_id}
        session.add(TeamMember(**place, role="member", joined_at=utc_now()))
    here = claiming.waiting_for(cast["joyce"], "to_triage", theirs.ref)
    assert [each.name for each in colleagues.who_can(here, but=cast["joyce"])] == ["Martin Hargreaves"]
    for nobody in (third, cast["daniel"], cast["joyce"], cast["amina"]):
        with pytest.raises(Invalid):
            claiming.hand_over("to_triage", theirs.ref, ref_of(nobody), "", by=cast["joyce"])
    for number in range(20):
        builders.approver(f"Kit {number}")
    with queries() as asked:
        assert len(colleagues.who_can(here, but=cast["joyce"])) == 21
    assert asked.number == 2


def test_a_claim_locks_nothing_and_ends_with_the_deed_of_whoever_acts(app: Flask, cast: Cast) -> None:
    [one] = steps.sent(steps.closed_round())
    take(one.ref, cast["joyce"])
    triage.find_eligible(one, by=cast["martin"])
    assert claims() == 0


def test_what_is_withdrawn_or_decided_is_nobodys(app: Flask, cast: Cast) -> None:
    [one] = builders.scored(builders.the_round(9_000_000))
    take(one.ref, cast["joyce"], "to_propose")
    decision = decisions.propose(one, "fund", None, *builders.WORDS, by=cast["joyce"])
    assert claims() == 0
    take(one.ref, cast["martin"], "to_confirm")
    decisions.send_back(decision, "Too short.", by=builders.approver("Oona"))
    assert claims() == 0
    assert holder(cast["martin"], one.ref, "to_propose") is None


def test_a_deed_that_leaves_it_waiting_ends_the_claim_of_others_alone(app: Flask, cast: Cast) -> None:
    tea = builders.organisation_of("amina")
    marks = {
        item.code: Mark("yes" if item is CHECKLIST[0] else "", "Seen." if item is CHECKLIST[0] else "")
        for item in CHECKLIST
    }
    take(tea.ref, cast["joyce"], "to_verify")
    verifying.judge(tea, "keep", marks, "", tea.version, by=cast["joyce"])
    assert holder(cast["priya"], tea.ref, "to_verify") == "Joyce Adeyemi"
    marks[CHECKLIST[1].code] = Mark("yes", "Rang them.")
    db.session.refresh(tea)
    verifying.judge(tea, "keep", marks, "", tea.version, by=cast["priya"])
    assert holder(cast["joyce"], tea.ref, "to_verify") is None


def test_what_begins_to_wait_anew_is_nobodys(app: Flask, cast: Cast, clock: Clock) -> None:
    tea = builders.organisation_of("amina")
    take(tea.ref, cast["joyce"], "to_verify")
    clock.shift(DAY)
    with action() as session:
        session.get_one(Organisation, tea.id).waiting_since = utc_now()
    assert holder(cast["priya"], tea.ref, "to_verify") is None
    assert (lapse(), claims()) == (1, 0)


def test_after_five_working_days_away_it_counts_as_nobodys(app: Flask, cast: Cast, clock: Clock) -> None:
    clock.move_to(dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC))  # a Wednesday
    [one] = to_check()
    clock.move_to(dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC))
    take(one, cast["joyce"])
    for day, is_stale in (
        (dt.datetime(2026, 12, 3, 20, tzinfo=dt.UTC), False),
        (dt.datetime(2026, 12, 4, 8, tzinfo=dt.UTC), True),
    ):
        clock.move_to(day)
        row = in_inbox(cast["martin"], one)
        assert row is not None
        assert row.held is not None
        assert row.held.is_stale == is_stale
        assert row.owner == (None if is_stale else cast["joyce"].person_id)
    assert counted(cast["martin"], Filters("to_triage", whose="free")).shown == 1
    take(one, cast["martin"])
    assert holder(cast["joyce"], one) == "Martin Hargreaves", "nothing has to be known of whoever has been away"


def test_who_loses_the_role_loses_what_they_took_and_with_the_last_one_their_views(app: Flask, cast: Cast) -> None:
    tea, [one] = builders.organisation_of("amina"), to_check()
    oona = builders.approver("Oona")
    person = db.session.get_one(Person, oona.person_id)
    council.give_role(person.email, Role.FINANCE, by=PORTAL)
    take(one, oona)
    take(tea.ref, oona, "to_verify")
    view = {"name": "Soon", "name_key": "soon", "queue": "", "urgency": "soon", "round": "", "whose": ""}
    with action() as session:
        session.add(SavedView(person_id=person.id, made_at=utc_now(), **view))
    council.take_role(person, Role.APPROVER, by=PORTAL)
    assert holder(cast["joyce"], one) is None
    assert holder(cast["joyce"], tea.ref, "to_verify") == "Oona", "finance officers check organisations as well"
    assert db.session.scalar(select(func.count()).select_from(SavedView)) == 1
    council.take_role(person, Role.FINANCE, by=PORTAL)
    assert (claims(), db.session.scalar(select(func.count()).select_from(SavedView))) == (0, 0)


def test_who_comes_into_conflict_loses_it_within_ten_minutes(app: Flask, cast: Cast) -> None:
    [one] = steps.sent(steps.closed_round())
    take(one.ref, cast["joyce"])
    assert (lapse(), claims()) == (0, 1)
    with action() as session:
        place = {"organisation_id": one.organisation_id, "person_id": cast["joyce"].person_id}
        session.add(TeamMember(**place, role="member", joined_at=utc_now()))
    assert (lapse(), claims()) == (1, 0)
    assert [deed.actor_id for deed in steps.deeds("lapse")] == [None]


@pytest.mark.slow
def test_of_sixteen_who_take_it_at_once_one_has_it_and_the_others_are_told_who(app: Flask, cast: Cast) -> None:
    [one] = to_check()
    crowd = [cast["joyce"], cast["martin"], *(builders.approver(f"Kit {number}") for number in range(14))]
    db.session.rollback()
    came = at_once(app, [lambda who=who: claiming.take("to_triage", one, "", by=who) for who in crowd])
    refused = [str(each.sentence) for each in came if isinstance(each, Refusal)]
    name = holder(cast["joyce"], one)
    assert (len(refused), claims(), len(steps.deeds("take"))) == (15, 1, 1)
    assert all(str(name) in sentence for sentence in refused)


@pytest.mark.slow
def test_taking_and_deciding_at_once_leaves_nothing_taken(app: Flask, cast: Cast) -> None:
    found = [one.id for one in steps.sent(steps.closed_round(), 6)]
    refs = {id: db.session.get_one(Application, id).ref for id in found}
    db.session.rollback()
    acts: list[Callable[[], object]] = []
    for id in found:
        acts.append(lambda id=id: claiming.take("to_triage", refs[id], "", by=cast["joyce"]))
        acts.append(lambda id=id: triage.find_eligible(db.session.get_one(Application, id), by=cast["martin"]))
    at_once(app, acts)
    lapse()
    assert claims() == 0
    assert {steps.state_of(db.session.get_one(Application, id)) for id in found} == {"assessing"}


def test_new_queues_that_say_they_are_claimable_are_complete() -> None:
    for work in WORK:
        assert work.record or not work.claimable, f"{work.code}: say whose record it is"


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 30))
def test_so_many_working_days_lie_between(day: dt.date, number: int) -> None:
    before = rules.working_days_before(day, number)
    between = [before + DAY * each for each in range((day - before).days)]
    assert sum(each.weekday() < 5 for each in between) == number
    assert number == 0 or before.weekday() < 5


def test_decisions_stand_for_the_application_that_waits() -> None:
    assert Decision(id=7, application_id=3).waits_as() == ("application", 3)
    assert london_day(rules.stale_before(dt.datetime(2026, 12, 4, 8, tzinfo=dt.UTC))) == dt.date(2026, 11, 27)
