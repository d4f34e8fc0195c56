"""Loading places: whole, in parts, again, and refused."""

import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import NotAllowed
from portal.permissions import PORTAL, Someone
from portal.places import actions, queries
from portal.places.actions import Counts
from portal.places.models import Neighbourhood, Postcode, Ward
from portal.places.tables import Faults
from tests.places.builders import NEIGHBOURHOODS, POSTCODES, TABLES, WARDS, written

SECONDS_MOST = 10
MANY = 30_780
NEAR = "ABDEFGHJLN"


def load(folder: Path, **tables: str) -> Counts:
    """Load these tables as the portal."""
    return actions.load(**written(folder, **tables), by=PORTAL)


def refused(folder: Path, **tables: str) -> list[str]:
    """The faults of tables that cannot be loaded."""
    with pytest.raises(Faults) as caught:
        load(folder, **tables)
    return str(caught.value).splitlines()


def everything() -> tuple[int, int, int]:
    """How many wards, neighbourhoods and postcodes there are."""
    counts = actions.counts_now(db.session())
    return counts.wards, counts.neighbourhoods, counts.postcodes


def test_all_three(app: Flask, tmp_path: Path) -> None:
    assert load(tmp_path, **TABLES) == Counts(2, 4, 3)

    wards = [(ward.code, ward.name, ward.people, ward.deprived_people) for ward in queries.wards().values()]
    assert wards == [("E05000001", "Here", 3500, 1500), ("E05000002", "There", 700, 0)]
    assert queries.ward_of("ls1 1ab") == "E05000001"


def test_loading_is_written_down(app: Flask, tmp_path: Path) -> None:
    load(tmp_path, **TABLES)

    deeds = db.session.scalars(select(Deed).where(Deed.subject == "places").order_by(Deed.id.desc())).all()
    assert (deeds[0].verb, deeds[0].facts) == ("load", {"wards": 2, "neighbourhoods": 4, "postcodes": 3})


def test_again_replaces_what_was_there(app: Flask, tmp_path: Path) -> None:
    load(tmp_path, **TABLES)
    moved = NEIGHBOURHOODS.replace(
        "E01000004,There A,E05000002,There,10,700", "E01000005,There B,E05000002,There,2,300"
    )

    counts = load(
        tmp_path,
        wards=WARDS.replace("There", "Elsewhere"),
        neighbourhoods=moved,
        postcodes="postcode,lsoa21_code\nLS3 1AA,E01000005\n",
    )

    assert counts == Counts(2, 4, 1)
    assert (queries.ward_of("LS1 1AA"), queries.ward_of("LS3 1AA")) == (None, "E05000002")
    ward = queries.wards()["E05000002"]
    assert (ward.name, ward.people, ward.deprived_people) == ("Elsewhere", 300, 300)


def test_each_table_can_come_by_itself(app: Flask, tmp_path: Path) -> None:
    load(tmp_path, **TABLES)

    load(tmp_path, wards=WARDS.replace("Here", "Near"))
    load(tmp_path, neighbourhoods=NEIGHBOURHOODS.replace("There,10,700", "There,1,900"))
    load(tmp_path, postcodes="postcode,lsoa21_code\nLS3 1AA,E01000004\n")

    assert everything() == (2, 4, 1)
    assert queries.ward_names() == {"E05000001": "Near", "E05000002": "There"}
    assert queries.wards()["E05000002"].deprived_people == 900
    assert queries.decile_of("LS3 1AA") == 1


def test_a_ward_can_go_with_all_in_it(app: Flask, tmp_path: Path) -> None:
    load(tmp_path, **TABLES)

    counts = load(
        tmp_path,
        wards="ward24_code,ward24_name\nE05000002,There\n",
        neighbourhoods=NEIGHBOURHOODS.splitlines()[0] + "\nE01000004,There A,E05000002,There,10,700\n",
        postcodes="postcode,lsoa21_code\nLS2 1AA,E01000004\n",
    )

    assert counts == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("tables", "faults"),
    [
        (
            {"neighbourhoods": NEIGHBOURHOODS.replace("E05000002", "E05999999")},
            ["neighbourhoods.csv line 5: There is no ward E05999999."],
        ),
        (
            {"postcodes": POSTCODES.replace("E01000004", "E01999999")},
            ["postcodes.csv line 4: There is no neighbourhood E01999999."],
        ),
        (
            {"postcodes": POSTCODES + "LS1 1AA,E01000001\nLS1 1AD,E01\n"},
            [
                "postcodes.csv line 5: “LS1 1AA” stands here for the second time.",
                "postcodes.csv line 6: There is no neighbourhood E01.",
            ],
        ),
        (
            {"wards": "ward24_code,ward24_name\nE05000002,There\n"},
            [
                "wards.csv line 1: E05000001 is missing, and neighbourhoods lie in it (3)."
                " Load the neighbourhoods as well."
            ],
        ),
        (
            {"neighbourhoods": NEIGHBOURHOODS.replace("E01000004", "E01000005")},
            [
                "neighbourhoods.csv line 1: E01000004 is missing, and postcodes lie in it (1)."
                " Load the postcodes as well."
            ],
        ),
        (
            {"wards": WARDS.replace("There", ""), "postcodes": POSTCODES.replace("ls11ab", "?")},
            ["wards.csv line 3: ward24_name is empty.", "postcodes.csv line 3: “?” is not a postcode."],
        ),
    ],
)
def test_refused_whole(app: Flask, tmp_path: Path, tables: dict[str, str], faults: list[str]) -> None:
    load(tmp_path, **TABLES)

    assert refused(tmp_path, **tables) == faults
    assert everything() == (2, 4, 3)
    assert queries.ward_names() == {"E05000001": "Here", "E05000002": "There"}


def test_only_who_keeps_the_settings_may_load(app: Flask, tmp_path: Path, cast: dict[str, Someone]) -> None:
    lead = next(each for each in cast.values() if not each.is_council)

    with pytest.raises(NotAllowed):
        actions.load(**written(tmp_path, **TABLES), by=lead)


def test_a_whole_city_in_under_ten_seconds(app: Flask, tmp_path: Path) -> None:
    near = (f"{a}{b}" for a in NEAR for b in NEAR)
    rows = [f"LS{out} {digit}{end},E01000001" for end in near for out in range(1, 99) for digit in range(10)][:MANY]
    tables = TABLES | {"postcodes": "postcode,lsoa21_code\n" + "\n".join(rows)}
    begun = time.monotonic()

    assert load(tmp_path, **tables) == Counts(2, 4, MANY)
    assert time.monotonic() - begun < SECONDS_MOST


def test_nothing_else_is_touched(app: Flask, tmp_path: Path) -> None:
    load(tmp_path, **TABLES)

    kept = [db.session.scalars(select(column).order_by(column)).all() for column in (Ward.code, Neighbourhood.code)]
    assert kept == [["E05000001", "E05000002"], ["E01000001", "E01000002", "E01000003", "E01000004"]]
    assert db.session.scalars(select(Postcode.postcode).order_by(Postcode.postcode)).all() == [
        "LS1 1AA",
        "LS1 1AB",
        "LS2 1AA",
    ]
