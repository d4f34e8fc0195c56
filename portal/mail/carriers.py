"""What it is to carry letters: the four ways in which it can go wrong, whatever carries them."""

import datetime as dt
from typing import Protocol


class Parcel(Protocol):
    """What a carrier reads of a letter."""

    @property
    def ref(self) -> str: ...  # noqa: D102
    @property
    def to_address(self) -> str: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def html(self) -> str: ...  # noqa: D102
    @property
    def created_at(self) -> dt.datetime: ...  # noqa: D102
    @property
    def tries(self) -> int: ...  # noqa: D102


class Trouble(Exception):
    """A letter that did not go, with the sentence that the council reads."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(type(self).__name__)


class Refused(Trouble):
    """This letter can never go as it is."""


class PutOff(Trouble):
    """This letter cannot go just now; others can."""


class Broke(Trouble):
    """The line broke while this letter was on its way, so nobody knows whether it arrived."""


class Away(Trouble):
    """Nothing can go: the server is not there, or does not let us in."""


class Carrier(Protocol):
    """What takes letters to people."""

    where: str
    """What tells this carrier from another, so that one that is away does not hold up the next."""

    def open(self) -> None:
        """Get ready to carry. Raises Away."""

    def carry(self, letter: Parcel) -> None:
        """Hand one letter over. Raises Refused, PutOff, Broke or Away."""

    def close(self) -> None:
        """Let go; a carrier can be opened again."""
