"""Who did what: told as sentences, narrowed by the address, and telling nobody what their other pages hide."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from portal.accounts.models import CouncilRole, Person
from portal.assessments import actions, decisions
from portal.db.base import Base
from portal.db.session import action, db
from portal.desk import deeds
from portal.desk.deeds import KINDS
from portal.desk.history_filters import Wanted
from portal.funds.models import Round
from portal.history.models import Deed, Recorded
from portal.kit.dates import london_day, utc_now
from portal.organisations.queries import someone_for
from portal.permissions import Role, Someone
from tests.assessments import builders, steps
from tests.assessments.builders import WORDS
from tests.conftest import Send
from tests.desk.chronicle import PAGE, fill, plan_of, sentences, told
from tests.messages.writing import CONTACT, TYPED
from tests.reader import Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
PORTAL = Path(__file__).resolve().parents[2] / "portal"
WITHOUT_DEEDS = {"document", "team_member", "team_invitation"}
"""Kinds to which nothing is ever done by themselves: the organisation's deeds name them."""


def again(key: str, cast: Cast) -> Someone:
    """One of the cast as they are now."""
    found = someone_for(cast[key].email)
    assert found is not None
    return found


def give(key: str, role: Role, cast: Cast) -> Someone:
    """One of the cast with one role more."""
    with action() as session:
        session.add(CouncilRole(person_id=cast[key].person_id, role=role.code, given_at=utc_now()))
    return again(key, cast)


# --- Everything has words ------------------------------------------------------------------------------------------


def test_every_kind_of_record_is_described() -> None:
    there = {mapper.class_.kind for mapper in Base.registry.mappers if issubclass(mapper.class_, Recorded)}
    assert there - {kind.code for kind in KINDS} == WITHOUT_DEEDS


def test_every_move_and_every_note_has_a_sentence() -> None:
    told_verbs = {verb for kind in KINDS for saying in kind.sayings for verb in saying.verbs}
    veiled = {verb for kind in KINDS for saying in kind.veiled for verb in saying.verbs}
    written, beginnings = set(), set()
    for path in PORTAL.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "note":
                found = {one.value for one in ast.walk(node.args[1]) if isinstance(one, ast.Constant)}
                (beginnings if isinstance(node.args[1], ast.JoinedStr) else written).update(found)
    assert len(written) > 20
    assert written - told_verbs == set()
    assert {each for each in beginnings if not any(verb.startswith(each) for verb in told_verbs)} == set()
    for kind in KINDS:
        moves = {move.name for move in kind.machine.moves} if kind.machine else set()
        assert moves <= {verb for saying in kind.sayings for verb in saying.verbs}, kind.code
        if kind.needs:
            whole = {verb for saying in kind.sayings for verb in saying.verbs}
            assert whole == {verb for saying in kind.veiled for verb in saying.verbs}, "veiled, not forgotten"
    assert veiled


def test_no_sentence_asks_for_a_word_that_nobody_fills_in() -> None:
    for kind in KINDS:
        for saying in kind.sayings + kind.veiled:
            gaps = set(re.findall(r"\{(\w+)\}", saying.sentence))
            assert gaps <= {"who", *kind.fill({})}, saying


# --- What it tells -------------------------------------------------------------------------------------------------


def test_it_says_who_did_what_to_which_record_and_from_which_state(app: Flask, cast: Cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_)
    actions.find_eligible(application, by=cast["joyce"])
    found = told(cast["helen"], kind="application")[0]
    assert str(found.sentence) == "Joyce Adeyemi found it eligible"
    assert (found.ref, found.before, found.after) == (application.ref, "To check", "Being scored")
    assert found.page == ("assessments.application", {"ref": application.ref})


def test_the_page_shows_it_with_links_to_what_can_be_opened(app: Flask, as_: As, cast: Cast) -> None:
    [application] = steps.sent(steps.closed_round())
    actions.find_eligible(application, by=cast["joyce"])
    helen, wei = (as_(key).get(PAGE).get_data(as_text=True) for key in ("helen", "wei"))
    assert "Joyce Adeyemi found it eligible" in helen
    assert f'href="/review/applications/{application.ref}"' in helen
    assert "Joyce Adeyemi checked the application" in wei
    assert application.ref in wei
    assert f'href="/review/applications/{application.ref}"' not in wei
    assert application.title not in helen + wei
    assert ["not with what result" in page for page in (helen, wei)] == [False, True]


@pytest.mark.parametrize("key", ["amina", "ruth", "joyce", "priya", "leanne", "imran"])
def test_it_is_not_for_everybody(app: Flask, as_: As, key: str) -> None:
    client = as_(key)
    assert client.get(PAGE).status_code == client.get("/history/copy.csv").status_code == 403


def test_filters_narrow_it(app: Flask, cast: Cast, as_: As, send: Send) -> None:
    [first, second] = steps.sent(steps.closed_round(), 2)
    actions.find_eligible(first, by=cast["joyce"])
    actions.find_not_eligible(second, "Outside Leeds.", by=cast["martin"])
    send(as_("amina"), CONTACT, TYPED, action=CONTACT)
    helen, today = cast["helen"], str(london_day(utc_now()))
    assert sentences(helen, kind="message") == ["Amina Yusuf sent a message to the team"]
    assert sentences(helen, deed="application.refuse") == ["Martin Hargreaves found it not eligible"]
    assert sentences(helen, kind="message", deed="application.refuse") == []
    assert sentences(helen, ref=first.ref) == ["Joyce Adeyemi found it eligible"]
    for person in ("joyce.adeyemi@example.org", "Joyce.A", "joyce ade", "JOYCE"):
        assert sentences(helen, person=person, kind="application") == ["Joyce Adeyemi found it eligible"]
    assert sentences(helen, person="adeyemi") == [], "how it begins, not what is in it"
    assert sentences(helen, person="%") == sentences(helen, ref="nothing") == []
    assert len(sentences(helen, since="2020-01-01")) == len(sentences(helen)) == len(sentences(helen, until=today))
    assert 0 < len(sentences(helen, since=today)) < len(sentences(helen)), "the town's roles are older than today"
    assert sentences(helen, until="1/1/2020") == sentences(helen, since="2099-01-01") == []
    assert len(sentences(helen, deed="application.no_such_deed")) == len(sentences(helen))


def test_a_day_is_a_british_day(app: Flask, cast: Cast, clock) -> None:  # type: ignore[no-untyped-def]
    for moment, verb in (("2027-06-30T22:59:00+00:00", "rename"), ("2027-06-30T23:01:00+00:00", "join")):
        clock.move_to(moment)
        with action() as session:
            session.add(
                Deed(
                    at=utc_now(), subject="person", subject_id=1, verb=verb, actor_id=cast["joyce"].person_id, facts={}
                )
            )
    assert sentences(cast["wei"], since="2027-06-30", until="2027-06-30") == ["Joyce Adeyemi changed their name"]
    assert sentences(cast["wei"], since="1/7/2027") == ["Joyce Adeyemi signed in for the first time"]


def test_a_day_that_is_none_is_said_beside_it(app: Flask, as_: As) -> None:
    page = as_("wei").get(f"{PAGE}?since=31/2/2026&until=soon")
    assert page.status_code == 200
    assert page.get_data(as_text=True).count("Type a day like 26/11/2026.") == 2


def test_pages_go_on_to_the_end_and_back(app: Flask, cast: Cast, queries) -> None:  # type: ignore[no-untyped-def]
    steps.sent(steps.closed_round(), 3)
    counts = []
    for number in (1, 60):
        fill(number)
        with queries() as counted:
            found = deeds.search(cast["helen"], Wanted(person="j", ref="spring-1926"))
            deeds.page_for(found)
        counts.append(counted.number)
    assert counts[0] == counts[1] <= 4
    found = deeds.search(cast["helen"], Wanted())
    page = deeds.page_for(found, size=10)
    rows, seen = list(page.rows), 1
    while page.after:
        page, seen = deeds.page_for(found, after=page.after, size=10), seen + 1
        rows += page.rows
    assert seen > 5
    back = list(page.rows)
    while page.before:
        page = deeds.page_for(found, before=page.before, size=10)
        back = [*page.rows, *back]
    assert back == rows
    assert [one.at for one in rows] == sorted((one.at for one in rows), reverse=True)


# --- What it does not tell -----------------------------------------------------------------------------------------


def about(someone: Someone, ref: str) -> list[str]:
    """What somebody is told of an application, by looking for it and by looking through everything."""
    by_ref = sentences(someone, ref=ref)
    assert by_ref == [str(one.sentence) for one in told(someone) if one.ref == ref]
    return by_ref


def test_nobody_is_told_of_an_application_that_they_have_a_conflict_with(app: Flask, cast: Cast) -> None:
    helen = give("helen", Role.REVIEWER, cast)
    round_ = steps.closed_round()
    first, second = steps.sent(round_, 2, "assessing")
    steps.declared(round_, cast, "ruth", "daniel", "hannah")
    actions.share_out(round_, by=cast["joyce"])
    for reading in steps.readings():
        steps.finished(reading, cast, 3)
    for one in (first, second):
        decisions.propose(db.session.merge(one), "decline", None, *WORDS, by=cast["joyce"])
    before = about(helen, first.ref)
    assert {"Joyce Adeyemi proposed: Decline", "All scores were in"} <= set(before)
    organisation = db.session.get_one(builders.Organisation, first.organisation_id)
    actions.declare(round_, [organisation.ref], by=helen)
    assert about(helen, first.ref) == []
    assert len(about(helen, second.ref)) == len(before)
    assert first.ref not in " ".join(one.ref for one in told(helen))


def test_a_team_member_is_told_nothing_of_their_own_circles_application(app: Flask, cast: Cast) -> None:
    ruth = give("ruth", Role.ADMINISTRATOR, cast)
    circle = steps.sent_by("grace", steps.closed_round(), state="submitted")
    actions.find_eligible(circle, by=cast["joyce"])
    assert about(ruth, circle.ref) == []
    assert about(cast["wei"], circle.ref) != []


def test_what_reviewers_do_is_told_once_all_scores_are_in(app: Flask, cast: Cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    first, second = steps.readings(application)
    watching = [again(key, cast) for key in ("wei", "helen")]
    watching.append(
        give(
            next(key for key in steps.REVIEWERS if cast[key].person_id == second.reviewer_id), Role.ADMINISTRATOR, cast
        )
    )
    silent = [sentences(each, kind="assessment") for each in watching]
    steps.finished(first, cast, 3)
    assert [sentences(each, kind="assessment") for each in watching] == silent == [[], [], []]
    steps.finished(second, cast, 3)
    for each in watching:
        assert sum("finished scoring" in sentence for sentence in sentences(each, kind="assessment")) == 2
        assert not any(re.search(r"\d", sentence) for sentence in sentences(each, kind="assessment")), (
            "and never the points"
        )


def test_a_reviewer_who_reads_without_names_learns_none_from_it(app: Flask, cast: Cast) -> None:
    round_ = steps.closed_round()
    [application] = steps.sent(round_, 1, "submitted")
    actions.find_eligible(application, by=cast["joyce"])
    daniel = give("daniel", Role.ADMINISTRATOR, cast)
    assert about(daniel, application.ref) != []
    with action() as session:
        session.execute(update(Round).where(Round.id == round_.id).values(names_hidden=True))
    assert about(daniel, application.ref) == []
    assert about(cast["helen"], application.ref) != []


@pytest.mark.parametrize("outcome", ["fund", "decline"])
def test_who_reads_no_applications_is_told_that_one_was_decided_and_not_how(
    app: Flask, cast: Cast, outcome: str
) -> None:
    round_ = builders.the_round(9_000_000)
    [application] = builders.scored(round_, [300_000])
    decision = decisions.propose(application, outcome, None, *WORDS, by=cast["joyce"])
    decisions.confirm(decision, by=cast["martin"])
    decisions.release(round_, by=cast["joyce"])
    wei, helen = cast["wei"], cast["helen"]
    expected = {
        "Joyce Adeyemi proposed a decision",
        "Martin Hargreaves confirmed the decision",
        "Joyce Adeyemi released the letter",
    }
    assert set(about(wei, application.ref)) - {"All scores were in"} == expected
    assert [(one.before, one.after) for one in told(wei, ref=application.ref) if one.before or one.after] == []
    for code in (f"application.{outcome}", "application.part_fund", "application.accept"):
        assert len(sentences(wei, deed=code)) == len(sentences(wei)), "nor by choosing one result to look for"
    assert len(sentences(wei, deed="application.release")) == 1
    assert any("proposed: " in sentence for sentence in about(helen, application.ref))


def test_a_kind_of_record_without_words_is_told_to_nobody(app: Flask, cast: Cast) -> None:
    with action() as session:
        session.add(Deed(at=utc_now(), subject="secret", subject_id=1, verb="leak", facts={}))
        session.add(Deed(at=utc_now(), subject="round", subject_id=1, verb="rewrite", facts={}))
    assert {one.kind.code for one in told(cast["wei"])} <= {kind.code for kind in KINDS}
    assert sentences(cast["wei"], kind="secret") == sentences(cast["wei"])
    assert sentences(cast["wei"], kind="round")[0] == "Join the Dots did something to it that has no words yet"


# --- That it is kept, and how it is found --------------------------------------------------------------------------


@pytest.mark.parametrize("deed", ["UPDATE history SET verb = 'x'", "DELETE FROM history", "TRUNCATE history"])
def test_the_database_itself_refuses_to_change_it(app: Flask, cast: Cast, deed: str) -> None:
    steps.sent(steps.closed_round())
    if deed.startswith("TRUNCATE") and db.engine.dialect.name == "sqlite":
        deed = "DELETE FROM history WHERE 1"
    with pytest.raises(DBAPIError, match="append-only"), action() as session:
        session.add(Deed(at=utc_now(), subject="round", subject_id=1, verb="load", facts={}))
        session.flush()
        session.execute(text(deed))


SEARCHES = {
    "everything": {},
    "a kind": {"kind": "round"},
    "a common deed": {"deed": "application.save"},
    "a rare deed": {"deed": "application.withdraw"},
    "somebody": {"person": "joyce"},
    "somebody's deeds of a kind": {"person": "joyce", "kind": "round"},
    "days long past": {"since": "2020-03-01", "until": "2020-03-07"},
    "a kind in days long past": {"kind": "person", "since": "2020-03-01", "until": "2020-03-07"},
    "a reference": {"ref": "autumn-2026"},
}


@pytest.mark.slow
@pytest.mark.parametrize("key", ["wei", "helen"])
def test_no_search_reads_all_of_a_long_history(app: Flask, cast: Cast, key: str) -> None:
    steps.sent(steps.closed_round(), 3)
    fill(200_000)
    for called, wanted in SEARCHES.items():
        found = deeds.search(cast[key], Wanted(**wanted))
        plan = plan_of(deeds.question(found, None, backwards=False, size=26))
        assert not re.search(r"SCAN history$|Seq Scan on history", plan, re.MULTILINE), f"{called}: {plan}"
        assert not re.search(r"NOT \((ANY .*)?\(?hashed", plan), f"{called} gathers what is closed: {plan}"
        assert "USE TEMP B-TREE FOR ORDER BY" not in plan.split("SCAN some")[0] or "ref" in wanted, f"{called}: {plan}"


def test_daniel_is_called_by_his_name_of_today(app: Flask, cast: Cast) -> None:
    [application] = steps.sent(steps.closed_round())
    actions.find_eligible(application, by=cast["joyce"])
    with action() as session:
        session.execute(update(Person).where(Person.id == cast["joyce"].person_id).values(name="Joyce Barker"))
    assert sentences(cast["helen"], ref=application.ref) == ["Joyce Barker found it eligible"]
    assert db.session.scalars(select(Deed.facts)).all(), "no name stands in history itself"
