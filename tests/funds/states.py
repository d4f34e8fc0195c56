"""Rounds in the making, in every state that a page can be in."""

import datetime as dt

from sqlalchemy import select

from portal.applications import actions as writing
from portal.applications import newer
from portal.applications.merging import Sheet
from portal.applications.models import Application
from portal.db.session import db
from portal.funds import editing, plan_queries, planning
from portal.funds.models import Round, RoundPlan
from portal.funds.plans import item_of
from portal.funds.queries import form_of
from portal.kit.dates import in_london, utc_now
from portal.kit.refs import mark_of, new_id
from portal.permissions import Someone
from tests.applications.states import from_before
from tests.funds.plans import reword, say
from tests.states import lead_of, once, right_answers, someone

MONTH = dt.timedelta(days=30)


def coming() -> Round:
    """The demonstration's round that is published and not open yet."""
    return db.session.scalars(select(Round).where(Round.opens_at > utc_now()).limit(1)).one()


def copied(*, opens: dt.timedelta, closes: dt.timedelta) -> RoundPlan:
    """A copy of the autumn's round that opens and closes so far from now."""
    joyce = someone("joyce")
    plan = planning.copy(plan_queries.one("autumn-2026"), by=joyce)
    today = in_london(utc_now()).replace(tzinfo=None, hour=12, minute=0, second=0, microsecond=0)
    names = ("checked_by", "assessed_by", "panel_on", "told_by")
    days = dict.fromkeys(names, (today + closes + MONTH).date().isoformat())
    moments = {"opens": (today + opens).isoformat(), "closes": (today + closes).isoformat()}
    say(plan, "dates", by=joyce, **moments, **days)
    return plan


@once
def ready() -> RoundPlan:
    """A round in which nothing is left to mend, not published yet."""
    return copied(opens=MONTH, closes=2 * MONTH)


@once
def given_up() -> RoundPlan:
    """A round that was given up before it was published."""
    plan = copied(opens=MONTH, closes=2 * MONTH)
    planning.drop(plan, by=someone("joyce"))
    return plan


@once
def being_changed() -> RoundPlan:
    """A published round, drafts in it, and changes that are not published yet: to facts, its closing, and questions."""
    joyce, plan = someone("joyce"), started_in()
    planning.change(plan, by=joyce)
    closes = dt.datetime.fromisoformat(plan.document["round"]["closes"]) - dt.timedelta(days=7)
    say(plan, "money", by=joyce, budget="£80,000")
    say(plan, "about", by=joyce, about="For groups that help people online.\n\nSay in your own words what you will do.")
    say(plan, "dates", by=joyce, closes=closes.isoformat())
    reword(plan, "in-project", "plan", by=joyce, label="How will it go?")
    editing.add(plan, "documents", {"title": "Two prices"}, "Two prices", by=joyce)
    return plan


def started_in() -> RoundPlan:
    """A round that is open, in which Grace and Marcia have begun."""
    plan = copied(opens=-MONTH, closes=MONTH)
    round_ = planning.publish(plan, plan.version, by=someone("joyce"))
    for key in ("grace", "marcia"):
        begin(round_, someone(key))
    return plan


@once
def needing() -> Application:
    """Marcia's draft in a round that needs more of her organisation than it has given and said."""
    joyce, plan = someone("joyce"), copied(opens=-MONTH, closes=MONTH)
    rules = {"title": "Your rules or constitution", "sort": "governing"}
    editing.add(plan, "documents", rules, rules["title"], by=joyce)
    say(plan, "details", by=joyce, details=["number", "website"])
    round_ = planning.publish(plan, plan.version, by=joyce)
    return begin(round_, someone("marcia"))


def begin(round_: Round, by: Someone) -> Application:
    """A draft with a few answers in it."""
    draft = writing.start(round_, right_answers(), by=by)
    form = form_of(round_.id, round_.form_number)
    answers = {"title": "Tea and tablets", "plan": "Two afternoons a week."}
    writing.save(draft, Sheet(form.section("project"), answers, 0, new_id(), {}), by=by)
    writing.save(draft, Sheet(form.section("change"), {"difference": "We will count."}, 0, new_id(), {}), by=by)
    return draft


@once
def overtaken() -> Application:
    """Grace's draft in a round whose questions were changed after she began."""
    joyce, plan = someone("joyce"), started_in()
    planning.change(plan, by=joyce)
    item = item_of(plan.document, "in-change", "difference")
    editing.remove(plan, "in-change", "difference", mark_of(item), by=joyce)
    more = {"kind": "long_text", "label": "What will you measure?", "words": 100}
    editing.add(plan, "in-change", more, "Measure", by=joyce)
    reword(plan, "in-project", "title", by=joyce, label="What is your project called?")
    planning.publish(plan, plan.version, by=joyce)
    return draft_of("grace", plan)


@once
def went_over() -> Application:
    """Marcia's draft in the same round, once she has taken the new questions."""
    grace = overtaken()
    plan = db.session.scalars(select(RoundPlan).where(RoundPlan.round_id == grace.round_id)).one()
    draft = draft_of("marcia", plan)
    if draft.form_number < draft.round.form_number:
        newer.take(draft, draft.round.form_number, by=someone("marcia"))
    return draft


@once
def copied_in_part() -> Application:
    """A draft that was begun from a copy, in the same round: it no longer asks one of the questions."""
    source, round_ = from_before(2), db.session.get_one(Round, overtaken().round_id)
    return writing.start(round_, right_answers(), by=someone(lead_of(source)), copy_of=source)


def draft_of(key: str, plan: RoundPlan) -> Application:
    """What one of the cast has begun in a round."""
    place = someone(key).place
    assert place is not None
    found = db.session.scalars(
        select(Application).where(
            Application.round_id == plan.round_id, Application.organisation_id == place.organisation_id
        )
    ).one()
    db.session.refresh(found, ["round"])
    return found
