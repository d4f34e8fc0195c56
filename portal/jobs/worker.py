"""The worker: claims what is due, runs it, and goes on when it fails."""

import datetime as dt
import os
import secrets
import threading
import time

import structlog
from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from portal.db.session import action, db
from portal.jobs.models import JobRun, Worker
from portal.jobs.registry import JOBS, PUMPS, Job
from portal.kit.dates import utc_now
from portal.kit.faults import way_to

log = structlog.get_logger()

LEASE = dt.timedelta(minutes=10)
IDLE_SECONDS = 1.0
AFTER_FAILURE_SECONDS = 5.0
BEAT_SECONDS = 20.0
RETRY_SOONEST = dt.timedelta(minutes=5)
WORKERS_KEPT = dt.timedelta(days=1)
"""How long a worker is remembered that nobody has heard of."""


def name_of_this() -> str:
    """A name for this process that no other has."""
    return f"{os.getpid()}-{secrets.token_hex(4)}"


def run(stop: threading.Event, me: str | None = None) -> None:
    """Work until told to stop. Needs an app context."""
    me, beaten = me or name_of_this(), float("-inf")
    log.info("worker_started", worker=me)
    while not stop.is_set():
        try:
            if time.monotonic() - beaten >= BEAT_SECONDS:
                beat(me)
                beaten = time.monotonic()
            did = tick(me)
        except Exception as error:
            log.error("worker", worker=me, error=type(error).__name__, where=[*way_to(error)])
            did = 0
            stop.wait(AFTER_FAILURE_SECONDS)
        finally:
            db.session.remove()
        if not did:
            stop.wait(IDLE_SECONDS)
    leave(me)
    log.info("worker_stopped", worker=me)


def beat(me: str) -> None:
    """Say that this worker is alive."""
    now = utc_now()
    with action() as session:
        row = session.get(Worker, me)
        if row is None:
            session.add(Worker(name=me, started_at=now, seen_at=now))
        else:
            row.seen_at = now


def leave(me: str) -> None:
    """Say that this worker has stopped, where the database still hears it."""
    try:
        with action() as session:
            session.execute(delete(Worker).where(Worker.name == me))
    except SQLAlchemyError as error:
        log.error("worker", worker=me, error=type(error).__name__, where=[*way_to(error)])


def forget_workers(older_than: dt.timedelta = WORKERS_KEPT) -> int:
    """Forget workers that have not been heard of for a day; how many."""
    with action() as session:
        return session.query(Worker).where(Worker.seen_at < utc_now() - older_than).delete()


def tick(me: str) -> int:
    """One round: every pump, then every job that is due; how many things were done.

    A pump that fails stops neither the others nor the jobs; its error is raised when the round is over.
    """
    did, failures = 0, []
    for work in PUMPS.values():
        try:
            did += work()
        except Exception as error:
            db.session.rollback()
            failures.append(error)
    for name in due(JOBS):
        if claim(name, me):
            did += perform(JOBS[name], me)
    if failures:
        raise failures[0]
    return did


def due(jobs: dict[str, Job]) -> list[str]:
    """The names of the jobs that nobody has run for long enough."""
    now = utc_now()
    known = {row.name: row for row in db.session.execute(select(JobRun.name, JobRun.next_run_at, JobRun.leased_until))}
    ready = []
    for name in jobs:
        row = known.get(name)
        if row is None or (row.next_run_at <= now and (row.leased_until is None or row.leased_until < now)):
            ready.append(name)
    return ready


def claim(name: str, me: str) -> bool:
    """Take the lease of a job; False when somebody else was quicker, be it only in writing its first row."""
    try:
        with action() as session:
            return take(session, name, me)
    except IntegrityError:
        return False


def take(session: Session, name: str, me: str) -> bool:
    """Take the lease, if the job is due and nobody holds it."""
    now = utc_now()
    if session.get(JobRun, name) is None:
        session.add(JobRun(name=name, next_run_at=now, failures=0))
        session.flush()
    taken = session.scalar(
        update(JobRun)
        .where(JobRun.name == name, JobRun.next_run_at <= now)
        .where(or_(JobRun.leased_until.is_(None), JobRun.leased_until < now))
        .values(leased_until=now + LEASE, leased_by=me, last_started_at=now)
        .returning(JobRun.name)
        .execution_options(synchronize_session=False)
    )
    return taken is not None


def perform(job: Job, me: str) -> int:
    """Run a claimed job and write down how it went."""
    started = time.monotonic()
    did, problem = 0, None
    try:
        did = job.work()
    except Exception as error:
        db.session.rollback()
        problem = type(error).__name__
        log.error("job", worker=me, job=job.name, error=problem, where=[*way_to(error)])
    now = utc_now()
    with action() as session:
        row = session.get_one(JobRun, job.name)
        row.failures = row.failures + 1 if problem else 0
        row.last_error = problem
        row.last_finished_at = now
        row.next_run_at = now + wait_after(row.failures, job.every)
        row.leased_until = row.leased_by = None
    log.info("job", worker=me, job=job.name, did=did, seconds=round(time.monotonic() - started, 2))
    return did


def wait_after(failures: int, every: dt.timedelta) -> dt.timedelta:
    """How long until the next run: as the job asks, but after a failure sooner: 5 minutes, doubling."""
    return min(every, RETRY_SOONEST * 2 ** min(failures - 1, 10)) if failures else every


def bring_forward(name: str) -> bool:
    """Have a worker run a job at once; False where one is running it already. KeyError for a job that is not there."""
    job, now = JOBS[name], utc_now()
    with action() as session:
        row = session.get(JobRun, job.name, with_for_update=True)
        if row is None:  # it has never run, so it is due
            return True
        if row.leased_until is not None and row.leased_until >= now:
            return False
        row.next_run_at = min(row.next_run_at, now)
        return True
