"""Giving applications to reviewers, and what follows when a reviewer has finished or stands down.

All of it happens while the panel's row of the round is held, so that two deeds at once never call two people.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from portal.applications.models import Application
from portal.assessments import notices_reviewers, sharing_queries, weighing
from portal.assessments.models import Assessment, Gap, Score, Standing
from portal.assessments.scoring import far_apart, result
from portal.assessments.sharing import least_loaded
from portal.db.session import db
from portal.funds.models import Round
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.permissions import PORTAL, Someone


@dataclass(frozen=True, slots=True)
class Gift:
    """One application for one reviewer, by their ids."""

    application: int
    reviewer: int
    is_third: bool = False


def give(gifts: Iterable[Gift], *, by: Someone) -> list[Assessment]:
    """Hand applications to reviewers, and write each of them down."""
    now = utc_now()
    new = [
        Assessment(
            ref=new_id(),
            application_id=gift.application,
            reviewer_id=gift.reviewer,
            is_third=gift.is_third,
            shared_at=now,
        )
        for gift in gifts
    ]
    db.session.add_all(new)
    db.session.flush()
    for assessment in new:
        note(assessment, "share", by=by, reviewer=assessment.reviewer_id)
    return new


def tell(given: Iterable[Assessment], round_: Round, emails: Mapping[int, str]) -> None:
    """Write to each reviewer once, however many applications they were given."""
    counts = Counter(assessment.reviewer_id for assessment in given)
    for reviewer, number in sorted(counts.items()):
        notices_reviewers.shared(round_, number, to=emails[reviewer])


def call_another(application: Application, round_: Round, *, by: Someone) -> Assessment | None:
    """Give the application to the least loaded reviewer who may read it, if it wants one and there is one.

    Where nobody is free it waits: the queue of those who share out shows it (`needs_third`).
    """
    wanted = sharing_queries.wanted(round_, application.id)
    free = {each.id: each for each in sharing_queries.free_for(application, round_)} if wanted else {}
    chosen = least_loaded({id: each.to_read for id, each in free.items()}, frozenset())
    if chosen is None:
        return None
    [assessment] = give([Gift(application.id, chosen, wanted[0].is_third)], by=by)
    notices_reviewers.shared(round_, 1, to=free[chosen].email)
    return assessment


def settle(application: Application, round_: Round) -> None:
    """After somebody finished: rank the application when all are in, or call one more where they lie far apart.

    Where they lay far apart once, one more is called even if a correction has brought them near since: see `Gap`.
    """
    live = db.session.scalars(
        select(Assessment).where(Assessment.application_id == application.id, Assessment.state != "stood_down")
    ).all()
    if any(each.state == "shared" for each in live) or len(live) < round_.assessments_needed:
        return
    if not any(each.is_third for each in live) and apart(application.id):
        call_another(application, round_, by=PORTAL)
    else:
        rank(application, [each.points for each in live if each.points is not None])


def apart(application_id: int) -> list[str]:
    """The criteria on which the points of all reviewers lie far apart, or did once; each is written down for good."""
    known = list(db.session.scalars(select(Gap.criterion).where(Gap.application_id == application_id)))
    new = [code for code in far_apart(points_of(application_id).values()) if code not in known]
    db.session.add_all(Gap(application_id=application_id, criterion=code, found_at=utc_now()) for code in new)
    db.session.flush()
    return known + new


def points_of(application_id: int) -> dict[int, dict[str, int]]:
    """What each reviewer who finished gave, by assessment and criterion."""
    found: dict[int, dict[str, int]] = {}
    rows = db.session.execute(
        select(Score.assessment_id, Score.criterion, Score.points)
        .join(Assessment, Assessment.id == Score.assessment_id)
        .where(Assessment.application_id == application_id, Assessment.state == "finished", Score.points.is_not(None))
    )
    for assessment, criterion, points in rows:
        found.setdefault(assessment, {})[criterion] = points or 0
    return found


def rank(application: Application, points: list[int]) -> None:
    """Give the application its place in the ranking, and pass it on to the panel."""
    found = result(points)
    db.session.add(
        Standing(
            application_id=application.id,
            round_id=application.round_id,
            points=found.points,
            lowest=found.lowest,
            highest=found.highest,
            at=utc_now(),
        )
    )
    weighing.weigh([application.id])
    move(application, "finish_scoring", by=PORTAL, points=found.points)
