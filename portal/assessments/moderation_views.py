"""The page on which somebody who does not score writes a note on points that lie far apart."""

from collections.abc import Mapping

from flask import Response, request

from portal.applications.models import Application
from portal.assessments import moderating, queries, sharing_queries
from portal.assessments.blueprint import bp
from portal.assessments.moderation_queries import matter
from portal.kit.errors import Clash, Invalid
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell
from portal.web.words import translated

WRITTEN = N_("Your note is written down. The application goes on to the panel.")


@bp.route("/review/applications/<ref>/moderation", methods=["GET", "POST"])
@requires(P.ASSESSMENT_SHARE)
def moderate(ref: str) -> Response:
    """Read all scores of an application on which they lie far apart, and say why it can go on to the panel."""
    me = person()
    application = queries.one_for(me, ref)
    if request.method == "GET":
        return moderation_page(application, {}, {})
    notes = {name.removeprefix("note-"): words for name, words in request.form.items() if name.startswith("note-")}
    try:
        moderating.moderate(application, notes, by=me, seen=request.form.get("seen", ""))
    except Invalid as error:
        return moderation_page(application, notes, error.errors, status=422)
    except Clash as clash:
        return moderation_page(application, notes, {"": clash.sentence}, status=409)
    tell(WRITTEN)
    offer_next("needs_third")
    return go("assessments.application", ref=ref)


def moderation_page(
    application: Application, notes: Mapping[str, str], wrong: Mapping[str, Say], status: int = 200
) -> Response:
    """The page to moderate, with what was typed and what stands against it."""
    found = matter(application, by=person())
    return page(
        "assessments/moderate",
        status=status,
        application=application,
        found=found,
        free=[] if found.asked else sharing_queries.free_for(application, application.round),
        notes=notes,
        wrong={name: translated(say) for name, say in wrong.items()},
        errors=[(name, translated(say)) for name, say in wrong.items()],
    )
