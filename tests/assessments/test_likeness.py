"""How like two texts are: what the marks and the passages can be relied on for."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.likeness import (
    MARKS_LEAST,
    MARKS_MOST,
    ONE_IN,
    PASSAGE_LEAST,
    Likeness,
    identity_mark,
    likeness,
    number_of,
    numbers_of,
    own_words,
    passages,
    pieces,
    said,
    words_of,
)
from tests.assessments import voices

SHORT_TEXTS = st.text(alphabet="abcdé ,.’'-\n", max_size=200)
SEVERAL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MANY_WORDS = st.lists(st.sampled_from(SEVERAL), max_size=120)
TEXT = "We meet on Mondays in the warm library and help anybody who asks us with their telephone or tablet."


def test_a_number_is_the_same_on_every_machine() -> None:
    assert number_of("we meet on") == 9070587462480658501
    assert identity_mark("email", "ada@example.org") != identity_mark("phone", "ada@example.org")


@given(SHORT_TEXTS)
def test_numbers_fit_into_both_databases(text: str) -> None:
    assert all(0 <= each < 2**63 for each in numbers_of(words_of(text)))


@given(SHORT_TEXTS, MANY_WORDS)
def test_the_pieces_of_a_text_make_it_whole_again(text: str, words: list[str]) -> None:
    theirs = said([" ".join(words)]).numbers
    assert "".join(each.text for each in pieces(text, theirs)) == text
    joined = " ".join(words)
    assert "".join(each.text for each in pieces(joined, theirs)) == joined


@given(MANY_WORDS)
def test_a_text_is_wholly_like_itself(words: list[str]) -> None:
    text = said([" ".join(words)])
    assert text.percent_in(text) == (100 if len(words) >= 10 else 0)


@given(MANY_WORDS, MANY_WORDS)
def test_how_like_two_are_is_the_same_from_both_sides(one: list[str], other: list[str]) -> None:
    mine, theirs = said([" ".join(one)]), said([" ".join(other)])
    there, back = likeness(mine, theirs, mine.marks()), likeness(theirs, mine, theirs.marks())
    assert (there.percent, there.words, there.shared) == (back.percent, back.words, back.shared)
    assert 0 <= there.percent <= 100


@given(st.lists(st.integers(0, 5), max_size=60), st.frozensets(st.integers(0, 5)))
def test_passages_are_long_enough_and_come_one_after_the_other(numbers: list[int], theirs: frozenset[int]) -> None:
    found = list(passages(numbers, theirs))
    assert all(end - start >= PASSAGE_LEAST for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert all(numbers[start] in theirs for start, _ in found)


def test_capitals_accents_and_punctuation_do_not_count() -> None:
    plain, written = "we meet at the cafe on monday and stay", "We meet – at the CAFÉ, on Monday; and stay!"
    assert numbers_of(words_of(plain)) == numbers_of(words_of(written))


def test_the_forms_own_words_and_short_answers_leave_no_marks() -> None:
    question = "Who are the people that you want to help and why do they need your help now"
    assert said([question], own_words((question,))).numbers == frozenset()
    assert said(["We help them."]).marks() == ()
    assert said([f"{question} {TEXT}"], own_words((question,))).numbers > said([TEXT]).numbers


def test_a_long_text_has_an_eighth_of_its_numbers_for_marks_but_never_too_many() -> None:
    rng = Random(2)
    for sentences in (3, 40, 400):
        text = said([voices.sentences(rng, sentences)])
        expected = min(max(MARKS_LEAST, len(text.numbers) // ONE_IN), MARKS_MOST, len(text.numbers))
        assert len(text.marks()) == expected
        assert list(text.marks()) == sorted(text.numbers)[:expected]


def test_what_stands_in_both_is_told_from_the_rest_wherever_it_stands() -> None:
    theirs = said([f"Something else comes first here. {TEXT}"])
    own = "Our own words begin, and then come these."
    found = pieces(f"{own} {TEXT.replace('warm', 'cosy')}", theirs.numbers)
    assert [(each.text[:8], each.is_alike) for each in found] == [("Our own ", False), ("We meet ", True), (".", False)]


@pytest.mark.parametrize(
    ("found", "is_near"),
    [
        (Likeness(percent=70, words=300, shared=0, own=50), True),
        (Likeness(percent=69, words=300, shared=5, own=5), False),
        (Likeness(percent=50, words=300, shared=20, own=50), True),
        (Likeness(percent=49, words=300, shared=50, own=50), False),
        (Likeness(percent=60, words=300, shared=19, own=50), False),
        (Likeness(percent=89, words=119, shared=20, own=20), False),
        (Likeness(percent=90, words=119, shared=0, own=0), True),
        (Likeness(percent=0, words=0, shared=0, own=0), False),
    ],
)
def test_a_near_copy_is_mostly_the_same_or_half_of_it_where_nobody_else_says_so(found: Likeness, is_near: bool) -> None:
    assert found.is_near is is_near


@pytest.mark.parametrize("changed", [0.0, 0.05, 0.1])
def test_near_copies_are_near_and_two_who_write_for_themselves_are_not(changed: float) -> None:
    rng = Random(7)
    texts = [voices.written(rng) for _ in range(25)]
    read = [said(each.values()) for each in texts]
    copies = [said(voices.near_copy(rng, each, changed).values()) for each in texts]
    assert [likeness(one, copy, ()).is_near for one, copy in zip(read, copies, strict=True)] == [True] * 25
    others = [(one, other) for place, one in enumerate(read) for other in read[place + 1 :]]
    assert [pair for pair in others if likeness(*pair, ()).is_near] == []
