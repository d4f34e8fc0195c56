"""What the demonstration's applicants answered to the equality questions: numbers for each round, and nothing else."""

from random import Random

from sqlalchemy.orm import Session

from portal.applications.equality import QUESTIONS
from portal.applications.models import EqualityCount
from portal.funds.models import Round

ANSWERED = 0.7
"""Of those who sent, so many answered; the others left the questions out."""


def lay(session: Session, rounds: dict[str, Round], sent: dict[str, int]) -> None:
    """Numbers for each round, by its own dice, so that the town stays as it is."""
    rng = Random("equality")
    for season, number in sent.items():
        for question in QUESTIONS:
            codes = [code for code, _label in question.answers]
            weights = [3] + [2] * (len(codes) - 2) + [1] if question.code == "women" else weights_of(codes)
            drawn = rng.choices(codes, weights, k=round(number * ANSWERED))
            for code in codes:
                if drawn.count(code):
                    row = EqualityCount(round_id=rounds[season].id, question=question.code, answer=code)
                    row.number = drawn.count(code)
                    session.add(row)


def weights_of(codes: list[str]) -> list[int]:
    """How likely each answer is: the middle ones most, saying nothing least."""
    middle = len(codes) // 2
    return [1 if code == "not_said" else 6 if place == middle else 2 for place, code in enumerate(codes)]
