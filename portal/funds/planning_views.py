"""Rounds as an officer makes them: the list, one with all its parts and faults, its facts, and publishing it."""

from collections import Counter
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.accounts.queries import what_happened
from portal.funds import editing, plan_queries, planning
from portal.funds.above import applied
from portal.funds.changes import changes
from portal.funds.faults import Faults
from portal.funds.forms import FACTS_FORMS, BeginForm, FactsForm, FileForm, VersionForm
from portal.funds.models import RoundPlan
from portal.funds.parts import FACTS, ITEM_LISTS, Facts
from portal.funds.plans import facts_of, place_of, problems_of, said_of
from portal.funds.queries import offered_words
from portal.funds.rules import OPEN_PLANS, PLAN, PLAN_WORDS
from portal.funds.toml import decoded, read
from portal.funds.written import Document, as_toml
from portal.history.queries import sentences
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, NotThere, WrongState
from portal.kit.refs import mark_of
from portal.kit.text import Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

bp = Blueprint("planning", __name__, url_prefix="/funds")

TOLD = sentences(PLAN, PLAN_WORDS)


@bp.get("")
@requires(P.ROUND_MAKE)
def index() -> Response:
    """Rounds that are being made, and every published one."""
    published = plan_queries.published(request.args.get("after"), request.args.get("before"))
    return page("funds/plans", being_made=plan_queries.being_made(), published=published, machine=PLAN)


@bp.route("/new", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def begin() -> Response:
    """Begin a round, of a fund that there is or of a new one."""
    form = BeginForm(plan_queries.funds())
    if request.method == "POST" and form.validate():
        plan = planning.begin(form.chosen(), form.title.data, by=person())
        tell(_("The round is begun. Nobody outside sees it until you publish it."))
        return go("planning.show", code=plan.code)
    return page("funds/begin", status=422 if form.errors else 200, form=form, errors=form.mistakes())


@bp.route("/import", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def bring_in() -> Response:
    """Bring a round in from a file, or name every fault of the file by its line."""
    form, faults, errors = FileForm(), [], []
    sent = form.sent() if request.method == "POST" else b""
    if request.method == "POST" and not sent.strip():
        errors = [("file", _("Choose a file, or paste its text."))]
    elif request.method == "POST":
        try:
            plan = planning.bring_in(read(decoded(sent), offered_words()), by=person())
            tell(_("The file is read. Look at it, then publish it."))
            return go("planning.show", code=plan.code)
        except Faults as error:
            faults = error.faults
            said = ngettext("The file has %(num)s fault.", "The file has %(num)s faults.", len(faults))
            errors = [("file", said)]
        except WrongState as error:
            errors = [("file", translated(error.sentence))]
    return page("funds/bring_in", status=422 if errors else 200, form=form, errors=errors, faults=faults)


@bp.get("/rounds/<code>")
@requires(P.ROUND_MAKE)
def show(code: str) -> Response:
    """One round: its parts, what is still to mend in each, and what can be done with it."""
    plan = plan_queries.one(code)
    document = plan_queries.document_of_plan(plan)
    done = [(deed.at, Say(TOLD[deed.verb], who=deed.who)) for deed in what_happened(plan, TOLD)]
    return page("funds/plan", deeds=done, **shown(plan, document))


@bp.get("/rounds/<code>/file")
@requires(P.ROUND_MAKE)
def file(code: str) -> Response:
    """A round as the file that can be brought in again; the same round is always the same bytes."""
    plan = plan_queries.one(code)
    answer = Response(as_toml(plan_queries.document_of_plan(plan)), mimetype="application/toml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{plan.code}.toml"'
    return answer


@bp.post("/rounds/<code>/copy")
@requires(P.ROUND_MAKE)
def copy(code: str) -> Response:
    """Begin next year's round as a copy of this one."""
    plan = planning.copy(plan_queries.one(code), by=person())
    tell(_("This is the copy. Its dates are 52 weeks later. Check its name and its dates first."))
    return go("planning.show", code=plan.code)


@bp.post("/rounds/<code>/change")
@requires(P.ROUND_MAKE)
def change(code: str) -> Response:
    """Open a published round for changes."""
    planning.change(plan_queries.one(code), by=person())
    tell(_("You can change it now. People see it as it was until you publish the changes."))
    return go("planning.show", code=code)


@bp.post("/rounds/<code>/undo")
@requires(P.ROUND_MAKE)
def undo(code: str) -> Response:
    """Give up the changes to a published round."""
    planning.undo(plan_queries.one(code), by=person())
    tell(_("The round is left as it was."))
    return go("planning.show", code=code)


@bp.post("/rounds/<code>/drop")
@requires(P.ROUND_MAKE)
def drop(code: str) -> Response:
    """Give up a round that was never published."""
    planning.drop(plan_queries.one(code), by=person())
    tell(_("The round is given up. You can still read it and copy it."))
    return go("planning.show", code=code)


@bp.route("/rounds/<code>/facts/<which>", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def facts(code: str, which: str) -> Response:
    """Change some facts of a round. Empty ones can wait; they are named as faults until they are filled in."""
    asked, plan = facts_called(which), plan_queries.one(code)
    stands = facts_of(plan_queries.document_of_plan(plan), asked)
    form, theirs = FACTS_FORMS[which].of(stands), None
    if request.method != "POST":
        form.read.data = mark_of(stands)
    elif form.validate():
        try:
            editing.say(plan, asked, form.typed(), form.read.data or "", by=person())
            tell(_("Saved."))
            return go("planning.show", code=code)
        except Clash as clash:
            theirs = what_stands(form, FACTS_FORMS[which], clash)
    status = 409 if theirs else 422 if form.errors else 200
    return page("funds/facts", status=status, form=form, errors=form.mistakes(), asked=asked, plan=plan, theirs=theirs)


@bp.route("/rounds/<code>/publish", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def publish(code: str) -> Response:
    """Look once more at what publishing does, then publish; or see everything that is still to mend."""
    plan, form = plan_queries.one(code), VersionForm()
    if request.method == "POST":
        try:
            planning.publish(plan, form.number(), by=person())
            tell(_("The round is published."))
            return go("planning.show", code=code)
        except Clash as clash:
            tell(clash.sentence, "warning")
            return publish_page(plan_queries.one(code), status=409)
        except WrongState as error:
            tell(error.sentence, "warning")
            return publish_page(plan_queries.one(code), status=409)
    return publish_page(plan)


def publish_page(plan: RoundPlan, status: int = 200) -> Response:
    """What publishing would do, and how many it would touch."""
    document = plan_queries.document_of_plan(plan)
    told = shown(plan, document)
    in_force = told["in_force"]
    found = changes(in_force, document) if in_force and in_force != document and not told["faults"] else None
    started = applied().started(plan.round_id) if plan.round_id else 0
    return page("funds/publish", status=status, started=started, changes=found, **told)


def shown(plan: RoundPlan, document: Document) -> dict[str, Any]:
    """What the pages of a whole round show: its document, its faults with the places to mend them, and its parts."""
    is_open, in_force = plan.state in OPEN_PLANS, plan_queries.replaced_by(plan)
    found = problems_of(document, utc_now(), in_force=in_force, offered=offered_words()) if is_open else ()
    places = [place_of(each.path, document) for each in found]
    return {
        "plan": plan,
        "document": document,
        "in_force": in_force,
        "where": plan.where(),
        "faults": [(place, said_of(each), each) for place, each in zip(places, found, strict=True)],
        "to_mend": Counter(place.part for place in places),
        "facts": FACTS,
        "lists": ITEM_LISTS,
        "is_open": is_open,
    }


def facts_called(code: str) -> Facts:
    """The facts at an address. Raises NotThere."""
    if code not in FACTS:
        raise NotThere()
    return FACTS[code]


def what_stands(form: FactsForm, kind: type[FactsForm], clash: Clash) -> list[tuple[str, str]]:
    """What somebody else saved meanwhile, in words; saved again now, the form goes over it knowingly."""
    assert isinstance(clash.theirs, dict)
    form.read.data = mark_of(clash.theirs)
    return kind.read_out(clash.theirs)
