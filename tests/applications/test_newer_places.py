"""Newer questions: who takes them, and what of an answer has no place in them and is kept to copy."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.applications import newer, queries
from portal.applications.models import Application
from portal.db.session import db
from portal.funds import planning
from portal.funds.models import RoundPlan
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.test_keying import typed
from tests.applications.test_newer import again, change, mend
from tests.reader import Reader

Cast = dict[str, Someone]
As = Callable[[str], Reader]
Send = Callable[..., TestResponse]

BUDGET = drafts.ANSWERS["costs"]["budget"]
LEAVING: dict[str, tuple[str, Any]] = {
    "org_type": ("charity", None),
    "outcomes": ("able", ["safe"]),
    "budget": ("data", [BUDGET[0], {**BUDGET[1], "category": ""}]),
}
"""By question: an option that goes, and the answer that stays."""


def test_an_officer_who_types_in_for_somebody_takes_them_too(app: Flask, cast: Cast, as_: As, send: Send) -> None:
    ref = typed(cast["leanne"]).ref
    change(cast["joyce"], mend(cast["joyce"]))
    leanne, path = as_("leanne"), f"/applications/{ref}/newer-questions"
    assert f'href="{path}"' in leanne.get(f"/applications/{ref}").get_data(as_text=True)
    assert "What will you count?" in leanne.get(path).get_data(as_text=True)

    answer = send(leanne, path, action=path)
    assert (answer.status_code, answer.location) == (303, f"/applications/{ref}")
    db.session.rollback()
    assert queries.one_for(cast["leanne"], ref).form_number == 2
    assert "They will tell us, and we will write it down." in leanne.get(path).get_data(as_text=True)
    assert as_("martin").get(path).status_code == 404


def without(joyce: Someone, question: str, option: str) -> Callable[[RoundPlan], object]:
    """Take one of the answers to a question away."""

    def mended(each: dict[str, Any]) -> dict[str, Any]:
        if each["code"] != question:
            return each
        return each | {"choices": [one for one in each["choices"] if one["code"] != option]}

    def deed(plan: RoundPlan) -> None:
        sections = [
            section | {"questions": [mended(each) for each in section["questions"]]}
            for section in plan.document["sections"]
        ]
        planning.put(plan, plan.document | {"sections": sections}, by=joyce)
        db.session.commit()

    return deed


def filled(cast: Cast) -> Application:
    """Amina's draft with every answer in it, read as a page reads it."""
    drafts.filled(cast["amina"])
    return again(cast)


@pytest.mark.parametrize("question", LEAVING)
def test_what_is_not_offered_any_more_has_no_place(app: Flask, cast: Cast, question: str) -> None:
    option, stays = LEAVING[question]
    label = queries.written(filled(cast)).form.question(question).choice_labels()[option]
    change(cast["joyce"], without(cast["joyce"], question, option))
    offer = newer.offer(again(cast))
    assert offer is not None
    assert [line.code for line in offer.leaving] == [question]
    assert (question in [line.code for line in offer.staying]) == (stays is not None)
    assert label in "".join(offer.leaving[0].words)

    newer.take(again(cast), 2, by=cast["amina"])
    there = queries.written(again(cast))
    assert there.answers.get(question) == stays
    assert newer.left(again(cast)) == list(offer.leaving)
    wrong = {code for step in there.steps() for code in step.problems}
    assert wrong == (set() if stays else {question}), "what stays is right, and what has to be said again is asked for"


def test_every_other_answer_stays_as_it_was(app: Flask, cast: Cast) -> None:
    before = queries.written(filled(cast)).answers
    change(cast["joyce"], without(cast["joyce"], "org_type", "charity"))
    newer.take(again(cast), 2, by=cast["amina"])
    assert queries.written(again(cast)).answers == {code: each for code, each in before.items() if code != "org_type"}


def test_the_page_shows_what_has_no_place_before_and_after(app: Flask, cast: Cast, as_: As, send: Send) -> None:
    ref = filled(cast).ref
    change(cast["joyce"], without(cast["joyce"], "budget", "data"))
    amina, path = as_("amina"), f"/applications/{ref}/newer-questions"
    words = "Data (Data, SIM cards and wifi): £200.50"
    assert words in amina.get(path).get_data(as_text=True)
    assert send(amina, path, action=path).status_code == 303
    assert words in amina.get(path).get_data(as_text=True)
    assert "Data: £200.50" in amina.get(f"/applications/{ref}/answers").get_data(as_text=True)
