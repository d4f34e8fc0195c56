"""What happened to a setting, told back: a sentence, and what it said before."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.kit.text import N_, Say
from portal.programme import colours
from portal.programme.rules import ASKED, HISTORY, LISTS, PARTS, WORD_DEEDS

ORDER = N_("The order was")
FILE = N_("All settings were")


@dataclass(frozen=True, slots=True)
class Past:
    """One deed: when, the sentence, and each thing that it changed with what that said before."""

    at: dt.datetime
    sentence: Say
    said: list[tuple[str, str]]


def past_of(
    deed: Any,
    setting: str,
    earlier: Mapping[int, Mapping[str, Any]],
    names: Mapping[int | None, str],
    labels: Callable[[str], Mapping[str, str]],
) -> Past:
    """One deed of a setting's history; `labels` tells what people read for the words of a kind."""
    who, words = names.get(deed.actor_id, ""), labels(LISTS[setting].kind) if setting in LISTS else {}
    code = deed.facts.get("word", "")
    text = HISTORY.get(deed.verb) or WORD_DEEDS[deed.verb.removesuffix(f"_{setting}")]
    said = earlier.get(deed.facts.get("earlier") or 0, {})
    return Past(deed.at, Say(text, who=who, word=words.get(code, code)), list(lines(said, setting, words)))


def lines(said: Mapping[str, Any], setting: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What was said before, each with what it is called."""
    titles = {**ASKED, **colours.CHOSEN, **(PARTS[setting].fields if setting in PARTS else {})}
    for name, text in said.items():
        if name == "order":
            yield ORDER, "\n".join(words.get(code, code) for code in text)
        elif name == "file":
            yield FILE, text
        else:
            yield titles.get(name, name), text
