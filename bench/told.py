"""What the people of a rush were told, held against the database; and the clock of their round."""

import datetime as dt
from collections.abc import Sequence

from flask import Flask
from sqlalchemy import func, select, update

from bench.applicants import Applicant
from bench.kill import standings
from portal.applications.models import Application, SectionAnswers
from portal.db.session import db
from portal.files.models import File
from portal.funds.models import Round
from portal.funds.typed import file_in
from portal.kit.dates import utc_now

GRACE_MINUTES = 1


def close_in(app: Flask, code: str, seconds: float) -> None:
    """Have the round close so soon."""
    with app.app_context():
        closes_at = utc_now() + dt.timedelta(seconds=seconds)
        db.session.execute(update(Round).where(Round.code == code).values(closes_at=closes_at))
        db.session.commit()
        db.session.remove()
        db.engine.dispose()


def too_late(app: Flask, code: str, people: Sequence[Applicant]) -> list[str]:
    """Let some try to send when the round and its minutes of grace are over; those who could."""
    close_in(app, code, -60 * GRACE_MINUTES - 1)
    for person in people:
        person.submits()
    with app.app_context():
        there = standings()
        db.engine.dispose()
    return [f"{person.ref} was sent too late" for person in people if person.is_sent or there[person.ref].submits]


def told_and_there(app: Flask, people: Sequence[Applicant]) -> list[str]:
    """What is not in the database as people were told, of those who write or send."""
    faults = []
    with app.app_context():
        there = standings()
        kept = dict(db.session.execute(select(File.ref, File.state)).all())
        papers = select(Application.ref, SectionAnswers.answers).join(SectionAnswers)
        given = dict(db.session.execute(papers.where(SectionAnswers.section == "documents")).all())
        db.session.remove()
        db.engine.dispose()
    for person in people:
        found = there[person.ref]
        if person.stands and found.text not in {person.stands, person.tried}:
            faults.append(f"{person.ref}: “{person.stands}” is not there but “{found.text}”")
        if found.saves < person.saved[person.ref]:
            faults.append(f"{person.ref}: told {person.saved[person.ref]} saves, there are {found.saves}")
        if found.submits > 1 or found.receipts > 1 or (person.is_sent and found.submits == 0):
            faults.append(f"{person.ref}: told that it is sent: {person.is_sent}; there are {found}")
        file = file_in(given.get(person.ref, {}).get("rules"))
        if person.files and kept.get(file.get("ref", "")) not in {"waiting", "ready"}:
            faults.append(f"{person.ref}: told of {person.files} files, there is {file}")
    return faults


def not_started(app: Flask, code: str, before: int, people: Sequence[Applicant]) -> list[str]:
    """Whether there are more or fewer drafts than people were told they have started."""
    told = sum(person.has_started for person in people)
    made = applications(app, code) - before
    return [] if made == told else [f"{told} people were told that they have started, and {made} drafts were made"]


def applications(app: Flask, code: str) -> int:
    """How many applications the round has."""
    with app.app_context():
        there = select(func.count()).select_from(Application).join(Round).where(Round.code == code)
        number = db.session.scalar(there) or 0
        db.session.remove()
        db.engine.dispose()
    return number
