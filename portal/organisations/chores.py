"""Two days before an invitation ends, whoever has not answered it is reminded, once."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.db.session import action, db
from portal.jobs.registry import job
from portal.kit.dates import utc_now
from portal.kit.refs import digest, new_token
from portal.kit.text import N_
from portal.organisations import notices
from portal.organisations.models import TeamInvitation
from portal.organisations.one import standing
from portal.organisations.rules import REMINDED_BEFORE

AT_A_TIME = 100


@job("remind_invited", dt.timedelta(hours=1), N_("Remind people of an invitation that ends soon"))
def remind_invited() -> int:
    """Remind everybody whose invitation ends within two days; how many there were."""
    now = utc_now()
    ids = db.session.scalars(
        select(TeamInvitation.id)
        .where(TeamInvitation.ended_at.is_(None), TeamInvitation.reminded_at.is_(None))
        .where(TeamInvitation.expires_at > now, TeamInvitation.expires_at <= now + REMINDED_BEFORE)
        .order_by(TeamInvitation.expires_at, TeamInvitation.id)
        .limit(AT_A_TIME)
    ).all()
    return sum(remind(id) for id in ids)


def remind(id: int) -> bool:
    """Remind one of them, unless they answered this very moment. The reminder's link works beside the first one."""
    with action() as session:
        invitation = living(session, id)
        if invitation is None:
            return False
        token = new_token()
        invitation.reminder_digest, invitation.reminded_at = digest(token), utc_now()
        organisation = standing(session, invitation.organisation_id)
        inviter = session.get_one(Person, invitation.invited_by)
        notices.reminder(invitation, organisation, token=token, invited_by=inviter.name or inviter.email)
        return True


def living(session: Session, id: int) -> TeamInvitation | None:
    """The invitation, held, where it is unanswered and nobody was reminded of it."""
    return session.scalar(
        select(TeamInvitation)
        .where(TeamInvitation.id == id, TeamInvitation.ended_at.is_(None), TeamInvitation.reminded_at.is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
