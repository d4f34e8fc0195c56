"""The panel's pages: the ranking, one decision, and the letters."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from flask import Response, request
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.assessments import decision_conditions, decisions, notices, ranking
from portal.assessments import decision_queries as queries
from portal.assessments.blueprint import bp
from portal.assessments.conditions import apart
from portal.assessments.decision_forms import DecisionForm, SendBackForm, Versioned
from portal.assessments.decision_queries import Case
from portal.assessments.effect import Effect, effect
from portal.assessments.letters import Comment
from portal.assessments.models import Decision
from portal.assessments.moderation_queries import on
from portal.assessments.outcomes import LIVE, in_short, why_not_confirm
from portal.assessments.queries import round_of
from portal.assessments.ranked import Order
from portal.assessments.reserve_queries import places_of
from portal.assessments.rules import OUTCOMES
from portal.assessments.scoring_queries import Given, all_given
from portal.assessments.weighing import kept_of, scale
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid
from portal.kit.money import pounds
from portal.kit.paging import PAGE_SIZE
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.programme.queries import offered
from portal.web.guards import requires
from portal.web.htmx import is_partial
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell
from portal.web.words import translated

NEEDS = {"propose": P.DECISION_PROPOSE, "confirm": P.DECISION_CONFIRM, "release": P.DECISION_RELEASE}
AnyForm = TypeVar("AnyForm", bound=Versioned)


@bp.get("/review/rounds/<code>/panel")
@requires(P.PANEL_READ)
def panel(code: str) -> Response:
    """The ranking against the budget; ?order=together has furthest first in it, and ?print=1 is the panel paper."""
    round_ = round_of(code)
    paper = request.args.get("print") == "1"
    order = Order.TOGETHER if request.args.get("order") == Order.TOGETHER.value else Order.SCORE
    rows = ranking.ranked(
        round_,
        person(),
        order=order,
        after=request.args.get("after"),
        before=request.args.get("before"),
        size=ranking.PAPER_MOST if paper else PAGE_SIZE,
    )
    return page(
        "assessments/panel",
        round=round_,
        page=rows,
        figures=ranking.figures(round_, person(), order),
        order=order.value,
        is_old=any(row.scale != scale() for row in rows.rows if row.state != "released"),
        ends_here=any(row.is_first_over(round_.budget_pence) for row in rows.rows),
        reserve=places_of(round_, person(), [row.id for row in rows.rows if row.outcome == "reserve"]),
        paper=paper,
        now=utc_now(),
    )


@bp.get("/review/applications/<ref>/decision")
@requires(P.PANEL_READ)
def decide(ref: str) -> Response:
    """One application before the panel: what was scored and why, how far it reaches, and its decision.

    A part answers what ?outcome=…&amount=… would do to the budget.
    """
    if is_partial():
        case = queries.case_of(person(), ref)
        found = effect_on(case, request.args.get("outcome", ""), request.args.get("amount", ""))
        return page("assessments/_effect", effect=found, budget=case.round.budget_pence)
    return show(ref)


@bp.post("/review/applications/<ref>/decision")
@requires(P.DECISION_PROPOSE)
def propose(ref: str) -> Response:
    """Propose a decision, or change a proposal; without script, a button of the same form shows the effect alone."""
    case, form = queries.case_of(person(), ref), DecisionForm(offered("condition"))
    if request.form.get("show"):
        return show(ref, form)
    if not form.validate():
        return show(ref, form, status=422)
    words, conditions = form.words(), form.all_conditions()
    try:
        if case.decision is None or form.read() is None:
            decisions.propose(case.application, *words, by=person(), conditions=conditions)
        else:
            decisions.propose_again(case.decision, *words, by=person(), version=form.read(), conditions=conditions)
    except Invalid as error:
        form.refuse(error)
        return show(ref, form, status=422)
    except Clash as clash:
        return show(ref, clashed(form, clash), status=409)
    tell(proposed(queries.case_of(person(), ref)))
    offer_next("to_propose")
    return go("assessments.decide", ref=ref)


@bp.post("/review/applications/<ref>/decision/send-back")
@requires(P.DECISION_CONFIRM)
def send_back(ref: str) -> Response:
    """Send a decision back to be proposed anew, with the reason why."""
    case, form = queries.case_of(person(), ref), SendBackForm()
    if not form.validate():
        return show(ref, back=form, status=422)
    try:
        decisions.send_back(queries.decision_in(case), form.why.data, by=person(), version=form.read())
    except Clash as clash:
        return show(ref, back=clashed(form, clash), status=409)
    tell(N_("Sent back. Its money is free again."))
    offer_next("to_confirm")
    return go("assessments.decide", ref=ref)


@bp.post("/review/applications/<ref>/decision/confirm")
@requires(P.DECISION_CONFIRM)
def confirm(ref: str) -> Response:
    """Confirm what somebody else proposed."""
    case, form = queries.case_of(person(), ref), Versioned()
    try:
        decisions.confirm(queries.decision_in(case), by=person(), version=form.read())
    except Clash as clash:
        return show(ref, back=clashed(SendBackForm(), clash), status=409)
    tell(N_("Confirmed. The partner hears nothing until the letters are released."))
    offer_next("to_confirm")
    return go("assessments.decide", ref=ref)


@bp.get("/review/rounds/<code>/letters")
@requires(P.PANEL_READ)
def letters(code: str) -> Response:
    """Every letter that waits, in full."""
    round_ = round_of(code)
    return page(
        "assessments/letters",
        round=round_,
        page=queries.letters(round_, person(), after=request.args.get("after"), before=request.args.get("before")),
        figures=ranking.figures(round_, person()),
        next_step=notices.next_step,
        in_short=in_short,
        needs=NEEDS,
    )


@bp.get("/review/rounds/<code>/letters/release")
@requires(P.DECISION_RELEASE)
def check_release(code: str) -> Response:
    """What one press will do, before it is pressed."""
    round_ = round_of(code)
    return page("assessments/release", round=round_, listing=queries.listing(round_, person()), outcomes=OUTCOMES)


@bp.post("/review/rounds/<code>/letters/release")
@requires(P.DECISION_RELEASE)
def release(code: str) -> Response:
    """Release every letter that was listed, all together."""
    round_ = round_of(code)
    try:
        count = decisions.release(round_, by=person(), listed=request.form.get("listed", ""))
    except Clash as clash:
        listing = queries.listing(round_, person())
        errors = [("", translated(clash.sentence))]
        return page("assessments/release", status=409, round=round_, listing=listing, outcomes=OUTCOMES, errors=errors)
    tell(
        ngettext(
            "%(num)s letter released. It is on its way.", "%(num)s letters released. They are on their way.", count
        )
    )
    return go("assessments.letters", code=code)


def show(
    ref: str, form: DecisionForm | None = None, back: SendBackForm | None = None, *, status: int = 200
) -> Response:
    """The page of one decision, with what was typed and what stands against it."""
    someone = person()
    case = queries.case_of(someone, ref)
    given, decision, conditions = all_given(case.application), case.decision, decision_conditions.of(case.decision)
    form, back = form or prefilled(case, given, conditions), back or SendBackForm()
    told = form.outcome.errors or form.amount.errors
    return page(
        "assessments/decide",
        status=status,
        case=case,
        given=given,
        moderation=on(case.application, given),
        furthest=kept_of(case.application, case.furthest),
        history=queries.history_of(decision) if decision else [],
        form=form,
        effect=None if told else effect_on(case, form.outcome.data or "", form.amount.data or ""),
        budget=case.round.budget_pence,
        conditions=conditions,
        back=back,
        says=in_short(decision.outcome, decision.amount_pence) if decision else "",
        mark=notices.mark(),
        needs=NEEDS,
        why_not_confirm=why_not_confirm(decision.proposed_by, someone.person_id) if decision else None,
        errors=form.mistakes() + back.mistakes(),
        now=utc_now(),
    )


def effect_on(case: Case, outcome: str, amount: str) -> Effect | None:
    """What a choice would do to the budget, as far as this person may know it."""
    decision = case.decision
    held = decision.amount_pence if decision and decision.state in LIVE else 0
    return effect(outcome, amount, asked=case.asked, left=case.left, held=held)


def prefilled(case: Case, given: Mapping[str, list[Given]], conditions: Sequence[str]) -> DecisionForm:
    """The form with what was proposed, or with a first draft of the letter."""
    decision = case.decision
    to_pick = offered("condition")
    picked, others = apart(conditions, to_pick)
    if decision is None:
        comments = [
            Comment(criterion.title, each.points, each.reason)
            for criterion in case.criteria
            for each in given.get(criterion.code, [])
        ]
        return DecisionForm(to_pick, letter=notices.draft(case.organisation.name, case.round.title, comments))
    return DecisionForm(
        to_pick,
        standard=picked,
        conditions="\n".join(others),
        version=decision.version,
        outcome=decision.outcome,
        amount=pounds(decision.amount_pence).removeprefix("£") if decision.outcome == "part_fund" else "",
        reasons=decision.reasons,
        letter=notices.to_edit(decision, case.application, conditions),
    )


def clashed(form: AnyForm, clash: Clash) -> AnyForm:
    """The form as it was typed, told that another version stands by now; sent again, it replaces that one."""
    form.form_errors.append(translated(clash.sentence))
    if isinstance(clash.theirs, Decision):
        form.version.data = clash.theirs.version
    return form


def proposed(case: Case) -> str:
    """What a proposal did to the budget, in words."""
    assert case.decision is not None, "it was proposed just now"
    said = str(_("Proposed: %(outcome)s.", outcome=translated(OUTCOMES[case.decision.outcome])))
    if case.left is not None:
        said += " " + _("%(left)s is left in the budget.", left=pounds(case.left))
    return f"{said} {_('Now somebody else has to confirm it.')}"
