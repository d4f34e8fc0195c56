"""A round's file: read whole, or every fault named by its line."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds.faults import Fault, Faults
from portal.funds.toml import decoded, read
from tests.funds.builders import SOUND, changed, faults, line_of

ROUNDS = sorted((Path(__file__).parents[2] / "portal" / "demo" / "rounds").glob("*.toml"))


def test_sound_file() -> None:
    found = read(SOUND)

    assert found.fund == {"code": "connected", "name": "Getting Connected", "purpose": "Money for groups."}
    assert found.round["opens_at"] == dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC)
    assert found.round["closes_at"] == dt.datetime(2026, 12, 11, 12, tzinfo=dt.UTC)
    assert (found.round["budget_pence"], found.round["smallest_pence"]) == (6_000_000, 50_000)
    assert found.form.pays_for == ("devices", "data")
    assert found.form.does_not_pay_for == ()


def test_the_amount_asked_for_is_held_within_the_round() -> None:
    costs = read(SOUND).form.question("costs")

    assert (costs.least, costs.most) == (50_000, 500_000)


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_rounds_of_the_demonstration_are_sound(path: Path) -> None:
    assert read(decoded(path.read_bytes())).round["code"]


@pytest.mark.parametrize(
    ("old", "new", "at", "sentence"),
    [
        ('name = "Getting Connected"', 'nam = "x"', 'name = "G', "“nam” is not known here. Did you mean “name”?"),
        (
            'prefix = "GC"',
            'prefix = "gc"',
            "prefix",
            'Expected: two to six capitals that references start with, like "GC".',
        ),
        ("opens = 2026-07-01T09:00:00", "opens = 2026-07-01", "opens", "Expected: a day and a time"),
        ("told_by = 2027-01-22", 'told_by = "January"', "told_by", "Expected: a day without quotes"),
        ('budget = "£60,000"', "budget = 60000", "budget", 'Expected: an amount in quotes, like "£5,000".'),
        ("grace_minutes = 30", "grace_minutes = 300", "grace_minutes", "Expected: a whole number from 0 to 120."),
        ("grace_minutes = 30", "grace_minutes = true", "grace_minutes", "Expected: a whole number from 0 to 120."),
        ("names_hidden = false", 'names_hidden = "no"', "names_hidden", "Expected: true or false"),
        ('about = "About it."', 'about = " "', "about", "Expected: words in quotes"),
        ('pays_for = ["devices", "data"]', 'pays_for = ["devices", 3]', "pays_for", "Expected: a list"),
        ('right_answer = "yes"', 'right_answer = "maybe"', "right_answer", 'Expected: "yes" or "no".'),
        ('kind = "number"', 'kind = "numbers"', 'kind = "number"', "Expected one of: text, long_text, number"),
        ("least = 1", 'least = "one"', "least = 1", "Expected: a whole number from 0 to"),
        ("words = 150", "least = 150", "words = 150", "“least” means nothing for a question of kind “long_text”."),
        ('code = "title"', 'code = "The title"', 'code = "title"', "Expected: a code of small letters"),
        ('{ code = "lots", label = "Lots" }', '{ code = "lots" }', '{ code = "lots"', "“label” is missing in"),
        ('show_if = { question = "extra", is = "yes" }', "show_if = 7", "show_if", "has to be a table."),
    ],
)
def test_one_fault_at_its_line(old: str, new: str, at: str, sentence: str) -> None:
    found = [each for each in changed(old, new) if sentence in each[1]]

    assert [line for line, _ in found] == [line_of(at)]


PAPER = """
[[documents]]
code = "rules"
title = "Your rules"
sort = "governing"
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('sort = "governing"', 'sort = "passport"', "Expected one of: governing, accounts, safeguarding, insurance."),
        ('sort = "governing"', 'sort = ["governing"]', "Expected one of: governing"),
        ('sort = "governing"', "required = false", "Only a document that organisations give once can follow later."),
        ("[[documents]]", PAPER.replace("rules", "others") + "[[documents]]", "is asked for a second time."),
        ("pays_for =", 'details = ["shoe size"]\npays_for =', "Expected: a list of some of these, each once: number"),
        ("pays_for =", 'details = [["postcode"]]\npays_for =', "Expected: a list of some of these"),
        ("pays_for =", 'details = ["phone", "phone"]\npays_for =', "Expected: a list of some of these"),
    ],
)
def test_what_a_round_needs_of_organisations(old: str, new: str, sentence: str) -> None:
    source = SOUND + PAPER
    assert read(source).form.needs_papers
    with pytest.raises(Faults) as caught:
        read(source.replace(old, new, 1))
    assert [each.sentence for each in caught.value.faults if sentence in each.sentence]


def test_missing_keys_are_named_at_their_table() -> None:
    assert (line_of("[fund]"), "“purpose” is missing in [fund].") in changed('purpose = "Money for groups."\n', "")
    assert (line_of("[[eligibility]]"), "“why_not” is missing in [[eligibility]].") in changed(
        'why_not = "This money is for this place."\n', ""
    )


def test_all_faults_are_told_at_once_in_order() -> None:
    broken = SOUND.replace('prefix = "GC"', 'prefix = "gc"').replace("weight = 60", "weight = 61")
    broken = broken.replace('kind = "number"', 'kind = "numbers"')

    assert [line for line, _ in faults(broken)] == [
        line_of('prefix = "GC"'),
        line_of('kind = "number"'),
        line_of("weight = 40"),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('[fund]\ncode = "x\n', (2, "This is not TOML: illegal character '\\n'.")),
        ("[fund]\n\n\ncode", (4, "This is not TOML: expected '=' after a key in a key/value pair.")),
        ("[fund]\ncode = 1\ncode = 2\n", (3, "This is not TOML: cannot overwrite a value.")),
    ],
)
def test_what_is_no_toml(source: str, found: tuple[int, str]) -> None:
    assert faults(source) == [found]


def test_an_empty_file_lacks_everything() -> None:
    assert [sentence for _, sentence in faults("")] == [
        *("There are no criteria yet, so nobody could score.", "There are no questions yet."),
        *("“fund” is missing.", "“round” is missing."),
    ]


def test_tables_in_place_of_lists() -> None:
    assert [sentence for _, sentence in faults("fund = 3\nround = []\nsections = 4\ncriteria = [3]\n")] == [
        *("[fund] has to be a table.", "[round] has to be a table."),
        *("There are no questions yet.", "[sections] has to be a list of tables.", "[[criteria]] has to be a table."),
    ]


def test_text_that_is_not_utf8() -> None:
    with pytest.raises(Faults) as caught:
        decoded("[fund]\nname = “x”".encode("cp1252"))

    assert caught.value.faults == [Fault(2, "This is not UTF-8 text. Save the file as UTF-8.")]


def test_byte_order_mark_is_passed_over() -> None:
    assert decoded(b"\xef\xbb\xbfa = 1") == "a = 1"


@given(
    st.integers(0, len(SOUND.splitlines()) - 1), st.sampled_from(["", "x = 1", "[round]", "code = 7", "[[sections]]"])
)
def test_whatever_line_is_spoilt_it_is_read_or_refused_with_lines(number: int, other: str) -> None:
    lines = SOUND.splitlines()
    lines[number] = other
    broken = "\n".join(lines)

    found = faults(broken)

    assert all(1 <= line <= len(lines) for line, _ in found)
