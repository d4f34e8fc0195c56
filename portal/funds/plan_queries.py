"""Rounds that are being made, and published ones as the council looks after them."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload

from portal.db.session import db
from portal.funds.models import FormVersion, Fund, Round, RoundPlan
from portal.funds.queries import form_of, one_by_id
from portal.funds.rules import OPEN_PLANS
from portal.funds.toml import FUND, IN_FORM, ROUND, RoundFile
from portal.funds.written import Document, document_of, with_times
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of

PLANS_MOST = 100
FUNDS_MOST = 100
VERSIONS_MOST = 50


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A round that is being made, as a list shows it."""

    code: str
    title: str
    state: str
    changed_at: dt.datetime


def one(code: str) -> RoundPlan:
    """The plan of that code. Raises NotThere."""
    found = db.session.scalar(select(RoundPlan).where(RoundPlan.code == code).options(joinedload(RoundPlan.editor)))
    if found is None:
        raise NotThere()
    return found


def being_made() -> list[PlanLine]:
    """The rounds that are being made or changed, the one changed last first."""
    title = RoundPlan.document[("round", "title")].as_string()
    found = db.session.execute(
        select(RoundPlan.code, title, RoundPlan.state, RoundPlan.changed_at)
        .where(RoundPlan.state.in_(OPEN_PLANS))
        .order_by(RoundPlan.changed_at.desc(), RoundPlan.id.desc())
        .limit(PLANS_MOST)
    )
    return [PlanLine(*row) for row in found]


def published(after: str | None = None, before: str | None = None, size: int = PAGE_SIZE) -> Page[Row[Any]]:
    """The published rounds, the newest first, a page at a time."""
    question: Any = select(Round.id, Round.code, Round.title, Round.opens_at, Round.closes_at)
    later, earlier = decode_key(after, 1), decode_key(before, 1)
    backwards = not later and bool(earlier)
    if later and isinstance(later[0], int):
        question = question.where(Round.id < later[0])
    elif earlier and isinstance(earlier[0], int):
        question = question.where(Round.id > earlier[0])
    order = Round.id.asc() if backwards else Round.id.desc()
    found = db.session.execute(question.order_by(order).limit(size + 1)).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=bool(later), came_before=backwards, size=size)


def funds() -> Sequence[Row[Any]]:
    """Code and name of every fund, by name."""
    question: Any = select(Fund.code, Fund.name).order_by(Fund.name)
    return db.session.execute(question.limit(FUNDS_MOST)).all()


def document_of_plan(plan: RoundPlan) -> Document:
    """What a plan says: of one that is being made or was given up its own, of a published one the round's."""
    return plan.document if plan.state != "published" else document_in_force(plan)


def document_in_force(plan: RoundPlan) -> Document:
    """The document of a published round as the public has it."""
    assert plan.round_id is not None
    round_ = one_by_id(plan.round_id)
    assert round_ is not None
    values = {key.name or name: getattr(round_, key.name or name, None) for name, key in ROUND.items()}
    fund = {name: getattr(round_.fund, name) for name in FUND}
    return document_of(RoundFile(fund, values, form_of(round_.id, round_.form_number)))


def replaced_by(plan: RoundPlan) -> Document | None:
    """The document in force that a plan would take the place of; None where it would be the first."""
    return document_in_force(plan) if plan.state == "changing" else None


def as_round(document: Document) -> Round:
    """The round that a document would become, to look at: in no session, and without what is missing or not right."""
    told, found = with_times(document)["round"], dict[str, Any]()
    for name, key in ROUND.items():
        if name in told and name not in IN_FORM:
            with suppress(ValueError):
                found[key.name or name] = key.read(told[name])
    return Round(**found)


def codes_like(code: str) -> set[str]:
    """The codes of rounds and plans that begin like this one."""
    asked = select(RoundPlan.code).where(RoundPlan.code.startswith(code, autoescape=True))
    there = select(Round.code).where(Round.code.startswith(code, autoescape=True))
    return set(db.session.scalars(asked.union(there)))


def codes_asked_before(plan: RoundPlan) -> set[str]:
    """The codes of questions that a published round has ever asked: an answer to one is never taken for another's."""
    if plan.round_id is None:
        return set()
    newest = select(FormVersion.form).where(FormVersion.round_id == plan.round_id)
    forms = db.session.scalars(newest.order_by(FormVersion.number.desc()).limit(VERSIONS_MOST))
    return {each["code"] for form in forms for section in form["sections"] for each in section["questions"]}
