"""Rounds in the making, for these tests."""

from typing import Any

from portal.funds import editing, plan_queries, planning
from portal.funds.models import RoundPlan
from portal.funds.parts import FACTS
from portal.funds.plans import facts_of, item_of
from portal.funds.toml import read
from portal.kit.refs import mark_of
from portal.permissions import Someone
from tests.funds.builders import SOUND

CODE = "one-2026"
LATER = SOUND.replace("2026-", "2036-").replace("2027-", "2037-")
"""The sound file, ten years on: it can still be published."""


def sound_plan(joyce: Someone) -> RoundPlan:
    """A round that is ready to be published, brought in from a file."""
    return planning.bring_in(read(LATER), by=joyce)


def published(joyce: Someone) -> RoundPlan:
    """A round that is published."""
    plan = sound_plan(joyce)
    planning.publish(plan, plan.version, by=joyce)
    return plan_queries.one(CODE)


def say(plan: RoundPlan, part: str, *, by: Someone, **typed: Any) -> None:
    """Change some facts, as a page that is up to date would."""
    stands = facts_of(plan.document, FACTS[part])
    editing.say(plan, FACTS[part], {**stands, **typed}, mark_of(stands), by=by)


def reword(plan: RoundPlan, where: str, code: str, *, by: Someone, **typed: Any) -> None:
    """Change an item, as a page that is up to date would."""
    item = editing.own(item_of(plan.document, where, code))
    more = {name: value for name, value in item.items() if name != "code"}
    said = {name: value for name, value in {**more, **typed}.items() if value is not None}
    editing.reword(plan, where, code, said, mark_of(item), by=by)
