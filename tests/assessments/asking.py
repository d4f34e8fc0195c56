"""Short ways to ask an applicant for changes, and to answer."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select

from portal.applications import answering
from portal.applications.change_models import ChangeRequest
from portal.applications.changing import usual_due
from portal.applications.models import Application
from portal.assessments import asking
from portal.db.session import db
from portal.kit.dates import london_day, utc_now
from portal.permissions import Someone
from tests.applications import drafts

WORDS = "Who helps on Tuesdays? And please say when you start."


def due() -> dt.date:
    """The day that is offered."""
    return usual_due(london_day(utc_now()), drafts.open_round().panel_on)


def asked(application: Application, *codes: str, by: Someone, words: str = WORDS) -> ChangeRequest:
    """What is asked about these questions."""
    return asking.ask(application, codes or ("plan", "starts"), words, due(), by=by)


def sent_and_asked(cast: Mapping[str, Someone], *codes: str, lead: str = "amina") -> Application:
    """An application about which Joyce has asked."""
    application = drafts.sent(cast[lead])
    asked(application, *codes, by=cast["joyce"])
    return application


def came_back(cast: Mapping[str, Someone], lead: str = "amina") -> Application:
    """One that was answered, with one of two answers changed."""
    application = sent_and_asked(cast, lead=lead)
    drafts.save(application, "project", cast[lead], plan="Every Tuesday, three helpers and one tea urn.")
    answering.answer(application, "We found a helper more.", by=cast[lead])
    return application


def requests_of(application: Application) -> list[ChangeRequest]:
    """All that was ever asked about it, the first first."""
    db.session.rollback()
    question = select(ChangeRequest).where(ChangeRequest.application_id == application.id)
    return list(db.session.scalars(question.order_by(ChangeRequest.number)))
