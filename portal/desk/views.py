"""The front page, the partner's home, the council's inbox, and the pages that every page's foot leads to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, current_app, request
from flask import session as browser

from portal.accounts.rules import IDLE, LETTER_LIFE
from portal.applications.guest_queries import has_shared
from portal.applications.rules import MACHINE
from portal.desk import queries, queues, saved, settings, statements
from portal.desk.filters import Filters
from portal.desk.forms import narrowing
from portal.desk.models import SavedView
from portal.funds import queries as funds
from portal.kit.dates import london_day, utc_now
from portal.kit.queues import Work
from portal.kit.text import N_
from portal.messages.rules import TOPICS
from portal.permissions import Permission as P
from portal.programme.queries import council
from portal.web.addresses import url_for
from portal.web.guards import public, requires
from portal.web.htmx import is_partial
from portal.web.identity import cookie_name, me, person
from portal.web.pages import go, page, tell

bp = Blueprint("desk", __name__)

NOTHING_LEFT = N_("Nothing more of that waits for you.")


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
    now = utc_now()
    return page(
        "desk/home",
        home=queries.home_of(person()),
        belonging=queries.belonging_of(person()),
        rounds=funds.open_rounds(now),
        machine=MACHINE,
        topics=TOPICS,
        step_day=queries.step_day,
        is_soon=queries.is_soon,
        is_guest=has_shared(person()),
        now=now,
    )


@bp.get("/inbox")
@requires(P.INBOX_READ)
def inbox() -> Response:
    """Everything that waits for this council person, most urgent first, narrowed as the address says.

    Without a word in the address it is the view that they want to see first.
    """
    someone, views = person(), saved.views_of(person())
    first = saved.first_of(views)
    if first and not request.args:
        return go("desk.inbox", **saved.filters_of(first).chosen())
    filters, counted, lost = queues.narrowed_to(someone, Filters(**narrowing(request.args)))
    come_by(filters)
    return page(
        "desk/inbox",
        part="desk/_queues",
        is_part=is_partial(),
        works=queues.of(someone),
        counted=counted,
        lost=lost,
        page=queues.page_for(someone, filters, request.args.get("after"), request.args.get("before")),
        today=london_day(utc_now()),
        **ways(filters, views),
    )


def ways(filters: Filters, views: Sequence[SavedView]) -> dict[str, Any]:
    """What the addresses of the inbox's page are made of: how it is narrowed, its views, and the way to all of it."""
    return {
        "filters": filters,
        "chosen": filters.chosen(),
        "narrowed": bool(filters.urgency + filters.round + filters.whose),
        "views": [(each, saved.filters_of(each).chosen()) for each in views],
        "everything": url_for("desk.inbox", **({"view": "all"} if saved.first_of(views) else {})),
    }


def come_by(filters: Filters) -> None:
    """Keep in the browser how the inbox is narrowed, so that “Next one” goes on in the same list after each deed."""
    way = {name: value for name, value in filters.chosen().items() if name != "queue"}
    if way != browser.get("inbox", {}):
        browser["inbox"] = way


@bp.get("/inbox/next")
@requires(P.INBOX_READ)
def next() -> Response:
    """On to the most urgent thing of a queue, or of the inbox as it is narrowed; back to the inbox when none waits.

    What somebody else has is passed over, unless it is asked for. Nothing is taken by it: who takes something says so.
    """
    someone = person()
    filters = queues.sound(someone, Filters(**narrowing(request.args)))
    found = queues.page_for(someone, replace(filters, whose=filters.whose or "not_taken"), size=1).rows
    if found:
        return go(found[0].endpoint, **found[0].values)
    work = named(queues.of(someone), filters.queue)
    is_empty = work and not filters.urgency + filters.round + filters.whose
    tell(work.empty if work and is_empty and not queues.counted(someone, filters).shown else NOTHING_LEFT)
    return go("desk.inbox", **replace(filters, queue="").chosen())


def named(works: tuple[Work, ...], code: str) -> Work | None:
    """The queue of that code."""
    return {work.code: work for work in works}.get(code)


@bp.get("/settings")
@requires(P.SETTINGS_EDIT, P.OUTBOX_READ)
def settings_list() -> Response:
    """Everything that an administrator keeps."""
    return page("desk/settings", groups=list(settings.of(person())))


@bp.get("/.well-known/security.txt")
@public
def security_txt() -> Response:
    """Where whoever found a weakness writes to, as RFC 9116 has it."""
    fields = statements.security_fields(council(), utc_now())
    return Response("".join(f"{name}: {value}\n" for name, value in fields), mimetype="text/plain")


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
