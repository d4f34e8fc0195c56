"""A round as applicants will see it, before anybody can: composed here, because applications draw its questions."""

from dataclasses import replace

from flask import Response
from flask_babel import gettext as _

from portal.applications.asking import drawn
from portal.applications.queries import lists_for
from portal.desk.views import bp
from portal.funds import plan_queries
from portal.funds.reading import details_in_full, in_full, only_if
from portal.funds.written import loose_form
from portal.kit.errors import NotThere
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.pages import page


@bp.get("/funds/rounds/<code>/preview")
@requires(P.ROUND_MAKE)
def preview(code: str) -> Response:
    """All that the public page will say of a round, with whatever is still missing left out."""
    plan = plan_queries.one(code)
    document = plan_queries.document_of_plan(plan)
    form = loose_form(document)
    return page(
        "desk/preview",
        plan=plan,
        fund=document["fund"],
        round=document["round"],
        form=form,
        sections=in_full(form, lists_for(form, {})),
        details=details_in_full(form),
    )


@bp.get("/funds/rounds/<code>/preview/<section>")
@requires(P.ROUND_MAKE)
def preview_section(code: str, section: str) -> Response:
    """One page of the form, with every question on it, those included that only some people are asked."""
    plan = plan_queries.one(code)
    form = loose_form(plan_queries.document_of_plan(plan))
    try:
        found = form.section(section)
    except KeyError as error:
        raise NotThere() from error
    lists = lists_for(form, {})
    when = {each.code: only_if(each.conditions[-1], form, lists) for each in found.questions if each.conditions}
    shown = replace(found, questions=tuple(replace(each, conditions=()) for each in found.questions))
    place = form.sections.index(found)
    return page(
        "desk/preview_section",
        plan=plan,
        section=found,
        caption=_("Part %(place)s of %(all)s", place=place + 1, all=len(form.sections)),
        asked=drawn(shown, {}, {}, lists),
        when=when,
        next=next(iter(form.sections[place + 1 :]), None),
    )
