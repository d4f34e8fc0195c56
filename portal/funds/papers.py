"""The documents that an applicant has to have ready, and those that organisations give once for every application."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that an applicant has to have ready.

    With a `sort` it is one of those that organisations give once (organisations.papers.SORTS), and `required` says
    whether it has to be there before an application is sent. Any other is never sent, so nobody looks for it.
    """

    code: str
    title: str
    hint: str = ""
    sort: str = ""
    required: bool = True

    def to_data(self) -> dict[str, Any]:
        """The same as a document, without what it left empty and what goes without saying."""
        texts = {name: value for name in ("code", "title", "hint", "sort") if (value := getattr(self, name))}
        return texts if self.required else {**texts, "required": False}
