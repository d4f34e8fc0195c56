"""A round's report out of the database, which does the counting: three questions for one application or ten thousand.

What applications say of wards and communities is read where it was typed. Nothing is kept beside it, so the figures
are those of the answers as they stand.
"""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select, true, union_all

from portal.applications.equality import shown as safe
from portal.applications.queries import lists
from portal.assessments import ranking, report
from portal.assessments.access import READER, in_conflict, reads_all
from portal.assessments.ranking import ROUND
from portal.assessments.report import FUNDED, Counts, Days, Group, Table
from portal.assessments.report_answers import asked_in, named
from portal.assessments.tables import APPLICATIONS, DECISIONS, ORGANISATIONS, PROMOTIONS
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.kit.dates import days_between
from portal.kit.text import N_
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Someone
from portal.programme.queries import labels

EVERYBODY: ColumnElement[bool] = true()
"""What is counted for the public pages: all that was sent."""
WITHOUT_CONFLICTS = ~in_conflict(READER)
"""What is counted for a person: all that was sent, but for what they have a conflict of interest with."""
NOT_SAID = N_("Not said")
TOLD_BEFORE = (
    select(PROMOTIONS.c.told_before_at)
    .where(PROMOTIONS.c.application_id == APPLICATIONS.c.id, PROMOTIONS.c.state == "released")
    .correlate(APPLICATIONS)
    .scalar_subquery()
)
TOLD_AT = func.coalesce(TOLD_BEFORE, DECISIONS.c.released_at)
"""When a partner was first told: who was on the reserve list has had a letter before the one that funds them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A round's report as one person reads it. `states` is how many are in each state; None is not shown.

    `conflicts`: with how many applicants they have a conflict of interest, who are left out of all of it.
    `unnamed` are the wards that no application names.
    """

    counts: Counts
    states: dict[str, int | None]
    tables: tuple[Table, ...]
    days: Days | None
    unnamed: tuple[str, ...]
    conflicts: int
    is_veiled: bool


def report_of(round_: Round, someone: Someone) -> Report:
    """The report of a round, without what this person has a conflict of interest with."""
    told = {"round": round_.id, "reader": someone.person_id}
    found = groups(told, WITHOUT_CONFLICTS)
    words = lists()
    places = names_of(round_, told)
    wards, communities = places.get("wards", {}), places.get("communities", {})
    tables = (
        Table("wards", N_("By ward"), N_("Ward"), report.most_first(wards, words["wards"]), False, True),
        Table(
            "communities",
            N_("By community"),
            N_("Community"),
            report.most_first(communities, words["communities"]),
            False,
            any(one.people for one in communities.values()),
        ),
        Table(
            "sizes",
            N_("By size of organisation"),
            N_("Income in a year"),
            report.lines_by(found, lambda one: one.income_band, labels("income_band"), NOT_SAID),
        ),
        Table(
            "kinds",
            N_("By kind of organisation"),
            N_("Kind"),
            report.lines_by(found, lambda one: one.legal_form, labels("legal_form"), NOT_SAID),
        ),
    )
    days = how_long(round_, told, WITHOUT_CONFLICTS)
    conflicts = db.session.scalar(select(ranking.conflicts(ROUND)), told) or 0
    unnamed = tuple(label for code, label in words["wards"].items() if code not in wards)
    states: dict[str, int | None] = dict(report.by_state(found))
    whole = Report(report.in_all(found), states, tables, days, unnamed, conflicts, not reads_all(someone))
    return for_outsiders(whole) if whole.is_veiled else whole


def for_outsiders(whole: Report) -> Report:
    """The same for somebody who reads no applications: no small number, but for those that are public anyway.

    How many applied and how many got a grant stand on the page of the next round (past_rounds).
    """
    states = safe({code: number or 0 for code, number in whole.states.items()})
    counts = whole.counts
    few = min(counts.eligible or 0, (counts.applied or 0) - (counts.eligible or 0)) < report.SMALLEST
    return replace(
        whole,
        states=states,
        counts=replace(counts, eligible=None if few else counts.eligible),
        tables=tuple(report.shown(table, safe) for table in whole.tables),
    )


def groups(told: dict[str, Any], whose: ColumnElement[bool]) -> list[Group]:
    """What was sent to ROUND, alike in state, kind and size; in one statement."""
    return [Group(*row[:3], *map(int, row[3:])) for row in db.session.execute(groups_question(whose), told)]


def groups_question(whose: ColumnElement[bool]) -> Select[Any]:
    """How many applications are alike, with what they asked and got."""
    alike = (APPLICATIONS.c.state, ORGANISATIONS.c.legal_form, ORGANISATIONS.c.income_band)
    got = case((APPLICATIONS.c.state.in_(FUNDED), func.coalesce(DECISIONS.c.amount_pence, 0)), else_=0)
    return (
        select(*alike, func.count(), func.sum(func.coalesce(APPLICATIONS.c.amount_pence, 0)), func.sum(got))
        .select_from(APPLICATIONS)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(APPLICATIONS.c.round_id == ROUND, APPLICATIONS.c.submitted_at.is_not(None), whose)
        .group_by(*alike)
    )


def names_of(round_: Round, told: dict[str, Any]) -> dict[str, dict[str, Counts]]:
    """What applications name, by list ("wards" or "communities") and code; in one statement."""
    forms = {number: form_of(round_.id, number) for number in range(1, round_.form_number + 1)}
    is_sqlite = db.session.get_bind().dialect.name == "sqlite"
    arms = [named(naming, numbers, is_sqlite=is_sqlite) for naming, numbers in asked_in(forms).items()]
    found: dict[str, dict[str, Counts]] = {}
    if arms:
        for row in db.session.execute(names_question(arms), told):
            found.setdefault(row.list, {})[row.code] = Counts(*map(int, row[2:]))
    return found


def names_question(arms: list[Select[Any]]) -> Select[Any]:
    """The counts of what was sent, by what it names; an application that names a thing twice counts once."""
    said = union_all(*arms).subquery("said")
    mine = (
        select(
            said.c.application_id, said.c.list, said.c.code, func.sum(func.coalesce(said.c.people, 0)).label("people")
        )
        .group_by(said.c.application_id, said.c.list, said.c.code)
        .subquery("mine")
    )
    asked, got = func.coalesce(APPLICATIONS.c.amount_pence, 0), func.coalesce(DECISIONS.c.amount_pence, 0)
    is_funded, is_eligible = APPLICATIONS.c.state.in_(FUNDED), APPLICATIONS.c.state.in_(report.ELIGIBLE)
    return (
        select(
            mine.c.list,
            mine.c.code,
            func.count(),
            ranking.count_of(is_eligible),
            ranking.count_of(is_funded),
            func.sum(asked),
            func.sum(case((is_funded, got), else_=0)),
            func.sum(mine.c.people),
            func.sum(case((is_funded, mine.c.people), else_=0)),
        )
        .select_from(mine)
        .join(APPLICATIONS, APPLICATIONS.c.id == mine.c.application_id)
        .outerjoin(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(APPLICATIONS.c.submitted_at.is_not(None), WITHOUT_CONFLICTS)
        .group_by(mine.c.list, mine.c.code)
    )


def how_long(round_: Any, told: dict[str, Any], whose: ColumnElement[bool]) -> Days | None:
    """How many days the answers of a round took that have gone; None while none has. In one statement."""
    is_sqlite = db.session.get_bind().dialect.name == "sqlite"
    rows = db.session.execute(days_question(whose, is_sqlite=is_sqlite), told).all()
    if not rows:
        return None
    last, middle = rows[0].number, (rows[0].number + 1) // 2
    by_answer, by_wait = {row.place: row for row in rows}, {row.wait: row for row in rows}
    return Days(
        days_between(round_.closes_at, by_answer[middle].at),
        days_between(round_.closes_at, by_answer[last].at),
        waited(by_wait[middle]),
        waited(by_wait[last]),
    )


def waited(row: Row[Any]) -> int:
    """The days from sending an application to its answer."""
    return days_between(row.submitted_at, row.at)


def days_question(whose: ColumnElement[bool], *, is_sqlite: bool) -> Select[Any]:
    """Of ROUND's answers that have gone, by moment and by wait, the middle one and the last: four rows or fewer."""
    sent, at = APPLICATIONS.c.submitted_at, TOLD_AT
    wait = func.julianday(at) - func.julianday(sent) if is_sqlite else at - sent
    answers = (
        select(
            sent,
            at.label("at"),
            func.row_number().over(order_by=(at, DECISIONS.c.id)).label("place"),
            func.row_number().over(order_by=(wait, DECISIONS.c.id)).label("wait"),
            func.count().over().label("number"),
        )
        .select_from(APPLICATIONS)
        .join(DECISIONS, DECISIONS.c.application_id == APPLICATIONS.c.id)
        .where(APPLICATIONS.c.round_id == ROUND, at.is_not(None), whose)
        .subquery("answers")
    )
    ends = (answers.c.number, (answers.c.number + 1) // 2)
    return select(answers).where(or_(answers.c.place.in_(ends), answers.c.wait.in_(ends)))
