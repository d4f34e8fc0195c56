"""The partner's page of a decision."""

from flask import Response

from portal.applications.declining import declines
from portal.applications.keyed import may_send
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
    released = queries.released_to(person(), ref)
    may_give_up = declines(released.application.state, is_typing=False) and may_send(released.application, person())
    return page("assessments/decision", released=released, says=IN_WORDS, may_give_up=may_give_up)
