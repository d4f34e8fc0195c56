"""What the council sees before two records become one: which are alike, what each has, and what was made meanwhile."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, cast, func, literal, null, or_, select, union_all

from portal.accounts.models import Person
from portal.db.session import db
from portal.kit.errors import NotThere
from portal.kit.text import N_, Say, one_line
from portal.organisations.check_queries import in_conflict
from portal.organisations.document_queries import is_overtaken
from portal.organisations.join_queries import facts, found
from portal.organisations.joining import FOUND_MOST
from portal.organisations.models import RECORD, STANDS, Document, Merge, Organisation, TeamMember
from portal.organisations.one import IS_ONE, ORGANISATIONS, is_of, one
from portal.organisations.papers import SORTS
from portal.permissions import BY_CODE, Role, Someone

TEAM_MOST = 50
MERGED_MOST = 50

Has = Callable[[Collection[int]], dict[int, list[Say | str]]]
HAS: list[tuple[str, Has]] = []
"""What else organisations have, under a heading: each a question for lines by organisation. Rooms above add theirs."""
MADE: list[Callable[[int, dt.datetime], list[Say]]] = []
"""What was made for just this record since a moment, as sentences. Rooms above add theirs."""
BY_REFERENCE: list[Callable[[str], int | None]] = []
"""Whose a reference is, as the id of a record. Rooms above add the references of what is theirs."""


@dataclass(slots=True)
class Side:
    """One of two records, as both are laid beside each other: its team, its documents, and what else it has."""

    organisation: Organisation
    team: list[Any] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    has: list[tuple[str, list[Say | str]]] = field(default_factory=list)

    def sort(self, row: Any) -> str:
        """What a document is called."""
        return SORTS[row.sort].title

    def role(self, row: Any) -> str:
        """What somebody is in the team."""
        return BY_CODE[row.role].value.title


def alike(organisation: Organisation, someone: Someone) -> Sequence[Any]:
    """Other organisations that go by the same name, or have the same postcode, telephone, contact or number."""
    same = [Organisation.name_key == organisation.name_key]
    for name in ("postcode", "phone", "main_contact_email", "charity_number", "company_number"):
        value = getattr(organisation, name)
        if value:
            same.append(getattr(Organisation, name) == value)
    first = case((same[0], 0), else_=1)
    return offered(organisation, someone, or_(*same), first)


def wanted(organisation: Organisation, text: str, someone: Someone) -> Sequence[Any]:
    """Other organisations by their name, a number of theirs, or a reference."""
    there = [row.id for row in found(text)]
    reference = one_line(text).strip()
    ids = [id for look in (by_own_reference, *BY_REFERENCE) if (id := look(reference)) is not None]
    return offered(organisation, someone, Organisation.id.in_([*there, *ids]))


def by_own_reference(text: str) -> int | None:
    """The organisation of that reference."""
    return db.session.scalar(select(one(Organisation.id)).where(Organisation.ref == text))


def offered(
    organisation: Organisation, someone: Someone, which: ColumnElement[bool], *first: ColumnElement[Any]
) -> Sequence[Any]:
    """These organisations but this one, as far as the officer may have to do with them."""
    others = and_(which, IS_ONE, Organisation.id != organisation.id, ~in_conflict(someone.person_id))
    return db.session.execute(
        facts().where(others).order_by(*first, Organisation.name_key, Organisation.id).limit(FOUND_MOST)
    ).all()


def sides(*both: Organisation) -> list[Side]:
    """Two organisations with what each has, the same questions for both."""
    there = {each.id: Side(each) for each in both}
    for row in team(there):
        there[row.stands].team.append(row)
    for row in documents(there):
        there[row.stands].documents.append(row)
    for row in records(there):
        there[row.stands].records.append(row.name)
    for heading, ask in HAS:
        lines = ask(list(there))
        for id, side in there.items():
            side.has.append((heading, lines.get(id, [])))
    return list(there.values())


def team(ids: Collection[int]) -> Sequence[Any]:
    """Who is in these teams, once each, with the higher of their roles."""
    is_lead = func.max(case((TeamMember.role == Role.LEAD.code, 1), else_=0))
    role = case((is_lead == 1, Role.LEAD.code), else_=Role.MEMBER.code).label("role")
    people = (
        select(STANDS.label("stands"), Person.id, Person.name, Person.email, role)
        .select_from(TeamMember)
        .join(RECORD, RECORD.c.id == TeamMember.organisation_id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(STANDS.in_(ids), TeamMember.left_at.is_(None))
        .group_by(STANDS, Person.id)
    )
    return db.session.execute(of_each(people, TEAM_MOST, STANDS, func.min(TeamMember.id))).all()


def documents(ids: Collection[int]) -> Sequence[Any]:
    """The documents that count."""
    return db.session.execute(
        select(STANDS.label("stands"), Document.sort, Document.expires_on)
        .select_from(Document)
        .join(RECORD, RECORD.c.id == Document.organisation_id)
        .where(STANDS.in_(ids), Document.ended_at.is_(None), ~is_overtaken())
        .order_by(Document.sort)
    ).all()


def records(ids: Collection[int]) -> Sequence[Any]:
    """The names of records that were merged into these."""
    into = RECORD.c.merged_into_id
    merged = select(into.label("stands"), RECORD.c.id, RECORD.c.name).where(into.in_(ids))
    return db.session.execute(of_each(merged, MERGED_MOST, into, RECORD.c.name, RECORD.c.id)).all()


def of_each(question: Select[Any], most: int, whose: ColumnElement[Any], *order: ColumnElement[Any]) -> Select[Any]:
    """The first rows of each record, however many another has: what one has much of hides nothing of the other."""
    place = func.row_number().over(partition_by=whose, order_by=order).label("place")
    placed = question.add_columns(place).subquery()
    return select(placed).where(placed.c.place <= most).order_by(placed.c.place)


def leads_and_merged(organisation: Organisation) -> tuple[list[Any], list[Any]]:
    """Who leads an organisation, and the records that it stands for beside its own, in one statement.

    Of a record: what it was, why they are one, and who said so.
    """
    merged = (
        select(literal("merge").label("sort"), Merge.id, Person.name.label("who"), Person.email, ORGANISATIONS.c.name)
        .add_columns(Merge.ref, Merge.record_id, Merge.because, Merge.merged_at)
        .add_columns(ORGANISATIONS.c.charity_number, ORGANISATIONS.c.company_number)
        .select_from(Merge)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == Merge.record_id)
        .join(Person, Person.id == Merge.merged_by)
        .where(Merge.into_id == organisation.id, Merge.apart_at.is_(None))
        .order_by(Merge.id)
        .limit(MERGED_MOST)
        .subquery()
    )
    nothing = [cast(null(), merged.c[name].type) for name in merged.c.keys()[5:]]
    leading = select(TeamMember.person_id).where(
        is_of(TeamMember.organisation_id, organisation.id), TeamMember.role == "lead", TeamMember.left_at.is_(None)
    )
    leads = select(literal("lead"), Person.id, Person.name, Person.email, Person.name.label("name"), *nothing)
    both = union_all(select(merged), leads.where(Person.id.in_(leading))).order_by("sort", "id")
    rows = db.session.execute(both).all()
    return [row for row in rows if row.sort == "lead"], [row for row in rows if row.sort == "merge"]


def one_merge(organisation: Organisation, ref: str) -> tuple[Merge, Organisation]:
    """A merge into this organisation, be it undone by now, and the record. Raises NotThere."""
    row = db.session.execute(
        select(Merge, Organisation).join(Merge.record).where(Merge.ref == ref, Merge.into_id == organisation.id)
    ).first()
    if row is None:
        raise NotThere()
    return row.Merge, row.Organisation


def made_since(organisation: Organisation, since: dt.datetime) -> list[Say]:
    """What was made for the organisation since a record was merged into it, and so stays with it."""
    return [line for ask in (joined_since, given_since, *MADE) for line in ask(organisation.id, since)]


def joined_since(record: int, since: dt.datetime) -> list[Say]:
    """Who joined the team."""
    rows = db.session.execute(
        select(Person.name, Person.email)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(TeamMember.organisation_id == record, TeamMember.joined_at > since, TeamMember.left_at.is_(None))
        .order_by(TeamMember.id)
        .limit(TEAM_MOST)
    )
    return [Say(N_("In the team: {name}"), name=row.name or row.email) for row in rows]


def given_since(record: int, since: dt.datetime) -> list[Say]:
    """Which documents were given."""
    rows = db.session.scalars(
        select(Document.sort)
        .where(Document.organisation_id == record, Document.given_at > since, Document.ended_at.is_(None))
        .order_by(Document.sort)
    )
    return [Say(SORTS[sort].title) for sort in rows]


def by_organisation(rows: Sequence[tuple[int, Say | str]]) -> dict[int, list[Say | str]]:
    """Lines by the organisation that they are of."""
    lines: dict[int, list[Say | str]] = defaultdict(list)
    for id, line in rows:
        lines[id].append(line)
    return lines
