"""The letters that tell a partner whether their application goes on."""

from typing import Any

from portal.applications.models import Application
from portal.funds.models import Round
from portal.mail.actions import post
from portal.organisations.models import Organisation
from portal.organisations.queries import leads_of


def eligible(application: Application, organisation: Organisation, round_: Round) -> None:
    """Tell every lead that the application goes on, and by when they hear."""
    tell("assessments/mail/eligible", application, organisation, round_, told_by=round_.told_by)


def not_eligible(application: Application, organisation: Organisation, round_: Round) -> None:
    """Tell every lead kindly that it cannot go on, and why."""
    tell("assessments/mail/not_eligible", application, organisation, round_, reasons=application.outcome_reasons)


def tell(template: str, application: Application, organisation: Organisation, round_: Round, **more: Any) -> None:
    """One letter to each lead."""
    for person in leads_of(organisation.id):
        post(
            to=person.email,
            template=template,
            about=application,
            ref=application.ref,
            title=application.title,
            organisation=organisation.name,
            round=round_.title,
            **more,
        )
