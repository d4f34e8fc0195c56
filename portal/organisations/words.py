"""The words of each organisation's record, by which the council finds it; kept in whatever deed changes one.

A session that is about to commit looks at what it has changed, so that no verb can forget it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import ForeignKey, Index, event, exists, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from portal.accounts.models import Person
from portal.db.base import Base
from portal.db.fulltext import FOUND_BY, Fulltext
from portal.db.session import action, db
from portal.jobs.registry import job, pump
from portal.kit.dates import utc_now
from portal.kit.finding import words_of
from portal.kit.text import N_
from portal.organisations.contacts import CONTACTS
from portal.organisations.models import Organisation, TeamMember
from portal.permissions import Role

AT_A_TIME, MISSING_AT_A_TIME = 200, 5_000
NAMES_MOST = 2_000
"""So many letters of a record's names are kept, the newest first."""
TOUCHED = "organisations to be found by other words"


class OrganisationWords(Base):
    """By which words a record is found: its name now (`name`), that and every earlier one (`names`), and `more`.

    More are its numbers, its postcode, whom it names and who leads it (names and e-mail addresses). A record without
    `at` stems from before there were words; the worker reads it.
    """

    __tablename__ = "organisation_words"
    __table_args__ = (
        Index("ix_organisation_words_name", "name", "record_id"),
        Index("ix_organisation_words_unread", "at", "record_id"),
        {"info": {FOUND_BY: ("organisation_words_fts", "ix_organisation_words_all", "ix_organisation_words_names")}},
    )

    record_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    names: Mapped[str] = mapped_column(default="")
    more: Mapped[str] = mapped_column(default="")
    at: Mapped[dt.datetime | None]


WORDS = OrganisationWords.__table__
BY_NAME = Fulltext(
    WORDS,
    WORDS.c.record_id,
    "organisation_words_fts",
    "organisation_words.names",
    ("names",),
)
BY_ALL = Fulltext(
    WORDS,
    WORDS.c.record_id,
    "organisation_words_fts",
    "organisation_words.names || ' ' || organisation_words.more",
    ("names", "more"),
)
"""By name, for whoever reads names; by all of it, for officers who check organisations."""


@event.listens_for(Session, "after_flush")
def look_at_changes(session: Session, _context: object) -> None:
    """Note of which records the words may be others by now."""
    records, people = set(), set()
    for each in (*session.new, *session.dirty):
        match each:
            case Organisation():
                records.add(each.id)
            case TeamMember():
                records.add(each.organisation_id)
            case Person():
                people.add(each.id)
    if people:
        records.update(session.scalars(led_by(people)))
    if records:
        session.info.setdefault(TOUCHED, set()).update(records)


@event.listens_for(Session, "before_commit")
def keep_up(session: Session) -> None:
    """Keep the words of those records, in the transaction that changed them."""
    session.flush()
    records = session.info.pop(TOUCHED, None)
    if records:
        keep_words(session, records)


@event.listens_for(Session, "after_rollback")
def forget_changes(session: Session) -> None:
    """What was not kept has changed nothing."""
    session.info.pop(TOUCHED, None)


def led_by(people: Collection[int]) -> Any:
    """The question for the records of which these people lead the team."""
    is_lead = TeamMember.role == Role.LEAD.code, TeamMember.left_at.is_(None)
    return select(TeamMember.organisation_id).where(TeamMember.person_id.in_(people), *is_lead)


def keep_words(session: Session, records: Collection[int]) -> None:
    """Let these records be found by what is known of them now, and by every name that they had."""
    # Held before anything is read, so that of two deeds at once the second reads what the first has done.
    held = select(OrganisationWords).where(OrganisationWords.record_id.in_(records))
    held = held.order_by(OrganisationWords.record_id).with_for_update()
    rows = {row.record_id: row for row in session.scalars(held, execution_options={"populate_existing": True})}
    leads = leads_of(session, records)
    for found in map(dict[str, Any], session.execute(known(records)).mappings()):
        row = rows.get(found["id"])
        if row is None:
            row = OrganisationWords(record_id=found["id"], name="", names="")
            session.add(row)
        row.name = words_of(found["name"])
        row.names = with_earlier(row.name, row.names)
        row.more = words_of(*facts_of(found), *leads[found["id"]])
        row.at = utc_now()
    session.flush()
    session.info.pop(TOUCHED, None)


def known(records: Collection[int]) -> Any:
    """The question for what is known of these records, from the database itself."""
    columns = Organisation.__table__.c
    parts = [columns[f"{who}_{part}"] for who in CONTACTS for part in ("name", "email")]
    facts = (columns[name] for name in ("id", "name", "postcode", "charity_number", "company_number"))
    return select(*facts, *parts).where(columns.id.in_(records)).order_by(columns.id)


def with_earlier(name: str, names: str) -> str:
    """The names by which a record is found: its own, before all that it had."""
    return names if f" {name} " in f" {names} " else f"{name} {names}".strip()[:NAMES_MOST]


def facts_of(found: Mapping[str, Any]) -> Iterator[str]:
    """What is known of a record beside its name; its postcode also without the space."""
    yield from (value for key, value in found.items() if value and key not in {"id", "name"})
    yield found["postcode"].replace(" ", "")


def leads_of(session: Session, records: Collection[int]) -> dict[int, list[str]]:
    """The names and addresses of who leads each of these records."""
    found = defaultdict[int, list[str]](list)
    people = select(TeamMember.organisation_id, Person.name, Person.email).join(TeamMember.person)
    is_lead = TeamMember.role == Role.LEAD.code, TeamMember.left_at.is_(None)
    its = people.where(TeamMember.organisation_id.in_(records), *is_lead).order_by(TeamMember.id)
    for record, name, email in session.execute(its):
        found[record] += [name, email]
    return found


@pump("read_organisations")
def read_unread() -> int:
    """Read some records that stem from before there were words; how many."""
    ids = db.session.scalars(
        select(OrganisationWords.record_id)
        .where(OrganisationWords.at.is_(None))
        .order_by(OrganisationWords.record_id)
        .limit(AT_A_TIME)
    ).all()
    if ids:
        with action() as session:
            keep_words(session, ids)
    return len(ids)


@job("find_unread_organisations", dt.timedelta(days=1), N_("Let organisations be found that nobody has made findable"))
def find_unread() -> int:
    """Give each record that has no words a row of words to be read; how many there were."""
    has_words = exists().where(OrganisationWords.record_id == Organisation.id)
    with action() as session:
        ids = session.scalars(
            select(Organisation.id).where(~has_words).order_by(Organisation.id).limit(MISSING_AT_A_TIME)
        ).all()
        session.add_all(OrganisationWords(record_id=id) for id in ids)
    return len(ids)
