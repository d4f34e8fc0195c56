"""Letting somebody into one application, changing what they may do there, ending it; and handing drafts on.

Each verb holds the application first, as saving and sending do, so that of two at once the later one finds out.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, select, update

from portal.accounts.limits import one_at_a_time
from portal.accounts.models import Person
from portal.applications import guest_queries, notices
from portal.applications.access import access_of
from portal.applications.actions import open_to_own, own
from portal.applications.guesting import (
    CHOOSE_ROLE,
    END,
    GUESTS_MOST,
    IN_TEAM,
    INVITATIONS_MOST,
    IS_GUEST,
    NOT_YOURS,
    ROLES,
    TOO_MANY_GUESTS,
    TOO_MANY_TODAY,
    Access,
    Link,
)
from portal.applications.models import Application, Guest, GuestInvitation
from portal.db.session import action, db, locked
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Gone, Invalid, NotAllowed, NotThere, TooMany
from portal.kit.refs import digest, new_token
from portal.organisations import leaving
from portal.organisations.actions import is_in_team
from portal.organisations.invited import terms
from portal.organisations.models import Organisation
from portal.organisations.one import is_of
from portal.permissions import Permission, Someone


def invite(application: Application, email: str, role: str, *, by: Someone) -> GuestInvitation:
    """Invite an address to one draft, to read it or to write in it; a newer invitation ends the one before.

    Raises NotThere for who does not act for its organisation, WrongState once it is sent or its round has closed,
    Invalid for who can see it anyway, and TooMany beyond 10 for an application or 20 a day for a person.
    """
    token, now = new_token(), utc_now()
    with action() as session:
        draft = open_to_own(application, now, by=by)
        refuse_typists(draft, by=by)
        if role not in ROLES:
            raise Invalid({"role": CHOOSE_ROLE})
        if is_in_team(session, draft.owner_id, email):
            raise Invalid({"email": IN_TEAM})
        if any(row.email == email for row in guest_queries.guests_of(draft.id)):
            raise Invalid({"email": IS_GUEST})
        end_invitations(draft, GuestInvitation.email == email)
        refuse_too_many(draft, by=by)
        invitation = GuestInvitation(application_id=draft.id, **terms(email, role, token, now, by.person_id))
        session.add(invitation)
        session.flush()
        note(draft, "guest_invite", by=by, invitation=invitation.id, role=role)
        notices.guest_invitation(draft, invitation, token=token, by=by)
    return invitation


def refuse_typists(application: Application, *, by: Someone) -> None:
    """Guests are the organisation's to invite: who types it in for them invites nobody. Raises NotThere."""
    if access_of(application, by) is not Access.TEAM:
        raise NotThere()


def refuse_too_many(draft: Application, *, by: Someone) -> None:
    """Raises TooMany where the application, or this person's day, is full; in two drafts at once they count as one."""
    one_at_a_time(db.session(), f"guests of {by.person_id}")
    here = len(guest_queries.guests_of(draft.id)) + len(guest_queries.invited_to(draft.id))
    if here >= GUESTS_MOST:
        raise TooMany(TOO_MANY_GUESTS)
    if guest_queries.invited_today(by.person_id) >= INVITATIONS_MOST:
        raise TooMany(TOO_MANY_TODAY)


def end_invitations(draft: Application, *whose: ColumnElement[bool]) -> None:
    """End such invitations to a draft as nobody has answered."""
    db.session.execute(
        update(GuestInvitation)
        .where(GuestInvitation.application_id == draft.id, *guest_queries.OPEN_INVITATION, *whose)
        .values(ended_at=utc_now())
        .execution_options(synchronize_session="fetch")
    )


def take_back(application: Application, ref: str, *, by: Someone) -> None:
    """Take an invitation back, so that its link ends; a lead does this, or who sent it. Raises NotThere once used."""
    with action() as session:
        kept = locked(application)
        own(kept, by=by)
        refuse_typists(kept, by=by)
        found = session.scalar(
            select(GuestInvitation)
            .where(GuestInvitation.ref == ref, GuestInvitation.application_id == kept.id)
            .where(*guest_queries.OPEN_INVITATION)
            .with_for_update()
        )
        if found is None:
            raise NotThere()
        if not may_change(found.invited_by, by):
            raise NotAllowed(NOT_YOURS)
        found.ended_at = utc_now()
        note(kept, "guest_take_back", by=by, invitation=found.id)


def may_change(invited_by: int, by: Someone) -> bool:
    """Whether this person of the team may change or end what somebody was invited to: a lead, or who invited them."""
    return by.may(Permission.TEAM_MANAGE) or invited_by == by.person_id


def accept(token: str, *, by: Someone) -> str:
    """Take an invitation up with this account, whatever address it went to; the application's reference.

    Somebody of its team keeps the place they have. Raises Gone, with the sentence that fits, for any other link.
    """
    with action() as session:
        mine = select(GuestInvitation).where(GuestInvitation.link_digest == digest(token))
        found = session.scalar(mine)
        if found is None:
            raise Gone(Link.UNKNOWN.value)
        kept = locked(session.get_one(Application, found.application_id))
        invitation = session.scalars(mine.with_for_update().execution_options(populate_existing=True)).one()
        state = guest_queries.state_of(invitation)
        if state is not Link.LIVING:
            raise Gone(state.value)
        invitation.ended_at, invitation.accepted_by = utc_now(), by.person_id
        if not is_in_team(session, kept.owner_id, by.email):
            let_in(kept, invitation, by=by)
        return kept.ref


def let_in(application: Application, invitation: GuestInvitation, *, by: Someone) -> None:
    """Make somebody a guest, and tell who invited them. Whoever was one before gets what this invitation says."""
    assert by.person_id is not None
    guest = db.session.get(Guest, (application.id, by.person_id))
    if guest is None:
        guest = Guest(application_id=application.id, person_id=by.person_id)
        db.session.add(guest)
    guest.role, guest.invited_by = invitation.role, invitation.invited_by
    guest.since, guest.ended_at = utc_now(), None
    note(application, "guest_join", by=by, invitation=invitation.id, role=guest.role)
    notices.guest_joined(application, invitation, by=by)


def change(application: Application, person: str, to: str, *, by: Someone) -> None:
    """Let a guest read, or write, or end their access: it counts at once. A lead does this, or who invited them.

    Raises NotThere for who is no guest (any more), and NotAllowed.
    """
    with action() as session:
        kept = locked(application)
        own(kept, by=by)
        refuse_typists(kept, by=by)
        found = guest_queries.guest_of(kept.id, person)
        if not may_change(found.invited_by, by):
            raise NotAllowed(NOT_YOURS)
        guest = locked(session.get_one(Guest, (kept.id, found.person_id)))
        if to == END:
            guest.ended_at = utc_now()
            note(kept, "guest_end", by=by, person=guest.person_id)
            notices.guest_ended(kept, found.email, by=by)
        elif to in ROLES and guest.role != to:
            guest.role = to
            note(kept, "guest_role", by=by, person=guest.person_id, role=to)
            notices.guest_changed(kept, found.email, to, by=by)


def leave(application: Application, *, by: Someone) -> None:
    """Give up one's own access to an application. Raises NotThere for who is no guest of it."""
    with action() as session:
        kept = locked(application)
        guest = session.get(Guest, (kept.id, by.person_id), with_for_update=True, populate_existing=True)
        if guest is None or guest.ended_at is not None:
            raise NotThere()
        guest.ended_at = utc_now()
        note(kept, "guest_leave", by=by)


@leaving.listen
def left_team(organisation: Organisation, person_id: int, heir: Person | None, *, by: Someone) -> None:
    """Somebody has left a team: what they were let into or invited to there ends, and their drafts are handed on.

    Without an heir the leads look after the drafts, who have them anyway.
    """
    now, there = utc_now(), select(Application.id).where(is_of(Application.organisation_id, organisation.id))
    charges = [charge.id for charge in guest_queries.charges_of(organisation.id, person_id)] if heir else []
    hold_all(person_id, there, charges)
    for table, column in ((Guest, Guest.person_id), (GuestInvitation, GuestInvitation.invited_by)):
        db.session.execute(
            update(table)
            .where(table.application_id.in_(there), column == person_id, table.ended_at.is_(None))
            .values(ended_at=now)
            .execution_options(synchronize_session="fetch")
        )
    for id in charges:
        draft = db.session.get_one(Application, id)
        if draft.state == "draft" and heir:
            draft.looked_after_by = heir.id
            note(draft, "hand_on", by=by, person=heir.id)
            notices.handed_on(draft, heir.email, by=by)


def hold_all(person_id: int, there: Select[int], charges: Collection[int]) -> None:
    """Hold each application there in which somebody's place or invitation is about to end, or that is handed on.

    Every other verb holds its application first as well, and who holds several does so in this order.
    """
    places = select(Guest.application_id).where(Guest.person_id == person_id, Guest.ended_at.is_(None))
    sent = select(GuestInvitation.application_id).where(
        GuestInvitation.invited_by == person_id, *guest_queries.OPEN_INVITATION
    )
    ending = Application.id.in_(places.union(sent)) & Application.id.in_(there)
    theirs = select(Application).where(ending | Application.id.in_(charges)).order_by(Application.id)
    db.session.scalars(theirs.with_for_update(of=Application).execution_options(populate_existing=True)).all()


leaving.CHARGES.append(guest_queries.charges_of)
