"""One row of a panel's ranking, as its tables show it."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from portal.assessments.evidence import Furthest
from portal.assessments.outcomes import in_short
from portal.assessments.recommending import recommended, together
from portal.assessments.rules import DECISION
from portal.kit.states import State
from portal.kit.text import Say


class Order(Enum):
    """What the ranking goes by: the score alone, or the score with furthest first."""

    SCORE = "score"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One application in its place. Points are hundredths; `asked`, `running` (all asked so far) and `amount` pence.

    `by_score` is its place by the score alone, whatever the order. `furthest` is None, and so is its `working`, until
    they were worked out; `scale` tells from what.
    """

    id: int
    ref: str
    title: str
    organisation: str
    place: int
    points: int
    lowest: int
    highest: int
    asked: int
    running: int
    outcome: str | None
    amount: int | None
    state: str | None
    furthest: int | None
    working: dict[str, Any] | None
    scale: str | None
    by_score: int

    def says(self) -> Say | None:
        """What is proposed, in few words; None while nothing is."""
        return in_short(self.outcome, self.amount or 0) if self.outcome else None

    def where(self) -> State | None:
        """How far the decision has come; None while there is none."""
        return DECISION.state(self.state) if self.state else None

    @property
    def together(self) -> int:
        """Score and furthest first together, in hundredths of a point."""
        return together(self.points, self.furthest or 0)

    @property
    def moves(self) -> int:
        """How many places it stands higher than by the score alone; lower where it is less than none."""
        return self.by_score - self.place

    @property
    def evidence(self) -> Furthest | None:
        """What makes up its furthest first; None until it was worked out."""
        return Furthest.from_data(self.working) if self.working else None

    def recommended(self, budget: int) -> Say:
        """What the scores and the budget (pence) speak for; it decides nothing."""
        return recommended(self.points, self.highest - self.lowest, self.asked, self.running, budget)

    def is_first_over(self, budget: int) -> bool:
        """Whether the budget ends just above this row: with it, more is asked than there is."""
        return self.running > budget >= self.running - self.asked
