"""The gate of an application: its lines are saved as they are typed, and judged with the button."""

from collections.abc import Mapping

from flask import Response, request
from flask_babel import gettext

from portal.applications.models import Application
from portal.assessments import queries, triaging
from portal.assessments.blueprint import bp
from portal.assessments.diligence import REASONS, VERDICTS, Typed
from portal.assessments.diligence_forms import typed_lines
from portal.assessments.diligence_marks import Saved
from portal.assessments.diligence_sheet import Answer, sheet_of
from portal.assessments.forms import ELIGIBLE, TriageForm
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import page
from portal.web.words import saved as saved_line

CLASHED = N_("Not all of it is saved: somebody else saved something too. Choose which one counts.")


@bp.post("/review/applications/<ref>/check/save")
@requires(P.APPLICATION_TRIAGE)
def save_check(ref: str) -> Response:
    """Save the checks as they type. The answer renews how the gate stands; what others changed is shown beside."""
    me = person()
    typed = typed_lines(request.form, as_begun=TriageForm().is_as_begun)
    saved = triaging.save_lines(queries.one_for(me, ref), typed, request.form["_key"], by=me)
    there = queries.one_for(me, ref)
    gate = sheet_of(there, there.organisation, Answer.of(saved))
    news = [code for code in saved.clashes if typed[code].seen != saved.kept[code].stamp()]
    return page(
        "assessments/_saved",
        status=409 if saved.clashes else 200,
        saved=gettext(CLASHED) if saved.clashes else saved_line(utc_now()),
        hidden={f"seen-{code}": saved.kept[code].stamp() for code in [*saved.written, *news]},
        clashing=[gate.row(code) for code in news + [code for code in saved.settled if code in saved.written]],
        settled=[gate.row(code) for code in saved.settled if code not in saved.written and code != REASONS],
        beside=(),
        anew=(),
        gate=gate,
        verdicts=VERDICTS,
    )


def judged(application: Application, form: TriageForm, typed: Mapping[str, Typed], *, only_save: bool) -> Saved:
    """Do what the button says that was pressed."""
    key, me = request.form["_key"], person()
    if only_save:
        return triaging.save_lines(application, typed, key, by=me)
    if form.outcome.data == ELIGIBLE:
        return triaging.let_on(application, typed, key, by=me)
    reasons = form.reasons.data or ""
    return triaging.turn_down(application, typed, key, reasons, as_begun=form.is_as_begun, by=me)
