"""Rounds as data, from the command line."""

from pathlib import Path

import pytest
from flask import Flask

from portal.funds import queries
from tests.funds.builders import SOUND, line_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sound file on disk."""
    path = tmp_path / "round.toml"
    path.write_text(SOUND, encoding="utf-8")
    return path


def run(app: Flask, *words: str) -> tuple[int, str]:
    """A command's exit code and what it said."""
    result = app.test_cli_runner().invoke(args=["funds", *words])
    return result.exit_code, result.output.strip()


def test_load_then_again_then_changed(app: Flask, file: Path) -> None:
    assert run(app, "load", str(file)) == (0, "Round “one-2026” is loaded.")
    assert run(app, "load", str(file)) == (0, "Round “one-2026” is what the file says already. Nothing was changed.")

    file.write_text(SOUND.replace("weight = 60", "weight = 50").replace("weight = 40", "weight = 50"), encoding="utf-8")
    assert run(app, "load", str(file)) == (0, "Round “one-2026” is changed to what the file says.")


def test_check_loads_nothing(app: Flask, file: Path) -> None:
    assert run(app, "check", str(file)) == (0, f"{file} is sound: round “one-2026” with 7 questions.")
    assert queries.one("one-2026") is None


@pytest.mark.parametrize("command", ["load", "check"])
def test_every_fault_is_named_by_its_line(app: Flask, file: Path, command: str) -> None:
    broken = SOUND.replace('prefix = "GC"', 'prefix = "gc"').replace("weight = 60", "weight = 61")
    file.write_text(broken, encoding="utf-8")

    code, said = run(app, command, str(file))

    assert code == 1
    assert said.splitlines() == [
        f"Error: {file} has 2 faults:",
        f"line {line_of('prefix')}: “prefix” is not right."
        ' Expected: two to six capitals that references start with, like "GC".',
        f"line {line_of('weight = 40')}: The weights add up to 101. They have to add up to 100.",
    ]
    assert queries.one("one-2026") is None


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_file_is_held_against_the_councils_own_words(app: Flask, file: Path, command: str) -> None:
    source = SOUND.replace('kind = "yes_no"', 'kind = "barriers"').replace(
        '"extra", is = "yes"', '"extra", is = "skills"'
    )
    file.write_text(source.replace("skills", "nonsense"), encoding="utf-8")
    code, said = run(app, command, str(file))

    assert (code, len(said.splitlines())) == (1, 2)
    assert said.splitlines()[1].startswith(f"line {line_of('show_if', source)}: “nonsense” is no answer to “extra”.")
    file.write_text(source, encoding="utf-8")
    assert run(app, command, str(file))[0] == 0


def test_a_file_that_is_not_there(app: Flask) -> None:
    assert run(app, "load", "nowhere.toml")[0] == 2
