"""How far an application reaches, from the people it names by ward."""

import json
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.evidence import MOST, Community, Furthest, Reach, WardReach, communities, reach

WARDS = {
    "E1": SimpleNamespace(name="Gipton & Harehills", people=1_000, deprived_people=1_000),
    "E2": SimpleNamespace(name="Adel & Wharfedale", people=2_000, deprived_people=200),
    "E3": SimpleNamespace(name="Nobody's", people=0, deprived_people=0),
}


def test_it_is_the_weighted_share_of_the_people_named() -> None:
    found = reach({"E1": 30, "E2": 70}, WARDS)
    assert (found.people, found.deprived, found.percent) == (100, 37.0, 37)
    assert [(ward.ward, ward.people, ward.percent) for ward in found.wards] == [
        ("Adel & Wharfedale", 70, 10),
        ("Gipton & Harehills", 30, 100),
    ]


def test_no_wards_are_no_figure() -> None:
    assert reach({}, WARDS) == Reach()
    assert Reach().percent is None


def test_what_is_unknown_or_empty_counts_nothing() -> None:
    assert reach({"E9": 40, "E3": 5, "E1": 0}, WARDS).percent is None


@given(st.dictionaries(st.sampled_from(("E1", "E2", "E3", "E9")), st.integers(0, 10**9)))
def test_it_is_always_a_share(named: dict[str, int]) -> None:
    percent = reach(named, WARDS).percent
    assert percent is None or 10 <= percent <= 100


# --- Furthest first ---

SHARES = st.floats(0, 1)
PEOPLE = st.integers(1, 10**6)
NAMED = st.lists(st.sampled_from(("older", "refugees", "recovery", "families", "nobody_knows")), max_size=8)
KNOWN = {
    "older": Community("Older people", is_priority=False),
    "families": Community("Families", is_priority=False),
    "refugees": Community("Refugees", is_priority=True),
    "recovery": Community("People in recovery", is_priority=True),
}


def wards_of(*named: tuple[int, float]) -> Reach:
    """People in wards, each with the share of its people in the most deprived fifth."""
    return Reach(tuple(WardReach(f"Ward {place}", people, share) for place, (people, share) in enumerate(named)))


def test_both_parts_are_added_up_and_can_be_checked_by_hand() -> None:
    """30 × 100% and 70 × 10% are 37 of 100 people: 0.37 × 5 = 1.85. One community of two: 0.5 × 5 = 2.5."""
    found = Furthest(reach({"E1": 30, "E2": 70}, WARDS), communities(["older", "refugees"], KNOWN))
    assert (found.for_places, found.for_communities, found.points) == (185, 250, 435)


def test_communities_alone_reach_full_marks_and_so_do_wards() -> None:
    assert Furthest(Reach(), communities(["refugees", "recovery"], KNOWN)).points == MOST
    assert Furthest(reach({"E1": 5}, WARDS), ()).points == MOST


def test_nothing_named_and_nothing_known_count_nothing() -> None:
    for named in ([], ["nobody_knows"], ["older"]):
        assert Furthest(reach({"E9": 40, "E3": 5}, WARDS), communities(named, KNOWN)).points == 0


def test_a_community_named_twice_counts_once() -> None:
    assert communities(["refugees", "older", "refugees"], KNOWN) == (KNOWN["refugees"], KNOWN["older"])


@given(st.lists(st.tuples(PEOPLE, SHARES), max_size=6), NAMED)
def test_points_are_whole_and_within_bounds(named: list[tuple[int, float]], codes: list[str]) -> None:
    found = Furthest(wards_of(*named), communities(codes, KNOWN))
    assert all(type(part) is int for part in (found.for_places, found.for_communities, found.points))
    assert max(found.for_places, found.for_communities) <= found.points <= MOST
    assert min(found.for_places, found.for_communities) >= 0


@given(PEOPLE, PEOPLE, SHARES, SHARES, SHARES)
def test_a_poorer_ward_never_counts_less(people: int, others: int, share: float, rest: float, more: float) -> None:
    before, after = (wards_of((people, each), (others, rest)) for each in (min(share, more), max(share, more)))
    assert Furthest(after).points >= Furthest(before).points


@given(NAMED)
def test_one_more_priority_community_never_counts_less(codes: list[str]) -> None:
    known = communities(codes, KNOWN)
    assert Furthest(Reach(), communities([*codes, "refugees"], KNOWN)).points >= Furthest(Reach(), known).points


@given(NAMED)
def test_naming_everybody_gains_nobody_full_marks(codes: list[str]) -> None:
    assert Furthest(Reach(), communities([*codes, *KNOWN], KNOWN)).points == MOST // 2


@given(st.lists(st.tuples(PEOPLE, SHARES), max_size=4), NAMED)
def test_what_is_kept_is_what_was_worked_out(named: list[tuple[int, float]], codes: list[str]) -> None:
    found = Furthest(wards_of(*named), communities(codes, KNOWN))
    assert Furthest.from_data(json.loads(json.dumps(found.to_data()))) == found
