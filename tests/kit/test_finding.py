"""How what somebody looks for is read, and what is shown of where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.finding import (
    LETTERS_MOST,
    NOTHING_ASKED,
    TOO_LONG,
    TOO_SHORT,
    WORD_MOST,
    WORDS_MOST,
    Asked,
    asked,
    excerpt,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Café ‘Zoë’ – 2nd FLOOR", "cafe zoe 2nd floor"),
        ("drop-in, people's", "drop in people s"),
        ("z.bell@example.org", "z bell example org"),
        ("Straße ﬁne ½", "strasse fine 12"),
        ("привет ПРИВЕТ", "привет привет"),
        ("_ __ … – ' \"", ""),
        ("x" * 99, "x" * WORD_MOST),
    ],
)
def test_words_are_kept_small_without_accents_and_one_by_one(text: str, kept: str) -> None:
    assert words_of(text) == kept


@given(st.text())
def test_kept_words_are_letters_and_digits_alone_and_stay_as_they_are(text: str) -> None:
    kept = words_of(text)
    assert all(word.isalnum() for word in kept.split(" ") if kept)
    assert words_of(kept) == kept


@pytest.mark.parametrize(
    ("typed", "runs", "is_open"),
    [
        ("tea", (("tea",),), True),
        ("tea an", (("tea",), ("an",)), False),
        ("tea and tech", (("tea",), ("and",), ("tech",)), True),
        ('"tea and" tech', (("tea", "and"), ("tech",)), True),
        ('tech "tea and"', (("tech",), ("tea", "and")), False),
        ("“tea and” tech", (("tea", "and"), ("tech",)), True),
        ('never "closed', (("never",), ("closed",)), False),
        ("z@example.org", (("z", "example", "org"),), True),
        ("NEAR(tea* OR: -cake", (("near", "tea"), ("or",), ("cake",)), True),
        ("te\u202ea", (("tea",),), True),
    ],
)
def test_what_is_typed_is_words_and_no_language_of_its_own(typed: str, runs: object, is_open: bool) -> None:
    wanted = asked(typed)
    assert (wanted.runs, wanted.open, wanted.problem) == (runs, is_open, None)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", NOTHING_ASKED),
        (" \u200e\x00 ", NOTHING_ASKED),
        ("a", TOO_SHORT),
        ("? * ' \"", TOO_SHORT),
        ("a b c", TOO_SHORT),
        ("x" * (LETTERS_MOST + 1), TOO_LONG),
        ("ab " * (WORDS_MOST + 1), TOO_LONG),
        ("tea " * 250_000, TOO_LONG),
    ],
)
def test_what_cannot_be_looked_for_gets_a_sentence(typed: str, problem: object) -> None:
    wanted = asked(typed)
    assert wanted.problem == problem
    assert len(wanted.typed) <= LETTERS_MOST


@given(st.text(max_size=260))
def test_anything_can_be_typed(typed: str) -> None:
    wanted = asked(typed)
    assert (wanted.problem is None) is bool(wanted.runs)
    assert all(word.isalnum() for run in wanted.runs for word in run)
    assert len(wanted.needles()) == len(wanted.runs)


LINE = "We help people get online over tea. Older people, mostly; café on Tuesdays."


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("peop", ["people", "people"]),
        ("PEOPLE tea", ["people", "tea", "people"]),
        ("cafe", ["café"]),
        ("online", ["online"]),
    ],
)
def test_the_words_found_are_marked_as_they_stand(typed: str, marked: list[str]) -> None:
    pieces = excerpt([LINE], asked(typed))
    assert [text for text, is_word in pieces if is_word] == marked
    assert "".join(text for text, _is_word in pieces) == LINE


def test_the_line_with_most_of_the_words_is_shown() -> None:
    texts = ["Tea for all.", "Nothing here.\nTea and tablets for older people.", "Tablets."]
    shown = "".join(text for text, _is_word in excerpt(texts, asked("tea tablets")))
    assert shown == "Tea and tablets for older people."
    assert excerpt(texts, asked("bicycle")) == ()


@given(st.lists(st.sampled_from(["tea", "cake", "é", '"', "<b>", "long" * 9, "x-y"]), max_size=200).map(" ".join))
def test_what_is_shown_stands_there_word_for_word(line: str) -> None:
    pieces = excerpt([line], asked("tea"))
    shown = re.sub(r"^… | …$", "", "".join(text for text, _is_word in pieces))
    assert shown in line
    assert any(is_word for _text, is_word in pieces) is ("tea" in line.split())
    assert len(shown) <= 220


def test_nothing_asked_is_nothing_wanted() -> None:
    assert Asked("").needles() == []
