"""What must not come alive again from a backup: letters that may have gone since, and sign-ins that may have ended."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from portal.accounts.models import SignIn, SignInRequest
from portal.db.session import action
from portal.history.actions import note
from portal.jobs.models import JobRun, Worker
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.mail.models import Letter
from portal.permissions import PORTAL
from portal.programme.models import Council

MAY_HAVE_GONE = N_("It waited when the backup was taken that the portal was put back from. It may have gone since.")


@dataclass(frozen=True, slots=True)
class Laid:
    """How many letters were set aside, and how many sign-ins were ended."""

    letters: int = 0
    sign_ins: int = 0


def lay_to_rest(*, moved: bool) -> Laid:
    """Do what a backup's age asks for, in one transaction. Only columns that every backup has are named here.

    Workers are gone with their machine, and with them what they had begun. Where the portal was stopped before the
    backup and only `moved`, nothing has happened since, and the rest goes on as it was.
    """
    now = utc_now()
    with action() as session:
        session.execute(delete(Worker))
        session.execute(update(JobRun).values(leased_until=None, leased_by=None))
        session.execute(update(Letter).values(leased_until=None))
        if moved:
            return Laid()
        session.execute(update(SignInRequest).where(SignInRequest.ended_at.is_(None)).values(ended_at=now))
        ended = session.execute(update(SignIn).where(SignIn.ended_at.is_(None)).values(ended_at=now))
        aside = session.execute(
            update(Letter).where(Letter.status == "waiting").values(status="failed", error=MAY_HAVE_GONE)
        )
        # A code or a link of then opens nothing any more, and is not to be sent again.
        session.execute(
            update(Letter).where(Letter.secret.is_(True), Letter.status == "failed").values(text="", html="")
        )
        return Laid(aside.rowcount, ended.rowcount)  # type: ignore[attr-defined]


def write_down() -> None:
    """Write into the history that all of it was put back; tables of an older version are left alone."""
    with action() as session:
        council = session.scalar(select(Council))
        if council:
            note(council, "put_back", by=PORTAL)
