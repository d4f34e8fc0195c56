"""What waits for a partner, and what they wait for."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from portal.applications.models import Application
from portal.applications.rules import DECIDED, MACHINE
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.states import Turn
from portal.permissions import Someone

MOST = 50


@dataclass(frozen=True, slots=True)
class Home:
    """A partner's applications by whose turn it is."""

    mine: list[Row[Any]]
    theirs: list[Row[Any]]
    ended: list[Row[Any]]


def home_of(someone: Someone) -> Home:
    """The newest applications of the organisation this person acts for, sorted by whose turn it is."""
    if someone.place is None:
        return Home([], [], [])
    rows: Any = db.session.execute(
        select(
            Application.ref,
            Application.title,
            Application.state,
            Application.changed_at,
            Application.submitted_at,
            Round.title.label("round"),
            Round.closes_at,
            Round.told_by,
        )
        .join(Round, Round.id == Application.round_id)
        .where(Application.organisation_id == someone.place.organisation_id)
        .order_by(Application.id.desc())
        .limit(MOST)
    ).all()
    partner, council = MACHINE.whose(Turn.PARTNER), MACHINE.whose(Turn.COUNCIL)
    now = utc_now()
    return Home(
        [row for row in rows if row.state in partner and row.closes_at > now],
        [row for row in rows if row.state in council],
        [row for row in rows if row.state in (*DECIDED, "not_eligible")],
    )
