"""What is wrong with a round: in a file by its line, in a document by the way to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.funds.lines import Path
from portal.kit.text import Say


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong with a file, and where."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a document: the way to it, and what is wrong.

    Of a value that is not there, or that no reader takes, the sentence speaks as a file does.
    """

    path: Path
    sentence: Say
    is_missing: bool = False
    is_unread: bool = False


class Unsound(Exception):
    """A document that is no round yet, with everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(each.sentence) for each in problems))


class Faults(Exception):
    """A file that cannot be loaded, with everything that is wrong with it in the order of its lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))
