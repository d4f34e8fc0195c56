"""The partner's page of a decision."""

from flask import Response

from portal.assessments import decision_queries as queries
from portal.assessments.blueprint import bp
from portal.assessments.outcomes import IN_WORDS
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import page


@bp.get("/applications/<ref>/decision")
@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN)
def decision(ref: str) -> Response:
    """The decision, its reasons, the letter, and what happens next; nothing at all before the letter is released."""
    return page("assessments/decision", released=queries.released_to(person(), ref), says=IN_WORDS)
