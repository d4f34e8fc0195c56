"""Applications about which the council asked, in every state that a page can show."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select

from portal.applications import actions as writing
from portal.applications import answering
from portal.applications.change_chores import remind_changes
from portal.applications.change_models import ChangeRequest
from portal.applications.changing import last_due, usual_due
from portal.applications.merging import Sheet
from portal.applications.models import Application
from portal.applications.queries import written
from portal.assessments import asking
from portal.db.session import action, db
from portal.kit.dates import london_day, utc_now
from portal.kit.refs import new_id
from tests.states import application, lead_of, missing, once, round_of, someone

NOTE = "Who helps, and who pays?"


@once
def asked_about() -> Application:
    """One that waits for its answer."""
    return application("changes_asked", "autumn")


@once
def came_back() -> Application:
    """One that came back, and waits to be checked."""
    its = select(ChangeRequest.application_id).where(ChangeRequest.outcome == "answered")
    question = select(Application).where(Application.id.in_(its), Application.state == "submitted")
    return db.session.scalars(question.order_by(Application.id)).first() or missing("application that came back")


def ask(found: Application, *codes: str) -> Application:
    """Ask about these questions."""
    due = usual_due(london_day(utc_now()), round_of("autumn").panel_on)
    asking.ask(found, codes, NOTE, due, by=someone("joyce"))
    return found


def without_other_money() -> Application:
    """One to which nobody else gives money."""
    question = select(Application).where(
        Application.state == "submitted", Application.round_id == round_of("autumn").id
    )
    found = db.session.scalars(question.order_by(Application.id.desc()))
    asked = set(db.session.scalars(select(ChangeRequest.application_id)))
    free = (each for each in found if each.id not in asked and written(each).answers.get("other_money") == "no")
    return next(free, None) or missing("application without other money")


@once
def half_answered() -> Application:
    """One whose lead has changed an answer, so that another question shows that nobody has answered."""
    found = ask(without_other_money(), "plan", "other_money", "budget")
    by, there = someone(lead_of(found)), written(found)
    for section, answers in (("costs", {"other_money": "yes"}), ("project", {"plan": "Every Tuesday, with Ada."})):
        version = there.rows[section].version
        writing.save(found, Sheet(there.form.section(section), answers, version, new_id(), {}), by=by)
    return found


@once
def late() -> Application:
    """One whose people were reminded and given more time, and that nobody has answered by its day."""
    found, today = ask(application("submitted", "autumn", 1), "summary"), london_day(utc_now())
    set_day(found, today + dt.timedelta(days=1))
    remind_changes()
    asking.more_time(found, 1, last_due(today, round_of("autumn").panel_on), by=someone("joyce"))
    set_day(found, today - dt.timedelta(days=3))
    return found


def set_day(found: Application, due_on: dt.date) -> None:
    """Let it be asked ten days ago, with that day to answer."""
    with action() as session:
        request = session.get_one(ChangeRequest, (found.id, 1))
        request.due_on, request.reminded_at = due_on, None
        request.asked_at = request.due_set_at = utc_now() - dt.timedelta(days=10)


@once
def answered() -> Application:
    """One whose lead has said that all is right as it stands."""
    found = ask(application("submitted", "autumn", 2), "summary", "plan")
    answering.answer(found, "It is right as it stands.", by=someone(lead_of(found)))
    return found


@once
def taken_back() -> Application:
    """One that Joyce no longer asks about, and that its lead had begun to change."""
    found = ask(application("submitted", "autumn", 3), "summary")
    there = written(found)
    sheet = Sheet(there.form.section("project"), {"summary": "Tea."}, there.rows["project"].version, new_id(), {})
    writing.save(found, sheet, by=someone(lead_of(found)))
    asking.take_back(found, 1, by=someone("joyce"))
    return found


def lead(of: Callable[[], Application]) -> Callable[[], str]:
    """The address of who leads the organisation of one of them."""
    return lambda: lead_of(of())


def every_letter() -> None:
    """A letter of each kind."""
    for make in (late, answered, taken_back):
        make()
