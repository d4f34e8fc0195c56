"""What areas above want to know of their files: each says, for what uses them, whom to ask and whom to tell."""

from collections.abc import Callable

from portal.files.models import File, FileUse

Hear = Callable[[File, FileUse], None]
"""Told in the deed itself that a file of theirs did not pass: it has a virus, or cannot be used."""

LISTENERS: dict[str, Hear] = {}


def listen(subject: str) -> Callable[[Hear], Hear]:
    """Have this called when a file does not pass that something of this kind uses."""

    def register(hear: Hear) -> Hear:
        LISTENERS[subject] = hear
        return hear

    return register
