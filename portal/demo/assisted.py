"""Applications of the demonstration that the council typed in: one that was sent, one that is being typed."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications import notices
from portal.applications.models import Application, Keyed
from portal.demo.cast import BY_KEY
from portal.demo.post import WENT, settle
from portal.demo.sendings import Desk, Sent, Team, deed
from portal.kit.dates import london_day
from portal.mail.models import Letter
from portal.organisations.queries import someone_for

CALLED = (("submitted", "paper"), ("draft", "phone"))
"""How far each is, and how it came."""


def lay(session: Session, desk: Desk, teams: Sequence[Team]) -> None:
    """Leanne types in what two of these organisations sent on paper and said on the phone."""
    leanne = session.scalars(select(Person).where(Person.email == BY_KEY["leanne"].email)).one()
    for (state, way), team in zip(CALLED, teams, strict=False):
        one = desk.write(team, state)
        session.flush()
        hand_to(one, leanne)
        session.add(keyed(one, leanne, way, london_day(desk.round.opens_at)))
        session.add_all(deeds_of(one.row, leanne, way))
        session.flush()
        if one.row.submitted_at:
            post(session, one.row)


def hand_to(one: Sent, officer: Person) -> None:
    """Let it be the officer who started, wrote and sent it."""
    one.row.started_by = officer.id
    for section in one.row.sections:
        section.saved_by = officer.id
    if one.row.submitted_at:
        one.row.submitted_by = officer.id


def keyed(one: Sent, officer: Person, way: str, first_day: dt.date) -> Keyed:
    """How it came: the day before somebody began to type."""
    came_on = max(london_day(one.row.started_at) - dt.timedelta(days=1), first_day)
    return Keyed(
        application_id=one.row.id,
        keyed_by=officer.id,
        came_by=way,
        came_on=came_on,
        contact_name=one.team.demo.contact,
        contact_email=one.team.demo.email if way == "paper" else "",
        contact_phone=one.team.demo.phone,
    )


def deeds_of(row: Application, officer: Person, way: str) -> list[object]:
    """Its history, as it would have been written at the time."""
    found: list[object] = [deed("application", row.id, "key_in", row.started_at, officer.id, came_by=way)]
    found += [
        deed("application", row.id, "save", row.changed_at, officer.id, section=each.section, version=1)
        for each in row.sections
    ]
    if row.submitted_at:
        found.append(deed("application", row.id, "hand_in", row.submitted_at, officer.id, ("draft", "submitted")))
    return found


def post(session: Session, row: Application) -> None:
    """Its receipt, which went."""
    by = someone_for(BY_KEY["leanne"].email)
    assert by is not None
    assert row.submitted_at is not None
    notices.receipt(row, by=by)
    for letter in [each for each in session.new if isinstance(each, Letter)]:
        settle(letter, row.submitted_at, WENT)
    session.flush()
