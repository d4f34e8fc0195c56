"""The council's own settings and words. Nearly every page reads them, so each process keeps them for 15 seconds."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, cast

from flask import current_app
from sqlalchemy import Row, select

from portal.db.session import db
from portal.history.models import Deed
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.programme.look import Look, look_of
from portal.programme.models import Council, EarlierSetting, Term
from portal.programme.rules import LISTS, WordList, verbs_of
from portal.programme.vocabulary import FACTS, Vocabulary, Word

KEPT_SECONDS = 15.0
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class CouncilWords:
    """Who runs this portal, as pages and letters say it; this one until the council's own words are loaded."""

    name: str = "Your council"
    programme: str = "Digital inclusion programme"
    team: str = "the programme team"
    place: str = ""
    email: str = ""
    phone: str = ""
    phone_hours: str = ""
    about: str = ""
    credit: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)


def council() -> CouncilWords:
    """Who runs this portal."""
    return kept("council", read_council)


def look() -> Look:
    """The portal in the council's colours."""
    return kept("look", lambda: look_of(council().colours))


def all_terms(kind: str) -> list[Word]:
    """The words of one kind in the council's order, with those that are no longer offered."""
    return kept("terms", read_terms).get(kind, [])


def terms(kind: str) -> list[Word]:
    """The words of one kind that are offered, such as community or income_band, in the council's order."""
    return [word for word in all_terms(kind) if not word.retired]


def number_of(legal_form: str) -> str:
    """Which number organisations of this kind have: charity, company or none."""
    return next((word.number for word in all_terms("legal_form") if word.code == legal_form), "none")


def labels(kind: str) -> dict[str, str]:
    """What people read for each code of one kind, offered or not: a word that was used is shown for good."""
    return {word.code: word.label for word in all_terms(kind)}


def offered(kind: str, kept: Collection[str] = ()) -> dict[str, str]:
    """The words that somebody can choose, label by code, and those that they have chosen already."""
    return {word.code: word.label for word in all_terms(kind) if not word.retired or word.code in kept}


def words_on(one: WordList) -> list[Word]:
    """The words of a list that is edited as one, in order, with those that are no longer offered."""
    return [word for word in all_terms(one.kind) if word.affects == one.affects]


def everything() -> Vocabulary:
    """All settings, as the file has them."""
    there = council()
    facts = {name: getattr(there, name) for name in FACTS}
    return Vocabulary(facts, {one.kind: all_terms(one.kind) for one in LISTS.values()}, dict(there.colours))


def deeds_of(setting: str, after: str | None, before: str | None) -> Page[Row[Any]]:
    """What was done to a setting, newest first, a page at a time."""
    later, earlier = decode_key(after, 1), decode_key(before, 1)
    backwards = not later and bool(earlier)
    question = select(Deed.id, Deed.at, Deed.verb, Deed.actor_id, Deed.facts).where(
        Deed.subject == Council.kind, Deed.subject_id == 1, Deed.verb.in_(verbs_of(setting))
    )
    if later and isinstance(later[0], int):
        question = question.where(Deed.id < later[0])
    elif earlier and isinstance(earlier[0], int):
        question = question.where(Deed.id > earlier[0])
    order = Deed.id.asc() if backwards else Deed.id.desc()
    found = db.session.execute(question.order_by(order).limit(PAGE_SIZE + 1)).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=bool(later), came_before=backwards)


def said_before(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What settings said before these edits, by the edits' own ids."""
    if not ids:
        return {}
    question = select(EarlierSetting.id, EarlierSetting.said).where(EarlierSetting.id.in_(ids))
    return {row.id: row.said for row in db.session.execute(question)}


def forget() -> None:
    """Read everything afresh next time; for whoever has just changed it, or is about to."""
    shelf().clear()


def kept(name: str, read: Callable[[], Found]) -> Found:
    """What was read less than 15 seconds ago, or else what is read now."""
    now = time.monotonic()
    read_at, value = shelf().get(name, (float("-inf"), None))
    if now - read_at >= KEPT_SECONDS:
        value = read()
        shelf()[name] = (now, value)
    return cast(Found, value)


def shelf() -> dict[str, tuple[float, Any]]:
    """Where this app keeps what it read, and when."""
    found: dict[str, tuple[float, Any]] = current_app.extensions.setdefault("portal_programme", {})
    return found


def read_council() -> CouncilWords:
    """The council's row as a plain value, or the words for a portal that has none yet."""
    columns = (getattr(Council, field.name) for field in fields(CouncilWords))
    row = db.session.execute(select(*columns)).first()
    return CouncilWords(*row) if row else CouncilWords()


def read_terms() -> dict[str, list[Word]]:
    """Every vocabulary, by its kind."""
    found: dict[str, list[Word]] = {}
    columns = (getattr(Term, field.name) for field in fields(Word))
    for kind, *row in db.session.execute(select(Term.kind, *columns).order_by(Term.kind, Term.position, Term.code)):
        found.setdefault(kind, []).append(Word(*row))
    return found
