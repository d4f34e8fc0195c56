"""A round's reserve list as one person may see it, and one application on it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, exists, func, or_, select, tuple_

from portal.accounts.queries import what_happened
from portal.applications.models import Application
from portal.assessments import ranking
from portal.assessments.access import Reads, readable, reads
from portal.assessments.models import Decision, Panel, Standing
from portal.assessments.ranking import ROUND, SIZE
from portal.assessments.reserve import OPEN, PROMOTION
from portal.assessments.reserve_models import Promotion
from portal.assessments.tables import (
    APPLICATIONS,
    FREED,
    ORGANISATIONS,
    PLACES,
    PROMOTIONS,
    ROUNDS,
    STANDINGS,
)
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.models import Round
from portal.history.queries import sentences
from portal.kit.errors import NotThere
from portal.kit.money import pounds
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.states import State
from portal.kit.text import N_, Say
from portal.organisations.models import RECORD, STANDS, Organisation
from portal.permissions import Someone
from portal.web.words import moment, translated

HISTORY_WORDS = sentences(
    PROMOTION, {"suggest": N_("The portal proposed to fund it with money that came free: {outcome}")}
)
PLACE, POINTS = func.coalesce(PLACES.c.place, 0), func.coalesce(STANDINGS.c.points, 0)
ORDER = (PLACE, -POINTS, APPLICATIONS.c.id)
"""The order of a list: as an approver put it, else the highest score first, else the one that was begun first."""
KEY = tuple_(*(bindparam(name, type_=BigKey) for name in ("key_place", "key_points", "key_id")))
UNDER_WAY = and_(PROMOTIONS.c.application_id == APPLICATIONS.c.id, PROMOTIONS.c.state.in_(OPEN))


@dataclass(frozen=True, slots=True)
class Reserved:
    """An application on the list, in its place; `asked` in pence, `state` that of its promotion, where one is open."""

    id: int
    ref: str
    title: str
    organisation: str
    points: int
    asked: int
    order: int
    state: str | None

    def where(self) -> State | None:
        """How far its promotion has come."""
        return PROMOTION.state(self.state) if self.state else None


@dataclass(frozen=True, slots=True)
class ReserveCase:
    """All that the panel has on one application that is, or was, on the list.

    `left` is what is not promised yet, in pence; None for somebody in conflict with any applicant of the round.
    """

    application: Application
    organisation: Organisation
    round: Round
    standing: Standing
    decision: Decision
    promotion: Promotion | None
    left: int | None

    @property
    def asked(self) -> int:
        """What the partner asked for, in pence."""
        return self.application.amount_pence or 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A list in figures: how many are on it, what is left of the budget (None: not to be told), and the conflicts."""

    number: int
    left: int | None
    conflicts: int


def on_list(reads: Reads) -> ColumnElement[bool]:
    """True of the applications on the reserve list of ROUND that READER may read."""
    return and_(APPLICATIONS.c.round_id == ROUND, APPLICATIONS.c.state == "reserved", readable(reads))


def listed(round_: Round, someone: Someone, *, after: str | None = None, before: str | None = None) -> Page[Reserved]:
    """A page of the list, whoever is next first."""
    forward, back = key_in(after), key_in(before)
    place, points, id = forward or back or (0, 0, 0)
    told = {"reader": someone.person_id, "round": round_.id, "size": PAGE_SIZE + 1}
    backwards = None if not (forward or back) else not forward
    question = list_question(reads(someone), backwards)
    rows = db.session.execute(question, {**told, "key_place": place, "key_points": points, "key_id": id})
    found = [Reserved(*row) for row in rows]
    return page_of(
        found,
        lambda row: encode_key(row.order, -row.points, row.id),
        came_after=bool(forward),
        came_before=bool(back and not forward),
    )


@cache
def list_question(reads: Reads, backwards: bool | None) -> Select[Any]:
    """SIZE rows of the list of ROUND: from the top, beyond KEY, or (backwards) before it."""
    order = [column.desc() if backwards else column for column in ORDER]
    question = (
        select(
            APPLICATIONS.c.id,
            APPLICATIONS.c.ref,
            APPLICATIONS.c.title,
            ORGANISATIONS.c.name,
            POINTS,
            func.coalesce(APPLICATIONS.c.amount_pence, 0),
            PLACE,
            PROMOTIONS.c.state,
        )
        .select_from(APPLICATIONS)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .outerjoin(PLACES, PLACES.c.application_id == APPLICATIONS.c.id)
        .outerjoin(PROMOTIONS, UNDER_WAY)
        .where(on_list(reads))
        .order_by(*order)
        .limit(SIZE)
    )
    if backwards is None:
        return question
    return question.where(tuple_(*ORDER) < KEY if backwards else tuple_(*ORDER) > KEY)


def key_in(word: str | None) -> tuple[int, int, int] | None:
    """A place in the list from a word in an address; None for any other word."""
    match decode_key(word, 3):
        case [int(place), int(points), int(id)]:
            return place, points, id
    return None


def next_that_fits(round_id: int, left: int) -> int | None:
    """The id of the next on the list that so many pence pay for whole, if any; never one that somebody passed over.

    Who was put first after that counts again.
    """
    passed = exists().where(
        PROMOTIONS.c.application_id == APPLICATIONS.c.id,
        PROMOTIONS.c.dropped_because.is_not(None),
        or_(PLACES.c.put_at.is_(None), PROMOTIONS.c.ended_at >= PLACES.c.put_at),
    )
    question = (
        select(APPLICATIONS.c.id)
        .select_from(APPLICATIONS)
        .outerjoin(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .outerjoin(PLACES, PLACES.c.application_id == APPLICATIONS.c.id)
        .outerjoin(PROMOTIONS, UNDER_WAY)
        .where(APPLICATIONS.c.round_id == round_id, APPLICATIONS.c.state == "reserved", PROMOTIONS.c.id.is_(None))
        .where(APPLICATIONS.c.amount_pence.between(1, left))
        .where(~passed.correlate(APPLICATIONS, PLACES))
        .order_by(*ORDER)
        .limit(1)
    )
    return db.session.scalar(question)


def first_place(round_id: int) -> int:
    """The lowest place that anybody on the list was put at; 0 where nobody was."""
    lowest = (
        select(func.min(PLACES.c.place))
        .join(APPLICATIONS, APPLICATIONS.c.id == PLACES.c.application_id)
        .where(APPLICATIONS.c.round_id == round_id)
    )
    return min(db.session.scalar(lowest) or 0, 0)


def places_of(round_: Round, someone: Someone, ids: Collection[int]) -> dict[int, int]:
    """The place on the list (from 1) of those of these applications that are on it."""
    if not ids:
        return {}
    told = {"reader": someone.person_id, "round": round_.id, "ids": list(ids)}
    return dict(db.session.execute(places_question(reads(someone)), told).all())


@cache
def places_question(reads: Reads) -> Select[int, int]:
    """The places of IDS on the list of ROUND."""
    there = (
        select(APPLICATIONS.c.id, func.row_number().over(order_by=ORDER).label("place"))
        .select_from(APPLICATIONS)
        .outerjoin(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .outerjoin(PLACES, PLACES.c.application_id == APPLICATIONS.c.id)
        .where(on_list(reads))
        .subquery("there")
    )
    return select(there.c.id, there.c.place).where(there.c.id.in_(bindparam("ids", expanding=True)))


def summary(round_: Round, someone: Someone) -> Summary:
    """The list in figures, as far as this person may know them."""
    told = {"reader": someone.person_id, "round": round_.id}
    number, committed, conflicts = db.session.execute(summary_question(reads(someone)), told).one()
    left = round_.budget_pence - (committed or 0)
    return Summary(number, None if conflicts else left, conflicts)


@cache
def summary_question(reads: Reads) -> Select[Any]:
    """How many are on the list of ROUND, what is promised there, and READER's conflicts of interest."""
    number = select(func.count()).select_from(APPLICATIONS).where(on_list(reads)).scalar_subquery()
    committed = select(Panel.committed_pence).where(Panel.round_id == ROUND).scalar_subquery()
    return select(number, committed, ranking.conflicts(ROUND))


def unseen(round_: Round, someone: Someone) -> list[Row[Any]]:
    """The offers that were turned down, whose money nobody on the list gets, and that nobody has seen; the oldest."""
    told = {"reader": someone.person_id, "round": round_.id, "size": PAGE_SIZE}
    return list(db.session.execute(unseen_question(reads(someone)), told))


@cache
def unseen_question(reads: Reads) -> Select[Any]:
    """SIZE of such offers to ROUND."""
    return (
        select(FREED.c.application_id, FREED.c.amount_pence, FREED.c.at, APPLICATIONS.c.ref, ORGANISATIONS.c.name)
        .select_from(FREED)
        .join(APPLICATIONS, APPLICATIONS.c.id == FREED.c.application_id)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .where(FREED.c.round_id == ROUND, FREED.c.seen_at.is_(None), FREED.c.promotion_id.is_(None), readable(reads))
        .order_by(FREED.c.at, FREED.c.application_id)
        .limit(SIZE)
    )


def case_of(someone: Someone, ref: str) -> ReserveCase:
    """The panel's case on an application that is on the list, or came off it with a letter.

    Raises NotThere for any other, and for one that is not theirs to see.
    """
    told = {"reader": someone.person_id, "ref": ref}
    found = db.session.execute(case_question(reads(someone)), told).first()
    if found is None:
        raise NotThere()
    application, organisation, round_, standing, decision, promotion, panel, conflicts = found
    left = round_.budget_pence - (panel.committed_pence if panel else 0)
    return ReserveCase(application, organisation, round_, standing, decision, promotion, None if conflicts else left)


@cache
def case_question(reads: Reads) -> Select[*tuple[Any, ...]]:
    """The parts of a case: the open promotion, or the one whose letter went."""
    open_or_told = and_(Promotion.application_id == Application.id, Promotion.state.in_((*OPEN, "released")))
    on_it = or_(Application.state == "reserved", and_(Application.state == "funded", Promotion.state == "released"))
    return (
        select(Application, Organisation, Round, Standing, Decision, Promotion, Panel, ranking.conflicts(ROUNDS.c.id))
        .join(Application.organisation)
        .join(Round, Round.id == Application.round_id)
        .join(Standing, Standing.application_id == Application.id)
        .join(Decision, Decision.application_id == Application.id)
        .outerjoin(Promotion, open_or_told)
        .outerjoin(Panel, Panel.round_id == Application.round_id)
        .where(Application.ref == bindparam("ref"), on_it, readable(reads))
    )


def history_of(promotion: Promotion) -> list[tuple[str, str]]:
    """What happened to a promotion, newest first: when and what, in words."""
    return [
        (moment(done.at), translated(Say(HISTORY_WORDS[done.verb], who=done.who, **outcome_in(done.facts))))
        for done in what_happened(promotion, HISTORY_WORDS)
    ]


def outcome_in(facts: Any) -> dict[str, str]:
    """The amount of a deed in words, as its sentence has it."""
    amount = facts.get("amount")
    return {"outcome": pounds(amount) if amount else ""}
