"""Registering an organisation, keeping its details, and inviting people to its team."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.accounts import limits
from portal.accounts.limits import Limit
from portal.accounts.models import Person
from portal.db.session import action
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Gone, Invalid, NotAllowed, NotThere, TooMany
from portal.kit.refs import digest, new_id, new_token
from portal.kit.text import N_, Say
from portal.organisations import contacts, notices, queries
from portal.organisations.invited import terms
from portal.organisations.join_queries import twin_of
from portal.organisations.models import Organisation, TeamInvitation, TeamMember
from portal.organisations.one import held, is_of, standing
from portal.organisations.rules import (
    ALREADY_IN_TEAM,
    INVITATION_ENDED,
    NAME_THERE,
    NUMBER_THERE,
    Details,
    is_invitation_alive,
    mark_of,
    name_key,
)
from portal.organisations.teams import act_for, end_invitations, join, membership, need
from portal.organisations.verification import is_someone_else
from portal.organisations.verifying import open_again
from portal.permissions import BY_CODE, Permission, Role, Someone
from portal.places.queries import ward_of

INVITATIONS = Limit("invitations", 20)
TOO_MANY_INVITATIONS = Say(N_("You have sent many invitations. Wait an hour, then go on."))


class Twin(Invalid):
    """An organisation that is here already, by its number or its name; `organisation` is its id."""

    def __init__(self, errors: Mapping[str, Say], organisation: int) -> None:
        super().__init__(errors)
        self.organisation = organisation


def register(details: Details, *, by: Someone, is_another: bool = False) -> Organisation:
    """Register an organisation, with the person who does it as its first lead, acting for it from now on.

    Raises Twin where its number is here already, or its name and nobody said that this is another one.
    """
    if not by.may(Permission.ORGANISATION_REGISTER):
        raise NotAllowed()
    with action() as session:
        refuse_twins(details, is_another=is_another)
        organisation = new_organisation(details)
        session.add(organisation)
        save_numbers(session)
        note(organisation, "register", by=by)
        join(session, organisation, Role.LEAD, by=by)
        act_for(session, organisation.id, by=by)
    return organisation


def new_organisation(details: Details) -> Organisation:
    """An organisation that was not here before."""
    return Organisation(
        ref=new_id(), created_at=utc_now(), version=1, **columns(details), ward_code=ward_of(details.postcode)
    )


def edit(organisation: Organisation, changes: Mapping[str, Any], read: str, *, by: Someone) -> Organisation:
    """Change some of what an organisation says about itself; a lead does this. Somebody else is checked anew.

    `read` is the `mark_of` these fields when the page was filled in. Raises Clash with what stands now where somebody
    changed one of them since (and not to the very same), and Invalid as `register` does, or where somebody who is named
    cannot be reached.
    """
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.ORGANISATION_EDIT, by=by)
        now = details_of(kept)
        details = replace(now, **changes)
        if mark_of(now, changes) != read and mark_of(now, changes) != mark_of(details, changes):
            raise Clash(theirs=now)
        if faults := contacts.why_not(asdict(details)):
            raise Invalid(faults)
        refuse_twins(details, is_another=True, but=kept.id)
        for name, value in columns(details).items():
            setattr(kept, name, value)
        kept.ward_code = ward_of(details.postcode)
        kept.version += 1
        save_numbers(session)
        note(kept, "edit", by=by, version=kept.version)
        if is_someone_else(now, details):
            open_again(kept, by=by)
    return organisation


def columns(details: Details) -> dict[str, object]:
    """The details as the table's columns, with the key that likens names."""
    values = asdict(details)
    lists = {name: list(values[name]) for name in ("communities", "wards", "languages")}
    return {**values, **lists, "name_key": name_key(details.name)}


def details_of(organisation: Organisation) -> Details:
    """What an organisation says about itself now."""
    return Details(**{name: getattr(organisation, name) for name in Details.__dataclass_fields__})


def refuse_twins(details: Details, *, is_another: bool, but: int | None = None) -> None:
    """Raises Twin where another organisation has the number, or the name unless this is said to be another one."""
    there = {
        column: queries.with_number(column, getattr(details, column)) for column in ("charity_number", "company_number")
    }
    twins = {column: id for column, id in there.items() if id is not None and id != but}
    if twins:
        raise Twin(dict.fromkeys(twins, NUMBER_THERE), next(iter(twins.values())))
    namesake = None if is_another else twin_of(details.name)
    if namesake is not None:
        raise Twin({"name": NAME_THERE}, namesake)


def save_numbers(session: Session) -> None:
    """Write now. Raises Invalid where somebody registered the same number a moment ago."""
    try:
        session.flush()
    except IntegrityError as error:
        field = "charity_number" if "charity_number" in str(error.orig) else "company_number"
        raise Invalid({field: NUMBER_THERE}) from error


def invite(organisation: Organisation, email: str, role: Role, *, by: Someone) -> TeamInvitation:
    """Invite an address to the team; a newer invitation ends the one before. A lead does this.

    Raises Invalid for somebody who is in the team already, and TooMany beyond 20 an hour.
    """
    token = new_token()
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.TEAM_INVITE, by=by)
        if is_in_team(session, kept.id, email):
            raise Invalid({"email": ALREADY_IN_TEAM})
        if limits.used_up(session, INVITATIONS, str(by.person_id)):
            raise TooMany(TOO_MANY_INVITATIONS)
        limits.count(session, INVITATIONS, str(by.person_id))
        end_invitations(session, kept.id, TeamInvitation.email == email)
        invitation = new_invitation(kept, email, role, token, by=by)
        session.add(invitation)
        session.flush()
        note(kept, "invite", by=by, invitation=invitation.id, role=role.code)
        notices.invitation(invitation, kept, token=token, by=by)
    return invitation


def new_invitation(organisation: Organisation, email: str, role: Role, token: str, *, by: Someone) -> TeamInvitation:
    """An invitation that lives for seven days; of its link only the digest is kept."""
    return TeamInvitation(organisation_id=organisation.id, **terms(email, role.code, token, utc_now(), by.person_id))


def is_in_team(session: Session, organisation_id: int, email: str) -> bool:
    """Whether the address is that of somebody in the team."""
    question = (
        select(TeamMember.id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(is_of(TeamMember.organisation_id, organisation_id), TeamMember.left_at.is_(None))
        .where(Person.email == email)
    )
    return session.scalar(question) is not None


def invite_again(organisation: Organisation, ref: str, *, by: Someone) -> str:
    """Send an invitation anew, whether it has run out or not; the address it went to. A lead does this.

    Raises NotThere once it was answered, and the rest as `invite` does.
    """
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.TEAM_INVITE, by=by)
        old = unanswered(session, kept, ref)
        note(kept, "invite_again", by=by, invitation=old.id)
        invite(kept, old.email, BY_CODE[old.role], by=by)
        return old.email


def withdraw_invitation(organisation: Organisation, ref: str, *, by: Someone) -> None:
    """Take an invitation back, so that its link ends; a lead does this. Raises NotThere once it was answered."""
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.TEAM_INVITE, by=by)
        invitation = unanswered(session, kept, ref)
        invitation.ended_at = utc_now()
        note(kept, "withdraw_invitation", by=by, invitation=invitation.id)


def unanswered(session: Session, organisation: Organisation, ref: str) -> TeamInvitation:
    """An invitation that nobody answered or took back, held until the deed ends. Raises NotThere."""
    found = session.scalar(
        select(TeamInvitation)
        .where(TeamInvitation.ref == ref, is_of(TeamInvitation.organisation_id, organisation.id))
        .where(TeamInvitation.ended_at.is_(None))
        .with_for_update()
    )
    if found is None:
        raise NotThere()
    return found


def accept(token: str, *, by: Someone) -> str:
    """Join the team that a link invites to, whatever address it was sent to; the organisation's reference.

    Somebody who is in the team already keeps the place they have. Raises Gone once the invitation has ended.
    """
    with action() as session:
        mine = or_(TeamInvitation.link_digest == digest(token), TeamInvitation.reminder_digest == digest(token))
        whose = session.scalar(select(TeamInvitation.organisation_id).where(mine))
        if whose is None:
            raise Gone(INVITATION_ENDED)
        organisation = held(standing(session, whose))
        invitation = session.scalar(select(TeamInvitation).where(mine).with_for_update())
        if invitation is None or not is_invitation_alive(
            utc_now(), invitation.expires_at, invitation.ended_at is not None
        ):
            raise Gone(INVITATION_ENDED)
        invitation.ended_at, invitation.accepted_by = utc_now(), by.person_id
        if membership(session, organisation.id, by) is None:
            join(session, organisation, BY_CODE[invitation.role], by=by)
        act_for(session, organisation.id, by=by)
        return organisation.ref
