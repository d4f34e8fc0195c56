"""Who comes into conflict with an organisation after its application was given to them reads it no more.

When two records become one organisation this is so at once. However else it came about, such as by joining a team, the
worker finds it within the hour: a reading that nobody can finish would be waited for without end.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from portal.applications.models import Application
from portal.assessments import panels
from portal.assessments.access import in_conflict
from portal.assessments.actions import hand_on
from portal.assessments.models import Assessment
from portal.db.session import action
from portal.funds.models import Round
from portal.jobs.registry import job
from portal.kit.text import N_
from portal.organisations import merging
from portal.organisations.models import Organisation
from portal.organisations.one import is_of_any
from portal.permissions import PORTAL

HOURLY = dt.timedelta(hours=1)
ROUNDS_MOST = 50


def hold_panels(session: Session, *both: Organisation) -> None:
    """Hold the panels of the rounds in which these are being scored: everybody who judges holds them first."""
    for round_id in rounds_of(session, *being_scored(*both)):
        panels.held(round_id)


def step_back(session: Session, organisation: Organisation) -> None:
    """Take what is still to be scored of an organisation from reviewers who are in conflict with it now."""
    its = being_scored(organisation)
    for round_id in rounds_of(session, *its):
        hand_all_on(session, round_id, *its)


@job("step_back", HOURLY, N_("Give what somebody in conflict was to score to somebody else"))
def step_back_everywhere() -> int:
    """The same of every organisation, a round at a time; how many readings were handed on."""
    with action() as session:
        rounds = rounds_of(session, Application.state == "assessing")
    count = 0
    for round_id in rounds[:ROUNDS_MOST]:
        with action() as session:
            count += hand_all_on(session, round_id, Application.state == "assessing")
    return count


def being_scored(*organisations: Organisation) -> tuple[ColumnElement[bool], ...]:
    """True of what is being scored of these organisations, in whichever record of theirs."""
    its = is_of_any(Application.organisation_id, [each.id for each in organisations])
    return its, Application.state == "assessing"


def rounds_of(session: Session, *whose: ColumnElement[bool]) -> Sequence[int]:
    """The rounds of these applications, in the order in which their panels are held."""
    return sorted(session.scalars(select(Application.round_id).where(*whose).distinct()))


def hand_all_on(session: Session, round_id: int, *whose: ColumnElement[bool]) -> int:
    """Give these applications' readings of a round to others, where their reader is in conflict; how many."""
    panels.held(round_id)  # before anything is read: a reviewer may be finishing one of them at this moment
    question = (
        select(Assessment)
        .join(Application, Application.id == Assessment.application_id)
        .where(*whose, Application.round_id == round_id, Assessment.state == "shared")
        .order_by(Assessment.id)
    )
    readers = session.scalars(question.with_only_columns(Assessment.reviewer_id).order_by(None).distinct()).all()
    found = [one for reader in sorted(readers) for one in session.scalars(question.where(*lost_to(reader))).all()]
    for assessment in found:
        hand_on(assessment, session.get_one(Round, round_id), by=PORTAL)
    return len(found)


def lost_to(reader: int) -> tuple[ColumnElement[bool], ...]:
    """True of a reviewer's readings of what they are in conflict with."""
    return Assessment.reviewer_id == reader, in_conflict(reader)


merging.BEFORE.append(hold_panels)
merging.FOLLOWING.append(step_back)
