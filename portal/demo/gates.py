"""What officers found on the gates of the demonstration's applications: passed, failed, half done, and to be asked."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import cycle

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.applications.rules import DECIDED
from portal.assessments.diligence import FAIL, PASS, Line
from portal.assessments.diligence_queries import lines_about
from portal.assessments.models import CheckMark
from portal.demo.cast import BY_KEY
from portal.demo.sendings import deed
from portal.demo.words import read_toml
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Organisation

Found = dict[str, tuple[str, str]]
"""A verdict and a note by the line's code."""
WENT_ON = ("assessing", "scored", *DECIDED)
LAST_WEEK = dt.timedelta(days=2, hours=3)
READING = dt.timedelta(minutes=12)
"""So long before it was judged an officer had gone through the lines."""


def lay(session: Session, waiting_in: Round) -> None:
    """Go through every application that was judged, and begin with those that wait in this round."""
    told = read_toml("town/gates")
    joyce = session.scalars(select(Person.id).where(Person.email == BY_KEY["joyce"].email)).one()
    judged = {row.subject_id: row for row in session.scalars(select(Deed).where(Deed.verb.in_(("accept", "refuse"))))}
    homes = {row.id: row for row in session.scalars(select(Organisation))}
    plans = cycle(told["waiting"])
    marks: list[dict[str, object]] = []
    for one in session.scalars(select(Application).order_by(Application.id)):
        lines = lines_about(one, homes[one.organisation_id], form_of(one.round_id, one.form_number))
        if one.state in WENT_ON or one.state == "not_eligible":
            done = judged[one.id]
            found = passing(lines) | stopped(one, told["failed"])
            marks += rows(one, lines, found, done.at - READING, done.actor_id or joyce)
        elif one.state == "submitted" and one.round_id == waiting_in.id:
            begin(session, one, lines, next(plans), joyce)
    session.execute(insert(CheckMark), marks)


def passing(lines: tuple[Line, ...]) -> Found:
    """Every line at which somebody has to look passes."""
    return {line.code: (PASS, "") for line in lines if not line.mark.verdict}


def stopped(one: Application, failed: Mapping[str, str]) -> Found:
    """The line that failed, where the letter that ended an application speaks of one."""
    reasons = (one.outcome_reasons or "") if one.state == "not_eligible" else ""
    return {code: (FAIL, reasons) for words, code in failed.items() if words in reasons}


def rows(
    one: Application, lines: tuple[Line, ...], found: Found, at: dt.datetime, by: int
) -> Iterator[dict[str, object]]:
    """What somebody found on an application, a row for each of its lines."""
    page, there = new_id(), {line.code for line in lines}
    for code, (verdict, note) in found.items():
        if code in there:
            yield {
                "application_id": one.id,
                "item": code,
                "verdict": verdict,
                "note": note,
                "version": 1,
                "form": page,
                "marked_by": by,
                "marked_at": at,
            }


def begin(session: Session, one: Application, lines: tuple[Line, ...], found: Found, by: int) -> None:
    """What an officer found so far on an application that waits, with its history."""
    at = utc_now() - LAST_WEEK
    for row in rows(one, lines, found, at, by):
        mark = CheckMark(**row)
        session.add(mark)
        session.flush()
        kind, _, code = mark.item.partition("-")
        session.add(deed(CheckMark.kind, mark.id, "mark_line", at, by, kind=kind, line=code, verdict=mark.verdict))
