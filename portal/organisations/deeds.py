"""How deeds to organisations are told: by reference, never by name; and so the requests to join them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import false, select, true

from portal.accounts.deeds import role
from portal.history.queries import sentences
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.organisations.joining import JOINING
from portal.organisations.models import JoinRequest, Organisation
from portal.organisations.papers import SORTS, WITH_SORTS
from portal.organisations.rules import HISTORY
from portal.organisations.verification import COUNCIL_WORDS, VERIFICATION
from portal.permissions import Permission as P
from portal.web.words import translated

ORGANISATIONS, REQUESTS = Organisation.__table__, JoinRequest.__table__
WITH_ROLES = {"join_team": N_("{who} joined the team as: {role}"), "invite": N_("{who} invited somebody as: {role}")}


def role_or_sort(facts: Mapping[str, Any]) -> dict[str, str]:
    """A role, and a sort of document, in words."""
    sort = SORTS.get(facts.get("sort", ""))
    return role(facts) | {"sort": translated(sort.title) if sort else ""}


KINDS = (
    Kind(
        "organisation",
        N_("Organisation"),
        sayings(sentences(VERIFICATION, HISTORY | COUNCIL_WORDS | WITH_ROLES | WITH_SORTS)),
        refs=select(ORGANISATIONS.c.id, ORGANISATIONS.c.ref, true().label("is_open")),
        machine=VERIFICATION,
        page=("organisations.check", "ref", frozenset({P.ORGANISATION_VERIFY})),
        fill=role_or_sort,
    ),
    Kind(
        "join_request",
        N_("Request to join a team"),
        sayings(sentences(JOINING, {"ask": N_("{who} asked to join a team")})),
        refs=select(REQUESTS.c.id, REQUESTS.c.ref, false().label("is_open")),
        machine=JOINING,
    ),
)
