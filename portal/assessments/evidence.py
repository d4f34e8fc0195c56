"""How far an application reaches: evidence beside the score, never an automatic decision (domain.md 6).

Furthest first is given in points from 0 to 5, as a criterion is, and kept in hundredths. It has two parts:

- places: 5 × the share of the people named by ward who are likely to live in the most deprived fifth;
- communities: 5 × the share of the communities named that the council starts with.

They are added up, to 5 at most. Each part alone can reach 5: a community of interest has no postcode, and a
neighbourhood is no community. As both are shares, nobody gains by naming more than they reach.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

MOST = 500
"""Full marks, in hundredths of a point."""


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


@dataclass(frozen=True, slots=True)
class Community:
    """A community that an application names, and whether the council starts with it."""

    name: str
    is_priority: bool


@dataclass(frozen=True, slots=True)
class Furthest:
    """Furthest first for one application, with all that makes it up. Points in hundredths."""

    reach: Reach = Reach()
    communities: tuple[Community, ...] = ()

    @property
    def priority(self) -> int:
        """How many of the communities named the council starts with."""
        return sum(each.is_priority for each in self.communities)

    @property
    def for_places(self) -> int:
        """The points for the wards named; none where there are no people in them."""
        return share_of(self.reach.deprived / self.reach.people) if self.reach.people else 0

    @property
    def for_communities(self) -> int:
        """The points for the communities named; none where there are none."""
        return share_of(self.priority / len(self.communities)) if self.communities else 0

    @property
    def points(self) -> int:
        """Both together, to full marks at most."""
        return min(MOST, self.for_places + self.for_communities)

    def to_data(self) -> dict[str, Any]:
        """All that makes it up, as plain lists for the database."""
        return {
            "wards": [[ward.ward, ward.people, ward.share] for ward in self.reach.wards],
            "communities": [[each.name, each.is_priority] for each in self.communities],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Furthest":
        """The same again."""
        wards = tuple(WardReach(*ward) for ward in data["wards"])
        return cls(Reach(wards), tuple(Community(*each) for each in data["communities"]))


def share_of(part: float) -> int:
    """A share (0 to 1) of full marks, to the nearest hundredth of a point."""
    return min(MOST, round(MOST * part))


def communities(named: Iterable[str], known: Mapping[str, Community]) -> tuple[Community, ...]:
    """The communities of these codes, each once; one that the council has no word for counts nothing."""
    return tuple(known[code] for code in dict.fromkeys(named) if code in known)
