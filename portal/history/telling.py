"""How deeds are told: each area says it of its own records, and whoever shows them gathers all of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from portal.history.models import Recorded
from portal.kit.states import Machine
from portal.kit.text import N_, Say
from portal.permissions import Permission, Someone

UNSAID = N_("{who} did something to it that has no words yet")


@dataclass(frozen=True, slots=True)
class Saying:
    """How one deed is told: its code in addresses, the sentence with {who} in it, and the verbs that it stands for."""

    code: str
    sentence: str
    verbs: tuple[str, ...]


def sayings(words: Mapping[str, str]) -> tuple[Saying, ...]:
    """A saying for each verb."""
    return tuple(Saying(verb, sentence, (verb,)) for verb, sentence in words.items())


def nothing_more(_facts: Mapping[str, Any]) -> dict[str, str]:
    """No words for a sentence besides who it was."""
    return {}


@dataclass(frozen=True, slots=True)
class Kind:
    """All records of one kind, as their deeds are told.

    `refs` is a question for what they are called by: `id`, `ref`, and `is_open`, whether `page` can be opened for them.
    `page` is an endpoint, the name of its part in the address, and the permissions of which it asks for any. `fill`
    makes the words of a sentence from a deed's facts. `hidden` makes, for a person and the column with the record's id,
    the clause for records of which they are told nothing. Who has none of the permissions in `needs` is told only
    `veiled`: that something was done, and not what came of it.
    """

    code: str
    title: str
    sayings: tuple[Saying, ...]
    refs: Any = None
    machine: Machine | None = None
    page: tuple[str, str, frozenset[Permission]] | None = None
    fill: Callable[[Mapping[str, Any]], dict[str, str]] = nothing_more
    hidden: Callable[[Someone, Any], Any] | None = None
    needs: frozenset[Permission] = frozenset()
    veiled: tuple[Saying, ...] = ()

    def to(self, someone: Someone) -> "Kind":
        """The same as this person is told it."""
        if not self.needs or self.needs & someone.permissions:
            return self
        return replace(self, sayings=self.veiled, machine=None, page=None, fill=nothing_more)

    def saying(self, verb: str) -> Saying | None:
        """How a verb is told, or None for one that has no words."""
        return next((one for one in self.sayings if verb in one.verbs), None)

    def told(self, verb: str, who: str, facts: Mapping[str, Any]) -> Say:
        """A deed as a sentence."""
        said = self.saying(verb)
        return Say(said.sentence if said else UNSAID, who=who, **self.fill(facts))

    def state(self, code: str | None) -> str:
        """A state in the council's words; empty where there is none to tell."""
        if code is None or self.machine is None or code not in self.machine.codes():
            return ""
        return self.machine.state(code).council


def by_code(kinds: Iterable[Kind]) -> dict[str, Kind]:
    """The kinds by the code that history has for them."""
    return {kind.code: kind for kind in kinds}


class Chronicle(Recorded):
    """All of history as one record, so that taking a copy of it is written down."""

    kind = "history"

    def __init__(self) -> None:
        self.id = 1


KINDS = (Kind("history", N_("History"), sayings({"export": N_("{who} took a copy of the history")})),)
