"""A language that nobody speaks, made by machine from the portal's own texts: what is plain in it was never translated.

Its texts have their letters accented and are longer by two fifths; their places for values and their plural forms are
kept. What people wrote is put into other letters still, so that whatever is left in plain ones comes from the code.
"""

import re
import subprocess
import sys
import tempfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from flask import Flask
from sqlalchemy import JSON, String, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.attributes import flag_modified

from portal.db.base import Base
from portal.db.session import db
from portal.funds import queries as funds
from portal.kit.days import month_number
from portal.organisations.contacts import CONTACTS, MAIN, SECOND
from portal.places import queries as places
from portal.programme import queries as programme

ROOT = Path(__file__).resolve().parents[1]
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = str.maketrans(PLAIN, "àƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÀƁÇĐÉƑĞĤÍĴĶĻḾÑÓÞɊŔŠŢÚṼŴẊÝŽ")
FOREIGN = str.maketrans(PLAIN, "абцдефгхийклмнопярстувшжызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЖЫЗ")
PLACES = re.compile(r"(%\(\w+\)s|%%|\{\w+\})")
FILLING = "ñóţ ýéţ šáíđ "
LANGUAGES = ("el", "ar")
"""One from left to right and one from right to left, with days and months in other letters, and six plural forms."""

SPOKEN = {"alt", "aria-label", "aria-description", "placeholder", "title", "label", "content"}
"""Attributes that people read or hear; so are all data-… of ours, which script says."""
MACHINES = re.compile(r"data-(hx|module|press|as|keep|look)\b")
WORD = re.compile(r"[A-Za-z]{2,}(?:[’' -]+[A-Za-z]+)*")
CODE = re.compile(r"[a-z0-9_.:-]*")
POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
KEPT = re.compile(rf"({POSTCODE}|\S*[@/\d]\S*)|\S+")
"""A word of what somebody wrote; what is no word for people, such as an address or a number, is the group."""


# --- The catalogue ------------------------------------------------------------------------------------------


@cache
def gathered() -> tuple[Message, ...]:
    """Every text of the portal, as the code has it now."""
    extract = ["extract", "-F", "babel.cfg", "-k", "Say", "--omit-header", "-o"]
    with tempfile.NamedTemporaryFile(suffix=".pot") as file:
        command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", *extract, file.name, "."]
        subprocess.run(command, cwd=ROOT, check=True)
        return tuple(message for message in read_po(file) if message.id)


def said(text: str) -> str:
    """The text in the language that nobody speaks; what stands in for values is left as it is."""
    parts = [part if PLACES.fullmatch(part) else part.translate(ACCENTED) for part in PLACES.split(text)]
    more = -(-len(text) * 2 // 5)
    filling = (FILLING * (more // len(FILLING) + 1))[:more].strip()
    return f"⟦{''.join(parts)} {filling}⟧"


def translation(message: Message, forms: int) -> str | tuple[str, ...]:
    """A text's translation, or as many as the language has plural forms."""
    if isinstance(message.id, str):
        return said(message.id)
    one, many = message.id
    return (said(one), *[said(many)] * (forms - 1))


def write(folder: Path) -> None:
    """Write the catalogues into a folder, where the portal looks for them."""
    for language in LANGUAGES:
        catalogue = Catalog(locale=language)
        for message in gathered():
            catalogue.add(message.id, translation(message, get_plural(language).num_plurals))
        there = folder / language / "LC_MESSAGES"
        there.mkdir(parents=True)
        with (there / "messages.mo").open("wb") as file:
            write_mo(file, catalogue)


def speak(app: Flask, folder: Path) -> None:
    """Have a portal speak it: to whoever asks for one of its languages, and to everybody else, letters included."""
    write(folder)
    babel = app.extensions["babel"]
    babel.translation_directories[:] = [str(folder)]
    babel.default_locale = LANGUAGES[0]
    app.extensions["portal_languages"] = {each: each for each in LANGUAGES}


# --- What people wrote --------------------------------------------------------------------------------------


def foreign(value: Any) -> Any:
    """What somebody wrote, in other letters; addresses and codes as they are."""
    if isinstance(value, dict):
        return {key: foreign(each) for key, each in value.items()}
    if isinstance(value, list):
        return [foreign(each) for each in value]
    return value if not isinstance(value, str) or CODE.fullmatch(value) else foreign_text(value)


def foreign_text(value: str) -> str:
    """What somebody wrote in a column of its own, where there are no codes: a word in small letters is one as well."""
    if day := DAY.fullmatch(value):
        return f"{day[1]}/{month_number(day[2])}/{day[3]}"
    return KEPT.sub(lambda found: found[0] if found[1] else found[0].translate(FOREIGN), value)


NAMED = [(who, "name") for who in CONTACTS] + [(who, "role") for who in (MAIN, SECOND)]
WRITTEN = {
    "people": ("name",),
    "organisations": ("name", "address", "what", *(f"{who}_{part}" for who, part in NAMED)),
    "files": ("name",),
    "join_requests": ("line", "word"),
    "organisation_checks": ("note",),
    "organisation_merges": ("because", "apart_because"),
    "verification_exchanges": ("words",),
    "messages": ("name", "organisation", "text", "answer", "closed_because"),
    "applications": ("title", "summary", "signed_name", "outcome_reasons", "withdrawn_because"),
    "keyed_applications": ("contact_name",),
    "change_requests": ("note", "before", "after", "reply"),
    "section_answers": ("answers",),
    "earlier_answers": ("answers",),
    "left_answers": ("answers",),
    "application_words": ("naming", "rest"),
    "organisation_words": ("name", "names", "more"),
    "scores": ("reason",),
    "suspicions": ("because",),
    "furthest_first": ("working",),
    "decision_conditions": ("text",),
    "earlier_scores": ("reason",),
    "moderations": ("notes",),
    "check_marks": ("note",),
    "decisions": ("reasons", "letter", "return_note"),
    "promotions": ("reasons", "letter", "dropped_because", "reasons_before", "letter_before"),
    "funds": ("name", "purpose"),
    "rounds": ("title", "about"),
    "form_versions": ("form",),
    "round_plans": ("document",),
    "council": ("name", "programme", "team", "place", "phone_hours", "about", "credit"),
    "terms": ("label", "phrase", "heading"),
    "earlier_settings": ("said",),
    "wards": ("name",),
    "neighbourhoods": ("name",),
    "letters": ("subject", "text"),
    "claims": ("word",),
    "saved_views": ("name",),
}
"""The columns that hold what a person or the council wrote."""


def hide(*, but: tuple[str, ...] = (), tables: frozenset[str] = frozenset(WRITTEN)) -> None:
    """Put all that was written into other letters, but for values that hold one of these words."""
    for mapper in Base.registry.mappers:
        for column in WRITTEN.get(mapper.local_table.name, ()) if mapper.local_table.name in tables else ():
            hide_column(mapper, column, but)
    db.session.commit()
    for room in (programme, funds, places):
        room.forget()


def hide_column(mapper: Mapper[Any], column: str, but: tuple[str, ...]) -> None:
    """Put one column into other letters."""
    assert isinstance(mapper.columns[column].type, JSON | String), f"{mapper} {column} is no text"
    if mapper.local_table.info.get("append_only"):
        db.session.execute(sql(f"DROP TRIGGER IF EXISTS {mapper.local_table.name}_no_update"))
    for row in db.session.scalars(select(mapper.class_)):
        value = getattr(row, column)
        if not (isinstance(value, str) and any(word in value for word in but)):
            setattr(row, column, foreign_text(value) if isinstance(value, str) else foreign(value))
            flag_modified(row, column)


# --- What is left -------------------------------------------------------------------------------------------


class Readable(HTMLParser):
    """Gathers what people read or hear of a page, a text each."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is spoken of an element."""
        self.hidden += tag in {"style", "script"}
        known = dict(attrs)
        for name, value in attrs:
            is_ours = name.startswith("data-") and not MACHINES.match(name)
            is_content = name != "content" or known.get("name") == "description"
            if value and (is_ours or (name in SPOKEN and is_content)):
                self.texts.append(value)
        if tag == "input" and known.get("type") in {"submit", "button"}:
            self.texts.append(known.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        """Come out of what nobody reads."""
        self.hidden -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self.hidden:
            self.texts.append(data)


def readable(html: str) -> list[str]:
    """What people read or hear of a page."""
    reader = Readable()
    reader.feed(html)
    return [text.strip() for text in reader.texts if text.strip()]


NO_WORDS = re.compile(
    r"Join the Dots"
    r"|(?<!\S)(?=\S+[A-Z\d_])[\w-]{22}(?!\S)|(?:\b[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b"  # ids, and the key of an app
    r"|https?://\S+|\S+@\S+"  # addresses
    rf"|{POSTCODE}|\b[A-Z]{{1,2}}\d[A-Z\d]?\b"  # whole, and the first half
    r"|\b[A-Z]{1,6}-[\w-]+\b|\b[0-9a-f]{12}\b"  # references, and the numbers of requests
    r"|\b\d{1,2}[ap]m\b|#[0-9a-f]{6}\b"  # an hour as the council writes it, and colours
    r"|\{\w+\}"  # where script puts a value
)


def plain(texts: list[str], *, but: frozenset[str] = frozenset()) -> set[str]:
    """The words in plain letters; `but` is what is known to be typed as it stands."""
    found = set()
    for text in texts:
        rest = NO_WORDS.sub(" ", text)
        for known in sorted(but, key=len, reverse=True):
            rest = rest.replace(known, " ")
        found |= set(WORD.findall(rest))
    return found
