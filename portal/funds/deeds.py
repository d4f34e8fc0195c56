"""How deeds to funds and rounds are told."""

from sqlalchemy import false, select, true

from portal.funds.models import Fund, Round
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.permissions import Permission as P

FUNDS, ROUNDS = Fund.__table__, Round.__table__

KINDS = (
    Kind(
        "fund",
        N_("Fund"),
        sayings({"load": N_("{who} loaded the fund from a file")}),
        refs=select(FUNDS.c.id, FUNDS.c.code.label("ref"), false().label("is_open")),
    ),
    Kind(
        "round",
        N_("Round"),
        sayings(
            {
                "load": N_("{who} loaded the round from a file"),
                "share_out": N_("{who} shared applications out to reviewers"),
            }
        ),
        refs=select(ROUNDS.c.id, ROUNDS.c.code.label("ref"), true().label("is_open")),
        page=("assessments.round", "code", frozenset({P.ROUND_READ})),
    ),
)
