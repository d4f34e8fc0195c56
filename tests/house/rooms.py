"""Files by the room that they stand in: a test looks at a room at a time, and names every file that is not right."""

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PORTAL = ROOT / "portal"
FILES = tuple(sorted(PORTAL.rglob("*.py")))


def rel(path: Path) -> str:
    """A file's name below portal/."""
    return str(path.relative_to(PORTAL))


def by_room(files: Iterable[Path], below: Path = PORTAL) -> list[Any]:
    """The parameters of a test: the files of each room, under its name."""
    rooms: dict[str, list[Path]] = {}
    for path in files:
        first, *rest = path.relative_to(below).parts
        rooms.setdefault(first if rest else below.name, []).append(path)
    return [pytest.param(paths, id=room) for room, paths in rooms.items()]


@cache
def tree_of(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))
