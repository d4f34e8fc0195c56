"""The one table that belongs to no area: forms that were acted on."""

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class FormKey(Base):
    """A form that was acted on: the digest of who sent it, where to, its key and its content; and where it led."""

    __tablename__ = "form_keys"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    location: Mapped[str | None]
