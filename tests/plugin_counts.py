"""Says at the very end how many tests ran on what, and lets no test be skipped in silence."""

from collections import Counter
from collections.abc import Generator

import pytest

NEEDS = {"sqlite": "on SQLite", "postgres": "on PostgreSQL", "browser": "in the browser"}
FIXTURES = {"sqlite_house": "sqlite", "postgres_house": "postgres", "postgres_server": "postgres", "browser": "browser"}


def needs_of(item: pytest.Item) -> list[str]:
    """What a test runs on, told by its parameters' ids and its fixtures."""
    callspec = getattr(item, "callspec", None)
    words = set(callspec.id.split("-")) if callspec else set()
    words |= {FIXTURES[name] for name in getattr(item, "fixturenames", ()) if name in FIXTURES}
    return [need for need in NEEDS if need in words]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test with what it needs, before `-m` chooses among them."""
    for item in items:
        for need in needs_of(item):
            item.add_marker(need)
            # Marks stay in the process that runs the test; properties travel back to the one that counts.
            item.user_properties.append(("needs", need))


class Counts:
    """The tests that ran, counted by what they ran on."""

    def __init__(self) -> None:
        self.ran: Counter[str] = Counter()
        self.total = 0
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one test once, when it has run or refused to."""
        if report.skipped:
            self.skipped.append(report.nodeid)
        elif report.when == "call":
            self.total += 1
            self.ran.update(str(value) for name, value in report.user_properties if name == "needs")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, None, None]:
        """Write the counts below everything that pytest itself has to say."""
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        yield
        write = session.config.get_terminal_writer().line
        for nodeid in self.skipped:
            write(f"Skipped, and a skipped test shows nothing, so the run fails: {nodeid}")
        counts = ", ".join(f"{self.ran[need]} {where}" for need, where in NEEDS.items())
        write(f"{self.total} tests ran: {counts}. A browser test counts for its database as well.")


def pytest_configure(config: pytest.Config) -> None:
    """Count in the process that gathers the results; the workers of xdist only run tests."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Counts(), "counts")
