"""How long the council's search takes, and how that grows with the number of applications.

    python bench/search.py                  10,000 and 100,000 applications, on both databases
    python bench/search.py --quick          1,000 and 10,000
    python bench/search.py --only sqlite    one of the two
    python bench/search.py --plans          what each database does for each search, besides

Every search is asked as an approver and as a reviewer would, from the first question to the last; each time is the
shortest of many. The growth is what the larger number takes of the smaller one's time.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event, select, text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.seed import seed
from portal.app import create_app
from portal.applications.models import Application
from portal.db.session import db
from portal.demo.cast import BY_KEY
from portal.desk.search import search
from portal.desk.search_refs import way_to
from portal.kit.finding import asked
from portal.organisations.models import Organisation
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests.houses import settings
from tests.postgres import running_server

QUICK, FULL = (1_000, 10_000), (10_000, 100_000)
ROUNDS, TIMES, READINGS = 5, 15, 100
GROWTH_MOST = 1.5
FLOOR = 0.005  # seconds, below which a growth says nothing
PSYCOPG = "postgresql+psycopg:"
Times = dict[str, float]


def searches() -> dict[str, str]:
    """What is looked for: a reference, an organisation, people, rare words and those that nearly everybody writes."""
    ref = db.session.scalars(select(Application.ref).where(Application.submitted_at.is_not(None)).limit(1)).one()
    home = db.session.scalars(select(Organisation.name).order_by(Organisation.id.desc()).limit(1)).one()
    return {
        "a reference": ref,
        "an organisation": home,
        "a lead's address": "lead.7@example.org",
        "words of one": f"tablets {ref.rpartition('-')[0].rpartition('-')[2]}",
        "common words": "people help",
        "the beginning of a common word": "commun",
        "a common phrase": '"older people"',
        "words of nobody": "zzzz yyyy",
    }


def measured(someone: Someone) -> Times:
    """The shortest time of each search, in seconds: what else the machine does makes none shorter."""
    found = {}
    for name, words in searches().items():
        times = []
        for _ in range(TIMES):
            db.session.rollback()
            begun = time.perf_counter()
            if way_to(words, someone) is None:
                search(asked(words), someone, None)
            times.append(time.perf_counter() - begun)
        found[name] = min(times)
    return found


def leave_few(someone: Someone) -> None:
    """Leave a reviewer their newest readings: who reads for a large council is not given more than for a small one."""
    theirs = "SELECT id FROM assessments WHERE reviewer_id = :person ORDER BY id DESC"
    kept = db.session.scalars(text(f"{theirs} LIMIT {READINGS}"), {"person": someone.person_id}).all()
    told = {"person": someone.person_id, "least": min(kept)}
    others = "FROM assessments WHERE reviewer_id = :person AND id < :least"
    db.session.execute(text(f"DELETE FROM scores WHERE assessment_id IN (SELECT id {others})"), told)
    db.session.execute(text(f"DELETE {others}"), told)
    db.session.commit()


def plans(someone: Someone) -> None:
    """Print what the database does for each search."""
    said: list[str] = []

    def hear(connection, cursor, statement, parameters, context, many):  # type: ignore[no-untyped-def]
        if statement.startswith("SELECT") and "_words" in statement:
            said.append(statement)
            query = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN (COSTS OFF) "
            cursor.execute(query + statement, parameters)
            for row in cursor.fetchall():
                print("       ", row[-1])

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        for name, words in searches().items():
            print(f"    {name}")
            search(asked(words), someone, None)
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


@contextmanager
def database(kind: str, folder: Path, number: int) -> Iterator[str]:
    """The address of an empty database of that kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / f'{number}.sqlite3'}"
        return
    with running_server() as server:
        yield server.create_database(f"search_{number}")


def of(kind: str, folder: Path, number: int, *, explain: bool) -> dict[str, Times]:
    """The times of everybody who searches among so many applications."""
    folder = folder / f"{kind}-{number}"
    folder.mkdir()
    with database(kind, folder, number) as url:
        begun = time.perf_counter()
        seed(url, folder, number, ROUNDS)
        print(f"{kind}: {number:,} applications, laid in {time.perf_counter() - begun:.0f} s", flush=True)
        app = create_app(settings(url, folder))
        with app.test_request_context():
            people = {who: someone_for(BY_KEY[who].email) for who in ("joyce", "daniel")}
            if people["daniel"]:
                leave_few(people["daniel"])
            found = {who: measured(someone) for who, someone in people.items() if someone}
            size = "pg_database_size(current_database())" if kind != "sqlite" else "page_count * page_size"
            from_ = "" if kind != "sqlite" else " FROM pragma_page_count(), pragma_page_size()"
            print(f"    {db.session.scalar(text(f'SELECT {size}{from_}')) / 1e6:,.0f} MB in all", flush=True)
            if explain and people["joyce"]:
                plans(people["joyce"])
            db.session.remove()
            db.engine.dispose()
    return found


def report(kind: str, fewer: dict[str, Times], more: dict[str, Times]) -> bool:
    """Print how much longer the larger number takes; whether all is well."""
    good = True
    for who, times in more.items():
        for name, took in times.items():
            grown = took / max(fewer[who][name], FLOOR)
            good &= grown <= GROWTH_MOST
            print(f"{kind:9}{who:8}{name:32}{fewer[who][name] * 1000:8.1f} ms{took * 1000:8.1f} ms  x {grown:.2f}")
    return good


def main() -> None:
    """Measure and report; ends with 1 where a search grew by more than it should."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--quick", action="store_true", help="1,000 and 10,000 applications")
    words.add_argument("--only", choices=("sqlite", "postgres"))
    words.add_argument("--plans", action="store_true", help="print what each database does")
    chosen = words.parse_args()
    fewer, more = QUICK if chosen.quick else FULL
    good = True
    for kind in [chosen.only] if chosen.only else ["sqlite", "postgres"]:
        with tempfile.TemporaryDirectory() as scratch:
            few, many = (of(kind, Path(scratch), each, explain=chosen.plans and each == more) for each in (fewer, more))
            good &= report(kind, few, many)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
