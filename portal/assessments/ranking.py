"""A round's applications by their scores, with the money that runs along."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from portal.applications.rules import DECIDED
from portal.assessments.access import READER, Reads, in_conflict, readable, reads
from portal.assessments.outcomes import LIVE
from portal.assessments.promised import promised
from portal.assessments.ranked import Order, Ranked
from portal.assessments.recommending import SCORE_PARTS
from portal.assessments.tables import (
    APPLICATIONS,
    CONFLICTS,
    DECISIONS,
    FURTHEST,
    GUESTS,
    KEYED,
    ORGANISATIONS,
    ROUNDS,
    STANDINGS,
    TEAMS,
)
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.organisations.models import RECORD, STANDS
from portal.organisations.one import is_of_any
from portal.permissions import Someone

READY = ("scored", *DECIDED)
"""The states in which an application stands in the ranking."""

ELIGIBLE = ("assessing", *READY)
SETTLED = ("confirmed", "released")
PAPER_MOST = 400
"""How many rows a printed panel paper holds."""

ROUND, SIZE = bindparam("round", type_=BigKey), bindparam("size", type_=BigKey)
RANK, ID = bindparam("rank", type_=BigKey), bindparam("id", type_=BigKey)
"""What the questions below are told when they are asked; they are made once, for each way of reading."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How far a panel has come. Money in pence; `confirmed` is a part of `proposed`, which is all that is promised.

    `fits` is how many from the top can be funded whole.
    """

    budget: int
    eligible: int
    ready: int
    to_propose: int
    to_confirm: int
    to_release: int
    proposed: int
    confirmed: int
    fits: int
    conflicts: int

    @property
    def left(self) -> int | None:
        """What is not promised yet; None for somebody in conflict, whom it would tell what was decided there."""
        return None if self.conflicts else self.budget - self.proposed


def running(reads: Reads, order: Order = Order.SCORE, *, top: bool = False) -> Subquery:
    """Every ranked application of ROUND that READER may see, with its place and the money asked up to it.

    `rank` is what it is ordered by. Equal ones stand in the order in which the applications were begun. `top` is the
    first SIZE of them: a total from the very top needs no more rows than are shown.
    """
    points = STANDINGS.c.points
    rank = points if order is Order.SCORE else SCORE_PARTS * points + func.coalesce(FURTHEST.c.points, 0)
    standing = (
        select(
            APPLICATIONS.c.id,
            APPLICATIONS.c.organisation_id,
            points,
            STANDINGS.c.lowest,
            STANDINGS.c.highest,
            func.coalesce(APPLICATIONS.c.amount_pence, 0).label("asked"),
            rank.label("rank"),
        )
        .select_from(STANDINGS)
        .join(APPLICATIONS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .where(STANDINGS.c.round_id == ROUND, APPLICATIONS.c.round_id == ROUND)
        .where(APPLICATIONS.c.state.in_(READY), readable(reads))
    )
    if order is Order.TOGETHER:
        standing = standing.outerjoin(FURTHEST, FURTHEST.c.application_id == APPLICATIONS.c.id)
    elif top:
        standing = standing.order_by(points.desc(), APPLICATIONS.c.id).limit(SIZE)
    row = standing.subquery("standing")
    best = (row.c.rank.desc(), row.c.id)
    total = cast(func.sum(row.c.asked).over(order_by=best, rows=(None, 0)), BigInteger).label("running")
    place = func.row_number().over(order_by=best)
    by_score = place if order is Order.SCORE else func.row_number().over(order_by=(row.c.points.desc(), row.c.id))
    return select(row, total, place.label("place"), by_score.label("by_score")).subquery("ranking")


def ranked(
    round_: Round,
    someone: Someone,
    *,
    order: Order = Order.SCORE,
    after: str | None = None,
    before: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[Ranked]:
    """A page of the ranking, best first; totals count from the very top, whatever the page."""
    forward, back = place_of(after), place_of(before)
    rank, id = forward or back or (None, None)
    told = {"reader": someone.person_id, "round": round_.id, "size": size + 1, "rank": rank, "id": id}
    rising = None if rank is None else not forward
    found = [Ranked(*row) for row in db.session.execute(ranked_question(reads(someone), order, rising), told)]

    def key(row: Ranked) -> str:
        return key_of(row, order)

    return page_of(found, key, came_after=bool(forward), came_before=bool(back and not forward), size=size)


@cache
def ranked_question(reads: Reads, order: Order, rising: bool | None) -> Select[Any]:
    """SIZE rows of the ranking of ROUND: from the top, below RANK and ID, or (rising) upwards from above them."""
    ranking = running(reads, order, top=rising is None)
    question = (
        select(
            APPLICATIONS.c.id,
            APPLICATIONS.c.ref,
            APPLICATIONS.c.title,
            ORGANISATIONS.c.name,
            ranking.c.place,
            ranking.c.points,
            ranking.c.lowest,
            ranking.c.highest,
            ranking.c.asked,
            ranking.c.running,
            DECISIONS.c.outcome,
            DECISIONS.c.amount_pence,
            DECISIONS.c.state,
            FURTHEST.c.points,
            FURTHEST.c.working,
            FURTHEST.c.scale,
            ranking.c.by_score,
        )
        .select_from(ranking)
        .join(APPLICATIONS, APPLICATIONS.c.id == ranking.c.id)
        .join(RECORD, RECORD.c.id == ranking.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == ranking.c.id)
        .outerjoin(FURTHEST, FURTHEST.c.application_id == ranking.c.id)
        .order_by(ranking.c.place.desc() if rising else ranking.c.place)
        .limit(SIZE)
    )
    below = or_(ranking.c.rank < RANK, and_(ranking.c.rank == RANK, ranking.c.id > ID))
    if rising is None:
        return question
    return question.where(~below, ranking.c.id != ID) if rising else question.where(below)


def key_of(row: Ranked, order: Order = Order.SCORE) -> str:
    """A row's place in the ranking as a word for an address."""
    rank = row.points if order is Order.SCORE else SCORE_PARTS * row.points + (row.furthest or 0)
    return encode_key(rank, row.id)


def place_of(word: str | None) -> tuple[int, int] | None:
    """Rank and id from such a word; None for anything else."""
    key = decode_key(word, 2)
    if key and isinstance(key[0], int) and isinstance(key[1], int):
        return key[0], key[1]
    return None


def figures(round_: Round, someone: Someone, order: Order = Order.SCORE) -> Figures:
    """The panel's figures over what this person may see, in one statement.

    Somebody in conflict with an applicant gets figures without it: the missing amount would tell them the decision.
    """
    told = {"reader": someone.person_id, "round": round_.id, "budget": round_.budget_pence}
    row = db.session.execute(figures_question(reads(someone), order), told).one()
    return Figures(round_.budget_pence, *map(int, row))


@cache
def figures_question(reads: Reads, order: Order) -> Select[Any]:
    """The figures of ROUND in their order, but for the budget itself."""
    ranking = running(reads, order)
    within = ranking.c.running <= bindparam("budget", type_=BigKey)
    undecided = and_(APPLICATIONS.c.state == "scored", or_(DECISIONS.c.id.is_(None), DECISIONS.c.state == "returned"))
    return (
        select(
            count_of(APPLICATIONS.c.state.in_(ELIGIBLE)),
            count_of(APPLICATIONS.c.state.in_(READY)),
            count_of(undecided),
            count_of(DECISIONS.c.state == "proposed"),
            count_of(DECISIONS.c.state == "confirmed"),
            pence_of(LIVE) + promised(reads, ROUND),
            pence_of(SETTLED),
            select(func.count()).select_from(ranking).where(within).scalar_subquery(),
            conflicts(ROUND),
        )
        .select_from(APPLICATIONS)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(APPLICATIONS.c.round_id == ROUND, APPLICATIONS.c.state != "withdrawn", readable(reads))
    )


def conflicts(round_id: ColumnElement[int]) -> ScalarSelect[int]:
    """The question with how many applicants of a round READER is in conflict.

    It starts from the few organisations that it can be true of, so that it costs the same in a round of thousands.
    """
    declared = (
        select(CONFLICTS.c.organisation_id)
        .where(CONFLICTS.c.round_id == round_id, CONFLICTS.c.person_id == READER)
        .correlate(ROUNDS)
    )
    known = select(TEAMS.c.organisation_id).where(TEAMS.c.person_id == READER)
    typed = select(APPLICATIONS.c.organisation_id).join(KEYED, KEYED.c.application_id == APPLICATIONS.c.id)
    guest = select(APPLICATIONS.c.organisation_id).join(GUESTS, GUESTS.c.application_id == APPLICATIONS.c.id)
    near = declared.union(known, typed.where(KEYED.c.keyed_by == READER), guest.where(GUESTS.c.person_id == READER))
    return (
        select(func.count())
        .select_from(APPLICATIONS)
        .where(APPLICATIONS.c.round_id == round_id, is_of_any(APPLICATIONS.c.organisation_id, near))
        .where(APPLICATIONS.c.submitted_at.is_not(None), APPLICATIONS.c.state != "withdrawn", in_conflict(READER))
        .correlate(ROUNDS)
        .scalar_subquery()
    )


def pence_of(states: Sequence[str]) -> ColumnElement[int]:
    """What the decisions in these states come to."""
    return func.coalesce(func.sum(case((DECISIONS.c.state.in_(states), DECISIONS.c.amount_pence), else_=0)), 0)


def count_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows meet a condition."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
