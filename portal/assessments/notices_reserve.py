"""The letters around a reserve list: to whom money became free for, and to who turned an offer down."""

from portal.applications.models import Application
from portal.applications.notices import involved
from portal.assessments import reserve
from portal.kit.text import N_
from portal.mail.actions import post
from portal.permissions import Someone
from portal.web.words import in_letters

REASONS = N_("Your application was on our reserve list, and money has become free.")


def reasons() -> str:
    """The reasons that the portal suggests."""
    return in_letters(REASONS)


def draft(organisation: str, round_title: str) -> str:
    """The first draft of the letter, as text to edit."""
    return "\n\n".join(map(in_letters, reserve.draft(organisation, round_title)))


def turned_down(application: Application, organisation: str, round_title: str, *, by: Someone) -> None:
    """Tell who turned an offer down, or left the reserve list, and every lead that it was done, and why."""
    for email in dict.fromkeys(filter(None, involved(application, by=by))):
        post(
            to=email,
            template="assessments/mail/turned_down",
            about=application,
            ref=application.ref,
            title=application.title,
            who=by.name or by.email,
            organisation=organisation,
            round=round_title,
            because=application.withdrawn_because,
        )
