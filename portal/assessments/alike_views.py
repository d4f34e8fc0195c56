"""Two applications that look alike, side by side; and what an officer says of them."""

from flask import Response

from portal.applications.rules import MACHINE
from portal.assessments import alike_queries, alike_settling, alike_sides
from portal.assessments.alike import reasons_in
from portal.assessments.alike_forms import AlikeForm
from portal.assessments.blueprint import bp
from portal.kit.errors import Clash, Invalid, WrongState
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

SAID = {
    "clear": N_("Done. {ref} is not marked as like this one any more."),
    "confirm": N_("Done. You said that {ref} is the same. Now decide which of the two can go on."),
}
OPEN_AGAIN = N_("The question is open again.")


@bp.get("/review/applications/<ref>/alike/<other>")
@requires(P.APPLICATION_TRIAGE)
def alike(ref: str, other: str) -> Response:
    """An application beside another that it looks like: why, what is alike, and what was said to it."""
    return alike_page(ref, other, AlikeForm())


@bp.post("/review/applications/<ref>/alike/<other>")
@requires(P.APPLICATION_TRIAGE)
def settle_alike(ref: str, other: str) -> Response:
    """Say whether the two are the same; who comes second is told, and keeps their words."""
    me, form = person(), AlikeForm()
    suspicion, _mine, theirs = alike_queries.pair_for(me, ref, other)
    if not form.validate():
        return alike_page(ref, other, form, status=422)
    how, said = form.same.data, Say(SAID[form.same.data], ref=theirs.ref)
    try:
        alike_settling.settle(suspicion, how, form.because.data, form.read(), by=me)
    except Invalid as error:
        form.refuse(error)
        return alike_page(ref, other, form, status=422)
    except (Clash, WrongState) as error:
        form.form_errors.append(translated(error.sentence))
        return alike_page(ref, other, form, status=409)
    tell(said)
    return go("assessments.application", ref=ref)


@bp.post("/review/applications/<ref>/alike/<other>/again")
@requires(P.APPLICATION_TRIAGE)
def ask_alike_again(ref: str, other: str) -> Response:
    """Open the question again."""
    me = person()
    suspicion, _mine, _theirs = alike_queries.pair_for(me, ref, other)
    try:
        alike_settling.ask_again(suspicion, by=me)
        tell(OPEN_AGAIN)
    except WrongState as error:
        tell(error.sentence, "warning")
    return go("assessments.alike", ref=ref, other=other)


def alike_page(ref: str, other: str, form: AlikeForm, status: int = 200) -> Response:
    """The page with both, as they stand now; what was typed is kept."""
    suspicion, mine, theirs = alike_queries.pair_for(person(), ref, other)
    form.version.data = str(suspicion.version)
    sides, questions = alike_sides.sides(mine, theirs)
    return page(
        "assessments/alike",
        status=status,
        suspicion=suspicion,
        where=suspicion.where(),
        reasons=reasons_in(suspicion.reasons),
        both=(mine, theirs),
        state_of=MACHINE.state,
        sides=sides,
        questions=questions,
        history=alike_queries.history_of(suspicion),
        form=form,
        errors=form.mistakes(),
    )
