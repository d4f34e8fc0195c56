"""A round as applicants will see it, before anybody can: composed here, because applications draw its questions."""

from dataclasses import replace

from flask import Response
from flask_babel import gettext as _

from portal.applications.asking import drawn
from portal.applications.needed import needs_of_anybody
from portal.applications.queries import lists_for
from portal.applications.stops import way
from portal.desk.views import bp
from portal.funds import plan_queries
from portal.funds.reading import details_in_full, in_full, only_if
from portal.funds.rules import Phase, timeline
from portal.funds.toml import ROUND
from portal.funds.written import TIMES, loose_form
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.pages import page

DATES = tuple(ROUND[name].name or name for name in TIMES)
"""What a round calls its days and moments. Its way is shown once all of them are there."""


@bp.get("/funds/rounds/<code>/preview")
@requires(P.ROUND_MAKE)
def preview(code: str) -> Response:
    """All that applicants will see of a round before and after its pages, with whatever is still missing left out."""
    plan = plan_queries.one(code)
    document = plan_queries.document_of_plan(plan)
    form, round_, now = loose_form(document), plan_queries.as_round(document), utc_now()
    has_dates = all(getattr(round_, name) for name in DATES)
    return page(
        "desk/preview",
        plan=plan,
        fund=document["fund"],
        round=round_,
        form=form,
        sections=in_full(form, lists_for(form, {})),
        details=details_in_full(form),
        needs=needs_of_anybody(form),
        steps=timeline(round_, now) if has_dates else (),
        stops=way("draft", round_, None) if has_dates else (),
        phase=Phase.OPEN,
        Phase=Phase,
    )


@bp.get("/funds/rounds/<code>/preview-check")
@requires(P.ROUND_MAKE)
def preview_check(code: str) -> Response:
    """The questions about who can apply, and what is said to each other answer."""
    plan = plan_queries.one(code)
    form = loose_form(plan_queries.document_of_plan(plan))
    return page("desk/preview_check", plan=plan, questions=form.eligibility, against=form.eligibility)


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
