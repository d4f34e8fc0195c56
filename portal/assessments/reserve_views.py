"""The council's pages of a reserve list: who is on it, and one application that is to be funded from it."""

from flask import Response, request

from portal.assessments import notices, notices_reserve, promoting
from portal.assessments import reserve_queries as queries
from portal.assessments.blueprint import bp
from portal.assessments.decision_forms import Versioned
from portal.assessments.outcomes import why_not_confirm
from portal.assessments.panel_views import NEEDS, AnyForm, clashed
from portal.assessments.queries import one_for, round_of
from portal.assessments.reserve import why_not_fund
from portal.assessments.reserve_forms import PassOverForm, PromotionForm
from portal.assessments.reserve_models import Promotion
from portal.assessments.reserve_queries import ReserveCase
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell

ONE = "/review/applications/<ref>/reserve"


@bp.get("/review/rounds/<code>/reserve")
@requires(P.PANEL_READ)
def reserve_list(code: str) -> Response:
    """Who is on a round's reserve list, whoever is next first, and what money came free."""
    round_, me = round_of(code), person()
    return page(
        "assessments/reserve_list",
        round=round_,
        page=queries.listed(round_, me, after=request.args.get("after"), before=request.args.get("before")),
        summary=queries.summary(round_, me),
        unseen=queries.unseen(round_, me),
        needs=NEEDS,
        now=utc_now(),
    )


@bp.get(ONE)
@requires(P.PANEL_READ)
def promotion(ref: str) -> Response:
    """One application on the list: whether it is to be funded, who said so, and what can be done now."""
    return show(queries.case_of(person(), ref))


@bp.post(ONE)
@requires(P.DECISION_PROPOSE)
def promote(ref: str) -> Response:
    """Propose to fund an application: what the portal suggests, or another one on the list."""
    case, form = queries.case_of(person(), ref), PromotionForm()
    if not form.validate():
        return show(case, form, status=422)
    try:
        promoting.adopt(case.application, form.reasons.data, form.letter.data, by=person(), version=form.read())
    except Invalid as error:
        form.refuse(error)
        return show(queries.case_of(person(), ref), form, status=422)
    except Clash as clash:
        return show(queries.case_of(person(), ref), changed(form, clash), status=409)
    tell(N_("Proposed. Now somebody else has to confirm it."))
    offer_next("to_promote")
    return go("assessments.promotion", ref=ref)


@bp.post(f"{ONE}/confirm")
@requires(P.DECISION_CONFIRM)
def confirm_promotion(ref: str) -> Response:
    """Confirm what somebody else proposed."""
    case, form = queries.case_of(person(), ref), Versioned()
    try:
        promoting.confirm(case.application, by=person(), version=form.read())
    except Clash as clash:
        return show(queries.case_of(person(), ref), back=changed(PassOverForm(), clash), status=409)
    tell(N_("Confirmed. The partner hears nothing until the letter is released."))
    offer_next("to_confirm_promotion")
    return go("assessments.promotion", ref=ref)


@bp.post(f"{ONE}/release")
@requires(P.DECISION_RELEASE)
def release_promotion(ref: str) -> Response:
    """Release the letter that says that money became free."""
    case, form = queries.case_of(person(), ref), Versioned()
    try:
        promoting.release(case.application, by=person(), version=form.read())
    except Clash as clash:
        return show(queries.case_of(person(), ref), back=changed(PassOverForm(), clash), status=409)
    tell(N_("The letter is released. It is on its way."))
    offer_next("to_release_promotion")
    return go("assessments.promotion", ref=ref)


@bp.post(f"{ONE}/pass-over")
@requires(P.DECISION_CONFIRM)
def pass_over(ref: str) -> Response:
    """Leave an application on the list, with the reason why."""
    case, form = queries.case_of(person(), ref), PassOverForm()
    if not form.validate():
        return show(case, back=form, status=422)
    try:
        following = promoting.pass_over(case.application, form.why.data, by=person(), version=form.read())
    except Clash as clash:
        return show(queries.case_of(person(), ref), back=changed(form, clash), status=409)
    tell(
        N_("It stays on the list. The portal proposes the next one.")
        if following
        else N_("It stays on the list. Its money is free again.")
    )
    return go("assessments.reserve_list", code=case.round.code)


@bp.post(f"{ONE}/first")
@requires(P.DECISION_PROPOSE)
def put_first(ref: str) -> Response:
    """Put an application first on its list."""
    case = queries.case_of(person(), ref)
    promoting.put_first(case.application, by=person())
    tell(N_("It is first on the list now."))
    return go("assessments.reserve_list", code=case.round.code)


@bp.post(f"{ONE}/seen")
@requires(P.DECISION_PROPOSE)
def see_freed(ref: str) -> Response:
    """Say that the panel knows of money that nobody on the list gets."""
    found = one_for(person(), ref)
    code = found.round.code
    promoting.see(found, by=person())
    tell(N_("Seen. It waits for nobody any more."))
    return go("assessments.reserve_list", code=code)


def show(
    case: ReserveCase, form: PromotionForm | None = None, back: PassOverForm | None = None, *, status: int = 200
) -> Response:
    """The page of one application on the list, with what was typed and what stands against it."""
    there = case.promotion
    form, back = form or prefilled(case), back or PassOverForm()
    proposer = there.proposed_by if there else None
    return page(
        "assessments/promotion",
        status=status,
        case=case,
        form=form,
        back=back,
        history=queries.history_of(there) if there else [],
        why_not_fund=None if there else why_not_fund(case.asked, case.left),
        why_not_confirm=why_not_confirm(proposer, person().person_id) if proposer else None,
        mark=notices.mark(),
        needs=NEEDS,
        next_step=notices.next_step("fund"),
        errors=form.mistakes() + back.mistakes(),
        now=utc_now(),
    )


def prefilled(case: ReserveCase) -> PromotionForm:
    """The form with what stands, or with the portal's own words; the mark is where the decision will be."""
    there = case.promotion
    if there is None:
        letter = notices_reserve.draft(case.organisation.name, case.round.title)
        return PromotionForm(reasons=notices_reserve.reasons(), letter=letter)
    says = notices.decision_sentence("fund", case.application.title, there.amount_pence, there.amount_pence)
    letter = there.letter.replace(says, notices.mark())
    return PromotionForm(version=there.version, reasons=there.reasons, letter=letter)


def changed(form: AnyForm, clash: Clash) -> AnyForm:
    """The form as it was typed, told that something else stands by now; sent again, it replaces that."""
    form = clashed(form, clash)
    form.version.data = clash.theirs.version if isinstance(clash.theirs, Promotion) else ""
    return form
