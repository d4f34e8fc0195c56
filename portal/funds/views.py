"""The public pages of funds: every round there is, and all there is to know of one before applying."""

from flask import Blueprint, Response, request

from portal.funds import queries
from portal.funds.reading import in_full
from portal.funds.rules import Phase, phase, timeline
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.text import N_
from portal.programme.queries import offered
from portal.web.guards import public
from portal.web.pages import page

bp = Blueprint("funds", __name__, url_prefix="/grants")

LISTS = {"communities": "community", "barriers": "barrier"}
"""The council's own lists that a form may offer, by the kind of their words."""


@bp.get("")
@public
def index() -> Response:
    """Every round: those that are open, those to come, and those that have closed."""
    now = utc_now()
    current = queries.current(now, request.args.get("after"), request.args.get("before"))
    return page("funds/index", current=current)


@bp.get("/<code>")
@public
def show(code: str) -> Response:
    """One round: purpose, amounts, who can apply, every question, the criteria and the dates."""
    round_ = queries.one(code)
    if round_ is None:
        raise NotThere(N_("There is no such round of grants. Look for it in the list of all grants."))
    now = utc_now()
    form = queries.form_of(round_.id, round_.form_number)
    return page(
        "funds/show",
        round=round_,
        form=form,
        sections=in_full(form, queries.common_lists() | {kind: offered(word) for kind, word in LISTS.items()}),
        steps=timeline(round_, now),
        phase=phase(round_.opens_at, round_.closes_at, now),
        Phase=Phase,
    )
