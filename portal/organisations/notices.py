"""The letter that invites somebody to a team."""

from portal.mail.actions import post
from portal.organisations.models import Organisation, TeamInvitation
from portal.permissions import BY_CODE, Someone


def invitation(invited: TeamInvitation, organisation: Organisation, *, token: str, by: Someone) -> None:
    """Send the link, and say who invites, to what, and what the role means."""
    post(
        to=invited.email,
        template="organisations/mail/invitation",
        about=invited,
        secret=True,
        organisation=organisation.name,
        role=BY_CODE[invited.role],
        expires_at=invited.expires_at,
        invited_by=by.name,
        token=token,
    )
