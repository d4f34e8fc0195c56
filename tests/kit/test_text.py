"""What happens to what people type."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.text import Say, count_words, initials_of, one_line, tidy
from tests.kit.words import CASES


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_tidying_takes_away_nothing_that_can_be_read(text: str) -> None:
    assert tidy(text) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_tidied_text_has_no_control_or_direction_marks(text: str) -> None:
    left = {c for c in tidy(text) if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert left == set()
    assert not set(tidy(text)) & {"\u202e", "\u2066", "\ufeff"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.lists(st.from_regex(r"[a-zé0-9'’-]*[a-z0-9][a-zé0-9'’-]*", fullmatch=True), max_size=60))
def test_words_are_counted_as_people_count_them(words: list[str]) -> None:
    assert count_words("  ".join(words)) == len(words)


def test_a_long_line_of_dashes_is_counted_at_once() -> None:
    began = time.process_time()
    assert count_words("-" * 20_000 + " tea") == 1
    assert time.process_time() - began < 1


def test_a_dash_alone_is_no_word() -> None:
    assert count_words("tea – and – talk") == 3


def test_a_sentence_puts_its_values_in() -> None:
    assert str(Say("You can ask for {least} or more", least="£500")) == "You can ask for £500 or more"
    assert str(Say("Nothing to put in {here}")) == "Nothing to put in {here}"


def test_sentences_are_equal_by_what_they_say() -> None:
    assert Say("a {b}", b=1) == Say("a {b}", b=1)
    assert Say("a {b}", b=1) != Say("a {b}", b=2)


def test_initials() -> None:
    assert initials_of("Amina Yusuf") == "AY"
    assert initials_of("Cher") == "C"
    assert initials_of("") == ""


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_are_counted_as_the_page_counts_them(text: str, words: int) -> None:
    assert count_words(tidy(text)) == words
