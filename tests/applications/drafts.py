"""A draft of the open round, its answers, and short ways to write and send it."""

from typing import Any

from sqlalchemy import select

from portal.applications import actions
from portal.applications.merging import Sheet
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.queries import written
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.questions import Section
from portal.history import queries as history
from portal.kit.refs import new_id
from portal.permissions import Someone

ROUND = "autumn-2026"
RIGHT = {
    "area": "yes",
    "not_for_profit": "yes",
    "committee": "yes",
    "bank": "yes",
    "spent": "no",
    "overdue": "no",
}
ANSWERS: dict[str, dict[str, Any]] = {
    "organisation": {"org_type": "charity", "org_income": "5k_25k", "org_started": "2014"},
    "contacts": {
        "contact_name": "Amina Yusuf",
        "contact_phone": "",
        "second_name": "Tom Barker",
        "second_email": "tom.barker@example.org",
    },
    "project": {
        "title": "Tea, cake and tablets",
        "summary": "We help people get online over a cup of tea.",
        "plan": "Every Tuesday, two helpers and one tea urn.",
        "starts": "1 February 2027",
        "ends": "30 November 2027",
    },
    "people": {
        "communities": ["older", "carers"],
        "people_helped": "40",
        "wards": {},
        "furthest": "Nobody else asks them.",
    },
    "barriers": {"barriers": ["skills"], "barriers_how": "One to one, at their pace."},
    "costs": {
        "budget": [
            {"item": "Four tablets", "category": "equipment", "amount": "£800", "quote": ""},
            {"item": "Data", "category": "data", "amount": "£200.50", "quote": ""},
        ],
        "other_money": "no",
    },
    "change": {"outcomes": ["able", "safe"], "difference": "They will tell us, and we will write it down."},
    "safe": {"safe_lead": "Grace Hill", "safe_policy": "yes", "safe_online": "We never keep passwords."},
    "documents": {"documents": ["rules"]},
}


def open_round() -> Round:
    """The round that is open."""
    return db.session.scalars(select(Round).where(Round.code == ROUND)).one()


def begun(by: Someone) -> Application:
    """A draft in which nothing is written."""
    return actions.start(open_round(), RIGHT, by=by)


def section_of(application: Application, code: str) -> Section:
    """One section of its form."""
    return written(application).form.section(code)


def save(
    application: Application,
    code: str,
    by: Someone,
    version: int | None = None,
    form: str | None = None,
    marks: dict[str, str] | None = None,
    **answers: Any,
) -> SectionAnswers:
    """Save some answers from a page that was opened just now, or from an older one."""
    section = section_of(application, code)
    if version is None:
        row = row_of(application, code)
        version = row.version if row else 0
    sheet = Sheet(section, answers, version, form or new_id(), marks or {})
    return actions.save(application, sheet, by=by)


def choose(
    application: Application, aside: EarlierAnswers, by: Someone, version: int, form: str | None = None, **answers: Any
) -> SectionAnswers:
    """Settle a text that was set aside with these answers."""
    sheet = Sheet(section_of(application, aside.section), answers, version, form or new_id(), {})
    return actions.choose(application, aside, sheet, by=by)


def filled(by: Someone, **other: dict[str, Any]) -> Application:
    """A draft with every answer in it; `other` replaces whole sections."""
    application = begun(by)
    for code, answers in {**ANSWERS, **other}.items():
        save(application, code, by, **answers)
    return application


def sent(by: Someone) -> Application:
    """An application that has been sent."""
    application = filled(by)
    actions.submit(application, by.name, by=by)
    return application


def row_of(application: Application, code: str) -> SectionAnswers | None:
    """What stands in a section, whoever saved it."""
    db.session.rollback()
    return db.session.get(SectionAnswers, (application.id, code), populate_existing=True)


def earlier_of(application: Application, code: str) -> list[EarlierAnswers]:
    """What stood there before, and what was set aside, oldest first."""
    db.session.rollback()
    question = select(EarlierAnswers).where(
        EarlierAnswers.application_id == application.id, EarlierAnswers.section == code
    )
    return list(db.session.scalars(question.order_by(EarlierAnswers.id)))


def verbs_of(application: Application) -> list[str]:
    """What was done to it, oldest first."""
    return [deed.verb for deed in reversed(history.of(application))]
