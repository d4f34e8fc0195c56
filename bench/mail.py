"""The worker's plug is pulled while letters go to a mail server with moods: none is lost, none goes twice for nothing.

    python bench/mail.py                         50 kills while 5,000 letters go, on SQLite and on PostgreSQL
    python bench/mail.py --kills 20 --letters 2000
    python bench/mail.py --only sqlite            on one database
    python bench/mail.py --quick                 5 kills, 300 letters

Two workers send to a real mail server on this machine. It takes letters, refuses some for now, stalls, goes away, or
takes a letter and hangs up before it says so. Every worker gets SIGKILL at once, over and over; then their leases and
the letters' waits are let run out, as five minutes and an hour would do, and two new workers start.

A letter may come twice only where the server had it before the kill: as the last thing that happened on its connection.
It prints its figures last, and exits with 1 when a letter was lost, came twice for another reason, came before an
earlier one to the same person, or changed its Message-ID.
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import default as default_policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, or_, select, update

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.servers import PATIENCE, ROOT, free_port
from portal.app import create_app
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.mail.models import Letter
from tests.houses import settings
from tests.postgres import running_server

WORKERS = 2
EACH_GETS = 5
"""How many letters each person gets, to see that they come in order."""
MOODS = ("well", "refuses", "well", "stalls", "well", "away", "well", "hangs up")
SLOW = {"stalls", "away"}
SLOW_SECONDS, STILL_SECONDS = 1.0, 2.0
REFUSED_PART = 0.2


@dataclass(frozen=True, slots=True)
class Taken:
    """One letter that the server has taken: its number, its Message-ID, and on which connection it came."""

    number: int
    message_id: str
    line: int


@dataclass
class Server:
    """A mail server with a mood, which writes down all that it takes."""

    port: int
    mood: str = "well"
    taken: list[Taken] = field(default_factory=list)
    refused: int = 0
    cut: int = 0
    controller: Any = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a letter, or not, as the mood has it."""
        if self.mood == "stalls":
            await asyncio.sleep(600)
        if self.mood == "refuses" and random.random() < REFUSED_PART:
            self.refused += 1
            return "451 Not now"
        mail = BytesParser(policy=default_policy).parsebytes(envelope.content)
        self.taken.append(Taken(int(mail["Subject"].split()[-1]), mail["Message-ID"], id(session)))
        self.lines.append(session)  # so that no other connection gets its number
        if self.mood == "hangs up" and random.random() < REFUSED_PART:
            self.cut += 1
            server.transport.abort()
        return "250 Taken"

    def __post_init__(self) -> None:
        self.lines: list[Any] = []

    def be(self, mood: str) -> None:
        """Change the mood; one that is away does not listen at all."""
        self.mood = mood
        if mood == "away":
            self.go()
        elif self.controller is None:
            self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
            self.controller.start()

    def go(self) -> None:
        """Stop listening."""
        if self.controller is not None:
            self.controller.stop()
            self.controller = None


@dataclass
class Tally:
    """What came of it on one database."""

    letters: int
    kills: int = 0
    taken: int = 0
    refused: int = 0
    twice: int = 0
    lost: list[str] = field(default_factory=list)
    for_nothing: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def faults(self) -> list[str]:
        """Everything that must not be."""
        return [*self.lost, *self.for_nothing, *self.out_of_order, *self.renamed]

    def __str__(self) -> str:
        bad = f"{len(self.lost)} lost, {len(self.for_nothing)} twice for another reason"
        worse = f"{len(self.out_of_order)} out of order, {len(self.renamed)} with another Message-ID"
        had = f"{self.twice} twice because the server had them before a kill or a cut"
        done = f"{self.kills} kills, {self.letters:,} letters, {self.refused} put off, in {self.seconds:.0f} s"
        return f"{done}: {bad}, {worse}; {had}"

    def judge(self, server: Server, left: dict[str, int]) -> None:
        """Hold what the server has against what there was to send."""
        first: dict[int, int] = {}
        last_on_line = {one.line: place for place, one in enumerate(server.taken)}
        names: dict[int, str] = {}
        for place, one in enumerate(server.taken):
            if names.setdefault(one.number, one.message_id) != one.message_id:
                self.renamed.append(f"letter {one.number} came as {names[one.number]} and as {one.message_id}")
            if one.number in first:
                self.twice += 1
                before = first[one.number]
                if last_on_line[server.taken[before].line] != before:
                    self.for_nothing.append(f"letter {one.number} came again, though its worker had gone on")
            first[one.number] = place
        self.lost += [f"letter {number} never came" for number in range(self.letters) if number not in first]
        self.lost += [f"{number} letters are {status}" for status, number in left.items() if status != "sent"]
        arrived = {number: place for place, number in reversed(list(enumerate(one.number for one in server.taken)))}
        for number in range(self.letters):
            if number % EACH_GETS and arrived.get(number, 0) < arrived.get(number - 1, 0):
                self.out_of_order.append(f"letter {number} came before {number - 1} to the same person")
        self.taken, self.refused = len(server.taken), server.refused


def seed(url: str, folder: Path, letters: int) -> Flask:
    """The portal on an empty database with so many letters to send, some to each person."""
    app = create_app(settings(url, folder))
    with app.app_context():
        upgrade()
        now = utc_now()
        with action() as session:
            session.add_all(
                Letter(
                    ref=new_id(),
                    to_address=f"person{number // EACH_GETS}@example.org",
                    subject=f"Number {number}",
                    text="Dear friends\n",
                    html="<p>Dear friends</p>",
                    template="bench/mail",
                    created_at=now,
                    next_try_at=now,
                )
                for number in range(letters)
            )
        db.session.remove()
        db.engine.dispose()
    return app


def by_status(app: Flask) -> dict[str, int]:
    """How many letters stand how."""
    with app.app_context():
        rows = db.session.execute(select(Letter.status, func.count()).group_by(Letter.status)).all()
        db.session.remove()
        db.engine.dispose()
    return {str(status): int(number) for status, number in rows}


def let_time_pass(app: Flask, *, leases: bool) -> None:
    """Let waits run out, and leases where nobody is alive to hold one."""
    with app.app_context():
        free = or_(Letter.leased_until.is_(None), Letter.leased_until < utc_now())
        where = [Letter.status == "waiting"] + ([] if leases else [free])
        with action() as session:
            session.execute(
                update(Letter)
                .where(*where)
                .values(leased_until=None, next_try_at=utc_now())
                .execution_options(synchronize_session=False)
            )
        db.session.remove()
        db.engine.dispose()


@contextmanager
def workers(url: str, folder: Path, port: int) -> Iterator[None]:
    """Two workers, until the block ends; then they are gone without a word."""
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": url,
        "PORTAL_INSTANCE": str(folder),
        "PORTAL_SMTP_URL": f"smtp://127.0.0.1:{port}",
    }
    words = [sys.executable, "-m", "flask", "--app", "portal.app", "worker"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    alive = [subprocess.Popen(words, cwd=ROOT, env=environ, start_new_session=True, **quiet) for _ in range(WORKERS)]  # type: ignore[call-overload]
    try:
        yield
    finally:
        for process in alive:
            os.killpg(process.pid, signal.SIGKILL)
        for process in alive:
            process.wait(PATIENCE)


def until_taken(server: Server, goal: int, seconds: float) -> None:
    """Wait until the server has so many letters, or for so long; less once no more come, because the rest waits."""
    had, moved = len(server.taken), time.monotonic()
    began, until = had, moved + seconds
    while len(server.taken) < goal and time.monotonic() < until:
        if len(server.taken) > had:
            had, moved = len(server.taken), time.monotonic()
        if had > began and time.monotonic() - moved > STILL_SECONDS:
            return
        time.sleep(random.uniform(0.001, 0.01))


def pull(url: str, folder: Path, kills: int, letters: int) -> Tally:
    """Kill the workers so many times while these letters go, and see what came."""
    app, server, tally = seed(url, folder, letters), Server(free_port()), Tally(letters)
    began = time.monotonic()
    server.be("well")
    starting = how_long_to_start(url, folder, server)
    try:
        for number in range(kills):
            left = letters - len({one.number for one in server.taken})
            server.be(MOODS[number % len(MOODS)])
            with workers(url, folder, server.port):
                if server.mood in SLOW:
                    time.sleep(starting + SLOW_SECONDS)
                else:
                    more = random.randint(1, max(2, 2 * left // (kills - number + 1)))
                    until_taken(server, len(server.taken) + more, PATIENCE)
            tally.kills += 1
            let_time_pass(app, leases=True)
        finish(app, url, folder, server)
    finally:
        server.go()
    tally.kills += 1  # the worker that only showed how long a start takes
    tally.seconds = time.monotonic() - began
    tally.judge(server, by_status(app))
    return tally


def how_long_to_start(url: str, folder: Path, server: Server) -> float:
    """Seconds from a worker's start to its first letter, on this machine and just now."""
    began = time.monotonic()
    with workers(url, folder, server.port):
        until_taken(server, 1, PATIENCE)
    return time.monotonic() - began


def finish(app: Flask, url: str, folder: Path, server: Server) -> None:
    """Let everything go to a server that is well, until nothing waits or nothing moves any more."""
    server.be("well")
    let_time_pass(app, leases=True)
    with workers(url, folder, server.port):
        seen, until = -1, time.monotonic() + 2 * PATIENCE
        while by_status(app).get("waiting") and time.monotonic() < until:
            if len(server.taken) != seen:
                seen, until = len(server.taken), time.monotonic() + 2 * PATIENCE
            let_time_pass(app, leases=False)
            time.sleep(1)


def main() -> int:
    """Kill on both databases; 1 when anything went wrong on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--kills", type=int, default=50, help="how often all workers are killed on each database")
    words.add_argument("--letters", type=int, default=5000, help="how many letters go on each database")
    words.add_argument("--only", choices=("sqlite", "postgres"), help="on this database alone")
    words.add_argument("--quick", action="store_true", help="5 kills, 300 letters")
    chosen = words.parse_args()
    kills, letters = (5, 300) if chosen.quick else (chosen.kills, chosen.letters)
    tallies = {}
    with tempfile.TemporaryDirectory() as folder:
        if chosen.only != "postgres":
            tallies["SQLite"] = pull(f"sqlite:///{folder}/portal.sqlite3", Path(folder), kills, letters)
        if chosen.only != "sqlite":
            with running_server(durable=True) as postgres:
                url = postgres.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
                tallies["PostgreSQL"] = pull(url, Path(folder), kills, letters)
    for tally in tallies.values():
        print("\n".join(tally.faults[:20]))
    for name, tally in tallies.items():
        print(f"{name}: {tally}")
    return 1 if any(tally.faults for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
