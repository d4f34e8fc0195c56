"""A round's applications by their scores, with the money that runs along."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, Subquery, and_, bindparam, case, func, or_, select

from portal.applications.rules import DECIDED
from portal.assessments.access import READER, Reads, in_conflict, readable, reads
from portal.assessments.evidence import Reach, reach
from portal.assessments.outcomes import LIVE, in_short
from portal.assessments.rules import DECISION
from portal.assessments.tables import (
    APPLICATIONS,
    CONFLICTS,
    DECISIONS,
    GUESTS,
    KEYED,
    ORGANISATIONS,
    ROUNDS,
    SECTIONS,
    STANDINGS,
    TEAMS,
)
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds import queries as funds
from portal.funds.answers import people_by_ward
from portal.funds.models import Round
from portal.funds.questions import Form, Kind
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.states import State
from portal.kit.text import Say
from portal.organisations.models import RECORD, STANDS
from portal.organisations.one import is_of_any
from portal.permissions import Someone
from portal.places import queries as places

READY = ("scored", *DECIDED)
"""The states in which an application stands in the ranking."""

ELIGIBLE = ("assessing", *READY)
PAPER_MOST = 400
"""How many rows a printed panel paper holds."""

ROUND, SIZE = bindparam("round", type_=BigKey), bindparam("size", type_=BigKey)
POINTS, ID = bindparam("points", type_=BigKey), bindparam("id", type_=BigKey)
"""What the questions below are told when they are asked; they are made once, for each way of reading."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One application in its place. Points are hundredths; `asked`, `running` (all asked so far) and `amount` pence."""

    id: int
    ref: str
    title: str
    organisation: str
    place: int
    points: int
    lowest: int
    highest: int
    asked: int
    running: int
    form_number: int
    outcome: str | None
    amount: int | None
    state: str | None

    def says(self) -> Say | None:
        """What is proposed, in few words; None while nothing is."""
        return in_short(self.outcome, self.amount or 0) if self.outcome else None

    def where(self) -> State | None:
        """How far the decision has come; None while there is none."""
        return DECISION.state(self.state) if self.state else None

    def is_first_over(self, budget: int) -> bool:
        """Whether the budget ends just above this row: with it, more is asked than there is."""
        return self.running > budget >= self.running - self.asked


@dataclass(frozen=True, slots=True)
class Figures:
    """How far a panel has come. Money in pence; `fits` is how many from the top can be funded whole."""

    budget: int
    eligible: int
    ready: int
    to_propose: int
    to_confirm: int
    to_release: int
    proposed: int
    fits: int
    conflicts: int

    @property
    def left(self) -> int | None:
        """What is not promised yet; None for somebody in conflict, whom it would tell what was decided there."""
        return None if self.conflicts else self.budget - self.proposed


def running(reads: Reads, *, top: bool = False) -> Subquery:
    """Every ranked application of ROUND that READER may see, with its place and the money asked up to it.

    Equal scores stand in the order in which the applications were begun. `top` is the first SIZE of them: a total
    from the very top needs no more rows than are shown.
    """
    standing = (
        select(
            APPLICATIONS.c.id,
            APPLICATIONS.c.organisation_id,
            STANDINGS.c.points,
            STANDINGS.c.lowest,
            STANDINGS.c.highest,
            func.coalesce(APPLICATIONS.c.amount_pence, 0).label("asked"),
        )
        .join(STANDINGS, STANDINGS.c.application_id == APPLICATIONS.c.id)
        .where(STANDINGS.c.round_id == ROUND, APPLICATIONS.c.round_id == ROUND)
        .where(APPLICATIONS.c.state.in_(READY), readable(reads))
    )
    if top:
        standing = standing.order_by(STANDINGS.c.points.desc(), APPLICATIONS.c.id).limit(SIZE)
    row = standing.subquery("standing")
    order = (row.c.points.desc(), row.c.id)
    total = func.sum(row.c.asked).over(order_by=order, rows=(None, 0)).label("running")
    return select(row, total, func.row_number().over(order_by=order).label("place")).subquery("ranking")


def ranked(
    round_: Round, someone: Someone, *, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Ranked]:
    """A page of the ranking, best first; totals count from the very top, whatever the page."""
    forward, back = place_of(after), place_of(before)
    points, id = forward or back or (None, None)
    told = {"reader": someone.person_id, "round": round_.id, "size": size + 1, "points": points, "id": id}
    rising = None if points is None else not forward
    found = [Ranked(*whole(row)) for row in db.session.execute(ranked_question(reads(someone), rising), told)]
    return page_of(found, key_of, came_after=bool(forward), came_before=bool(back and not forward), size=size)


@cache
def ranked_question(reads: Reads, rising: bool | None) -> Select[Any]:
    """SIZE rows of the ranking of ROUND: from the top, below POINTS and ID, or (rising) upwards from above them."""
    ranking = running(reads, top=rising is None)
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
            APPLICATIONS.c.form_number,
            DECISIONS.c.outcome,
            DECISIONS.c.amount_pence,
            DECISIONS.c.state,
        )
        .select_from(ranking)
        .join(APPLICATIONS, APPLICATIONS.c.id == ranking.c.id)
        .join(RECORD, RECORD.c.id == ranking.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == ranking.c.id)
        .order_by(ranking.c.place.desc() if rising else ranking.c.place)
        .limit(SIZE)
    )
    below = or_(ranking.c.points < POINTS, and_(ranking.c.points == POINTS, ranking.c.id > ID))
    if rising is None:
        return question
    return question.where(~below, ranking.c.id != ID) if rising else question.where(below)


def whole(row: Row[Any]) -> list[Any]:
    """A row's values, with the total as a whole number (PostgreSQL sums to a decimal)."""
    values = list(row)
    values[9] = int(values[9])
    return values


def key_of(row: Ranked) -> str:
    """A row's place in the ranking as a word for an address."""
    return encode_key(row.points, row.id)


def place_of(word: str | None) -> tuple[int, int] | None:
    """Points and id from such a word; None for anything else."""
    key = decode_key(word, 2)
    if key and isinstance(key[0], int) and isinstance(key[1], int):
        return key[0], key[1]
    return None


def figures(round_: Round, someone: Someone) -> Figures:
    """The panel's figures over what this person may see, in one statement.

    Somebody in conflict with an applicant gets figures without it: the missing amount would tell them the decision.
    """
    told = {"reader": someone.person_id, "round": round_.id, "budget": round_.budget_pence}
    row = db.session.execute(figures_question(reads(someone)), told).one()
    return Figures(round_.budget_pence, *map(int, row))


@cache
def figures_question(reads: Reads) -> Select[Any]:
    """The figures of ROUND in their order, but for the budget itself."""
    ranking = running(reads)
    within = ranking.c.running <= bindparam("budget", type_=BigKey)
    undecided = and_(APPLICATIONS.c.state == "scored", or_(DECISIONS.c.id.is_(None), DECISIONS.c.state == "returned"))
    return (
        select(
            count_of(APPLICATIONS.c.state.in_(ELIGIBLE)),
            count_of(APPLICATIONS.c.state.in_(READY)),
            count_of(undecided),
            count_of(DECISIONS.c.state == "proposed"),
            count_of(DECISIONS.c.state == "confirmed"),
            func.coalesce(func.sum(case((DECISIONS.c.state.in_(LIVE), DECISIONS.c.amount_pence), else_=0)), 0),
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


def count_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows meet a condition."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


ANSWERS = select(SECTIONS.c.application_id, SECTIONS.c.answers).where(
    SECTIONS.c.application_id.in_(bindparam("applications", expanding=True)),
    SECTIONS.c.section.in_(bindparam("sections", expanding=True)),
)


def reaches(round_id: int, rows: Iterable[tuple[int, int]]) -> dict[int, Reach]:
    """How far each application reaches, by id; `rows` are ids with the number of the form they were written on."""
    number_of = dict(rows)
    forms = {number: funds.form_of(round_id, number) for number in set(number_of.values())}
    sections = {code for form in forms.values() for code in sections_with_wards(form)}
    answers: dict[int, dict[str, Any]] = {id: {} for id in number_of}
    if sections:
        told = {"applications": list(number_of), "sections": list(sections)}
        for id, said in db.session.execute(ANSWERS, told):
            answers[id].update(said)
    wards = places.wards()
    return {id: reach(people_by_ward(forms[number_of[id]], said), wards) for id, said in answers.items()}


def sections_with_wards(form: Form) -> set[str]:
    """The sections that hold questions about wards, or what such a question hangs on."""
    asked = [question for question in form.questions() if question.kind is Kind.WARDS]
    codes = {question.code for question in asked}
    codes |= {condition.question for question in asked for condition in question.conditions}
    return {section.code for section in form.sections if any(each.code in codes for each in section.questions)}
