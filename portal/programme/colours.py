"""A council's colours: the six it chooses, those that follow from them, and whether they can be read (WCAG 2.2)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor

from portal.kit.text import N_, Say

CHOSEN = {
    "main": N_("Main colour"),
    "deep": N_("Deep shade of the main colour"),
    "now": N_("Colour for “now”"),
    "done": N_("Colour for “done”"),
    "stopped": N_("Colour for “stopped”"),
    "ground": N_("Ground of the page"),
}
"""What a council chooses, and what people call it."""
ABOUT = {
    "main": N_("What can be pressed, the top of every page, and links"),
    "deep": N_("The lower edge of a button, and a button under the pointer"),
    "now": N_("The dot of what is going on, and the place in the menu"),
    "done": N_("The dot of what is done"),
    "stopped": N_("The dot of what was stopped"),
    "ground": N_("Behind everything; it has to be light"),
}
OWN = {
    "main": "#0a4a52",
    "deep": "#07363c",
    "now": "#f4b62c",
    "done": "#287148",
    "stopped": "#d1472f",
    "ground": "#faf6ee",
}
"""The portal's own colours, which a council has until it chooses others."""
FOLLOWING = {"tint": "#e3f0ef", "now_edge": "#8a6200", "sand": "#f1ebdf"}
"""The shades that follow from the portal's own colours, as they were drawn by hand."""
PARENT = {"tint": "main", "now_edge": "now", "sand": "ground"}
FIXED = {
    "ink": "#1c2430",
    "soft": "#4d5967",
    "paper": "#ffffff",
    "white": "#ffffff",
    "error": "#b3261e",
    "focus": "#ffdd00",
    "on_focus": "#0b0c0c",
}
"""What no council changes: text, paper, errors, and the focus."""
TOKENS = {
    "main": "brand",
    "deep": "brand-deep",
    "tint": "brand-tint",
    "now": "sun",
    "now_edge": "sun-edge",
    "done": "leaf",
    "stopped": "coral",
    "ground": "ground",
    "sand": "sand",
    "ink": "ink",
    "soft": "soft",
    "paper": "paper",
    "white": "on-brand",
    "error": "error",
    "focus": "focus",
    "on_focus": "on-focus",
}
"""What each colour is called in the stylesheet, where `--` stands before it."""
NAMES = {
    "main": N_("the main colour"),
    "deep": N_("the deep shade"),
    "tint": N_("the tint of the main colour"),
    "now": N_("the colour for “now”"),
    "now_edge": N_("the edge of “now”"),
    "done": N_("the colour for “done”"),
    "stopped": N_("the colour for “stopped”"),
    "ground": N_("the ground"),
    "sand": N_("the darker ground"),
    "ink": N_("black text"),
    "soft": N_("grey text"),
    "paper": N_("white paper"),
    "white": N_("white text"),
    "error": N_("the red of errors"),
    "focus": N_("the yellow of the focus"),
    "on_focus": N_("the black edge"),
}
"""What each colour is called in a sentence."""

TEXT, EDGE = 4.5, 3.0
GROUNDS = ("paper", "ground", "sand", "tint")
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("white", "main", TEXT),
    ("white", "deep", TEXT),
    ("white", "error", TEXT),
    *((word, ground, TEXT) for word in ("ink", "soft", "main") for ground in GROUNDS),
    *((word, ground, TEXT) for word in ("error", "done", "now_edge") for ground in ("paper", "ground")),
    ("ink", "now", TEXT),
    ("on_focus", "focus", TEXT),
    # Fields, circles of scores, quiet buttons, filters.
    ("error", "sand", EDGE),
    ("error", "tint", EDGE),
    # Dots of states, wherever they stand.
    *((dot, ground, EDGE) for dot in ("done", "now_edge") for ground in ("sand", "tint")),
    *(("stopped", ground, EDGE) for ground in GROUNDS),
    # What marks the place in the menu, a pressed circle, and the focus beside its ground.
    ("now", "main", EDGE),
    ("on_focus", "ground", EDGE),
    ("on_focus", "paper", EDGE),
    ("focus", "main", EDGE),
)
"""Every two colours that meet in the design, and the ratio they need: 4.5 for words, 3 for what is seen to be used."""

HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
PACKED = re.compile(rf"[0-9a-f]{{6}}(?:-[0-9a-f]{{6}}){{{len(CHOSEN) - 1}}}")
NOT_A_COLOUR = Say(N_("Type a colour as # and six digits or letters from a to f, like #0a4a52."))
UNREADABLE = N_("On {ground}, {word} has a contrast of {ratio} to 1. It needs {needed} to 1.")
STEPS = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """Two colours that cannot be told apart well enough, and the chosen colour that has to change."""

    word: str
    ground: str
    ratio: float
    needed: float
    blamed: str

    def sentence(self, names: Mapping[str, str]) -> Say:
        """The fault for people: both colours, the ratio there is (never rounded up) and the ratio it needs."""
        return Say(
            UNREADABLE,
            word=names[self.word],
            ground=names[self.ground],
            ratio=f"{floor(self.ratio * 100) / 100:.2f}",
            needed=f"{self.needed:g}",
        )


def normal(text: str) -> str | None:
    """A colour as # and six small hex digits, from the ways in which people write it; None for anything else."""
    found = HEX.fullmatch(text.strip().lower())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits}"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1, as WCAG 2.2 reckons it."""
    parts = (part / 255 for part in channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio between two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """So much of one colour, and the rest of the other."""
    both = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one * part + two * (1 - part)):02x}" for one, two in both)


def edge_of(colour: str, ground: str) -> str:
    """The colour, darkened until words in it can be read on white and on the ground; black where none can."""
    shades = (mixed(colour, "#000000", 1 - step / STEPS) for step in range(STEPS + 1))
    grounds = ("#ffffff", ground)
    return next((each for each in shades if min(contrast(each, other) for other in grounds) >= TEXT), "#000000")


def palette(chosen: Mapping[str, str]) -> dict[str, str]:
    """Every colour of the design: those chosen, the portal's own where none is, and the shades that follow."""
    colours = {**OWN, **chosen}
    drawn = {
        "tint": mixed(colours["main"], "#ffffff", 0.11),
        "now_edge": edge_of(colours["now"], colours["ground"]),
        "sand": mixed(colours["ground"], "#000000", 0.96),
    }
    kept = {name: FOLLOWING[name] if colours[parent] == OWN[parent] else drawn[name] for name, parent in PARENT.items()}
    if colours["ground"] != OWN["ground"]:
        kept["now_edge"] = drawn["now_edge"]
    return {**FIXED, **colours, **kept}


def faults(chosen: Mapping[str, str]) -> Iterator[Fault]:
    """Every two colours that meet in the design and cannot be told apart well enough."""
    colours = palette(chosen)
    short = [pair for pair in PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < pair[2]]
    alone = {parents[0] for word, ground, _ in short if len(parents := parents_of(word, ground)) == 1}
    for word, ground, needed in short:
        parents = parents_of(word, ground)
        # Of two chosen colours, the one to change is the one that fails beside fixed colours too.
        blamed = next((name for name in parents if name in alone), parents[0])
        yield Fault(word, ground, contrast(colours[word], colours[ground]), needed, blamed)


def parents_of(*names: str) -> list[str]:
    """The chosen colours that these follow from, each once."""
    parents = dict.fromkeys(PARENT.get(name, name) for name in names)
    return [name for name in parents if name in CHOSEN]


def differing(chosen: Mapping[str, str]) -> dict[str, str]:
    """What is kept of a choice: all six, or nothing where they are the portal's own."""
    colours = {name: {**OWN, **chosen}[name] for name in CHOSEN}
    return {} if colours == OWN else colours


def packed(chosen: Mapping[str, str]) -> str:
    """The six as one word for an address."""
    return "-".join({**OWN, **chosen}[name][1:] for name in CHOSEN)


def unpacked(word: str) -> dict[str, str] | None:
    """The six again, or None for a word that is nothing of the kind."""
    if not PACKED.fullmatch(word):
        return None
    return {name: f"#{digits}" for name, digits in zip(CHOSEN, word.split("-"), strict=True)}


def rules_of(chosen: Mapping[str, str]) -> str:
    """What a stylesheet says after the portal's own rules: only the colours that differ."""
    own, colours = palette({}), palette(chosen)
    said = [f"--{TOKENS[name]}:{colours[name]}" for name in TOKENS if colours[name] != own[name]]
    return f":root{{{';'.join(said)}}}" if said else ""
