"""Sentences, and the text that people type."""

import re
import unicodedata
from dataclasses import dataclass

LETTER = re.compile(r"\w")
CONTROL = {c for c in map(chr, range(0x110000)) if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
DIRECTION = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")
UNWANTED = dict.fromkeys(map(ord, CONTROL | DIRECTION))


def N_(msgid: str) -> str:
    """Mark a text for the catalogue where no request is at hand; whoever shows it translates it."""
    return msgid


@dataclass(frozen=True, slots=True, init=False)
class Say:
    """A sentence for people and the values that belong into it, not yet translated."""

    msgid: str
    values: tuple[tuple[str, object], ...]

    def __init__(self, msgid: str, **values: object) -> None:
        object.__setattr__(self, "msgid", msgid)
        object.__setattr__(self, "values", tuple(values.items()))

    def __str__(self) -> str:
        return self.msgid.format(**dict(self.values)) if self.values else self.msgid


def tidy(text: str) -> str:
    """The text as kept: one form of each letter, plain newlines, no control or direction marks, no outer space.

    Nothing that can be read is taken away, whatever its length.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(UNWANTED)
    # Letters are put together last, because a mark that is gone may have kept two of their parts from each other.
    return unicodedata.normalize("NFC", plain).strip()


def one_line(text: str) -> str:
    """The tidied text on one line, for names, titles and subjects."""
    return " ".join(tidy(text).split())


def count_words(text: str) -> int:
    """How many words: runs without a space that hold a letter or a digit, as the page's own counter has it."""
    # Not by one pattern for a whole word: it tries a line of a thousand dashes from each dash anew.
    return sum(1 for run in text.split() if LETTER.search(run))


def initials_of(name: str) -> str:
    """The first letters of a name's first and last word, in capitals."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
