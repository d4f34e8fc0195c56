"""Declaring conflicts of interest, and sharing a round out."""

from collections.abc import Sequence

from flask import Response, request

from portal.assessments import actions, queries, sharing_queries
from portal.assessments.access import may_see_loads
from portal.assessments.blueprint import bp
from portal.assessments.marked import Listed
from portal.kit.dates import utc_now
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell
from portal.web.words import translated

DECLARED = N_("Thank you. It is written down, and nothing of these organisations will reach you.")
DECLARED_NONE = N_("Thank you. It is written down that you have no conflict of interest in this round.")
CHANGED = N_("The list has changed since you opened it, so nothing is written down yet. Read it again, then declare.")
SHARED = N_("Shared out: {number} applications. Every reviewer has a letter that says how many, and by when.")
NOTHING = N_("There was nothing left to share out.")


@bp.route("/review/rounds/<code>/conflicts", methods=["GET", "POST"])
@requires(P.ASSESSMENT_SCORE, P.APPLICATION_TRIAGE)
def conflicts(code: str) -> Response:
    """The list of all applicants, to tick those with whom this person has a conflict of interest."""
    me, round_ = person(), queries.round_of(code)
    assert me.person_id is not None, "somebody signed in"
    closed = sharing_queries.has_closed(round_)
    listed = Listed(sharing_queries.applicants(round_.id, me.person_id) if closed else [], round_, me.person_id)
    ticked = request.form.getlist("conflict")
    if request.method == "GET" or listed.lacks(ticked):
        return conflicts_page(listed, ticked)
    actions.declare(round_, listed.refs(ticked), by=me)
    some = any(each.declared for each in sharing_queries.applicants(round_.id, me.person_id))
    tell(DECLARED if some else DECLARED_NONE)
    offer_next("to_declare")
    return go("assessments.round", code=code)


def conflicts_page(listed: Listed, ticked: Sequence[str]) -> Response:
    """The list with what is ticked in it; told to be read again where something was ticked that is not on it."""
    round_, again = listed.round, listed.lacks(ticked)
    return page(
        "assessments/conflicts",
        status=409 if again else 200,
        round=round_,
        closed=sharing_queries.has_closed(round_),
        applicants=listed.marked,
        ticked=ticked,
        declaration=sharing_queries.declaration(round_.id, listed.person_id),
        final=sharing_queries.is_shared_out(round_.id),
        errors=[("", translated(CHANGED))] if again else [],
    )


@bp.get("/review/rounds/<code>/share")
@requires(P.ASSESSMENT_SHARE)
def share(code: str) -> Response:
    """What sharing out would do now: who would be given how many."""
    round_ = queries.round_of(code)
    closed = sharing_queries.has_closed(round_)
    plan, loads = sharing_queries.plan(round_), may_see_loads(person())
    return page("assessments/share", round=round_, closed=closed, plan=plan, loads=loads, now=utc_now())


@bp.post("/review/rounds/<code>/share")
@requires(P.ASSESSMENT_SHARE)
def share_out(code: str) -> Response:
    """Share out."""
    plan = actions.share_out(queries.round_of(code), by=person())
    tell(Say(SHARED, number=plan.shared()) if plan.shared() else NOTHING)
    offer_next("to_share")
    return go("assessments.round", code=code)
