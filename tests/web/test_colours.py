"""The stylesheet has the colours that the rules reckon with, and nothing of the council's hides elsewhere."""

import re
from pathlib import Path

import pytest

from portal.programme import colours
from portal.programme.colours import NAMES, OWN, PAIRS, TOKENS

TOKENS_FILE = Path(__file__).resolve().parents[2] / "static" / "src" / "look" / "_tokens.scss"
WRITTEN = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS_FILE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", TOKENS)
def test_a_colour_is_the_same_in_the_stylesheet_and_in_the_rules(name: str) -> None:
    assert colours.normal(WRITTEN[TOKENS[name]]) == colours.palette({})[name]


def test_every_colour_of_the_stylesheet_is_known_to_the_rules() -> None:
    # A line between rows tells nothing that is not told otherwise.
    assert set(WRITTEN) - set(TOKENS.values()) == {"line"}


@pytest.mark.parametrize(("word", "ground", "needed"), PAIRS)
def test_what_meets_can_be_told_apart(word: str, ground: str, needed: float) -> None:
    shown = colours.palette({})
    assert colours.contrast(shown[word], shown[ground]) >= needed, (NAMES[word], NAMES[ground])


def test_no_colour_of_the_council_hides_outside_the_tokens() -> None:
    """A council that changes its brand colours changes them everywhere."""
    own = {*OWN.values(), *colours.FOLLOWING.values()}
    sheets = [path for path in TOKENS_FILE.parent.glob("*.scss") if path != TOKENS_FILE]
    templates = (Path(__file__).resolve().parents[2] / "templates").rglob("*.html")

    for path in (*sheets, *templates):
        assert own & set(re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8"))) == set(), path.name
