"""The council's settings as the TOML file that `programme load` reads: the same settings give the same bytes."""

import json
from collections.abc import Iterator

from portal.programme.vocabulary import BESIDE, FACTS, KINDS, Vocabulary, Word


def as_toml(words: Vocabulary) -> str:
    """The whole file."""
    return "\n".join([*council_lines(words), *colour_lines(words), *list_lines(words), ""])


def council_lines(words: Vocabulary) -> Iterator[str]:
    """The council's facts; what is left empty is left out."""
    yield "# The council's own settings, as the portal has them. Load them again with: programme load FILE"
    yield ""
    yield "[council]"
    yield from (f"{name} = {quoted(words.council[name])}" for name in FACTS if words.council[name])


def colour_lines(words: Vocabulary) -> Iterator[str]:
    """The colours, where the council chose any."""
    if words.colours:
        yield ""
        yield "[colours]"
        yield from (f"{name} = {quoted(colour)}" for name, colour in words.colours.items())


def list_lines(words: Vocabulary) -> Iterator[str]:
    """Every list, each word with what is known of it."""
    for name, kind in KINDS.items():
        for word in words.terms.get(kind, []):
            yield ""
            yield f"[[{name}]]"
            yield from word_lines(word, kind)


def word_lines(word: Word, kind: str) -> Iterator[str]:
    """One word."""
    yield f"code = {quoted(word.code)}"
    yield f"name = {quoted(word.label)}"
    for column in BESIDE.get(kind, {}):
        if value := getattr(word, column):
            yield f"{column} = {quoted(value)}"
    if word.retired:
        yield "retired = true"


def quoted(text: str) -> str:
    """A text as TOML's basic string. JSON's escapes are TOML's too, but for the one control character it lets pass."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
