"""Where things stand in a TOML source."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.funds.lines import Lines
from tests.funds.builders import SOUND, line_of

SOURCE = '''\
# a comment with [brackets] and "quotes"
top = 1

[one]
text = """
[not.a.table]
key = 1
"""
list = [
  "a", # it's here
  "b",
  { code = "x", deep = [1, 2] }, { code = "y" },
]
dotted.key = 'single # no comment'

[[many]]
a = 1
[[many.parts]]
b = 1
[[many.parts]]
b = 2
[[many]]
[[many.parts]]
b = 3
["quoted name"]
"a key" = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("one",), 4),
        (("one", "text"), 5),
        (("one", "list"), 9),
        (("one", "list", 0), 10),
        (("one", "list", 1), 11),
        (("one", "list", 2), 12),
        (("one", "list", 3, "code"), 12),
        (("one", "dotted", "key"), 14),
        (("many",), 16),
        (("many", 0, "parts", 1, "b"), 21),
        (("many", 1), 22),
        (("many", 1, "parts", 0, "b"), 24),
        (("many", 1, "parts", 0, "missing"), 23),
        (("quoted name", "a key"), 26),
        (("nowhere",), 1),
    ],
)
def test_lines(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(SOURCE)

    assert Lines(SOURCE).at(path) == line
    assert Lines(SOURCE.replace("\n", "\r\n")).at(path) == line


def test_lines_of_the_sound_file() -> None:
    lines = Lines(SOUND)

    assert lines.at(("sections", 0, "questions", 3, "choices", 1)) == line_of('"lots"')
    assert lines.at(("criteria", 1, "weight")) == line_of("weight = 40")


@given(st.lists(st.sampled_from([*"[]{}=,#\n\"'.ab1 ", '"""', "'''"]), max_size=30).map("".join))
def test_whatever_tomllib_reads_can_be_searched(source: str) -> None:
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        return

    assert Lines(source).at(("a", 0)) >= 1
