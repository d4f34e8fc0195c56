"""What waits for council people before the panel: to check, to declare, to share out, to score, to find a reader for.

Each queue is one statement: its first rows, most urgent first, each with the number of all. Their questions are made
once for each way of reading; who asks and when is told with each asking.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, exists, func, or_, select

from portal.assessments.access import READER, Reads, readable, reads, shared_with
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, DECLARATIONS, ORGANISATIONS, ROUNDS
from portal.db.base import Utc
from portal.db.session import db
from portal.kit.dates import utc_now
from portal.kit.queues import Queue, Waiting
from portal.kit.text import N_, Say
from portal.permissions import Someone
from portal.web.words import translated

MOST = 10
NOW = bindparam("now", type_=Utc)


def to_triage(someone: Someone) -> Queue:
    """Applications that were sent and wait to be checked."""

    def line(row: Row[Any]) -> Waiting:
        values = {"ref": row.ref}
        return Waiting(row.title, "assessments.application", values, row.submitted_at, row.checked_by, row.name)

    return queue("to_triage", N_("To check"), N_("Every application is checked."), triage_question, someone, line)


@cache
def triage_question(reads: Reads) -> Select[Any]:
    """Sent and not yet checked, the nearest promise first."""
    return first(
        select(APPLICATIONS.c.ref, APPLICATIONS.c.title, ORGANISATIONS.c.name)
        .add_columns(APPLICATIONS.c.submitted_at, ROUNDS.c.checked_by)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == APPLICATIONS.c.organisation_id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "submitted", readable(reads))
        .order_by(ROUNDS.c.checked_by, APPLICATIONS.c.submitted_at, APPLICATIONS.c.id)
    )


def to_declare(someone: Someone) -> Queue:
    """Closed rounds whose list of applicants this person has not gone through yet."""

    def line(row: Row[Any]) -> Waiting:
        return Waiting(row.title, "assessments.conflicts", {"code": row.code}, row.closes_at, row.checked_by)

    empty = N_("You have said who you have a conflict with, in every round.")
    return queue("to_declare", N_("Conflicts of interest to declare"), empty, declare_question, someone, line)


@cache
def declare_question(_reads: Reads) -> Select[Any]:
    """Closed rounds with applications and without READER's declaration."""
    sent = exists().where(APPLICATIONS.c.round_id == ROUNDS.c.id, APPLICATIONS.c.state.in_(("submitted", "assessing")))
    declared = exists().where(DECLARATIONS.c.round_id == ROUNDS.c.id, DECLARATIONS.c.person_id == READER)
    return first(
        select(ROUNDS.c.code, ROUNDS.c.title, ROUNDS.c.closes_at, ROUNDS.c.checked_by)
        .where(ROUNDS.c.closes_at < NOW, sent, ~declared)
        .order_by(ROUNDS.c.checked_by, ROUNDS.c.id)
    )


def to_share(someone: Someone) -> Queue:
    """Closed rounds with eligible applications that nobody was given yet."""

    def line(row: Row[Any]) -> Waiting:
        note = translated(Say(N_("Applications without a reviewer: {number}"), number=row.number))
        return Waiting(row.title, "assessments.share", {"code": row.code}, row.closes_at, row.checked_by, note)

    return queue("to_share", N_("To share out"), N_("Everything is shared out."), share_question, someone, line)


@cache
def share_question(_reads: Reads) -> Select[Any]:
    """Closed rounds, each with the number of its eligible applications that nobody was given."""
    given = exists().where(ASSESSMENTS.c.application_id == APPLICATIONS.c.id)
    number = func.count(APPLICATIONS.c.id).label("number")
    return first(
        select(ROUNDS.c.code, ROUNDS.c.title, ROUNDS.c.closes_at, ROUNDS.c.checked_by, number)
        .join(APPLICATIONS, APPLICATIONS.c.round_id == ROUNDS.c.id)
        .where(ROUNDS.c.closes_at < NOW, APPLICATIONS.c.state == "assessing", ~given)
        .group_by(ROUNDS.c.id)
        .order_by(ROUNDS.c.checked_by, ROUNDS.c.id)
    )


def to_score(someone: Someone) -> Queue:
    """Applications that this person was given and has not finished scoring, the longest waiting first."""

    def line(row: Row[Any]) -> Waiting:
        values = {"ref": row.ref}
        note = "" if row.title == row.application else row.application
        return Waiting(row.title, "assessments.score", values, row.shared_at, row.assessed_by, note)

    empty = N_("You have scored everything that you were given.")
    return queue("to_score", N_("To score"), empty, score_question, someone, line)


@cache
def score_question(reads: Reads) -> Select[Any]:
    """What READER has still to score; with its reference in place of its title where the round hides names."""
    own = APPLICATIONS.c.title
    title = own if reads is Reads.ALL else case((ROUNDS.c.names_hidden, APPLICATIONS.c.ref), else_=own)
    return first(
        select(ASSESSMENTS.c.ref, APPLICATIONS.c.ref.label("application"), title.label("title"))
        .add_columns(ASSESSMENTS.c.shared_at, ROUNDS.c.assessed_by)
        .join(APPLICATIONS, APPLICATIONS.c.id == ASSESSMENTS.c.application_id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(ASSESSMENTS.c.reviewer_id == READER, ASSESSMENTS.c.state == "shared")
        .where(APPLICATIONS.c.state == "assessing", readable(reads, own_reading=True))
        .order_by(ASSESSMENTS.c.shared_at, ASSESSMENTS.c.id)
    )


def needs_third(someone: Someone) -> Queue:
    """Applications that want one more reader, and nobody was free: somebody has to be named.

    Not by one of its readers, whom it would tell how the others scored.
    """

    def line(row: Row[Any]) -> Waiting:
        return Waiting(row.title, "assessments.application", {"ref": row.ref}, row.since, row.assessed_by)

    empty = N_("Every application that was shared out has its reviewers.")
    return queue("needs_third", N_("To find a reviewer for"), empty, third_question, someone, line)


@cache
def third_question(reads: Reads) -> Select[Any]:
    """Applications that nobody reads just now or too few do, READER not among them."""
    reading = func.count(case((ASSESSMENTS.c.state == "shared", 1)))
    live = func.count(case((ASSESSMENTS.c.state != "stood_down", 1)))
    since = func.max(ASSESSMENTS.c.shared_at).label("since")
    return first(
        select(APPLICATIONS.c.ref, APPLICATIONS.c.title, since, ROUNDS.c.assessed_by)
        .join(ASSESSMENTS, ASSESSMENTS.c.application_id == APPLICATIONS.c.id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "assessing", readable(reads), ~shared_with(READER))
        .group_by(APPLICATIONS.c.id, ROUNDS.c.id)
        .having(or_(live < ROUNDS.c.assessments_needed, reading == 0))
        .order_by(ROUNDS.c.assessed_by, APPLICATIONS.c.id)
    )


def first(question: Select[Any]) -> Select[Any]:
    """The first rows of a question, each with the number of all."""
    return question.add_columns(func.count().over().label("all")).limit(MOST)


def queue(
    code: str,
    title: str,
    empty: str,
    question: Callable[[Reads], Select[Any]],
    someone: Someone,
    line: Callable[[Row[Any]], Waiting],
) -> Queue:
    """The queue that a question describes, for this person and this moment."""
    told = {"reader": someone.person_id, "now": utc_now()}
    rows = db.session.execute(question(reads(someone)), told).all()
    return Queue(code, title, empty, rows[0].all if rows else 0, [line(row) for row in rows])
