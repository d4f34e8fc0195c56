"""Making a round on screen: beginning it, copying one, bringing one in, publishing it, and changing it afterwards."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db.session import action, db, locked
from portal.funds import plan_queries, queries
from portal.funds.actions import put_in_force
from portal.funds.models import Fund, Round, RoundPlan
from portal.funds.plans import a_year_on, code_from, empty, next_title, problems_of
from portal.funds.rules import OPEN_PLANS
from portal.funds.toml import RoundFile
from portal.funds.written import document_of, sound
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotAllowed, NotThere, WrongState
from portal.kit.text import N_
from portal.permissions import Permission, Someone

NOT_READY = N_("There is still something to mend before this can be published.")
CODE_IN_USE = N_("A round with this code is being made or changed just now, or was given up. Use another code.")
CHANGED = N_("Somebody else has changed this round since you opened the page. Look at it again, then publish.")


def begin(fund: Mapping[str, str], title: str, *, by: Someone) -> RoundPlan:
    """Begin a round of a fund, which is one that there is (with its code) or a new one. Raises NotAllowed, NotThere."""
    need(by)
    with action() as session:
        there = dict(fund)
        if there.get("code"):
            found = session.scalar(select(Fund).where(Fund.code == there["code"]))
            if found is None:
                raise NotThere()
            there = {name: getattr(found, name) for name in ("code", "name", "purpose")}
        else:
            there["code"] = code_from(there["name"], set(session.scalars(select(Fund.code))), "-")
        code = new_code(title)
        return keep(session, code, empty(there, title, code), "begin", by=by)


def copy(plan: RoundPlan, *, by: Someone) -> RoundPlan:
    """Begin a round as a copy of this one, a year on. Raises NotAllowed."""
    need(by)
    with action() as session:
        document = plan_queries.document_of_plan(plan)
        code = new_code(next_title(document["round"]["title"]))
        return keep(session, code, a_year_on(document, code), "copy", by=by, copied=plan.code)


def bring_in(file: RoundFile, *, by: Someone) -> RoundPlan:
    """Put a file's round on screen: as a new one, or as changes to the one that has its code.

    Raises NotAllowed, and WrongState where that one is being changed already.
    """
    need(by)
    with action() as session:
        document, code = document_of(file), file.round["code"]
        there = session.scalar(select(RoundPlan).where(RoundPlan.code == code).with_for_update())
        if there is None:
            return keep(session, code, document, "bring_in", by=by)
        if there.state != "published":
            raise WrongState(CODE_IN_USE)
        move(there, "change", by=by)
        put(there, document, by=by)
        note(there, "bring_in", by=by, version=there.version)
        return there


def change(plan: RoundPlan, *, by: Someone) -> None:
    """Open a published round for changes, which nobody outside sees before they are published."""
    with action():
        there = locked(plan)
        document = plan_queries.document_of_plan(there)
        move(there, "change", by=by)
        put(there, document, by=by)


def undo(plan: RoundPlan, *, by: Someone) -> None:
    """Give up the changes to a published round."""
    with action():
        move(locked(plan), "undo", by=by)


def drop(plan: RoundPlan, *, by: Someone) -> None:
    """Give up a round that was never published; it stays to be read and copied."""
    with action():
        move(locked(plan), "drop", by=by)


def publish(plan: RoundPlan, version: int, *, by: Someone) -> Round:
    """Put a round in force as it stands. Other questions get the next form number, so whoever has started keeps theirs.

    `version` is the one that its page showed. Raises Clash when somebody changed it meanwhile, WrongState with a fault
    in it or out of turn, and NotAllowed.
    """
    with action() as session:
        there = locked(plan)
        there.machine.check("publish", there.state)
        if there.version != version:
            raise Clash(CHANGED)
        in_force = plan_queries.replaced_by(there)
        problems = problems_of(there.document, utc_now(), in_force=in_force, offered=queries.offered_words())
        if problems or (in_force is None and queries.one(there.code)):
            raise WrongState(NOT_READY)
        round_, _ = put_in_force(session, sound(there.document), "publish", by=by)
        there.round_id = round_.id
        move(there, "publish", by=by, form=round_.form_number, version=version)
    queries.forget()
    return round_


def keep(session: Session, code: str, document: dict[str, Any], verb: str, *, by: Someone, **facts: Any) -> RoundPlan:
    """Add a plan, and write down how it came."""
    plan = RoundPlan(code=code, document=document, changed_at=utc_now(), changed_by=by.person_id)
    session.add(plan)
    note(plan, verb, by=by, **facts)
    return plan


def put(plan: RoundPlan, document: dict[str, Any], *, by: Someone) -> None:
    """Put a document into a plan that is held, under the next version."""
    plan.document, plan.version = document, plan.version + 1
    plan.changed_at, plan.changed_by = utc_now(), by.person_id
    # Another deed of the same transaction reads the row afresh.
    db.session.flush()


def new_code(title: str) -> str:
    """A code for a round that no other has, published or not."""
    return code_from(title, plan_queries.codes_like(code_from(title, (), "-")), "-")


def need(by: Someone) -> None:
    """Raises NotAllowed for who may not make rounds."""
    if not by.may(Permission.ROUND_MAKE):
        raise NotAllowed()


def open_to_change(plan: RoundPlan, *, by: Someone) -> RoundPlan:
    """The plan, held until the deed ends, where it can be changed. Raises NotAllowed and WrongState."""
    need(by)
    there = locked(plan)
    if there.state not in OPEN_PLANS:
        raise WrongState(N_("This round is not open for changes. Press “Change it” first."))
    return there
