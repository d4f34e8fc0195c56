"""The outbox: a letter is a row of the deed that caused it, so neither can exist without the other."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, Code, Ref, pk
from portal.history.models import Recorded


class Letter(Recorded, Base):
    """One e-mail to one person. `waiting` until sent; `failed` once the tries are used up or it can never go.

    A `secret` one holds a code or a link. Its text is forgotten once a mail server has it, or it has failed.
    """

    __tablename__ = "letters"
    kind = "letter"
    __table_args__ = (
        CheckConstraint("status IN ('waiting', 'sent', 'failed')", name="status"),
        CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="sent_has_date"),
        Index("ix_letters_waiting", "status", "next_try_at", "id"),
        Index("ix_letters_status", "status", "id"),
        Index("ix_letters_to", "to_address", "status", "id"),
        Index("ix_letters_about", "about", "about_id"),
    )

    id: Mapped[pk]
    ref: Mapped[Ref]
    to_address: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    template: Mapped[Code]
    about: Mapped[str | None] = mapped_column(String(60))
    about_id: Mapped[int | None]
    status: Mapped[str] = mapped_column(String(20), default="waiting")
    created_at: Mapped[dt.datetime]
    next_try_at: Mapped[dt.datetime]
    tries: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[dt.datetime | None]
    sent_at: Mapped[dt.datetime | None]
    error: Mapped[str | None]
    secret: Mapped[bool] = mapped_column(default=False)
