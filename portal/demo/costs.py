"""What a plan would cost, line by line, as somebody would type it into the budget table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from portal.demo.words import read_toml

SPELLINGS: tuple[Callable[[int], str], ...] = (
    lambda pounds: f"£{pounds:,}",
    lambda pounds: f"£{pounds}",
    lambda pounds: f"{pounds}",
    lambda pounds: f"{pounds}.00",
)
"""How people write an amount. Each of us has one way and keeps to it."""


IN_A_SENTENCE = {
    "equipment": "the equipment",
    "data": "data and wifi",
    "people": "people's time",
    "volunteers": "our volunteers",
    "place": "the room and the tea",
    "travel": "getting about",
    "publicity": "printing",
    "other": "the odds and ends",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """One line: so many of an item, for whole pounds in all."""

    item: str
    category: str
    count: int
    pounds: int


def largest_part(costs: Sequence[Cost]) -> str:
    """What most of the money is for, as said in a sentence."""
    parts: dict[str, int] = {}
    for cost in costs:
        parts[cost.category] = parts.get(cost.category, 0) + cost.pounds
    return IN_A_SENTENCE[max(parts, key=lambda category: parts[category])]


def draw(line: Mapping[str, Any], rng: Random) -> Cost:
    """One line with a count and a price from its ranges."""
    count = rng.randint(*line["count"])
    return Cost(line["item"], line["category"], count, count * rng.randint(*line["each"]))


def costs_of(idea: Mapping[str, Any], largest: int, rng: Random) -> list[Cost]:
    """Everything the idea needs and perhaps a thing or two more, within the largest amount in pounds."""
    costs = [draw(line, rng) for line in idea["costs"]]
    while sum(cost.pounds for cost in costs) > largest:
        costs = [draw(line, rng) for line in idea["costs"]]
    named = " ".join(cost.category for cost in costs)
    for line in rng.sample(read_toml("town/common")["costs"]["extra"], rng.randint(0, 3)):
        cost = draw(line, rng)
        is_new = cost.category not in named or cost.category == "publicity"
        if is_new and sum(other.pounds for other in costs) + cost.pounds <= largest:
            costs.append(cost)
    return costs


def careless_costs(smallest: int, largest: int, rng: Random) -> list[Cost]:
    """Two or three round sums that somebody guessed, between the two limits in pounds."""
    lines = read_toml("town/common")["thin"]["costs"]
    while True:
        drawn = [draw(line, rng) for line in rng.sample(lines, rng.randint(1, 3))]
        costs = [Cost(cost.item, cost.category, cost.count, round(cost.pounds, -2)) for cost in drawn]
        if smallest <= sum(cost.pounds for cost in costs) <= largest:
            return costs


def as_typed(costs: Sequence[Cost], venue: str, quality: float, rng: Random) -> list[dict[str, str]]:
    """The lines as the budget table sends them; the better the application, the more quotes it has."""
    spell = rng.choice(SPELLINGS)
    return [
        {
            "item": cost.item.format(count=cost.count, venue=venue),
            "category": cost.category,
            "amount": spell(cost.pounds),
            "quote": "yes" if cost.pounds > 100 and rng.random() < quality else "no",
        }
        for cost in costs
    ]
