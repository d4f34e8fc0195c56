"""What somebody leaves behind who leaves a team. Rooms above say here what that is, and what becomes of it."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from portal.accounts.models import Person
from portal.organisations.models import Organisation
from portal.permissions import Someone


class Hear(Protocol):
    """Told in the deed itself that somebody has left a team, and who takes over what they looked after, if anybody."""

    def __call__(self, organisation: Organisation, person_id: int, heir: Person | None, /, *, by: Someone) -> None:
        """Do what follows from it."""


LISTENERS: list[Hear] = []
CHARGES: list[Callable[[int, int], Sequence[Any]]] = []
"""Each says what somebody looks after in an organisation: rows with `title`, `round` and `closes_at`."""


def listen(hear: Hear) -> Hear:
    """Have this called when somebody leaves a team."""
    LISTENERS.append(hear)
    return hear


def charges_of(organisation_id: int, person_id: int) -> list[Any]:
    """All that somebody looks after in an organisation."""
    return [each for ask in CHARGES for each in ask(organisation_id, person_id)]


def tell(organisation: Organisation, person_id: int, heir: Person | None, *, by: Someone) -> None:
    """Tell everybody who listens."""
    for hear in LISTENERS:
        hear(organisation, person_id, heir, by=by)
