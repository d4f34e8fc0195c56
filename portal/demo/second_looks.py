"""What came of points that lay far apart, and of second thoughts: one for a third to read, one noted, one corrected."""

import datetime as dt
from collections.abc import Iterable, Sequence
from random import Random

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal.assessments.models import Assessment, Decision, EarlierScore, Gap, Moderation, Score, Standing
from portal.assessments.scoring import far_apart, result, weighted
from portal.demo import ground
from portal.demo.reasons import moderation_notes, reasons_for, too_quick
from portal.demo.sendings import Sent, backdate, deed
from portal.funds.questions import Criterion
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.permissions import PORTAL

SOON = dt.timedelta(hours=2)
FAR = (1, 4)
"""The points that the first and the second reviewer give on the first criterion of the one that waits for a third."""


def lay(session: Session, sent: Iterable[Sent], criteria: Sequence[Criterion], officer: int, third: int) -> None:
    """Take the last of a round's applications that are being scored, and the last that are scored, that far."""
    going = [one for one in sent if one.plan in {"assessing", "scored"}]
    readings: dict[int, list[Assessment]] = {one.row.id: [] for one in going}
    for each in session.scalars(
        select(Assessment).where(Assessment.application_id.in_(readings)).order_by(Assessment.id)
    ):
        readings[each.application_id].append(each)
    waiting = [one for one in going if one.plan == "assessing" and third not in reviewers(readings[one.row.id])]
    ask_a_third(session, waiting[-1], readings[waiting[-1].row.id], criteria, third)
    decided = set(session.scalars(select(Decision.application_id).where(Decision.application_id.in_(readings))))
    scored = [one for one in going if one.plan == "scored" and one.row.id not in decided]
    with_third = [one for one in scored if readings[one.row.id][-1].is_third]
    moderate(session, with_third[-1], readings[with_third[-1].row.id], criteria, officer)
    alone = [one for one in scored if not readings[one.row.id][-1].is_third]
    correct(session, readings[alone[-1].row.id][0], criteria[0])


def reviewers(readings: Iterable[Assessment]) -> set[int]:
    """Who reads it."""
    return {each.reviewer_id for each in readings}


def ask_a_third(
    session: Session, one: Sent, readings: Sequence[Assessment], criteria: Sequence[Criterion], third: int
) -> None:
    """Both have finished, two points or more apart on the first criterion; a third has it to read."""
    rng, weights = Random(ground.SEED), {each.code: each.weight for each in criteria}
    for reading, first in zip(readings, FAR, strict=True):
        session.execute(delete(Score).where(Score.assessment_id == reading.id))
        marks = {each.code: first if each is criteria[0] else 3 for each in criteria}
        at = reading.shared_at + SOON
        session.add_all(
            Score(
                assessment_id=reading.id,
                criterion=code,
                points=points,
                reason=reasons_for(code, points, one.team.demo, rng),
                version=1,
                form=new_id(),
                saved_at=at,
            )
            for code, points in marks.items()
        )
        if reading.state == "shared":
            reading.finished_at, reading.points = at, 0
            move(reading, "finish", by=PORTAL)
            backdate(session, at, reading.reviewer_id)
        reading.finished_at, reading.points = at, weighted(marks, weights)
    asked_at = readings[0].shared_at + 2 * SOON
    session.add(Gap(application_id=one.row.id, criterion=criteria[0].code, found_at=asked_at))
    session.add(
        Assessment(ref=new_id(), application_id=one.row.id, reviewer_id=third, is_third=True, shared_at=asked_at)
    )


def moderate(
    session: Session, one: Sent, readings: Sequence[Assessment], criteria: Sequence[Criterion], officer: int
) -> None:
    """The third never came to it, so that an approver wrote a note; the mean of the first two counts."""
    *both, third = readings
    asked = {"application_id": one.row.id, "reviewer_id": third.reviewer_id, "is_third": True}
    session.execute(delete(Score).where(Score.assessment_id == third.id))
    session.execute(delete(Assessment).where(Assessment.id == third.id))
    session.add(Assessment(ref=new_id(), shared_at=third.shared_at, state="stood_down", **asked))
    points: dict[int, dict[str, int]] = {}
    for row in session.scalars(select(Score).where(Score.assessment_id.in_([each.id for each in both]))):
        points.setdefault(row.assessment_id, {})[row.criterion] = row.points or 0
    standing = session.get_one(Standing, one.row.id)
    found = result([each.points or 0 for each in both])
    standing.points, standing.lowest, standing.highest = found.points, found.lowest, found.highest
    codes, at = far_apart(points.values()), standing.at
    session.add_all(Gap(application_id=one.row.id, criterion=code, found_at=at) for code in codes)
    notes = moderation_notes(codes, one.team.demo)
    moderation = Moderation(application_id=one.row.id, notes=notes, written_by=officer, written_at=at)
    session.add(moderation)
    session.flush()
    session.add(deed("moderation", moderation.id, "moderate", at, officer, criteria=codes))


def correct(session: Session, reading: Assessment, criterion: Criterion) -> None:
    """Its reader had given other points on the first criterion, and thought better of it an hour later."""
    assert reading.finished_at is not None, "it is scored"
    before = reading.finished_at - SOON / 2
    for row in session.scalars(select(Score).where(Score.assessment_id == reading.id)):
        is_it = row.criterion == criterion.code
        points = row.points or 0
        session.add(
            EarlierScore(
                assessment_id=reading.id,
                number=1,
                criterion=row.criterion,
                points=(points - 1 if points else 1) if is_it else points,
                reason=too_quick() if is_it else row.reason,
                given_at=before,
                kept_at=min(before + SOON / 4, utc_now()),
            )
        )
    session.add(
        deed("assessment", reading.id, "take_back", before + SOON / 4, reading.reviewer_id, ("finished", "shared"))
    )
