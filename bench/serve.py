"""What a page costs the server: the portal beside a bare Flask and ORM page with the same rows, in the same run.

    python bench/serve.py               10,000 applications in 20 rounds, on SQLite and on PostgreSQL
    python bench/serve.py --rounds 1    all of them in one round
    python bench/serve.py --quick       fewer applications and requests, in under a minute

CPU is what the server's processes and the database's have worked for each request; the times are one client's, whose
requests come one after the other. The portal compresses what it answers; the bare pages do not. Both run under the
same server with the same number of processes. It prints its figures last, and exits with 1 when a page costs more than
its budget: a list or a reading view 1.5 times, any other page twice what the bare page costs.
"""

import argparse
import contextlib
import hashlib
import http.client
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import cycle
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import seed
from bench.servers import BARE, ROOT, Serving, calibration, cpu_seconds, memory_megabytes, serving
from portal.accounts.actions import sign_in_as
from portal.app import create_app
from portal.applications.models import Application
from portal.assessments.models import Assessment
from portal.db.session import db
from portal.demo.cast import BY_KEY
from portal.funds.models import Round
from portal.organisations.queries import someone_for
from tests.houses import settings
from tests.postgres import running_server

READING, OTHER = 1.5, 2.0
"""How many times the bare page's CPU a list or reading view may cost, and any other page."""
SEVERAL = 20
AnySize = TypeVar("AnySize")
LIST, DETAIL, LOGIN = "list", "detail", "login"
BARE_PATHS = {LIST: ["/list"], DETAIL: [f"/detail/{number}" for number in range(1, SEVERAL + 1)], LOGIN: ["/login"]}


@dataclass(frozen=True, slots=True)
class Case:
    """A page of the portal, who opens it, the bare page beside it, and how many times its CPU it may cost.

    `pages` is how many bare pages it takes to show as many rows.
    """

    name: str
    who: str
    paths: Sequence[str]
    bare: str
    most: float
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is, and how often each page is asked for."""

    applications: int
    rounds: int
    requests: int

    def __str__(self) -> str:
        rounds = f"{self.rounds} rounds" if self.rounds > 1 else "one round"
        return f"{self.applications:,} applications in {rounds}, {self.requests} requests for each page"


@dataclass(slots=True)
class Cost:
    """What requests to one page have cost so far, in seconds."""

    cpu: float = 0.0
    times: list[float] = field(default_factory=list)

    def cpu_ms(self) -> float:
        """CPU for each request, in milliseconds."""
        return 1000 * self.cpu / len(self.times)

    def in_short(self) -> str:
        """CPU, and the time that half and 95 in 100 requests stay under, in milliseconds."""
        times = sorted(1000 * each for each in self.times)
        return f"{self.cpu_ms():6.2f} {statistics.median(times):6.2f} {times[int(len(times) * 0.95)]:6.2f}"


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody whose requests come one after the other, on one connection, who keeps cookies like a browser."""

    address: str
    cookie: str

    def fetch(self, paths: Sequence[str], number: int) -> list[float]:
        """Ask for so many pages; the seconds that each took. Raises RuntimeError for anything but a page."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        headers = {"Cookie": self.cookie, "Accept-Encoding": "gzip, deflate, br"}
        kept = SimpleCookie(self.cookie)
        times = []
        for path, _ in zip(cycle(paths), range(number), strict=False):
            began = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if said := answer.getheader("Set-Cookie"):
                kept.load(said)
                headers["Cookie"] = "; ".join(f"{name}={morsel.value}" for name, morsel in kept.items())
            times.append(time.perf_counter() - began)
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
        connection.close()
        return times


def cases(code: str) -> list[Case]:
    """The pages that are measured, in a town where somebody has work to do."""
    round_id = db.session.scalars(select(Round.id).where(Round.code == code)).one()
    daniel = someone_for(BY_KEY["daniel"].email)
    assert daniel is not None
    sent = select(Application.ref).where(Application.round_id == round_id, Application.state == "scored")
    mine = (
        select(Assessment.ref)
        .join(Application)
        .where(Assessment.reviewer_id == daniel.person_id, Assessment.state == "shared")
        .where(Application.round_id == round_id, Application.state == "assessing")
    )
    refs = db.session.scalars(sent.order_by(Application.id.desc()).limit(SEVERAL)).all()
    readings = db.session.scalars(mine.order_by(Assessment.id.desc()).limit(SEVERAL)).all()
    assert len(refs) == len(readings) == SEVERAL
    return [
        Case("sign-in", "", ["/sign-in"], DETAIL, OTHER),
        Case("home", "", ["/"], DETAIL, OTHER),
        Case("partner's home", "amina", ["/home"], LIST, READING),
        Case("list", "joyce", [f"/review/rounds/{code}"], LIST, READING),
        Case("one application", "joyce", [f"/review/applications/{ref}" for ref in refs], DETAIL, READING),
        Case("scoring page", "daniel", [f"/review/assessments/{ref}" for ref in readings], DETAIL, OTHER),
        Case("panel", "joyce", [f"/review/rounds/{code}/panel"], LIST, READING),
    ]


@contextmanager
def bare(url: str) -> Iterator[Serving]:
    """The bare pages, on a database of their own, as full."""
    environ = {"DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, ROOT / "bench" / "bare.py", "seed"], check=True, env={**os.environ, **environ})
    with serving(environ, BARE) as running:
        yield running


def cookie_of(server: Serving) -> str:
    """The cookie of somebody signed in to the bare pages."""
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=30)
    connection.request("GET", "/setup")
    return connection.getresponse().headers["Set-Cookie"].split(";")[0]


def measure(
    url: str,
    bare_url: str,
    folder: Path,
    requests: int,
    postgres: int | None,
    cases: Callable[[str], list[Case]],
    code: str,
) -> bool:
    """Measure every page of a round on one database; whether all kept to their budgets."""
    app = create_app(settings(url, folder))
    with app.app_context():
        chosen = cases(code)
        tokens = {who: sign_in_as(BY_KEY[who].email, own_device=False, client="Bench") for who in who_of(chosen)}
        db.session.remove()
        db.engine.dispose()
    environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_DEMO": "1"}
    with bare(bare_url) as plain, serving(environ) as portal:
        cookie = cookie_of(plain)
        theirs = {name: Cost() for name in BARE_PATHS}
        ours = {case.name: Cost() for case in chosen}
        for rest in (False, *[True] * 4):
            for name, paths in BARE_PATHS.items():
                work(theirs[name], Client(plain.address, cookie), paths, requests // 4, plain, postgres, counts=rest)
            for case in chosen:
                token = f"signed-in={tokens[case.who]}" if case.who else ""
                client = Client(portal.address, token)
                work(ours[case.name], client, case.paths, requests // 4, portal, postgres, counts=rest)
        memory = memory_megabytes(portal.process.pid), memory_megabytes(plain.process.pid)
    return report(chosen, ours, theirs, memory)


def who_of(chosen: Sequence[Case]) -> set[str]:
    """Everybody who has to be signed in."""
    return {case.who for case in chosen if case.who}


def work(
    cost: Cost,
    client: Client,
    paths: Sequence[str],
    requests: int,
    server: Serving,
    postgres: int | None,
    *,
    counts: bool,
) -> None:
    """Fetch pages and add up what that cost; the first time only to warm up."""
    pids = [server.process.pid, *([postgres] if postgres else [])]
    before = cpu_seconds(*pids)
    times = client.fetch(paths, requests)
    if counts:
        cost.cpu += cpu_seconds(*pids) - before
        cost.times += times


def report(chosen: Sequence[Case], ours: dict[str, Cost], theirs: dict[str, Cost], memory: tuple[float, float]) -> bool:
    """Print what each page cost beside its bare one; whether all kept to their budgets."""
    print(f"{'ms for each request':20} {'CPU':>6} {'p50':>6} {'p95':>6}   {'bare':8} {'CPU':>6} {'p50':>6} {'p95':>6}")
    good = True
    for case in chosen:
        mine, plain = ours[case.name], theirs[case.bare]
        ratio = mine.cpu_ms() / plain.cpu_ms() / case.pages
        good &= ratio <= case.most
        verdict = "" if ratio <= case.most else "  too much"
        beside = case.bare if case.pages == 1 else f"{case.pages} {case.bare}s"
        print(
            f"{case.name:20} {mine.in_short()}   {beside:8} {plain.in_short()}"
            f"   CPU x {ratio:.2f} (at most {case.most}){verdict}"
        )
    print(f"Memory of 2 processes: the portal {memory[0]:.0f} MB, the bare pages {memory[1]:.0f} MB")
    return good


def on(url: str, bare_url: str, folder: Path, size: Size, postgres: int | None) -> bool:
    """Fill one database and measure all on it."""
    with contextlib.redirect_stdout(io.StringIO()):
        code = seed(url, folder, size.applications, size.rounds)
    return measure(url, bare_url, folder, size.requests, postgres, cases, code)


Measuring = Callable[[str, str, Path, AnySize, int | None], bool]
"""What fills one database and measures all on it: its address, the bare one's, a folder, the size, PostgreSQL's pid."""


def on_both(size: AnySize, measuring: Measuring[AnySize]) -> int:
    """Measure on SQLite and on PostgreSQL, between two calibrations; 1 when anything cost too much on either."""
    print(f"Calibration: {calibration():.0f} ms")
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print(f"\nSQLite, {size}")
        urls = f"sqlite:///{folder / 'portal.sqlite3'}", f"sqlite:///{folder / 'bare.sqlite3'}"
        good &= measuring(*urls, folder, size, None)
        with running_server(durable=True) as server:
            print(f"\nPostgreSQL, {size}")
            url = server.create_database("portal").replace("postgresql:", "postgresql+psycopg:")
            assert server.process is not None
            good &= measuring(url, server.create_database("bare"), folder, size, server.process.pid)
    print(f"\nCalibration: {calibration():.0f} ms")
    print("All pages keep to their budgets." if good else "Not all pages keep to their budgets.")
    return 0 if good else 1


def main() -> int:
    """Measure on both databases; 1 when a page cost too much on either."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="fewer applications and requests")
    words.add_argument("--rounds", type=int, default=20, help="how many rounds the applications are in")
    chosen = words.parse_args()
    size = Size(2_000, min(chosen.rounds, 4), 80) if chosen.quick else Size(10_000, chosen.rounds, 400)
    print(f"bench/bare.py: sha256 {hashlib.sha256((ROOT / 'bench' / 'bare.py').read_bytes()).hexdigest()}")
    return on_both(size, on)


if __name__ == "__main__":
    sys.exit(main())
