"""The last ten minutes of a round: 1,500 people apply over two weeks, and this is their peak, on both databases.

    python bench/rush.py           ten minutes at the peak, then a minute each at twice that, and twice that again
    python bench/rush.py --quick   50 seconds at the peak, then 20 at twice that
    python bench/rush.py --only sqlite

The portal runs as in production, `flask serve` with two processes, and its worker beside it. Requests come at their own
time whether the ones before were answered or not (18 a second: nine in ten save by themselves, the others start, send a
file of 1 MB, and send the application in the minute in which the round closes; every fifth presses twice). How long one
takes is counted from when it was due. The rate is doubled until 95 in 100 saves no longer stay under 250 ms; the last
factor that holds is stated, beside what a fixed piece of work takes on this machine before and after. People and portal
share the machine. In the end all that people were told is held against the database, and it exits with 1 when
anything is lost or done twice, a request was answered with 5xx, the database was locked, or the peak itself was slow.
"""

import argparse
import contextlib
import io
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import delete, select, update

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.applicants import Applicant
from bench.crowd import LOST, PEAK, SHARES, Hands, closing, plan, shares_of
from bench.seed import OPEN, season_code, seed_drafts
from bench.servers import calibration, free_port, start, stop, working
from bench.told import GRACE_MINUTES, applications, close_in, not_started, told_and_there, too_late
from bench.uploads import MB, pdf
from portal.applications.eligibility_views import questions_of, right_answers
from portal.applications.models import Application, SectionAnswers
from portal.db.session import db
from portal.funds.models import Round
from tests.postgres import running_server

P95_MOST = 250
SETTLE = 15.0
LATE = 20
STEPS_MOST = 5
HEAD = "  factor  a second  done a second  saves    p50    p95    p99 ms  starts files sends   late p95 ms"


@dataclass(slots=True)
class Length:
    """How long the peak lasts and each doubling, how many there are at most, and how many people only write."""

    peak: float
    step: float
    steps: int
    writers: int

    def seconds(self, number: int) -> float:
        """How long one of them lasts; the first is the peak."""
        return self.step if number else self.peak

    def crowd(self) -> dict[str, int]:
        """How many people of each kind all of them take together."""
        each = [shares_of(PEAK * 2**number, self.seconds(number)) for number in range(self.steps)]
        return {kind: sum(one[kind] for one in each) for kind in SHARES}


FULL, QUICK = Length(600, 60, STEPS_MOST, 960), Length(50, 20, 2, 200)


@dataclass(slots=True)
class Crowd:
    """Everybody: who only writes, who sends two files and then the application, and who starts."""

    writers: list[Applicant]
    senders: list[Applicant]
    starters: list[Applicant]

    def take(self, number: int, seconds: float) -> "Crowd":
        """Those for one of the steps; senders and starters can be asked for once."""
        shares = shares_of(PEAK * 2**number, seconds)
        senders, self.senders = self.senders[: shares["submit"]], self.senders[shares["submit"] :]
        starters, self.starters = self.starters[: shares["start"]], self.starters[shares["start"] :]
        return Crowd(self.writers, senders, starters)


def furnish(url: str, folder: Path, length: Length) -> tuple[Flask, str, list[tuple[str, str]], int]:
    """A database with a draft for each who writes or sends, and an organisation without one for each who starts.

    The app, the round's code, each reference with its lead's cookie, and how many of the last are those who start.
    """
    needed = length.crowd()
    with contextlib.redirect_stdout(io.StringIO()):
        app, drafts = seed_drafts(url, folder, length.writers + needed["submit"] + needed["start"])
    with app.app_context():
        code = season_code(OPEN)
        refs = [ref for ref, _ in drafts[-needed["start"] :]]
        gone = select(Application.id).where(Application.ref.in_(refs))
        db.session.execute(delete(SectionAnswers).where(SectionAnswers.application_id.in_(gone)))
        db.session.execute(delete(Application).where(Application.ref.in_(refs)))
        db.session.execute(update(Round).where(Round.code == code).values(grace_minutes=GRACE_MINUTES))
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return app, code, drafts, needed["start"]


@dataclass(slots=True)
class Step:
    """One step: what was asked of the portal, and how it answered."""

    factor: int
    seconds: float
    hands: Hands

    @property
    def p95(self) -> float:
        """Under how many milliseconds 95 in 100 saves stay."""
        return self.hands.percentile("save", 95)

    def __str__(self) -> str:
        hands, done = self.hands, len(self.hands.times)
        p50, p95, p99 = (hands.percentile("save", each) for each in (50, 95, 99))
        counts = {kind: sum(1 for each in hands.times if each.kind == kind) for kind in ("save", *SHARES)}
        return (
            f"{self.factor:8} {PEAK * self.factor:9} {done / max(self.seconds, hands.lasted):14.1f} {counts['save']:6,}"
            f" {p50:6.0f} {p95:6.0f} {p99:9.0f} {counts['start']:7} {counts['file']:5} {counts['submit']:5}"
            f" {hands.late(95):13.0f}"
        )


def peak(app: Flask, code: str, crowd: Crowd, number: int, length: Length, answers: dict[str, str]) -> Step:
    """Let one step happen, the round closing before its end."""
    seconds, here = length.seconds(number), crowd.take(number, length.seconds(number))
    close_in(app, code, 24 * 3600)
    dues = plan(PEAK * 2**number, seconds, len(here.writers), len(here.senders), random.Random(number))
    files = [pdf(MB) for _ in range(4)]
    hands = Hands()
    hands.prepare([person.opens for person in (*here.writers, *here.senders)])
    hands.prepare([lambda person=person: person.prepares(code, answers) for person in here.starters])
    close_in(app, code, closing(seconds)[1])

    def do(kind: str, who: int) -> int:
        if kind == "save":
            return (here.writers + here.senders)[who].saves()
        if kind == "file":
            return here.senders[who].sends_a_file(files[who % len(files)])
        if kind == "start":
            return here.starters[who].starts(code)
        return here.senders[who].submits(twice=who % 5 == 0)

    def lock(kind: str, who: int) -> contextlib.AbstractContextManager[object]:
        people = {"save": here.writers + here.senders, "start": here.starters}.get(kind, here.senders)
        return people[who].one_at_a_time

    hands.work(dues, do, lock)
    return Step(2**number, seconds, hands)


def run(name: str, url: str, folder: Path, length: Length) -> bool:
    """All of it on one database; whether everything was well."""
    app, code, drafts, starting = furnish(url, folder, length)
    with app.test_request_context():
        window = db.session.scalars(select(Round).where(Round.code == code)).one()
        answers = right_answers(questions_of(window))
        db.session.remove()
        db.engine.dispose()
    log = folder / f"{name}.log"
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_PROCESSES": "2"}
    portal = start(environ, kind="flask", port=free_port(), log=log)
    people = [Applicant(portal.address, ref, token) for ref, token in drafts]
    crowd = Crowd(people[: length.writers], people[length.writers : -starting], people[-starting:])
    crowd_starts, before = people[-starting:], applications(app, code)
    steps: list[Step] = []
    faults: list[str] = []
    print(f"{name}: {len(people):,} people, {PEAK} requests a second for {length.peak:.0f} s, then doubled")
    print(f"  calibration {calibration():.0f} ms\n{HEAD}", flush=True)
    try:
        with working(environ, log):
            time.sleep(SETTLE)
            for number in range(length.steps):
                steps.append(peak(app, code, crowd, number, length, answers))
                print(steps[-1], flush=True)
                if not number:
                    faults += too_late(app, code, crowd.writers[:LATE])
                if steps[-1].p95 > P95_MOST:
                    break
        faults += told_and_there(app, people[:-starting])
        faults += not_started(app, code, before, crowd_starts)
    finally:
        stop(portal)
    return verdict(name, steps, faults, log)


def verdict(name: str, steps: list[Step], faults: list[str], log: Path) -> bool:
    """Print what came of it; whether everything was well."""
    answers: Counter[tuple[str, int]] = sum((step.hands.statuses() for step in steps), Counter())
    wrong = sum(number for (_, status), number in answers.items() if status >= 500 or status == LOST)
    locked = log.read_text(errors="replace").count("database is locked")
    held = [step.factor for step in steps if step.p95 <= P95_MOST]
    most = f"{max(held)} times the peak" if held else "not even the peak"
    beyond = "" if len(held) < len(steps) else " or more"
    good = not faults and not wrong and not locked and bool(held)
    print(f"  calibration {calibration():.0f} ms")
    print("\n".join(faults[:20]))
    print(
        "  answers: " + ", ".join(f"{kind} {status}: {number:,}" for (kind, status), number in sorted(answers.items()))
    )
    print(
        f"{name}: {most}{beyond} with 95 in 100 saves under {P95_MOST} ms; {wrong} answers of 5xx or none;"
        f" {len(faults)} lost, twice or too late; “database is locked” {locked} times{'' if good else '  NOT GOOD'}",
        flush=True,
    )
    return good


def main() -> int:
    """Rush on both; 1 when anything was not well on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="50 seconds at the peak, and one doubling")
    words.add_argument("--only", choices=("sqlite", "postgres"), help="one of the databases")
    chosen = words.parse_args()
    length, good = QUICK if chosen.quick else FULL, True
    if chosen.only != "postgres":
        with tempfile.TemporaryDirectory() as scratch:
            good &= run("SQLite", f"sqlite:///{scratch}/portal.sqlite3", Path(scratch), length)
    if chosen.only != "sqlite":
        with tempfile.TemporaryDirectory() as scratch, running_server(durable=True) as server:
            url = server.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
            good &= run("PostgreSQL", url, Path(scratch), length)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
