"""Two texts of one answer, word by word: what both say, what went, and what is new."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

WORDS = re.compile(r"\s*\S+|\s+$")
WORDS_MOST = 3_000
"""Two texts of more words than this are not told apart word by word, but each as a whole: that takes too long."""
ALIKE_LEAST = 0.3
"""Texts of which less than this is the same are read as a whole too: single words in common help nobody."""


class How(Enum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one text: what became of it, its words, and the space before them, which belongs to both texts."""

    how: How
    text: str

    @property
    def space(self) -> str:
        """The white space before the first word."""
        return self.text[: len(self.text) - len(self.text.lstrip())]

    @property
    def words(self) -> str:
        """The words without it."""
        return self.text.lstrip()


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts in pieces: the earlier one has none that is new, the later one none that is gone."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def sides(before: str, after: str) -> Sides:
    """The two texts in pieces; put together again, each is what it was."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    pairs = list(pieces(old, new))
    return Sides(
        tuple(Piece(how, "".join(gone)) for how, gone, _ in told(pairs, How.GONE) if gone),
        tuple(Piece(how, "".join(came)) for how, _, came in told(pairs, How.NEW) if came),
    )


Pair = tuple[bool, list[str], list[str]]


def pieces(old: list[str], new: list[str]) -> Iterator[Pair]:
    """Runs of words that are the same or not, with the words on both sides."""
    matcher = SequenceMatcher(None, [each.strip() for each in old], [each.strip() for each in new], autojunk=False)
    if len(old) + len(new) > WORDS_MOST or (matcher.ratio() < ALIKE_LEAST):
        yield old == new, old, new
        return
    for tag, from_, to, start, end in matcher.get_opcodes():
        yield tag == "equal", old[from_:to], new[start:end]


def told(pairs: list[Pair], otherwise: How) -> Iterator[tuple[How, list[str], list[str]]]:
    """The same with a word for each run."""
    return ((How.SAME if is_same else otherwise, gone, came) for is_same, gone, came in pairs)
