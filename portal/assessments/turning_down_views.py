"""The partner's page on which an offer, or a place on the reserve list, is given up."""

from flask import Response, request

from portal.applications.declining import declines
from portal.applications.keyed import may_send
from portal.assessments import decision_queries as queries
from portal.assessments import turning_down
from portal.assessments.blueprint import bp
from portal.assessments.reserve_forms import TurnDownForm
from portal.kit.errors import NotThere
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell


@bp.route("/applications/<ref>/decision/turn-down", methods=["GET", "POST"])
@requires(P.APPLICATION_SUBMIT, P.APPLICATION_KEY_IN)
def turn_down(ref: str) -> Response:
    """Make sure, ask why, then give it up; nobody has to say why."""
    released = queries.released_to(person(), ref)
    if not may_send(released.application, person()):
        raise NotThere()
    was = released.application.state
    if declines(was, is_typing=False) is None:
        return go("assessments.decision", ref=ref)
    form = TurnDownForm()
    if request.method == "POST" and form.validate():
        turning_down.turn_down(released.application, form.because.data, by=person())
        tell(N_("You left the reserve list.") if was == "reserved" else N_("You turned the offer down."))
        return go("assessments.decision", ref=ref)
    status = 422 if form.errors else 200
    return page("assessments/turn_down", status=status, released=released, form=form, errors=form.mistakes())
