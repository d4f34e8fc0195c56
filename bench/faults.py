"""What people were told stays true, and the portal comes back by itself, whatever happens under it.

    python bench/faults.py              all of it: PostgreSQL restarted 20 times, 50 deploys of each kind, and so on
    python bench/faults.py --quick      twice each
    python bench/faults.py --times 5    five times each
    python bench/faults.py --only sync  one of: restarts line disk deploys sync

Eight people save and send all the while. PostgreSQL is restarted; the line to it is cut, dead, and slow; the disk is
full; the portal is told to stop (TERM) and started again, or to renew itself (HUP). Each time it is measured how long
until a page and a save are answered again; at the end, what people were told is held against what is in the database.
And a look from outside the processes: each form's answer leaves after a sync of what it says.
"""

import argparse
import contextlib
import io
import random
import signal
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.disk import small_disk
from bench.kill import Tally, finish, some_work
from bench.line import Way, line_to
from bench.seed import seed_drafts
from bench.servers import Serving, free_port, start, stop
from bench.sync import watch
from bench.writers import Writer
from portal.db.session import db
from portal.mail.models import Letter
from tests.postgres import Server, running_server

PEOPLE = 8
DRAFTS, DRAFTS_EACH = 160, 60
"""How many drafts there are, and for each trouble more: people must not run out of things to write."""
BUSY = "503 Sorry, the portal is busy"
BACK_MOST, REQUEST_MOST = 10.0, 30.0  # seconds
DEAD_SECONDS, SLOW_FOR, FULL_SECONDS = 40.0, 4.0, 5.0
PSYCOPG = "postgresql+psycopg:"
Trouble = Callable[[], object]


@dataclass(slots=True)
class Stage:
    """A portal at work, the people who use it, and how it took what happened."""

    name: str
    app: Flask
    portal: Serving
    writers: list[Writer]
    back: list[float] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def suffer(self, trouble: Trouble, some: int = 30) -> None:
        """Let people work, let something happen, and measure how long until all is well again."""
        some_work(self.writers, random.randint(5, some))
        trouble()
        self.tally.kills += 1
        began, told = time.monotonic(), sum(writer.told() for writer in self.writers)
        until = began + 4 * BACK_MOST
        while not (sum(writer.told() for writer in self.writers) > told and status_of(self.portal)[0] == 200):
            if time.monotonic() > until:
                break
            time.sleep(0.05)
        self.back.append(time.monotonic() - began)

    @property
    def slowest(self) -> float:
        """The longest that anybody waited for an answer, of whatever kind."""
        return max(writer.slowest for writer in self.writers)

    @property
    def good(self) -> bool:
        """Whether nothing was lost or done twice, nobody waited too long, and the portal came back by itself."""
        return self.tally.good and max(self.back, default=0) <= BACK_MOST and self.slowest <= REQUEST_MOST

    def __str__(self) -> str:
        told = f"{self.tally.saves} saves and {self.tally.sends} sendings acknowledged, {len(self.tally.lost)} lost"
        twice = f"{len(self.tally.half)} half done or twice, {len(self.tally.astray)} people astray"
        times = f"back after {max(self.back, default=0):.1f} s at most, the slowest request {self.slowest:.1f} s"
        return (
            f"{self.name}, {self.tally.kills} times: {told}, {twice}; {times}; asked again {self.tally.unheard} times"
        )


def status_of(portal: Serving) -> tuple[int, str]:
    """How a page is answered that asks the database, and what it says; 0 where nothing answers."""
    try:
        with urllib.request.urlopen(portal.address + "/grants", timeout=40) as answer:
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, type(error).__name__


@contextmanager
def stage(name: str, url: str, folder: Path, times: int, *, through: str = "", kind: str = "flask") -> Iterator[Stage]:
    """A portal with people at work; `through` is how it reaches its database where that is not the straight way."""
    with contextlib.redirect_stdout(io.StringIO()):
        app, drafts = seed_drafts(url, folder, DRAFTS + times * DRAFTS_EACH)
    up = threading.Event()
    up.set()
    portal = start({"DATABASE_URL": through or url, "PORTAL_INSTANCE": str(folder)}, kind=kind, port=free_port())
    writers = [Writer(portal.address, drafts[number::PEOPLE], up) for number in range(PEOPLE)]
    found = Stage(name, app, portal, writers)
    try:
        for writer in writers:
            writer.thread.start()
        yield found
        finish(writers)
    finally:
        stop(found.portal)
    found.tally.look(app, writers, finished=True)
    found.tally.count(writers)
    for fault in [*sorted(found.tally.lost | found.tally.half), *found.tally.astray][:20]:
        print(fault)
    print(found, "" if found.good else "  NOT GOOD", flush=True)


def database(server: Server, name: str) -> str:
    """The address of a new database."""
    return server.create_database(name).replace("postgresql:", PSYCOPG)


def restarts(times: int, folder: Path) -> bool:
    """PostgreSQL is stopped and started again, half of the times without being asked whether it may."""
    with running_server(durable=True) as server:
        with stage("PostgreSQL restarted", database(server, "restarts"), folder, times) as found:
            for number in range(times):
                found.suffer(lambda number=number: (server.end(kill=number % 2 == 1), time.sleep(1), server.start()))
        return found.good


def line(times: int, folder: Path) -> bool:
    """The line is cut, goes dead for longer than anybody waits, and turns slow."""
    with running_server(durable=True) as server, line_to(server.folder / ".s.PGSQL.5432") as wire:
        through = f"{PSYCOPG}//postgres@127.0.0.1:{wire.port}/line"

        def turn(way: Way, seconds: float) -> None:
            wire.turn(way)
            time.sleep(seconds)
            wire.turn(Way.OPEN)

        with stage("The line cut", database(server, "line"), folder, 3 * times, through=through) as found:
            for number in range(times):
                found.suffer(lambda: turn(Way.CUT, random.uniform(0, 3)))
                found.suffer(lambda: turn(Way.SLOW, SLOW_FOR))
                if number % 5 == 0:
                    found.suffer(lambda: turn(Way.DEAD, DEAD_SECONDS))
        return found.good


def disk(times: int, folder: Path) -> bool:
    """The disk is full for a while, under SQLite."""
    asked: dict[str, str] = {}
    with small_disk(folder) as small:
        with stage("The disk full", f"sqlite:///{small.folder / 'portal.sqlite3'}", small.folder, times) as found:
            small.watch(found.portal.process.pid)

            def fill() -> None:
                small.fill()
                time.sleep(FULL_SECONDS)
                email = f"somebody-{len(asked)}@example.org"
                asked[email] = asks_for_a_code(found, email)
                small.empty()

            for _ in range(times):
                found.suffer(fill)
        kept = addressees(found.app)
    plain = all(page == BUSY or (page.startswith("303 ") and email in kept) for email, page in asked.items())
    print(f"While it was full people read: {', '.join(sorted(set(asked.values())))}{'' if plain else '  NOT GOOD'}")
    return found.good and plain


def asks_for_a_code(found: Stage, email: str) -> str:
    """How somebody is answered who asks for a code while the disk is full: the status and the heading.

    SQLite may still have room in the journal that it has: then the code is on its way, and has to be.
    """
    writer = Writer(found.portal.address, (), threading.Event())
    writer.until = time.monotonic() + 5
    cookies: dict[str, str] = {}
    _, page = writer.once("GET", "/sign-in", "", cookies, {})
    keys = "&".join(f"{name}={value}" for name, value in writer.hidden(page).items())
    words = {"Content-Type": "application/x-www-form-urlencoded"}
    status, page = writer.once("POST", "/sign-in", f"{keys}&email={quote(email)}", cookies, words)
    heading = page.split("<h1", 1)[-1].split(">", 1)[-1].split("<", 1)[0] if "<h1" in page else page.split(".")[0]
    return f"{status} {heading.strip()}"


def addressees(app: Flask) -> set[str]:
    """Everybody to whom a letter is kept."""
    with app.app_context():
        found = set(db.session.scalars(select(Letter.to_address)))
        db.engine.dispose()
    return found


def deploys(times: int, folder: Path) -> bool:
    """The portal is told to stop and started again, and told to renew itself."""
    good = True
    with running_server(durable=True) as server:
        url = database(server, "stops")
        with stage("The portal stopped by TERM and started", url, folder, times) as found:
            for _ in range(times):
                found.suffer(lambda: again(found, {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder)}))
        good &= found.good
        with stage("The portal renewed by HUP", database(server, "renews"), folder, times) as found:
            for _ in range(times):
                found.suffer(lambda: renew(found.portal))
        good &= found.good
    return good


def again(found: Stage, environ: dict[str, str]) -> None:
    """Stop the server in order, and start another at the same place."""
    port = int(found.portal.address.rsplit(":", 1)[1])
    found.portal.process.terminate()
    found.portal.process.wait(60)
    found.portal = start(environ, kind="flask", port=port)


def renew(portal: Serving) -> None:
    """Tell the server to renew its processes, and give it the time that this takes."""
    portal.process.send_signal(signal.SIGHUP)
    time.sleep(8)


def sync(times: int, folder: Path) -> bool:
    """Each answer to a form leaves after a sync, on both databases."""
    good = True
    with running_server(durable=True) as server:
        for name, url in (
            ("SQLite", f"sqlite:///{folder / 'sync.sqlite3'}"),
            ("PostgreSQL", database(server, "sync")),
        ):
            postgres = server.process.pid if server.process and name == "PostgreSQL" else None
            answers, synced = watch(url, folder, times, postgres)
            good &= answers >= times and synced == answers
            print(f"{name}: a sync before the answer in {synced} of {answers} forms", flush=True)
    return good


FULL = {restarts: 20, line: 10, disk: 5, deploys: 50, sync: 50}


def main() -> int:
    """Let all of it happen; 1 when anything was lost, or the portal did not come back."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="twice each")
    words.add_argument("--times", type=int, help="how often each")
    words.add_argument("--only", choices=[run.__name__ for run in FULL], help="one kind of trouble")
    chosen = words.parse_args()
    good = True
    for run, times in FULL.items():
        if chosen.only in (None, run.__name__):
            with tempfile.TemporaryDirectory() as scratch:
                good &= run(2 if chosen.quick else chosen.times or times, Path(scratch))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
