"""The words of applications that were sent, by which the council finds them: kept with the deed that sends one."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import ForeignKey, Index, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.applications.models import Application
from portal.applications.naming import HIDDEN, Names, titles_of, without_names
from portal.applications.queries import reading_of, sent
from portal.applications.reading import Reading
from portal.db.base import Base, pk
from portal.db.fulltext import FOUND_BY, Fulltext
from portal.db.session import action, db, locked
from portal.jobs.registry import job, pump
from portal.kit.dates import utc_now
from portal.kit.finding import words_of
from portal.kit.text import N_
from portal.organisations.one import standing
from portal.web.words import councils_language, translated

AT_A_TIME, MISSING_AT_A_TIME = 50, 5_000


class ApplicationWords(Base):
    """The words of an application that was sent: those that say whose it is (`naming`), and all others (`rest`).

    Rows have their ids in the order in which applications were sent. One without `at` has not been read yet: it stems
    from before there were words, and the worker reads it. Drafts have none.
    """

    __tablename__ = "application_words"
    __table_args__ = (
        UniqueConstraint("application_id"),
        Index("ix_application_words_unread", "at", "id"),
        {"info": {FOUND_BY: ("application_words_fts", "ix_application_words_all")}},
    )

    id: Mapped[pk]
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    naming: Mapped[str] = mapped_column(default="")
    rest: Mapped[str] = mapped_column(default="")
    at: Mapped[dt.datetime | None]


WORDS = ApplicationWords.__table__
EVERYTHING = Fulltext(
    WORDS,
    WORDS.c.id,
    "application_words_fts",
    "application_words.naming || ' ' || application_words.rest",
    ("naming", "rest"),
)
"""For those from whom no name is hidden. Whoever reads without names is never asked about in the index."""


def keep_words(application: Application) -> None:
    """Let an application that was sent be found by what is written in it now, in the deed that sends or changes it.

    Labels of lists are found as the council called them at that time.
    """
    with action() as session, councils_language():
        row = session.scalar(select(ApplicationWords).where(ApplicationWords.application_id == application.id))
        if row is None:
            row = ApplicationWords(application_id=application.id)
            session.add(row)
        row.naming, row.rest = words_in(application)
        row.at = utc_now()


def words_in(application: Application) -> tuple[str, str]:
    """The words that say whose an application is, and all others."""
    there = sent(application)
    reading, titles = reading_of(application, there), titles_of(there.form)
    rest = without_names(reading, there.form, Names(application, there.answers))
    shown = {(part.code, line.code): line for part in rest.parts for line in part.lines}
    named = [
        text
        for part in reading.parts
        for line in part.lines
        if line.code in titles or shown.get((part.code, line.code)) != line
        for text in said(line.words)
    ]
    others = (text.replace(translated(HIDDEN), " ") for text in lines_in(rest))
    return words_of(standing(db.session(), application.organisation_id).name, *named), words_of(*others)


def lines_in(reading: Reading) -> Iterator[str]:
    """Every answer, as people read it."""
    for part in reading.parts:
        for line in part.lines:
            yield from said(line.words)


def said(words: str | list[str]) -> list[str]:
    """An answer's texts."""
    return [words] if isinstance(words, str) else words


@pump("read_applications")
def read_unread() -> int:
    """Read some applications that were sent before there were words; how many."""
    ids = db.session.scalars(
        select(ApplicationWords.application_id)
        .where(ApplicationWords.at.is_(None))
        .order_by(ApplicationWords.id)
        .limit(AT_A_TIME)
    ).all()
    for id in ids:
        with action() as session:
            keep_words(locked(session.get_one(Application, id)))
    return len(ids)


@job("find_unread_applications", dt.timedelta(days=1), N_("Let applications be found that nobody has made findable"))
def find_unread() -> int:
    """Give each application that was sent and has no words a row of words to be read; how many there were."""
    has_words = exists().where(ApplicationWords.application_id == Application.id)
    with action() as session:
        question = select(Application.id).where(Application.submitted_at.is_not(None), ~has_words)
        ids = session.scalars(
            question.order_by(Application.submitted_at, Application.id).limit(MISSING_AT_A_TIME)
        ).all()
        session.add_all(ApplicationWords(application_id=id) for id in ids)
    return len(ids)


def is_unread() -> bool:
    """Whether applications that were sent still wait to be read, so that words in them are not found yet."""
    return db.session.scalar(select(ApplicationWords.id).where(ApplicationWords.at.is_(None)).limit(1)) is not None
