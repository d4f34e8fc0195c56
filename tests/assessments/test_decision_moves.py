"""Every state, every move, every role; and any sequence of verbs at all."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from portal.applications.models import Application
from portal.assessments import decisions
from portal.assessments.models import Decision, Panel
from portal.assessments.outcomes import LIVE
from portal.assessments.rules import DECISION, OUTCOMES
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import NotAllowed, NotThere, Refusal, WrongState
from portal.permissions import BY_CODE, PORTAL, Someone
from tests.assessments import builders
from tests.assessments.builders import WORDS

WHO = {
    "lead": "amina",
    "member": "tom",
    "reviewer": "daniel",
    "approver": "joyce",
    "finance": "priya",
    "champions_officer": "leanne",
    "coordinator": "imran",
    "programme_lead": "helen",
    "administrator": "wei",
}
READS = {"approver", "finance", "programme_lead"}
"""The roles to whom an application before the panel exists at all."""


def in_state(state: str, cast: dict[str, Someone], second: Someone) -> Decision:
    """A decision in that state, proposed by somebody whom the test does not use."""
    [one] = builders.scored(builders.the_round(9_000_000), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=second)
    if state == "returned":
        decisions.send_back(decision, "Why?", by=second)
    if state in ("confirmed", "released"):
        decisions.confirm(decision, by=cast["martin"])
    if state == "released":
        decisions.release(builders.the_round(), by=second)
    return decision


def act(move: str, decision: Decision, by: Someone) -> object:
    """Take a move by its verb."""
    acts: dict[str, Callable[[], object]] = {
        "propose_again": lambda: decisions.propose_again(decision, "decline", None, *WORDS, by=by),
        "send_back": lambda: decisions.send_back(decision, "Why?", by=by),
        "confirm": lambda: decisions.confirm(decision, by=by),
        "release": lambda: decisions.release(builders.the_round(), by=by),
    }
    return acts[move]()


def test_every_role_is_tried() -> None:
    assert set(WHO) == set(BY_CODE)


@pytest.mark.parametrize("state", DECISION.codes())
def test_every_move_by_every_role_from_every_state(app, cast, state) -> None:
    second = builders.approver("Second")
    decision = in_state(state, cast, second)
    for move in DECISION.moves:
        for role, key in WHO.items():
            allowed = move.needs in BY_CODE[role].value.permissions
            if state in move.from_ and allowed:
                continue
            before = db.session.scalar(select(func.count()).select_from(Deed))
            with pytest.raises((NotAllowed, NotThere, WrongState)) as refused:
                act(move.name, decision, cast[key])
            if move.name == "release" or role not in READS:
                expected = NotThere if move.name != "release" else WrongState if allowed else NotAllowed
                assert refused.type is expected, (state, move.name, role)
            db.session.rollback()
            assert decision.state == state
            assert db.session.scalar(select(func.count()).select_from(Deed)) == before


@pytest.mark.parametrize(("state", "move"), [(state, move.name) for move in DECISION.moves for state in move.from_])
def test_every_move_that_the_table_has_can_be_taken(app, cast, state, move) -> None:
    decision = in_state(state, cast, builders.approver("Second"))
    act(move, decision, cast["joyce"])
    assert decision.state == DECISION.move(move).to


def test_the_portal_itself_decides_nothing(app, cast) -> None:
    decision = in_state("proposed", cast, cast["joyce"])
    for move in ("propose_again", "send_back", "confirm"):
        with pytest.raises(NotThere):
            act(move, decision, PORTAL)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("propose", "propose_again", "send_back", "confirm")),
        st.integers(0, 3),
        st.sampled_from(("joyce", "martin")),
        st.sampled_from(tuple(OUTCOMES)),
        st.integers(1, 500_000),
    ),
    max_size=25,
)


def take(step: tuple[str, int, str, str, int], found: list[Application], cast: dict[str, Someone]) -> None:
    """One deed on one of the applications, whatever comes of it."""
    verb, which, key, outcome, amount = step
    one, by = found[which], cast[key]
    decision = db.session.scalar(select(Decision).where(Decision.application_id == one.id))
    if verb == "propose":
        decisions.propose(one, outcome, amount, *WORDS, by=by)
    elif decision is None:
        return
    elif verb == "propose_again":
        decisions.propose_again(decision, outcome, amount, *WORDS, by=by)
    elif verb == "send_back":
        decisions.send_back(decision, "Why?", by=by)
    else:
        decisions.confirm(decision, by=by)


def test_whatever_is_done_in_whatever_order_the_money_is_right(sqlite_app) -> None:
    """The panel's money is what live decisions hold, and never more than there is."""
    cast = {"joyce": builders.approver("Joyce"), "martin": builders.approver("Martin")}
    found = builders.scored(builders.the_round(1_000_000), [300_000, 450_000, 500_000, 120_000])

    @settings(max_examples=60, deadline=None, database=None)
    @given(STEPS)
    def check(steps: list[tuple[str, int, str, str, int]]) -> None:
        with action() as session:
            session.execute(delete(Decision))
            session.execute(delete(Panel))
        for step in steps:
            try:
                take(step, found, cast)
            except Refusal:
                db.session.rollback()
            panel = db.session.scalar(select(Panel))
            held = db.session.scalar(select(func.sum(Decision.amount_pence)).where(Decision.state.in_(LIVE))) or 0
            assert (panel.committed_pence if panel else 0) == held <= 1_000_000

    check()
