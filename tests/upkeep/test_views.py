"""The outbox and background work on the council's screens."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import action, db
from portal.history.models import Deed
from portal.jobs import worker
from portal.jobs.models import JobRun
from portal.jobs.registry import JOBS
from portal.mail.models import Letter
from tests.db.test_session import at_once
from tests.mail.sinks import write
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
SAID = "A heron stood in the canal"


def failed(
    to: str = "gone@example.org", *, secret: bool = False, template: str = "applications/mail/receipt"
) -> Letter:
    """A letter that has failed."""
    letter = write(to, SAID, SAID, secret=secret)
    with action():
        letter.status, letter.error, letter.template = "failed", "550 No such <person>", template
    return letter


def test_the_list_says_what_kind_to_whom_and_how_it_went(app: Flask, as_: As) -> None:
    failed()
    write("amina@example.org", SAID)
    page = as_("wei").get("/outbox").text
    for words in ("Receipt for an application", "gone@example.org", "Failed", "550 No such &lt;person&gt;", "Waiting"):
        assert words in page
    assert "2 e-mails" not in page
    assert "1 e-mail is due to go" in page


@pytest.mark.parametrize("who", ["wei", "helen"])
def test_what_a_letter_says_is_shown_to_nobody(app: Flask, as_: As, who: str) -> None:
    ref = failed().ref
    for path in ("/outbox", f"/outbox/{ref}", "/inbox", "/outbox?q=gone@example.org"):
        assert SAID not in as_(who).get(path).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=failed", {"gone@example.org"}),
        ("state=waiting", {"amina@example.org"}),
        ("state=sent", set()),
        ("state=nonsense", {"gone@example.org", "amina@example.org"}),
        ("q=Amina@example.org", {"amina@example.org"}),
        ("q=amina", set()),
        ("q=%25", set()),
        ("q=gone@example.org&state=waiting", set()),
        ("after=nonsense", {"gone@example.org", "amina@example.org"}),
    ],
)
def test_it_is_searched_by_state_and_by_whole_address(app: Flask, as_: As, query: str, found: set[str]) -> None:
    failed()
    write("amina@example.org")
    page = as_("wei").get(f"/outbox?{query}").text
    assert {address for address in ("gone@example.org", "amina@example.org") if f"To {address}" in page} == found


def test_it_is_searched_by_reference(app: Flask, as_: As) -> None:
    ref = failed().ref
    write("amina@example.org")
    page = as_("wei").get(f"/outbox?q={ref}").text
    assert ("To gone@example.org" in page, "To amina@example.org" in page) == (True, False)


def test_it_is_read_a_page_at_a_time(app: Flask, as_: As) -> None:
    for number in range(30):
        write(f"person{number}@example.org")
    client, seen, path = as_("wei"), [], "/outbox?state=waiting"
    while path:
        page = client.get(path).text
        seen += re.findall(r"To (person\d+)@", page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        path = following[1].replace("&amp;", "&") if following else ""
    assert seen == [f"person{number}" for number in reversed(range(30))]


def test_an_administrator_has_a_failed_letter_sent_again(app: Flask, as_: As, send: Any) -> None:
    ref, client = failed().ref, as_("wei")
    assert send(client, f"/outbox/{ref}", action=f"/outbox/{ref}/again").status_code == 303
    page = client.get(f"/outbox/{ref}").text
    assert "Wei Chen had it sent again." in page
    assert "Send again" not in page
    assert [deed.verb for deed in db.session.scalars(select(Deed).where(Deed.subject == "letter"))] == ["send_again"]


def test_a_press_that_comes_twice_counts_once_and_a_second_window_is_told(app: Flask, as_: As) -> None:
    ref, client = failed().ref, as_("wei")
    path = f"/outbox/{ref}/again"
    first, second = (form_to(client.get(f"/outbox/{ref}").text, path).fields for _ in range(2))
    answers = [client.post(path, data=data).status_code for data in (first, first, second)]
    assert answers == [303, 303, 409]
    assert len(db.session.scalars(select(Deed).where(Deed.subject == "letter")).all()) == 1


def test_one_with_a_code_in_it_says_why_it_does_not_go_again(app: Flask, as_: As) -> None:
    ref = failed(secret=True).ref
    page = as_("wei").get(f"/outbox/{ref}").text
    assert "The person has to ask for a new one." in page
    assert "Send again" not in page


def test_the_programme_lead_reads_and_changes_nothing(app: Flask, as_: As) -> None:
    ref = failed().ref
    assert "Send again" not in as_("helen").get(f"/outbox/{ref}").text


def test_failed_letters_wait_in_the_administrators_inbox(app: Flask, as_: As) -> None:
    failed()
    failed("code@example.org", secret=True)
    page = as_("wei").get("/inbox").text
    assert "E-mails that failed" in page
    assert "gone@example.org" in page
    assert "code@example.org" not in page, "nothing can be done about it"
    assert "E-mails that failed" not in as_("joyce").get("/inbox").text


def test_a_job_is_started_at_once_by_the_worker(app: Flask, as_: As, send: Any) -> None:
    worker.tick("a worker")
    assert worker.due({"forget_forms": worker.JOBS["forget_forms"]}) == []
    client = as_("wei")
    assert send(client, "/jobs", action="/jobs/forget_forms/run").status_code == 303
    assert "starts within a few seconds" in client.get("/jobs").text
    assert worker.due(worker.JOBS) == ["forget_forms"]
    [deed] = db.session.scalars(select(Deed).where(Deed.verb == "run_job")).all()
    assert deed.facts == {"job": "forget_forms"}


def test_a_job_that_runs_is_not_started_a_second_time(app: Flask, as_: As, send: Any) -> None:
    assert worker.claim("forget_forms", "a worker")
    client = as_("wei")
    send(client, "/jobs", action="/jobs/forget_forms/run")
    assert "running already" in client.get("/jobs").text
    assert not worker.claim("forget_forms", "another worker")
    assert db.session.scalars(select(Deed).where(Deed.verb == "run_job")).all() == []


def test_sixteen_presses_at_once_run_it_once(app: Flask) -> None:
    results = at_once(app, lambda _place: worker.bring_forward("forget_forms") and None)
    assert results == [None] * 16
    assert [worker.claim("forget_forms", "a"), worker.claim("forget_forms", "b")] == [True, False]


def test_the_page_of_jobs_says_how_each_stands(app: Flask, as_: As) -> None:
    worker.beat("a worker")
    worker.tick("a worker")
    with action() as session:
        row = session.get_one(JobRun, "forget_forms")
        row.failures, row.last_error = 2, "OperationalError"
    page = as_("wei").get("/jobs").text
    for words in (
        "At work",
        "Last run on",
        "Next run on",
        "It failed 2 times in a row, the last time with: Operational",
    ):
        assert words in page


def test_every_job_is_called_by_a_title_and_not_by_its_name() -> None:
    ours = [job for job in JOBS.values() if job.work.__module__.startswith("portal.")]
    assert len(ours) >= 6
    assert [job.name for job in ours if not job.title] == []


def test_without_a_worker_the_page_of_jobs_says_so(app: Flask, as_: As) -> None:
    assert "No e-mail goes and no job runs until it is started." in as_("wei").get("/jobs").text
