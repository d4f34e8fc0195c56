"""How deeds to funds and rounds are told."""

from sqlalchemy import false, select, true

from portal.funds.models import Fund, Round, RoundPlan
from portal.funds.rules import PLAN, PLAN_WORDS
from portal.history.queries import sentences
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.permissions import Permission as P

FUNDS, ROUNDS, PLANS = Fund.__table__, Round.__table__, RoundPlan.__table__

KINDS = (
    Kind(
        "fund",
        N_("Fund"),
        sayings(
            {
                "load": N_("{who} loaded the fund from a file"),
                "publish": N_("{who} changed the fund, with a round that they published"),
            }
        ),
        refs=select(FUNDS.c.id, FUNDS.c.code.label("ref"), false().label("is_open")),
    ),
    Kind(
        "round",
        N_("Round"),
        sayings(
            {
                "load": N_("{who} loaded the round from a file"),
                "publish": N_("{who} published the round"),
                "share_out": N_("{who} shared applications out to reviewers"),
                "put_first": N_("{who} put an application first on the reserve list"),
                "see_freed": N_("{who} saw that money came free which nobody on the reserve list gets"),
                "export": N_("{who} took a copy of the round’s report"),
            }
        ),
        refs=select(ROUNDS.c.id, ROUNDS.c.code.label("ref"), true().label("is_open")),
        page=("assessments.round", "code", frozenset({P.ROUND_READ})),
    ),
    Kind(
        "round_plan",
        N_("Round being made"),
        sayings(sentences(PLAN, PLAN_WORDS)),
        refs=select(PLANS.c.id, PLANS.c.code.label("ref"), true().label("is_open")),
        machine=PLAN,
        page=("planning.show", "code", frozenset({P.ROUND_MAKE})),
    ),
)
