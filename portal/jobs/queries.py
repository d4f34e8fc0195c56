"""How background work stands: each job's last and next run, and the workers that are alive."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from portal.db.session import db
from portal.jobs.models import JobRun, Worker
from portal.jobs.registry import JOBS
from portal.kit.dates import utc_now

LATE = dt.timedelta(minutes=15)
ALIVE = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class JobStands:
    """One job: when it ran, how long that took, when it runs next, and how often it failed since it went well."""

    name: str
    title: str
    every: dt.timedelta
    started_at: dt.datetime | None
    finished_at: dt.datetime | None
    next_at: dt.datetime | None
    is_running: bool
    is_late: bool
    failures: int
    error: str | None

    @property
    def seconds(self) -> float | None:
        """How long the last run took; None where none has ended since it began."""
        if self.started_at is None or self.finished_at is None or self.finished_at < self.started_at:
            return None
        return (self.finished_at - self.started_at).total_seconds()

    @property
    def is_well(self) -> bool:
        """Whether it runs when it should and ends as it should."""
        return not self.is_late and not self.failures


def jobs() -> Sequence[JobStands]:
    """Every job that the portal knows, by name, run or not."""
    rows = {row.name: row for row in db.session.scalars(select(JobRun))}
    return [stands(name, rows.get(name)) for name in sorted(JOBS)]


def stands(name: str, row: JobRun | None) -> JobStands:
    """One job with what its row says; a job without one waits for its first run."""
    job, now = JOBS[name], utc_now()
    if row is None:
        return JobStands(name, job.called, job.every, None, None, None, False, False, 0, None)
    running = row.leased_until is not None and row.leased_until >= now
    return JobStands(
        name,
        job.called,
        job.every,
        row.last_started_at,
        row.last_finished_at,
        row.next_run_at,
        is_running=running,
        is_late=not running and row.next_run_at < now - LATE,
        failures=row.failures,
        error=row.last_error,
    )


def worker_seen_at() -> dt.datetime | None:
    """When a worker last said that it is alive."""
    return db.session.scalar(select(func.max(Worker.seen_at)))


def has_worker(seen_at: dt.datetime | None) -> bool:
    """Whether that is recent enough to count on."""
    return seen_at is not None and utc_now() - seen_at <= ALIVE
