"""What went and what is new between two texts, word by word."""

from hypothesis import example, given
from hypothesis import strategies as st

from portal.kit.word_changes import WORDS_MOST, How, sides

TEXTS = st.lists(st.sampled_from(["tea", "cake", "£1,000", "every", "Tuesday.", "\n", "  "]), max_size=30).map(" ".join)


def words(pieces, how: How) -> list[str]:
    return [each.words for each in pieces if each.how is how]


def test_a_word_that_went_and_one_that_came_are_told_apart_from_what_stayed() -> None:
    found = sides("We meet every Tuesday in the old hall", "We meet every Thursday in the hall")
    assert words(found.before, How.GONE) == ["Tuesday", "old"]
    assert words(found.after, How.NEW) == ["Thursday"]
    assert words(found.after, How.SAME) == ["We meet every", "in the", "hall"]


def test_texts_with_little_in_common_are_told_as_wholes() -> None:
    found = sides("One tea urn, and two helpers", "Nothing of that is to be")
    assert words(found.before, How.GONE) == ["One tea urn, and two helpers"]
    assert words(found.after, How.NEW) == ["Nothing of that is to be"]


def test_very_long_texts_are_told_as_wholes_and_at_once() -> None:
    text = "word " * WORDS_MOST
    found = sides(text, text + "more")
    assert [each.how for each in found.before + found.after] == [How.GONE, How.NEW]
    assert [each.how for each in sides(text, text).after] == [How.SAME]


@given(TEXTS, TEXTS)
@example("", "")
@example(" a", "a ")
@example("", "a")
def test_put_together_again_each_side_is_its_text(before: str, after: str) -> None:
    found = sides(before, after)
    assert "".join(each.space + each.words for each in found.before) == before
    assert "".join(each.text for each in found.after) == after
    same = ["".join(words(side, How.SAME)).split() for side in (found.before, found.after)]
    assert "".join(same[0]) == "".join(same[1])
    assert How.NEW not in {each.how for each in found.before}
    assert How.GONE not in {each.how for each in found.after}


@given(TEXTS)
def test_a_text_beside_itself_has_nothing_new(text: str) -> None:
    found = sides(text, text)
    assert {each.how for each in found.before + found.after} <= {How.SAME}
