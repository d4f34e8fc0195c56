"""When records are taken apart: who wrote in the other one's applications is still known as somebody who did.

While two records are one, the people of each write in the applications of both. Taken apart, a place in the one says
nothing of the other. So whoever of its team could write in a draft, or did write in what was sent, is kept as a guest
of that application whose access has ended: what they were sending at that moment comes back to them with its sentence,
and nobody judges what they wrote themselves (docs/decisions/0074-one-organisation-however-often-registered.md).
"""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from portal.applications.guesting import WRITE
from portal.applications.models import Application, Guest
from portal.history.models import Deed
from portal.organisations import merging
from portal.organisations.models import Merge, TeamMember
from portal.organisations.one import is_of

WRITING = ("start", "copy", "save", "set_aside", "choose", "take_questions", "ask", "submit", "withdraw")
"""The deeds of whoever has written in an application, or acted for it."""


def end_access(session: Session, found: Merge) -> None:
    """Keep the people of each record as guests of the other's applications, whose access ends now.

    Whoever was invited to one of them stays its guest.
    """
    for own, others in ((found.record_id, found.into_id), (found.into_id, found.record_id)):
        people = team_during(session, others, found) - team_during(session, own, found)
        for application in held(session, own, people, found):
            wrote = people if application.state == "draft" else writers(session, application, people, found)
            for person_id in sorted(wrote):
                if session.get(Guest, (application.id, person_id)) is None:
                    session.add(ended_guest(application, person_id, found))


def team_during(session: Session, record: int, found: Merge) -> set[int]:
    """Who was in a record's own team while the two were one."""
    stayed = or_(TeamMember.left_at.is_(None), TeamMember.left_at >= found.merged_at)
    return set(session.scalars(select(TeamMember.person_id).where(is_of(TeamMember.organisation_id, record), stayed)))


def held(session: Session, record: int, people: Collection[int], found: Merge) -> Sequence[Application]:
    """What these people could write in or wrote in, of a record's applications; held, as every deed on one begins."""
    its = is_of(Application.organisation_id, record)
    wrote = Application.id.in_(select(Deed.subject_id).where(*written_by(people, found)))
    ids = session.scalars(select(Application.id).where(its, or_(Application.state == "draft", wrote))).all()
    question = select(Application).where(Application.id.in_(ids)).order_by(Application.id)
    return session.scalars(question.with_for_update(of=Application).execution_options(populate_existing=True)).all()


def writers(session: Session, application: Application, people: Collection[int], found: Merge) -> set[int]:
    """Who of these people wrote in an application while the two were one."""
    its = Deed.subject_id == application.id
    return set(session.scalars(select(Deed.actor_id).where(its, *written_by(people, found)).distinct()))


def written_by(people: Collection[int], found: Merge) -> tuple[ColumnElement[bool], ...]:
    """True of the deeds with which one of these people wrote in some application while the two were one."""
    its = Deed.subject == Application.kind, Deed.verb.in_(WRITING)
    return *its, Deed.actor_id.in_(people), Deed.at >= found.merged_at


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
