"""No text of the portal, and none of the demonstration's rounds, uses a word of docs/words-not-to-use.toml."""

import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Message

from tests.pseudo import gathered

ROOT = Path(__file__).resolve().parents[2]
LIST: dict[str, dict[str, str]] = tomllib.loads((ROOT / "docs" / "words-not-to-use.toml").read_text(encoding="utf-8"))
INSTEAD = {word: instead for kind in LIST.values() for word, instead in kind.items()}
DEMO = ROOT / "portal" / "demo"
FILES = [*sorted((DEMO / "rounds").glob("*.toml")), *sorted((DEMO / "councils").glob("*/vocabulary.toml"))]
KEEPERS, THEIR_WORDS = ("portal/mail/", "portal/upkeep/", "templates/upkeep/"), {"server", "database", "notif*"}
"""Whoever keeps the portal going reads of servers: it is their trade, and nobody else sees these texts."""
TEXTS = ("name", "purpose", "title", "about", "question", "hint", "why_not", "label", "zero", "three", "five")
TEXTS += ("pays_for", "does_not_pay_for", "choices", "programme", "team", "credit", "phrase")
"""The keys of a round's file, and of the council's, that hold what people read."""


def pattern_of(word: str) -> re.Pattern[str]:
    """What finds a word of the list, whatever its case, and with a star whatever its end."""
    middle = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    end = r"[\w-]*" if word.endswith("*") else r"(?![\w-])"
    return re.compile(rf"(?<![\w-]){middle}{end}", re.IGNORECASE)


PATTERNS = {word: pattern_of(word) for word in INSTEAD}


def found_in(text: str, but: Collection[str] = ()) -> list[str]:
    """The words of the list that a text uses, each with what to say instead."""
    words = [word for word, pattern in PATTERNS.items() if word not in but and pattern.search(text)]
    return [f"“{word}” (say: {INSTEAD[word]}) in: {text}" for word in words]


def for_keepers(message: Message) -> bool:
    """Whether a text stands nowhere but on the pages of those who keep the portal going."""
    return all(path.startswith(KEEPERS) for path, _line in message.locations)


def read_by_people(value: Any, key: str = "") -> Iterator[str]:
    """The texts in a round's file that people read."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from read_by_people(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from read_by_people(each, key)
    elif isinstance(value, str) and key in TEXTS:
        yield value


def test_the_list_says_what_to_say_instead() -> None:
    assert len(INSTEAD) == sum(map(len, LIST.values())), "a word stands twice"
    assert all(word == word.lower() and instead for word, instead in INSTEAD.items())
    assert len(INSTEAD) > 100


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Submit your form", "submit*"),
        ("Utilising it", "utilis*"),
        ("Phone, e.g. mine", "e.g."),
        ("In  order\nto go", "in order to"),
    ],
)
def test_a_word_is_found_in_any_form(text: str, word: str) -> None:
    assert PATTERNS[word].search(text)


@pytest.mark.parametrize(("text", "word"), [("Serviette", "via"), ("A lied", "ie"), ("A pro-server", "server")])
def test_a_word_inside_another_is_none(text: str, word: str) -> None:
    assert not PATTERNS[word].search(text)


def test_no_text_of_the_portal_uses_one() -> None:
    texts: dict[str, bool] = {}
    for message in gathered():
        for each in [message.id] if isinstance(message.id, str) else message.id:
            texts[each] = for_keepers(message)
    assert len(texts) > 1000
    found = [line for text, theirs in sorted(texts.items()) for line in found_in(text, THEIR_WORDS if theirs else ())]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_text_of_a_round_uses_one(path: Path) -> None:
    texts = [*read_by_people(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert len(texts) > 20
    assert not (found := [line for text in texts for line in found_in(text)]), "\n".join(found)
