"""Taking finished scores back to correct them, while nobody sees another's: what was given before is kept for good."""

from sqlalchemy import func, select

from portal.assessments import marks
from portal.assessments.actions import held, own
from portal.assessments.models import Assessment, EarlierScore
from portal.assessments.rules import TAKEN_BACK_MOST
from portal.db.session import action, db
from portal.history.actions import move
from portal.kit.dates import utc_now
from portal.kit.errors import WrongState
from portal.kit.text import N_, Say
from portal.permissions import Someone

TOO_OFTEN = N_("You have taken these scores back {most} times. They stand now.")


def take_back(assessment: Assessment, *, by: Someone) -> None:
    """Open a finished reading again for its reviewer, until all scores are in.

    Its points and reasons stay on the sheet, and are kept as they were given. Raises NotThere for anybody else's, and
    WrongState once all are in, while it is open, and after TAKEN_BACK_MOST times.
    """
    with action() as session:
        reading = own(assessment, held(assessment), by=by)
        before = times_taken_back(reading)
        if before >= TAKEN_BACK_MOST:
            raise WrongState(Say(TOO_OFTEN, most=TAKEN_BACK_MOST))
        finished_at, points = reading.finished_at, reading.points
        reading.finished_at = reading.points = None
        move(reading, "take_back", by=by, points=points)
        assert finished_at is not None, "the database holds the two together"
        session.add_all(
            EarlierScore(
                assessment_id=reading.id,
                number=before + 1,
                criterion=row.criterion,
                points=row.points,
                reason=row.reason,
                given_at=finished_at,
                kept_at=utc_now(),
            )
            for row in marks.rows_of(reading).values()
            if row.points is not None
        )


def times_taken_back(assessment: Assessment) -> int:
    """How often these scores were taken back."""
    newest = select(func.max(EarlierScore.number)).where(EarlierScore.assessment_id == assessment.id)
    return db.session.scalar(newest) or 0
