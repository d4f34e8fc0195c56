"""Every colour that meets another one can be told from it: 4.5:1 for words, 3:1 for what must be seen to be used."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "src" / "look" / "_tokens.scss"
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS.read_text(encoding="utf-8")))

GROUNDS = ("paper", "ground", "sand", "brand-tint")
WORDS = (
    *((word, ground) for word in ("ink", "soft", "brand") for ground in GROUNDS),
    *((word, ground) for word in ("error", "leaf", "sun-edge") for ground in ("paper", "ground")),
    ("on-brand", "brand"),
    ("on-brand", "brand-deep"),
    ("on-brand", "error"),
    ("ink", "sun"),
    ("on-focus", "focus"),
)
EDGES = (
    # Fields, circles of scores, quiet buttons, filters.
    *((edge, ground) for edge in ("ink", "brand", "soft", "error") for ground in GROUNDS),
    # Dots of states, wherever they stand.
    *((edge, ground) for edge in ("leaf", "coral", "sun-edge") for ground in GROUNDS),
    # What marks the place in the menu, a pressed circle, and the focus beside its ground.
    ("sun", "brand"),
    ("on-focus", "ground"),
    ("on-focus", "paper"),
    ("focus", "brand"),
)


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1, as WCAG 2.2 reckons it."""
    digits = colour.lstrip("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio between two named colours, from 1 to 21."""
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_of_wcag() -> None:
    assert luminance("#fff") == 1
    assert luminance("#000000") == 0
    assert round(luminance("#808080"), 4) == 0.2159


@pytest.mark.parametrize(("word", "ground"), WORDS)
def test_words_can_be_read(word: str, ground: str) -> None:
    assert contrast(word, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_dots_can_be_seen(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


def test_no_colour_of_the_council_hides_outside_the_tokens() -> None:
    """A council that changes its brand colours changes them everywhere."""
    brand = {COLOURS[name] for name in ("brand", "brand-deep", "brand-tint")}
    sheets = [path for path in TOKENS.parent.glob("*.scss") if path != TOKENS]

    assert [path.name for path in sheets if brand & set(re.findall(r"#[0-9a-f]{3,8}", path.read_text()))] == []
