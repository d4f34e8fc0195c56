"""Jobs of the clock run in one process at a time, and a failure stops nothing else."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from portal.db.session import db
from portal.jobs import worker
from portal.jobs.models import JobRun
from portal.jobs.registry import JOBS, PUMPS, Job, job, pump
from tests.db.test_session import at_once


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Only the jobs of the test."""
    jobs, pumps = dict(JOBS), dict(PUMPS)
    JOBS.clear()
    PUMPS.clear()
    yield
    JOBS.clear()
    PUMPS.clear()
    JOBS.update(jobs)
    PUMPS.update(pumps)


def test_a_job_runs_when_it_is_due_and_not_before(app: Flask, clock: Any) -> None:
    ran: list[int] = []
    job("count", every=dt.timedelta(hours=1))(lambda: ran.append(1) or 1)
    assert [worker.tick("a"), worker.tick("a")] == [1, 0]
    clock.shift(dt.timedelta(minutes=61))
    assert worker.tick("a") == 1
    assert len(ran) == 2


def test_sixteen_workers_run_it_once(app: Flask) -> None:
    ran: list[int] = []
    job("count", every=dt.timedelta(hours=1))(lambda: ran.append(1) or 1)
    worker.claim("other", "first")
    results = at_once(app, lambda place: worker.tick(f"worker-{place}") and None)
    assert [error for error in results if error is not None] == []
    assert ran == [1]


def test_a_failure_is_written_down_and_tried_again(app: Flask, clock: Any) -> None:
    def break_down() -> int:
        raise RuntimeError("no")

    job("breaks", every=dt.timedelta(minutes=5))(break_down)
    worker.tick("a")
    row = db.session.get_one(JobRun, "breaks")
    assert (row.failures, row.last_error, row.leased_until) == (1, "RuntimeError", None)
    clock.shift(dt.timedelta(minutes=6))
    JOBS["breaks"] = Job("breaks", dt.timedelta(minutes=5), lambda: 3)
    assert worker.tick("a") == 3
    db.session.rollback()
    assert (db.session.get_one(JobRun, "breaks").failures, row.last_error) == (0, None)


def test_the_job_of_a_worker_that_died_is_anybodys_once_its_lease_is_over(app: Flask, clock: Any) -> None:
    job("count", every=dt.timedelta(hours=1))(lambda: 1)
    assert worker.claim("count", "dead")
    assert not worker.claim("count", "alive")
    assert worker.due(JOBS) == []
    clock.shift(worker.LEASE + dt.timedelta(seconds=1))
    assert worker.due(JOBS) == ["count"]
    assert worker.claim("count", "alive")


def test_pumps_run_every_time(app: Flask) -> None:
    pump("letters")(lambda: 2)
    assert [worker.tick("a"), worker.tick("a")] == [2, 2]
