"""The council's search: one field, kept in the address, and what it finds."""

from flask import Response, request

from portal.assessments.review import STATES
from portal.desk.search import PEOPLE_MOST, Results, all_organisations, scope_of, search
from portal.desk.search_refs import way_to
from portal.desk.views import bp
from portal.kit.finding import Asked, asked
from portal.organisations.verification import VERIFICATION
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page
from portal.web.words import translated


@bp.get("/search")
@requires(P.ROUND_READ)
def find() -> Response:
    """What was asked for, on to it at once where it is a reference; the field alone where nothing was asked yet."""
    if "q" not in request.args:
        return shown(Asked(""))
    wanted, me, after = asked(request.args["q"]), person(), request.args.get("after")
    if wanted.problem:
        return shown(wanted, status=422)
    if way := way_to(wanted.typed, me):
        return go(way[0], **way[1])
    only_organisations = request.args.get("kind") == "organisations" and scope_of(me).organisations
    results = (all_organisations if only_organisations else search)(wanted, me, after)
    return shown(wanted, results, kind="organisations" if only_organisations else "")


def shown(wanted: Asked, results: Results | None = None, kind: str = "", status: int = 200) -> Response:
    """The page."""
    return page(
        "desk/search",
        status=status,
        wanted=wanted,
        results=results,
        kind=kind,
        scope=scope_of(person()),
        states=STATES,
        checks=VERIFICATION,
        people_most=PEOPLE_MOST,
        errors=[("q", translated(wanted.problem))] if wanted.problem else None,
    )
