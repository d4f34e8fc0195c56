"""The lists of a form on screen: who can apply, parts and their questions, criteria, documents, reports."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.funds import editing, plan_queries
from portal.funds.forms import MoveForm
from portal.funds.item_forms import ItemForm
from portal.funds.models import RoundPlan
from portal.funds.parts import INSIDE
from portal.funds.planning_views import bp
from portal.funds.plans import (
    items_of,
    list_of,
    other_parts,
    part_with,
    pointing_forward,
    questions_before,
    section_of,
)
from portal.funds.queries import common_lists, offered_words
from portal.funds.question_form import form_for
from portal.funds.reading import KIND_WORDS
from portal.funds.rules import OPEN_PLANS
from portal.funds.written import Document
from portal.kit.errors import Clash, NotThere
from portal.kit.refs import mark_of
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.htmx import is_partial
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

CARRIED = N_("“{name}” is moved to the end of “{part}”.")
NO_PART = N_("Choose one of the parts in the list.")
FORWARD = N_("“{later}” waits for the answer to “{earlier}”, which is asked after it now. Move or change one of them.")
FORWARD_MORE = N_("More questions wait for an answer that is asked after them now. The round’s page names each.")


@bp.get("/rounds/<code>/lists/<where>")
@requires(P.ROUND_MAKE)
def items(code: str, where: str) -> Response:
    """One list in its order."""
    return items_page(plan_queries.one(code), where)


@bp.route("/rounds/<code>/lists/<where>/new", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def add(code: str, where: str) -> Response:
    """Add an item at the end of a list."""
    plan, document = opened(code, where)
    form = form_of(document, where, {})
    if request.method == "POST" and form.validate():
        item = editing.add(plan, where, form.typed(), form.name, by=person())
        tell(_("“%(name)s” is added, at the end of the list.", name=form.name))
        if where == "sections":
            return go("planning.items", code=code, where=f"{INSIDE}{item}")
        return onward(code, where, item)
    return item_page(plan, document, where, form, None, 422 if form.mistakes() else 200)


@bp.route("/rounds/<code>/lists/<where>/<item>", methods=["GET", "POST"])
@requires(P.ROUND_MAKE)
def item(code: str, where: str, item: str) -> Response:
    """Say an item anew."""
    plan, document = opened(code, where)
    there = in_list(document, where, item) if request.method != "POST" else found_in(document, where, item)
    form = form_of(document, where, there or {})
    if there is None:
        tell(_("Somebody else has taken this out. What you typed is here: you can add it again."), "warning")
        return item_page(plan, document, where, form, None, 409)
    if request.method != "POST":
        form.read.data = mark_of(editing.own(there))
    elif form.validate():
        if hasattr(form, "lift"):
            form.lift(request.form.get("go", ""))
        try:
            editing.reword(plan, where, item, form.typed(), form.read.data or "", by=person())
            tell(_("Saved."))
            return onward(code, where, item)
        except Clash as clash:
            return clash_page(plan, document, where, form, item, clash)
    return item_page(plan, document, where, form, item, 422 if form.mistakes() else 200)


@bp.post("/rounds/<code>/lists/<where>/<item>/move")
@requires(P.ROUND_MAKE)
def move(code: str, where: str, item: str) -> Response:
    """Move an item a place up or down."""
    plan, document = opened(code, where)
    there, form = in_list(document, where, item), MoveForm()
    try:
        editing.shift(plan, where, item, form.read.data or "", up=form.way.data != "down", by=person())
    except Clash:
        tell(_("Somebody else has changed this list meanwhile. This is the order now. Move yours again."), "warning")
        return items_page(plan_queries.one(code), where, status=409)
    tell(_("“%(name)s” is moved.", name=there[list_of(document, where).shown]))
    if is_partial():
        return items_page(plan_queries.one(code), where)
    return go("planning.items", code=code, where=where, _anchor=f"item-{item}")


@bp.post("/rounds/<code>/lists/<where>/<item>/remove")
@requires(P.ROUND_MAKE)
def remove(code: str, where: str, item: str) -> Response:
    """Take an item out of a list."""
    plan, document = opened(code, where)
    there = found_in(document, where, item)
    if there is None:
        tell(_("Somebody else has taken it out already."), "warning")
        return go("planning.items", code=code, where=where)
    try:
        editing.remove(plan, where, item, MoveForm().read.data or "", by=person())
    except Clash as clash:
        return clash_page(plan, document, where, as_it_stands(document, where, there), item, clash)
    tell(_("“%(name)s” is taken out.", name=there[list_of(document, where).shown]))
    return go("planning.items", code=code, where=where)


@bp.post("/rounds/<code>/lists/<where>/<item>/part")
@requires(P.ROUND_MAKE)
def carry(code: str, where: str, item: str) -> Response:
    """Move a question to another part."""
    plan, document = opened(code, where)
    there, to = found_in(document, where, item), request.form.get("to", "")
    if there is None:
        return gone_from(plan, document, where, item)
    if to not in dict(parts_for(plan, document, where)):
        return item_page(
            plan, document, where, as_it_stands(document, where, there), item, 422, no_part=translated(NO_PART)
        )
    try:
        editing.carry(plan, where, item, to, MoveForm().read.data or "", by=person())
    except Clash as clash:
        return clash_page(plan, document, where, as_it_stands(document, where, there), item, clash)
    now = plan_queries.document_of_plan(plan_queries.one(code))
    tell(Say(CARRIED, name=there["label"], part=section_of(now, to)["title"]))
    if forward := pointing_forward(now, item):
        tell(Say(FORWARD, later=forward[0][0], earlier=forward[0][1]), "warning")
        if forward[1:]:
            tell(FORWARD_MORE, "warning")
    return go("planning.items", code=code, where=to, _anchor=f"item-{item}")


def gone_from(plan: RoundPlan, document: Document, where: str, code: str) -> Response:
    """The answer to who moves a question that a colleague moved or took out meanwhile: where it is now, if anywhere."""
    now = part_with(document, code)
    if now is None:
        tell(_("Somebody else has taken it out already."), "warning")
        return go("planning.items", code=plan.code, where=where)
    tell(_("Somebody else has moved it meanwhile. It is here now."), "warning")
    return go("planning.items", code=plan.code, where=now, _anchor=f"item-{code}")


def opened(code: str, where: str) -> tuple[RoundPlan, Document]:
    """A round and what it says now, where it has such a list. Raises NotThere."""
    plan = plan_queries.one(code)
    document = plan_queries.document_of_plan(plan)
    try:
        list_of(document, where)
    except KeyError as error:
        raise NotThere() from error
    return plan, document


def found_in(document: Document, where: str, code: str) -> Document | None:
    """One item of a list, or None where it is there no more."""
    return next((each for each in items_of(document, where) if each["code"] == code), None)


def in_list(document: Document, where: str, code: str) -> Document:
    """One item of a list. Raises NotThere."""
    there = found_in(document, where, code)
    if there is None:
        raise NotThere()
    return there


def form_of(document: Document, where: str, item: Document) -> ItemForm:
    """The form of a list's items, filled with one; a question knows those that are asked before it."""
    if not where.startswith(INSIDE):
        return form_for(where).of(item)
    earlier = list(questions_before(document, item.get("code")))
    return form_for(where).of(item, earlier, common_lists() | offered_words())


def as_it_stands(document: Document, where: str, item: Document) -> ItemForm:
    """The form of an item as it stands, on a page that answers another form of the same page."""
    form = form_of(document, where, item)
    form.show(item)
    form.read.data = mark_of(editing.own(item))
    return form


def parts_for(plan: RoundPlan, document: Document, where: str) -> list[tuple[str, str]]:
    """The parts to which a question of this list can be moved now: the words for their lists, and their titles."""
    if plan.state not in OPEN_PLANS or not where.startswith(INSIDE):
        return []
    return [(f"{INSIDE}{each['code']}", each["title"]) for each in other_parts(document, where)]


def onward(code: str, where: str, item: str) -> Response:
    """Where saving leads: back to the list, or to the same item for whoever pressed a button beside an answer."""
    if request.form.get("go") in (None, "on"):
        return go("planning.items", code=code, where=where, _anchor=f"item-{item}")
    return go("planning.item", code=code, where=where, item=item, _anchor="choices")


def items_page(plan: RoundPlan, where: str, status: int = 200) -> Response:
    """The page of a list, or its part for htmx."""
    document = plan_queries.document_of_plan(plan)
    try:
        listed = items_of(document, where)
    except KeyError as error:
        raise NotThere() from error
    return page(
        "funds/items",
        part="funds/_items",
        status=status,
        plan=plan,
        where=where,
        asked=list_of(document, where),
        section=section_of(document, where) if where.startswith(INSIDE) else None,
        listed=listed,
        total=sum(each.get("weight", 0) for each in listed) if where == "criteria" else None,
        mark=mark_of([each["code"] for each in listed]),
        kinds=KIND_WORDS,
        is_open=plan.state in OPEN_PLANS,
        inside=INSIDE,
        oob=is_partial(),
    )


def clash_page(plan: RoundPlan, document: Document, where: str, form: ItemForm, code: str, clash: Clash) -> Response:
    """An item that somebody else changed meanwhile: theirs in words, and what was typed; saved again it stands."""
    assert isinstance(clash.theirs, dict)
    form.read.data = mark_of(clash.theirs)
    return item_page(plan, document, where, form, code, 409, form.read_out(clash.theirs))


def item_page(
    plan: RoundPlan,
    document: Document,
    where: str,
    form: ItemForm,
    code: str | None,
    status: int,
    theirs: list[tuple[str, str]] | None = None,
    no_part: str = "",
) -> Response:
    """The page of one item, or of one to come."""
    shown: dict[str, Any] = {"asked": list_of(document, where), "where": where, "item": code, "theirs": theirs}
    shown |= {"parts": parts_for(plan, document, where) if code else [], "no_part": no_part}
    errors = [("to", no_part)] if no_part else form.mistakes()
    return page("funds/item", status=status, plan=plan, form=form, errors=errors, **shown)
