"""Whoever writes in a draft is reminded seven days and one day before its round closes, and told when that moves."""

import datetime as dt

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications import notices
from portal.applications.closing import REMINDED, reminder_at, reminder_due
from portal.applications.guesting import WRITE
from portal.applications.models import Application, ClosingReminder, Guest, Keyed
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.history.actions import note
from portal.history.models import Deed
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.organisations.models import TeamMember
from portal.organisations.one import is_of
from portal.permissions import PORTAL, Role

AT_A_TIME = 500
EARLIEST = dt.timedelta(days=max(REMINDED), hours=1)  # an hour more, for the night on which clocks go back
WROTE = ("start", "save", "set_aside", "choose")
"""The deeds of somebody who writes in a draft."""


@job("remind_drafts", dt.timedelta(minutes=15), N_("Remind people of a draft whose round closes soon"))
def remind_drafts() -> int:
    """Send every reminder that is due; how many letters there were. What a run did not reach, the next one does."""
    now = utc_now()
    rounds = db.session.execute(
        select(Round.id, Round.closes_at)
        .where(Round.closes_at > now, Round.closes_at <= now + EARLIEST)
        .order_by(Round.closes_at)
        .limit(AT_A_TIME)
    ).all()
    return sum(remind_round(row.id, row.closes_at, now) for row in rounds)


def remind_round(round_id: int, closes_at: dt.datetime, now: dt.datetime) -> int:
    """Remind of the drafts of one round. One that was begun after the reminder's moment needs none.

    Those whose people do not know yet that the closing moved are left to `tell_moved`.
    """
    days = reminder_due(now, closes_at)
    if days is None:
        return 0
    done = exists().where(ClosingReminder.application_id == Application.id, ClosingReminder.days == days)
    drafts = db.session.scalars(
        select(Application.id)
        .where(Application.round_id == round_id, Application.state == "draft", ~done)
        .where(Application.started_at <= reminder_at(closes_at, days), Application.known_closes_at == closes_at)
        .order_by(Application.id)
        .limit(AT_A_TIME)
    ).all()
    return sum(remind(id, days) for id in drafts)


def remind(id: int, days: int) -> int:
    """Remind everybody who writes in one draft, in one transaction, unless it was sent or withdrawn just now."""
    with action() as session:
        draft = locked(session.get_one(Application, id))
        reminded = select(ClosingReminder.id).where(
            ClosingReminder.application_id == draft.id, ClosingReminder.days == days
        )
        if draft.state != "draft" or session.scalar(reminded.limit(1)) is not None:
            return 0
        people = who_write(session, draft)
        write_down(session, draft, people, days)
        notices.closing(draft, [person.email for person in people])
        note(draft, "remind", by=PORTAL, days=days)
        return len(people)


@job("tell_moved", dt.timedelta(minutes=15), N_("Tell people of a draft that its round closes at another time"))
def tell_moved() -> int:
    """Tell of every closing that moved; how many letters there were. Two moves between two runs are told as one."""
    moved = db.session.scalars(
        select(Application.id)
        .join(Round, Round.id == Application.round_id)
        .where(Round.closes_at > utc_now(), Application.known_closes_at != Round.closes_at)
        .where(Application.state == "draft")
        .order_by(Application.id)
        .limit(AT_A_TIME)
    ).all()
    return sum(tell_of(id) for id in moved)


def tell_of(id: int) -> int:
    """Tell everybody who writes in one draft when its round closes now, in one transaction.

    Reminders of the earlier closing do not count for this one; the letter stands for one that is due already.
    """
    with action() as session:
        draft = locked(session.get_one(Application, id))
        window, now = session.get_one(Round, draft.round_id), utc_now()
        known = draft.known_closes_at
        if draft.state != "draft" or known == window.closes_at or window.closes_at <= now:
            return 0
        draft.known_closes_at = window.closes_at
        people = who_write(session, draft)
        session.execute(delete(ClosingReminder).where(ClosingReminder.application_id == draft.id))
        if due := reminder_due(now, window.closes_at):
            write_down(session, draft, people, due)
        notices.closing_moved(draft, [person.email for person in people], known=known)
        note(draft, "tell_moved", by=PORTAL, closes_at=window.closes_at.isoformat())
        return len(people)


def write_down(session: Session, draft: Application, people: list[Person], days: int) -> None:
    """Keep that these people know how soon a draft's round closes."""
    now = utc_now()
    session.add_all(ClosingReminder(application_id=draft.id, person_id=one.id, days=days, at=now) for one in people)


def who_write(session: Session, draft: Application) -> list[Person]:
    """Who is reminded: of those in the team now the leads, who send it, who looks after it, and all who wrote in it.

    Of one that the council types in for somebody, the officer who does; and guests who may write, not those who read.
    """
    wrote = exists().where(
        Deed.subject == Application.kind,
        Deed.subject_id == draft.id,
        Deed.actor_id == TeamMember.person_id,
        Deed.verb.in_(WROTE),
    )
    officer = session.scalars(
        select(Person).join(Keyed, Keyed.keyed_by == Person.id).where(Keyed.application_id == draft.id)
    )
    team = session.scalars(
        select(Person)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(is_of(TeamMember.organisation_id, draft.owner_id), TeamMember.left_at.is_(None))
        .where((TeamMember.role == Role.LEAD.code) | (TeamMember.person_id == draft.looked_after_by) | wrote)
        .order_by(TeamMember.id)
    )
    guests = session.scalars(
        select(Person)
        .join(Guest, Guest.person_id == Person.id)
        .where(Guest.application_id == draft.id, Guest.role == WRITE, Guest.ended_at.is_(None))
        .order_by(Person.id)
    )
    return list(dict.fromkeys([*officer, *team, *guests]))
