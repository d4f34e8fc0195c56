"""Who has taken what waits in an inbox, who has it open, and the views that people saved of theirs."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.models import Person
from portal.db.base import Base, Code, Ref, one_where, pk
from portal.desk.rules import NAME_MOST
from portal.history.models import Recorded
from portal.kit.refs import new_id


class Claim(Base):
    """Somebody has taken a thing that waits. It locks nothing: it says whose it is.

    `thing_id` is the id of the row in the question of its queue, and `record` the kind of record that this is. A row
    that was made before its thing began to wait counts for nothing; the worker sweeps it away.
    """

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("queue", "thing_id"),
        CheckConstraint("word = '' OR handed_by IS NOT NULL", name="word_of_somebody"),
        Index("ix_claims_thing", "record", "thing_id"),
    )

    id: Mapped[pk]
    queue: Mapped[Code]
    record: Mapped[Code]
    thing_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    since: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    handed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    word: Mapped[str] = mapped_column(default="")


class Opening(Base):
    """Somebody has the page of a waiting thing open, or had it some minutes ago."""

    __tablename__ = "openings"

    place: Mapped[Code] = mapped_column(primary_key=True)
    thing_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    since: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime] = mapped_column(index=True)


class SavedView(Recorded, Base):
    """What somebody narrows their inbox to, under a name of their own; one of them may be what they see first."""

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("person_id", "name_key"),
        one_where("is_first", "uq_saved_views_first", "person_id"),
    )
    kind = "saved_view"

    id: Mapped[pk]
    ref: Mapped[Ref] = mapped_column(default=new_id)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    name: Mapped[str] = mapped_column(String(NAME_MOST))
    name_key: Mapped[str] = mapped_column(String(NAME_MOST))
    queue: Mapped[Code]
    urgency: Mapped[Code]
    round: Mapped[str] = mapped_column(String(100))
    whose: Mapped[Code]
    is_first: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[dt.datetime]
