"""Which server serves the portal best: each of them for a while under the portal's own load, with 8 people at once.

    python bench/soak.py                a minute each
    python bench/soak.py --quick        ten seconds each
    python bench/soak.py --minutes 60   an hour of the portal's own server alone, held to its budgets

“flask” is the portal's own server, `flask serve`. It prints, for each: seconds from its start to its first answer,
requests a second, the times that half and 95 in 100 of them stay under, CPU for each, and memory before and after. It
exits with 1 when any request went wrong, or when the portal's own server needs more than its budget allows.
"""

import argparse
import contextlib
import io
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import seed
from bench.serve import Case, Client, cases, who_of
from bench.servers import KINDS, calibration, cpu_seconds, memory_megabytes, serving
from portal.accounts.actions import sign_in_as
from portal.app import create_app
from portal.db.session import db
from portal.demo.cast import BY_KEY
from tests.houses import settings

PEOPLE = 8
OWN = "flask"
MEMORY_MOST, FIRST_MOST = 160, 3.5
"""Megabytes that the portal's own server may hold in the end, and seconds until its first answer (quality.md 1)."""


@dataclass(slots=True)
class Load:
    """Eight people, each going round all the pages until told to stop."""

    address: str
    chosen: Sequence[Case]
    tokens: dict[str, str]
    times: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def person(self) -> None:
        """One of them."""
        while not self.stopping.is_set():
            for case in self.chosen:
                token = f"signed-in={self.tokens[case.who]}" if case.who else ""
                try:
                    self.times += Client(self.address, token).fetch(case.paths[:1], 5)
                except (OSError, RuntimeError) as error:
                    self.wrong.append(str(error))

    def run(self, seconds: float) -> None:
        """Let them work for so long."""
        people = [threading.Thread(target=self.person, daemon=True) for _ in range(PEOPLE)]
        for person in people:
            person.start()
        time.sleep(seconds)
        self.stopping.set()
        for person in people:
            person.join(60)


def soak(kind: str, environ: dict[str, str], chosen: Sequence[Case], tokens: dict[str, str], seconds: float) -> bool:
    """Put one server under load and print how it did; whether every request was answered as it should be."""
    began = time.monotonic()
    with serving(environ, kind=kind) as server:
        first = time.monotonic() - began
        Load(server.address, chosen, tokens).run(2)  # to warm up
        before, work = memory_megabytes(server.process.pid), cpu_seconds(server.process.pid)
        load = Load(server.address, chosen, tokens)
        load.run(seconds)
        work, after = cpu_seconds(server.process.pid) - work, memory_megabytes(server.process.pid)
    times = sorted(1000 * each for each in load.times)
    print(
        f"{kind:9} {first:6.1f} {len(times) / seconds:9.1f} {statistics.median(times):7.1f}"
        f" {times[int(len(times) * 0.95)]:7.1f} {1000 * work / len(times):7.2f} {before:7.0f} {after:7.0f}"
        f" {len(load.wrong):6}",
        flush=True,
    )
    if kind == OWN and (after > MEMORY_MOST or first > FIRST_MOST):
        print(f"That is more than {MEMORY_MOST} MB, or than {FIRST_MOST} s until the first answer.")
        return False
    return not load.wrong


def main() -> int:
    """Soak each server in turn."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="ten seconds each")
    words.add_argument("--minutes", type=float, help="so long, and only the portal's own server")
    chosen_words = words.parse_args()
    kinds = (OWN,) if chosen_words.minutes else KINDS
    seconds = 10.0 if chosen_words.quick else 60 * (chosen_words.minutes or 1)
    print(f"Calibration: {calibration():.0f} ms")
    with tempfile.TemporaryDirectory() as scratch:
        folder, url = Path(scratch), f"sqlite:///{scratch}/portal.sqlite3"
        with contextlib.redirect_stdout(io.StringIO()):
            code = seed(url, folder, 2_000, 4)
        app = create_app(settings(url, folder))
        with app.app_context():
            chosen = cases(code)
            tokens = {who: sign_in_as(BY_KEY[who].email, own_device=False, client="Bench") for who in who_of(chosen)}
            db.engine.dispose()
        environ = {"DATABASE_URL": url, "PORTAL_INSTANCE": str(folder), "PORTAL_DEMO": "1"}
        print("server     first  a second  p50 ms  p95 ms  CPU ms      MB      MB  wrong")
        good = [soak(kind, environ, chosen, tokens, seconds) for kind in kinds]
    print(f"Calibration: {calibration():.0f} ms")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
