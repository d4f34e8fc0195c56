"""What is true of organisations and teams."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.organisations.contacts import CONTACTS, PARTS
from portal.organisations.profile import FIELDS, differences, lines
from portal.organisations.rules import (
    Details,
    is_invitation_alive,
    mark_of,
    name_key,
    normal_website,
    team_role,
)
from portal.permissions import Role

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Café for All, Ltd.", "cafe   for all"),
        ("Neighbours' Network CIC", "NEIGHBOURS NETWORK"),
        ("Friends of the Park", "Friends – Park"),
        ("Åsa’s Group", "Asas group"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hyde Park Tea", "Hyde Park Coffee"), ("The", "And"), ("Park 1", "Park 2"), ("多士", "茶")]
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=60))
def test_a_names_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", ""),
        ("www.example.org", "https://www.example.org"),
        ("HTTP://Example.org/a?b#c", "HTTP://Example.org/a?b#c"),
        ("example", None),
        ("javascript:alert(1)", None),
        ("https://example.org/a b", None),
        ("ftp://example.org", None),
    ],
)
def test_websites(text: str, address: str | None) -> None:
    assert normal_website(text) == address


def test_an_invitation_lives_until_it_ends() -> None:
    assert is_invitation_alive(NOON - dt.timedelta(seconds=1), NOON, False)
    assert not is_invitation_alive(NOON, NOON, False)
    assert not is_invitation_alive(NOON - dt.timedelta(seconds=1), NOON, True)


def test_only_two_roles_are_a_teams() -> None:
    assert {role: team_role(role.code) for role in Role} == {
        role: role if role in (Role.LEAD, Role.MEMBER) else None for role in Role
    }


def test_the_profile_is_whole_and_in_words() -> None:
    details = Details("Tea", "group", communities=["older", "gone"], wards=["E1"])

    told = {
        line.field: line.text
        for line in lines(details, {"communities": {"older": "Older people"}, "wards": {"E1": "Armley"}})
    }

    named = {f"{who}_{part}" for who in CONTACTS for part in PARTS} - {"safeguarding_lead_role"}
    assert set(told) == {*FIELDS, *CONTACTS}
    assert {*FIELDS, *named} == set(Details.__dataclass_fields__)
    assert (told["communities"], told["wards"], told["charity_number"]) == ("Older people, gone", "Armley", "")


def test_differences_are_told_as_the_first_has_them() -> None:
    theirs, mine = Details("Tea", "group", what="New"), Details("Tea", "group", what="Mine", phone="1")

    assert [(line.field, line.text) for line in differences(theirs, mine, {})] == [("what", "New"), ("phone", "")]


def test_a_mark_changes_with_its_fields_alone() -> None:
    before, after = Details("Tea", "group", wards=["a"]), Details("Tea", "group", wards=["a"], phone="1")

    assert mark_of(before, ["name", "wards"]) == mark_of(after, ["wards", "name"])
    assert mark_of(before, ["phone"]) != mark_of(after, ["phone"])
