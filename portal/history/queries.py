"""What happened, read back as sentences."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from portal.db.session import db
from portal.history.models import Deed, Recorded
from portal.kit.states import Machine
from portal.kit.text import Say

MOST = 100


@dataclass(frozen=True, slots=True)
class Told:
    """One deed as a sentence, and when it was."""

    at: dt.datetime
    sentence: Say


def of(subject: Recorded, most: int = MOST, verbs: Collection[str] | None = None) -> Sequence[Deed]:
    """The newest deeds done to a record, newest first; only those of these verbs where some are named."""
    question = select(Deed).where(Deed.subject == subject.kind, Deed.subject_id == subject.id)
    if verbs is not None:
        question = question.where(Deed.verb.in_(verbs))
    return db.session.scalars(question.order_by(Deed.id.desc()).limit(most)).all()


def told(deeds: Sequence[Deed], words: Mapping[str, str], names: Mapping[int | None, str]) -> list[Told]:
    """The deeds as sentences: `words` has one for each verb with {who} and the facts' names in it."""
    return [
        Told(deed.at, Say(words[deed.verb], who=names.get(deed.actor_id, ""), **deed.facts))
        for deed in deeds
        if deed.verb in words
    ]


def sentences(machine: Machine, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The sentence for each of a machine's moves, with those of deeds that are no moves."""
    return {move.name: move.done for move in machine.moves} | dict(more or {})
