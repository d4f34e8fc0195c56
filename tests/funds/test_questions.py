"""The frozen form: to a document and back, and its conditions."""

import json

import pytest

from portal.funds.questions import Condition, Form
from portal.funds.toml import read
from tests.funds.builders import SOUND, form, question


@pytest.fixture
def small() -> Form:
    """The form of the small sound file."""
    return read(SOUND).form


def test_document_and_back(small: Form) -> None:
    assert Form.from_data(json.loads(json.dumps(small.to_data()))) == small


def test_document_leaves_out_what_is_empty(small: Form) -> None:
    first = small.to_data()["sections"][0]["questions"][0]

    assert first == {
        "code": "title",
        "kind": "text",
        "label": "What do you call it?",
        "required": True,
        "is_title": True,
    }


def test_condition_takes_over_those_it_hangs_on(small: Form) -> None:
    assert small.question("more_why").conditions == (Condition("extra", "yes"), Condition("more_what", "lots"))
    assert small.question("more_why").show_if == Condition("more_what", "lots")
    assert small.question("title").show_if is None


def test_condition_that_points_nowhere() -> None:
    lost = {"code": "a", "kind": "text", "label": "A", "show_if": {"question": "b", "is": "yes"}}

    with pytest.raises(KeyError):
        Form.from_data(
            {"eligibility": [], "criteria": [], "sections": [{"code": "s", "title": "S", "questions": [lost]}]}
        )


@pytest.mark.parametrize(("mark", "code"), [("title", "title"), ("amount", "costs"), ("people", "people")])
def test_marked(small: Form, mark: str, code: str) -> None:
    assert small.marked(mark).code == code


def test_found_by_code(small: Form) -> None:
    assert small.section("numbers").title == "Numbers"
    assert small.criterion("plan").weight == 40
    assert [each.code for each in small.questions()] == [
        *("title", "summary", "extra", "more_what", "more_why"),
        *("people", "costs"),
    ]


@pytest.mark.parametrize("find", ["section", "question", "criterion", "marked"])
def test_not_found(find: str) -> None:
    with pytest.raises(KeyError):
        getattr(form(question()), find)("nothing")


def test_section_needs_what_everybody_is_asked(small: Form) -> None:
    assert [each.code for each in small.section("project").needs()] == ["title", "summary", "extra"]
    assert form(question(required=False)).sections[0].needs() == ()
