"""Putting a round's file in force."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.funds import queries
from portal.funds.models import FormVersion, Fund, Round
from portal.funds.toml import RoundFile
from portal.history.actions import note
from portal.history.models import Recorded
from portal.kit.dates import utc_now
from portal.kit.errors import NotAllowed
from portal.permissions import PORTAL, Permission, Someone


class Outcome(StrEnum):
    """What loading a file came to."""

    MADE = "made"
    CHANGED = "changed"
    SAME = "same"


def load(file: RoundFile, *, by: Someone) -> Outcome:
    """Make the round that a file describes, or make it what the file says now; the same file again changes nothing.

    Other questions or criteria get the next form number, so that whoever has started keeps theirs. Raises NotAllowed.
    """
    if by is not PORTAL and not by.may(Permission.SETTINGS_EDIT):
        raise NotAllowed()
    with action() as session:
        fund = session.scalar(select(Fund).where(Fund.code == file.fund["code"]).with_for_update()) or Fund()
        if put(fund, file.fund):
            session.add(fund)
            note(fund, "load", by=by)
        found = session.scalar(select(Round).where(Round.code == file.round["code"]).with_for_update())
        round_ = found or Round(form_number=0)
        has_changed = put(round_, {**file.round, "fund_id": fund.id})
        session.add(round_)
        has_changed |= put_form(session, round_, file.form.to_data())
        if has_changed:
            note(round_, "load", by=by, form=round_.form_number, budget_pence=round_.budget_pence)
    queries.forget()
    return Outcome.MADE if found is None else Outcome.CHANGED if has_changed else Outcome.SAME


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
