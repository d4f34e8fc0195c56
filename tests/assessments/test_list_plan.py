"""A page of a round's list reads the rows that it shows, however many applications the round has."""

import pytest
from flask import Flask

from portal.assessments.access import Reads
from portal.assessments.queries import listed_question
from portal.db.session import db


@pytest.mark.parametrize("begun", [False, True], ids=["the first page", "a later page"])
@pytest.mark.parametrize("in_state", [False, True], ids=["in all states", "in one state"])
@pytest.mark.parametrize("rising", [True, False], ids=["onward", "backward"])
def test_a_page_sorts_nothing(sqlite_app: Flask, rising: bool, in_state: bool, begun: bool) -> None:
    asked = str(listed_question(Reads.ALL, False, in_state, rising, begun).limit(26).compile(db.engine))
    plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", (None,) * asked.count("?"))
    steps = [str(row[-1]) for row in plan]
    assert steps
    assert [step for step in steps if "ORDER BY" in step] == []
