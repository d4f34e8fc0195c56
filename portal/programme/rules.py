"""What is true of the council's own settings: which there are, how a word gets its code, what an edit has read."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.kit.text import N_, Say

WORDS_MOST = 100
CODE_LONGEST = 40

LAST_WORD = Say(N_("This is the last word of its list. Add another one first."))
TOO_MANY_WORDS = Say(N_("A list holds {most} words at most. Say one of them better instead."), most=WORDS_MOST)
SAME_NAME = Say(N_("This list has a word of that name already. If it is no longer offered, bring it back."))
NOT_OFFERED = Say(N_("This word is not offered just now."))
OFFERED_ALREADY = Say(N_("This word is offered already."))


@dataclass(frozen=True, slots=True)
class Part:
    """Some facts about the council that are edited together: the code in addresses, its title, labels by field."""

    code: str
    title: str
    about: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words that is edited as one: its code in addresses and files, the kind of its words, what it asks.

    Two lists may share a kind: `affects` tells whose barriers they are. `asks` are the columns beside the label.
    """

    code: str
    kind: str
    title: str
    about: str
    adding: str
    asks: tuple[str, ...] = ()
    affects: str = ""


PARTS = {
    part.code: part
    for part in (
        Part(
            "name",
            N_("The council and its programme"),
            N_("These names stand on every page and in every letter."),
            {
                "name": N_("Name of the council"),
                "programme": N_("Name of the programme"),
                "team": N_("What the team calls itself"),
                "place": N_("The place it serves"),
            },
        ),
        Part(
            "contact",
            N_("How people reach you"),
            N_("People ring or write when they are stuck. Every letter gives the telephone number."),
            {"email": N_("E-mail address"), "phone": N_("Telephone"), "phone_hours": N_("When you answer it")},
        ),
        Part(
            "about",
            N_("What the portal says about you"),
            N_("The first text stands on the front page. The second stands at the foot of every page."),
            {"about": N_("What the programme is"), "credit": N_("Words at the foot of every page")},
        ),
    )
}
"""The council's facts, by the page on which they are edited."""

MAY_LACK = ("phone_hours", "about", "credit")
"""The facts that a council can leave out."""

LISTS = {
    one.code: one
    for one in (
        WordList(
            "communities",
            "community",
            N_("Communities"),
            N_("Whom groups work with. Partners tick these, and applications say whom they will help."),
            N_("Add a community"),
            asks=("phrase", "priority"),
        ),
        WordList(
            "barriers",
            "barrier",
            N_("What keeps people offline"),
            N_("Barriers for the people whom groups help."),
            N_("Add a barrier for people"),
            asks=("heading",),
            affects="resident",
        ),
        WordList(
            "partner_barriers",
            "barrier",
            N_("What holds partners back"),
            N_("Barriers for the groups themselves."),
            N_("Add a barrier for partners"),
            asks=("heading",),
            affects="partner",
        ),
        WordList(
            "outcomes",
            "outcome",
            N_("What changes for people"),
            N_("The changes that a project can lead to."),
            N_("Add a change"),
        ),
        WordList(
            "languages",
            "language",
            N_("Languages"),
            N_("Languages that groups speak with people."),
            N_("Add a language"),
        ),
        WordList(
            "legal_forms",
            "legal_form",
            N_("Kinds of organisation"),
            N_("What an organisation can be in law."),
            N_("Add a kind of organisation"),
            asks=("number",),
        ),
        WordList(
            "income_bands",
            "income_band",
            N_("Yearly income"),
            N_("How large an organisation is, from small to large."),
            N_("Add a band"),
        ),
        WordList(
            "conditions",
            "condition",
            N_("Conditions of a grant"),
            N_("The panel picks from these when it funds an application, and can write others."),
            N_("Add a condition"),
        ),
    )
}
"""Every list of words, by its code."""

MAY_BE_EMPTY = frozenset({"conditions"})
"""The lists that a council can do without, by their codes."""

ASKED = {
    "label": N_("The word, as people read it"),
    "phrase": N_("The same inside a sentence, such as “We work with older people”"),
    "heading": N_("The heading that it stands under"),
    "number": N_("Which number does such an organisation have?"),
    "priority": N_("Do you start with this community, because it is most often left out?"),
}
"""What is asked about a word, by its column."""

IS_PRIORITY = N_("priority community")
PRIORITY = {"yes": N_("Yes, it is a priority community"), "no": N_("No")}
NUMBERS = {"charity": N_("A charity number"), "company": N_("A company number"), "none": N_("No number")}
AFFECTS = ("resident", "partner")

HISTORY = {
    "load_words": N_("{who} loaded all settings from a file"),
    "change_name": N_("{who} changed the names of the council and its programme"),
    "change_contact": N_("{who} changed how to reach the team"),
    "change_about": N_("{who} changed what the portal says about the council"),
    "change_colours": N_("{who} changed the colours"),
}
WORD_DEEDS = {
    "add": N_("{who} added “{word}”"),
    "reword": N_("{who} changed “{word}”"),
    "move": N_("{who} moved “{word}”"),
    "retire": N_("{who} stopped offering “{word}”"),
    "restore": N_("{who} brought “{word}” back"),
}
"""The sentence for each deed that is written down about a word; the deed is written with its list's code."""


def verbs_of(setting: str) -> list[str]:
    """The deeds that belong to a setting's history: a part of the council's facts, a list of words, or the colours."""
    if setting in LISTS:
        return [f"{verb}_{setting}" for verb in WORD_DEEDS] + ["load_words"]
    return [f"change_{setting}"] + (["load_words"] if setting in PARTS else [])


def code_for(label: str, taken: Collection[str]) -> str:
    """A new word's code, from its label: small letters, digits and _, and none that was ever given before."""
    plain = unicodedata.normalize("NFKD", label).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    stem = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:CODE_LONGEST].rstrip("_") or "word"
    codes = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)


def moved(order: Sequence[str], code: str, *, up: bool) -> list[str]:
    """The order with one code a place further up or down; the first stays first, the last stays last."""
    there = list(order)
    at = there.index(code)
    to = at - 1 if up else at + 1
    if 0 <= to < len(there):
        there[at], there[to] = there[to], there[at]
    return there


def same_name(label: str, others: Iterable[str]) -> bool:
    """Whether one of the others reads the same but for capitals."""
    return label.casefold() in {other.casefold() for other in others}
