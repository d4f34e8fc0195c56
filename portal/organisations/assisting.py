"""Organisations that the council registers for people who came by phone, on paper or in person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.db.session import action
from portal.history.actions import note
from portal.kit.errors import NotAllowed, TooMany
from portal.kit.refs import new_token
from portal.organisations import notices
from portal.organisations.actions import (
    INVITATIONS,
    TOO_MANY_INVITATIONS,
    new_invitation,
    new_organisation,
    refuse_twins,
    save_numbers,
)
from portal.organisations.join_queries import HAS_LEAD
from portal.organisations.models import Organisation
from portal.organisations.one import held
from portal.organisations.rules import Details
from portal.organisations.teams import end_invitations
from portal.permissions import Permission, Role, Someone


def register_for(details: Details, *, by: Someone, is_another: bool = False) -> Organisation:
    """Register an organisation for somebody; nobody is in its team yet. Raises Twin as `actions.register` does."""
    if not by.may(Permission.APPLICATION_KEY_IN):
        raise NotAllowed()
    with action() as session:
        refuse_twins(details, is_another=is_another)
        organisation = new_organisation(details)
        session.add(organisation)
        save_numbers(session)
        note(organisation, "register_for", by=by)
    return organisation


def invite_lead(organisation: Organisation, email: str, *, by: Someone) -> bool:
    """Invite somebody to lead an organisation that nobody leads; a newer link ends the one before. Whether one went.

    Raises NotAllowed, and TooMany beyond 20 an hour.
    """
    if not by.may(Permission.APPLICATION_KEY_IN):
        raise NotAllowed()
    token = new_token()
    with action() as session:
        kept = held(organisation)
        if has_lead(session, kept.id):
            return False
        if limits.used_up(session, INVITATIONS, str(by.person_id)):
            raise TooMany(TOO_MANY_INVITATIONS)
        limits.count(session, INVITATIONS, str(by.person_id))
        end_invitations(session, kept.id)
        invitation = new_invitation(kept, email, Role.LEAD, token, by=by)
        session.add(invitation)
        session.flush()
        note(kept, "invite", by=by, invitation=invitation.id, role=Role.LEAD.code)
        notices.invitation(invitation, kept, token=token, by=by)
    return True


def has_lead(session: Session, organisation_id: int) -> bool:
    """Whether somebody leads the organisation just now."""
    return session.scalar(select(Organisation.id).where(Organisation.id == organisation_id, HAS_LEAD)) is not None
