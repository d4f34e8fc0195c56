"""Who can read what in a round: applicants, declarations, conflicts of interest, and loads."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, case, exists, func, select, union_all

from portal.accounts.models import CouncilRole, Person
from portal.applications.access import was_guest_of
from portal.applications.keyed import typed_in_by
from portal.applications.models import Application, Guest, Keyed
from portal.applications.rules import SENT, last_moment
from portal.assessments.access import in_team, was_there_since
from portal.assessments.models import Assessment, Conflict, Declaration
from portal.assessments.sharing import Given, Reviewer, Wanted, readers_missing, share_out
from portal.assessments.tables import ASSESSMENTS, PEOPLE
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.organisations.models import RECORD, Organisation, TeamMember
from portal.organisations.one import ITS, every_record, same
from portal.permissions import Permission, Role

SCORING_ROLES = tuple(role.code for role in Role if Permission.ASSESSMENT_SCORE in role.value.permissions)


@dataclass(frozen=True, slots=True)
class Applicant:
    """An organisation that applied to a round, and whether a person has a conflict of interest with it.

    The first three are what the portal knows of itself: they are or were in its team, they typed an application of it
    in, or they are or were a guest in one.
    """

    id: int
    ref: str
    name: str
    in_team: bool
    typed_in: bool
    was_guest: bool
    declared: bool

    @property
    def known(self) -> bool:
        """Whether the portal knows of a conflict by itself."""
        return self.in_team or self.typed_in or self.was_guest


@dataclass(frozen=True, slots=True)
class Plan:
    """What sharing a round out would do now: the reviewers, what is wanted, and who would be given what."""

    reviewers: Sequence[Reviewer]
    wanted: Sequence[Wanted]
    given: Given

    def gets(self, reviewer: Reviewer) -> int:
        """How many applications a reviewer would be given."""
        return sum(reviewer.id in readers for readers in self.given.values())

    def declared(self) -> int:
        """How many reviewers have declared."""
        return sum(each.declared_at is not None for each in self.reviewers)

    def shared(self) -> int:
        """How many applications would be given to somebody."""
        return sum(bool(readers) for readers in self.given.values())

    def short(self) -> int:
        """How many applications would still want a reader, because too few are free of conflict."""
        return sum(len(self.given[each.application]) < each.needed for each in self.wanted)


def has_closed(round_: Round) -> bool:
    """Whether nobody can apply any more, so that the list of applicants is whole."""
    return last_moment(round_.closes_at, round_.grace_minutes) < utc_now()


def applicants(round_id: int, person_id: int) -> list[Applicant]:
    """Every organisation that applied to a round, by name, and with which of them a person has a conflict."""
    declared = exists().where(
        Conflict.round_id == round_id,
        Conflict.person_id == person_id,
        same(Conflict.organisation_id, Organisation.id),
    )
    rows = db.session.execute(
        select(Organisation.id, Organisation.ref, Organisation.name)
        .add_columns(in_team(person_id), typed_in_by(person_id), was_guest_of(person_id), declared)
        .select_from(Application)
        .join(Application.organisation)
        .where(Application.round_id == round_id, Application.state.in_(SENT))
        .order_by(Organisation.name_key, Organisation.id)
    )
    found: dict[int, Applicant] = {}
    for row in rows:
        each = Applicant(*row)
        there = found.get(each.id, each)
        found[each.id] = replace(
            each,
            in_team=each.in_team or there.in_team,
            typed_in=each.typed_in or there.typed_in,
            was_guest=each.was_guest or there.was_guest,
        )
    return list(found.values())


DECLARED = select(Declaration).where(
    Declaration.round_id == bindparam("round"), Declaration.person_id == bindparam("person")
)


def declaration(round_id: int, person_id: int) -> Declaration | None:
    """A person's declaration for a round, if they made one."""
    return db.session.scalar(DECLARED, {"round": round_id, "person": person_id})


def is_shared_out(round_id: int) -> bool:
    """Whether any application of the round was given to a reviewer."""
    question = select(Assessment.id).join(Application).where(Application.round_id == round_id).limit(1)
    return db.session.scalar(question) is not None


def reviewers(round_id: int, *but: ColumnElement[bool]) -> list[Reviewer]:
    """Everybody who may score, by name: who declared for this round, and how much waits to be read by each.

    `but` is what else has to be true of a person.
    """
    to_read = (
        select(func.count())
        .where(Assessment.reviewer_id == Person.id, Assessment.state == "shared")
        .where(Application.id == Assessment.application_id, Application.state == "assessing")
        .correlate(Person)
        .scalar_subquery()
    )
    scores = exists().where(CouncilRole.person_id == Person.id, CouncilRole.role.in_(SCORING_ROLES))
    rows = db.session.execute(
        select(Person.id, Person.name, Person.email, Declaration.declared_at, to_read)
        .outerjoin(Declaration, (Declaration.person_id == Person.id) & (Declaration.round_id == round_id))
        .where(scores, *but)
        .order_by(Person.name, Person.id)
    )
    return [Reviewer(id, name or email, email, at, number) for id, name, email, at, number in rows]


def wanted(round_: Round, application_id: int | None = None) -> list[Wanted]:
    """The applications of the round (or that one of them) that want more readers, and who may not be one."""
    reading = func.count(case((Assessment.state == "shared", 1)))
    finished = func.count(case((Assessment.state == "finished", 1)))
    rows = db.session.execute(
        select(Application.id, reading, finished)
        .outerjoin(Assessment, Assessment.application_id == Application.id)
        .where(Application.round_id == round_.id, Application.state == "assessing")
        .where(Application.id == application_id if application_id else Application.id.is_not(None))
        .group_by(Application.id)
        .order_by(Application.ref)
    )
    needed = round_.assessments_needed
    short = [
        (id, number, now + done >= needed) for id, now, done in rows if (number := readers_missing(needed, now, done))
    ]
    kept_away = barred(round_.id, application_id) if short else {}
    return [Wanted(id, number, frozenset(kept_away.get(id, ())), is_third) for id, number, is_third in short]


def barred(round_id: int, application_id: int | None = None) -> dict[int, set[int]]:
    """Who cannot be given each application: those in conflict, declared or known, and those who were given it."""
    found: dict[int, set[int]] = defaultdict(set)
    for row in db.session.execute(barred_question(round_id, application_id)):
        found[row[0]].add(row[1])
    return found


def barred_question(round_id: int, application_id: int | None = None) -> CompoundSelect[Any]:
    """The question for each application being scored (or that one) with everybody who cannot be given it."""
    here = [Application.round_id == round_id, Application.state == "assessing"]
    if application_id:
        here.append(Application.id == application_id)
    declared = (
        of_each_record(Application.id, Conflict.person_id)
        .join(Conflict, Conflict.organisation_id == ITS.c.id)
        .where(*here, Conflict.round_id == round_id)
    )
    known = (
        of_each_record(Application.id, TeamMember.person_id)
        .join(TeamMember, TeamMember.organisation_id == ITS.c.id)
        .where(*here, was_there_since())
    )
    typed = select(Application.id, Keyed.keyed_by).join(Keyed, Keyed.application_id == Application.id).where(*here)
    guests = select(Application.id, Guest.person_id).join(Guest, Guest.application_id == Application.id).where(*here)
    given = (
        select(Application.id, Assessment.reviewer_id)
        .join(Assessment, Assessment.application_id == Application.id)
        .where(*here)
    )
    return union_all(declared, known, typed, guests, given)


def of_each_record(*columns: Any) -> Select[Any]:
    """A question for applications with each record (ITS) of the organisation whose they are."""
    return (
        select(*columns)
        .select_from(Application)
        .join(RECORD, RECORD.c.id == Application.organisation_id)
        .join(ITS, every_record())
    )


def plan(round_: Round) -> Plan:
    """What sharing the round out would do at this moment: only those who declared are given anything."""
    all_reviewers, all_wanted = reviewers(round_.id), wanted(round_)
    load = {each.id: each.to_read for each in all_reviewers if each.declared_at}
    return Plan(all_reviewers, all_wanted, share_out(all_wanted, load))


def free_for(application: Application, round_: Round) -> list[Reviewer]:
    """Who could be given one more application: they declared, have no conflict, and were not given it before."""
    kept_away = barred_question(round_.id, application.id).subquery()
    is_free = Person.id.not_in(select(kept_away.c[1]).where(kept_away.c[1].is_not(None)))
    return [each for each in reviewers(round_.id, is_free) if each.declared_at]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who was given an application to score, and how far they are."""

    id: int
    ref: str
    name: str
    state: str
    is_third: bool
    shared_at: dt.datetime


READERS = (
    select(PEOPLE.c.id, ASSESSMENTS.c.ref, PEOPLE.c.name)
    .add_columns(ASSESSMENTS.c.state, ASSESSMENTS.c.is_third, ASSESSMENTS.c.shared_at)
    .select_from(ASSESSMENTS)
    .join(PEOPLE, PEOPLE.c.id == ASSESSMENTS.c.reviewer_id)
    .where(ASSESSMENTS.c.application_id == bindparam("application"))
    .order_by(ASSESSMENTS.c.is_third, ASSESSMENTS.c.id)
)


def readers_of(application: Application) -> list[Reader]:
    """Who was given an application, in that order; who was called for a wide gap comes last."""
    return [Reader(*row) for row in db.session.execute(READERS, {"application": application.id})]
