"""When two records become one organisation: who is in conflict with either reads no application of it any more."""

from sqlalchemy import select
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
    rows = session.execute(
        select(Assessment, Application.round_id)
        .join(Application, Application.id == Assessment.application_id)
        .where(is_of(Application.organisation_id, organisation.id))
        .where(Application.state == "assessing", Assessment.state == "shared")
        .order_by(Application.round_id, Assessment.id)
    ).all()
    for assessment, round_id in rows:
        its = select(Application.id).where(Application.id == assessment.application_id)
        if session.scalar(its.where(in_conflict(assessment.reviewer_id))) is not None:
            panels.held(round_id)
            hand_on(assessment, session.get_one(Round, round_id), by=PORTAL)


merging.FOLLOWING.append(step_back)
