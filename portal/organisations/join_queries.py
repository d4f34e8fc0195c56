"""Finding an organisation by its public facts, and the requests to join one."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select

from portal.accounts.models import Person
from portal.db.base import BigKey
from portal.db.session import db
from portal.kit.errors import Moved, NotThere
from portal.organisations.joining import FOUND_MOST, SEARCH_LEAST
from portal.organisations.models import RECORD, STANDS, JoinRequest, Organisation, TeamMember
from portal.organisations.numbers import charity_number, company_number
from portal.organisations.one import is_of, moved_to
from portal.organisations.rules import name_key
from portal.permissions import Role, Someone

WAITING_MOST = 50
Question = Select[*tuple[Any, ...]]
HAS_LEAD = (
    exists()
    .where(is_of(TeamMember.organisation_id, Organisation.id), TeamMember.role == Role.LEAD.code)
    .where(TeamMember.left_at.is_(None))
    .correlate(Organisation)
)
"""True of organisations that somebody leads; the query has to select those that stand for themselves."""


def facts() -> Question:
    """The question for what anybody may know of an organisation: nothing of people, and no house number."""
    return select(
        Organisation.id,
        Organisation.ref,
        Organisation.name,
        Organisation.postcode,
        Organisation.charity_number,
        Organisation.company_number,
    )


def facts_by_id(id: int) -> Any:
    """The public facts of one organisation."""
    return db.session.execute(facts().where(Organisation.id == id)).one()


def one_to_join(ref: str) -> Organisation:
    """The organisation that somebody wants to join. Raises NotThere, and Moved for a record that was merged."""
    found = db.session.scalar(select(Organisation).where(Organisation.ref == ref))
    if found is None:
        raise NotThere()
    if found.merged_into_id is not None:
        raise Moved(ref, moved_to(ref))
    return found


def found(text: str) -> Sequence[Any]:
    """The organisations with that number, or with all of these words in their name, the nearest names first.

    One that a record was merged into is found by that record's name and numbers as well.
    """
    numbers = {RECORD.c.charity_number: charity_number(text), RECORD.c.company_number: company_number(text)}
    wanted = [column == number for column, number in numbers.items() if number]
    if re.search(r"\d{4}", text) and wanted:
        return nearest([or_(*wanted)], "")
    words = name_key(text)
    if len(words.replace(" ", "")) < SEARCH_LEAST:
        return []
    return nearest([RECORD.c.name_key.contains(word, autoescape=True) for word in words.split()], words)


def nearest(wanted: list[ColumnElement[bool]], words: str) -> Sequence[Any]:
    """The organisations that stand for records of which all of this is true, those with just this name first."""
    far = func.min(case((RECORD.c.name_key == words, 0), else_=1)).label("far")
    near = select(STANDS.label("id"), far).where(*wanted).group_by(STANDS).subquery()
    question = facts().join(near, near.c.id == Organisation.id)
    return db.session.execute(
        question.order_by(near.c.far, Organisation.name_key, Organisation.id).limit(FOUND_MOST)
    ).all()


def twin_of(name: str, but: int | None = None) -> int | None:
    """The id of an organisation (other than this one) that goes by the same name, however it is written.

    Or that went by it, under a record that was merged.
    """
    question = select(STANDS).where(RECORD.c.name_key == name_key(name))
    if but is not None:
        question = question.where(STANDS.is_distinct_from(but))
    twin: int | None = db.session.scalar(question.order_by(RECORD.c.id).limit(1))
    return twin


def requests() -> Question:
    """The question for requests to join with who asks, of what."""
    return (
        select(
            JoinRequest.id,
            JoinRequest.ref,
            JoinRequest.state,
            JoinRequest.line,
            JoinRequest.word,
            JoinRequest.asked_at,
            JoinRequest.expires_at,
            JoinRequest.ended_at,
            JoinRequest.answered_by,
            Person.name,
            Person.email,
            Organisation.name.label("organisation"),
            Organisation.ref.label("organisation_ref"),
        )
        .select_from(JoinRequest)
        .join(Person, Person.id == JoinRequest.person_id)
        .join(JoinRequest.organisation)
    )


WAITING = requests().where(JoinRequest.state == "waiting").order_by(JoinRequest.id).limit(WAITING_MOST)
FOR_LEAD = WAITING.where(is_of(JoinRequest.organisation_id, bindparam("organisation", type_=BigKey)))
ASKED_BY = WAITING.where(JoinRequest.person_id == bindparam("person", type_=BigKey))


def waiting_for_lead(organisation_id: int) -> Sequence[Any]:
    """Who asks to join a team, longest waiting first."""
    return db.session.execute(FOR_LEAD, {"organisation": organisation_id}).all()


def one_for_lead(organisation_id: int, ref: str) -> Any:
    """One request to join a team. Raises NotThere for another team's."""
    return one(requests().where(is_of(JoinRequest.organisation_id, organisation_id), JoinRequest.ref == ref))


def asked_by(someone: Someone) -> Sequence[Any]:
    """What this person has asked to join and still waits for."""
    return db.session.execute(ASKED_BY, {"person": someone.person_id}).all()


def own(someone: Someone, ref: str) -> Any:
    """A request of one's own. Raises NotThere for another's."""
    return one(requests().where(JoinRequest.person_id == someone.person_id, JoinRequest.ref == ref))


def waits_for_council(person_id: Any) -> ColumnElement[bool]:
    """True of requests that wait for the council, because nobody leads the team, and are not this officer's affair."""
    return and_(JoinRequest.state == "waiting", ~HAS_LEAD, is_not_theirs(person_id))


def is_not_theirs(person_id: Any) -> ColumnElement[bool]:
    """True of requests of which this officer is neither the sender nor in the team."""
    in_team = (
        exists()
        .where(is_of(TeamMember.organisation_id, Organisation.id), TeamMember.person_id == person_id)
        .where(TeamMember.left_at.is_(None))
        .correlate(Organisation)
    )
    return and_(~in_team, JoinRequest.person_id != person_id)


def one_for_council(someone: Someone, ref: str) -> Any:
    """A request that waits for the council, or that it answered. Raises NotThere for every other."""
    answered = and_(JoinRequest.by_council, is_not_theirs(someone.person_id))
    return one(requests().where(or_(waits_for_council(someone.person_id), answered), JoinRequest.ref == ref))


def one(question: Question) -> Any:
    """The row of a question. Raises NotThere."""
    row = db.session.execute(question).first()
    if row is None:
        raise NotThere()
    return row
