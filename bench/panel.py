"""What the council's work costs the server where there is much of it: a panel of 150, beside a queue of 10,000.

    python bench/panel.py           on SQLite and on PostgreSQL
    python bench/panel.py --quick   the same, with fewer requests

The pages are measured as in bench/serve.py: beside a bare Flask and ORM page with the same rows, in the same run. Then
each is opened five times while its statements are timed: the middle one of its slowest counts, because machines are
noisy. It prints its figures last, and exits with 1 when a page costs more than its budget, sends more than eight
statements, or one of them takes longer than 20 ms.
"""

import argparse
import contextlib
import io
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Engine, event, func, select, text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import LIVE, OPEN, Copies, season_code
from bench.serve import DETAIL, LIST, OTHER, READING, SEVERAL, Case, measure, on_both, who_of
from portal.accounts.actions import sign_in_as
from portal.app import create_app
from portal.applications.models import Application
from portal.assessments.models import Assessment, Standing
from portal.assessments.ranking import READY
from portal.db.session import db
from portal.demo.build import build
from portal.demo.cast import BY_KEY
from portal.desk import queues
from portal.funds.models import Round
from portal.organisations.queries import someone_for
from tests.houses import settings

QUEUE, PANEL = 10_000, 150
ROWS = 25
STATEMENTS_MOST, STATEMENT_MS = 8, 20.0


@dataclass(frozen=True, slots=True)
class Size:
    """How often each page is asked for."""

    requests: int

    def __str__(self) -> str:
        return f"a panel of {PANEL}, a queue of {QUEUE:,}, {self.requests} requests for each page"


@dataclass(slots=True)
class Timed:
    """The statements of a page: the milliseconds that each took."""

    took: list[float] = field(default_factory=list)
    began: float = 0.0


def seed(url: str, folder: Path) -> str:
    """Fill an empty database with a full queue and, in the round that is being scored, a panel; that round's code."""
    app = create_app(settings(url, folder))
    with app.test_request_context():
        upgrade()
        build()
        live, waiting = season_code(LIVE), season_code(OPEN)
        there, of = panel_and_sent(live)
        db.session.remove()
        with db.engine.begin() as connection:
            copies = Copies(connection, QUEUE)
            copies.fill(waiting, copies.another_round(waiting, 1))
            copies.homes = copies.homes[: (PANEL - there) * of // there + 1]
            copies.fill(live, live)
            copies.write()
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        db.engine.dispose()
    return live


def panel_and_sent(code: str) -> tuple[int, int]:
    """How many of a round's applications stand before the panel, and how many were sent."""
    of_round = select(func.count()).select_from(Application).join(Round).where(Round.code == code)
    ready = of_round.join(Standing, Standing.application_id == Application.id).where(Application.state.in_(READY))
    sent = of_round.where(Application.submitted_at.is_not(None))
    return db.session.scalar(ready) or 0, db.session.scalar(sent) or 0


def cases(code: str) -> list[Case]:
    """The pages of the council's work."""
    in_round = select(Application.ref).join(Round).where(Round.code == code).order_by(Application.id.desc())
    scored = db.session.scalars(in_round.where(Application.state == "scored").limit(SEVERAL)).all()
    to_check = select(Application.ref).where(Application.state == "submitted").order_by(Application.id.desc())
    waiting = db.session.scalars(to_check.limit(SEVERAL)).all()
    shared = in_round.with_only_columns(Assessment.ref).join(Assessment).where(Application.state == "assessing")
    mine = shared.where(Assessment.state == "shared", Assessment.reviewer_id == id_of("daniel"))
    readings = db.session.scalars(mine.limit(SEVERAL)).all()
    panel, review = f"/review/rounds/{code}/panel", "/review/applications"
    return [
        Case("inbox", "joyce", ["/inbox"], LIST, READING),
        Case("one queue", "joyce", ["/inbox?queue=to_triage"], LIST, READING),
        Case("to check", "joyce", [f"{review}/{ref}" for ref in waiting], DETAIL, OTHER),
        Case("to score", "daniel", [f"/review/assessments/{ref}" for ref in readings], DETAIL, OTHER),
        Case("panel", "joyce", [panel], LIST, READING),
        Case("panel paper", "joyce", [f"{panel}?print=1"], LIST, READING, pages=PANEL // ROWS),
        Case("one decision", "joyce", [f"{review}/{ref}/decision" for ref in scored], DETAIL, OTHER),
        Case("letters", "joyce", [f"/review/rounds/{code}/letters"], LIST, OTHER),
    ]


def id_of(key: str) -> int:
    """The id of one of the cast."""
    someone = someone_for(BY_KEY[key].email)
    assert someone is not None
    assert someone.person_id is not None
    return someone.person_id


@contextmanager
def timing(engine: Engine, timed: Timed) -> Iterator[None]:
    """Time every statement of the block."""

    def begin(*_: object) -> None:
        timed.began = time.perf_counter()

    def end(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH", "INSERT", "UPDATE")):
            timed.took.append(1000 * (time.perf_counter() - timed.began))

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "after_cursor_execute", end)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", begin)
        event.remove(engine, "after_cursor_execute", end)


def asked(app: Flask, code: str) -> bool:
    """Print how many questions each page asks and how long the slowest takes; whether all keep to their budgets."""
    with app.app_context():
        joyce = someone_for(BY_KEY["joyce"].email)
        assert joyce is not None
        waiting = queues.counted(joyce, queues.Filters()).all
        ranked, _ = panel_and_sent(code)
        chosen, engine = cases(code), db.engine
        tokens = {who: sign_in_as(BY_KEY[who].email, own_device=False, client="Bench") for who in who_of(chosen)}
        db.session.remove()
    print(f"{waiting:,} wait for one person, {ranked} stand before the panel")
    good = waiting >= QUEUE and ranked >= PANEL
    for case in chosen:
        client = app.test_client()
        client.set_cookie("signed-in", tokens[case.who])
        slowest, number = [], 0
        for _ in range(5):
            timed = Timed()
            with timing(engine, timed):
                answer = client.get(case.paths[0])
            assert answer.status_code == 200, f"{case.paths[0]} answered {answer.status_code}"
            slowest.append(max(timed.took))
            number = len(timed.took)
        middle = sorted(slowest)[2]
        fine = number <= STATEMENTS_MOST and middle <= STATEMENT_MS
        good &= fine
        print(f"{case.name:20} {number} statements, the slowest {middle:5.1f} ms{'' if fine else '  too much'}")
    engine.dispose()
    return good


def on(url: str, bare_url: str, folder: Path, size: Size, postgres: int | None) -> bool:
    """Fill one database and measure all on it."""
    with contextlib.redirect_stdout(io.StringIO()):
        code = seed(url, folder)
    is_light = measure(url, bare_url, folder, size.requests, postgres, cases, code)
    return asked(create_app(settings(url, folder)), code) and is_light


def main() -> int:
    """Measure on both databases; 1 when anything cost too much on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="fewer requests")
    size = Size(40 if words.parse_args().quick else 400)
    return on_both(size, on)


if __name__ == "__main__":
    sys.exit(main())
