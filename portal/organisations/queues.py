"""What waits for the council of organisations: to verify, and requests to join a team that has no lead."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select

from portal.db.base import BigKey
from portal.kit.queues import Work
from portal.kit.text import N_
from portal.organisations.check_queries import in_conflict
from portal.organisations.join_queries import waits_for_council
from portal.organisations.models import JoinRequest, Organisation
from portal.organisations.one import IS_ONE
from portal.permissions import Permission as P
from portal.permissions import Someone

ORGANISATIONS, REQUESTS = Organisation.__table__.c, JoinRequest.__table__.c
READER: ColumnElement[int] = bindparam("reader", type_=BigKey)


@cache
def checks() -> Select[Any]:
    """Organisations that wait for their check, and that READER does not stand back from."""
    return select(
        ORGANISATIONS.id,
        ORGANISATIONS.ref.label("target"),
        ORGANISATIONS.name.label("title"),
        ORGANISATIONS.waiting_since.label("since"),
        ORGANISATIONS.check_due_on.label("due"),
    ).where(ORGANISATIONS.state == "unverified", IS_ONE, ~in_conflict(READER))


@cache
def asks() -> Select[Any]:
    """Requests to join a team that nobody leads, and that are not READER's affair."""
    return (
        select(
            REQUESTS.id,
            REQUESTS.ref.label("target"),
            ORGANISATIONS.name.label("title"),
            REQUESTS.asked_at.label("since"),
            REQUESTS.due_on.label("due"),
        )
        .select_from(JoinRequest)
        .join(JoinRequest.organisation)
        .where(waits_for_council(READER))
    )


def to_verify(_someone: Someone) -> Select[Any]:
    """The same question for everybody, but for who asks."""
    return checks()


def to_admit(_someone: Someone) -> Select[Any]:
    """The same question for everybody, but for who asks."""
    return asks()


TO_VERIFY = Work(
    "to_verify",
    N_("Organisations to verify"),
    N_("Every organisation is checked."),
    P.ORGANISATION_VERIFY,
    "organisations.check",
    "ref",
    to_verify,
    record="organisation",
    claimable=True,
)
TO_ADMIT = Work(
    "to_admit",
    N_("Requests to join a team without a lead"),
    N_("Nobody waits to join a team without a lead."),
    P.ORGANISATION_VERIFY,
    "organisations.council_request",
    "ref",
    to_admit,
    record="join_request",
    claimable=True,
)
