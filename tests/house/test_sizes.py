"""Files, functions and views stay small enough to be read in one go."""

import ast
from pathlib import Path

import pytest

from tests.house.rooms import FILES, by_room, rel, tree_of

FILE_MOST, FUNCTION_MOST, VIEW_MOST = 300, 45, 25
GUARDS = {"requires", "public", "by_link", "by_halves"}


def functions(path: Path) -> list[ast.FunctionDef]:
    """Every function of a file."""
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Its lines without its decorators."""
    return (function.end_lineno or 0) - function.lineno + 1


def is_view(function: ast.FunctionDef) -> bool:
    """Whether it answers a route: it carries a guard."""
    named = {getattr(d.func if isinstance(d, ast.Call) else d, "id", "") for d in function.decorator_list}
    return bool(named & GUARDS)


@pytest.mark.parametrize("room", by_room(FILES))
def test_files_and_functions(room: list[Path]) -> None:
    long = [rel(path) for path in room if len(path.read_text(encoding="utf-8").splitlines()) > FILE_MOST]
    long += [f"{rel(path)}: {one.name}" for path in room for one in functions(path) if length(one) > FUNCTION_MOST]
    assert long == []


@pytest.mark.parametrize("room", by_room(FILES))
def test_views_are_thin(room: list[Path]) -> None:
    fat = [
        f"{rel(path)}: {one.name}"
        for path in room
        for one in functions(path)
        if is_view(one) and length(one) > VIEW_MOST
    ]
    assert fat == []


@pytest.mark.parametrize("room", by_room(FILES))
def test_every_public_function_says_what_it_does(room: list[Path]) -> None:
    silent = [
        f"{rel(path)}: {one.name}"
        for path in room
        for one in functions(path)
        if not one.name.startswith("_") and one.col_offset == 0 and not ast.get_docstring(one)
    ]
    assert silent == []
