"""Changing what a round that is being made says: its facts, and the items of its lists.

A page carries a mark of what it was filled from. Where another stands by then, the late one is told, and nothing of
theirs is lost: Clash carries what stands now.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from portal.db.session import action
from portal.funds import plan_queries
from portal.funds.models import RoundPlan
from portal.funds.parts import INSIDE, Facts
from portal.funds.planning import open_to_change, put
from portal.funds.plans import (
    code_from,
    codes_in,
    facts_of,
    item_of,
    items_of,
    other_parts,
    with_facts,
)
from portal.funds.soundness import TAKEN_NAMES
from portal.funds.written import Document
from portal.history.actions import note
from portal.kit.errors import Clash, NotThere, TooMany, WrongState
from portal.kit.refs import mark_of
from portal.kit.text import N_, Say
from portal.permissions import Someone
from portal.programme.rules import moved

ITEMS_MOST = 60
"""So many items a list shows whole, because an order cannot be changed across pages."""
TOO_MANY = Say(N_("A list holds {most} at most."), most=ITEMS_MOST)
NOT_EMPTY = N_("Take the questions out of this part first. So none is lost by one press.")


def say(plan: RoundPlan, facts: Facts, typed: Mapping[str, Any], read: str, *, by: Someone) -> None:
    """Change some facts. Raises Clash with what stands, WrongState and NotAllowed."""
    with deed(plan, by=by) as (there, document):
        stands = facts_of(document, facts)
        if mark_of(stands) != read:
            raise Clash(theirs=stands)
        with_facts(document, facts, typed)
        note(there, "facts", by=by, part=facts.code, version=there.version + 1)


def add(plan: RoundPlan, where: str, typed: Mapping[str, Any], label: str, *, by: Someone) -> str:
    """Add an item at the end of a list; its code, made from its label. Raises TooMany, NotThere, WrongState."""
    with deed(plan, by=by) as (there, document):
        items = found(items_of, document, where)
        if len(items) >= ITEMS_MOST:
            raise TooMany(TOO_MANY)
        taken = codes_in(document, where)
        if where.startswith(INSIDE):
            taken |= TAKEN_NAMES | plan_queries.codes_asked_before(there)
        code = code_from(label, taken)
        more: Document = {"questions": []} if where == "sections" else {}
        items.append({"code": code, **typed, **more})
        note(there, "add", by=by, list=where, item=code, version=there.version + 1)
    return code


def reword(plan: RoundPlan, where: str, code: str, typed: Mapping[str, Any], read: str, *, by: Someone) -> None:
    """Say an item anew; its code stays. Raises Clash with what stands, NotThere, WrongState and NotAllowed."""
    with deed(plan, by=by) as (there, document):
        item = found(item_of, document, where, code)
        if mark_of(own(item)) != read:
            raise Clash(theirs=own(item))
        inside = {name: item[name] for name in ("questions",) if name in item}
        item.clear()
        item |= {"code": code, **typed, **inside}
        note(there, "reword", by=by, list=where, item=code, version=there.version + 1)


def shift(plan: RoundPlan, where: str, code: str, read: str, *, up: bool, by: Someone) -> None:
    """Move an item a place up or down. `read` marks the order that the page showed. Raises Clash, NotThere."""
    with deed(plan, by=by) as (there, document):
        items = found(items_of, document, where)
        found(item_of, document, where, code)
        order = [item["code"] for item in items]
        if mark_of(order) != read:
            raise Clash()
        by_code = {item["code"]: item for item in items}
        items[:] = [by_code[each] for each in moved(order, code, up=up)]
        note(there, "move", by=by, list=where, item=code, version=there.version + 1)


def carry(plan: RoundPlan, where: str, code: str, to: str, read: str, *, by: Someone) -> None:
    """Move a question to the end of another part, with its code and all that it says.

    Raises Clash with what stands, TooMany where that part is full, NotThere, WrongState and NotAllowed.
    """
    with deed(plan, by=by) as (there, document):
        item = found(item_of, document, where, code)
        others = other_parts(document, where) if where.startswith(INSIDE) else []
        if to not in {f"{INSIDE}{each['code']}" for each in others}:
            raise NotThere()
        if mark_of(item) != read:
            raise Clash(theirs=item)
        items = items_of(document, to)
        if len(items) >= ITEMS_MOST:
            raise TooMany(TOO_MANY)
        items_of(document, where).remove(item)
        items.append(item)
        note(there, "move", by=by, list=where, item=code, to=to, version=there.version + 1)


def remove(plan: RoundPlan, where: str, code: str, read: str, *, by: Someone) -> None:
    """Take an item out of a list. Raises Clash with what stands, WrongState for a part with questions, NotThere."""
    with deed(plan, by=by) as (there, document):
        item = found(item_of, document, where, code)
        if mark_of(own(item)) != read:
            raise Clash(theirs=own(item))
        if item.get("questions"):
            raise WrongState(NOT_EMPTY)
        items_of(document, where).remove(item)
        note(there, "remove", by=by, list=where, item=code, version=there.version + 1)


@contextmanager
def deed(plan: RoundPlan, *, by: Someone) -> Iterator[tuple[RoundPlan, Document]]:
    """One change: the plan held, and a document to change that becomes its next version."""
    with action():
        there = open_to_change(plan, by=by)
        document = deepcopy(there.document)
        yield there, document
        put(there, document, by=by)


def own(item: Mapping[str, Any]) -> Document:
    """What an item says itself, without what it holds."""
    return {name: value for name, value in item.items() if name != "questions"}


def found(look: Any, document: Document, *names: str) -> Any:
    """What `look` finds in a document. Raises NotThere in the place of KeyError."""
    try:
        return look(document, *names)
    except KeyError as error:
        raise NotThere() from error
