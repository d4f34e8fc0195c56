"""When two records become one organisation: who is in conflict with either reads no application of it any more."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from portal.applications.models import Application
from portal.assessments import panels
from portal.assessments.access import in_conflict
from portal.assessments.actions import hand_on
from portal.assessments.models import Assessment
from portal.funds.models import Round
from portal.organisations import merging
from portal.organisations.models import Organisation
from portal.organisations.one import is_of
from portal.permissions import PORTAL


def step_back(session: Session, organisation: Organisation) -> None:
    """Take what is still to be scored from reviewers who are in conflict now, and give it to others who are not."""
    its = is_of(Application.organisation_id, organisation.id), Application.state == "assessing"
    for round_id in sorted(session.scalars(select(Application.round_id).where(*its).distinct())):
        # Held before anything is read: a reviewer may be finishing one of them at this moment.
        panels.held(round_id)
        for assessment in readings(session, round_id, *its):
            theirs = select(Application.id).where(Application.id == assessment.application_id)
            if session.scalar(theirs.where(in_conflict(assessment.reviewer_id))) is not None:
                hand_on(assessment, session.get_one(Round, round_id), by=PORTAL)


def readings(session: Session, round_id: int, *whose: ColumnElement[bool]) -> Sequence[Assessment]:
    """What is still to be scored in a round, of these applications."""
    return session.scalars(
        select(Assessment)
        .join(Application, Application.id == Assessment.application_id)
        .where(*whose, Application.round_id == round_id, Assessment.state == "shared")
        .order_by(Assessment.id)
    ).all()


merging.FOLLOWING.append(step_back)
