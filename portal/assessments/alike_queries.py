"""What an officer is shown of applications that look like others: only where they may read both."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, or_, select, true
from sqlalchemy.orm import joinedload

from portal.accounts.queries import what_happened
from portal.applications.models import Application
from portal.assessments.access import Reads, readable, reads
from portal.assessments.alike import MORE_WORDS, SUSPICION, Reason, reasons_in
from portal.assessments.alike_models import Look, Suspicion
from portal.assessments.queries import ID, one_for
from portal.assessments.tables import APPLICATIONS, ORGANISATIONS, ROUNDS
from portal.db.session import db
from portal.history.queries import Told, sentences
from portal.kit.errors import NotThere
from portal.kit.states import State
from portal.kit.text import Say
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Permission as P
from portal.permissions import Someone

SUSPICIONS, LOOKS = Suspicion.__table__, Look.__table__
SHOWN_MOST = 10
SHOWN_IN = ("submitted", "assessing", "not_eligible")
"""The states of an application whose page says what it looks like."""
HISTORY_WORDS = sentences(SUSPICION, MORE_WORDS)


@dataclass(frozen=True, slots=True)
class Twin:
    """One that an application looks like: what it is, why, and how far that is settled."""

    row: Any

    @property
    def where(self) -> State:
        """How far it is settled, with its words."""
        return SUSPICION.state(self.row.settled)

    @property
    def reasons(self) -> list[Reason]:
        """Why, the weightiest first."""
        return reasons_in(self.row.reasons)


@dataclass(frozen=True, slots=True)
class Twins:
    """What an application looks like: whether the portal has looked yet, some of what it found, and whether more is."""

    has_looked: bool
    shown: Sequence[Twin] = ()
    has_more: bool = False


def twins_of(application: Application, someone: Someone) -> Twins | None:
    """What one application looks like, open questions first; None for who does not check applications.

    It is shown while it can make a difference to what becomes of the application: until all scores are in.
    """
    if not someone.may(P.APPLICATION_TRIAGE) or application.state not in SHOWN_IN:
        return None
    told = {"reader": someone.person_id, "id": application.id}
    rows = db.session.execute(twins_question(reads(someone)), told).all()
    found = [Twin(row) for row in rows if row.ref is not None]
    has_looked = bool(rows) and rows[0].looked_at is not None and rows[0].due_at is None
    return Twins(has_looked, found[:SHOWN_MOST], len(found) > SHOWN_MOST)


@cache
def twins_question(reads: Reads) -> Select[Any]:
    """Whether the application of ID was looked at, and what it looks like of those that READER may read."""
    other = case((SUSPICIONS.c.first_id == ID, SUSPICIONS.c.second_id), else_=SUSPICIONS.c.first_id)
    is_open = case((SUSPICIONS.c.state == "open", 0), else_=1)
    found = (
        select(SUSPICIONS.c.id, SUSPICIONS.c.reasons, SUSPICIONS.c.state.label("settled"), SUSPICIONS.c.is_weak)
        .add_columns(APPLICATIONS.c.ref, APPLICATIONS.c.title, APPLICATIONS.c.state)
        .add_columns(ORGANISATIONS.c.name.label("organisation"), ROUNDS.c.title.label("round"))
        .add_columns(is_open.label("place"))
        .select_from(SUSPICIONS)
        .join(APPLICATIONS, APPLICATIONS.c.id == other)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(or_(SUSPICIONS.c.first_id == ID, SUSPICIONS.c.second_id == ID), SUSPICIONS.c.state != "lapsed")
        .where(readable(reads))
        .order_by(is_open, SUSPICIONS.c.is_weak, SUSPICIONS.c.id.desc())
        .limit(SHOWN_MOST + 1)
        .subquery()
    )
    return (
        select(LOOKS.c.looked_at, LOOKS.c.due_at, found)
        .select_from(LOOKS.outerjoin(found, true()))
        .where(LOOKS.c.application_id == ID)
        .order_by(found.c.place, found.c.is_weak, found.c.id.desc())
    )


def looks_like_another(reads: Reads) -> ColumnElement[bool]:
    """True of applications that look like another which READER may read too, as long as nobody has settled that.

    A weak reason alone does not count, nor one that was withdrawn.
    """
    first, second = SUSPICIONS.c.first_id, SUSPICIONS.c.second_id
    return or_(open_with(first, second, reads), open_with(second, first, reads))


def open_with(own: Any, other: Any, reads: Reads) -> ColumnElement[bool]:
    """The same where the application stands in one column of a suspicion, and what it looks like in the other."""
    # Made to stand alone: inside, `applications` is the other one, and outside it is the application itself.
    others = select(APPLICATIONS.c.id).where(
        APPLICATIONS.c.id == other, APPLICATIONS.c.state != "withdrawn", readable(reads)
    )
    return (
        exists()
        .where(own == APPLICATIONS.c.id, SUSPICIONS.c.state == "open", ~SUSPICIONS.c.is_weak)
        .where(other.in_(others.correlate(SUSPICIONS)))
        .correlate(APPLICATIONS)
    )


def pair_for(someone: Someone, ref: str, other: str) -> tuple[Suspicion, Application, Application]:
    """A suspicion with both its applications, for somebody who may read both. Raises NotThere.

    Both come with their organisation and round; it is there as well once it was settled.
    """
    mine, theirs = one_for(someone, ref), one_for(someone, other)
    first, second = sorted((mine.id, theirs.id))
    suspicion = db.session.scalar(
        select(Suspicion)
        .where(Suspicion.first_id == first, Suspicion.second_id == second)
        .options(joinedload(Suspicion.settler))
    )
    if suspicion is None:
        raise NotThere()
    return suspicion, mine, theirs


def history_of(suspicion: Suspicion) -> list[Told]:
    """What was found and said of it as sentences, newest first."""
    return [
        Told(done.at, Say(HISTORY_WORDS[done.verb], who=done.who)) for done in what_happened(suspicion, HISTORY_WORDS)
    ]
