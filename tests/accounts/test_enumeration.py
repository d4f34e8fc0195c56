"""Nobody learns whether an address is known, or is a council one, before they have the e-mailed code.

Time is told from 200 of each kind on a machine that is busy with other things. So what is measured is the processor's
time of this thread (on SQLite the database's work is in it), the kinds take turns and change places from round to
round, and what is compared is the median of the rounds' differences, as a share of the median request. PostgreSQL
works elsewhere: that it is asked the same there is told by test_sign_in.py.
"""

import gc
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert, select

from portal.accounts.models import CouncilRole, Person
from portal.db.session import action, db
from portal.kit.dates import utc_now
from tests.reader import form_to

ROUNDS = 200
SAME = 0.05
KINDS = ("nobody", "partner", "council")


def addresses() -> dict[str, list[str]]:
    """So many addresses of each kind, none of which has had a letter yet."""
    found = {kind: [f"{kind}.{number:03}@example.org" for number in range(ROUNDS)] for kind in KINDS}
    now = utc_now()
    with action() as session:
        for email in found["partner"] + found["council"]:
            session.add(Person(ref=email, email=email, name="Somebody", created_at=now))
        session.flush()
        officers = session.scalars(select(Person.id).where(Person.email.in_(found["council"])))
        rows = [{"person_id": id, "role": "approver", "given_at": now} for id in officers]
        session.execute(insert(CouncilRole), rows)
    db.session.remove()
    return found


class Stranger:
    """Somebody who asks for letters and types codes at random."""

    def __init__(self, app: Flask) -> None:
        self.client: Any = app.test_client()
        self.client.strict = False
        self.word = form_to(self.client.get("/sign-in").text, "/sign-in").fields["csrf_token"][0]
        self.sent = 0

    def post(self, path: str, **typed: str) -> tuple[float, Any]:
        """Send a form from yet another place; the processor's seconds that it took, and the answer."""
        self.sent += 1
        here = {"REMOTE_ADDR": f"10.0.{self.sent // 100}.{self.sent % 100}"}
        data = {**typed, "csrf_token": self.word, "_key": f"{self.sent:016}"}
        began = time.thread_time()
        answer = self.client.post(path, data=data, environ_base=here)
        return time.thread_time() - began, answer

    def ask(self, email: str) -> tuple[dict[str, float], tuple[object, ...]]:
        """Ask for a letter and type a wrong code: how long each took, and all that a stranger sees of it."""
        asking, asked = self.post("/sign-in", email=email, device="shared", next="")
        page = self.client.get("/sign-in/code")
        trying, tried = self.post("/sign-in/code", code="12345")
        seen = (asked.status_code, asked.location, shape(page, email), shape(tried, email))
        return {"asking": asking, "trying": trying}, seen


def shape(answer: Any, email: str) -> tuple[int, str]:
    """An answer's status, and its body without the address and what is new in each answer."""
    return answer.status_code, re.sub(r'value="[\w=-]{16,}"', "", answer.text.replace(email, "ADDRESS"))


@pytest.fixture
def unhurried() -> Iterator[None]:
    """No collection of rubbish in the middle of a request."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("unhurried")
def test_kinds_of_addresses_are_told_apart_by_nothing(sqlite_app: Flask) -> None:
    stranger, found = Stranger(sqlite_app), addresses()
    for number in range(5):
        stranger.ask(f"warm.{number}@example.org")
    took: dict[tuple[str, str], list[float]] = defaultdict(list)
    answers = set()
    for number in range(ROUNDS):
        for place in range(len(KINDS)):
            kind = KINDS[(number + place) % len(KINDS)]
            times, seen = stranger.ask(found[kind][number])
            answers.add(seen)
            for step, seconds in times.items():
                took[step, kind].append(seconds)

    assert len(answers) == 1, "same status, same way, same words"
    apart = {(step, kind): round(share(took[step, kind], took[step, "nobody"]), 4) for step, kind in took}
    assert {which: by for which, by in apart.items() if abs(by) > SAME} == {}


def share(times: list[float], others: list[float]) -> float:
    """How much longer these took than the others of their round, by the median, as a share of a request."""
    return median(a - b for a, b in zip(times, others, strict=True)) / median(times + others)


def test_a_code_typed_at_random_never_leads_to_the_second_factor(app: Flask) -> None:
    stranger = Stranger(app)
    for email in ("joyce.adeyemi@example.org", "amina.yusuf@example.org", "nobody@example.org"):
        _, asked = stranger.post("/sign-in", email=email, device="shared", next="")
        _, tried = stranger.post("/sign-in/code", code="12345")
        assert (asked.status_code, asked.location, tried.status_code) == (303, "/sign-in/code", 422)
        assert stranger.client.get("/sign-in/authenticator").location == "/sign-in?next=/sign-in/authenticator"
