"""Writing one section: by button and, as people type, by itself."""

from collections.abc import Mapping
from typing import cast

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.accounts.queries import names_of
from portal.applications import actions, queries
from portal.applications.asking import Asked, drawn
from portal.applications.clash_views import clash_page
from portal.applications.guesting import ACCESS_ENDED
from portal.applications.late_views import too_late, typed_lines
from portal.applications.merging import Sheet, marks_after, marks_of
from portal.applications.models import SectionAnswers
from portal.applications.opened import Opened, opened, opened_late, sent_then, sent_version
from portal.applications.reading import differing, shown
from portal.applications.rules import OLDER_QUESTIONS
from portal.funds.answers import Answers
from portal.funds.checks import problems
from portal.funds.questions import Kind
from portal.kit.errors import Clash, Invalid, WrongState
from portal.kit.text import Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.htmx import is_partial
from portal.web.identity import browser_mark, person
from portal.web.pages import away, go, page, tell
from portal.web.words import saved, translated

LINES_MORE = 3


@requires(P.APPLICATION_WRITE, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def section(ref: str, section: str) -> Response:
    """The questions of one section. What is sent is kept, even what cannot stand yet."""
    if request.method == "POST":
        return write(ref, section)
    here = opened(person(), ref, section)
    return go("applications.show", ref=ref) if here.why_not() else section_page(here)


def write(ref: str, section: str) -> Response:
    """Keep what a button sent, and lead on."""
    here = opened_late(person(), ref, section)
    typed = here.typed()
    try:
        keep(here, here.sheet(typed))
    except Clash:
        return clash_page(opened(person(), ref, section), status=409)
    except Invalid as error:
        return section_page(here, {**here.there.answers, **typed}, error.errors, kept=False)
    except WrongState as error:
        return too_late(here, error.sentence, typed_lines(here, typed))
    return onward(opened(person(), ref, section), typed)


@requires(P.APPLICATION_WRITE, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def save(ref: str, section: str) -> Response:
    """Keep what is being typed, and say so; htmx asks for this while people write."""
    if not is_partial():
        return write(ref, section)
    here = opened_late(person(), ref, section)
    sheet = here.sheet(here.typed())
    try:
        row = keep(here, sheet)
    except Clash as clash:
        hidden = reached(sheet, cast(SectionAnswers, clash.theirs))
        answer = page("applications/_clash", status=409, pressed=True, hidden=hidden)
        answer.headers.update({"HX-Retarget": "#clash", "HX-Reswap": "innerHTML"})
        return answer
    return page("web/_saved", saved=saved_line(row), hidden=reached(sheet, row))


def keep(here: Opened, sheet: Sheet) -> SectionAnswers:
    """Save what a page sent. Raises WrongState for a page of older questions, and as `actions.save` does."""
    if here.is_out:
        raise WrongState(ACCESS_ENDED)
    if here.is_older:
        raise WrongState(OLDER_QUESTIONS)
    return actions.save(here.application, sheet, by=person())


def reached(sheet: Sheet, row: SectionAnswers) -> dict[str, object]:
    """What the page that sent a sheet is made from now. A page from before there were marks keeps its version."""
    if not sheet.marks and differing(sheet.section, sheet.answers, row.answers):
        return {}
    return {"version": row.version, "marks": marks_after(sheet, row.answers)}


def onward(here: Opened, typed: Answers) -> Response:
    """Where a button leads once all is kept: back to the list, on to the next section, or here again."""
    place = here.address()
    more = typed.get(request.form.get("more", ""))
    if isinstance(more, list):
        return go("applications.section", **place, lines=len(more) + LINES_MORE, _anchor=request.form["more"])
    if request.form.get("file") in {each.code for each in here.section.questions if each.kind is Kind.FILE}:
        return go("applications.attach", **place, question=request.form["file"])
    if request.form.get("go") == "later":
        tell(_("Saved. Come back whenever you like."))
        return go("applications.show", ref=here.application.ref)
    asked = [each for each in shown(here.section, here.there.answers) if each.kind is not Kind.FILE]
    new = [each.code for each in asked if each.code not in typed]
    if new:
        tell(
            ngettext(
                "Saved. There is one more question here.", "Saved. There are %(num)s more questions here.", len(new)
            )
        )
        return go("applications.section", **place, _anchor=new[0])
    errors = problems(here.section, here.there.answers, queries.lists())
    return section_page(here, here.there.answers, errors) if errors else away(way_on(here))


def way_on(here: Opened) -> str:
    """The page that follows: back to checking for whoever came from there, else the next section with questions."""
    ref = here.application.ref
    if here.reopened and here.next is None:
        return url_for("applications.changes", ref=ref)
    if sent_then() and not here.reopened:
        return url_for("applications.answers", ref=ref, _anchor=f"part-{here.section.code}")
    if here.next is None:
        return url_for("applications.answers", ref=ref)
    return url_for("applications.section", ref=ref, section=here.next.code)


def section_page(
    here: Opened, answers: Answers | None = None, errors: Mapping[str, Say] | None = None, *, kept: bool = True
) -> Response:
    """The page of a section, with the answers that stand there, or those that were just typed and may not be kept."""
    errors = errors or {}
    lines = request.args.get("lines", 0, type=int)
    shown = answers or here.there.answers
    asked = drawn(here.section, shown, errors, queries.lists_for(here.there.form, shown), lines)
    return page(
        "applications/section",
        status=422 if errors else 200,
        here=here,
        asked=asked,
        keep=f"{browser_mark()}/{here.application.ref}/{here.section.code}",
        version=here.version if kept else sent_version(),
        marks=marks_of((each.question for each in asked), shown) if kept else request.form.get("marks", ""),
        errors=[(each.anchor, in_summary(each, each.error)) for each in asked if each.error],
        saved=saved_line(here.row) if here.row else "",
        aside=here.waiting(),
        has_earlier=queries.has_earlier(here.application, here.section.code),
        kept=kept,
        files=queries.files_of(asked),
        way_on=way_on(here),
        then=sent_then(),
    )


def in_summary(asked: Asked, error: Say) -> str:
    """What stands against a question, and which one: two days may both be wrong, far from the summary."""
    sentence, label = translated(error), asked.question.label
    return sentence if label in sentence else f"{label} {sentence}"


def saved_line(row: SectionAnswers) -> str:
    """When a section was saved last, and by whom where it was a colleague."""
    if row.saved_by == person().person_id:
        return saved(row.saved_at)
    return str(_("%(saved)s by %(who)s", saved=saved(row.saved_at), who=names_of([row.saved_by])[row.saved_by]))
