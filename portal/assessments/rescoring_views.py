"""The button that takes finished scores back."""

from flask import Response

from portal.assessments import rescoring, scoring_queries
from portal.assessments.blueprint import bp
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, tell

OPEN_AGAIN = N_("You can correct your scores now. Finish again when you are done: until then they do not count.")


@bp.post("/review/assessments/<ref>/correct")
@requires(P.ASSESSMENT_SCORE)
def take_back(ref: str) -> Response:
    """Open one's own finished scores again."""
    me = person()
    rescoring.take_back(scoring_queries.mine(me, ref), by=me)
    tell(OPEN_AGAIN)
    return go("assessments.score", ref=ref)
