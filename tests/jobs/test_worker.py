"""Jobs of the clock run in one process at a time, and a failure stops nothing else."""

import datetime as dt
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from portal.db.session import db
from portal.jobs import queries, worker
from portal.jobs.models import JobRun, Worker
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


def test_a_pump_that_fails_stops_neither_the_others_nor_the_jobs(app: Flask) -> None:
    ran: list[str] = []

    def break_down() -> int:
        raise RuntimeError("no")

    pump("breaks")(break_down)
    pump("letters")(lambda: ran.append("letters") or 1)
    job("count", every=dt.timedelta(hours=1))(lambda: ran.append("count") or 1)
    with pytest.raises(RuntimeError):
        worker.tick("a")
    assert ran == ["letters", "count"]


def test_a_job_that_failed_is_tried_sooner_than_it_asks(app: Flask) -> None:
    day = dt.timedelta(days=1)
    minutes = [worker.wait_after(failures, day) // dt.timedelta(minutes=1) for failures in (0, 1, 2, 3, 20)]
    assert minutes == [1440, 5, 10, 20, 1440]
    assert worker.wait_after(1, dt.timedelta(minutes=1)) == dt.timedelta(minutes=1)


def test_a_worker_says_that_it_is_alive_and_when_it_stops(app: Flask) -> None:
    stop, seen = threading.Event(), []

    def look() -> int:
        seen.append(queries.worker_seen_at())
        stop.set()
        return 0

    pump("look")(look)
    worker.run(stop, "a")
    assert queries.has_worker(seen[0])
    assert queries.worker_seen_at() is None


def test_a_worker_goes_on_when_the_database_does_not_hear_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(worker, "AFTER_FAILURE_SECONDS", 0.01)
    stop, rounds = threading.Event(), []

    def away() -> int:
        rounds.append(1)
        if len(rounds) > 2:
            stop.set()
        raise OperationalError("SELECT amina@example.org", {}, Exception("gone"))

    pump("away")(away)
    worker.run(stop, "a")
    assert len(rounds) == 3
    said = capsys.readouterr().out
    assert said.count("OperationalError") == 3
    assert "amina" not in said


def test_workers_that_are_gone_are_forgotten(app: Flask, clock: Any) -> None:
    worker.beat("gone")
    clock.shift(dt.timedelta(days=2))
    worker.beat("here")
    assert worker.forget_workers() == 1
    assert list(db.session.scalars(select(Worker.name))) == ["here"]


def test_how_a_job_stands(app: Flask, clock: Any) -> None:
    job("count", every=dt.timedelta(hours=1), title="Count things")(lambda: 1)
    [stands] = queries.jobs()
    assert (stands.title, stands.started_at, stands.is_well) == ("Count things", None, True)
    worker.claim("count", "a")
    [stands] = queries.jobs()
    assert (stands.is_running, stands.seconds) == (True, None)
    clock.shift(dt.timedelta(seconds=3))
    worker.perform(JOBS["count"], "a")
    [stands] = queries.jobs()
    assert (stands.is_running, stands.seconds, stands.is_late) == (False, 3.0, False)
    clock.shift(dt.timedelta(minutes=80))
    assert queries.jobs()[0].is_late
