"""What stands against an answer: a sentence for each wrong one, none for a right one, and never a crash."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds.checks import CHARACTERS_MOST, box_problems, line_problems, problem, problems, too_long
from portal.funds.questions import Condition, Format, Kind
from portal.kit.text import Say
from tests.funds.builders import LISTS, form, question

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["item", "amount"]), inner),
    max_leaves=12,
)
PEOPLE = {"marks": frozenset({"people"}), "least": 1, "most": 1000}
POUNDS = {"least": 50_000, "most": 500_000}


def say(kind: str, value: Any, **more: Any) -> str | None:
    """The sentence against an answer, in English."""
    found = problem(question(kind, **more), value, LISTS)
    return str(found) if found else None


def rows(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    """Budget lines of an item and an amount each."""
    return [{"item": item, "category": "", "amount": amount, "quote": ""} for item, amount in pairs]


@given(st.sampled_from(Kind), ANYTHING, st.booleans())
def test_nothing_kept_breaks_it(kind: Kind, value: Any, limited: bool) -> None:
    asked = question(kind, words=5, **(POUNDS if limited else {}))

    assert isinstance(problem(asked, value, LISTS), Say | None)
    assert isinstance(problem(asked, value, {}), Say | None)
    assert isinstance(line_problems(asked, value), dict)


@given(st.sampled_from(Kind), st.text() | st.lists(st.text()) | st.lists(st.fixed_dictionaries({"item": st.text()})))
def test_every_sentence_can_be_said(kind: Kind, value: Any) -> None:
    found = problem(question(kind, words=3), value, LISTS)

    assert found is None or str(found)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(("text", "Hello"), ("long_text", "one two"), ("number", "1,000"), ("money", "£500"), ("date", "1 May 2027")),
        *(
            ("yes_no", "no"),
            ("choice", "b"),
            ("choices", ["a", "b"]),
            ("communities", ["older"]),
            ("barriers", ["trust"]),
        ),
        *(
            ("wards", {"E05011385": "1,000"}),
            ("groups", {"older": "12", "carers": "0"}),
            ("budget", rows(("Tablets", "£400"), ("Tea", "100.50"))),
        ),
    ],
)
def test_right_answers(kind: str, value: Any) -> None:
    assert say(kind, value, **(POUNDS if kind in {"money", "budget"} else {})) is None


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("text", "Enter an answer to “What?”"),
        ("yes_no", "Choose an answer to “What?”"),
        ("communities", "Choose at least one answer to “What?”"),
        ("wards", "Enter a number beside at least one ward for “What?”"),
        ("groups", "Enter a number beside at least one group for “What?”"),
        ("budget", "Enter at least one line for “What?”"),
    ],
)
def test_missing_answers(kind: str, sentence: str) -> None:
    assert say(kind, None) == sentence
    assert say(kind, None, required=False) is None


@pytest.mark.parametrize(
    ("kind", "value", "sentence", "more"),
    [
        ("long_text", "one two three four", "Use 3 words or fewer. There are 4 now.", {"words": 3}),
        ("text", "one two", "Use 1 words or fewer. There are 2 now.", {"words": 1}),
        ("text", "x" * 201, "Use 200 characters or fewer. There are 201 now.", {}),
        ("text", "x" * 41, "Use 40 characters or fewer. There are 41 now.", {"most": 40}),
        ("number", "about forty", "Enter how many people, in figures, like 40", PEOPLE),
        ("number", "about forty", "Enter a whole number, in figures, like 40", {}),
        ("number", "0", "Enter 1 or more", PEOPLE),
        ("number", "1,001", "Enter 1000 or less", PEOPLE),
        ("number", "100001", "Enter 100,000 or less", {"most": 100_000}),
        ("money", "lots", "Enter an amount in pounds, like £250", POUNDS),
        ("money", "499.99", "Enter £500 or more", POUNDS),
        ("money", "5001", "Enter £5,000 or less", POUNDS),
        ("date", "soon", "Enter a day, month and year, like 1 February 2027", {}),
        ("yes_no", "maybe", "Choose one of the answers in the list", {}),
        ("choice", "c", "Choose one of the answers in the list", {}),
        ("choices", ["a", "c"], "Choose only answers in the list", {}),
        ("communities", ["martians"], "Choose only answers in the list", {}),
        ("wards", {"E0": "5"}, "Choose only wards in the list", {}),
        ("wards", {"E05011385": "some"}, "Enter how many people live in Armley, in figures, like 40", {}),
        ("groups", {"martians": "5"}, "Choose only groups in the list", {}),
        ("groups", {"carers": "-5"}, "Enter how many people are in the group “Carers”, in figures, like 40", {}),
        ("choices", ["a"] * 301, "Choose 300 answers or fewer.", {}),
    ],
)
def test_wrong_answers(kind: str, value: Any, sentence: str, more: dict[str, Any]) -> None:
    assert say(kind, value, **more) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (rows(("Tablets", "")), "Line 1: say what “Tablets” costs, like £120"),
        (rows(("Tea", "£4"), ("", "£12")), "Line 2: say what the money is for"),
        (rows(("Tea", "four")), "Line 1: enter the cost in pounds, like £120"),
        (rows(("Tea", "£0")), "Line 1: enter the cost in pounds, like £120"),
        ([{"item": "Tea", "amount": "£4", "category": "c"}], "Line 1: choose the kind of cost from the list"),
        (rows(("Tea", "£499.99")), "Ask for £500 or more. Your lines add up to £499.99."),
        (rows(("Hall", "£4,000"), ("Tea", "£2,000")), "Ask for £5,000 or less. Your lines add up to £6,000."),
        (rows(("Tea", "£10")) * 61, "Use 60 lines or fewer. Put small things together on one line."),
    ],
)
def test_wrong_budgets(value: Any, sentence: str) -> None:
    assert say("budget", value, **POUNDS) == sentence


def test_each_wrong_line_is_named() -> None:
    found = line_problems(question("budget"), rows(("Tea", "£4"), ("", "£1"), ("Hall", "")))

    assert {number: str(sentence) for number, sentence in found.items()} == {
        2: "Line 2: say what the money is for",
        3: "Line 3: say what “Hall” costs, like £120",
    }


def test_lists_that_are_not_at_hand_are_not_checked() -> None:
    assert problem(question("communities"), ["martians"], {}) is None
    assert problem(question("wards"), {"E0": "5"}, {}) is None
    assert problem(question("groups"), {"martians": "5"}, {}) is None


def test_each_box_has_a_sentence_of_its_own() -> None:
    said = box_problems(question("groups"), {"older": "some", "carers": "12", "gone": "many"}, LISTS)

    assert {code: str(sentence) for code, sentence in said.items()} == {
        "older": "Enter how many people are in the group “Older people”, in figures, like 40",
        "gone": "Enter how many people are in the group “gone”, in figures, like 40",
    }


def test_hidden_questions_are_not_asked() -> None:
    section = form(
        question("yes_no", code="more"), question(code="which", conditions=(Condition("more", "yes"),))
    ).sections[0]

    assert problems(section, {"more": "no"}, LISTS) == {}
    assert list(problems(section, {"more": "yes"}, LISTS)) == ["which"]
    assert list(problems(section, {"which": "x"}, LISTS)) == ["more"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("long_text", "x" * (CHARACTERS_MOST + 1)),
        ("choices", ["x" * 400] * 300),
        ("wards", {"E05011385": "9" * (CHARACTERS_MOST + 1)}),
        ("groups", {"older": "9" * (CHARACTERS_MOST + 1)}),
        ("budget", rows(("x" * CHARACTERS_MOST, "£1"))),
    ],
)
def test_beyond_all_reason(kind: str, value: Any) -> None:
    section = form(question(kind)).sections[0]

    assert list(too_long(section, {"what": value})) == ["what"]
    assert str(too_long(section, {"what": value})["what"]).startswith("Use 100,000 characters or fewer. There are ")
    assert problem(question(kind), value, LISTS) == too_long(section, {"what": value})["what"]


def test_a_long_answer_within_reason_can_be_kept() -> None:
    section = form(question("long_text", words=150)).sections[0]

    assert too_long(section, {"what": "communities " * 5_000}) == {}


DAYS = form(question("date", "starts"), question("date", "ends", not_before="starts", required=False)).sections[0]


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        ("1 March 2027", "28 February 2027", "Enter 1 March 2027 or a later day."),
        ("01/03/2027", "2027-02-28", "Enter 1 March 2027 or a later day."),
        ("1 March 2027", "1 March 2027", ""),
        ("1 March 2027", "2 March 2027", ""),
        ("1 March 2027", "", ""),
        ("soon", "1 March 2027", ""),
        ("", "1 March 2027", ""),
        ("1 March 2027", "later", "Enter a day, month and year"),
    ],
)
def test_a_day_is_not_before_another(starts: str, ends: str, sentence: str) -> None:
    found = problems(DAYS, {"starts": starts, "ends": ends}, LISTS)
    assert str(found.get("ends", "")).startswith(sentence)
    assert ("ends" in found) == bool(sentence)


EMAIL, PHONE = {"format": Format.EMAIL}, {"format": Format.PHONE}


@pytest.mark.parametrize(
    ("value", "more", "sentence"),
    [
        ("ada@example.org", EMAIL, None),
        ("Ada@Example.org", EMAIL, None),
        ("ada at example", EMAIL, "Enter an e-mail address, like name@example.org"),
        ("ask for Ada", EMAIL, "Enter an e-mail address, like name@example.org"),
        ("x" * 300 + "@example.org", EMAIL, "Enter an e-mail address, like name@example.org"),
        ("0113 496 0100", PHONE, None),
        ("ring Ada", PHONE, "Enter a telephone number with its area code, like 01632 960 000"),
        ("496", PHONE, "Enter a telephone number with its area code, like 01632 960 000"),
        ("ring Ada", {}, None),
    ],
)
def test_a_text_of_a_known_shape(value: str, more: dict[str, Any], sentence: str | None) -> None:
    assert say("text", value, **more) == sentence
    assert say("text", "", required=False, **more) is None
