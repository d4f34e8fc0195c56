"""Which documents an organisation holds, and which of them end soon."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, or_, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from portal.db.session import db
from portal.files.models import File
from portal.files.rules import in_words
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import NotThere
from portal.kit.states import Dot
from portal.kit.text import Say
from portal.organisations.models import Document, Organisation
from portal.organisations.one import is_of
from portal.organisations.one import one as one_of
from portal.organisations.papers import REMINDED_DAYS, SORTS, Sort, standing


def is_useful(document: Any = Document) -> ColumnElement[bool]:
    """True of documents that an application can use: checked, and not out of date."""
    is_checked = exists().where(File.id == document.file_id, File.state == "ready").correlate_except(File)
    return and_(is_checked, or_(document.expires_on.is_(None), document.expires_on >= london_day(utc_now())))


def what_counts(document: Any = Document) -> tuple[ColumnElement[Any], ...]:
    """The order in which the document that counts comes last, where records of one organisation hold one each.

    A useful one counts before one that is newer and useless.
    """
    return case((is_useful(document), 1), else_=0), document.given_at, document.id


def the_one_that_counts() -> list[ColumnElement[Any]]:
    """The same order, with the document that counts first."""
    return [each.desc() for each in what_counts()]


@dataclass(frozen=True, slots=True)
class Held:
    """One sort of document, and the one that an organisation holds of it, if any."""

    sort: Sort
    document: Document | None
    today: dt.date

    @property
    def file(self) -> File | None:
        """What was sent."""
        return self.document.file if self.document else None

    @property
    def size(self) -> str:
        """How large it is, in words."""
        return in_words(self.file.size) if self.file else ""

    @property
    def is_ready(self) -> bool:
        """Whether it can be opened."""
        return self.file is not None and self.file.state == "ready"

    @property
    def is_over(self) -> bool:
        """Whether its day has passed."""
        ends = self.document.expires_on if self.document else None
        return ends is not None and ends < self.today

    @property
    def where(self) -> tuple[Dot, Say] | None:
        """How it stands, as a dot and a word."""
        if self.document is None:
            return None
        return standing(self.document.file.state, self.document.expires_on, self.today)


def held(organisation: Organisation) -> list[Held]:
    """Every sort of document, with what the organisation holds of it; one statement."""
    question = select(Document).where(is_of(Document.organisation_id, organisation.id), Document.ended_at.is_(None))
    there: dict[str, Document] = {}
    for row in db.session.scalars(question.order_by(*the_one_that_counts()).options(joinedload(Document.file))):
        there.setdefault(row.sort, row)
    today = london_day(utc_now())
    return [Held(sort, there.get(code), today) for code, sort in SORTS.items()]


def is_overtaken() -> ColumnElement[bool]:
    """True of documents of which one that counts before it stands in another record of the same organisation."""
    other = aliased(Document)
    return (
        exists()
        .where(other.sort == Document.sort, other.ended_at.is_(None))
        .where(tuple_(*what_counts(other)) > tuple_(*what_counts()))
        .where(is_of(other.organisation_id, one_of(Document.organisation_id)))
        .correlate(Document)
    )


def usable(organisation_id: int) -> Sequence[Document]:
    """The documents that an application can use: given, checked, and not out of date."""
    question = (
        select(Document)
        .where(is_of(Document.organisation_id, organisation_id), Document.ended_at.is_(None))
        .where(is_useful(), ~is_overtaken())
        .order_by(Document.sort)
        .options(joinedload(Document.file))
    )
    return db.session.scalars(question).all()


def sort_of(code: str) -> Sort:
    """The sort of that code. Raises NotThere."""
    if code not in SORTS:
        raise NotThere()
    return SORTS[code]


def one(organisation: Organisation, code: str) -> Held:
    """What the organisation holds of one sort. Raises NotThere for a sort that is none."""
    sort_of(code)
    return next(each for each in held(organisation) if each.sort.code == code)


def file_of(organisation: Organisation, code: str) -> File:
    """The file of a document that the organisation holds. Raises NotThere where it holds none."""
    found = one(organisation, code).file
    if found is None:
        raise NotThere()
    return found


def ending(today: dt.date, most: int) -> Sequence[int]:
    """Documents that end soon and of which their leads may have to be told, the next to end first; their ids."""
    last = today + dt.timedelta(days=max(REMINDED_DAYS))
    question = (
        select(Document.id)
        .where(Document.ended_at.is_(None), Document.expires_on >= today, Document.expires_on <= last)
        .where(~is_overtaken())
        .where(
            Document.reminded_days.is_(None)
            | (
                (Document.reminded_days > min(REMINDED_DAYS))
                & (Document.expires_on <= today + dt.timedelta(days=min(REMINDED_DAYS)))
            )
        )
        .order_by(Document.expires_on, Document.id)
        .limit(most)
    )
    return db.session.scalars(question).all()
