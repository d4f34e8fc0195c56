"""States of the panel's reports and reserve lists that the demonstration's town does not have."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select

from portal.accounts.models import CouncilRole
from portal.applications.models import Application
from portal.assessments import notices_reserve, promoting, reserve_queries, turning_down
from portal.assessments.models import Conflict
from portal.assessments.reserve_models import Promotion
from portal.db.session import action, db
from portal.funds.models import FormVersion, Round
from portal.kit.dates import utc_now
from portal.permissions import Role
from tests.states import application, email_of, lead_of, once, round_of, someone

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


def promoted(state: str) -> Callable[[], Application]:
    """The application from the spring's reserve list whose promotion is in that state."""
    return lambda: db.session.scalars(
        select(Application)
        .join(Promotion, Promotion.application_id == Application.id)
        .where(Promotion.state == state, Promotion.round_id == round_of("spring").id)
    ).one()


@once
def given_up() -> Application:
    """An application whose offer was turned down just now, for no reason that was said."""
    found = application("funded", "spring", 6)
    turning_down.turn_down(found, by=someone(lead_of(found)))
    return found


@once
def nobody_gets_it() -> Round:
    """A round in which money came free, and nobody is left on the list to get it."""
    given_up()
    return round_of("spring")


@once
def suggested() -> Application:
    """An application that the portal proposes to fund."""
    found = application("funded", "summer", 3)
    turning_down.turn_down(found, "Our hall is closed until the summer.", by=someone(lead_of(found)))
    return db.session.scalars(
        select(Application)
        .join(Promotion, Promotion.application_id == Application.id)
        .where(Promotion.state == "suggested", Promotion.round_id == round_of("summer").id)
    ).one()


@once
def confirmed() -> Application:
    """An application on the list that Joyce proposed out of turn, and Martin confirmed."""
    suggested()
    found = without_promotion()
    case = reserve_queries.case_of(someone("joyce"), found.ref)
    letter = notices_reserve.draft(case.organisation.name, case.round.title)
    promoting.adopt(found, notices_reserve.reasons(), letter, by=someone("joyce"))
    promoting.confirm(found, by=someone("martin"))
    return found


def waits() -> Application:
    """An application on the list that nobody proposes to fund."""
    confirmed()
    return without_promotion()


def without_promotion() -> Application:
    """The first on the summer's list that nobody proposes to fund."""
    return db.session.scalars(
        select(Application)
        .outerjoin(Promotion, Promotion.application_id == Application.id)
        .where(Application.round_id == round_of("summer").id, Application.state == "reserved", Promotion.id.is_(None))
        .order_by(Application.id)
        .limit(1)
    ).one()
