"""The portal's plug is pulled while 16 people save and send: nothing that it said it has is lost, nothing half done.

    python bench/kill.py               200 kills on SQLite and 200 on PostgreSQL
    python bench/kill.py --rounds 20    20 kills on each
    python bench/kill.py --quick         5 kills on each

Every process of the portal gets SIGKILL at once; every second time PostgreSQL itself does as well. Whoever was not
answered sends the very same form again. After each kill, and in the end, what people were told is held against what
is in the database. It prints its figures last, and exits with 1 when anything was lost, half done or done twice.
"""

import argparse
import contextlib
import io
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import seed_drafts
from bench.servers import free_port, start, stop
from bench.writers import PATIENCE, Writer
from portal.applications.models import Application, SectionAnswers
from portal.db.session import db
from portal.history.models import Deed
from portal.mail.models import Letter
from tests.postgres import Server, running_server

PEOPLE = 16
DRAFTS_EACH, DRAFTS_EACH_KILL = 4, 8
"""How many drafts there are for each person, and for each kill: more than 16 people finish between two of them."""
FEWEST, MOST = 4, 60
"""How many things people are told between two kills."""
SECTION = "project"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database has of one application."""

    state: str
    title: str
    text: str
    version: int
    saves: int
    submits: int
    receipts: int

    def faults(self) -> list[str]:
        """What is done by half."""
        found = []
        if self.version != 1 + self.saves:
            found.append(f"version {self.version} after {self.saves} saves")
        if self.saves and self.title != self.text:
            found.append(f"its title is “{self.title}”, its text “{self.text}”")
        if not (self.state == "submitted") == (self.submits == 1) == (self.receipts == 1):
            found.append(f"{self.state}, with {self.submits} rows of history and {self.receipts} receipts")
        return found


def standings() -> dict[str, Standing]:
    """What the database has of every draft, by reference."""
    deeds: dict[str, Counter[int]] = {verb: Counter() for verb in ("save", "submit")}
    for verb, counts in deeds.items():
        rows = select(Deed.subject_id, func.count()).where(Deed.subject == "application", Deed.verb == verb)
        counts.update(dict(db.session.execute(rows.group_by(Deed.subject_id)).all()))
    receipts = select(Letter.about_id, func.count()).where(Letter.template == "applications/mail/receipt")
    letters = Counter(dict(db.session.execute(receipts.group_by(Letter.about_id)).all()))
    rows = db.session.execute(
        select(Application.id, Application.ref, Application.state, Application.title, SectionAnswers)
        .join(SectionAnswers, SectionAnswers.application_id == Application.id)
        .where(SectionAnswers.section == SECTION)
    ).all()
    found = {
        row.ref: Standing(
            row.state,
            row.title,
            row.SectionAnswers.answers.get("plan", ""),
            row.SectionAnswers.version,
            deeds["save"][row.id],
            deeds["submit"][row.id],
            letters[row.id],
        )
        for row in rows
    }
    db.session.remove()
    return found


def compare(writers: list[Writer], *, finished: bool) -> tuple[list[str], list[str]]:
    """What was lost, and what is half done (or done twice), of all that people were told.

    While somebody still waits for an answer, one thing more than they were told may have been done.
    """
    there, lost, half = standings(), [], []
    for writer in writers:
        for ref, saved in list(writer.saved.items()):
            found, extra = there[ref], 0 if finished else 1
            if found.saves < saved or (ref in writer.sent and found.submits == 0):
                lost.append(f"{ref}: told {saved} saves and {ref in writer.sent}, there are {found}")
            if finished and found.text != writer.texts[ref]:
                lost.append(f"{ref}: “{writer.texts[ref]}” is not there but “{found.text}”")
            if found.saves > saved + extra:
                half.append(f"{ref}: told {saved} saves, there are {found.saves}")
            half += [f"{ref}: {fault}" for fault in found.faults()]
    return lost, half


@dataclass(slots=True)
class Tally:
    """What came of all the kills on one database."""

    kills: int = 0
    saves: int = 0
    sends: int = 0
    unheard: int = 0
    lost: set[str] = field(default_factory=set)
    half: set[str] = field(default_factory=set)
    astray: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether everybody has what they were told, once."""
        return self.saves > 0 < self.sends and not (self.lost or self.half or self.astray)

    def __str__(self) -> str:
        told = f"{self.saves} saves and {self.sends} sendings acknowledged, {self.unheard} times asked again"
        bad = f"{len(self.lost)} lost, {len(self.half)} half done, {len(self.astray)} people astray"
        return f"{self.kills} kills, {told}: {bad}"

    def look(self, app: Flask, writers: list[Writer], *, finished: bool = False) -> None:
        """Hold what people were told against what is there."""
        with app.app_context():
            lost, half = compare(writers, finished=finished)
            db.engine.dispose()
        self.lost.update(lost)
        self.half.update(half)

    def count(self, writers: list[Writer]) -> None:
        """Add up what people were told."""
        self.saves = sum(writer.saved.total() for writer in writers)
        self.sends = sum(len(writer.sent) for writer in writers)
        self.unheard = sum(writer.unheard for writer in writers)
        self.astray = [str(writer.fault) for writer in writers if writer.fault]


def pull(url: str, folder: Path, kills: int, postgres: Server | None = None) -> Tally:
    """Kill the portal so many times on one database, and see what is left."""
    with contextlib.redirect_stdout(io.StringIO()):
        app, drafts = seed_drafts(url, folder, PEOPLE * DRAFTS_EACH + kills * DRAFTS_EACH_KILL)
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder)}
    port, up, tally = free_port(), threading.Event(), Tally()
    portal = start(environ, port=port)
    writers = [Writer(portal.address, drafts[number::PEOPLE], up) for number in range(PEOPLE)]
    try:
        up.set()
        for writer in writers:
            writer.thread.start()
        for number in range(kills):
            some_work(writers, random.randint(FEWEST, MOST))
            up.clear()
            portal.kill()
            if postgres and number % 2:
                postgres.kill()
                postgres.start()
            tally.kills += 1
            time.sleep(0.05)  # until everybody has read what had reached them
            tally.look(app, writers)
            portal = start(environ, port=port)
            up.set()
        finish(writers)
    finally:
        stop(portal)
    tally.look(app, writers, finished=True)
    tally.count(writers)
    return tally


def finish(writers: list[Writer]) -> None:
    """Let everybody finish what they have begun."""
    for writer in writers:
        writer.finish()
    for writer in writers:
        writer.thread.join(2 * PATIENCE)


def some_work(writers: list[Writer], number: int) -> None:
    """Wait until people have been told so many things more, or nothing happens any more."""
    there, until = sum(writer.told() for writer in writers), time.monotonic() + PATIENCE
    while sum(writer.told() for writer in writers) < there + number and time.monotonic() < until:
        time.sleep(random.uniform(0.001, 0.02))


def main() -> int:
    """Kill on both databases; 1 when anything went wrong on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--rounds", type=int, default=200, help="how many kills on each database")
    words.add_argument("--quick", action="store_true", help="5 kills on each")
    chosen = words.parse_args()
    kills = 5 if chosen.quick else chosen.rounds
    tallies = {}
    with tempfile.TemporaryDirectory() as folder:
        tallies["SQLite"] = pull(f"sqlite:///{folder}/portal.sqlite3", Path(folder), kills)
        with running_server(durable=True) as server:
            url = server.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
            tallies["PostgreSQL"] = pull(url, Path(folder), kills, server)
    for name, tally in tallies.items():
        print("\n".join([*sorted(tally.lost | tally.half), *tally.astray][:20]))
        print(f"{name}: {tally}")
    return 0 if all(tally.good for tally in tallies.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
