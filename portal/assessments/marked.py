"""The list of applicants as one person gets it: each by its name, and by a mark that says nothing anywhere else.

In a round that hides names a reviewer learns all names here. An organisation's own reference beside each would name it
wherever else that reference should turn up; a mark is another one for each person and each round.
"""

import hashlib
import hmac
from collections.abc import Iterable, Sequence

from flask import current_app

from portal.assessments.sharing_queries import Applicant
from portal.funds.models import Round

LENGTH = 22
"""How much of a mark is kept: 88 bits, as hexadecimal digits."""


class Listed:
    """A round's applicants with their marks for one person."""

    def __init__(self, applicants: Sequence[Applicant], round_: Round, person_id: int) -> None:
        self.round, self.person_id = round_, person_id
        self.marked = [(mark_of(each, round_, person_id), each) for each in applicants]

    def lacks(self, marks: Iterable[str]) -> bool:
        """Whether any of these marks is on no applicant of the list."""
        return not {mark for mark, _ in self.marked}.issuperset(marks)

    def refs(self, marks: Sequence[str]) -> list[str]:
        """The references of the organisations that have these marks."""
        return [each.ref for mark, each in self.marked if mark in marks]


def mark_of(applicant: Applicant, round_: Round, person_id: int) -> str:
    """What stands for an applicant in this person's list of this round, and nowhere else."""
    words = f"applicant {round_.id} {person_id} {applicant.ref}".encode()
    return hmac.new(str(current_app.secret_key).encode(), words, hashlib.sha256).hexdigest()[:LENGTH]
