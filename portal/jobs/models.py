"""When each clock-driven job ran last, runs next, and who runs it now; and which workers are alive."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, Code


class JobRun(Base):
    """One job of the clock. A process that runs it holds the lease; a lease that ran out is anybody's."""

    __tablename__ = "jobs"

    name: Mapped[Code] = mapped_column(primary_key=True)
    next_run_at: Mapped[dt.datetime]
    leased_until: Mapped[dt.datetime | None]
    leased_by: Mapped[str | None]
    last_started_at: Mapped[dt.datetime | None]
    last_finished_at: Mapped[dt.datetime | None]
    last_error: Mapped[str | None]
    failures: Mapped[int] = mapped_column(default=0)


class Worker(Base):
    """One process of the worker, and when it last said that it is alive."""

    __tablename__ = "workers"

    name: Mapped[Code] = mapped_column(primary_key=True)
    started_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime] = mapped_column(index=True)
