"""The page about security: each of its rows is met and shown by a test that exists, or says that it is not met."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
TESTED = re.compile(r"`([\w/]+\.py)::(\w+)`")
OWED = "not met, because "
ASKED = """
1.2.1 1.2.2 1.2.3 1.2.4 1.3.7 1.3.11 2.1.3 2.2.2 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1
3.2.1 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 3.5.3 3.7.2 4.1.1 4.1.3 4.2.1
5.1.1 5.2.1 5.2.2 5.2.3 5.2.4 5.3.2 5.4.1 5.4.2 5.4.3
6.1.1 6.2.1 6.2.4 6.2.12 6.3.3 6.3.4 6.3.7 6.3.8 6.4.3 6.5.1 6.5.5 6.6.2 6.6.3
7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.3
8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.3.2 8.4.1 9.1.1 9.2.1 11.4.2 11.5.1
12.2.1 12.3.1 12.3.2 13.2.2 13.3.1 13.4.1 13.4.2 13.4.5
14.1.1 14.1.2 14.2.1 14.2.4 14.2.6 14.2.7 14.2.8 14.3.2
15.1.1 15.1.2 15.3.1 15.3.3 15.3.4 15.3.7 15.4.2 16.2.1 16.2.2 16.2.3 16.2.4 16.2.5
16.3.1 16.3.2 16.3.3 16.4.1 16.5.1 16.5.2 16.5.3 16.5.4
"""
"""The requirements that the portal was planned with."""


def rows() -> list[list[str]]:
    """The rows of every table, without their heads."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [row for row in cells if row[0] not in {"no.", "threat"}]


@cache
def names_in(path: str) -> set[str]:
    """The names of the tests in a file; none where there is no such file."""
    there = ROOT / "tests" / path
    if not there.is_file():
        return set()
    tree = ast.parse(there.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_row_is_shown_by_a_test_or_says_that_it_is_not_met(row: list[str]) -> None:
    assert len(row) in {3, 4}
    assert TESTED.search(row[-1]) or OWED in row[-1] or "`bench/" in row[-1]
    assert all(row)


@pytest.mark.parametrize(("path", "name"), sorted(set(TESTED.findall(PAGE))), ids=lambda part: str(part)[-60:])
def test_every_test_it_names_is_there(path: str, name: str) -> None:
    assert name.startswith("test_")
    assert name in names_in(path), f"tests/{path} has no {name}"


def test_every_bench_it_names_is_there() -> None:
    named = set(re.findall(r"`(bench/\w+\.py)`", PAGE))
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_no_requirement_is_left_out_or_stands_twice() -> None:
    numbers = [row[0].strip("*") for row in rows() if re.fullmatch(r"\d+\.\d+\.\d+\*?", row[0])]
    assert sorted(set(ASKED.split()) - set(numbers)) == []
    assert len(numbers) == len(set(numbers))
    promises = [row[0] for row in rows() if row[0].isdigit()]
    assert promises == [str(number) for number in range(1, 29)]
