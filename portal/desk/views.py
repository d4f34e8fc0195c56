"""The front page, the partner's home, the council's inbox, and the pages that every page's foot leads to."""

from flask import Blueprint, Response, current_app, request

from portal.accounts.rules import IDLE, LETTER_LIFE
from portal.applications.rules import MACHINE
from portal.desk import queries, queues, settings, statements
from portal.funds import queries as funds
from portal.kit.dates import london_day, utc_now
from portal.kit.queues import Queue
from portal.permissions import Permission as P
from portal.web.guards import public, requires
from portal.web.identity import cookie_name, me, person
from portal.web.pages import go, page

bp = Blueprint("desk", __name__)


@bp.get("/")
@public
def front() -> Response:
    """What this is, and what is open now; whoever is signed in goes to their own first page."""
    someone = me()
    if someone is not None:
        return go("desk.inbox" if someone.is_council and not someone.place else "desk.home")
    return page("desk/front", rounds=funds.open_rounds(utc_now()))


@bp.get("/home")
@requires(P.ACCOUNT_OWN)
def home() -> Response:
    """What waits for this partner, and what they wait for."""
    return page("desk/home", home=queries.home_of(person()), rounds=funds.open_rounds(utc_now()), machine=MACHINE)


@bp.get("/inbox")
@requires(P.INBOX_READ)
def inbox() -> Response:
    """Everything that waits for this council person, most urgent first."""
    found = queues.of(person())
    chosen = request.args.get("queue", "")
    shown = [queue for queue in found if queue.code == chosen] or found
    return page(
        "desk/inbox",
        part="desk/_queues",
        queues=found,
        shown=shown,
        chosen=chosen if len(shown) < len(found) else "",
        waiting=waiting(found),
        today=london_day(utc_now()),
    )


def waiting(found: list[Queue]) -> int:
    """How many things wait, over all queues."""
    return sum(queue.count for queue in found)


@bp.get("/settings")
@requires(P.SETTINGS_EDIT)
def settings_list() -> Response:
    """Everything that an administrator keeps."""
    return page("desk/settings", groups=list(settings.of(person())))


@bp.get("/accessibility")
@public
def accessibility() -> Response:
    """How far the portal can be used by everybody, and what to do where it cannot."""
    return page(
        "desk/accessibility",
        prepared=statements.ACCESSIBILITY_PREPARED,
        reviewed=statements.ACCESSIBILITY_REVIEWED,
        idle=IDLE,
        code_life=LETTER_LIFE,
    )


@bp.get("/privacy")
@public
def privacy() -> Response:
    """What is kept about people, and why."""
    return page(
        "desk/privacy",
        forgotten=statements.FORGOTTEN,
        cookies=statements.cookies(cookie_name(), current_app.config["SESSION_COOKIE_NAME"]),
        changed=statements.PRIVACY_CHANGED,
    )


@bp.get("/contact")
@public
def contact() -> Response:
    """How to reach the team."""
    return page("desk/contact")
