"""Tables of places, from the command line."""

from pathlib import Path

from flask import Flask

from tests.places.builders import POSTCODES, TABLES, written


def run(app: Flask, *words: str) -> tuple[int, list[str]]:
    """A command's exit code and the lines it said."""
    result = app.test_cli_runner().invoke(args=["places", "load", *words])
    return result.exit_code, result.output.strip().splitlines()


def test_load(app: Flask, tmp_path: Path) -> None:
    options = [word for name, path in written(tmp_path, **TABLES).items() for word in (f"--{name}", str(path))]

    assert run(app, *options) == (0, ["2 wards, 4 neighbourhoods and 3 postcodes."])
    assert run(app, *options[-2:]) == (0, ["2 wards, 4 neighbourhoods and 3 postcodes."])


def test_faults_by_line(app: Flask, tmp_path: Path) -> None:
    paths = written(tmp_path, postcodes=POSTCODES.replace("LS2", "QQ2"))

    code, said = run(app, "--postcodes", str(paths["postcodes"]))

    assert code == 1
    assert said[0] == "Error: Nothing was loaded."
    assert said[-1] == "postcodes.csv line 4: “QQ2 1AA” is not a postcode."


def test_nothing_named(app: Flask) -> None:
    code, said = run(app)

    assert code == 2
    assert said[-1] == "Error: Name at least one table: --wards, --neighbourhoods or --postcodes."
