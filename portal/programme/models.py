"""The council's own settings and words. One council is one installation, so there is one row of the first."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, Code
from portal.history.models import Recorded


class Council(Recorded, Base):
    """The council: its name, its programme, its team and how to reach it, and the place it serves."""

    __tablename__ = "council"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    kind = "council"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    name: Mapped[str]
    programme: Mapped[str]
    team: Mapped[str]
    place: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    phone_hours: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    credit: Mapped[str] = mapped_column(default="")


class Term(Base):
    """One word of a vocabulary: a community, a barrier, an outcome, a language, an income band."""

    __tablename__ = "terms"

    kind: Mapped[Code] = mapped_column(primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)
    label: Mapped[str]
    position: Mapped[int]
