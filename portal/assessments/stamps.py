"""What a sheet has to know of each of its lines, so that nothing is written over what its page never showed."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Content(Protocol):
    """What stands on a line, as somebody typed it."""

    def content(self) -> str:
        """A short digest, by which a page knows whether it is what it showed."""


AnyMark = TypeVar("AnyMark", bound=Content, covariant=True)


@dataclass(frozen=True, slots=True)
class Kept(Generic[AnyMark]):
    """A mark as it is kept: its version, and the page that wrote it last."""

    mark: AnyMark
    version: int = 0
    page: str = ""

    def stamp(self) -> str:
        """What a page carries to say which mark it showed; after its first hyphen, the digest of the content."""
        return f"{self.version}-{self.mark.content()}"


@dataclass(frozen=True, slots=True)
class Typed(Generic[AnyMark]):
    """A mark as it was sent: the stamp of what its page showed, and the choice where one between two was asked.

    `keep` is "mine" or "theirs", and empty where nobody was asked.
    """

    mark: AnyMark
    seen: str = ""
    keep: str = ""
