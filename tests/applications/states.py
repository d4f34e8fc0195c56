"""What stands around the writing of an application, in every state that a page can show."""

from collections.abc import Callable
from typing import Any

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.applications import actions as writing
from portal.applications import counting, guests, printing, typing_in
from portal.applications.merging import Sheet
from portal.applications.models import Application, Guest, GuestInvitation, Keyed, PdfCopy
from portal.db.session import action, db
from portal.funds.queries import form_of
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations import teams
from portal.organisations.models import Organisation
from portal.organisations.rules import INVITATION_LIFE
from portal.permissions import Role
from tests.applications.guests import token_to
from tests.states import (
    application,
    completed,
    lead_of,
    missing,
    once,
    person_of,
    right_answers,
    round_of,
    rows_of,
    someone,
)


def keyed(state: str) -> Application:
    """What Leanne typed in for somebody, in that state."""
    question = select(Application).join(Keyed, Keyed.application_id == Application.id)
    found = db.session.scalars(question.where(Application.state == state).order_by(Application.id)).first()
    return found or missing(f"application in state {state} that was typed in")


def being_typed() -> Application:
    """The draft that Leanne types."""
    return keyed("draft")


def typed_in() -> Application:
    """What she has sent for somebody."""
    return keyed("submitted")


@once
def gone_on_with() -> Application:
    """The same once a colleague has gone on with it, and Leanne again."""
    draft = being_typed()
    for key in ("martin", "leanne"):
        typing_in.take_over(draft, by=someone(key))
    return draft


@once
def ready_for_them() -> Application:
    """Her draft with every answer in it."""
    draft, by = being_typed(), someone("leanne")
    form = form_of(draft.round_id, draft.form_number)
    versions = {row.section: row.version for row in rows_of(draft)}
    for row in rows_of(application("submitted", "autumn")):
        section = form.section(row.section)
        writing.save(draft, Sheet(section, row.answers, versions.get(row.section, 0), new_id(), {}), by=by)
    return draft


GONE, COMES = "gone@example.org", "comes@example.org"
"""Guests of the draft that follows: one whose access has ended, and one who is invited."""


DEAD = {"taken back": "unwanted@example.org", "expired": "slow@example.org"}
"""Who was invited to it with a link that works no more."""


def invitation_of(session: Session, email: str) -> GuestInvitation:
    """The invitation that went to an address."""
    return session.scalars(select(GuestInvitation).where(GuestInvitation.email == email)).one()


@once
def guests_come_and_go() -> Application:
    """A complete draft with a guest who writes now, one whose access ended, an invitation, and a new keeper."""
    draft = completed(4)
    by, team = someone(lead_of(draft)), db.session.get_one(Organisation, draft.organisation_id)
    for email in ("colleague@example.org", "heir@example.org"):
        with action() as session:
            teams.join(session, team, Role.MEMBER, by=someone(email))
    for email, role, becomes in (("writes@example.org", "read", "write"), (GONE, "write", "end")):
        guests.invite(draft, email, role, by=by)
        guests.accept(token_to(email), by=someone(email))
        guests.change(draft, person_of(email).ref, becomes, by=by)
    for email in (COMES, *DEAD.values()):
        guests.invite(draft, email, "read", by=by)
    with action() as session:
        dead = {what: invitation_of(session, email) for what, email in DEAD.items()}
        dead["expired"].expires_at = utc_now() - INVITATION_LIFE
        dead["taken back"].ended_at = utc_now()
    with action() as session:
        session.get_one(Application, draft.id).looked_after_by = someone("colleague@example.org").person_id
    teams.remove(team, person_of("colleague@example.org").ref, person_of("heir@example.org").ref, by=by)
    return draft


def lead_with_an_heir() -> str:
    """The address of who leads that team."""
    return lead_of(guests_come_and_go())


KEEPER: dict[str, Callable[[], Any]] = {
    "ref": lambda: db.session.get_one(Organisation, guests_come_and_go().organisation_id),
    "member": lambda: person_of("heir@example.org"),
}
"""Whose place in it is the one that looks after the draft."""


def guest_link() -> str:
    """Where the letter leads that invites somebody to that draft."""
    guests_come_and_go()
    return f"/invitations/applications/{token_to(COMES)}"


def guest_link_that(what: str) -> str:
    """A link that was used, or taken back, or has run out."""
    guests_come_and_go()
    return f"/invitations/applications/{token_to(GONE if what == 'used' else DEAD[what])}"


@once
def sent_with_a_guest() -> Application:
    """What Grace sent, with a guest who reads on."""
    found = application("assessing", "summer", like="%Signing Circle%")
    with action() as session:
        at, grace, farida = utc_now(), someone("grace").person_id, someone("farida").person_id
        session.add(Guest(application_id=found.id, person_id=farida, role="read", invited_by=grace, since=at))
    return found


@once
def begun_from_a_copy() -> Application:
    """A draft that was started from what somebody had withdrawn in an earlier round, which asked otherwise."""
    source = from_before()
    return writing.start(round_of("autumn"), right_answers(), by=someone(lead_of(source)), copy_of=source)


def from_before(number: int = 0) -> Application:
    """An application to an earlier round from an organisation that has none in the open one."""
    there = select(Application.organisation_id).where(Application.round_id == round_of("autumn").id)
    return db.session.scalars(
        select(Application)
        .where(Application.state == "not_eligible", Application.organisation_id.not_in(there))
        .order_by(Application.id)
        .offset(number)
    ).first() or missing("organisation that applied before and does not now")


def lead_who_copies() -> str:
    """The address of somebody who can start again from a copy."""
    return lead_of(from_before(1))


def copying() -> str:
    """Where they are asked whether they can apply, with a copy to start from."""
    return url_for("applications.check", code=round_of("autumn").code, copy=from_before(1).ref)


@once
def asked_already() -> Application:
    """An application whose lead has left the equality questions out."""
    found = application("submitted", "autumn", 2)
    counting.count(found, {}, by=someone(lead_of(found)))
    return found


def pdf_asked_for(number: int) -> tuple[Application, PdfCopy]:
    """An application whose lead has asked for a PDF."""
    found = application("submitted", "autumn", number)
    return found, printing.ask(found, printing.WHOLE, by=someone(lead_of(found)))


@once
def pdf_being_made() -> Application:
    """One whose PDF is being made."""
    return pdf_asked_for(4)[0]


@once
def pdf_ready() -> Application:
    """One whose PDF is there."""
    with action():
        found, copy = pdf_asked_for(5)
        assert printing.page_of(found.id, printing.WHOLE)
        copy.pdf, copy.made_at = b"%PDF-", utc_now()
    return found


@once
def pdf_failed() -> Application:
    """One whose PDF could not be made."""
    with action():
        found, copy = pdf_asked_for(6)
        copy.failed_at = utc_now()
    return found
