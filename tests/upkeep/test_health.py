"""Whether all is well is said in words, at an address that anybody may ask, and without a word about anybody."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event, text

from portal.app import create_app
from portal.db.session import action, db
from portal.jobs import worker
from portal.jobs.models import JobRun
from portal.jobs.registry import JOBS
from portal.kit.dates import utc_now
from portal.upkeep import health
from tests.houses import settings
from tests.mail.sinks import write
from tests.reader import Reader

CHECKS = {"database", "storage", "files", "migrations", "worker", "jobs", "scanning", "pdfs", "letters"}


def asked(client: Reader, path: str = "/health/ready") -> tuple[int, dict[str, Any]]:
    """The status and what it says."""
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, json.loads(answer.text)


def ill(body: dict[str, Any]) -> set[str]:
    """The checks that are not well."""
    return {name for name, check in body["checks"].items() if not check["well"]}


def all_well() -> None:
    """A worker that is alive and has run every job."""
    worker.beat("a worker")
    for name, job in JOBS.items():
        if worker.claim(name, "a worker"):
            worker.perform(job, "a worker")


def test_all_is_well(app: Flask, client: Reader) -> None:
    all_well()
    status, body = asked(client)
    assert (status, body["status"], body["well"], ill(body)) == (200, "ready", True, set())
    assert set(body["checks"]) == CHECKS
    assert set(body["jobs"]) == set(JOBS)
    assert {job["failures"] for job in body["jobs"].values()} == {0}
    assert all(job["last_run"] and job["next_run"] for job in body["jobs"].values())
    assert asked(client, "/health/ready?strict=1")[0] == 200


def test_it_asks_no_more_than_a_page(app: Flask, client: Reader, queries: Any) -> None:
    all_well()
    with queries() as counted:
        asked(client)
    assert counted.number <= 8


def test_without_a_worker_people_are_served_and_it_is_said(app: Flask, client: Reader, clock: Any) -> None:
    status, body = asked(client)
    assert (status, body["status"], ill(body)) == (200, "ready", {"worker"})
    assert asked(client, "/health/ready?strict=1")[0] == 503
    all_well()
    clock.shift(dt.timedelta(minutes=6))
    assert "worker" in ill(asked(client)[1])


def test_a_worker_that_stopped_in_order_is_missed_at_once(app: Flask, client: Reader) -> None:
    all_well()
    worker.leave("a worker")
    assert ill(asked(client)[1]) == {"worker"}


def test_a_job_that_fails_is_named(app: Flask, client: Reader) -> None:
    all_well()
    with action() as session:
        session.get_one(JobRun, "forget_forms").failures = 3
    _, body = asked(client)
    assert ill(body) == {"jobs"}
    assert "Forget which forms were sent" in body["checks"]["jobs"]["words"]
    assert body["jobs"]["forget_forms"]["failures"] == 3


def test_a_job_that_is_late_is_named(app: Flask, client: Reader) -> None:
    all_well()
    with action() as session:
        session.get_one(JobRun, "forget_forms").next_run_at = utc_now() - dt.timedelta(minutes=16)
    assert ill(asked(client)[1]) == {"jobs"}


def test_letters_that_do_not_go_are_counted(app: Flask, client: Reader, clock: Any) -> None:
    all_well()
    write("amina@example.org")
    assert ill(asked(client)[1]) == set()
    clock.shift(dt.timedelta(minutes=20))
    _, body = asked(client)
    assert "letters" in ill(body)
    assert "E-mails to go now: 1. The oldest waits for 20 minutes." in body["checks"]["letters"]["words"]


def test_a_database_that_is_not_up_to_date_serves_nobody(app: Flask, client: Reader) -> None:
    with action() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '001'"))
    status, body = asked(client)
    assert (status, body["status"], ill(body)) == (503, "not ready", {"migrations"})
    assert "flask db upgrade" in body["checks"]["migrations"]["words"]


def test_a_database_that_is_empty_serves_nobody(tmp_path: Path) -> None:
    portal = create_app(settings(f"sqlite:///{tmp_path / 'empty.sqlite3'}", tmp_path))
    answer = portal.test_client().get("/health/ready")
    assert answer.status_code == 503


def test_a_database_that_takes_no_changes_serves_nobody(app: Flask, client: Reader) -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    read_only = "PRAGMA query_only=ON" if is_sqlite else "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"

    def close(connection: Any, _record: object, _proxy: object) -> None:
        cursor = connection.cursor()
        cursor.execute(read_only)
        cursor.close()
        if not is_sqlite:
            connection.commit()

    event.listen(db.engine, "checkout", close)
    try:
        status, body = asked(client)
    finally:
        event.remove(db.engine, "checkout", close)
        db.engine.dispose()
    assert (status, ill(body)) == (503, {"database"})


def test_without_a_database_it_says_so_and_is_still_alive(tmp_path: Path) -> None:
    portal = create_app(settings(f"sqlite:///{tmp_path / 'away' / 'portal.sqlite3'}", tmp_path))
    client = portal.test_client()
    client.set_cookie("signed-in", "somebody")
    answer = client.get("/health/ready")
    assert (answer.status_code, ill(answer.json)) == (503, {"database"})
    assert client.get("/health/live").json == {"status": "live"}


def test_a_folder_that_cannot_be_written_to_serves_nobody(app: Flask, client: Reader, tmp_path: Path) -> None:
    before = app.extensions["portal_settings"]
    app.extensions["portal_settings"] = settings(before.database_url, tmp_path / "gone")
    try:
        status, body = asked(client)
    finally:
        app.extensions["portal_settings"] = before
    assert (status, "storage" in ill(body)) == (503, True)


def test_nothing_is_said_about_anybody_or_anything_inside(app: Flask, client: Reader) -> None:
    all_well()
    write("amina.canary@example.org", "A canary")
    said = client.get("/health/ready").text
    assert not re.search(r"canary|@|/[a-z]+/|sqlite|postgres|\d+\.\d+\.\d+", said, re.IGNORECASE)


def test_the_newest_migration_is_known(sqlite_app: Flask) -> None:
    there = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    assert health.newest_migration() == there
