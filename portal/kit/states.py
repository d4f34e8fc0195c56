"""A state machine as one table, which the verb, the button, the queue, the test and the drawing all read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from portal.kit.errors import WrongState
from portal.kit.text import N_


class Turn(Enum):
    """Who has to act next."""

    PARTNER = N_("the partner")
    COUNCIL = N_("the council")
    COORDINATOR = N_("the coordinator")
    NOBODY = N_("nobody")


class Dot(Enum):
    """How a state is drawn, beside its word."""

    NONE = "none"
    NOW = "now"
    DONE = "done"
    STOPPED = "no"


@dataclass(frozen=True, slots=True)
class State:
    """One state: whose turn it is, and the words the two sides read."""

    code: str
    turn: Turn
    partner: str
    council: str
    dot: Dot = Dot.NOW


@dataclass(frozen=True, slots=True)
class Move:
    """One way from state to state: who may take it, the button's words, and the history's sentence."""

    name: str
    from_: tuple[str, ...]
    to: str
    needs: Enum | None
    label: str
    done: str


@dataclass(frozen=True, slots=True)
class Machine:
    """All states and moves of one kind of record. `needs` None marks a move that only the portal itself makes."""

    name: str
    start: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]

    def state(self, code: str) -> State:
        """The state of that code; KeyError where there is none."""
        for state in self.states:
            if state.code == code:
                return state
        raise KeyError(code)

    def move(self, name: str) -> Move:
        """The move of that name; KeyError where there is none."""
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(name)

    def check(self, name: str, state: str) -> Move:
        """The move, where it may be taken from this state. Raises WrongState."""
        move = self.move(name)
        if state not in move.from_:
            raise WrongState()
        return move

    def open_moves(self, state: str) -> Iterator[Move]:
        """The moves that lead on from a state, in the table's order."""
        return (move for move in self.moves if state in move.from_)

    def codes(self) -> tuple[str, ...]:
        """Every state's code, in the table's order."""
        return tuple(state.code for state in self.states)

    def whose(self, turn: Turn) -> tuple[str, ...]:
        """The states in which it is this side's turn."""
        return tuple(state.code for state in self.states if state.turn is turn)
