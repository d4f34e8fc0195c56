"""What import-linter does not see: the face of a room, pure files, and knots that hide."""

import ast
from pathlib import Path

import pytest

from tests.house.rooms import FILES, PORTAL, tree_of

ROOMS = sorted(path.parent for path in PORTAL.rglob("__init__.py"))
WITH_FRAMEWORK = {
    *("models", "queries", "actions", "forms", "notices", "views", "review", "commands", "session", "worker"),
    *("access", "blueprint", "load", "registry", "sender"),
}


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: str(path.relative_to(PORTAL.parent)))
def test_a_rooms_face_is_one_sentence(room: Path) -> None:
    body = tree_of(room / "__init__.py").body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)
    sentence = ast.literal_eval(body[0].value)
    assert sentence.strip() == sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "path", [*PORTAL.glob("kit/*.py"), *PORTAL.glob("*/rules.py")], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_rules_import_only_what_is_pure(path: Path) -> None:
    ours = {name for name in imports_of(path) if name.split(".")[0] in {"portal", "flask", "sqlalchemy", "wtforms"}}
    own_room = f"portal.{path.parent.name}"
    allowed = ("portal.kit", "portal.permissions", own_room)
    strays = {name for name in ours if not name.startswith(allowed)}
    framework = {name for name in ours if name.startswith(own_room) and name.split(".")[-1] in WITH_FRAMEWORK}
    assert strays | framework == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PORTAL)))
def test_no_knot_hides_behind_type_checking_or_in_a_function(path: Path) -> None:
    tree = tree_of(path)
    assert "TYPE_CHECKING" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inside = [
        node for function in functions for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []
