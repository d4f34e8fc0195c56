"""The file with the council's own words."""

import pytest

from portal.config import ROOT
from portal.programme.vocabulary import KINDS, Faults, read

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
    words = read((ROOT / "portal/demo/vocabulary.toml").read_text(encoding="utf-8"))

    assert words.council["place"] == "Leeds"
    assert set(words.terms) == set(KINDS.values())
    assert words.terms["income_band"][0] == ("under_5k", "Less than £5,000")


def test_the_smallest_sound_file() -> None:
    words = read(COUNCIL + LISTS)

    assert words.terms["community"] == [("one", "One")]
    assert words.council["about"] == ""


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

    assert len(caught.value.sentences) == 6 + len(KINDS)
