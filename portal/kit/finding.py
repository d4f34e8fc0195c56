"""What somebody looks for, the words of a text as an index keeps them, and where in a text they stand.

Both are cut and folded here, so that either database is asked for the same words and finds the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.kit.text import N_, Say, one_line

RUN = re.compile(r"[^\W_]+")
ASKED = re.compile(r'"([^"]*)(?:"|$)|([^"\s]+)')
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
WORD_MOST = 40
"""A longer run of letters is kept, and looked for, by its beginning."""
PREFIX_LEAST = 3
"""A last word of fewer letters is looked for as it stands: too many words begin so."""
LETTERS_LEAST, LETTERS_MOST, WORDS_MOST = 2, 200, 12
BEFORE, AROUND = 60, 200
"""How many letters of a line are shown before the first word found, and in all."""

NOTHING_ASKED = Say(N_("Type a reference, a name or some words."))
TOO_SHORT = Say(N_("Type two letters or more."))
TOO_LONG = Say(
    N_("Type fewer words: at most {words}, and {letters} letters in all."), words=WORDS_MOST, letters=LETTERS_MOST
)

Words = tuple[str, ...]
Piece = tuple[str, bool]
"""Some of a text, and whether it is a word that was looked for."""


def folded(run: str) -> str:
    """A run of letters and digits as it is kept: small, without accents; empty where nothing is left."""
    if run.isascii():
        return run.lower()[:WORD_MOST]
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", run).casefold())
    return "".join(letter for letter in plain if letter.isalnum())[:WORD_MOST]


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text, folded, with where it begins and ends there."""
    for found in RUN.finditer(text):
        if word := folded(found[0]):
            yield word, *found.span()


def words_of(*texts: str) -> str:
    """The words of some texts as an index keeps them: one after the other, with one space between."""
    return " ".join(word for text in texts for word, _start, _end in spans(text))


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for. All words have to occur; those of one run or in quotes one after the other.

    `open`: the last word may go on. `typed` is the text as it was typed, for the field and the address.
    """

    typed: str
    runs: tuple[Words, ...] = ()
    open: bool = False
    problem: Say | None = None

    def words(self) -> list[str]:
        """Every word that has to occur as it stands, once each."""
        closed = [word for run in self.runs for word in run]
        return list(dict.fromkeys(closed[:-1] if self.open else closed))

    @property
    def beginning(self) -> str:
        """The beginning of the last word, where it may go on; else empty."""
        return self.runs[-1][-1] if self.open else ""

    def phrases(self) -> Iterator[str]:
        """The runs of several words: how each has to stand among others, between spaces."""
        for place, run in enumerate(self.runs):
            if len(run) > 1:
                yield self.between_spaces(run, is_last=place == len(self.runs) - 1)

    def needles(self) -> list[str]:
        """What has to stand in a text that is read through: each run, between spaces."""
        return [self.between_spaces(run, is_last=place == len(self.runs) - 1) for place, run in enumerate(self.runs)]

    def between_spaces(self, run: Words, *, is_last: bool) -> str:
        """A run as it stands among other words."""
        return f" {' '.join(run)}{'' if self.open and is_last else ' '}"

    def marks(self, text: str) -> list[tuple[str, int, int]]:
        """The words of a text that were looked for: what was asked of each, and where it begins and ends."""
        words, beginning = set(self.words()), self.beginning
        found = []
        for word, start, end in spans(text):
            if word in words:
                found.append((word, start, end))
            elif beginning and word.startswith(beginning):
                found.append((beginning, start, end))
        return found


def asked(typed: str) -> Asked:
    """What was typed as what is looked for; with the sentence that says what is wrong with it, if anything is."""
    text = one_line(typed)
    if not text:
        return Asked("", problem=NOTHING_ASKED)
    if len(text) > LETTERS_MOST:
        return Asked(text[:LETTERS_MOST], problem=TOO_LONG)
    runs, is_open = [], False
    for found in ASKED.finditer(text.translate(QUOTES)):
        if run := tuple(word for word, _start, _end in spans(found[1] or found[2] or "")):
            runs.append(run)
            is_open = found[2] is not None and len(run[-1]) >= PREFIX_LEAST
    if max((len(word) for run in runs for word in run), default=0) < LETTERS_LEAST:
        return Asked(text, problem=TOO_SHORT)
    if sum(map(len, runs)) > WORDS_MOST:
        return Asked(text, problem=TOO_LONG)
    return Asked(text, tuple(runs), is_open)


def excerpt(texts: Iterable[str], wanted: Asked) -> tuple[Piece, ...]:
    """The line of some texts in which most of the words stand, around the first of them; empty where none does."""
    best, most, all_of_them = "", 0, len({word for run in wanted.runs for word in run})
    for line in (each for text in texts for each in text.splitlines()):
        there = len({word for word, _start, _end in wanted.marks(line)})
        if there > most:
            best, most = line, there
        if most == all_of_them:
            break
    return marked(best, wanted) if most else ()


def marked(line: str, wanted: Asked) -> tuple[Piece, ...]:
    """A line around the first word found, in pieces of which those that were looked for are marked."""
    hits = [(start, end) for _word, start, end in wanted.marks(line)]
    start, end = around(line, hits[0][0])
    pieces: list[Piece] = [("… ", False)] if start else []
    at = start
    for first, last in hits:
        if first >= at and last <= end:
            pieces += [(line[at:first], False), (line[first:last], True)]
            at = last
    pieces += [(line[at:end], False), (" …" if end < len(line) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def around(line: str, place: int) -> tuple[int, int]:
    """From where to where a line is shown, so that no word is cut unless it is longer than all that is shown."""
    start = max(0, place - BEFORE)
    if start:
        start = line.find(" ", start, place) + 1 or place
    end = min(len(line), start + AROUND)
    if end < len(line):
        end = max(line.rfind(" ", place, end), 0) or end
    return start, end
