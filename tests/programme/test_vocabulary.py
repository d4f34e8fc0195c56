"""The file with the council's own words."""

import pytest

from portal.config import ROOT
from portal.programme.rules import MAY_BE_EMPTY
from portal.programme.vocabulary import KINDS, Faults, Word, read

COUNCIL = """
[council]
name = "Anytown Council"
programme = "Anytown Online"
team = "the Anytown team"
place = "Anytown"
email = "digital@example.org"
phone = "0113 496 0100"
"""
LISTS = "".join(f'[[{name}]]\ncode = "one"\nname = "One"\n' for name in KINDS)


def test_the_demonstration_file_is_sound() -> None:
    words = read((ROOT / "portal/demo/councils/leeds/vocabulary.toml").read_text(encoding="utf-8"))

    assert words.council["place"] == "Leeds"
    assert set(words.terms) == set(KINDS.values())
    assert words.terms["income_band"][0] == Word("under_5k", "Less than £5,000")
    assert words.terms["community"][0] == Word("older", "Older people", phrase="older people", priority="no")
    assert words.terms["barrier"][0] == Word(
        "device", "No device, or not a good enough one", heading="Access and accessibility", affects="resident"
    )
    assert words.terms["legal_form"][0] == Word("charity", "Registered charity", number="charity")


def test_the_smallest_sound_file() -> None:
    words = read(COUNCIL + LISTS.replace('[[conditions]]\ncode = "one"\nname = "One"\n', ""))

    assert words.terms["community"] == [Word("one", "One", priority="no")]
    assert words.terms["barrier"] == [Word("one", "One", affects="resident")]
    assert words.terms["legal_form"] == [Word("one", "One", number="none")]
    assert words.council["about"] == ""
    assert words.terms["condition"] == []
    assert words.colours == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("= 1", "This is not TOML: Invalid statement (at line 1, column 1)."),
        (LISTS, "[council] is missing."),
        (COUNCIL.replace("0113 496 0100", " ") + LISTS, "[council] needs phone = “…”."),
        (COUNCIL + "fax = 3\n" + LISTS, "[council] fax is nothing the portal knows."),
        (COUNCIL + LISTS + "[[wards]]\n", "[wards] is nothing the portal knows."),
        (
            COUNCIL + LISTS + '[[barriers]]\ncode = "A B"\nname = "x"\n',
            "[[barriers]] number 2 needs code = “…” of small letters, digits and _.",
        ),
        (
            COUNCIL + LISTS + '[[barriers]]\ncode = "one"\nname = "x"\n',
            "[[barriers]] number 2 has the code “one”, which is there already.",
        ),
        (COUNCIL + LISTS + '[[barriers]]\ncode = "two"\n', "[[barriers]] number 2 needs name = “…”."),
        (
            COUNCIL + LISTS + '[[barriers]]\ncode = "two"\nname = "ONE"\n',
            "[[barriers]] number 2 has the name “ONE”, which is there already.",
        ),
        (
            COUNCIL + LISTS + '[[barriers]]\ncode = "two"\nname = "x"\naffects = "cats"\n',
            "[[barriers]] number 2 needs affects = “resident” or “partner”.",
        ),
        (
            COUNCIL + LISTS + '[[legal_forms]]\ncode = "two"\nname = "x"\nnumber = 7\n',
            "[[legal_forms]] number 2 needs number = “charity” or “company” or “none”.",
        ),
        (
            COUNCIL + LISTS + '[[communities]]\ncode = "two"\nname = "x"\nphrase = 7\n',
            "[[communities]] number 2 needs phrase = “…”.",
        ),
        (
            COUNCIL + LISTS + '[[communities]]\ncode = "two"\nname = "x"\npriority = "perhaps"\n',
            "[[communities]] number 2 needs priority = “yes” or “no”.",
        ),
        (
            COUNCIL + LISTS + '[[outcomes]]\ncode = "two"\nname = "x"\nphrase = "x"\n',
            "[[outcomes]] number 2 has phrase, which is nothing the portal knows.",
        ),
        (
            COUNCIL + LISTS + '[[outcomes]]\ncode = "two"\nname = "x"\nretired = "yes"\n',
            "[[outcomes]] number 2 needs retired = true or false.",
        ),
        (
            COUNCIL + LISTS.replace('"One"\n[[outcomes]]', '"One"\nretired = true\n[[outcomes]]'),
            "[[barriers]] needs a word that is not retired.",
        ),
        (COUNCIL + LISTS + '[colours]\nsky = "#fff"\n', "[colours] sky is nothing the portal knows."),
        (COUNCIL + LISTS + '[colours]\nmain = "teal"\n', "[colours] main needs a colour like “#0a4a52”."),
        ("colours = 1\n" + COUNCIL + LISTS, "[colours] has to be a table."),
        (
            COUNCIL + LISTS + '[colours]\nmain = "#7fd1a0"\n',
            "[colours] main: On the main colour, white text has a contrast of 1.82 to 1. It needs 4.5 to 1.",
        ),
        (
            COUNCIL + LISTS.replace("[[outcomes]]\n", "[[barriers]]\n").replace('"one"', '"o"', 1),
            "[[outcomes]] is missing: at least one is needed.",
        ),
    ],
)
def test_every_fault_is_named(text: str, sentence: str) -> None:
    with pytest.raises(Faults) as caught:
        read(text)

    assert sentence in caught.value.sentences


def test_all_faults_come_at_once() -> None:
    with pytest.raises(Faults) as caught:
        read("[council]\n")

    assert len(caught.value.sentences) == 6 + len(KINDS.keys() - MAY_BE_EMPTY)
