"""Letters about a team: who is invited or asks to join, who has another role, who has left."""

import datetime as dt
from typing import Any

from portal.accounts.models import Person
from portal.mail.actions import post
from portal.organisations.models import JoinRequest, Organisation, TeamInvitation
from portal.organisations.queries import leads_of
from portal.permissions import BY_CODE, Role, Someone


def invitation(invited: TeamInvitation, organisation: Organisation, *, token: str, by: Someone) -> None:
    """Send the link, and say who invites, to what, and what the role means."""
    send_link("organisations/mail/invitation", invited, organisation, token=token, invited_by=by.name)


def reminder(invited: TeamInvitation, organisation: Organisation, *, token: str, invited_by: str) -> None:
    """Say that the invitation ends soon, with a link of its own; the first one goes on working beside it."""
    send_link("organisations/mail/reminder", invited, organisation, token=token, invited_by=invited_by)


def send_link(
    template: str, invited: TeamInvitation, organisation: Organisation, *, token: str, invited_by: str
) -> None:
    """A letter with a link that lets somebody join."""
    post(
        to=invited.email,
        template=template,
        about=invited,
        secret=True,
        organisation=organisation.name,
        role=BY_CODE[invited.role],
        expires_at=invited.expires_at,
        invited_by=invited_by,
        token=token,
    )


def asked(request: JoinRequest, organisation: Organisation, *, by: Someone) -> None:
    """Tell every lead who asks to join, with the line they wrote."""
    for lead in leads_of(organisation.id):
        post(
            to=lead.email,
            template="organisations/mail/asked",
            about=request,
            organisation=organisation.name,
            organisation_ref=organisation.ref,
            ref=request.ref,
            name=by.name,
            email=by.email,
            line=request.line,
            expires_at=request.expires_at,
        )


def accepted(request: JoinRequest, organisation: Organisation, person: Person, role: Role) -> None:
    """Tell who asked that they are in, and as what."""
    tell("accepted", request, organisation, person.email, ref=organisation.ref, role=role)


def declined(request: JoinRequest, organisation: Organisation, person: Person) -> None:
    """Tell who asked that they are not in, with the lead's word where there is one."""
    tell("declined", request, organisation, person.email, word=request.word)


def expired(request: JoinRequest, organisation: Organisation, person: Person) -> None:
    """Tell who asked that nobody answered, and what they can do."""
    asked_at: dt.datetime = request.asked_at
    tell("expired", request, organisation, person.email, asked_at=asked_at)


def role_changed(organisation: Organisation, person: Person, role: Role, *, by: Someone) -> None:
    """Tell somebody that they have another role, and what it means."""
    tell("role_changed", organisation, organisation, person.email, ref=organisation.ref, role=role, by=by.name)


def removed(organisation: Organisation, person: Person, *, by: Someone) -> None:
    """Tell somebody that they are not in the team any more."""
    tell("removed", organisation, organisation, person.email, by=by.name)


def left(organisation: Organisation, *, by: Someone) -> None:
    """Tell the leads who stay that somebody has left."""
    for lead in leads_of(organisation.id):
        tell("left", organisation, organisation, lead.email, ref=organisation.ref, name=by.name)


def tell(template: str, about: JoinRequest | Organisation, organisation: Organisation, to: str, **more: Any) -> None:
    """One letter that names the organisation."""
    post(to=to, template=f"organisations/mail/{template}", about=about, organisation=organisation.name, **more)
