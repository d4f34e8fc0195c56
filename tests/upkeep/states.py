"""The outbox and background work in every state that a page can show."""

from sqlalchemy import select

from portal.db.session import action, db
from portal.jobs import worker
from portal.jobs.models import JobRun
from portal.jobs.registry import JOBS
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.mail.actions import send_again
from portal.mail.models import Letter
from tests.states import TYPED, missing, once, someone


def with_status(status: str, number: int = 0) -> Letter:
    """One of the demonstration's letters that stand so."""
    question = select(Letter).where(Letter.status == status).order_by(Letter.id).offset(number)
    return db.session.scalars(question).first() or missing(f"letter that is {status}")


@once
def failed_letter() -> Letter:
    """A letter that could go again."""
    return with_status("failed")


@once
def waiting_letter() -> Letter:
    """A letter that the mail server put off."""
    return with_status("waiting")


@once
def forgotten_letter() -> Letter:
    """A letter with a code in it that never went, and is forgotten."""
    now = utc_now()
    with action() as session:
        letter = Letter(
            ref=new_id(),
            to_address="nobody.there@example.org",
            subject=TYPED,
            text="",
            html="",
            template="accounts/mail/sign_in",
            status="failed",
            error="550 No such person",
            created_at=now,
            next_try_at=now,
            tries=1,
            secret=True,
        )
        session.add(letter)
    return letter


@once
def letter_sent_again() -> Letter:
    """A letter that failed, and that Wei had sent again."""
    found = with_status("failed", 1)
    send_again(found, by=someone("wei"))
    return found


def jobs_that_ran() -> str:
    """The page of jobs, of which one has run, one has failed, and one is running."""
    ran, failed, running = sorted(JOBS)[:3]
    for name in (ran, failed, running):
        worker.claim(name, "a worker")
    worker.perform(JOBS[ran], "a worker")
    now = utc_now()
    with action() as session:
        row = session.get_one(JobRun, failed)
        row.failures, row.last_error, row.last_finished_at, row.leased_until = 2, "OperationalError", now, None
    worker.beat("a worker")
    return "/jobs"
