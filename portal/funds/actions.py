"""Putting a round's file in force."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.funds import queries
from portal.funds.models import FormVersion, Fund, Round, RoundPlan
from portal.funds.toml import RoundFile
from portal.history.actions import move, note
from portal.history.models import Recorded
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.text import N_
from portal.permissions import PORTAL, Permission, Someone

ON_SCREEN = N_("This round is made or changed on screen just now, or was given up there. Bring the file in there.")


class Outcome(StrEnum):
    """What loading a file came to."""

    MADE = "made"
    CHANGED = "changed"
    SAME = "same"


def load(file: RoundFile, *, by: Someone) -> Outcome:
    """Make the round that a file describes, or make it what the file says now; the same file again changes nothing.

    Raises NotAllowed, and WrongState while the round of that code is made or changed on screen.
    """
    if by is not PORTAL and not by.may(Permission.ROUND_MAKE):
        raise NotAllowed()
    with action() as session:
        plan = plan_for(session, file.round["code"])
        round_, outcome = put_in_force(session, file, "load", by=by)
        if plan.round_id is None:
            plan.round_id = round_.id
            move(plan, "publish", by=by, form=round_.form_number)
    queries.forget()
    return outcome


def plan_for(session: Session, code: str) -> RoundPlan:
    """The plan of a round that comes from a file, or a new one. Raises WrongState for one that is open on screen."""
    there = session.scalar(select(RoundPlan).where(RoundPlan.code == code).with_for_update())
    if there is not None and there.state != "published":
        raise WrongState(ON_SCREEN)
    if there is None:
        there = RoundPlan(code=code, document={}, changed_at=utc_now())
        session.add(there)
        session.flush()
    return there


def put_in_force(session: Session, file: RoundFile, verb: str, *, by: Someone) -> tuple[Round, Outcome]:
    """Write what the public sees of a round, and what that came to. Other questions get the next form number."""
    fund = session.scalar(select(Fund).where(Fund.code == file.fund["code"]).with_for_update()) or Fund()
    if put(fund, file.fund):
        session.add(fund)
        note(fund, verb, by=by)
    found = session.scalar(select(Round).where(Round.code == file.round["code"]).with_for_update())
    round_ = found or Round(form_number=0)
    has_changed = put(round_, {**file.round, "fund_id": fund.id})
    session.add(round_)
    has_changed |= put_form(session, round_, file.form.to_data())
    if has_changed:
        note(round_, verb, by=by, form=round_.form_number, budget_pence=round_.budget_pence)
    return round_, Outcome.MADE if found is None else Outcome.CHANGED if has_changed else Outcome.SAME


def put(record: Recorded, values: Mapping[str, Any]) -> bool:
    """Set what differs; whether anything did."""
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in changed.items():
        setattr(record, name, value)
    return bool(changed)


def put_form(session: Session, round_: Round, document: dict[str, Any]) -> bool:
    """Write the form under the next number where it differs from the one in force; whether it did."""
    session.flush()
    in_force = session.get(FormVersion, (round_.id, round_.form_number))
    if in_force and in_force.form == document:
        return False
    round_.form_number += 1
    session.add(FormVersion(round_id=round_.id, number=round_.form_number, form=document, made_at=utc_now()))
    return True
