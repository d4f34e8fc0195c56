"""One demonstration, any council: with its own folder every page and letter is the county's, and none names Leeds."""

import datetime as dt
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade

from portal.accounts.models import Person
from portal.app import create_app
from portal.config import COUNCILS
from portal.db.session import db
from portal.demo import answers, timetable
from portal.demo.build import build
from portal.demo.cast import CAST
from portal.demo.organisations import more_applicants, organisations
from portal.demo.words import read_rows, read_text, read_toml, rows_of
from portal.mail.models import Letter
from portal.programme import queries
from portal.programme.colours import packed
from portal.programme.vocabulary import read
from tests import houses, reader, town
from tests.journeys.crawling import links_in

NAMES = sorted(path.name for path in COUNCILS.iterdir())
WALKERS = ("", "amina", "grace", "sam", "joyce", "ruth", "priya", "helen", "wei")
PAGES_MOST = 4_000
ONCE = ("/review/applications/", "/demo/mail/")
ALIKE = 12
"""How many pages of one route a person opens: there are hundreds of applications and letters, filled from one town."""
COUNTY, LEEDS = "hallowshire", "leeds"


def app_of(name: str, folder: Path) -> Flask:
    """The demonstration of a council, not yet laid."""
    chosen = replace(houses.settings(f"sqlite:///{folder / name}.sqlite3", folder), demo_council=COUNCILS / name)
    return create_app(chosen)


@pytest.fixture(scope="module", params=[COUNTY, LEEDS])
def demonstration(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The whole demonstration of a council."""
    app = app_of(request.param, tmp_path_factory.mktemp(request.param))
    app.extensions["named"] = request.param
    reader.watch(app)
    with app.app_context():
        upgrade()
        build()
        db.session.remove()
        yield app
        db.session.remove()
        db.engine.dispose()


def wards_of(name: str) -> set[str]:
    """The names of a council's wards, and of the places that make them up."""
    rows = rows_of(COUNCILS / name / "places" / "wards.csv")
    names = {row["ward24_name"] for row in rows}
    return names | {part for each in names for part in each.split(" & ")}


def naming(names: set[str]) -> re.Pattern[str]:
    """What finds any of these names."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def route_of(app: Flask, path: str) -> str:
    """The route that an address is on."""
    with app.test_request_context(path) as here:
        return here.request.endpoint or path


def pages_of(app: Flask, who: str, read: set[str]) -> dict[str, str]:
    """Every page that links lead somebody to, and every letter, by its address.

    Of each route a dozen; an application or a letter that somebody else has opened (`read`) is not opened again.
    """
    opened = Counter[str]()
    client: Any = app.test_client()
    client.strict = False
    if who:
        client.set_cookie("signed-in", town.sign_in(who))
    found: dict[str, str] = {}
    ahead = ["/", "/sign-in", "/demo/mail", "/account"]
    while ahead:
        path = ahead.pop()
        if path in found or path in read or path.startswith(("/static", "/look")):
            continue
        opened[route := route_of(app, path)] += 1
        if opened[route] > ALIKE:
            continue
        assert len(found) < PAGES_MOST, "a crawl that never ends"
        answer = client.get(path)
        assert answer.status_code < 500, path
        is_text = answer.mimetype.startswith("text/") and not answer.location
        found[path] = answer.get_data(as_text=True).replace("&amp;", "&") if is_text else ""
        ahead += [answer.location] if answer.location else []
        ahead += links_in(found[path], path) if answer.mimetype == "text/html" else []
    read |= {path for path, text in found.items() if text and path.startswith(ONCE)}
    return found


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_page_and_letter_is_this_councils(demonstration: Flask) -> None:
    mine: str = demonstration.extensions["named"]
    other = LEEDS if mine == COUNTY else COUNTY
    words = {name: read((COUNCILS / name / "vocabulary.toml").read_text(encoding="utf-8")) for name in NAMES}
    strange = naming({*wards_of(other), words[other].council["place"], words[other].council["programme"]})
    council = words[mine].council
    seen, read_already = 0, set[str]()
    for who in WALKERS:
        found = pages_of(demonstration, who, read_already)
        seen += len(found)
        foreign = {path: set(strange.findall(text)) for path, text in found.items() if strange.search(text)}
        assert foreign == {}, who
        whole = [text for text in found.values() if text.startswith("<!doctype")]
        assert [text for text in whole if council["name"] not in text or council["programme"] not in text] == []
    assert seen > 300


def test_the_letters_are_this_councils_too(demonstration: Flask) -> None:
    letters = db.session.query(Letter).all()
    council = queries.read_council()
    assert letters
    assert [letter.id for letter in letters if council.name not in letter.text or council.name not in letter.html] == []


def test_the_county_wears_its_own_colours(demonstration: Flask) -> None:
    page = demonstration.test_client().get("/").get_data(as_text=True)
    chosen = read(read_text("vocabulary.toml")).colours
    assert bool(chosen) == (demonstration.extensions["named"] == COUNTY)
    assert (f"/look/{packed(chosen)}/" in page) == bool(chosen)


# A council's folder


@pytest.fixture(params=NAMES)
def council(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Each council in turn, as the demonstration's own files read."""
    app = app_of(request.param, tmp_path)
    with app.app_context():
        yield request.param


def test_a_councils_words_hold_all_that_the_town_speaks_of(council: str) -> None:
    words = read_toml("vocabulary")
    known = {name: {row["code"] for row in words[name]} for name in words if name not in {"council", "colours"}}
    town_of = organisations(Random(7)) + more_applicants(Random(7), 400)
    for one in town_of:
        assert one.legal_form in known["legal_forms"]
        assert one.income_band in known["income_bands"]
        assert set(one.communities) <= known["communities"]
        assert set(one.languages) <= known["languages"]
    assert len({one.phone for one in town_of}) == len(town_of)
    assert {row.get("phrase", "") for row in words["communities"]} & {""} == set()


def test_a_councils_places_agree_with_each_other(council: str) -> None:
    wards = {row["ward24_code"]: row for row in read_rows("places/wards")}
    hoods = {row["lsoa21_code"]: row for row in read_rows("places/neighbourhoods")}
    for code, ward in wards.items():
        own = [row for row in hoods.values() if row["ward24_code"] == code]
        deprived = [row for row in own if int(row["imd2025_decile"]) <= 2]
        assert len(own) == int(ward["lsoa_count"])
        assert sum(int(row["census2021_population"]) for row in own) == int(ward["census2021_population"])
        assert sum(int(row["census2021_population"]) for row in deprived) == int(ward["people_deciles_1_2"])
    postcodes = read_rows("places/postcodes")
    assert {row["ward24_code"] for row in postcodes} == {row["ward24_code"] for row in read_rows("town/areas")}
    assert {row["ward24_code"] for row in postcodes} == set(wards)
    assert all(hoods[row["lsoa21_code"]]["ward24_code"] == row["ward24_code"] for row in postcodes)


def test_everybody_is_at_home(council: str) -> None:
    homes, wards = read_toml("town/homes"), {row["ward24_code"] for row in read_rows("places/wards")}
    assert set(homes) == set(read_toml("town/organisations"))
    assert all(set(home["wards"]) - {"all"} <= wards for home in homes.values())
    assert len({home["name"] for home in homes.values()}) == len(homes)
    assert all(member.organisation for member in CAST if member.works_for)


def test_applications_are_written_in_the_words_of_the_place(council: str) -> None:
    round_ = timetable.round_for("spring", dt.date(2026, 11, 22))
    for one in organisations(Random(7)):
        assert answers.application_for(one, round_, Random(8)).answers


def test_the_same_council_is_the_same_town_every_time(council: str) -> None:
    assert organisations(Random(3)) == organisations(Random(3))
    assert [one.key for one in organisations(Random(3))][:3] == ["tea_and_tech", "signing_circle", "kitchen_table"]


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("vocabulary.toml", 'main = "#4a2c5e"', 'main = "#c9b8d4"', "[colours] main: On the main colour, white text"),
        ("vocabulary.toml", 'team = "', 'tea = "', "[council] needs team"),
        ("places/wards.csv", "X05000001", "X0500000", "X05000001"),
    ],
)
def test_a_folder_that_is_wrong_stops_the_loading_and_says_why(
    tmp_path: Path, file: str, old: str, new: str, named: str
) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(COUNCILS / COUNTY, folder)
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    chosen = replace(houses.settings(f"sqlite:///{tmp_path}/broken.sqlite3", tmp_path), demo_council=folder)
    app = create_app(chosen)
    with app.app_context():
        upgrade()
        result = app.test_cli_runner().invoke(args=["demo", "load"])
        assert db.session.query(Person).count() == 0
        db.engine.dispose()

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: PORTAL_DEMO_COUNCIL: {folder} cannot be loaded.\n")
    assert named in result.output
