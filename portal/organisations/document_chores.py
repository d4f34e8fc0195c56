"""A month and a week before a document ends, the organisation's leads are told, once each."""

import datetime as dt

from portal.db.session import action
from portal.history.actions import note
from portal.jobs.registry import job
from portal.kit.dates import london_day, utc_now
from portal.kit.text import N_
from portal.organisations import document_queries
from portal.organisations import notices_documents as notices
from portal.organisations.models import Document
from portal.organisations.one import standing
from portal.organisations.papers import due_reminder
from portal.permissions import PORTAL

AT_A_TIME = 100


@job("remind_documents", dt.timedelta(hours=6), N_("Remind leads of documents that end soon"))
def remind_documents() -> int:
    """Tell the leads of every document that ends within a month or a week; how many documents there were."""
    return sum(remind(id) for id in document_queries.ending(london_day(utc_now()), AT_A_TIME))


def remind(id: int) -> bool:
    """Tell them of one, unless a newer one came this very moment, or it was told before."""
    with action() as session:
        document = session.get_one(Document, id, with_for_update=True, populate_existing=True)
        if document.ended_at is not None or document.expires_on is None:
            return False
        days = due_reminder(document.expires_on, london_day(utc_now()), document.reminded_days)
        if days is None:
            return False
        document.reminded_days = days
        organisation = standing(session, document.organisation_id)
        notices.ends_soon(document, organisation)
        note(organisation, "remind_document", by=PORTAL, sort=document.sort, document=document.id, days=days)
        return True
