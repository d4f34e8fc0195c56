"""The conditions of decisions as they are kept: read in their order, and written with each proposal."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select

from portal.assessments.models import Decision, DecisionCondition
from portal.db.base import BigKey
from portal.db.session import db

OF = (
    select(DecisionCondition.text)
    .where(DecisionCondition.decision_id == bindparam("decision", type_=BigKey))
    .order_by(DecisionCondition.position)
)


def of(decision: Decision | None) -> tuple[str, ...]:
    """The conditions of a decision in their order; none where there is no decision, or none that gives money."""
    if decision is None or not decision.amount_pence:
        return ()
    return tuple(db.session.scalars(OF, {"decision": decision.id}))


def put(decision: Decision, texts: Sequence[str]) -> None:
    """Give a decision just these conditions. Call it inside `action()`, while the decision is held."""
    db.session.execute(delete(DecisionCondition).where(DecisionCondition.decision_id == decision.id))
    db.session.add_all(
        DecisionCondition(decision_id=decision.id, position=place, text=text) for place, text in enumerate(texts, 1)
    )
    db.session.flush()
