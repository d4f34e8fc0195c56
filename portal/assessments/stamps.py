"""What a sheet has to know of each of its lines, so that nothing is written over what its page never showed."""

from typing import Protocol


class Content(Protocol):
    """What stands on a line, as somebody typed it."""

    def content(self) -> str:
        """A short digest, by which a page knows whether it is what it showed."""


class KeptLine(Protocol):
    """A line as it is kept: what stands on it, and the page that wrote it last."""

    @property
    def mark(self) -> Content:
        """What stands on it."""

    @property
    def page(self) -> str:
        """The page that wrote it last; empty where nobody has."""

    def stamp(self) -> str:
        """What a page carries to say which mark it showed; after its first hyphen, the digest of the content."""


class SentLine(Protocol):
    """A line as it was sent: the stamp of what its page showed, and the choice where one between two was asked."""

    @property
    def mark(self) -> Content:
        """What was typed."""

    @property
    def seen(self) -> str:
        """The stamp that its page carried."""

    @property
    def keep(self) -> str:
        """Of two marks the one to go on with, "mine" or "theirs"; empty where nobody was asked."""
