"""Guests of the demonstration: on Amina's draft one writes, one reads, and one is invited and not here yet."""

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.guesting import READ, WRITE
from portal.applications.models import Guest, GuestInvitation
from portal.demo.cast import BY_KEY
from portal.demo.sendings import Sent, deed
from portal.kit.dates import utc_now
from portal.kit.refs import new_token
from portal.organisations.invited import terms

CAME = (("farida", WRITE), ("neil", READ))
"""Who is here, and as what."""
AWAITED = "winston.reid@example.org"
"""The address of somebody who is invited to read, and has not answered."""


def lay(session: Session, one: Sent) -> None:
    """Let them in, a day after the draft was begun and in the order in which they were invited."""
    now, lead = utc_now(), one.team.lead_id
    for place, (key, role) in enumerate(CAME):
        person = session.scalars(select(Person).where(Person.email == BY_KEY[key].email)).one()
        at = one.row.started_at + dt.timedelta(minutes=10 * place)
        invitation = invited(one, person.email, role, at)
        invitation.ended_at, invitation.accepted_by = at + dt.timedelta(minutes=5), person.id
        session.add(invitation)
        session.flush()
        session.add(
            Guest(application_id=one.row.id, person_id=person.id, role=role, invited_by=lead, since=invitation.ended_at)
        )
        facts: dict[str, Any] = {"invitation": invitation.id, "role": role}
        session.add(deed("application", one.row.id, "guest_invite", at, lead, **facts))
        session.add(deed("application", one.row.id, "guest_join", invitation.ended_at, person.id, **facts))
    awaited = invited(one, AWAITED, READ, now - dt.timedelta(hours=20))
    session.add(awaited)
    session.flush()
    facts = {"invitation": awaited.id, "role": READ}
    session.add(deed("application", one.row.id, "guest_invite", awaited.invited_at, lead, **facts))


def invited(one: Sent, email: str, role: str, at: dt.datetime) -> GuestInvitation:
    """An invitation by the lead; nobody has its link."""
    return GuestInvitation(application_id=one.row.id, **terms(email, role, new_token(), at, one.team.lead_id))
