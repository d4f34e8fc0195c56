"""What a panel has promised beside its decisions: money for who is to be funded from the reserve list."""

from sqlalchemy import ColumnElement, ScalarSelect, func, select

from portal.assessments.access import Reads, readable
from portal.assessments.reserve import OPEN
from portal.assessments.tables import APPLICATIONS, PROMOTIONS


def promised(reads: Reads, round_id: ColumnElement[int]) -> ScalarSelect[int]:
    """The question for the pence that are held for who is to be funded from the reserve list of a round."""
    return (
        select(func.coalesce(func.sum(PROMOTIONS.c.amount_pence), 0))
        .select_from(PROMOTIONS)
        .join(APPLICATIONS, APPLICATIONS.c.id == PROMOTIONS.c.application_id)
        .where(PROMOTIONS.c.round_id == round_id, PROMOTIONS.c.state.in_(OPEN), readable(reads))
        .correlate(None)
        .scalar_subquery()
    )
