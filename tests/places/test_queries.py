"""Where postcodes lie, and the wards."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from flask import Flask

from portal.db.session import action, db
from portal.places import queries as places
from portal.places.models import Ward

Queries = Callable[[], AbstractContextManager[Any]]


@pytest.mark.parametrize("typed", ["BD11 1DW", "bd111dw", " Bd11-1dw "])
def test_where_a_postcode_lies(app: Flask, typed: str) -> None:
    assert (places.ward_of(typed), places.decile_of(typed)) == ("E05011406", 4)


@pytest.mark.parametrize("typed", ["", "nowhere", "ZE1 0AA"])
def test_a_postcode_not_known_here(app: Flask, typed: str) -> None:
    assert (places.ward_of(typed), places.decile_of(typed)) == (None, None)


def test_wards_by_name_with_their_people(app: Flask) -> None:
    wards = places.wards()
    names = list(places.ward_names().values())

    assert (len(names), sum(ward.people for ward in wards.values())) == (33, 811_915)
    assert names == sorted(names)
    assert (wards["E05011385"].name, wards["E05011385"].deprived_people) == ("Armley", 16_875)


def test_wards_are_kept_and_forgotten(app: Flask, queries: Queries) -> None:
    places.forget()
    with queries() as counted:
        places.wards()
        places.ward_names()
    with action():
        db.session.get_one(Ward, "E05011385").name = "New name"
    kept = places.ward_names()["E05011385"]
    places.forget()

    assert counted.number == 1
    assert (kept, places.ward_names()["E05011385"]) == ("Armley", "New name")
