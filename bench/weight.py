"""What every page weighs against its budget; with --slow, how fast it is for an old phone on a bad line.

    python bench/weight.py           markup, style and script of each page in bytes, brotli, and its requests
    python bench/weight.py --slow    Chromium on 400 kbit/s with 400 ms, and a processor 6 times slower
    --quick                          a few pages only

It prints a table, its verdict last, and exits with 1 when a page misses its budget.
"""

import argparse
import io
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import brotli

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import slow
from bench.servers import ROOT, calibration
from portal.db.session import db
from tests.gates import towns
from tests.gates.walk import Seen, prepared, walk
from tests.pages import EVERY
from tests.visits import Kind

DIST = ROOT / "static" / "dist"
LOADED = re.compile(r'<(?:link|script|img)\b[^>]*? (?:href|src)="/static/([^"]+)"')
QUICK = {"desk.front", "accounts.sign_in", "applications.section (project, full)", "assessments.score"}


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a page may weigh, in bytes as they travel (brotli), and the most requests."""

    html: int
    script: int
    style: int = 6_000
    requests: int = 6
    all: int = 1_000_000


BUDGETS = {
    Kind.PUBLIC: Budget(html=6_000, script=13_000, requests=4, all=25_000),
    Kind.EDITING: Budget(html=8_000, script=17_000),
    Kind.LONG: Budget(html=12_000, script=13_000),
    Kind.MARKING: Budget(html=12_000, script=17_000),
    Kind.OTHER: Budget(html=8_000, script=13_000),
}


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page and everything that it loads weigh, in bytes as they travel, and in how many requests."""

    html: int
    style: int
    script: int
    pictures: int
    requests: int

    def over(self, budget: Budget) -> list[str]:
        """What is more than its budget allows."""
        there = {"html": self.html, "style": self.style, "script": self.script, "requests": self.requests}
        there["all"] = self.html + self.style + self.script + self.pictures
        return [f"{name} {is_} > {most}" for name, is_ in there.items() if is_ > (most := getattr(budget, name))]


def weigh(html: str) -> Weight:
    """Weigh a page with all that a browser without a cache loads for it."""
    sizes: dict[str, list[int]] = {"css": [], "js": [], "svg": []}
    for name in set(LOADED.findall(html)):
        sizes[name.rpartition(".")[2]].append(travelling(name))
    style, script, pictures = (sum(found) for found in sizes.values())
    requests = 1 + sum(map(len, sizes.values()))
    # Flask-Compress is set to the same quality, so this is what travels.
    return Weight(len(brotli.compress(html.encode(), quality=4)), style, script, pictures, requests)


def travelling(name: str) -> int:
    """The size of a built file as it travels: compressed where that was worth it."""
    compressed = DIST / f"{name}.br"
    return (compressed if compressed.is_file() else DIST / name).stat().st_size


@contextmanager
def town(folder: Path) -> Iterator[tuple[dict[str, Seen], str]]:
    """Every page of the demonstration as the walk of the gates sees it, and the address of its database."""
    url = f"sqlite:///{folder / 'town.sqlite3'}"
    with redirect_stdout(io.StringIO()):  # the portal's log of requests
        app = towns.full_town(url, folder)
        stops, failed = prepared(app, [page for page in EVERY if not page.empty_town])
        seen = {one.page.name: one for one in walk(app, stops)}
    assert not failed, failed
    yield seen, url
    with app.app_context():
        db.engine.dispose()


def table(pages: Iterable[Seen]) -> int:
    """Print what each page weighs; how many are over their budget."""
    print(f"{'page':52} {'html':>6} {'style':>6} {'script':>6} {'all':>6} {'requests':>8}")
    missed = 0
    for one in pages:
        weight = weigh(one.html)
        over = weight.over(BUDGETS[one.page.kind])
        missed += bool(over)
        whole = weight.html + weight.style + weight.script + weight.pictures
        figures = f"{weight.html:6} {weight.style:6} {weight.script:6} {whole:6} {weight.requests:8}"
        print(f"{one.page.name:52} {figures}  {'; '.join(over)}".rstrip())
    return missed


def main() -> int:
    """Weigh, or time, and say how many pages missed."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--slow", action="store_true", help="time the pages in a slowed-down browser")
    words.add_argument("--quick", action="store_true", help="a few pages only")
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, town(Path(folder)) as (seen, url):
        pages = [one for one in seen.values() if one.visit.is_page]
        if chosen.quick:
            pages = [one for one in pages if one.page.name in QUICK]
        if chosen.slow:
            pages = [one for one in pages if slow.for_phones(one)]
        print(f"Calibration: {calibration():.0f} ms")
        missed = slow.table(pages, url, Path(folder)) if chosen.slow else table(pages)
        print(f"Calibration: {calibration():.0f} ms")
    print(f"{len(pages)} pages, {missed} over budget")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
