"""How like two texts are: the marks by which a near copy is found among thousands, and the passages that two share.

Each three words that follow each other are a number, the same on every machine. Of a text's numbers the smallest are
its marks: an eighth of all, so that whoever has the same words has most of the same marks, in whatever order they stand
(a sketch of the bottom k, after Broder, "On the resemblance and containment of documents", 1997). A mark that many
applications have says nothing of two of them: it comes from a template, or from how everybody says it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

RUN = 3
"""So many words that follow each other make a number."""
ONE_IN = 8
MARKS_LEAST, MARKS_MOST = 32, 400
"""How many marks a text has: an eighth of its numbers, but so many at least, and never more."""
WORDS_LEAST = 10
"""An answer with fewer words is like many others by chance, and is left out."""
COMMON = 5
"""What more others than this have as well is nobody's own."""
SHORT = 120
"""So few words are alike by chance more easily."""
COPIED, COPIED_SHORT = 70, 90
"""From so many words of a hundred on, a text is like another, whatever it consists of; a short one later."""
ALIKE, SHARED_LEAST, SHARED_OF_OWN = 50, 6, 0.4
"""Or from so many on, where so many marks, and so much of all marks, are those of these two and hardly anybody else."""
GAP, PASSAGE_LEAST = 2, 6
"""A passage goes on over so many other words, and has so many of its own at least."""
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in its text."""

    plain: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text, without capitals, accents and punctuation."""
    return [Word(plain(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


def plain(word: str) -> str:
    """A word as it is compared with others."""
    small = word.casefold().replace("’", "'")
    if small.isascii():
        return small
    return "".join(each for each in unicodedata.normalize("NFKD", small) if not unicodedata.combining(each))


def number_of(words: str) -> int:
    """The number of some words: 63 bits, which both databases keep as a whole number."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) >> 1


def numbers_of(words: Sequence[Word]) -> list[int]:
    """The number of each run of words, by the place where it begins."""
    said = [each.plain for each in words]
    return [number_of(" ".join(said[place : place + RUN])) for place in range(len(said) - RUN + 1)]


@cache
def own_words(texts: tuple[str, ...]) -> frozenset[int]:
    """The numbers of what a form says itself: who repeats a question copies from nobody."""
    return frozenset(number for text in texts for number in numbers_of(words_of(text)))


@dataclass(frozen=True, slots=True)
class Answer:
    """A text that is long enough to be somebody's own: its words, and the number of each run of them."""

    words: Sequence[Word]
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Said:
    """All that somebody wrote: each long text, and every number of it that is not the form's."""

    answers: Sequence[Answer]
    numbers: frozenset[int]

    @property
    def words(self) -> int:
        """How many words."""
        return sum(len(each.words) for each in self.answers)

    def marks(self) -> tuple[int, ...]:
        """The marks, the smallest first."""
        numbers = sorted(self.numbers)
        return tuple(numbers[: min(max(MARKS_LEAST, len(numbers) // ONE_IN), MARKS_MOST)])

    def percent_in(self, other: "Said") -> int:
        """How many of a hundred words stand in passages that the other one has too."""
        there = sum(end - start for each in self.answers for start, end in passages(each.numbers, other.numbers))
        return round(100 * there / (self.words or 1))


def said(texts: Iterable[str], but: Collection[int] = ()) -> Said:
    """What somebody wrote, read once; without the numbers of the form's own words."""
    read = (words_of(text) for text in texts)
    answers = tuple(Answer(words, numbers_of(words)) for words in read if len(words) >= WORDS_LEAST)
    return Said(answers, frozenset(number for each in answers for number in each.numbers).difference(but))


def identity_mark(kind: str, value: str) -> int:
    """The mark of a fact about who somebody is, such as a number or an address; no words have the same one."""
    return number_of(f"{kind}\0{value}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts have in common.

    `percent` of the words of the one that has more in common, of `words` in the shorter one; and, of the `own` marks
    that hardly anybody else has, how many are `shared`.
    """

    percent: int
    words: int
    shared: int
    own: int

    @property
    def is_near(self) -> bool:
        """Whether one is a near copy of the other."""
        if self.words < SHORT:
            return self.percent >= COPIED_SHORT
        is_own = self.shared >= SHARED_LEAST and self.shared >= SHARED_OF_OWN * self.own
        return self.percent >= (ALIKE if is_own else COPIED)


def likeness(mine: Said, theirs: Said, own: Collection[int]) -> Likeness:
    """How much two texts have in common; `own` are the marks of the first that hardly anybody else has."""
    marks = theirs.marks()
    percent = max(mine.percent_in(theirs), theirs.percent_in(mine))
    return Likeness(
        percent, min(mine.words, theirs.words), len(set(own).intersection(marks)), min(len(own), len(marks))
    )


def passages(numbers: Sequence[int], theirs: Collection[int]) -> Iterator[tuple[int, int]]:
    """The passages whose numbers another text has too, each by its first word and the one after its last.

    One goes on over a word that was changed, but counts only where it is longer than what is alike by chance.
    """
    start = end = -1
    for place, number in enumerate(numbers):
        if number not in theirs:
            continue
        if start < 0 or place > end + GAP:
            if end - start >= PASSAGE_LEAST:
                yield start, end
            start = place
        end = place + RUN
    if end - start >= PASSAGE_LEAST:
        yield start, end


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it is part of a passage that the other side has too."""

    text: str
    is_alike: bool


def pieces(text: str, theirs: Collection[int]) -> list[Piece]:
    """A text in pieces that make it whole again, those that stand in the other text too told from the rest."""
    words = words_of(text)
    numbers = numbers_of(words) if len(words) >= WORDS_LEAST else []
    found, at = [], 0
    for start, end in passages(numbers, theirs):
        first, last = words[start].start, words[end - 1].end
        found += [Piece(text[at:first], False), Piece(text[first:last], True)]
        at = last
    return [each for each in (*found, Piece(text[at:], False)) if each.text]
