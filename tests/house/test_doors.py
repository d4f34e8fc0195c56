"""What only one room may do."""

import ast
import re
from pathlib import Path

import pytest

PORTAL = Path(__file__).resolve().parents[2] / "portal"
FILES = sorted(PORTAL.rglob("*.py"))
BUILDERS = {"demo/town.py"}


def rel(path: Path) -> str:
    """A file's name below portal/."""
    return str(path.relative_to(PORTAL))


def writes_state(tree: ast.AST) -> bool:
    """Whether code assigns to an attribute named state, by itself or in a bulk update."""
    for node in ast.walk(tree):
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign | ast.AugAssign)
            else []
        )
        flat = [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])]
        if any(isinstance(part, ast.Attribute) and part.attr == "state" for part in flat):
            return True
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "values"
            and any(k.arg == "state" for k in node.keywords)
        ):
            return True
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "setattr"
            and any(getattr(a, "value", "") == "state" for a in node.args)
        ):
            return True
    return False


@pytest.mark.parametrize("path", [p for p in FILES if rel(p) != "history/actions.py"], ids=rel)
def test_only_the_one_door_writes_a_state(path: Path) -> None:
    assert not writes_state(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [p for p in FILES if not rel(p).startswith("web/")], ids=rel)
def test_only_views_read_the_signed_in_person(path: Path) -> None:
    reads = "portal.web.identity" in path.read_text(encoding="utf-8")
    assert not reads or re.search(r"views\.py$|/review\.py$", rel(path))


@pytest.mark.parametrize("path", FILES, ids=rel)
def test_rules_and_verbs_raise_no_web_errors(path: Path) -> None:
    if path.name.endswith(("views.py", "review.py")) or rel(path).startswith(("web/", "demo/")):
        return
    text = path.read_text(encoding="utf-8")
    assert "abort(" not in text
    assert not re.search(r"^from werkzeug\.exceptions", text, re.MULTILINE)
