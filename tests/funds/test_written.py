"""A round's file written: read and written again it is the same, byte for byte."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds.fields import details
from portal.funds.questions import Kind
from portal.funds.soundness import WITH_CHOICES
from portal.funds.toml import decoded, read
from portal.funds.written import as_toml, clock, document_of, loose_form, sound
from portal.organisations.papers import SORTS
from portal.organisations.profile import NEEDABLE
from tests.funds.builders import SOUND, line_of

ROUNDS = sorted((Path(__file__).parents[2] / "portal" / "demo" / "rounds").glob("*.toml"))
WORDS = st.text(min_size=1, max_size=30).filter(lambda text: any(letter.isalnum() for letter in text))
LETTERS = WORDS.map(lambda text: f"a {text} z")
SEVERAL = st.lists(LETTERS, min_size=1, max_size=3).map("\n".join)
POUNDS = st.integers(1, 999_999).map(lambda pence: f"£{pence // 100}.{pence % 100:02}")
DAYS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 11)).map(lambda when: when.replace(microsecond=0))


@st.composite
def questions(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """One question of any kind, with whatever its kind may have."""
    kind = draw(st.sampled_from(Kind)).value
    found: dict[str, Any] = {"code": f"q{number}", "kind": kind, "label": draw(LETTERS)}
    if draw(st.booleans()):
        found |= {"hint": draw(SEVERAL), "guidance": draw(SEVERAL)}
    if draw(st.booleans()):
        found["required"] = draw(st.booleans())
    if kind == "long_text" and draw(st.booleans()):
        found["words"] = draw(st.integers(1, 2_000))
    if kind == "number" and draw(st.booleans()):
        found |= {"least": draw(st.integers(0, 9)), "most": draw(st.integers(10, 99))}
    if kind == "money" and draw(st.booleans()):
        found["least"] = draw(POUNDS)
    if kind in WITH_CHOICES or (kind == Kind.BUDGET and draw(st.booleans())):
        hint = {"hint": draw(LETTERS)} if draw(st.booleans()) else {}
        found["choices"] = [{"code": code, "label": draw(LETTERS), **hint} for code in ("a", "b")]
    if draw(st.booleans()):
        found["show_if"] = {"question": "extra", "is": draw(st.sampled_from(["yes", "no"]))}
    return found


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A sound round: the one of these tests with other texts, dates and amounts, and more questions."""
    document = document_of(read(SOUND))
    document["round"] |= {
        "about": draw(SEVERAL),
        "opens": draw(DAYS).isoformat(),
        "names_hidden": draw(st.booleans()),
        "smallest": draw(POUNDS.filter(lambda text: len(text) < 8)),
        "pays_for": draw(st.lists(LETTERS, max_size=3)),
        "details": draw(st.lists(st.sampled_from(sorted(NEEDABLE)), unique=True)),
    }
    document["fund"]["purpose"] = draw(SEVERAL)
    document["sections"][1]["questions"] += [draw(questions(number)) for number in range(draw(st.integers(0, 4)))]
    document["documents"] = [{"code": f"d{each}", "title": draw(LETTERS)} for each in range(draw(st.integers(0, 2)))]
    given = draw(st.lists(st.sampled_from(sorted(SORTS)), unique=True))
    document["documents"] += [
        {"code": f"o_{sort}", "title": draw(LETTERS), "sort": sort, "required": draw(st.booleans())} for sort in given
    ]
    document["returns"] = [
        {"code": f"r{each}", "title": draw(LETTERS), "months": draw(st.integers(0, 60)), "about": draw(SEVERAL)}
        for each in range(draw(st.integers(0, 2)))
    ]
    return document


def test_what_it_needs_to_know_stands_in_the_order_of_the_profile() -> None:
    """So that a file of before there were contacts is still the same bytes."""
    assert details(["safeguarding_lead", "languages", "main_contact", "number"]) == [
        "number",
        "languages",
        "main_contact",
        "safeguarding_lead",
    ]


@given(documents())
def test_the_export_of_an_import_of_an_export_is_the_same(document: dict[str, Any]) -> None:
    once = as_toml(document_of(sound(document)))

    assert as_toml(document_of(read(once))) == once


@given(documents())
def test_nothing_is_lost_on_the_way(document: dict[str, Any]) -> None:
    said = sound(document)

    assert read(as_toml(document_of(said))) == said


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_rounds_of_the_demonstration(path: Path) -> None:
    found = read(decoded(path.read_bytes()))

    assert read(as_toml(document_of(found))) == found


@pytest.mark.parametrize(
    "text", ['He said """no""" twice', 'C:\\new\nand "" or """', 'ends with "quotes"\nand one more"', "a\ttab\nand é"]
)
def test_texts_that_need_care(text: str) -> None:
    document = document_of(read(SOUND))
    document["round"]["about"] = text

    assert read(as_toml(document)).round["about"] == text


@pytest.mark.parametrize("hour", [0, 1, 2])
def test_the_hour_that_a_british_clock_shows_twice(hour: int) -> None:
    moment = dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC)
    document = document_of(read(SOUND))
    document["round"]["opens"] = clock(moment)

    assert read(as_toml(document)).round["opens_at"] == moment


def test_the_file_reads_in_the_order_of_the_round() -> None:
    written = as_toml(document_of(read(SOUND)))

    marks = ("[fund]", "[round]", "# Who can apply", "# The questions", "# How applications are scored")
    places = [line_of(each, written) for each in marks]
    assert places == sorted(places)


def test_a_form_that_is_not_finished_can_still_be_shown() -> None:
    document = document_of(read(SOUND))
    del document["sections"][0]["questions"][2]
    document["criteria"] = []

    form = loose_form(document)

    assert [each.code for each in form.questions() if each.conditions] == ["more_why"]
    assert form.criteria == ()
