"""Codes of words, their order, and what an edit has read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.refs import mark_of
from portal.programme.rules import code_for, moved, same_name

CODES = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Older people", "older_people"),
        ("  Deaf & hard of hearing  ", "deaf_hard_of_hearing"),
        ("Café goers", "cafe_goers"),
        ("𝓐rtists", "artists"),
        ("£5,000 to £25,000", "5_000_to_25_000"),
        ("العربية", "word"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_code_comes_from_the_label(label: str, code: str) -> None:
    assert code_for(label, ()) == code


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=6))
def test_a_code_is_fit_and_new_however_many_there_are(label: str, labels: list[str]) -> None:
    taken: set[str] = set()
    for each in [*labels, label, label]:
        code = code_for(each, taken)
        assert re.fullmatch(r"[a-z0-9_]{1,60}", code)
        assert code not in taken
        taken.add(code)


@given(CODES, st.data(), st.booleans())
def test_moving_keeps_every_word_and_changes_one_place(order: list[str], data: st.DataObject, up: bool) -> None:
    code = data.draw(st.sampled_from(order))
    after = moved(order, code, up=up)
    step = after.index(code) - order.index(code)
    at_end = order.index(code) == (0 if up else len(order) - 1)

    assert sorted(after) == sorted(order)
    assert step == (0 if at_end else -1 if up else 1)
    assert moved(after, code, up=not up) == order or at_end


def test_a_mark_changes_with_what_was_read() -> None:
    assert mark_of({"a": "1", "b": "2"}) == mark_of({"b": "2", "a": "1"})
    assert mark_of({"a": "1"}) != mark_of({"a": "2"})
    assert mark_of(["a", "b"]) != mark_of(["b", "a"])


def test_a_name_is_the_same_in_capitals() -> None:
    assert same_name("ROMA", ["Roma"])
    assert not same_name("Roma", ["Romani"])
