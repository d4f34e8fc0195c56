"""Every machine is whole, and docs/states.md draws it as it is."""

from pathlib import Path

import pytest

from portal.cli.states import MACHINES, drawing
from portal.kit.errors import WrongState
from portal.kit.states import Machine

PAGE = Path(__file__).resolve().parents[2] / "docs" / "states.md"
EVERY = [(machine, state.code, move.name) for machine in MACHINES for state in machine.states for move in machine.moves]


def test_the_page_draws_what_the_code_does() -> None:
    assert PAGE.read_text(encoding="utf-8") == drawing(), "docs/states.md is out of date: make states"


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_can_be_reached(machine: Machine) -> None:
    reached = {machine.start}
    while True:
        more = {move.to for move in machine.moves if set(move.from_) & reached} - reached
        if not more:
            break
        reached |= more
    assert reached == set(machine.codes())


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_move_joins_states_that_exist(machine: Machine) -> None:
    named = {code for move in machine.moves for code in (*move.from_, move.to)}
    assert named <= set(machine.codes())
    assert len({move.name for move in machine.moves}) == len(machine.moves)


@pytest.mark.parametrize(("machine", "state", "move"), EVERY, ids=lambda part: getattr(part, "name", part))
def test_a_move_is_open_exactly_where_the_table_says(machine: Machine, state: str, move: str) -> None:
    open_here = {found.name for found in machine.open_moves(state)}
    if move in open_here:
        assert machine.check(move, state).name == move
    else:
        with pytest.raises(WrongState):
            machine.check(move, state)
