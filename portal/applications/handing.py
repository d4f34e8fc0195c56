"""Handing an application that was typed in for somebody over to them."""

from portal.applications.keyed import keyed_of
from portal.applications.models import Application
from portal.db.session import action, db
from portal.kit.errors import NotAllowed
from portal.organisations import assisting
from portal.organisations.one import standing
from portal.permissions import Permission, Someone


def hand_over(application: Application, *, by: Someone) -> bool:
    """Send the contact a link with which they become lead of an organisation that nobody leads yet.

    Whether a link went: none does without an address, nor where somebody leads the organisation, who has it anyway.
    Raises NotAllowed for anybody but who typed it in, and TooMany as invitations do.
    """
    with action():
        keyed = keyed_of(application.id)
        if keyed is None or keyed.keyed_by != by.person_id or not by.may(Permission.APPLICATION_KEY_IN):
            raise NotAllowed()
        if not keyed.contact_email:
            return False
        organisation = standing(db.session(), application.organisation_id)
        return assisting.invite_lead(organisation, keyed.contact_email, by=by)
