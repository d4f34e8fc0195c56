"""How far an application reaches, from the people it names by ward."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from portal.assessments.evidence import Reach, reach

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
