"""Checking applications: eligible or not, and on to the next one; and finding a reader for one that wants one."""

from flask import Response

from portal.assessments import actions, queries
from portal.assessments.blueprint import bp
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


@bp.post("/review/applications/<ref>/check")
@requires(P.APPLICATION_TRIAGE)
def triage(ref: str) -> Response:
    """Say whether an application can go on, then open the next one that waits; who comes second keeps their words."""
    me = person()
    found = queries.one_for(me, ref)
    form = TriageForm()
    if not form.validate():
        return application_page(ref, form, status=422)
    code, title, following = found.round.code, found.title, queries.next_to_check(found, me)
    try:
        if form.outcome.data == ELIGIBLE:
            actions.find_eligible(found, by=me)
        else:
            actions.find_not_eligible(found, form.reasons.data, by=me)
    except Invalid as error:
        form.refuse(error)
        return application_page(ref, form, status=422)
    except WrongState as error:
        form.form_errors.append(translated(error.sentence))
        return application_page(ref, form, status=409)
    tell(Say(GOES_ON if form.outcome.data == ELIGIBLE else ENDS, title=title))
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
