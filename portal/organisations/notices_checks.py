"""Letters about the council's check of an organisation, to each of its leads."""

from typing import Any

from portal.mail.actions import post
from portal.organisations.models import Organisation
from portal.organisations.queries import leads_of
from portal.organisations.verification import ASKS

LETTERS = {"verify": "verified", "ask_more": "more_needed", "refuse": "refused"}


def judged(organisation: Organisation, decision: str, words: str, lacks: list[str]) -> None:
    """Say what was decided: what is missing in the partner's words, or the reasons, and what they can do."""
    tell(LETTERS[decision], organisation, words=words, lacks=[ASKS[code] for code in lacks])


def reopened(organisation: Organisation, words: str) -> None:
    """Say that the council looks again, why, and by when."""
    tell("reopened", organisation, words=words)


def identity_changed(organisation: Organisation) -> None:
    """Say that the organisation is checked anew, because it is another one by its name, kind or numbers."""
    tell("identity_changed", organisation)


def tell(name: str, organisation: Organisation, **more: Any) -> None:
    """One letter to each lead."""
    due = organisation.check_due_on
    for lead in leads_of(organisation.id):
        post(
            to=lead.email,
            template=f"organisations/mail/{name}",
            about=organisation,
            organisation=organisation.name,
            ref=organisation.ref,
            due=due,
            **more,
        )
