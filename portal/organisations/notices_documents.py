"""Letters about an organisation's documents: one that did not pass, and one that ends soon."""

from portal.accounts.models import Person
from portal.mail.actions import post
from portal.organisations.models import Document, Organisation
from portal.organisations.papers import SORTS
from portal.organisations.queries import leads_of


def stopped(document: Document, organisation: Organisation, giver: Person, *, title: str, has_virus: bool) -> None:
    """Tell whoever gave a document that it did not pass, and what to do."""
    post(
        to=giver.email,
        template="organisations/mail/document_stopped",
        about=organisation,
        organisation=organisation.name,
        ref=organisation.ref,
        sort=document.sort,
        title=title,
        has_virus=has_virus,
    )


def ends_soon(document: Document, organisation: Organisation) -> None:
    """Tell every lead that a document ends soon, and where to put the next one."""
    for lead in leads_of(organisation.id):
        post(
            to=lead.email,
            template="organisations/mail/document_ends",
            about=organisation,
            organisation=organisation.name,
            ref=organisation.ref,
            sort=document.sort,
            title=SORTS[document.sort].title,
            ends=document.expires_on,
        )
