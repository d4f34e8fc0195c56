"""The portal is backed up again and again while people work, and each backup is put back on an empty machine.

    python bench/backup.py             20 backups on SQLite and 20 on PostgreSQL
    python bench/backup.py --times 5    5 on each
    python bench/backup.py --quick      2 on each

Eight people save and send applications all the while, two more give documents, and a worker cleans what they give.
Before each backup it is noted what people have been told; after all of them each is put back by itself. It has to have
all that was told before it began, nothing by half, and every file that its database names. It prints its figures
last, and exits with 1 when anything is missing.
"""

import argparse
import contextlib
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.kill import finish, some_work, standings
from bench.seed import seed_drafts
from bench.servers import BIN, ROOT, free_port, start, stop, working
from bench.uploads import form_of, multipart, pdf
from bench.writers import Writer
from portal.app import create_app
from portal.applications.models import Application
from portal.db.session import db
from portal.files.models import File, FileUse
from portal.organisations.models import Document, Organisation
from tests.houses import settings
from tests.postgres import Server, running_server

PEOPLE, GIVERS = 8, 2
DRAFTS, DRAFTS_EACH = 160, 100
"""How many drafts there are, and for each backup more: people must not run out of things to write."""
SIZE = 30_000
HEAD = "   took s    MB     rows  files  told before  back after s  whole"
PSYCOPG = "postgresql+psycopg:"
Empty = Callable[[int], str]
"""Gives the address of a new empty database, by its number."""


class Giver(Writer):
    """Somebody who gives one organisation's rules after the other's."""

    def __init__(self, address: str, homes: list[tuple[str, str]], up: threading.Event) -> None:
        """`homes` are references of organisations, each with the cookie of its lead."""
        super().__init__(address, homes, up)
        self.given: set[str] = set()

    def told(self) -> int:
        """How many documents the portal said that it has."""
        return len(self.given)

    def write(self, ref: str, cookies: dict[str, str]) -> None:
        """Give the rules of one."""
        path = f"/organisations/{ref}/documents/governing"
        fields = form_of(self.ask("GET", path, "", cookies, {}))
        body, kind = multipart(fields, pdf(SIZE))
        self.ask("POST", path, body, cookies, {"Content-Type": kind})
        self.given.add(ref)


@dataclass(slots=True)
class Told:
    """What people had been told when a backup began."""

    drafts: set[str]
    saved: dict[str, int]
    sent: set[str]
    given: set[str]

    @property
    def number(self) -> int:
        """How many things."""
        return sum(self.saved.values()) + len(self.sent) + len(self.given)


@dataclass(slots=True)
class Copy:
    """One backup, and what came of it."""

    path: Path
    told: Told
    took: float
    megabytes: float = 0.0
    rows: int = 0
    files: int = 0
    back_after: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        figures = f"{self.took:9.1f} {self.megabytes:5.1f} {self.rows:8,} {self.files:6,} {self.told.number:12,}"
        return f"{figures} {self.back_after:13.1f}  {'yes' if not self.faults else 'NO'}"


def told_by(writers: list[Writer], givers: list[Giver]) -> Told:
    """What people have been told by now."""
    saved = {ref: number for writer in writers for ref, number in list(writer.saved.items())}
    sent = {ref for writer in writers for ref in list(writer.sent)}
    drafts = {ref for writer in writers for ref, _ in writer.drafts}
    return Told(drafts, saved, sent, {ref for giver in givers for ref in list(giver.given)})


def command(environ: dict[str, str], *words: object) -> subprocess.CompletedProcess[str]:
    """One of the portal's own commands, in a process of its own."""
    whole = [BIN / "flask", "--app", "portal.app", *map(str, words)]
    return subprocess.run(
        whole, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True, check=False, timeout=600
    )


@contextlib.contextmanager
def at_work(url: str, folder: Path, times: int) -> Iterator[tuple[dict[str, str], list[Writer], list[Giver]]]:
    """A portal with its worker, and people who use it."""
    with contextlib.redirect_stdout(io.StringIO()):
        app, drafts = seed_drafts(url, folder, DRAFTS + times * DRAFTS_EACH)
    with app.app_context():
        owners = select(Application.ref, Organisation.ref).join(Organisation)
        homes = dict(db.session.execute(owners).all())
        db.session.remove()
        db.engine.dispose()
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_ENCRYPTION_KEYS": KEY}
    up = threading.Event()
    up.set()
    portal = start(environ, kind="flask", port=free_port())
    writers = [Writer(portal.address, drafts[number::PEOPLE], up) for number in range(PEOPLE)]
    by_home = [(homes[ref], token) for ref, token in drafts]
    givers = [Giver(portal.address, by_home[number::GIVERS], up) for number in range(GIVERS)]
    try:
        with working(environ):
            for person in (*writers, *givers):
                person.thread.start()
            yield environ, writers, givers
            finish([*writers, *givers])
    finally:
        stop(portal)


KEY = settings("sqlite://", Path()).encryption_keys[0]


def back_up(url: str, folder: Path, times: int) -> tuple[list[Copy], list[str]]:
    """Back up so many times while people work; the copies, and who went astray."""
    copies = []
    with at_work(url, folder, times) as (environ, writers, givers):
        for number in range(times):
            some_work([*writers, *givers], 40)
            told, began = told_by(writers, givers), time.monotonic()
            path = folder / f"{number}.tar"
            done = command(environ, "backup", path)
            copies.append(Copy(path, told, time.monotonic() - began))
            if done.returncode:
                copies[-1].faults.append(done.stdout + done.stderr)
    people = [*writers, *givers]
    print(f"  people meanwhile: {sum(person.told() for person in people):,} things acknowledged, the slowest answer"
          f" after {max(person.slowest for person in people):.1f} s")  # fmt: skip
    return copies, [str(person.fault) for person in people if person.fault]


def put_back(copy: Copy, url: str, folder: Path) -> None:
    """Put one back, and hold it against what people were told before it began."""
    folder.mkdir()
    began = time.monotonic()
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_ENCRYPTION_KEYS": KEY}
    done = command(environ, "restore", copy.path)
    copy.back_after = time.monotonic() - began
    copy.megabytes = copy.path.stat().st_size / 1024**2 if copy.path.exists() else 0
    if done.returncode:
        copy.faults.append(done.stdout + done.stderr)
        return
    app = create_app(settings(url, folder))
    with app.app_context():
        there = standings()
        for ref, saved in copy.told.saved.items():
            if there[ref].saves < saved or (ref in copy.told.sent and there[ref].submits == 0):
                copy.faults.append(f"{ref}: told {saved} saves and {ref in copy.told.sent}, there are {there[ref]}")
        copy.faults += [f"{ref}: {fault}" for ref in copy.told.drafts for fault in there[ref].faults()]
        copy.faults += [f"{ref} has no document" for ref in copy.told.given - with_documents()]
        copy.rows = sum(
            db.session.scalar(select(func.count()).select_from(table)) for table in db.metadata.sorted_tables
        )
        copy.files = db.session.scalar(select(func.count()).where(File.state.in_(("waiting", "ready"))))
        db.session.remove()
        db.engine.dispose()


def with_documents() -> set[str]:
    """The references of organisations that hold their rules, with the file in use."""
    uses = select(FileUse.subject_id).where(FileUse.subject == "document", FileUse.ended_at.is_(None))
    question = select(Organisation.ref).join(Document, Document.organisation_id == Organisation.id)
    return set(db.session.scalars(question.where(Document.sort == "governing", Document.id.in_(uses))))


def run(name: str, url: str, folder: Path, times: int, empty: Empty) -> bool:
    """Back up and put back on one database; whether all was whole."""
    folder.mkdir()
    print(f"{name}: {times} backups while {PEOPLE + GIVERS} people work", flush=True)
    copies, astray = back_up(url, folder, times)
    print(HEAD)
    for number, copy in enumerate(copies):
        put_back(copy, empty(number), folder / f"there-{number}")
        print(copy, flush=True)
        copy.path.unlink(missing_ok=True)
    faults = [*astray, *(fault for copy in copies for fault in copy.faults)]
    print("\n".join(faults[:20]))
    print(f"{name}: {sum(not copy.faults for copy in copies)} of {times} backups whole, {len(astray)} people astray")
    return not faults


def on_postgres(folder: Path, times: int) -> bool:
    """Everything on PostgreSQL."""
    with running_server(durable=True) as server:

        def empty(number: int) -> str:
            return address(server, f"there_{number}")

        return run("PostgreSQL", address(server, "portal"), folder / "postgres", times, empty)


def address(server: Server, name: str) -> str:
    """The address of a new database."""
    return server.create_database(name).replace("postgresql:", PSYCOPG)


def on_sqlite(folder: Path, times: int) -> bool:
    """Everything on SQLite."""

    def empty(number: int) -> str:
        return f"sqlite:///{folder}/sqlite/there-{number}/portal.sqlite3"

    return run("SQLite", f"sqlite:///{folder}/sqlite/portal.sqlite3", folder / "sqlite", times, empty)


def main() -> int:
    """Do it on both; 1 when anything was missing on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--times", type=int, default=20, help="how many backups on each database")
    words.add_argument("--quick", action="store_true", help="2 on each")
    chosen = words.parse_args()
    times = 2 if chosen.quick else chosen.times
    with tempfile.TemporaryDirectory() as scratch:
        good = [on(Path(scratch), times) for on in (on_sqlite, on_postgres)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
