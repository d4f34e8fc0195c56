"""How far an application reaches: evidence beside the score, never an automatic decision (domain.md 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class WardFigures(Protocol):
    """What is known of a ward: its people, and how many of them live in the most deprived fifth."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def people(self) -> int:
        """All who live there."""

    @property
    def deprived_people(self) -> int:
        """Those of them who live in the most deprived fifth of neighbourhoods."""


@dataclass(frozen=True, slots=True)
class WardReach:
    """The people whom an application names in one ward, and the part of the ward that is most deprived (0 to 1)."""

    ward: str
    people: int
    share: float

    @property
    def deprived(self) -> float:
        """How many of them are likely to live in the most deprived fifth of neighbourhoods."""
        return self.people * self.share

    @property
    def percent(self) -> int:
        """The ward's share in whole per cent."""
        return round(100 * self.share)


@dataclass(frozen=True, slots=True)
class Reach:
    """All wards that an application names, those with most people first."""

    wards: tuple[WardReach, ...] = ()

    @property
    def people(self) -> int:
        """How many people it names by ward."""
        return sum(ward.people for ward in self.wards)

    @property
    def deprived(self) -> float:
        """How many of them are likely to live in the most deprived fifth."""
        return sum(ward.deprived for ward in self.wards)

    @property
    def percent(self) -> int | None:
        """The share of the people named who are likely to live in the most deprived fifth; None for no people."""
        return round(100 * self.deprived / self.people) if self.people else None


def reach(named: Mapping[str, int], wards: Mapping[str, WardFigures]) -> Reach:
    """How far people named by ward code reach; a ward that the portal does not know counts nothing."""
    found = [
        WardReach(ward.name, people, ward.deprived_people / ward.people)
        for code, people in named.items()
        if people > 0 and (ward := wards.get(code)) and ward.people > 0
    ]
    return Reach(tuple(sorted(found, key=lambda ward: (-ward.people, ward.ward))))
