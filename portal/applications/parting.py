"""When records are taken apart: who wrote in the other one's applications is still known as somebody who did.

While two records are one, the people of each write in the applications of both. Taken apart, a place in the one says
nothing of the other. So whoever of its team could write in a draft, or did write in what was sent, is kept as a guest
of that application whose access has ended: what they were sending at that moment comes back to them with its sentence,
and nobody judges what they wrote themselves (docs/decisions/0074-one-organisation-however-often-registered.md).
"""

import datetime as dt

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from portal.applications.guesting import WRITE
from portal.applications.guests import end_invitations
from portal.applications.models import Application, Guest, GuestInvitation
from portal.applications.rules import WRITABLE
from portal.history.models import Deed
from portal.organisations import merging
from portal.organisations.models import Merge, TeamMember
from portal.organisations.one import is_of

WRITING = (
    *("start", "copy", "save", "set_aside", "choose", "take_questions", "ask"),
    *("submit", "withdraw", "answer_changes"),
)
"""The deeds of whoever has written in an application, or acted for it."""


def end_access(session: Session, found: Merge) -> None:
    """Keep the people of each record as guests of the other's applications, whose access ends now.

    Whoever was invited to one of them stays its guest, unless they have yet to take it up from somebody who goes.
    """
    sides = [
        Side(session, *pair, found) for pair in ((found.record_id, found.into_id), (found.into_id, found.record_id))
    ]
    ids = {id for side in sides for id in side.ids}
    # All at once and in this order, as whoever leaves a team holds them: two in two orders would wait for ever.
    held = select(Application).where(Application.id.in_(ids)).order_by(Application.id).with_for_update(of=Application)
    applications = session.scalars(held.execution_options(populate_existing=True)).all()
    for application in applications:
        side = next(one for one in sides if application.id in one.ids)
        for person_id in sorted(side.writers(application)):
            if session.get(Guest, (application.id, person_id)) is None:
                session.add(ended_guest(application, person_id, found))
        end_invitations(application, GuestInvitation.invited_by.in_(side.strangers))


class Side:
    """One record, and the people of the other one who could write in its applications while the two were one."""

    def __init__(self, session: Session, record: int, other: int, found: Merge) -> None:
        self.session, self.found = session, found
        own = team_during(session, record, found)
        self.strangers = {id: left for id, left in team_during(session, other, found).items() if id not in own}
        its = is_of(Application.organisation_id, record)
        wrote = Application.id.in_(select(Deed.subject_id).where(*self.written()))
        question = select(Application.id).where(its, or_(Application.state.in_(WRITABLE), wrote))
        self.ids = set(session.scalars(question)) if self.strangers else set()

    def writers(self, application: Application) -> set[int]:
        """Who of them could write in it while it was open, before they left, or did write in what was sent."""
        if application.state in WRITABLE:
            begun = application.started_at
            return {id for id, left_at in self.strangers.items() if left_at is None or left_at >= begun}
        its = Deed.subject_id == application.id
        return set(self.session.scalars(select(Deed.actor_id).where(its, *self.written()).distinct()))

    def written(self) -> tuple[ColumnElement[bool], ...]:
        """True of the deeds with which one of them wrote in some application while the two were one."""
        its = Deed.subject == Application.kind, Deed.verb.in_(WRITING)
        return *its, Deed.actor_id.in_(self.strangers), Deed.at >= self.found.merged_at


def team_during(session: Session, record: int, found: Merge) -> dict[int, dt.datetime | None]:
    """Who was in a record's own team while the two were one, with when they left it, if they did."""
    stayed = or_(TeamMember.left_at.is_(None), TeamMember.left_at >= found.merged_at)
    places = select(TeamMember.person_id, TeamMember.left_at).where(is_of(TeamMember.organisation_id, record), stayed)
    rows = session.execute(places.order_by(TeamMember.left_at)).all()
    left = {row.person_id: row.left_at for row in rows}
    return left | {row.person_id: None for row in rows if row.left_at is None}


def ended_guest(application: Application, person_id: int, found: Merge) -> Guest:
    """Somebody's place in an application, from the merge until the records were taken apart."""
    return Guest(
        application_id=application.id,
        person_id=person_id,
        role=WRITE,
        invited_by=found.merged_by,
        since=max(found.merged_at, application.started_at),
        ended_at=found.apart_at,
    )


merging.PARTING.append(end_access)
