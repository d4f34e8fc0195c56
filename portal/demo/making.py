"""The rounds that the demonstration's grants officer is making: one that is published and still to come, one begun."""

import datetime as dt
from string import Template

from sqlalchemy import select

from portal.db.session import db
from portal.demo.cast import BY_KEY
from portal.demo.words import flavour, here
from portal.funds import editing, plan_queries, planning
from portal.funds.models import RoundPlan
from portal.funds.parts import FACTS
from portal.funds.plans import facts_of
from portal.kit.refs import mark_of
from portal.organisations.queries import someone_for
from portal.permissions import Someone

FUND = {
    "name": "First steps online",
    "purpose": "Very small grants for groups that have never helped anybody online before.",
}
TITLE = "First steps online, summer 2027"
SOON, LATER = dt.timedelta(days=60), dt.timedelta(days=100)
ANCHORS = {
    "zero": "We cannot tell from what is written.",
    "three": "It is clear, with a question or two left.",
    "five": "It is clear, and we would learn from it.",
}
QUESTIONS = (
    {"kind": "text", "label": "What will you call it?", "most": 140, "is_title": True},
    {"kind": "long_text", "label": "What will you do?", "words": 150, "is_summary": True},
    {"kind": "number", "label": "How many people will you help?", "least": 1, "most": 500, "is_people": True},
    {"kind": "groups", "label": "Who are they?", "hint": "Somebody can be in more than one group", "required": False},
)
RULES = {"title": "Your rules or constitution", "hint": "A page is enough", "sort": "governing"}
BEFORE = {"kind": "yes_no", "label": "Have you done this before?"}


def make_rounds(today: dt.date) -> None:
    """Copy the spring's round for the next year and publish it; begin another, and leave two things to mend in it."""
    joyce = someone_for(BY_KEY["joyce"].email)
    assert joyce is not None
    spring = db.session.scalars(select(RoundPlan.code).where(RoundPlan.code.startswith("spring"))).one()
    coming = planning.copy(plan_queries.one(spring), by=joyce)
    planning.publish(coming, coming.version, by=joyce)
    begin(today, joyce)


def begin(today: dt.date, joyce: Someone) -> None:
    """A round whose weights do not add up yet, and that nobody has said the amount in."""
    plan = planning.begin(FUND, TITLE, by=joyce)
    opens, closes = (f"{today + days}T{time}" for days, time in ((SOON, "09:00:00"), (LATER, "12:00:00")))
    weeks = {
        name: (today + LATER + dt.timedelta(weeks=number)).isoformat()
        for name, number in (("checked_by", 1), ("assessed_by", 3), ("panel_on", 4), ("told_by", 5))
    }
    say(plan, "dates", {"opens": opens, "closes": closes, "grace_minutes": 30, **weeks}, joyce)
    say(plan, "money", {"budget": "£6,000", "smallest": "£100", "largest": "£500"}, joyce)
    purpose = "A few hundred pounds, and a few questions. It is meant for a first try."
    now = facts_of(plan.document, FACTS["about"])
    say(
        plan,
        "about",
        {**now, "about": purpose, "pays_for": ["data and SIM cards", "Tea and biscuits"], "does_not_pay_for": None},
        joyce,
    )
    who = {name: Template(text).substitute(flavour(here())) for name, text in WHO.items()}
    editing.add(plan, "eligibility", who, who["question"], by=joyce)
    editing.add(plan, "sections", {"title": "Project"}, "Project", by=joyce)
    for question in QUESTIONS:
        editing.add(plan, "in-project", question, str(question["label"]), by=joyce)
    editing.add(plan, "sections", {"title": "Your group"}, "Your group", by=joyce)
    editing.add(plan, "in-your_group", BEFORE, BEFORE["label"], by=joyce)
    for title, weight in (("Need", 60), ("Plan", 30)):
        about = f"Whether the {title.lower()} is clear."
        editing.add(plan, "criteria", {"title": title, "weight": weight, "about": about, **ANCHORS}, title, by=joyce)
    editing.add(plan, "documents", RULES, RULES["title"], by=joyce)
    say(plan, "details", {"details": ["address", "phone"]}, joyce)
    editing.add(plan, "returns", {"title": "A short note on how it went", "months": 6}, "Note", by=joyce)


WHO = {
    "question": "Do the people you want to help live in ${place}?",
    "right_answer": "yes",
    "why_not": "This money is for people who live in ${place}. Ask your own council: it may have a fund like this one.",
}


def say(plan: RoundPlan, part: str, typed: dict[str, object], joyce: Someone) -> None:
    """Fill in some facts, as its page would."""
    editing.say(plan, FACTS[part], typed, mark_of(facts_of(plan.document, FACTS[part])), by=joyce)
