"""How far a section is, and how it reads; without a database."""

from typing import Any

import pytest

from portal.applications.reading import Line, Progress, differing, lines_of, parts_of, steps_of
from portal.funds.questions import Form, sections_from

QUESTIONS = [
    {"code": "title", "kind": "text", "label": "Title"},
    {"code": "people", "kind": "number", "label": "People"},
    {"code": "other", "kind": "yes_no", "label": "Other money?", "required": False},
    {"code": "who", "kind": "text", "label": "Who?", "show_if": {"question": "other", "is": "yes"}},
    {"code": "wards", "kind": "wards", "label": "Wards", "required": False},
]
FORM = Form(
    sections=tuple(
        sections_from(
            [
                {"code": "main", "title": "Main", "questions": QUESTIONS},
                {"code": "papers", "title": "Papers", "questions": [{**QUESTIONS[0], "code": "p", "required": False}]},
            ]
        )
    )
)
LISTS = {"wards": {"E1": "Armley", "E2": "Beeston & Holbeck"}}
WHOLE = {"title": "Tea", "people": "40"}


@pytest.mark.parametrize(
    ("saved", "answers", "progress"),
    [
        ((), {}, Progress.NOT_STARTED),
        (("main",), {"title": "", "people": ""}, Progress.NOT_STARTED),
        (("main",), {"title": "Tea"}, Progress.STARTED),
        (("main",), {"title": "Tea", "people": "about forty"}, Progress.LOOK),
        (("main",), WHOLE, Progress.DONE),
        (("main",), {**WHOLE, "other": "yes"}, Progress.STARTED),
        (("main",), {**WHOLE, "other": "yes", "who": "A trust"}, Progress.DONE),
        (("main",), {**WHOLE, "other": "no", "who": "A trust"}, Progress.DONE),
    ],
)
def test_a_section_says_how_far_it_is(saved: tuple[str, ...], answers: dict[str, Any], progress: Progress) -> None:
    step = steps_of(FORM, dict.fromkeys(saved), answers, LISTS)[0]
    assert step.progress is progress


def test_a_section_that_may_stay_empty_is_done_once_somebody_has_been_there() -> None:
    assert steps_of(FORM, {}, {}, LISTS)[1].progress is Progress.NOT_STARTED
    assert steps_of(FORM, {"papers": None}, {}, LISTS)[1].progress is Progress.DONE
    assert steps_of(FORM, {}, {}, LISTS)[1].problems == {}


def test_a_reading_has_every_question_that_is_asked_in_words_and_no_other() -> None:
    answers = {**WHOLE, "other": "no", "who": "hidden but kept", "wards": {"E2": "25"}}
    main = parts_of(FORM, answers, LISTS)[0]
    assert main.lines == (
        Line("title", "Title", "Tea"),
        Line("people", "People", "40"),
        Line("other", "Other money?", "No"),
        Line("wards", "Wards", ["Beeston & Holbeck: 25"], "25"),
    )


def test_a_budget_reads_with_its_total() -> None:
    [budget] = sections_from(
        [{"code": "costs", "title": "Costs", "questions": [{"code": "budget", "kind": "budget", "label": "Costs?"}]}]
    )
    typed = {"budget": [{"item": "Tablets", "amount": "£800"}, {"item": "Data", "amount": "200.50"}]}
    assert [lines_of(budget.questions, answers, {})[0].total for answers in (typed, {})] == ["£1,000.50", ""]


def test_two_texts_differ_where_they_say_something_different() -> None:
    mine = {"title": "Tea", "people": "", "other": "", "wards": {}}
    theirs = {"title": "Cake", "other": "", "who": "theirs alone"}
    assert [question.code for question in differing(FORM.sections[0], mine, theirs)] == ["title"]
    assert [question.code for question in differing(FORM.sections[0], {"who": ""}, theirs)] == ["who"]
