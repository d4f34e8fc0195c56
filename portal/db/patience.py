"""How long the portal waits for PostgreSQL: a line that swallows what it is given must not hold up whoever waits."""

from sqlalchemy import URL, make_url
from sqlalchemy.dialects import registry

CONNECT_SECONDS = 3
STATEMENT_SECONDS, LOCK_SECONDS, ANSWER_SECONDS = 16, 13, 18
"""PostgreSQL itself gives up first; what it cannot say, because the line is dead, is found out just after."""
IDLE_SECONDS = 30
"""How long PostgreSQL keeps the locks of somebody who says nothing more, because their line is dead."""
# PostgreSQL takes many small questions of ours for one large one, and compiling them (JIT) takes ten times as long as
# answering: an export of 20,000 deeds took 42 seconds with it and 4 without.
OPTIONS = " ".join(
    (
        f"-c statement_timeout={STATEMENT_SECONDS}s",
        f"-c lock_timeout={LOCK_SECONDS}s",
        f"-c idle_in_transaction_session_timeout={IDLE_SECONDS}s",
        "-c timezone=utc",
        "-c jit=off",
    )
)

# SQLAlchemy imports it for who uses PostgreSQL alone: its driver weighs 5 MB.
registry.register("postgresql.patient", "portal.db.patient", "PatientPostgres")


def patiently(address: str) -> URL:
    """The address of a database on PostgreSQL, for an engine whose every connection gives up in time."""
    return make_url(address).set(drivername="postgresql+patient")
