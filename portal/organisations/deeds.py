"""How deeds to organisations are told: by reference, never by name."""

from sqlalchemy import false, select

from portal.accounts.deeds import role
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.organisations.models import Organisation

ORGANISATIONS = Organisation.__table__

KINDS = (
    Kind(
        "organisation",
        N_("Organisation"),
        sayings(
            {
                "register": N_("{who} registered the organisation"),
                "edit": N_("{who} changed the organisation’s details"),
                "join_team": N_("{who} joined the team as: {role}"),
                "invite": N_("{who} invited somebody as: {role}"),
                "withdraw_invitation": N_("{who} took an invitation back"),
            }
        ),
        refs=select(ORGANISATIONS.c.id, ORGANISATIONS.c.ref, false().label("is_open")),
        fill=role,
    ),
)
