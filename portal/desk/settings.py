"""The settings of the house: every page on which an administrator keeps something, as one plain list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import url_for

from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.programme.rules import LISTS, PARTS


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: the heading it stands under, its word, where it leads, and who sees it."""

    under: str
    word: str
    endpoint: str
    values: dict[str, Any] = field(default_factory=dict)
    about: str = ""
    needs: P = P.SETTINGS_EDIT


COUNCIL, WORDS, FILE = N_("The council"), N_("Words that people choose from"), N_("All settings")
RUNNING = N_("Keeping the portal going")

LINES: tuple[Line, ...] = (
    *(Line(COUNCIL, part.title, "programme.facts", {"which": code}, part.about) for code, part in PARTS.items()),
    Line(COUNCIL, N_("Colours"), "programme.colours_of", about=N_("The colours of every page and letter.")),
    *(Line(WORDS, one.title, "programme.words", {"code": code}, one.about) for code, one in LISTS.items()),
    Line(
        FILE, N_("Download all settings"), "programme.export", about=N_("One file, for keeping or for another portal.")
    ),
    Line(
        RUNNING,
        N_("Council people"),
        "accounts.people",
        about=N_("Who works for the council here, and in which roles."),
    ),
    Line(RUNNING, N_("Outbox"), "upkeep.outbox", about=N_("Every e-mail, and how it went."), needs=P.OUTBOX_READ),
    Line(
        RUNNING,
        N_("Background work"),
        "upkeep.jobs",
        about=N_("What the clock starts: its last run and its next."),
        needs=P.JOBS_RUN,
    ),
)
"""Every line there is, in order. To add a page for administrators, add its line here."""


def of(someone: Someone) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """What this person keeps: under each heading the words, addresses and sentences of its lines."""
    seen = [line for line in LINES if someone.may(line.needs)]
    for under in dict.fromkeys(line.under for line in seen):
        yield (
            under,
            [(line.word, url_for(line.endpoint, **line.values), line.about) for line in seen if line.under == under],
        )
