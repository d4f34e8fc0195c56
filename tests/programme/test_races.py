"""Administrators who press at the same moment, on both databases: one wins, the others see what stands."""

from flask import Flask
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Clash, Invalid, WrongState
from portal.kit.refs import mark_of
from portal.permissions import Someone
from portal.programme import actions, queries, wording
from portal.programme.colours import OWN
from portal.programme.models import Council, Term
from portal.programme.rules import LISTS, PARTS
from tests.assessments.steps import at_once

AT_ONCE = 8
Cast = dict[str, Someone]
OUTCOMES = LISTS["outcomes"]


def deeds(verb: str) -> int:
    """How often a deed was written down."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Deed).where(Deed.verb == verb)) or 0


def test_one_of_eight_changes_the_names_and_seven_are_told(app: Flask, cast: Cast) -> None:
    before = {name: getattr(queries.council(), name) for name in PARTS["name"].fields}

    came = at_once(
        app,
        [
            lambda number=number: actions.change(
                "name", {**before, "team": f"team {number}"}, mark_of(before), by=cast["wei"]
            )
            for number in range(AT_ONCE)
        ],
    )

    assert sum(isinstance(one, Clash) for one in came) == AT_ONCE - 1
    assert deeds("change_name") == 1


def test_eight_begin_a_council_that_has_said_nothing(app: Flask, cast: Cast) -> None:
    with action() as session:
        session.query(Council).delete()
    queries.forget()
    before = {name: getattr(queries.council(), name) for name in PARTS["name"].fields}

    came = at_once(
        app,
        [
            lambda number=number: actions.change(
                "name", {**before, "name": f"Council {number}"}, mark_of(before), by=cast["wei"]
            )
            for number in range(AT_ONCE)
        ],
    )

    assert sum(isinstance(one, Clash) for one in came) == AT_ONCE - 1
    assert deeds("change_name") == 1


def test_a_word_is_added_once_under_one_name(app: Flask, cast: Cast) -> None:
    came = at_once(app, [lambda: wording.add(OUTCOMES, {"label": "Braver"}, by=cast["wei"])] * AT_ONCE)

    assert sum(isinstance(one, Invalid) for one in came) == AT_ONCE - 1
    db.session.rollback()
    assert db.session.scalars(select(Term.code).where(Term.label == "Braver")).all() == ["braver"]


def test_different_words_added_at_once_all_have_a_code_and_a_place(app: Flask, cast: Cast) -> None:
    came = at_once(
        app,
        [lambda n=n: wording.add(OUTCOMES, {"label": f"Braver{'!' * n}"}, by=cast["wei"]) for n in range(AT_ONCE)],
    )

    assert sorted(came) == ["braver", *(f"braver_{number}" for number in range(2, AT_ONCE + 1))]
    db.session.rollback()
    places = db.session.scalars(select(Term.position).where(Term.kind == "outcome")).all()
    assert len(set(places)) == len(places)


def test_an_order_is_never_torn(app: Flask, cast: Cast) -> None:
    order = [word.code for word in queries.words_on(OUTCOMES)]

    came = at_once(
        app,
        [lambda code=code: wording.move(OUTCOMES, code, mark_of(order), up=True, by=cast["wei"]) for code in order[1:]],
    )

    assert sum(isinstance(one, Clash) for one in came) == len(order) - 2
    db.session.rollback()
    rows = db.session.execute(select(Term.code, Term.position).where(Term.kind == "outcome")).all()
    assert sorted(row.code for row in rows) == sorted(order)
    assert len({row.position for row in rows}) == len(rows)


def test_a_list_is_never_emptied_by_two_at_once(app: Flask, cast: Cast) -> None:
    codes = [word.code for word in queries.words_on(OUTCOMES)]

    came = at_once(app, [lambda code=code: wording.retire(OUTCOMES, code, by=cast["wei"]) for code in codes])

    assert sum(isinstance(one, WrongState) for one in came) == 1
    queries.forget()
    assert len(queries.terms("outcome")) == 1


def test_one_of_eight_paints(app: Flask, cast: Cast) -> None:
    came = at_once(
        app,
        [lambda n=n: actions.paint({**OWN, "deep": f"#07363{n}"}, mark_of({}), by=cast["wei"]) for n in range(AT_ONCE)],
    )

    assert sum(isinstance(one, Clash) for one in came) == AT_ONCE - 1
    assert deeds("change_colours") == 1
