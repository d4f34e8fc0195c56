"""The letters that tell a partner whether their application goes on."""

from typing import Any

from portal.applications.models import Application
from portal.applications.notices import told_of
from portal.funds.models import Round
from portal.mail.actions import post
from portal.organisations.models import Organisation


def eligible(application: Application, organisation: Organisation, round_: Round) -> None:
    """Tell every lead that the application goes on, and by when they hear."""
    tell("assessments/mail/eligible", application, organisation, round_, told_by=round_.told_by)


def not_eligible(application: Application, organisation: Organisation, round_: Round) -> None:
    """Tell every lead kindly that it cannot go on, and why."""
    tell("assessments/mail/not_eligible", application, organisation, round_, reasons=application.outcome_reasons)


def tell(template: str, application: Application, organisation: Organisation, round_: Round, **more: Any) -> None:
    """One letter to each lead, and to who it was typed in for."""
    for email in told_of({application.id: organisation.id})[application.id]:
        post(
            to=email,
            template=template,
            about=application,
            ref=application.ref,
            title=application.title,
            organisation=organisation.name,
            round=round_.title,
            **more,
        )
