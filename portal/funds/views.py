"""The public pages of funds: every round there is, and all there is to know of one before applying."""

from flask import Blueprint, Response, request, url_for

from portal.funds import queries
from portal.funds.above import applied
from portal.funds.calendar import closing
from portal.funds.models import Round
from portal.funds.reading import details_in_full, in_full
from portal.funds.rules import Phase, phase, timeline
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.text import N_
from portal.web.guards import public
from portal.web.pages import page

bp = Blueprint("funds", __name__, url_prefix="/grants")


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
    """One round: purpose, amounts, who can apply, every question, criteria, dates, and how it went last time."""
    round_ = round_called(code)
    now = utc_now()
    form = queries.form_of(round_.id, round_.form_number)
    last = applied().last_time(round_.fund_id, min(now, round_.closes_at))
    return page(
        "funds/show",
        round=round_,
        form=form,
        sections=in_full(form, queries.common_lists() | queries.offered_words()),
        details=details_in_full(form),
        steps=timeline(round_, now),
        phase=phase(round_.opens_at, round_.closes_at, now),
        Phase=Phase,
        last=last,
    )


@bp.get("/<code>/closing.ics")
@public
def calendar(code: str) -> Response:
    """The closing of a round, for a calendar."""
    round_ = round_called(code)
    address = url_for("funds.show", code=code, _external=True)
    answer = Response(closing(round_, address, request.host, utc_now()), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}.ics"'
    return answer


def round_called(code: str) -> Round:
    """The published round at an address, with its fund. Raises NotThere."""
    round_ = queries.one(code)
    if round_ is None:
        raise NotThere(N_("There is no such round of grants. Look for it in the list of all grants."))
    return round_
