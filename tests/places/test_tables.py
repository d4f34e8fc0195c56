"""Tables of places, read row by row; what is wrong is named by its line."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places import tables
from portal.places.tables import Fault, Faults, Findings, NeighbourhoodRow, PostcodeRow, WardRow, once, rows
from tests.places.builders import NEIGHBOURHOODS, POSTCODES, WARDS, written


def read(folder: Path, row_of: Any, content: str | bytes) -> tuple[list[Any], list[tuple[int, str]]]:
    """The rows and the findings of one table."""
    findings = Findings()
    found = [row for _, row in rows(written(folder, table=content)["table"], row_of, findings)]
    return found, [(fault.line, fault.sentence) for fault in findings.first]


def test_rows_of_each_table(tmp_path: Path) -> None:
    assert read(tmp_path, tables.ward, WARDS) == ([WardRow("E05000001", "Here"), WardRow("E05000002", "There")], [])
    assert read(tmp_path, tables.neighbourhood, NEIGHBOURHOODS)[0][2] == NeighbourhoodRow(
        "E01000003", "Here C", "E05000001", 3, 2000
    )
    assert read(tmp_path, tables.postcode, POSTCODES)[0][1] == PostcodeRow("LS1 1AB", "E01000003")


def test_spreadsheets_mark_and_line_ends(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + WARDS.replace("\n", "\r\n").encode()

    assert read(tmp_path, tables.ward, content) == read(tmp_path, tables.ward, WARDS)


@pytest.mark.parametrize(
    ("row_of", "content", "faults"),
    [
        (tables.ward, "", [(1, "These columns are missing: ward24_code, ward24_name.")]),
        (tables.ward, "ward24_name\nHere\n", [(1, "These columns are missing: ward24_code.")]),
        (tables.ward, WARDS.replace("Here", " "), [(2, "ward24_name is empty.")]),
        (tables.ward, WARDS.replace("E05000002", "E05-2"), [(3, "“E05-2” is not a code for ward24_code.")]),
        (tables.ward, WARDS.replace(",y", ""), [(3, "There are 2 cells in this row, and 3 in the first.")]),
        (tables.ward, WARDS + 'E05000003,"Not closed', [(4, "This is not CSV: unexpected end of data.")]),
        (
            tables.neighbourhood,
            NEIGHBOURHOODS.replace("Here,2,500", "Here,11,500"),
            [(3, "“11” in imd2025_decile is not a whole number from 1 to 10.")],
        ),
        (
            tables.neighbourhood,
            NEIGHBOURHOODS.replace("2000", "2e3"),
            [(4, "“2e3” in census2021_population is not a whole number from 0 to 1,000,000.")],
        ),
        (tables.postcode, POSTCODES.replace("LS1 1AA", "nowhere"), [(2, "“nowhere” is not a postcode.")]),
        (
            tables.ward,
            WARDS.encode() + b"E05000003,\xff,z\n",
            [(4, "This is not UTF-8 text. Save the file as CSV UTF-8.")],
        ),
    ],
)
def test_faults_by_line(tmp_path: Path, row_of: Any, content: str | bytes, faults: list[tuple[int, str]]) -> None:
    assert read(tmp_path, row_of, content)[1] == faults


def test_a_name_over_two_lines_keeps_the_count(tmp_path: Path) -> None:
    content = 'ward24_code,ward24_name\nE05000001,"He\nre"\nbad code,There\n'

    assert [line for line, _ in read(tmp_path, tables.ward, content)[1]] == [4]


def test_the_second_of_the_same_is_a_fault() -> None:
    findings = Findings()
    twice = [(2, "a"), (3, "b"), (4, "a")]

    assert list(once(twice, str, "t.csv", findings)) == [(2, "a"), (3, "b")]
    assert findings.first == [Fault("t.csv", 4, "“a” stands here for the second time.")]


def test_only_the_first_fifty_are_told() -> None:
    findings = Findings()
    for line in range(1, 1_235):
        findings.add("t.csv", line, "Wrong.")

    with pytest.raises(Faults) as caught:
        findings.check()

    said = str(caught.value).splitlines()
    assert said[0] == "t.csv line 1: Wrong."
    assert said[-1] == "… and 1,184 more."
    assert len(said) == 51


@given(st.binary(max_size=200), st.sampled_from([tables.ward, tables.neighbourhood, tables.postcode]))
def test_whatever_the_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes, row_of: Any
) -> None:
    header = ",".join(tables.COLUMNS[row_of]).encode()

    found, faults = read(tmp_path_factory.mktemp("any"), row_of, header + b"\n" + tail)

    assert isinstance(found, list)
    assert all(line >= 1 for line, _ in faults)
