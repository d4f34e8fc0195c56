"""The menu: what this person can go to, and nothing else."""

from dataclasses import dataclass

from flask import request

from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.addresses import url_for
from portal.web.words import gettext


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: where it leads, its word, and who sees it."""

    endpoint: str
    word: str
    needs: P | None = None
    below: str = ""


COUNCIL = (
    Entry("desk.inbox", N_("Inbox"), P.INBOX_READ),
    Entry("desk.find", N_("Search"), P.ROUND_READ, "/search"),
    Entry("applications.assisted", N_("For others"), P.APPLICATION_KEY_IN, "/assisted"),
    Entry("assessments.rounds", N_("Rounds"), P.ROUND_READ, "/review"),
    Entry("planning.index", N_("Funds"), P.ROUND_MAKE, "/funds"),
    Entry("organisations.review", N_("Organisations"), P.ORGANISATION_VERIFY, "/verification"),
    Entry("messages.index", N_("Messages"), P.MESSAGE_ANSWER, "/messages"),
    Entry("desk.history", N_("History"), P.HISTORY_READ, "/history"),
    Entry("desk.settings_list", N_("Settings"), P.OUTBOX_READ, "/settings"),
)
PARTNER = (
    Entry("desk.home", N_("Home")),
    Entry("applications.index", N_("Your applications"), P.APPLICATION_READ, "/applications"),
)
EVERYBODY = (Entry("funds.index", N_("Grants"), None, "/grants"),)


def menu_of(someone: Someone | None) -> list[tuple[str, str, bool]]:
    """Address, word and whether we are there, for each entry that this person sees."""
    entries: tuple[Entry, ...] = EVERYBODY
    if someone is not None:
        mine = (COUNCIL if someone.is_council else ()) + (PARTNER if someone.place or not someone.is_council else ())
        entries = mine + EVERYBODY
    seen = [entry for entry in entries if entry.needs is None or (someone and someone.may(entry.needs))]
    lines = [(url_for(entry.endpoint), gettext(entry.word), entry.below) for entry in seen]
    return [
        (url, word, request.path == url or bool(below and request.path.startswith(below))) for url, word, below in lines
    ]
