"""What of an application says whose it is, and the application without it: what is read where a round hides names.

The parts that name somebody are left out whole. In what is left the names that the portal knows are put out of sight
wherever somebody wrote them, and every e-mail and web address. What it does not know, such as a first name or a
nickname, it cannot find.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from sqlalchemy import bindparam, select, union_all

from portal.accounts.models import Person
from portal.applications.reading import Line, Part, Reading
from portal.db.base import BigKey
from portal.db.session import db
from portal.funds.answers import Answers
from portal.funds.questions import Form
from portal.kit.text import N_
from portal.organisations.contacts import CONTACTS
from portal.organisations.models import RECORD, TeamMember
from portal.organisations.one import ITS, every_record
from portal.web.words import translated

NAMING_PARTS = frozenset({"organisation", "contacts"})
"""The sections that say whose an application is."""
HIDDEN = N_("[hidden: it says whose this is]")
NAMING = ("name", "_lead")
"""How the codes of questions end that ask for somebody's name."""
SHORTEST = 4
"""A shorter name would be found in ordinary words."""
ADDRESS = r"[^\s@<>]+@[^\s@<>]+|(?:https?://|www\.)[^\s<>]+"
PEOPLE, TEAMS = Person.__table__, TeamMember.__table__
OF_RECORDS = RECORD.join(ITS, every_record())
WHOSE = RECORD.c.id.in_(bindparam("whose", type_=BigKey, expanding=True))
NAMES = union_all(
    *(
        select(RECORD.c.id, ITS.c[column]).select_from(OF_RECORDS).where(WHOSE)
        for column in ("name", *(f"{who}_name" for who in CONTACTS))
    ),
    select(RECORD.c.id, PEOPLE.c.name)
    .select_from(OF_RECORDS)
    .join(TEAMS, TEAMS.c.organisation_id == ITS.c.id)
    .join(PEOPLE, PEOPLE.c.id == TEAMS.c.person_id)
    .where(WHOSE),
)
"""What the organisations WHOSE are known by: each of their records, whom it names, and who is or was in its team."""


class Sent(Protocol):
    """An application that was sent, or what a question says of it."""

    @property
    def organisation_id(self) -> int:
        """Whose it is."""

    @property
    def signed_name(self) -> str | None:
        """Who signed it."""


def known_names(organisations: Collection[int]) -> Mapping[int, set[str]]:
    """The names by which these organisations are known, in one statement."""
    found: dict[int, set[str]] = defaultdict(set)
    for id, name in db.session.execute(NAMES, {"whose": sorted(set(organisations))}) if organisations else ():
        found[id] |= {name} if name else set()
    return found


class Names:
    """The names that are put out of sight in the answers of one application; `known` are those of its organisation."""

    def __init__(self, application: Sent, answers: Answers, known: Collection[str] | None = None) -> None:
        self.application, self.answers = application, answers
        whose = application.organisation_id
        self.known = known_names([whose])[whose] if known is None else known

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds every one of them, and every address."""
        typed = {str(value) for code, value in self.answers.items() if code.endswith(NAMING) and isinstance(value, str)}
        names = {each.strip() for each in (*self.known, *typed, self.application.signed_name) if each}
        spelled = sorted((spelling(each) for each in names if len(each) >= SHORTEST), key=len, reverse=True)
        ends = "|".join(rf"(?<!\w){each}(?!\w)" for each in spelled)
        return re.compile(f"{ADDRESS}|{ends}" if ends else ADDRESS, re.IGNORECASE)

    def without(self, words: str) -> str:
        """The words with what stands for each name in its place."""
        return self.pattern.sub(lambda _: translated(HIDDEN), words)

    def out_of(self, line: Line) -> Line:
        """An answer without them."""
        words = line.words
        return replace(line, words=self.without(words) if isinstance(words, str) else [*map(self.without, words)])


def spelling(name: str) -> str:
    """A name however its words are spaced."""
    return r"\s+".join(map(re.escape, name.split()))


def titles_of(form: Form) -> set[str]:
    """The questions, by code, whose answer is the title that the application chose for itself."""
    return {question.code for question in form.questions() if "title" in question.marks}


def without_names(reading: Reading, form: Form, names: Names) -> Reading:
    """What is written, without what says whose it is: the organisation, its contacts, the title it chose, and names."""
    titles = titles_of(form)
    parts = tuple(
        Part(part.code, part.title, tuple(unnamed(line, names) for line in part.lines if line.code not in titles))
        for part in reading.parts
        if part.code not in NAMING_PARTS
    )
    return Reading(reading.ref, parts)


def unnamed(line: Line, names: Names) -> Line:
    """An answer without names; a file's is its kind and its size, because what it is called often says whose it is."""
    words = line.words if isinstance(line.words, str) else ""
    return replace(line, words=words.rpartition(".")[2].upper()) if line.file else names.out_of(line)
