"""Keeping the council's own settings: its facts, its colours, its words. What was there before an edit is kept."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.db.session import action, locked
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed
from portal.kit.refs import mark_of
from portal.permissions import PORTAL, Permission, Someone
from portal.programme import colours, queries
from portal.programme.export import as_toml
from portal.programme.models import Council, EarlierSetting, Term
from portal.programme.queries import CouncilWords
from portal.programme.rules import PARTS
from portal.programme.vocabulary import Vocabulary


def load(words: Vocabulary, *, by: Someone = PORTAL) -> int:
    """Put these settings in the place of those that were there; how many words they have.

    A word that is not among them is no longer offered; it is kept for the records that hold it.
    """
    with action() as session:
        there = held(session)
        queries.forget()
        earlier = keep(session, "load_words", {"file": as_toml(queries.everything())})
        for name, value in words.council.items():
            setattr(there, name, value)
        there.colours = dict(words.colours)
        count = replace_terms(session, words)
        note(there, "load_words", by=by, terms=count, earlier=earlier)
    queries.forget()
    return count


def replace_terms(session: Session, words: Vocabulary) -> int:
    """Write every vocabulary, each word at its place in the list, and retire all others behind them; how many words."""
    there = {(term.kind, term.code): term for term in session.scalars(select(Term))}
    for kind, rows in words.terms.items():
        for position, word in enumerate(rows):
            term = there.pop((kind, word.code), None) or Term(kind=kind, code=word.code)
            for name, value in asdict(word).items():
                setattr(term, name, value)
            term.position = position
            session.add(term)
    for (kind, _), left in there.items():
        left.retired, left.position = True, left.position + len(words.terms.get(kind, ()))
    return sum(len(rows) for rows in words.terms.values())


def change(part: str, typed: Mapping[str, str], read: str, *, by: Someone) -> None:
    """Change some facts about the council, those of one part.

    `read` is the mark of these facts when the page was filled in. Raises Clash with what stands now where somebody
    changed one of them since, and not to the very same.
    """
    need(by)
    with action() as session:
        there = held(session)
        now = {name: getattr(there, name) for name in PARTS[part].fields}
        if now == dict(typed):
            return
        if mark_of(now) != read:
            raise Clash(theirs=now)
        for name, value in typed.items():
            setattr(there, name, value)
        changed = {name: text for name, text in now.items() if text != typed[name]}
        note(there, f"change_{part}", by=by, earlier=keep(session, part, changed), fields=sorted(changed))
    queries.forget()


def paint(chosen: Mapping[str, str], read: str, *, by: Someone) -> None:
    """Choose the council's colours. Raises Invalid where two of them cannot be told apart, and Clash as `change`."""
    need(by)
    found = list(colours.faults(chosen))
    if found:
        raise Invalid({fault.blamed: fault.sentence(colours.NAMES) for fault in reversed(found)})
    with action() as session:
        there = held(session)
        now, wanted = there.colours, colours.differing(chosen)
        if now == wanted:
            return
        if mark_of(now) != read:
            raise Clash(theirs=now)
        there.colours = wanted
        note(there, "change_colours", by=by, earlier=keep(session, "colours", {**colours.OWN, **now}))
    queries.forget()


def need(by: Someone) -> None:
    """Raises NotAllowed unless this person keeps the settings."""
    if not by.may(Permission.SETTINGS_EDIT):
        raise NotAllowed()


def held(session: Session) -> Council:
    """The council's row, held until the deed ends, so that one edit at a time is made; a new one where none is."""
    there = session.get(Council, 1)
    if there is None:
        there = made(session)
    return locked(there)


def made(session: Session) -> Council:
    """A row for a council that has not said a word yet, made by whoever comes first."""
    try:
        with session.begin_nested():
            new = Council(id=1, **asdict(CouncilWords()))
            session.add(new)
            session.flush()
            return new
    except IntegrityError:
        return session.get_one(Council, 1)


def keep(session: Session, setting: str, said: Mapping[str, Any]) -> int:
    """Keep what a setting said; the number under which the deed in the history names it."""
    row = EarlierSetting(at=utc_now(), setting=setting, said=dict(said))
    session.add(row)
    session.flush()
    return row.id
