"""What only one room may do."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.rooms import FILES, by_room, rel, tree_of

VIEWS = re.compile(r"views\.py$|/review\.py$")
WEB_ERROR = re.compile(r"abort\(|^from werkzeug\.exceptions", re.MULTILINE)


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


@pytest.mark.parametrize("room", by_room(path for path in FILES if rel(path) != "history/actions.py"))
def test_only_the_one_door_writes_a_state(room: list[Path]) -> None:
    assert [rel(path) for path in room if writes_state(tree_of(path))] == []


@pytest.mark.parametrize("room", by_room(path for path in FILES if not rel(path).startswith("web/")))
def test_only_views_read_the_signed_in_person(room: list[Path]) -> None:
    others = [path for path in room if not VIEWS.search(rel(path))]
    assert [rel(path) for path in others if "portal.web.identity" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("room", by_room(path for path in FILES if not rel(path).startswith(("web/", "demo/"))))
def test_rules_and_verbs_raise_no_web_errors(room: list[Path]) -> None:
    others = [path for path in room if not path.name.endswith(("views.py", "review.py"))]
    assert [rel(path) for path in others if WEB_ERROR.search(path.read_text(encoding="utf-8"))] == []
