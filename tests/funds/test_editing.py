"""Changing what a round says: each change is one version, and the late one of two is told."""

from typing import Any

import pytest
from flask import Flask

from portal.db.session import db
from portal.funds import editing, plan_queries, planning
from portal.funds.models import RoundPlan
from portal.funds.plans import item_of, pointing_forward, problems_of
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotThere, Refusal, TooMany, WrongState
from portal.kit.refs import mark_of
from portal.permissions import Someone
from tests.applications.test_races import at_once
from tests.funds.plans import CODE, published, reword, say, sound_plan

Cast = dict[str, Someone]
CROWD = 16


def order(plan: RoundPlan, where: str) -> list[str]:
    """The codes of a list in their order."""
    return [each["code"] for each in (plan.document["criteria"] if where == "criteria" else plan.document["sections"])]


def test_facts_are_put_in_and_taken_out(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    version = plan.version
    say(plan, "money", by=cast["joyce"], budget="£70,000", largest=None)

    assert plan.document["round"]["budget"] == "£70,000"
    assert "largest" not in plan.document["round"]
    assert (plan.version, plan.changed_by) == (version + 1, cast["joyce"].person_id)


def test_the_late_one_is_told_what_stands(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    old = mark_of(editing.own(item_of(plan.document, "criteria", "need")))
    reword(plan, "criteria", "need", by=cast["martin"], title="Who needs it")

    with pytest.raises(Clash) as caught:
        editing.reword(plan, "criteria", "need", {"title": "Need first"}, old, by=cast["joyce"])
    theirs: Any = caught.value.theirs
    assert theirs["title"] == "Who needs it"
    assert item_of(plan_queries.one(CODE).document, "criteria", "need")["title"] == "Who needs it"


def test_two_who_change_different_things_do_not_meet(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    mark = mark_of(editing.own(item_of(plan.document, "criteria", "plan")))
    reword(plan, "criteria", "need", by=cast["martin"], title="Who needs it")
    typed = {**item_of(plan.document, "criteria", "plan"), "title": "How"}
    editing.reword(plan, "criteria", "plan", typed, mark, by=cast["joyce"])

    assert [each["title"] for each in plan.document["criteria"]] == ["Who needs it", "How"]


def test_sixteen_change_the_same_thing_at_once(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    mark = mark_of(editing.own(item_of(plan.document, "criteria", "need")))
    db.session.remove()

    def one(number: int) -> Any:
        typed = {"title": f"Number {number}"}
        return lambda: editing.reword(plan_queries.one(CODE), "criteria", "need", typed, mark, by=cast["joyce"])

    found = at_once(app, [one(number) for number in range(CROWD)])

    assert sum(isinstance(each, Clash) for each in found) == CROWD - 1
    assert not any(isinstance(each, Refusal) and not isinstance(each, Clash) for each in found)


def test_sixteen_add_at_once_and_none_is_lost(app: Flask, cast: Cast) -> None:
    sound_plan(cast["joyce"])
    db.session.remove()

    def one(number: int) -> Any:
        typed = {"title": f"Paper {number}"}
        return lambda: editing.add(plan_queries.one(CODE), "documents", typed, "Paper", by=cast["joyce"])

    codes = at_once(app, [one(number) for number in range(CROWD)])

    there = plan_queries.one(CODE).document["documents"]
    assert {each["code"] for each in there} == set(codes)
    assert {each["title"] for each in there} == {f"Paper {number}" for number in range(CROWD)}


def test_moving(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    mark = mark_of(order(plan, "sections"))
    editing.shift(plan, "sections", "numbers", mark, up=True, by=cast["joyce"])

    assert order(plan, "sections") == ["numbers", "project"]
    with pytest.raises(Clash):
        editing.shift(plan, "sections", "numbers", mark, up=False, by=cast["joyce"])


def carry(plan: RoundPlan, code: str, to: str, *, by: Someone) -> None:
    """Move a question of the first part, as a page that is up to date would."""
    mark = mark_of(item_of(plan.document, "in-project", code))
    editing.carry(plan, "in-project", code, to, mark, by=by)


def asked_in(plan: RoundPlan) -> dict[str, list[str]]:
    """The codes of the questions of each part."""
    return {part["code"]: [each["code"] for each in part["questions"]] for part in plan.document["sections"]}


def test_a_question_goes_to_the_end_of_another_part_whole(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    before, version = item_of(plan.document, "in-project", "summary"), plan.version
    carry(plan, "summary", "in-numbers", by=cast["joyce"])

    assert asked_in(plan) == {"project": ["title", "extra", "more_what", "more_why"], "numbers": [*NUMBERS, "summary"]}
    assert item_of(plan.document, "in-numbers", "summary") == before
    assert plan.version == version + 1
    assert problems_of(plan.document, utc_now(), in_force=None) == ()


NUMBERS = ["people", "costs"]


@pytest.mark.parametrize(
    ("where", "code", "to"),
    [
        ("in-project", "title", "in-project"),
        ("in-project", "title", "in-nothing"),
        ("in-project", "title", "criteria"),
        ("in-project", "costs", "in-numbers"),
        ("criteria", "need", "in-numbers"),
        ("sections", "project", "in-numbers"),
    ],
)
def test_a_question_goes_nowhere_else(app: Flask, cast: Cast, where: str, code: str, to: str) -> None:
    plan = sound_plan(cast["joyce"])
    before = plan.document

    with pytest.raises(NotThere):
        editing.carry(plan, where, code, to, "", by=cast["joyce"])
    assert plan_queries.one(CODE).document == before


def test_a_question_that_was_said_anew_meanwhile_stays_where_it_is(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    old = mark_of(item_of(plan.document, "in-project", "title"))
    reword(plan, "in-project", "title", by=cast["martin"], label="Its name?")

    with pytest.raises(Clash) as caught:
        editing.carry(plan, "in-project", "title", "in-numbers", old, by=cast["joyce"])
    theirs: Any = caught.value.theirs
    assert theirs["label"] == "Its name?"
    assert asked_in(plan_queries.one(CODE))["numbers"] == NUMBERS


def test_a_full_part_takes_no_more(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    for number in range(editing.ITEMS_MOST - len(NUMBERS)):
        typed = {"kind": "text", "label": f"Number {number}"}
        editing.add(plan, "in-numbers", typed, typed["label"], by=cast["joyce"])

    with pytest.raises(TooMany):
        carry(plan, "title", "in-numbers", by=cast["joyce"])


def test_a_question_that_comes_after_what_waits_for_it_is_a_fault(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    carry(plan, "extra", "in-numbers", by=cast["joyce"])

    assert pointing_forward(plan.document, "extra") == [("What more?", "Is there more?")]
    assert pointing_forward(plan.document, "more_what") == [("What more?", "Is there more?")]
    assert pointing_forward(plan.document, "title") == []
    found = [each.path for each in problems_of(plan.document, utc_now(), in_force=None)]
    assert found == [("sections", 0, "questions", 2, "show_if")]
    carry(plan, "more_what", "in-numbers", by=cast["joyce"])
    carry(plan, "more_why", "in-numbers", by=cast["joyce"])
    assert problems_of(plan.document, utc_now(), in_force=None) == ()


def test_a_part_with_questions_is_not_taken_out(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    section = item_of(plan.document, "sections", "numbers")

    with pytest.raises(WrongState):
        editing.remove(plan, "sections", "numbers", mark_of(editing.own(section)), by=cast["joyce"])
    for code in ("people", "costs"):
        item = item_of(plan.document, "in-numbers", code)
        editing.remove(plan, "in-numbers", code, mark_of(item), by=cast["joyce"])
    editing.remove(plan, "sections", "numbers", mark_of(editing.own(section)), by=cast["joyce"])
    assert order(plan, "sections") == ["project"]


def test_a_new_question_never_takes_the_code_of_one_that_was_asked(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])
    planning.change(plan, by=cast["joyce"])
    item = item_of(plan.document, "in-project", "more_why")
    editing.remove(plan, "in-project", "more_why", mark_of(item), by=cast["joyce"])

    typed = {"kind": "date", "label": "More why?"}
    assert editing.add(plan, "in-project", typed, "More why", by=cast["joyce"]) == "more_why_2"
    assert editing.add(plan, "in-project", typed, "Version", by=cast["joyce"]) == "version_2"


def test_a_list_has_an_end(app: Flask, cast: Cast) -> None:
    plan = sound_plan(cast["joyce"])
    for number in range(editing.ITEMS_MOST):
        editing.add(plan, "documents", {"title": f"Paper {number}"}, f"Paper {number}", by=cast["joyce"])

    with pytest.raises(TooMany):
        editing.add(plan, "documents", {"title": "One more"}, "One more", by=cast["joyce"])


@pytest.mark.parametrize(("where", "code"), [("nothing", "need"), ("in-nothing", "need"), ("criteria", "nothing")])
def test_what_is_not_there(app: Flask, cast: Cast, where: str, code: str) -> None:
    plan = sound_plan(cast["joyce"])

    with pytest.raises(NotThere):
        editing.remove(plan, where, code, "", by=cast["joyce"])


def test_a_published_round_is_not_changed_by_the_way(app: Flask, cast: Cast) -> None:
    plan = published(cast["joyce"])

    with pytest.raises(WrongState):
        editing.add(plan, "documents", {"title": "x"}, "x", by=cast["joyce"])
