"""The demonstration's rounds, moved by whole weeks so that the open one is always about to close."""

import datetime as dt
from typing import Any

from portal.demo.words import read_toml

SEASONS = ("spring", "summer", "autumn")
"""The three rounds in their order: decided, being assessed, open."""
LEFT = dt.timedelta(days=19)
"""How long the open round still has on the day that the demonstration is loaded, give or take three days."""


def weeks_to_move(today: dt.date) -> dt.timedelta:
    """By how much all dates move: whole weeks, so that a Friday stays a Friday."""
    closes: dt.datetime = read_toml("rounds/getting-connected-autumn")["round"]["closes"]
    days = (today + LEFT - closes.date()).days
    return dt.timedelta(weeks=round(days / 7))


def round_for(season: str, today: dt.date) -> dict[str, Any]:
    """A round's TOML as read, its dates moved for somebody who loads it today; clock times stay as they are."""
    document = read_toml(f"rounds/getting-connected-{season}")
    shift = weeks_to_move(today)
    moved = {key: value + shift if isinstance(value, dt.date) else value for key, value in document["round"].items()}
    return {**document, "round": moved}
