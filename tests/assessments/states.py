"""States of the panel's reports and reserve lists that the demonstration's town does not have."""

import datetime as dt

from sqlalchemy import select

from portal.accounts.models import CouncilRole
from portal.assessments.models import Conflict
from portal.db.session import action
from portal.funds.models import FormVersion, Round
from portal.kit.dates import utc_now
from portal.permissions import Role
from tests.states import application, email_of, once, round_of, someone

APART = "apart@example.org"
"""Who approves and has a conflict of interest with somebody who got a grant."""


@once
def in_conflict() -> str:
    """An approver in conflict with an applicant of the spring round."""
    found, theirs = someone(APART), application("funded", "spring")
    with action() as session:
        session.add(CouncilRole(person_id=found.person_id, role=Role.APPROVER.code, given_at=utc_now()))
        made = {"source": "declared", "declared_at": utc_now(), "person_id": found.person_id}
        session.add(Conflict(round_id=theirs.round_id, organisation_id=theirs.organisation_id, **made))
    return email_of(APART)


@once
def without_applications() -> Round:
    """A round that opens in a month."""
    there, now = round_of("autumn"), utc_now()
    columns = {column.key: getattr(there, column.key) for column in Round.__table__.columns if column.key != "id"}
    months = {"opens_at": now + dt.timedelta(days=30), "closes_at": now + dt.timedelta(days=60), "form_number": 1}
    with action() as session:
        found = Round(**{**columns, **months, "code": "winter-to-come"})
        session.add(found)
        session.flush()
        form = session.scalars(select(FormVersion.form).where(FormVersion.round_id == there.id)).first()
        session.add(FormVersion(round_id=found.id, number=1, form=form, made_at=now))
    return found
