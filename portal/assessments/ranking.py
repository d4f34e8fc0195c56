"""A round's applications by their scores, with the money that runs along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, SQLColumnExpression, Subquery, and_, case, func, or_, select

from portal.applications.models import Application, SectionAnswers
from portal.applications.rules import DECIDED
from portal.assessments.access import in_conflict, readable_by
from portal.assessments.evidence import Reach, reach
from portal.assessments.models import Decision, Standing
from portal.assessments.outcomes import LIVE, in_short
from portal.assessments.rules import DECISION
from portal.db.session import db
from portal.funds import queries as funds
from portal.funds.answers import people_by_ward
from portal.funds.models import Round
from portal.funds.questions import Form, Kind
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.states import State
from portal.kit.text import Say
from portal.organisations.models import Organisation
from portal.permissions import Someone
from portal.places import queries as places

READY = ("scored", *DECIDED)
"""The states in which an application stands in the ranking."""

ELIGIBLE = ("assessing", *READY)
PAPER_MOST = 400
"""How many rows a printed panel paper holds."""


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


def running(round_id: int, someone: Someone) -> Subquery:
    """Every ranked application of a round that this person may see, with its place and the money asked up to it.

    Equal scores stand in the order in which the applications were begun.
    """
    asked = func.coalesce(Application.amount_pence, 0)
    order = (Standing.points.desc(), Application.id)
    return (
        select(
            Application.id,
            Application.organisation_id,
            Standing.points,
            Standing.lowest,
            Standing.highest,
            asked.label("asked"),
            func.sum(asked).over(order_by=order, rows=(None, 0)).label("running"),
            func.row_number().over(order_by=order).label("place"),
        )
        .join(Standing, Standing.application_id == Application.id)
        .where(Application.round_id == round_id, Application.state.in_(READY), readable_by(someone))
        .subquery("ranking")
    )


def ranked(
    round_: Round, someone: Someone, *, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Ranked]:
    """A page of the ranking, best first; totals count from the very top, whatever the page."""
    ranking = running(round_.id, someone)
    forward, back = place_of(after), place_of(before)
    question = (
        select(
            Application.id,
            Application.ref,
            Application.title,
            Organisation.name,
            ranking.c.place,
            ranking.c.points,
            ranking.c.lowest,
            ranking.c.highest,
            ranking.c.asked,
            ranking.c.running,
            Application.form_number,
            Decision.outcome,
            Decision.amount_pence,
            Decision.state,
        )
        .select_from(ranking)
        .join(Application, Application.id == ranking.c.id)
        .join(Organisation, Organisation.id == ranking.c.organisation_id)
        .outerjoin(Decision, Decision.application_id == ranking.c.id)
        .limit(size + 1)
    )
    if forward:
        question = question.where(below(ranking, *forward))
    elif back:
        question = question.where(~below(ranking, *back), ranking.c.id != back[1])
    question = question.order_by(ranking.c.place.desc() if back and not forward else ranking.c.place)
    found = [Ranked(*whole(row)) for row in db.session.execute(question)]
    return page_of(found, key_of, came_after=bool(forward), came_before=bool(back and not forward), size=size)


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


def below(ranking: Subquery, points: int, id: int) -> ColumnElement[bool]:
    """True of what stands after these points and this id."""
    return or_(ranking.c.points < points, and_(ranking.c.points == points, ranking.c.id > id))


def figures(round_: Round, someone: Someone) -> Figures:
    """The panel's figures over what this person may see, in one statement.

    Somebody in conflict with an applicant gets figures without it: the missing amount would tell them the decision.
    """
    ranking = running(round_.id, someone)
    fits = select(func.count()).select_from(ranking).where(ranking.c.running <= round_.budget_pence).scalar_subquery()
    undecided = and_(Application.state == "scored", or_(Decision.id.is_(None), Decision.state == "returned"))
    row = db.session.execute(
        select(
            count_of(Application.state.in_(ELIGIBLE)),
            count_of(Application.state.in_(READY)),
            count_of(undecided),
            count_of(Decision.state == "proposed"),
            count_of(Decision.state == "confirmed"),
            func.coalesce(func.sum(case((Decision.state.in_(LIVE), Decision.amount_pence), else_=0)), 0),
            fits,
            conflicts(someone, round_.id),
        )
        .select_from(Application)
        .outerjoin(Decision, Decision.application_id == Application.id)
        .where(Application.round_id == round_.id, Application.state != "withdrawn", readable_by(someone))
    ).one()
    return Figures(round_.budget_pence, *map(int, row))


def conflicts(someone: Someone, round_id: int | SQLColumnExpression[int]) -> ScalarSelect[int]:
    """The question with how many applicants of a round this person is in conflict."""
    return (
        select(func.count())
        .select_from(Application)
        .where(Application.round_id == round_id, Application.submitted_at.is_not(None))
        .where(Application.state != "withdrawn", in_conflict(someone.person_id or 0))
        .correlate(Round)
        .scalar_subquery()
    )


def count_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows meet a condition."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def reaches(round_id: int, rows: Iterable[tuple[int, int]]) -> dict[int, Reach]:
    """How far each application reaches, by id; `rows` are ids with the number of the form they were written on."""
    number_of = dict(rows)
    forms = {number: funds.form_of(round_id, number) for number in set(number_of.values())}
    sections = {code for form in forms.values() for code in sections_with_wards(form)}
    answers: dict[int, dict[str, Any]] = {id: {} for id in number_of}
    if sections:
        for id, said in db.session.execute(
            select(SectionAnswers.application_id, SectionAnswers.answers).where(
                SectionAnswers.application_id.in_(number_of), SectionAnswers.section.in_(sections)
            )
        ):
            answers[id].update(said)
    wards = places.wards()
    return {id: reach(people_by_ward(forms[number_of[id]], said), wards) for id, said in answers.items()}


def sections_with_wards(form: Form) -> set[str]:
    """The sections that hold questions about wards, or what such a question hangs on."""
    asked = [question for question in form.questions() if question.kind is Kind.WARDS]
    codes = {question.code for question in asked}
    codes |= {condition.question for question in asked for condition in question.conditions}
    return {section.code for section in form.sections if any(each.code in codes for each in section.questions)}
