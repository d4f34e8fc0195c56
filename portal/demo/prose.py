"""The long answers: each is built another way, so that no two groups write alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from portal.demo.organisations import DemoOrganisation
from portal.demo.words import Teller, read_rows, read_toml, within

POOR, COMFORTABLE = 40, 12
"""Of a hundred people in a ward, how many live in deprived streets where a group speaks of want, or of plenty."""
CALENDARS = (
    ("{month}: ", "From then to {month2}: ", "After that: "),
    ("To begin with: ", "Until {month2}: ", "At the end: "),
    ("First month. ", "Months two to five. ", "The rest. "),
    ("1. ", "2. ", "3. "),
)
HEADS = (
    ("What happens", "Who", "Afterwards"),
    ("THE SESSIONS", "THE PEOPLE", "WHAT STAYS"),
    ("How it works:", "Who does it:", "And then:"),
)
CARELESS, HURRIED = 0.3, 0.45
"""Below the first quality a group writes next to nothing; below the second it skimps on about half of its answers."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who sits down to write one application."""

    organisation: DemoOrganisation
    idea: Mapping[str, Any]
    teller: Teller
    quality: float

    @property
    def rng(self) -> Random:
        """The one source of chance."""
        return self.teller.rng

    @property
    def skimps(self) -> bool:
        """Whether the next answer is written without thought; asked afresh for each answer."""
        return self.quality < CARELESS or (self.quality < HURRIED and self.rng.random() < 0.5)

    def careless(self, about: str) -> str:
        """An answer that says too little."""
        return self.teller.one(read_toml("town/common")["thin"][about])

    def common(self, pool: str, least: int = 1, most: int | None = None) -> list[str]:
        """Lines that any group might say."""
        return self.teller.some(read_toml("town/common")[pool], least, most)

    def own(self, pool: str, least: int = 1, most: int | None = None) -> list[str]:
        """Lines that belong to what the group wants to do; steps keep the order in which they would be taken."""
        return self.teller.some(self.idea[pool], least, most, in_order=pool == "steps")

    def aside(self, chance: float = 0.5) -> list[str]:
        """Now and then a remark in the group's own voice."""
        return self.common(f"voices_{self.organisation.voice}") if self.rng.random() < chance else []


def share_deprived(ward: str) -> int:
    """Of a hundred people in the ward, how many live in neighbourhoods of deciles 1 and 2."""
    row = next(row for row in read_rows("places/wards") if row["ward24_code"] == ward)
    return round(100 * int(row["people_deciles_1_2"]) / int(row["census2021_population"]))


def title(sitting: Sitting) -> str:
    """What the project is called."""
    return sitting.careless("titles") if sitting.skimps else sitting.own("titles")[0]


def summary(sitting: Sitting, words: int) -> str:
    """What the group wants to do, in short."""
    if sitting.skimps:
        return sitting.careless("summary")
    needs = read_toml("town/needs")[sitting.rng.choice(sitting.organisation.communities)]
    opening, more = sitting.own("opening"), sitting.own("more", 1, 2)
    why = sitting.teller.some(needs["lines"], 1)
    asks = sitting.common("asks") if sitting.rng.random() < 0.4 else []
    orders = (
        [*opening, *more, *asks, *sitting.aside()],
        [*opening, *why, *more, *asks],
        [*opening, *asks, *sitting.aside()],
    )
    return within(words, sitting.rng.choice(orders))


def plan(sitting: Sitting, words: int) -> str:
    """How the group will do it, in one of five shapes."""
    if sitting.skimps:
        return sitting.careless("plan")
    steps = sitting.own("steps", 3 + round(sitting.quality), 3 + round(4 * sitting.quality))
    return sitting.rng.choice(SHAPES)(sitting, steps, words)


def in_paragraphs(sitting: Sitting, steps: Sequence[str], words: int) -> str:
    """Two or three paragraphs of plain prose."""
    blocks = [
        " ".join([*steps[:2], *sitting.common("helpers")]),
        " ".join([*steps[2:5], *sitting.aside(0.3)]),
        " ".join([*steps[5:], *sitting.common("finish")]),
    ]
    return within(words, blocks, "\n\n")


def in_one_go(sitting: Sitting, steps: Sequence[str], words: int) -> str:
    """One paragraph, as it came."""
    return within(words, [*sitting.common("begin"), *steps, *sitting.common("finish"), *sitting.aside()])


def in_points(sitting: Sitting, steps: Sequence[str], words: int) -> str:
    """A sentence and a list."""
    lead = sitting.common(sitting.rng.choice(["begin", "helpers"]))
    return within(words, [*lead, *(f"- {step}" for step in steps), *sitting.common("middle")], "\n")


def in_months(sitting: Sitting, steps: Sequence[str], words: int) -> str:
    """By the calendar: at first, then, by the end."""
    heads, half = sitting.rng.choice(CALENDARS), len(steps) // 2
    bodies = (steps[:half], [*steps[half:], *sitting.common("helpers")], sitting.common("finish"))
    blocks = [sitting.teller.fill(head) + " ".join(body) for head, body in zip(heads, bodies, strict=True)]
    return within(words, blocks, "\n")


def under_heads(sitting: Sitting, steps: Sequence[str], words: int) -> str:
    """Short headings, as on a form from the last funder."""
    heads = sitting.rng.choice(HEADS)
    bodies = (" ".join(steps), sitting.common("helpers")[0], sitting.common("finish")[0])
    return within(words, [f"{head}\n{body}" for head, body in zip(heads, bodies, strict=True)], "\n\n")


Shape = Callable[[Sitting, Sequence[str], int], str]
SHAPES: tuple[Shape, ...] = (in_paragraphs, in_paragraphs, in_one_go, in_points, in_months, under_heads)


def furthest(sitting: Sitting, words: int) -> str:
    """Why these people and no others."""
    if sitting.skimps:
        return sitting.careless("furthest")
    organisation, rng = sitting.organisation, sitting.rng
    needs = read_toml("town/needs")[organisation.communities[0]]
    second = read_toml("town/needs")[rng.choice(organisation.communities)]
    tells_story = bool(organisation.story) and rng.random() < 0.8
    seen = [sitting.teller.fill(organisation.story)] if tells_story else sitting.teller.some(needs["seen"], 1)
    lines = [*sitting.teller.some(needs["lines"], 1, 2), *sitting.teller.some(second["lines"], 0, 1)]
    where, find = where_they_live(sitting), sitting.common("find") if rng.random() < 0.4 else []
    orders = ([*seen, *lines, *where, *find], [*lines, *seen, *find], [*where, *lines, *seen], [*lines, *where, *seen])
    return within(words, rng.choice(orders))


def where_they_live(sitting: Sitting) -> list[str]:
    """A line about the neighbourhood, where there is something to say; its figure is the ward's true one."""
    share = share_deprived(sitting.organisation.ward)
    if sitting.organisation.citywide:
        return sitting.common("everywhere")
    if share >= POOR:
        return sitting.common("deprived")
    return sitting.common("pockets") if share <= COMFORTABLE else []


def barriers_how(sitting: Sitting, words: int) -> str:
    """What the group does about the barriers."""
    return sitting.careless("barriers_how") if sitting.skimps else within(words, sitting.own("how", 2, 3))


def difference(sitting: Sitting, words: int) -> str:
    """How the group will know that it worked."""
    if sitting.skimps:
        return sitting.careless("difference")
    lines = sitting.own("change", 2, 4 if sitting.quality > 0.6 else 2)
    return within(words, lines, sitting.rng.choice([" ", " ", "\n"]))


def safe_online(sitting: Sitting, words: int) -> str:
    """How people, devices and personal details are kept safe."""
    if sitting.skimps:
        return sitting.careless("safe")
    lines = sitting.common("safe", 2, 3 + round(3 * sitting.quality))
    shape = sitting.rng.choice([" ", " ", "\n"])
    return within(words, lines, shape)


def policy_plan(sitting: Sitting, words: int) -> str:
    """What stands in for a safeguarding policy."""
    return within(words, sitting.common("policy_plan"))
