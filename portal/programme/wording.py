"""The council's lists of words: adding to them, saying a word better, their order, and what is no longer offered.

A word's code never changes, and no word is deleted: records hold its code, and show its label for good.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.history.actions import note
from portal.kit.errors import Clash, Invalid, NotThere, WrongState
from portal.kit.refs import mark_of
from portal.permissions import Someone
from portal.programme import queries, rules
from portal.programme.actions import held, keep, need
from portal.programme.models import Council, Term
from portal.programme.rules import WordList
from portal.programme.vocabulary import BESIDE


def add(one: WordList, typed: Mapping[str, str], *, by: Someone) -> str:
    """Add a word at the end of a list; its code. Raises Invalid where one of that name is there already."""
    with deed(one, by=by) as (session, council, there):
        refuse_twin(there, typed["label"])
        if len(there) >= rules.WORDS_MOST:
            raise Invalid({"label": rules.TOO_MANY_WORDS})
        every = session.scalars(select(Term).where(Term.kind == one.kind)).all()
        code = rules.code_for(typed["label"], {term.code for term in every})
        position = max((term.position for term in every), default=-1) + 1
        known = {**BESIDE.get(one.kind, {}), **typed, "affects": one.affects}
        session.add(Term(kind=one.kind, code=code, position=position, **known))
        note(council, f"add_{one.code}", by=by, word=code)
    return code


def reword(one: WordList, code: str, typed: Mapping[str, str], read: str, *, by: Someone) -> None:
    """Say a word better, wherever it is shown. Raises Clash with what stands now, Invalid as `add`, and NotThere."""
    with deed(one, by=by) as (session, council, there):
        term = one_of(there, code)
        now = texts_of(term, typed)
        if now == dict(typed):
            return
        if mark_of(now) != read:
            raise Clash(theirs=now)
        refuse_twin([other for other in there if other is not term], typed["label"])
        for name, text in typed.items():
            setattr(term, name, text)
        changed = {name: text for name, text in now.items() if text != typed[name]}
        note(council, f"reword_{one.code}", by=by, word=code, earlier=keep(session, one.code, changed))


def move(one: WordList, code: str, read: str, *, up: bool, by: Someone) -> None:
    """Move a word a place up or down among those that are offered.

    `read` is the mark of the order that the page showed. Raises Clash where it is another one by now, and NotThere.
    """
    with deed(one, by=by) as (session, council, there):
        offered = [term for term in there if not term.retired]
        order = [term.code for term in offered]
        one_of(offered, code)
        if mark_of(order) != read:
            raise Clash()
        after = rules.moved(order, code, up=up)
        if after == order:
            return
        by_code, places = {term.code: term for term in offered}, sorted(term.position for term in offered)
        for place, each in zip(places, after, strict=True):
            by_code[each].position = place
        note(council, f"move_{one.code}", by=by, word=code, earlier=keep(session, one.code, {"order": order}))


def retire(one: WordList, code: str, *, by: Someone) -> None:
    """Offer a word no longer; where it was used it stays. Raises WrongState for the last one, and NotThere."""
    with deed(one, by=by) as (_session, council, there):
        term = one_of(there, code)
        if term.retired:
            raise WrongState(rules.NOT_OFFERED)
        if sum(not other.retired for other in there) == 1:
            raise WrongState(rules.LAST_WORD)
        term.retired = True
        note(council, f"retire_{one.code}", by=by, word=code)


def restore(one: WordList, code: str, *, by: Someone) -> None:
    """Offer a word again. Raises WrongState for one that is offered, and NotThere."""
    with deed(one, by=by) as (_session, council, there):
        term = one_of(there, code)
        if not term.retired:
            raise WrongState(rules.OFFERED_ALREADY)
        term.retired = False
        note(council, f"restore_{one.code}", by=by, word=code)


@contextmanager
def deed(one: WordList, *, by: Someone) -> Iterator[tuple[Session, Council, list[Term]]]:
    """One change of a list: the list as it stands under the lock, and everything read afresh afterwards."""
    need(by)
    with action() as session:
        council = held(session)
        chosen = select(Term).where(Term.kind == one.kind, Term.affects == one.affects)
        there = session.scalars(chosen.order_by(Term.position, Term.code).execution_options(populate_existing=True))
        yield session, council, list(there)
    queries.forget()


def one_of(there: list[Term], code: str) -> Term:
    """The word of that code. Raises NotThere."""
    found = next((term for term in there if term.code == code), None)
    if found is None:
        raise NotThere()
    return found


def texts_of(term: Term, typed: Mapping[str, str]) -> dict[str, str]:
    """What stands now of what was typed."""
    return {name: getattr(term, name) for name in typed}


def refuse_twin(others: list[Term], label: str) -> None:
    """Raises Invalid where one of the others reads the same."""
    if rules.same_name(label, (other.label for other in others)):
        raise Invalid({"label": rules.SAME_NAME})
