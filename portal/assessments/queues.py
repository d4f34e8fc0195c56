"""What waits for council people before the panel: to check, to declare, to share out, to score, to find a reader for.

Each queue is one statement: its first rows, most urgent first, each with the number of all.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Row, Select, case, exists, func, or_, select

from portal.applications.models import Application
from portal.assessments.access import readable_by, reads_all, shared_with
from portal.assessments.models import Assessment, Declaration
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.queues import Queue, Waiting
from portal.kit.text import N_, Say
from portal.organisations.models import Organisation
from portal.permissions import Someone
from portal.web.words import translated

MOST = 10


def to_triage(someone: Someone) -> Queue:
    """Applications that were sent and wait to be checked."""
    question = (
        select(Application.ref, Application.title, Organisation.name, Application.submitted_at, Round.checked_by)
        .join(Organisation, Organisation.id == Application.organisation_id)
        .join(Round, Round.id == Application.round_id)
        .where(Application.state == "submitted", readable_by(someone))
        .order_by(Round.checked_by, Application.submitted_at, Application.id)
    )

    def line(row: Row[Any]) -> Waiting:
        values = {"ref": row.ref}
        return Waiting(row.title, "assessments.application", values, row.submitted_at, row.checked_by, row.name)

    return queue("to_triage", N_("To check"), N_("Every application is checked."), question, line)


def to_declare(someone: Someone) -> Queue:
    """Closed rounds whose list of applicants this person has not gone through yet."""
    sent = exists().where(Application.round_id == Round.id, Application.state.in_(("submitted", "assessing")))
    declared = exists().where(Declaration.round_id == Round.id, Declaration.person_id == someone.person_id)
    question = (
        select(Round.code, Round.title, Round.closes_at, Round.checked_by)
        .where(Round.closes_at < utc_now(), sent, ~declared)
        .order_by(Round.checked_by, Round.id)
    )

    def line(row: Row[Any]) -> Waiting:
        return Waiting(row.title, "assessments.conflicts", {"code": row.code}, row.closes_at, row.checked_by)

    empty = N_("You have said who you have a conflict with, in every round.")
    return queue("to_declare", N_("Conflicts of interest to declare"), empty, question, line)


def to_share(someone: Someone) -> Queue:
    """Closed rounds with eligible applications that nobody was given yet."""
    given = exists().where(Assessment.application_id == Application.id)
    number = func.count(Application.id).label("number")
    question = (
        select(Round.code, Round.title, Round.closes_at, Round.checked_by, number)
        .join(Application, Application.round_id == Round.id)
        .where(Round.closes_at < utc_now(), Application.state == "assessing", ~given)
        .group_by(Round.id)
        .order_by(Round.checked_by, Round.id)
    )

    def line(row: Row[Any]) -> Waiting:
        note = translated(Say(N_("Applications without a reviewer: {number}"), number=row.number))
        return Waiting(row.title, "assessments.share", {"code": row.code}, row.closes_at, row.checked_by, note)

    return queue("to_share", N_("To share out"), N_("Everything is shared out."), question, line)


def to_score(someone: Someone) -> Queue:
    """Applications that this person was given and has not finished scoring, the longest waiting first."""
    question = (
        select(
            Assessment.ref,
            Application.ref.label("application"),
            shown_title(someone),
            Assessment.shared_at,
            Round.assessed_by,
        )
        .join(Application, Application.id == Assessment.application_id)
        .join(Round, Round.id == Application.round_id)
        .where(Assessment.reviewer_id == someone.person_id, Assessment.state == "shared")
        .where(Application.state == "assessing", readable_by(someone))
        .order_by(Assessment.shared_at, Assessment.id)
    )

    def line(row: Row[Any]) -> Waiting:
        values = {"ref": row.ref}
        note = "" if row.title == row.application else row.application
        return Waiting(row.title, "assessments.score", values, row.shared_at, row.assessed_by, note)

    return queue("to_score", N_("To score"), N_("You have scored everything that you were given."), question, line)


def needs_third(someone: Someone) -> Queue:
    """Applications that want one more reader, and nobody was free: somebody has to be named.

    Not by one of its readers, whom it would tell how the others scored.
    """
    reading = func.count(case((Assessment.state == "shared", 1)))
    live = func.count(case((Assessment.state != "stood_down", 1)))
    question = (
        select(Application.ref, Application.title, func.max(Assessment.shared_at).label("since"), Round.assessed_by)
        .join(Assessment, Assessment.application_id == Application.id)
        .join(Round, Round.id == Application.round_id)
        .where(Application.state == "assessing", readable_by(someone), ~shared_with(someone.person_id or 0))
        .group_by(Application.id, Round.id)
        .having(or_(live < Round.assessments_needed, reading == 0))
        .order_by(Round.assessed_by, Application.id)
    )

    def line(row: Row[Any]) -> Waiting:
        return Waiting(row.title, "assessments.application", {"ref": row.ref}, row.since, row.assessed_by)

    empty = N_("Every application that was shared out has its reviewers.")
    return queue("needs_third", N_("To find a reviewer for"), empty, question, line)


def shown_title(someone: Someone) -> Any:
    """The title of an application, or its reference where the round hides names from this person."""
    title = (
        Application.title
        if reads_all(someone)
        else case((Round.names_hidden, Application.ref), else_=Application.title)
    )
    return title.label("title")


def queue(
    code: str, title: str, empty: str, question: Select[*tuple[Any, ...]], line: Callable[[Row[Any]], Waiting]
) -> Queue:
    """The queue that a question describes."""
    rows = db.session.execute(question.add_columns(func.count().over().label("all")).limit(MOST)).all()
    return Queue(code, title, empty, rows[0].all if rows else 0, [line(row) for row in rows])
