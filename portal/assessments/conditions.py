"""Conditions of a grant: what a panel may ask of whom it funds, a line each."""

import re
from collections.abc import Iterable, Mapping, Sequence

from portal.assessments.rules import PAYING
from portal.kit.text import N_, Say, one_line

MOST, LONGEST = 10, 300
"""How many conditions a grant can have, and how many characters each."""

BULLET = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")


def typed_in(text: str) -> tuple[str, ...]:
    """The conditions of a text, one from each line that says something, without the bullets that people type."""
    return once(BULLET.sub("", one_line(line)) for line in text.splitlines())


def once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, in their order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def apart(conditions: Sequence[str], offered: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The codes of those that are offered to pick from, and the others in words."""
    code_of = {label: code for code, label in offered.items()}
    picked = [code_of[each] for each in conditions if each in code_of]
    return picked, [each for each in conditions if each not in code_of]


def problems(outcome: str, conditions: Sequence[str]) -> dict[str, Say]:
    """Why a decision cannot have these conditions: a sentence at the field, or none."""
    if not conditions:
        return {}
    if outcome not in PAYING:
        sentence = Say(N_("Only a grant can have conditions. Take them out, or choose to fund it."))
    elif len(conditions) > MOST:
        sentence = Say(N_("Use {most} conditions or fewer. There are {there} now."), most=MOST, there=len(conditions))
    elif longest := next((each for each in conditions if len(each) > LONGEST), ""):
        sentence = Say(
            N_("Make each condition {most} characters or shorter. This one has {there}: {start}…"),
            most=LONGEST,
            there=len(longest),
            start=longest[:40],
        )
    else:
        return {}
    return {"conditions": sentence}
