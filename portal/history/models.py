"""One row for every deed, for ever: the database itself refuses to change or delete one."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from portal.db.base import Base, Code, pk
from portal.kit.states import Machine, State


class Deed(Base):
    """Who did what to which record, from which state to which. Ids, codes and amounts only: no names, no free text.

    So that a person can be forgotten while what happened stays. Names are joined when it is read.
    """

    __tablename__ = "history"
    __table_args__ = (
        Index("ix_history_subject", "subject", "subject_id", "id"),
        Index("ix_history_at", "at", "id"),
        Index("ix_history_kind", "subject", "at", "id"),
        Index("ix_history_verb", "subject", "verb", "at", "id"),
        Index("ix_history_actor", "actor_id", "at", "id"),
        {"info": {"append_only": True}},
    )

    id: Mapped[pk]
    at: Mapped[dt.datetime]
    subject: Mapped[Code]
    subject_id: Mapped[int]
    verb: Mapped[Code]
    from_state: Mapped[str | None] = mapped_column(String(40))
    to_state: Mapped[str | None] = mapped_column(String(40))
    actor_id: Mapped[int | None]
    facts: Mapped[dict[str, Any]]


class Recorded:
    """A record whose deeds are written down."""

    kind: ClassVar[str]
    id: Mapped[pk]

    def waits_as(self) -> tuple[str, int]:
        """The kind and id of the record that waits in an inbox while this is worked on: most often itself."""
        return self.kind, self.id


class Stateful(Recorded):
    """A record with a state, which only `history.actions.move` writes."""

    machine: ClassVar[Machine]

    @declared_attr
    def state(cls) -> Mapped[str]:
        """The code of the state it is in; a new one stands at the start."""
        return mapped_column(String(40), default=cls.machine.start)

    def where(self) -> State:
        """The state it is in, with its words."""
        return self.machine.state(self.state)
