"""Checking applications: eligible or not, and on to the next one; and finding a reader for one that wants one."""

from flask import Response, request

from portal.applications.models import Application
from portal.assessments import actions, queries
from portal.assessments.blueprint import bp
from portal.assessments.diligence_forms import typed_lines
from portal.assessments.diligence_sheet import Answer
from portal.assessments.diligence_views import judged
from portal.assessments.forms import ELIGIBLE, ReaderForm, TriageForm
from portal.assessments.review import application_page
from portal.kit.errors import Invalid, WrongState
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, tell
from portal.web.words import translated

GOES_ON = N_("{title} goes on to the reviewers. We have told the partner by e-mail.")
ENDS = N_("{title} is not eligible. We have told the partner by e-mail, with your reasons.")
SAVED = N_("The checks are saved.")


@bp.post("/review/applications/<ref>/check")
@requires(P.APPLICATION_TRIAGE)
def triage(ref: str) -> Response:
    """Keep the checks and say whether an application can go on, then open the next one that waits.

    Who comes second keeps their words.
    """
    me, only_save = person(), "save" in request.form
    found, form = queries.one_for(me, ref), TriageForm()
    typed = typed_lines(request.form, as_begun=form.is_as_begun)
    if not only_save and not form.validate():
        return application_page(ref, form, status=422, answer=Answer(typed))
    done, code, following = done_to(found, form), found.round.code, queries.next_to_check(found, me)
    try:
        saved = judged(found, form, typed, only_save=only_save)
    except Invalid as error:
        return application_page(ref, form, status=422, answer=Answer(typed, wrong=error.errors))
    except WrongState as error:
        form.form_errors.append(translated(error.sentence))
        return application_page(ref, form, status=409, answer=Answer(typed))
    if not saved.is_whole:
        return application_page(ref, form, status=409 if saved.clashes else 422, answer=Answer.of(saved))
    tell(SAVED if only_save else done)
    return go("assessments.application", ref=ref) if only_save else onward(code, following)


def done_to(application: Application, form: TriageForm) -> Say:
    """What is said once it is judged."""
    return Say(GOES_ON if form.outcome.data == ELIGIBLE else ENDS, title=application.title)


def onward(code: str, following: str | None) -> Response:
    """On to the next application that waits to be checked, or to the round where there is none."""
    if following:
        return go("assessments.application", ref=following)
    offer_next("to_triage")
    return go("assessments.round", code=code)


@bp.post("/review/applications/<ref>/reader")
@requires(P.ASSESSMENT_SHARE)
def name_reader(ref: str) -> Response:
    """Give an application that wants one more reader to somebody."""
    me = person()
    found = queries.one_for(me, ref)
    form = ReaderForm()
    if not form.validate():
        return application_page(ref, reader=form, status=422)
    try:
        actions.name_reader(found, form.reviewer.data, by=me)
    except Invalid as error:
        form.refuse(error)
        return application_page(ref, reader=form, status=422)
    tell(N_("Done. We have told the reviewer by e-mail."))
    offer_next("needs_third")
    return go("assessments.application", ref=ref)
