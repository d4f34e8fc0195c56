"""The optional equality questions, after an application was sent; and their numbers, for the programme lead."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import counting, queries
from portal.applications.eligibility_views import round_of
from portal.applications.equality import QUESTIONS, SMALLEST, last_to_answer
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

CHOOSE = Say(N_("Choose one of the answers in the list"))


@requires(P.APPLICATION_SUBMIT)
def equality(ref: str) -> Response:
    """Ask, or take that they would rather not; either way only once."""
    application = queries.one_for(person(), ref)
    if request.method != "POST" and not counting.may_ask(application, person()):
        return go("applications.sent", ref=ref)
    sent = {each.code: request.form.get(each.code, "") for each in QUESTIONS}
    given = {} if request.form.get("go") == "skip" else {code: answer for code, answer in sent.items() if answer}
    wrong = {each.code for each in QUESTIONS if given.get(each.code, "") not in {"", *dict(each.answers)}}
    if request.method == "POST" and not wrong:
        try:
            counting.count(application, given, by=person())
            tell(_("Thank you. Your answers are counted.") if given else _("That is fine. Nothing more to do."))
        except WrongState as error:
            tell(error.sentence, "warning")
        return go("applications.sent", ref=ref)
    errors = [(code, translated(CHOOSE)) for code in sorted(wrong)]
    shown: dict[str, Any] = {"application": application, "questions": QUESTIONS, "given": given}
    return page("applications/equality", status=422 if errors else 200, errors=errors, **shown)


@requires(P.IMPACT_READ)
def equality_figures(code: str) -> Response:
    """How often each answer was given in a round, as far as numbers may be shown; never to somebody who scores."""
    window = round_of(code)
    if person().may(P.ASSESSMENT_SCORE):
        raise NotAllowed()
    found, until = counting.figures_of(window), last_to_answer(window.closes_at)
    return page("applications/equality_figures", round=window, found=found, until=until, smallest=SMALLEST)
