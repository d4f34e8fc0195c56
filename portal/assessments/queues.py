"""What waits for council people before the panel: to check, to declare, to share out, to score, to find a reader for.

Each is a question for all that waits, made once for each way of reading; the inbox orders, counts and pages it, and
tells it who asks and when.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Date, Row, ScalarSelect, Select, bindparam, case, exists, func, or_, select

from portal.applications.keying import WAYS_IN
from portal.assessments.access import READER, Reads, readable, reads, shared_with
from portal.assessments.alike_queries import looks_like_another
from portal.assessments.tables import APPLICATIONS, ASSESSMENTS, DECLARATIONS, KEYED, ORGANISATIONS, REQUESTS, ROUNDS
from portal.db.base import Utc
from portal.kit.queues import Work
from portal.kit.text import N_, Say
from portal.organisations.models import RECORD, STANDS
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import translated

NOW = bindparam("now", type_=Utc)
TODAY = bindparam("today", type_=Date)
TO_JUDGE = ("submitted", "changes_asked", "assessing")
"""The states of applications for which somebody's conflicts of interest matter still."""
CAME_BACK, ALIKE = 1, 2
"""What the number of an application to check says of it: either, both, or neither (0)."""
LIKE_ANOTHER = N_("looks like another one")
OF_ROUND = (ROUNDS.c.code.label("round"), ROUNDS.c.title.label("round_title"))
BACK = N_("came back with changes")
THE_ROUND = (ROUNDS.c.id, ROUNDS.c.code.label("target"), ROUNDS.c.title, *OF_ROUND)


def as_they_read(question: Callable[[Reads], Select[Any]]) -> Callable[[Someone], Select[Any]]:
    """A question for each way of reading, as the question for a person."""

    def ask(someone: Someone) -> Select[Any]:
        return question(reads(someone))

    return ask


@cache
def triage_question(reads: Reads) -> Select[Any]:
    """Applications that were sent and wait to be checked; `number` says whether they came back or look like others."""
    came_back, check_by = answered(REQUESTS.c.ended_at), answered(REQUESTS.c.check_by)
    mark = case((came_back.is_not(None), CAME_BACK), else_=0)
    since = func.coalesce(came_back, APPLICATIONS.c.submitted_at, type_=Utc)
    due = func.coalesce(check_by, ROUNDS.c.checked_by, type_=Date)
    return (
        select(APPLICATIONS.c.id, APPLICATIONS.c.ref.label("target"), APPLICATIONS.c.title)
        .add_columns(since.label("since"), due.label("due"), *OF_ROUND)
        .add_columns(ORGANISATIONS.c.name.label("a"), KEYED.c.came_by.label("b"))
        .add_columns((mark + case((looks_like_another(reads), ALIKE), else_=0)).label("number"))
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(KEYED, KEYED.c.application_id == APPLICATIONS.c.id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "submitted", readable(reads))
    )


def answered(column: Any) -> ScalarSelect[Any]:
    """What the latest answer to a request for changes says in a column, for each application; None without any."""
    its = (REQUESTS.c.application_id == APPLICATIONS.c.id, REQUESTS.c.outcome == "answered")
    return select(func.max(column)).where(*its).correlate(APPLICATIONS).scalar_subquery()


@cache
def late_question(reads: Reads) -> Select[Any]:
    """Applications about which something was asked that nobody has answered by its day."""
    return (
        select(APPLICATIONS.c.id, APPLICATIONS.c.ref.label("target"), APPLICATIONS.c.title)
        .add_columns(REQUESTS.c.asked_at.label("since"), REQUESTS.c.due_on.label("due"), *OF_ROUND)
        .add_columns(ORGANISATIONS.c.name.label("a"), KEYED.c.came_by.label("b"))
        .join(REQUESTS, REQUESTS.c.application_id == APPLICATIONS.c.id)
        .join(RECORD, RECORD.c.id == APPLICATIONS.c.organisation_id)
        .join(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .outerjoin(KEYED, KEYED.c.application_id == APPLICATIONS.c.id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "changes_asked", REQUESTS.c.ended_at.is_(None), REQUESTS.c.due_on < TODAY)
        .where(readable(reads))
    )


@cache
def declare_question(_reads: Reads) -> Select[Any]:
    """Closed rounds with applications and without READER's declaration."""
    sent = exists().where(APPLICATIONS.c.round_id == ROUNDS.c.id, APPLICATIONS.c.state.in_(TO_JUDGE))
    declared = exists().where(DECLARATIONS.c.round_id == ROUNDS.c.id, DECLARATIONS.c.person_id == READER)
    return select(
        *THE_ROUND, ROUNDS.c.closes_at.label("since"), ROUNDS.c.checked_by.label("due"), READER.label("owner")
    ).where(ROUNDS.c.closes_at < NOW, sent, ~declared)


@cache
def share_question(_reads: Reads) -> Select[Any]:
    """Closed rounds, each with the number of its eligible applications that nobody was given yet."""
    given = exists().where(ASSESSMENTS.c.application_id == APPLICATIONS.c.id)
    number = func.count(APPLICATIONS.c.id).label("number")
    return (
        select(*THE_ROUND, ROUNDS.c.closes_at.label("since"), ROUNDS.c.checked_by.label("due"), number)
        .join(APPLICATIONS, APPLICATIONS.c.round_id == ROUNDS.c.id)
        .where(ROUNDS.c.closes_at < NOW, APPLICATIONS.c.state == "assessing", ~given)
        .group_by(ROUNDS.c.id)
    )


@cache
def score_question(reads: Reads) -> Select[Any]:
    """What READER was given and has still to score; with its reference in place of its title where names are hidden."""
    own = APPLICATIONS.c.title
    title = own if reads is Reads.ALL else case((ROUNDS.c.names_hidden, APPLICATIONS.c.ref), else_=own)
    return (
        select(ASSESSMENTS.c.id, ASSESSMENTS.c.ref.label("target"), title.label("title"))
        .add_columns(ASSESSMENTS.c.shared_at.label("since"), ROUNDS.c.assessed_by.label("due"), *OF_ROUND)
        .add_columns(ASSESSMENTS.c.reviewer_id.label("owner"), APPLICATIONS.c.ref.label("a"))
        .join(APPLICATIONS, APPLICATIONS.c.id == ASSESSMENTS.c.application_id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(ASSESSMENTS.c.reviewer_id == READER, ASSESSMENTS.c.state == "shared")
        .where(APPLICATIONS.c.state == "assessing", readable(reads, own_reading=True))
    )


@cache
def third_question(reads: Reads) -> Select[Any]:
    """Applications that nobody reads just now or too few do, and nobody was free: somebody has to be named.

    Not by one of its readers, whom it would tell how the others scored.
    """
    reading = func.count(case((ASSESSMENTS.c.state == "shared", 1)))
    live = func.count(case((ASSESSMENTS.c.state != "stood_down", 1)))
    since = func.max(ASSESSMENTS.c.shared_at).label("since")
    return (
        select(APPLICATIONS.c.id, APPLICATIONS.c.ref.label("target"), APPLICATIONS.c.title, since)
        .add_columns(ROUNDS.c.assessed_by.label("due"), *OF_ROUND)
        .join(ASSESSMENTS, ASSESSMENTS.c.application_id == APPLICATIONS.c.id)
        .join(ROUNDS, ROUNDS.c.id == APPLICATIONS.c.round_id)
        .where(APPLICATIONS.c.state == "assessing", readable(reads), ~shared_with(READER))
        .group_by(APPLICATIONS.c.id, ROUNDS.c.id)
        .having(or_(live < ROUNDS.c.assessments_needed, reading == 0))
    )


def organisation(row: Row[Any]) -> str:
    """Whose it is, how it came where somebody typed it in for them, and what is to be known of it before."""
    known = row.number or 0
    words = [
        row.a,
        translated(WAYS_IN[row.b]) if row.b in WAYS_IN else "",
        translated(BACK) if known & CAME_BACK else "",
        translated(LIKE_ANOTHER) if known & ALIKE else "",
    ]
    return " · ".join(each for each in words if each)


def without_reviewer(row: Row[Any]) -> str:
    """How many applications of a round nobody was given."""
    return translated(Say(N_("Applications without a reviewer: {number}"), number=row.number))


def reference(row: Row[Any]) -> str:
    """The application's reference, where it does not stand for the title already."""
    return "" if row.title == row.a else str(row.a)


TO_TRIAGE = Work(
    "to_triage",
    N_("To check"),
    N_("Every application is checked."),
    P.APPLICATION_TRIAGE,
    "assessments.application",
    "ref",
    as_they_read(triage_question),
    organisation,
    record="application",
    claimable=True,
)
LATE_CHANGES = Work(
    "late_changes",
    N_("Changes that are late"),
    N_("Nobody is late with changes that you asked for."),
    P.APPLICATION_TRIAGE,
    "assessments.application",
    "ref",
    as_they_read(late_question),
    organisation,
    record="application",
    claimable=True,
)
TO_DECLARE = Work(
    "to_declare",
    N_("Conflicts of interest to declare"),
    N_("You have said who you have a conflict with, in every round."),
    P.ASSESSMENT_SCORE,
    "assessments.conflicts",
    "code",
    as_they_read(declare_question),
)
TO_SHARE = Work(
    "to_share",
    N_("To share out"),
    N_("Everything is shared out."),
    P.ASSESSMENT_SHARE,
    "assessments.share",
    "code",
    as_they_read(share_question),
    without_reviewer,
    record="round",
)
TO_SCORE = Work(
    "to_score",
    N_("To score"),
    N_("You have scored everything that you were given."),
    P.ASSESSMENT_SCORE,
    "assessments.score",
    "ref",
    as_they_read(score_question),
    reference,
)
NEEDS_THIRD = Work(
    "needs_third",
    N_("To find a reviewer for"),
    N_("Every application that was shared out has its reviewers."),
    P.ASSESSMENT_SHARE,
    "assessments.application",
    "ref",
    as_they_read(third_question),
    record="application",
    claimable=True,
)
