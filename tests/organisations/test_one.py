"""Every question follows a merge: no code likens records in a way of its own, and no table is forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from portal.db.base import Base
from portal.db.session import db
from portal.organisations.models import Organisation
from portal.organisations.one import all_records, is_of, is_of_any, one, same, standing
from tests.organisations.twins import merge, record
from tests.organisations.walking import home

PORTAL = Path(__file__).resolve().parents[2] / "portal"
LIKENING = {"in_", "not_in", "is_distinct_from", "is_not_distinct_from"}
FOLLOWING = {"RECORD.c.id", "ITS.c.id"}
"""What a record is joined to in plain tables, on the way to the organisation that stands, or to its other records."""
OWN_WAY = {
    ("portal/assessments/actions.py", "put_conflicts"): "the ids are of every record already: all_records",
    ("portal/applications/keyed.py", "acts_for"): "the owner that stands, or the record itself, as it was a moment ago",
    ("portal/applications/one_each.py", "made_since"): "what was made for just this record since it took another in",
    ("portal/organisations/check_queries.py", "checklist_of"): "the check is that of the record that stays",
    ("portal/organisations/merge_queries.py", "given_since"): "what was given for just this record",
    ("portal/organisations/merge_queries.py", "joined_since"): "who joined just this record",
    ("portal/organisations/merging.py", "obstacles_apart"): "the team of just this record, and of the rest without it",
    ("portal/organisations/queries.py", "someone_from"): "the organisation that `who` has joined by STANDS",
    ("portal/organisations/words.py", "leads_of"): "each record is found by its own words",
    ("portal/organisations/verifying.py", "write_marks"): "the check is that of the record that stays",
}
"""Where records are likened otherwise, and why that follows a merge all the same, or need not."""

FOLLOWED = {
    "applications.organisation_id": "Application.organisation and owner_id",
    "conflicts.organisation_id": "access.in_conflict, barred; declared for every record",
    "documents.organisation_id": "held, usable: the newest of its sort",
    "join_requests.organisation_id": "JoinRequest.organisation; of both for the leads of both",
    "organisation_checks.organisation_id": "not followed: the check is that of the record that stays",
    "organisation_merges.into_id": "the merge itself",
    "organisation_merges.record_id": "the merge itself",
    "organisation_words.record_id": "each record has words of its own, and leads to the one that stands",
    "organisations.merged_into_id": "the pointer itself",
    "sign_ins.place_id": "someone_from",
    "team_invitations.organisation_id": "TeamInvitation.organisation; accepted into the one that stays",
    "team_members.organisation_id": "who, team_of, leads_of: one team",
    "verification_exchanges.organisation_id": "exchanges_of: what was written with either",
}
"""Each column that points to an organisation, and what follows a merge there. A new one has to say so."""


def names_record(node: ast.AST) -> bool:
    """Whether an expression is a column or an attribute that holds a record's id."""
    return isinstance(node, ast.Attribute) and node.attr == "organisation_id"


def is_in(node: ast.AST) -> bool:
    """Whether a function that is called is that of a record's id that likens it to others."""
    return isinstance(node, ast.Attribute) and node.attr in LIKENING and names_record(node.value)


def likenings(tree: ast.AST) -> Iterator[ast.AST]:
    """Every place where a record's id is held against something."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(map(names_record, sides)) and not any(ast.unparse(side) in FOLLOWING for side in sides):
                yield node
        elif isinstance(node, ast.Call) and is_in(node.func):
            yield node


def found_in(path: Path) -> set[tuple[str, str]]:
    """The functions of a file that liken records in a way of their own; "" for what stands outside of any."""
    tree = ast.parse(path.read_text())
    where = str(path.relative_to(PORTAL.parent))
    found = set()
    for node in tree.body:
        inner = [each for each in ast.walk(node) if isinstance(each, ast.FunctionDef)] or [node]
        for each in inner:
            if any(likenings(each)):
                found.add((where, getattr(each, "name", "")))
    return found


def test_records_are_likened_in_one_way_alone() -> None:
    files = [path for path in PORTAL.rglob("*.py") if "demo" not in path.parts and path.name != "one.py"]
    assert set().union(*map(found_in, files)) == set(OWN_WAY), "ask with is_of, same, .organisation; or say why not"


@pytest.mark.parametrize(
    ("code", "is_seen"),
    [
        ("def f(): return A.organisation_id == 3", True),
        ("def f(): return 3 == A.c.organisation_id", True),
        ("def f(): return A.organisation_id.in_(ids)", True),
        ("Q = select(A).where(A.organisation_id == bindparam('x'))", True),
        ("def f(): return is_of(A.organisation_id, x)", False),
        ("def f(): return A.id == 3", False),
    ],
)
def test_the_look_sees_every_way_of_likening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, is_seen: bool):
    monkeypatch.setattr("tests.organisations.test_one.PORTAL", tmp_path / "portal")
    (tmp_path / "portal").mkdir()
    path = tmp_path / "portal" / "new.py"
    path.write_text(code)
    assert bool(found_in(path)) is is_seen


def test_every_column_that_points_to_an_organisation_says_how_a_merge_is_followed() -> None:
    pointing = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "organisations"
    }
    named = {f"{table.name}.organisation_id" for table in Base.metadata.tables.values() if "organisation_id" in table.c}
    assert pointing | named | {"sign_ins.place_id"} == set(FOLLOWED)


def test_the_few_ways_follow_a_merge_both_ways(app, cast) -> None:
    tea, twin, other = home("amina"), record("Hyde Park Tablets"), record("Somebody else")
    merge(tea, twin, cast["joyce"])
    ids = {each.ref: each.id for each in (tea, twin, other)}

    def ask(clause) -> set[int]:
        return set(db.session.scalars(select(Organisation.id).where(Organisation.id.in_(ids.values()), clause)))

    both = {tea.id, twin.id}
    assert ask(is_of(Organisation.id, tea.id)) == both
    assert ask(is_of(Organisation.id, one(twin.id))) == both
    assert ask(is_of(Organisation.id, None)) == set()
    assert ask(is_of_any(Organisation.id, [twin.id])) == both
    assert ask(is_of_any(Organisation.id, [tea.id, other.id])) == set(ids.values())
    assert ask(is_of_any(Organisation.id, [])) == set()
    assert ask(same(Organisation.id, twin.id)) == both
    assert standing(db.session(), twin.id).id == tea.id
    assert all_records(db.session(), {twin.id, other.id}) == {tea.id: tea.id, twin.id: tea.id, other.id: other.id}
