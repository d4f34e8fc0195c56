"""Near copies among many applications: how many are found, how many others are suspected, and how long a new one takes.

    python bench/twins.py               1,500 applications with 20 near copies, on SQLite and on PostgreSQL
    python bench/twins.py --quick       150 with 4
    python bench/twins.py --changed 15  15 of 100 words of a copy are changed, in place of 10
    python bench/twins.py --seed 7      other texts

Nobody's own applications can be used, so the texts are grown from a grammar (tests/assessments/voices.py), and are more
alike than people's are. A near copy has other names, some words swapped, left out or put in, its sentences in another
order and one of them under another question; who sent it has nothing in common with who wrote it. Of the organisations
some share a building, and one in five applications has the same paragraph. One is flagged where the queue says that it
looks like another one. A new one is timed from being sent to being found by the worker, among all the others.

It prints its figures last, and exits with 1 where fewer than nine in ten copies are found, more than one in a hundred
of the others is flagged, or a new one takes ten seconds.
"""

import argparse
import contextlib
import io
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from flask_migrate import upgrade
from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from portal.app import create_app
from portal.applications.models import Application
from portal.assessments.alike_models import Suspicion
from portal.db.session import action, db
from portal.funds.models import Round
from tests import town
from tests.assessments import alikes, builders, voices
from tests.houses import settings
from tests.postgres import running_server

SECONDS_MOST = 10.0
NEW = 5
BUILDINGS = 8
"""In so many buildings there are seven organisations each."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many applications there are, how many near copies among them, and how many of 100 words these change."""

    applications: int
    copies: int
    changed: int


@dataclass(slots=True)
class Found:
    """What came of it on one database."""

    name: str
    size: Size
    copies: int = 0
    others: int = 0
    of_others: int = 0
    each_ms: float = 0.0
    slowest: float = 0.0

    def __str__(self) -> str:
        share = 100 * self.others / self.of_others
        return (
            f"{self.name}: {self.copies} of {self.size.copies} near copies flagged, {self.others} of {self.of_others:,}"
            f" others ({share:.1f} %), {self.each_ms:.0f} ms of CPU each, a new one found after {self.slowest:.2f} s"
        )

    def is_kept(self) -> bool:
        """Whether what was promised was kept."""
        enough = self.copies >= 0.9 * self.size.copies
        return enough and self.others <= 0.01 * self.of_others and self.slowest < SECONDS_MOST


def send_all(rng: Random, round_: Round, size: Size) -> tuple[list[Application], list[tuple[int, int]]]:
    """All applications, in a mixed order; and each near copy with what it was copied from."""
    texts = [voices.written(rng) for _ in range(size.applications - size.copies)]
    models = rng.sample(range(len(texts)), size.copies)
    copies = [voices.near_copy(rng, texts[model], size.changed / 100) for model in models]
    order = list(range(size.applications))
    rng.shuffle(order)
    sent: dict[int, Application] = {}
    with action():
        for place in order:
            facts = {"postcode": f"LS{place % BUILDINGS} 4AA"} if place < 7 * BUILDINGS else own_facts(place)
            sent[place] = alikes.sent(round_, [*texts, *copies][place], **facts)
    pairs = [(sent[model].id, sent[len(texts) + number].id) for number, model in enumerate(models)]
    return [sent[place] for place in order], pairs


def own_facts(place: int) -> dict[str, str]:
    """What is true of one organisation alone."""
    return {"postcode": f"LS{place % 29 + 10} {place % 9}{chr(65 + place // 26 % 26)}{chr(65 + place % 26)}"}


def flagged() -> list[tuple[int, int]]:
    """The pairs of which the queue says that one looks like the other."""
    db.session.rollback()
    question = select(Suspicion).where(Suspicion.state == "open", ~Suspicion.is_weak)
    return [(each.first_id, each.second_id) for each in db.session.scalars(question)]


def a_new_one(rng: Random, round_: Round, changed: int) -> float:
    """Send one more near copy of one more text; the seconds until it is found."""
    texts = voices.written(rng)
    model = alikes.sent(round_, texts)
    alikes.look()
    copy = voices.near_copy(rng, texts, changed / 100)
    began = time.perf_counter()
    new = alikes.sent(round_, copy)
    alikes.look()
    took = time.perf_counter() - began
    assert (model.id, new.id) in flagged(), "the new one was not found"
    return took


def measure(name: str, url: str, folder: Path, size: Size, seed: int) -> Found:
    """Send everything to one database, have the worker look, and count."""
    rng, found = Random(seed), Found(name, size)
    app = create_app(settings(url, folder))
    with app.test_request_context():
        with contextlib.redirect_stdout(io.StringIO()):
            upgrade()
            town.build()
        round_ = builders.the_round()
        sent, pairs = send_all(rng, round_, size)
        began = time.process_time()
        assert alikes.look() == len(sent)
        found.each_ms = 1000 * (time.process_time() - began) / len(sent)
        there = flagged()
        planted = {id for pair in pairs for id in pair}
        found.copies = sum(tuple(sorted(pair)) in there for pair in pairs)
        found.others = len({id for pair in there for id in pair} - planted)
        found.of_others = len(sent) - len(planted)
        found.slowest = max(a_new_one(rng, round_, size.changed) for _ in range(NEW))
        db.session.remove()
        db.engine.dispose()
    return found


def main() -> int:
    """Measure on both databases, and say whether it was good enough."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quick", action="store_true", help="150 applications with 4 near copies")
    words.add_argument("--changed", type=int, default=10, help="so many of 100 words of a copy are changed")
    words.add_argument("--seed", type=int, default=2026, help="other texts")
    chosen = words.parse_args()
    size = Size(150, 4, chosen.changed) if chosen.quick else Size(1_500, 20, chosen.changed)
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        there = (("SQLite", f"sqlite:///{folder}/portal.sqlite3"), ("PostgreSQL", server.create_database("twins")))
        found = []
        for name, url in there:
            found.append(measure(name, url, Path(folder), size, chosen.seed))
            print(found[-1], flush=True)
    return 0 if all(each.is_kept() for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
