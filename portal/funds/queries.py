"""Rounds as the public sees them, and the forms that belong to them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy import ColumnElement, Select, bindparam, select, tuple_
from sqlalchemy.orm import joinedload

from portal.db.base import Utc
from portal.db.session import db
from portal.funds.answers import YES_NO
from portal.funds.models import FormVersion, Fund, Round
from portal.funds.questions import Form
from portal.funds.rules import Phase, phase
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.programme.queries import offered
from portal.web.words import gettext, months

LIVE_MOST = 100
SHELF = "portal_forms"
OFFERED = {"communities": "community", "barriers": "barrier"}
"""The council's own lists that a form may offer, by the kind of their words."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round as a list shows it; amounts in pence."""

    code: str
    title: str
    purpose: str
    opens_at: dt.datetime
    closes_at: dt.datetime
    smallest_pence: int
    largest_pence: int
    told_by: dt.date


@dataclass(frozen=True, slots=True)
class Current:
    """Every round in its phase; those that are closed a page at a time."""

    open: Sequence[RoundLine]
    coming: Sequence[RoundLine]
    closed: Page[RoundLine]


def current(now: dt.datetime, after: str | None = None, before: str | None = None) -> Current:
    """The rounds that are open, closing first; those to come, opening first; those closed, last closed first."""
    live = live_rounds(now)
    by_phase = {each: [line for line in live if phase(line.opens_at, line.closes_at, now) is each] for each in Phase}
    coming = sorted(by_phase[Phase.COMING], key=lambda line: (line.opens_at, line.code))
    return Current(by_phase[Phase.OPEN], coming, closed_rounds(now, after, before))


def open_rounds(now: dt.datetime) -> list[RoundLine]:
    """The rounds that take applications now, the one that closes next first."""
    return lines(OPEN_ROUNDS, {"now": now})


def live_rounds(now: dt.datetime) -> list[RoundLine]:
    """The rounds that are open or to come, the one that closes next first."""
    return lines(LIVE_ROUNDS, {"now": now})


def rounds() -> Select[Any]:
    """What a list shows of rounds, the one that closes next first."""
    columns: list[Any] = [Round.code, Round.title, Fund.purpose, Round.opens_at, Round.closes_at]
    columns += [Round.smallest_pence, Round.largest_pence, Round.told_by]
    return select(*columns).join(Fund, Fund.id == Round.fund_id).order_by(Round.closes_at, Round.code)


NOW = bindparam("now", type_=Utc)
LIVE_ROUNDS = rounds().where(Round.closes_at > NOW).limit(LIVE_MOST)
OPEN_ROUNDS = LIVE_ROUNDS.where(Round.opens_at <= NOW)


def lines(question: Select[Any], told: dict[str, Any] | None = None) -> list[RoundLine]:
    """The rows of a question about rounds."""
    return [RoundLine(*row) for row in db.session.execute(question, told)]


def closed_rounds(now: dt.datetime, after: str | None, before: str | None) -> Page[RoundLine]:
    """A page of the rounds that have closed, the last closed first; one that `after` or `before` name no place in."""
    older, newer = place_in(after), place_in(before)
    question = rounds().where(Round.closes_at <= now).order_by(None)
    if older:
        question = question.where(beyond(older, older_ones=True))
    elif newer:
        question = question.where(beyond(newer, older_ones=False))
    backwards = newer is not None and older is None
    order = (Round.closes_at, Round.code) if backwards else (Round.closes_at.desc(), Round.code.desc())
    return page_of(
        lines(question.order_by(*order).limit(PAGE_SIZE + 1)),
        lambda line: encode_key(line.closes_at.isoformat(), line.code),
        came_after=older is not None,
        came_before=backwards,
    )


def place_in(word: str | None) -> tuple[dt.datetime, str] | None:
    """The place in the list of closed rounds that an address names, if it is one."""
    match decode_key(word, 2):
        case [str(moment), str(code)]:
            try:
                closes_at = dt.datetime.fromisoformat(moment)
            except ValueError:
                return None
            return (closes_at, code) if closes_at.tzinfo else None
    return None


def beyond(place: tuple[dt.datetime, str], *, older_ones: bool) -> ColumnElement[bool]:
    """Rounds on the far side of a place in the list."""
    closes_at, code = place
    if older_ones:
        return (Round.closes_at < closes_at) | ((Round.closes_at == closes_at) & (Round.code < code))
    return (Round.closes_at > closes_at) | ((Round.closes_at == closes_at) & (Round.code > code))


def one(code: str) -> Round | None:
    """The round of that code with its fund, or None."""
    return db.session.scalar(select(Round).where(Round.code == code).options(joinedload(Round.fund)))


def one_by_id(id: int) -> Round | None:
    """The round of that id with its fund, or None."""
    return db.session.scalar(select(Round).where(Round.id == id).options(joinedload(Round.fund)))


def form_of(round_id: int, number: int) -> Form:
    """A round's form as it stood under that number; KeyError where there is none.

    A form is never changed once written, so each process keeps those it has read.
    """
    shelf: dict[tuple[int, int], Form] = current_app.extensions.setdefault(SHELF, {})
    key = (round_id, number)
    if key not in shelf:
        document = db.session.scalar(
            select(FormVersion.form).where(FormVersion.round_id == round_id, FormVersion.number == number)
        )
        if document is None:
            raise KeyError(key)
        shelf[key] = Form.from_data(document)
    return shelf[key]


def shelve(keys: Iterable[tuple[int, int]]) -> None:
    """Read the forms of these rounds and numbers that this process has not read yet, in one statement."""
    shelf: dict[tuple[int, int], Form] = current_app.extensions.setdefault(SHELF, {})
    missing = set(keys) - shelf.keys()
    if missing:
        which = tuple_(FormVersion.round_id, FormVersion.number).in_(sorted(missing))
        for row in db.session.scalars(select(FormVersion).where(which)):
            shelf[row.round_id, row.number] = Form.from_data(row.form)


def offered_words() -> dict[str, dict[str, str]]:
    """The council's own words that can be chosen now, by the list under which a form offers them."""
    return {kind: offered(word) for kind, word in OFFERED.items()}


def common_lists() -> dict[str, dict[str, str]]:
    """What the answers of every form are told in, in the reader's language: yes and no, and the months."""
    return {"yes_no": {code: gettext(word) for code, word in YES_NO.items()}, "months": months()}


def forget() -> None:
    """Read forms afresh; for whoever has just written one, so that one that was refused in the end is not kept."""
    current_app.extensions.pop(SHELF, None)
