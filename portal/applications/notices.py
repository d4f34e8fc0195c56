"""The letters of an application: its receipt, its end, the wish that a lead should send it, and how soon it closes."""

from collections.abc import Iterable
from typing import Any

from portal.applications.models import Application
from portal.applications.queries import reading, written
from portal.applications.reading import Progress
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.mail.actions import post
from portal.organisations.models import Organisation
from portal.organisations.queries import leads_of
from portal.permissions import PORTAL, Someone
from portal.web.words import councils_language


def receipt(application: Application, *, by: Someone) -> None:
    """Tell the sender and every lead that it has arrived, with a copy of all answers."""
    with councils_language():
        copy = reading(application)
    letter("receipt", application, to=[by.email, *leads(application)], by=by, reading=copy)


def withdrawn(application: Application, *, by: Someone) -> None:
    """Tell the person who withdrew it and every lead that it was withdrawn."""
    letter("withdrawn", application, to=[by.email, *leads(application)], by=by)


def asked(application: Application, *, by: Someone) -> None:
    """Tell every lead that a member of their team thinks the application is ready to go."""
    letter("asked", application, to=leads(application), by=by)


def file_stopped(application: Application, email: str, *, name: str, has_virus: bool) -> None:
    """Tell whoever sent a file that it did not pass, and what to do."""
    letter("file_stopped", application, to=[email], by=PORTAL, name=name, has_virus=has_virus)


def closing(application: Application, to: Iterable[str]) -> None:
    """Remind people that the round of a draft closes soon, and of what becomes of it then."""
    done = [step for step in written(application).steps() if step.progress is Progress.DONE]
    parts = len(form_of(application.round_id, application.form_number).sections)
    letter("closing", application, to=to, by=PORTAL, done=len(done), parts=parts)


def leads(application: Application) -> list[str]:
    """The addresses of those who may send it."""
    return [person.email for person in leads_of(application.organisation_id)]


def letter(template: str, application: Application, *, to: Iterable[str], by: Someone, **more: Any) -> None:
    """One letter to each address."""
    organisation = db.session.get_one(Organisation, application.organisation_id)
    window = db.session.get_one(Round, application.round_id)
    for email in dict.fromkeys(to):
        post(
            to=email,
            template=f"applications/mail/{template}",
            about=application,
            application=application,
            organisation=organisation.name,
            round=window,
            who=by.name,
            **more,
        )
