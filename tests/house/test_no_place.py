"""Nothing about a place is in the code: Leeds is a folder of the demonstration, as any other council would be."""

import re
from pathlib import Path

import pytest

from portal.demo.words import read_rows
from tests.house.rooms import ROOT, by_room

ENDINGS = {".py", ".html", ".txt", ".scss", ".js", ".svg", ".toml"}
PLACES = {row["ward24_name"] for row in read_rows("places/wards")} | {row["area"] for row in read_rows("town/areas")}
NAMED = re.compile(rf"(?i:leeds)|\b(?:{'|'.join(sorted(map(re.escape, PLACES)))}|LS\d{{1,2}}|0113)\b")
OWN_FOLDER = ROOT / "portal" / "demo" / "councils" / "leeds"
DEFAULT = {"portal/config.py": {"leeds"}, "portal/demo/words.py": {"LEEDS", "leeds", "Leeds"}}
"""Where it says whose demonstration is shown to somebody who asks for none."""


def files() -> list[Path]:
    """Everything that every council has: code, templates, style, script, migrations, and what demonstrations share."""
    found = [
        path for room in ("portal", "templates", "static/src", "migrations") for path in (ROOT / room).rglob("*.*")
    ]
    return sorted(path for path in found if path.suffix in ENDINGS and OWN_FOLDER not in path.parents)


@pytest.mark.parametrize("room", by_room(files(), ROOT))
def test_no_place_is_named(room: list[Path]) -> None:
    found = {str(path.relative_to(ROOT)): set(NAMED.findall(path.read_text(encoding="utf-8"))) for path in room}
    assert {name: places for name, places in found.items() if not places <= DEFAULT.get(name, set())} == {}


def test_the_list_of_names_is_what_it_should_be() -> None:
    assert len(PLACES) > 100
    assert NAMED.findall("Leeds, LEEDS, Hyde Park, LS8 4AB and 0113 496 0100") == [
        "Leeds",
        "LEEDS",
        "Hyde Park",
        "LS8",
        "0113",
    ]
