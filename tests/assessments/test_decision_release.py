"""Releasing: every letter that was read and no other, whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from portal.applications.models import Application
from portal.assessments import decision_queries, decisions
from portal.assessments.models import Conflict, Decision
from portal.assessments.rules import OUTCOMES
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotAllowed, WrongState
from portal.mail.models import Letter
from portal.organisations.queries import leads_of_all
from portal.permissions import Someone
from tests.assessments import builders
from tests.assessments.builders import WORDS

STATES = {"fund": "funded", "part_fund": "part_funded", "reserve": "reserved", "decline": "declined"}


def confirmed(found: list[Application], cast: dict[str, Someone], outcome: str = "fund") -> list[Decision]:
    """Decisions that wait for their letters."""
    return [
        decisions.confirm(decisions.propose(one, outcome, 100_000, *WORDS, by=cast["joyce"]), by=cast["martin"])
        for one in found
    ]


def now(found: Application) -> Application:
    """The application as the database has it now."""
    return db.session.scalars(
        select(Application).where(Application.id == found.id).execution_options(populate_existing=True)
    ).one()


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_letter_tells_the_decision_to_every_lead_and_to_no_member(app, cast, letters, outcome) -> None:
    round_ = builders.the_round()
    with action():
        home = builders.organisation("Tea and tablets", leads=2)
    [one] = builders.scored(round_, [300_000], home=home)
    [decision] = confirmed([one], cast, outcome)
    assert decisions.release(round_, by=cast["joyce"]) == 1
    assert (now(one).state, now(one).outcome_reasons) == (STATES[outcome], WORDS[0])
    assert (decision.state, decision.released_by) == ("released", cast["joyce"].person_id)
    leads = leads_of_all([home.id])[home.id]
    assert sorted(letter.to_address for letter in letters()) == sorted(leads)
    assert len(leads) == 2
    [first, _] = letters()
    assert first.subject == f"Our decision on “{one.title}”"
    assert decision.letter in first.text
    assert f"http://localhost/applications/{one.ref}/decision" in first.text


def test_the_partner_hears_nothing_before(app, cast, letters) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    confirmed([one], cast)
    assert letters() == []
    assert (now(one).state, now(one).outcome_reasons) == ("scored", None)


def test_everything_goes_out_at_once_and_once(app, cast, letters) -> None:
    round_ = builders.the_round(9_000_000)
    found = builders.scored(round_, [300_000] * 5)
    confirmed(found[:4], cast)
    waits = decisions.propose(found[4], "fund", None, *WORDS, by=cast["joyce"])
    assert decisions.release(round_, by=cast["martin"]) == 4
    assert [now(one).state for one in found] == ["funded"] * 4 + ["scored"]
    assert waits.state == "proposed"
    with pytest.raises(WrongState):
        decisions.release(round_, by=cast["martin"])
    assert len(letters()) == 4


def test_only_what_was_read_is_released(app, cast, letters) -> None:
    round_ = builders.the_round(9_000_000)
    first, second = builders.scored(round_, [300_000, 300_000])
    confirmed([first], cast)
    read = decision_queries.listing(round_, cast["martin"])
    confirmed([second], cast)
    with pytest.raises(Clash):
        decisions.release(round_, by=cast["martin"], listed=read.stamp)
    assert letters() == []
    anew = decision_queries.listing(round_, cast["martin"])
    assert decisions.release(round_, by=cast["martin"], listed=anew.stamp) == 2


def test_a_letter_changed_after_it_was_read_is_not_released(app, cast, letters) -> None:
    round_ = builders.the_round()
    [one] = builders.scored(round_, [300_000])
    [decision] = confirmed([one], cast)
    read = decision_queries.listing(round_, cast["martin"])
    decisions.send_back(decision, "Other words.", by=cast["martin"])
    decisions.propose_again(decision, "fund", None, "Other", WORDS[1], by=cast["joyce"])
    decisions.confirm(decision, by=cast["martin"])
    with pytest.raises(Clash):
        decisions.release(round_, by=cast["martin"], listed=read.stamp)
    assert letters() == []


@contextmanager
def breaks_at(number: int) -> Iterator[None]:
    """The database fails when so many letters were written."""
    written = count(1)

    def fail(*_: object) -> None:
        if next(written) == number:
            raise OperationalError("INSERT", {}, Exception("the disk is full"))

    event.listen(Letter, "before_insert", fail)
    try:
        yield
    finally:
        event.remove(Letter, "before_insert", fail)


def test_it_is_all_or_nothing(app, cast, letters) -> None:
    round_ = builders.the_round(9_000_000)
    found = builders.scored(round_, [300_000] * 3)
    confirmed(found, cast)
    with breaks_at(3), pytest.raises(OperationalError):
        decisions.release(round_, by=cast["martin"])
    assert [now(one).state for one in found] == ["scored"] * 3
    assert [one.state for one in builders.decisions()] == ["confirmed"] * 3
    assert letters() == []
    assert decisions.release(round_, by=cast["martin"]) == 3


def test_history_has_a_row_for_each(app, cast) -> None:
    round_ = builders.the_round()
    [one] = builders.scored(round_, [300_000])
    [decision] = confirmed([one], cast)
    decisions.release(round_, by=cast["joyce"])
    rows = db.session.execute(
        select(Deed.subject, Deed.verb, Deed.from_state, Deed.to_state, Deed.actor_id)
        .where(Deed.verb.in_(("release", "fund")))
        .order_by(Deed.id)
    ).all()
    joyce = cast["joyce"].person_id
    assert [tuple(row) for row in rows] == [
        ("decision", "release", "confirmed", "released", joyce),
        ("application", "fund", "scored", "funded", joyce),
    ]
    assert decision.id


def test_a_letter_in_conflict_is_left_to_somebody_else(app, cast, letters) -> None:
    round_ = builders.the_round(9_000_000)
    mine, other = builders.scored(round_, [300_000, 300_000])
    confirmed([mine, other], cast)
    sides = builders.approver("Sides")
    with action() as session:
        session.add(
            Conflict(
                round_id=round_.id,
                person_id=sides.person_id,
                organisation_id=mine.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )
    assert decision_queries.listing(round_, sides).count == 1
    assert decisions.release(round_, by=sides) == 1
    assert [now(one).state for one in (mine, other)] == ["scored", "funded"]
    with pytest.raises(WrongState):
        decisions.release(round_, by=sides)
    assert decisions.release(round_, by=cast["joyce"]) == 1
    assert len(letters()) == 2


def test_what_was_withdrawn_meanwhile_gets_no_letter(app, cast, letters) -> None:
    round_ = builders.the_round(9_000_000)
    gone, stays = builders.scored(round_, [300_000, 300_000])
    confirmed([gone, stays], cast)
    with action():
        now(gone).state = "withdrawn"
    assert decisions.release(round_, by=cast["joyce"]) == 1
    assert [one.state for one in builders.decisions()] == ["returned", "released"]
    assert len(letters()) == 1


def test_only_an_approver_releases(app, cast, letters) -> None:
    round_ = builders.the_round()
    confirmed(builders.scored(round_, [300_000]), cast)
    for key in ("priya", "helen", "daniel", "wei", "amina"):
        with pytest.raises(NotAllowed):
            decisions.release(round_, by=cast[key])
    assert letters() == []
    assert [one.state for one in builders.decisions()] == ["confirmed"]
