"""Wards, neighbourhoods and postcodes, and how deprived each is."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Ward(Base):
    """An electoral ward: its people, and how many of them live in the most deprived fifth of neighbourhoods."""

    __tablename__ = "wards"
    __table_args__ = (CheckConstraint("deprived_people BETWEEN 0 AND people", name="part_of_people"),)

    code: Mapped[str] = mapped_column(String(9), primary_key=True)
    name: Mapped[str]
    people: Mapped[int]
    deprived_people: Mapped[int]


class Neighbourhood(Base):
    """A lower-layer super output area of 2021; decile 1 is the most deprived tenth of England (IMD 2025)."""

    __tablename__ = "neighbourhoods"
    __table_args__ = (CheckConstraint("decile BETWEEN 1 AND 10", name="decile"),)

    code: Mapped[str] = mapped_column(String(9), primary_key=True)
    name: Mapped[str]
    ward_code: Mapped[str] = mapped_column(ForeignKey("wards.code"), index=True)
    decile: Mapped[int]
    people: Mapped[int]


class Postcode(Base):
    """A postcode, with its space, and the neighbourhood it lies in."""

    __tablename__ = "postcodes"

    postcode: Mapped[str] = mapped_column(String(8), primary_key=True)
    neighbourhood_code: Mapped[str] = mapped_column(ForeignKey("neighbourhoods.code"), index=True)
