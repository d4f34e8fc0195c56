"""Newer questions for a draft: offered, taken once, and nothing that was written is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from portal.applications import actions, newer, queries
from portal.applications.merging import Sheet
from portal.applications.models import Application, EarlierAnswers, LeftAnswers, SectionAnswers
from portal.db.session import db
from portal.funds import editing, plan_queries, planning
from portal.funds.models import Round, RoundPlan
from portal.funds.plans import item_of
from portal.funds.queries import form_of
from portal.history.models import Deed
from portal.kit.errors import Clash, NotAllowed, NotThere, Refusal, WrongState
from portal.kit.refs import mark_of, new_id
from portal.permissions import Someone
from tests.applications.test_races import at_once
from tests.funds.plans import reword
from tests.reader import Reader, parse
from tests.states import right_answers

Cast = dict[str, Someone]
As = Callable[[str], Reader]
Send = Callable[..., TestResponse]
AUTUMN = "autumn-2026"
CROWD = 16
WROTE = {"title": "Tea and tablets", "summary": "Tea, and help.", "plan": "Two afternoons a week."}


def begun(cast: Cast) -> Application:
    """Amina's draft with two parts begun."""
    amina, plan = cast["amina"], plan_queries.one(AUTUMN)
    round_ = db.session.get_one(Round, plan.round_id)
    draft = actions.start(round_, right_answers(), by=amina)
    form = form_of(draft.round_id, draft.form_number)
    actions.save(draft, Sheet(form.section("project"), WROTE, 0, new_id(), {}), by=amina)
    actions.save(draft, Sheet(form.section("change"), {"difference": "We will count."}, 0, new_id(), {}), by=amina)
    return again(cast)


def again(cast: Cast) -> Application:
    """The same, read afresh."""
    db.session.rollback()
    place = cast["amina"].place
    assert place is not None
    ref = db.session.scalars(select(Application.ref).where(Application.organisation_id == place.organisation_id)).one()
    return queries.one_for(cast["amina"], ref)


def change(joyce: Someone, deed: Callable[[RoundPlan], object]) -> None:
    """Change the autumn's round, and publish that."""
    plan = plan_queries.one(AUTUMN)
    planning.change(plan, by=joyce)
    deed(plan)
    planning.publish(plan, plan.version, by=joyce)


def take_out(joyce: Someone, where: str, code: str) -> Callable[[RoundPlan], object]:
    """Take a question out."""

    def deed(plan: RoundPlan) -> None:
        mark = mark_of(editing.own(item_of(plan.document, where, code)))
        editing.remove(plan, where, code, mark, by=joyce)

    return deed


def mend(joyce: Someone) -> Callable[[RoundPlan], object]:
    """One question gone, one new, one said better."""

    def deed(plan: RoundPlan) -> None:
        take_out(joyce, "in-change", "difference")(plan)
        editing.add(plan, "in-change", {"kind": "text", "label": "What will you count?"}, "Count", by=joyce)
        reword(plan, "in-project", "title", by=joyce, label="Its name?")

    return deed


def test_nothing_is_offered_while_nothing_is_newer(app: Flask, cast: Cast) -> None:
    draft = begun(cast)

    assert newer.offer(draft) is None
    with pytest.raises(WrongState):
        newer.take(draft, 1, by=cast["amina"])


def test_the_offer_says_what_stays_and_what_does_not(app: Flask, cast: Cast) -> None:
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))
    found = newer.offer(again(cast))

    assert found is not None
    assert [line.code for line in found.staying] == ["title", "summary", "plan"]
    assert [each.label for each in found.new] == ["What will you count?"]
    assert [line.words for line in found.leaving] == ["We will count."]


def test_a_draft_keeps_its_questions_until_it_takes_the_new_ones(app: Flask, cast: Cast) -> None:
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))
    before = again(cast)

    assert queries.written(before).form.question("title").label == "What do you call your project?"
    newer.take(before, 2, by=cast["amina"])

    there = queries.written(again(cast))
    assert there.form.question("title").label == "Its name?"
    assert {code: there.answers.get(code) for code in WROTE} == WROTE
    assert "difference" not in there.answers
    assert [line.words for line in newer.left(again(cast))] == ["We will count."]
    assert again(cast).title == "Tea and tablets"


def test_an_answer_goes_along_to_another_part(app: Flask, cast: Cast) -> None:
    begun(cast)

    def move(plan: RoundPlan) -> None:
        question = item_of(plan.document, "in-project", "plan")
        take_out(cast["joyce"], "in-project", "plan")(plan)
        section = item_of(plan.document, "sections", "change")
        # As a file does it that is changed by hand: the same code in another part.
        document = plan.document | {"sections": [dict(each) for each in plan.document["sections"]]}
        there = next(each for each in document["sections"] if each["code"] == section["code"])
        there["questions"] = [*there["questions"], question]
        planning.put(plan, document, by=cast["joyce"])
        db.session.commit()

    change(cast["joyce"], move)
    newer.take(again(cast), 2, by=cast["amina"])

    there = queries.written(again(cast))
    assert there.rows["change"].answers["plan"] == WROTE["plan"]
    assert "plan" not in there.rows["project"].answers
    assert newer.left(again(cast)) == []


def test_a_whole_part_that_is_gone_is_kept_to_read(app: Flask, cast: Cast) -> None:
    begun(cast)

    def gone(plan: RoundPlan) -> None:
        for code in ("outcomes", "difference"):
            take_out(cast["joyce"], "in-change", code)(plan)
        take_out(cast["joyce"], "sections", "change")(plan)

    change(cast["joyce"], gone)
    newer.take(again(cast), 2, by=cast["amina"])

    assert [line.words for line in newer.left(again(cast))] == ["We will count."]
    assert "change" not in {step.section.code for step in queries.written(again(cast)).steps()}


def test_an_answer_of_another_kind_does_not_carry_over(app: Flask, cast: Cast) -> None:
    begun(cast)
    change(
        cast["joyce"], lambda plan: reword(plan, "in-change", "difference", by=cast["joyce"], kind="number", words=None)
    )
    found = newer.offer(again(cast))

    assert found is not None
    assert [line.code for line in found.leaving] == ["difference"]
    newer.take(again(cast), 2, by=cast["amina"])
    assert "difference" not in queries.written(again(cast)).answers


def test_not_while_a_text_waits_for_a_choice(app: Flask, cast: Cast) -> None:
    draft = begun(cast)
    form = form_of(draft.round_id, 1)
    with pytest.raises(Clash):
        actions.save(draft, Sheet(form.section("project"), {"plan": "Another."}, 0, new_id(), {}), by=cast["tom"])
    change(cast["joyce"], mend(cast["joyce"]))

    with pytest.raises(WrongState):
        newer.take(again(cast), 2, by=cast["amina"])
    assert again(cast).form_number == 1


def test_the_questions_changed_once_more_meanwhile(app: Flask, cast: Cast) -> None:
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))
    change(cast["joyce"], lambda plan: reword(plan, "in-project", "plan", by=cast["joyce"], label="How?"))

    with pytest.raises(Clash):
        newer.take(again(cast), 2, by=cast["amina"])
    newer.take(again(cast), 3, by=cast["amina"])
    assert again(cast).form_number == 3


def test_sixteen_take_them_at_once(app: Flask, cast: Cast) -> None:
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))
    ref = again(cast).ref
    found = at_once(app, [lambda: newer.take(queries.one_for(cast["amina"], ref), 2, by=cast["amina"])] * CROWD)

    assert sum(not isinstance(each, Refusal) for each in found) == 1
    assert db.session.scalar(select(func.count()).select_from(LeftAnswers)) == 1
    assert db.session.scalar(select(func.count()).where(Deed.verb == "take_questions")) == 1


def test_somebody_who_writes_while_a_colleague_takes_them(app: Flask, cast: Cast) -> None:
    """Whatever comes first, no text goes: it is in the draft, set aside, or told back to its author."""
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))
    ref = again(cast).ref
    section = form_of(again(cast).round_id, 1).section("change")

    def write(number: int) -> Any:
        def deed() -> Any:
            draft = queries.one_for(cast["tom"], ref)
            if draft.form_number != 1:
                raise WrongState()
            sheet = Sheet(section, {"difference": f"Text {number}"}, 1, f"page-{number}", {})
            return actions.save(draft, sheet, by=cast["tom"])

        return deed

    def take() -> None:
        newer.take(queries.one_for(cast["amina"], ref), 2, by=cast["amina"])

    found = at_once(app, [write(1), take, write(2), write(3)])

    draft_id = again(cast).id
    tables = (SectionAnswers, EarlierAnswers, LeftAnswers)
    kept = [
        row.answers.get("difference")
        for table in tables
        for row in db.session.scalars(select(table).where(table.application_id == draft_id))
    ]
    told_back = {number for number, each in zip((1, 0, 2, 3), found, strict=True) if isinstance(each, WrongState)}
    assert {f"Text {number}" for number in {1, 2, 3} - told_back} <= set(kept)
    assert "We will count." in kept


@pytest.mark.parametrize(("key", "error"), [("grace", NotThere), ("joyce", NotThere)])
def test_nobody_else_takes_them(app: Flask, cast: Cast, key: str, error: type[Refusal]) -> None:
    begun(cast)
    change(cast["joyce"], mend(cast["joyce"]))

    with pytest.raises((error, NotAllowed)):
        newer.take(again(cast), 2, by=cast[key])


def test_on_screen(app: Flask, cast: Cast, as_: As, send: Send) -> None:
    ref = begun(cast).ref
    amina, path = as_("amina"), f"/applications/{ref}"
    assert "The questions have changed" not in amina.get(path).get_data(as_text=True)
    change(cast["joyce"], mend(cast["joyce"]))
    assert "The questions have changed" in amina.get(path).get_data(as_text=True)
    offer = amina.get(f"{path}/newer-questions").get_data(as_text=True)
    assert "What will you count?" in offer
    assert "We will count." in offer

    answer = send(amina, f"{path}/newer-questions", action=f"{path}/newer-questions")
    assert (answer.status_code, answer.location) == (303, path)
    assert "We will count." in amina.get(f"{path}/newer-questions").get_data(as_text=True)


def test_what_a_page_of_the_older_questions_sends_is_shown_to_copy(app: Flask, cast: Cast, as_: As, send: Send) -> None:
    ref = begun(cast).ref
    path = f"/applications/{ref}/parts/change"
    tom = as_("tom")
    page = tom.get(path).get_data(as_text=True)
    change(cast["joyce"], mend(cast["joyce"]))
    newer.take(again(cast), 2, by=cast["amina"])
    fields = {
        each.get("name", ""): each.get("value", "")
        for each in parse(page).iter("input")
        if each.get("type") == "hidden"
    }
    late = tom.post(path, data={**fields, "difference": "We will count twice."})

    assert late.status_code == 409
    assert "We will count twice." in late.get_data(as_text=True)
    assert "Your application has newer questions now." in late.get_data(as_text=True)
    assert [line.words for line in newer.left(again(cast))] == ["We will count."]


def test_what_it_costs(app: Flask, cast: Cast, as_: As, queries: Any) -> None:
    ref = begun(cast).ref
    change(cast["joyce"], mend(cast["joyce"]))
    amina = as_("amina")
    for path in (f"/applications/{ref}", f"/applications/{ref}/newer-questions"):
        with queries() as counted:
            amina.get(path)
        assert counted.number <= 8, (path, counted.statements)
