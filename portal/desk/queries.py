"""What waits for a partner, and what they wait for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Row, bindparam, select

from portal.applications.change_queries import due_of
from portal.applications.models import Application
from portal.applications.rules import DECIDED, MACHINE, last_moment
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.kit.queues import SOON
from portal.kit.states import State, Turn
from portal.messages import queries as messages
from portal.organisations.check_queries import standing_of
from portal.organisations.join_queries import asked_by, waiting_for_lead
from portal.organisations.one import is_of
from portal.organisations.verification import VERIFICATION
from portal.permissions import Permission, Someone

MOST = 50


@dataclass(frozen=True, slots=True)
class Home:
    """A partner's applications by whose turn it is, and this person's own messages that wait for an answer."""

    mine: list[Row[Any]]
    theirs: list[Row[Any]]
    ended: list[Row[Any]]
    messages: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Belonging:
    """What waits about teams: who asks to join theirs, what they asked themselves, and where the check stands."""

    asking: Sequence[Any]
    asked: Sequence[Any]
    check: State | None = None
    due: dt.date | None = None


def belonging_of(someone: Someone) -> Belonging:
    """The same for this person, in so far as they can do something about it."""
    asked = asked_by(someone)
    if someone.place is None:
        return Belonging([], asked)
    id = someone.place.organisation_id
    asking = waiting_for_lead(id) if someone.may(Permission.TEAM_MANAGE) else []
    standing = standing_of(id)
    return Belonging(asking, asked, VERIFICATION.state(standing.state), standing.check_due_on)


NEWEST = (
    select(
        Application.ref,
        Application.title,
        Application.state,
        Application.changed_at,
        Application.submitted_at,
        Round.title.label("round"),
        Round.closes_at,
        Round.checked_by,
        Round.assessed_by,
        Round.panel_on,
        Round.grace_minutes,
        Round.told_by,
        due_of(Application.__table__).label("due_on"),
    )
    .join(Round, Round.id == Application.round_id)
    .where(is_of(Application.organisation_id, bindparam("organisation", type_=BigKey)))
    .order_by(Application.id.desc())
    .limit(MOST)
)


def home_of(someone: Someone) -> Home:
    """The newest applications of the organisation this person acts for, sorted by whose turn it is."""
    if someone.place is None:
        return Home([], [], [], messages.waiting_of(someone))
    rows: Any = db.session.execute(NEWEST, {"organisation": someone.place.organisation_id}).all()
    partner, council = MACHINE.whose(Turn.PARTNER), MACHINE.whose(Turn.COUNCIL)
    now = utc_now()
    mine = [row for row in rows if row.state in partner and is_open(row, now)]
    return Home(
        sorted(mine, key=lambda row: (row.due_on or london_day(row.closes_at), row.closes_at)),
        [row for row in rows if row.state in council],
        [row for row in rows if row.state in (*DECIDED, "not_eligible")],
        messages.waiting_of(someone),
    )


def is_open(row: Row[Any], now: dt.datetime) -> bool:
    """Whether something can be done: in a draft until its round's grace ends, about what the council asked always."""
    return row.state != "draft" or bool(now <= last_moment(row.closes_at, row.grace_minutes))


def step_day(row: Row[Any]) -> dt.date:
    """The day by which the step is done that an application waits for."""
    days: dict[str, dt.date] = {"submitted": row.checked_by, "assessing": row.assessed_by, "scored": row.panel_on}
    return days[row.state] if row.state in days else cast(dt.date, row.told_by)


def is_soon(row: Row[Any], now: dt.datetime) -> bool:
    """Whether a draft's round closes within three days, or what the council asked is to be answered until then."""
    if row.due_on:
        return bool(row.due_on - london_day(now) < SOON)
    return bool(row.closes_at - now < SOON)
