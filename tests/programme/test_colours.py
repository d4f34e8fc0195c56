"""Which colours a council can have: what is drawn in them can be read, and a refusal says why."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.text import Say
from portal.programme import colours
from portal.programme.colours import CHOSEN, FIXED, NAMES, OWN, PAIRS, PARENT, TEXT, TOKENS

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LIGHT = st.tuples(*[st.integers(0x80, 0xFF)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))
"""Grounds that black can be read on."""
CHOICES = st.fixed_dictionaries(dict.fromkeys(CHOSEN, HEX))


def test_the_portals_own_colours_are_sound() -> None:
    assert list(colours.faults({})) == []
    assert colours.rules_of({}) == ""
    assert colours.differing(OWN) == {}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # As https://webaim.org/resources/contrastchecker/ and the examples of WCAG's understanding documents have them.
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_the_ratio_is_the_one_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(colours.contrast(one, other), 2) == ratio


@given(HEX, HEX)
def test_a_ratio_has_no_direction_and_is_between_1_and_21(one: str, other: str) -> None:
    assert colours.contrast(one, other) == colours.contrast(other, one)
    assert 1 <= colours.contrast(one, other) <= 21.001


@given(CHOICES)
def test_what_is_let_through_can_be_read_and_what_is_refused_cannot(chosen: dict[str, str]) -> None:
    shown, found = colours.palette(chosen), list(colours.faults(chosen))
    short = {(word, ground) for word, ground, needed in PAIRS if colours.contrast(shown[word], shown[ground]) < needed}

    assert {(fault.word, fault.ground) for fault in found} == short
    assert all(fault.blamed in CHOSEN for fault in found)


@given(CHOICES)
def test_a_refusal_never_claims_the_ratio_that_is_needed(chosen: dict[str, str]) -> None:
    for fault in colours.faults(chosen):
        said = re.search(r"contrast of (\d+\.\d\d) to 1\. It needs ([\d.]+) to 1\.$", str(fault.sentence(NAMES)))
        assert said
        assert float(said[1]) < float(said[2])


@given(HEX, LIGHT)
def test_the_edge_of_now_can_be_read_wherever_anything_can(now: str, ground: str) -> None:
    assert colours.contrast("#000000", ground) >= TEXT
    edge = colours.edge_of(now, ground)
    assert min(colours.contrast(edge, "#ffffff"), colours.contrast(edge, ground)) >= TEXT


def test_a_refusal_names_both_colours_the_ratio_and_what_is_needed() -> None:
    fault = next(each for each in colours.faults({"main": "#2a9d8f"}) if each.word == "white")
    assert fault.sentence(NAMES) == Say(
        colours.UNREADABLE, word="white text", ground="the main colour", ratio="3.32", needed="4.5"
    )
    assert fault.blamed == "main"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("#0A4A52", "#0a4a52"), (" 0a4a52 ", "#0a4a52"), ("#fc0", "#ffcc00"), ("#fc0f", None), ("teal", None), ("", None)],
)
def test_colours_as_people_type_them(typed: str, kept: str | None) -> None:
    assert colours.normal(typed) == kept


@given(CHOICES)
def test_six_colours_go_through_an_address(chosen: dict[str, str]) -> None:
    assert colours.unpacked(colours.packed(chosen)) == chosen


@pytest.mark.parametrize("word", ["", "0a4a52", "-".join(["0a4a52"] * 7), "-".join(["0A4A52"] * 6), "../../etc"])
def test_nothing_else_is_six_colours(word: str) -> None:
    assert colours.unpacked(word) is None


def test_a_choice_says_only_what_differs() -> None:
    said = colours.rules_of({**OWN, "now": "#ffcc33"})
    assert said.startswith(":root{--sun:#ffcc33;--sun-edge:#")
    assert said.count("--") == 2


def test_every_colour_has_a_name_and_a_place_in_the_stylesheet() -> None:
    assert set(NAMES) == set(TOKENS) == {*CHOSEN, *PARENT, *FIXED}
    assert {name for word, ground, _ in PAIRS for name in (word, ground)} <= set(NAMES)
