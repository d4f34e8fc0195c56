"""What the council has found out about an organisation, and which organisations an officer may check."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_, select

from portal.accounts.models import Person
from portal.db.base import BigKey
from portal.db.session import db
from portal.kit.errors import Moved, NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_moment, encode_key, page_of
from portal.organisations.models import Checked, Exchange, Organisation, TeamMember
from portal.organisations.one import IS_ONE, is_of, moved_to, one
from portal.organisations.verification import CHECKLIST, OUTCOMES, Item, Mark
from portal.permissions import Someone


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist as it stands: what was found, by whom and when, and whether that still counts."""

    item: Item
    mark: Mark
    who: str = ""
    at: dt.datetime | None = None
    counts: bool = False

    @property
    def says(self) -> str:
        """What was found, in a word; empty where nobody has looked."""
        return OUTCOMES.get(self.mark.outcome, "")


def is_verified(organisation_id: int) -> bool:
    """Whether the council has verified an organisation, as it is now. Applying never asks this; paying does."""
    found = db.session.scalar(select(Organisation.state).where(Organisation.id == one(organisation_id)))
    return found == "verified"


def in_conflict(person_id: Any) -> ColumnElement[bool]:
    """True of organisations that this person stands back from: for any of the reasons in CONFLICTS."""
    return or_(*(reason(person_id) for reason in CONFLICTS))


def in_team(person_id: Any) -> ColumnElement[bool]:
    """True of organisations whose team this person is in, or was in since the check was opened."""
    return (
        exists()
        .where(is_of(TeamMember.organisation_id, Organisation.id), TeamMember.person_id == person_id)
        .where(or_(TeamMember.left_at.is_(None), TeamMember.left_at >= Organisation.check_opened_at))
        .correlate(Organisation)
    )


CONFLICTS: list[Callable[[Any], ColumnElement[bool]]] = [in_team]
"""What makes an officer stand back from an organisation. A room above puts its own reason here when it is imported."""


def to_check(someone: Someone, ref: str) -> Organisation:
    """An organisation that this officer may check. Raises NotThere for one whose team they are in.

    Raises Moved for a record that was merged into one that they may check.
    """
    stands_aside = in_conflict(someone.person_id)
    found = db.session.scalar(select(Organisation).where(Organisation.ref == ref, IS_ONE, ~stands_aside))
    if found is None:
        into = moved_to(ref)
        if db.session.scalar(select(Organisation.id).where(Organisation.ref == into, ~stands_aside)) is not None:
            raise Moved(ref, into)
        raise NotThere()
    return found


def checklist_of(organisation: Organisation) -> list[Line]:
    """The whole checklist, each line with what was found on it last."""
    rows = db.session.execute(
        select(Checked, Person.name, Person.email)
        .join(Person, Person.id == Checked.checked_by)
        .where(Checked.organisation_id == organisation.id)
    ).all()
    there = {row.Checked.item: row for row in rows}
    lines = []
    for item in CHECKLIST:
        row = there.get(item.code)
        if row is None:
            lines.append(Line(item, Mark()))
            continue
        found: Checked = row.Checked
        counts = found.checked_at >= organisation.check_opened_at
        lines.append(Line(item, Mark(found.outcome, found.note), row.name or row.email, found.checked_at, counts))
    return lines


def exchanges_of(organisation_id: int, most: int = 20) -> Sequence[Exchange]:
    """What both sides wrote to each other, newest first."""
    its = select(Exchange).where(is_of(Exchange.organisation_id, organisation_id))
    return db.session.scalars(its.order_by(Exchange.id.desc()).limit(most)).all()


def in_state(someone: Someone, state: str, after: str | None = None, size: int = PAGE_SIZE) -> Page[Any]:
    """The organisations in a state of the check that this officer may check, longest waiting first."""
    question = (
        select(Organisation.id, Organisation.ref, Organisation.name, Organisation.waiting_since, Organisation.judged_at)
        .add_columns(Organisation.check_due_on)
        .where(Organisation.state == state, IS_ONE, ~in_conflict(someone.person_id))
        .order_by(Organisation.waiting_since, Organisation.id)
        .limit(size + 1)
    )
    last = decode_moment(after)
    if last is not None:
        since, id = last
        later = and_(Organisation.waiting_since == since, Organisation.id > id)
        question = question.where(or_(Organisation.waiting_since > since, later))
    found: Sequence[Any] = db.session.execute(question).all()
    return page_of(found, key_of, came_after=False, came_before=False, size=size)


def key_of(row: Any) -> str:
    """A row's place in the list, for an address."""
    return encode_key(row.waiting_since.isoformat(), row.id)


STANDING = select(Organisation.state, Organisation.check_due_on).where(
    Organisation.id == bindparam("organisation", type_=BigKey)
)


def standing_of(organisation_id: int) -> Any:
    """Where an organisation's check stands, for the pages that only say so."""
    return db.session.execute(STANDING, {"organisation": organisation_id}).one()
