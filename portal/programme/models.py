"""The council's own settings and words. One council is one installation, so there is one row of the first."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, Code, pk
from portal.history.models import Recorded


class Council(Recorded, Base):
    """The council: its name, its programme, its team and how to reach it, the place it serves, and its colours."""

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
    colours: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Term(Base):
    """One word of a vocabulary: a community, a barrier, an outcome, a language, an income band, a condition.

    It is never deleted, because records hold its code; once it is retired, nobody is offered it any more.
    """

    __tablename__ = "terms"
    __table_args__ = (
        CheckConstraint("affects IN ('', 'resident', 'partner') AND (affects <> '') = (kind = 'barrier')", "affects"),
        CheckConstraint(
            "number IN ('', 'charity', 'company', 'none') AND (number <> '') = (kind = 'legal_form')", "number"
        ),
        CheckConstraint("priority IN ('', 'yes', 'no') AND (priority <> '') = (kind = 'community')", "priority"),
    )

    kind: Mapped[Code] = mapped_column(primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)
    label: Mapped[str]
    position: Mapped[int]
    phrase: Mapped[str] = mapped_column(default="")
    heading: Mapped[str] = mapped_column(default="")
    affects: Mapped[Code] = mapped_column(default="")
    number: Mapped[Code] = mapped_column(default="")
    priority: Mapped[Code] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)


class EarlierSetting(Base):
    """What a setting said before an edit, by field; the deed in the council's history names it by its id."""

    __tablename__ = "earlier_settings"

    id: Mapped[pk]
    at: Mapped[dt.datetime]
    setting: Mapped[Code]
    said: Mapped[dict[str, Any]]
