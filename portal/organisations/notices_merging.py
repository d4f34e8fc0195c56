"""Letters about two records that are one organisation, or that are two again, to the leads of both."""

from typing import Any

from portal.mail.actions import post
from portal.organisations.models import Merge, Organisation
from portal.organisations.queries import leads_of


def merged(found: Merge, stays: Organisation, goes: Organisation) -> None:
    """Say which two records are one now, under which name, why, and what that means for the team."""
    tell("merged", stays, [stays], other=goes.name, because=found.because)


def taken_apart(found: Merge, record: Organisation, other: Organisation) -> None:
    """Say which two are two again, why, and where what was made meanwhile is."""
    tell("taken_apart", other, [record, other], other=record.name, because=found.apart_because)


def tell(name: str, about: Organisation, whose: list[Organisation], **more: Any) -> None:
    """One letter to each lead of these, however many of them they lead."""
    for email in dict.fromkeys(lead.email for each in whose for lead in leads_of(each.id)):
        post(
            to=email,
            template=f"organisations/mail/{name}",
            about=about,
            organisation=about.name,
            ref=about.ref,
            **more,
        )
