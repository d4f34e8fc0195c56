"""Files, functions and views stay small enough to be read in one go."""

import ast
from pathlib import Path

import pytest

PORTAL = Path(__file__).resolve().parents[2] / "portal"
FILES = sorted(PORTAL.rglob("*.py"))
FILE_MOST, FUNCTION_MOST, VIEW_MOST = 300, 45, 25


def functions(path: Path) -> list[ast.FunctionDef]:
    """Every function of a file."""
    return [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Its lines without its decorators."""
    return (function.end_lineno or 0) - function.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PORTAL)))
def test_files_and_functions(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_MOST
    assert [f.name for f in functions(path) if length(f) > FUNCTION_MOST] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PORTAL)))
def test_views_are_thin(path: Path) -> None:
    guards = {"requires", "public", "by_link", "by_halves"}
    fat = []
    for function in functions(path):
        names = {getattr(d.func if isinstance(d, ast.Call) else d, "id", "") for d in function.decorator_list}
        if names & guards and length(function) > VIEW_MOST:
            fat.append(function.name)
    assert fat == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PORTAL)))
def test_every_public_function_says_what_it_does(path: Path) -> None:
    silent = [
        f.name for f in functions(path) if not f.name.startswith("_") and f.col_offset == 0 and not ast.get_docstring(f)
    ]
    assert silent == []
