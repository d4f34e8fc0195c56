"""Answers as typed: read from a browser's form, and told again in words."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds import answers
from portal.funds.questions import COUNTED, MANY, Condition, Form, Kind, Section
from portal.kit.text import one_line, tidy
from tests.funds.builders import LISTS, form, question

LINE = st.text(max_size=60).map(one_line)
TEXT = st.text(max_size=200).map(tidy)
CODES = st.lists(LINE.filter(bool), max_size=4)
WARDS = st.dictionaries(st.sampled_from(sorted(LISTS["wards"])), LINE.filter(bool))
GROUPS = st.dictionaries(st.sampled_from(sorted(LISTS["communities"])), LINE.filter(bool))
BUDGET = st.lists(
    st.fixed_dictionaries({"item": LINE.filter(bool), "category": LINE, "amount": LINE, "quote": LINE}), max_size=5
)


def raw(kind: Kind) -> st.SearchStrategy[Any]:
    """Tidied raw answers of one kind."""
    if kind in MANY:
        return CODES
    return {Kind.WARDS: WARDS, Kind.GROUPS: GROUPS, Kind.BUDGET: BUDGET, Kind.LONG_TEXT: TEXT}.get(kind, LINE)


def sent(code: str, kind: Kind, value: Any) -> dict[str, list[str]]:
    """What a browser sends for an answer."""
    if kind in MANY:
        return {code: value}
    if kind in COUNTED:
        return {f"{code}-{each}": [typed] for each, typed in value.items()}
    if kind is Kind.BUDGET:
        return {
            f"{code}-{number}-{column}": [row[key]]
            for number, row in enumerate(value, 1)
            for column, key in answers.COLUMNS.items()
        }
    return {code: [value]}


def read(section: Section, inputs: Mapping[str, list[str]]) -> dict[str, Any]:
    """The section's answers from what a browser sent."""
    return answers.from_form(section, lambda name: inputs.get(name, []), LISTS)


TYPED = [kind for kind in Kind if kind is not Kind.FILE]
"""Kinds that stand in the form of their section; a file has a page of its own."""


@given(st.sampled_from(TYPED).flatmap(lambda kind: st.tuples(st.just(kind), raw(kind))))
def test_what_is_sent_is_what_is_kept(case: tuple[Kind, Any]) -> None:
    kind, value = case
    section = form(question(kind)).sections[0]

    assert read(section, sent("what", kind, value)) == {"what": value}


def test_nothing_sent_is_an_empty_answer_of_each_kind() -> None:
    section = form(*(question(kind, code=kind) for kind in TYPED)).sections[0]

    found = read(section, {})

    assert found == {kind: [] if kind in MANY | {Kind.BUDGET} else {} if kind in COUNTED else "" for kind in TYPED}
    assert not answers.has_any(section, found)


def test_control_characters_go_and_newlines_stay() -> None:
    section = form(question("long_text"), question("text", code="name")).sections[0]

    found = read(section, {"what": [" one\r\ntwo\x00\u202e "], "name": ["Ann\x07a\r\n Lee"]})

    assert found == {"what": "one\ntwo", "name": "Anna Lee"}


def test_long_answers_are_never_cut() -> None:
    section = form(question("long_text")).sections[0]

    assert read(section, {"what": ["word " * 50_000 + "end"]})["what"].endswith("word end")


def test_budget_lines_without_words_or_amount_are_dropped() -> None:
    section = form(question("budget")).sections[0]
    inputs = {
        "what-1-what": ["Tablets"],
        "what-1-amount": ["£300"],
        "what-2-category": ["a"],
        "what-5-amount": ["20"],
    }

    assert read(section, inputs)["what"] == [
        {"item": "Tablets", "category": "", "amount": "£300", "quote": ""},
        {"item": "", "category": "", "amount": "20", "quote": ""},
    ]


CHAIN = (
    question("yes_no", code="first"),
    question("choices", code="second", conditions=(Condition("first", "yes"),)),
    question(code="third", conditions=(Condition("first", "yes"), Condition("second", "b"))),
)


@pytest.mark.parametrize(
    ("given_answers", "shown"),
    [
        ({}, ["first"]),
        ({"first": "no", "second": ["b"]}, ["first"]),
        ({"first": "yes", "second": ["a"]}, ["first", "second"]),
        ({"first": "yes", "second": ["a", "b"]}, ["first", "second", "third"]),
        ({"first": {"odd": 1}, "second": 7}, ["first"]),
    ],
)
def test_shown(given_answers: dict[str, Any], shown: list[str]) -> None:
    assert [each.code for each in CHAIN if answers.is_shown(each, given_answers)] == shown


def test_has_any() -> None:
    section = form(question(), question("budget", code="costs")).sections[0]

    assert answers.has_any(section, {"costs": [{"item": "Tea", "amount": ""}]})
    assert not answers.has_any(section, {"elsewhere": "x", "costs": [], "what": " "})


ROWS = [
    {"item": "Tablets", "category": "a", "amount": "£1,200", "quote": "yes"},
    {"item": "Tea", "category": "", "amount": "some", "quote": ""},
    {"item": "Room", "category": "gone", "amount": "80.50", "quote": ""},
]


def test_total_counts_sound_lines_only() -> None:
    assert answers.total_pence(ROWS) == 128_050
    assert answers.total_pence(None) == 0


@pytest.mark.parametrize(
    ("kind", "value", "amount"),
    [("budget", ROWS, 128_050), ("budget", [], None), ("money", "£500", 50_000), ("money", "lots", None)],
)
def test_amount_asked(kind: str, value: Any, amount: int | None) -> None:
    small = form(question(kind, marks=frozenset({"amount"})))

    assert answers.amount_asked(small, {"what": value}) == amount


@pytest.mark.parametrize(("typed", "people"), [("1,200", 1200), ("about forty", None), (None, None)])
def test_people_helped(typed: str | None, people: int | None) -> None:
    small = form(question("number", marks=frozenset({"people"})))

    assert answers.people_helped(small, {"what": typed}) == people


def test_people_by_ward_adds_up_what_is_shown() -> None:
    two = Form(
        sections=(
            Section("one", "One", questions=(question("wards", code="here"), question("yes_no", code="more"))),
            Section("two", "Two", questions=(question("wards", code="also", conditions=(Condition("more", "yes"),)),)),
        )
    )
    said = {"here": {"A": "10", "B": "a few"}, "also": {"A": "1,000"}, "more": "no"}

    assert answers.people_by_ward(two, said) == {"A": 10, "B": 0}
    assert answers.people_by_ward(two, said | {"more": "yes"}) == {"A": 1010, "B": 0}


def test_people_in_groups_are_in_no_ward() -> None:
    small = form(question("groups"))

    assert answers.people_by_ward(small, {"what": {"older": "10"}}) == {}


@pytest.mark.parametrize(
    ("value", "people"), [({"older": "1,000", "carers": "a few"}, 1000), ({"older": "12", "x": "8"}, 20), ([], 0)]
)
def test_people_in_all(value: Any, people: int) -> None:
    assert answers.people_in_all(value) == people


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("text", "As typed", "As typed"),
        ("number", "1200", "1200"),
        ("money", "1200.5", "£1,200.50"),
        ("money", "1200.50", "£1,200.50"),
        ("date", "01/02/2027", "1 February 2027"),
        ("date", "soon", "soon"),
        ("yes_no", "yes", "Yes"),
        ("choice", "a", "Choice a"),
        ("choice", "gone", "gone"),
        ("choices", ["b", "a"], ["Choice b", "Choice a"]),
        ("communities", ["older"], ["Older people"]),
        ("barriers", ["trust"], ["Trust"]),
        ("wards", {"E05011385": "25", "E0": "3"}, ["Armley: 25", "E0: 3"]),
        ("groups", {"older": "25", "gone": "3"}, ["Older people: 25", "gone: 3"]),
        ("budget", ROWS, ["Tablets (Choice a): £1,200", "Tea: some", "Room (gone): £80.50"]),
        ("text", None, ""),
        ("choices", None, []),
        ("wards", "odd", []),
        ("groups", ["older"], []),
    ],
)
def test_in_words(kind: str, value: Any, words: Any) -> None:
    assert answers.in_words(question(kind), value, LISTS) == words


def test_a_file_is_told_by_its_name_and_size_and_is_in_no_form() -> None:
    asked = question(Kind.FILE)
    section = form(asked).sections[0]
    file = {"ref": "x" * 22, "name": "rules.pdf", "size": "2 KB"}

    assert read(section, {"what": ["made-up"]}) == {}
    assert answers.in_words(asked, file, LISTS) == "rules.pdf (2 KB)"
    assert [answers.in_words(asked, value, LISTS) for value in (None, "", "x", {}, {"ref": ""}, [file])] == [""] * 6
    assert not answers.has_any(section, {"what": {}})
    assert answers.has_any(section, {"what": file})
