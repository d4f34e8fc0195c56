"""Guests of a draft, and short ways to let them in."""

import re

from sqlalchemy import select

from portal.accounts.queries import by_email
from portal.applications import guests
from portal.applications.guesting import WRITE
from portal.applications.models import Application, Guest
from portal.db.session import db
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts


def token_to(email: str) -> str:
    """The token of the newest invitation that went to an address."""
    db.session.rollback()
    found = select(Letter.text).where(Letter.to_address == email, Letter.template.like("%guest_invitation"))
    text = db.session.scalars(found.order_by(Letter.id.desc()).limit(1)).one()
    token = re.search(r"/invitations/applications/(\S+)", text)
    assert token, text
    return token[1]


def invited(draft: Application, email: str, role: str = WRITE, *, by: Someone) -> str:
    """The token of an invitation that was sent just now."""
    guests.invite(draft, email, role, by=by)
    return token_to(email)


def let_in(draft: Application, who: Someone, role: str = WRITE, *, by: Someone) -> None:
    """Have somebody invited to a draft, and in it."""
    guests.accept(invited(draft, who.email, role, by=by), by=who)


def shared(by: Someone, who: Someone, role: str = WRITE) -> Application:
    """A draft with every answer in it, and a guest."""
    draft = drafts.filled(by)
    let_in(draft, who, role, by=by)
    return draft


def guest(draft: Application, who: Someone) -> Guest | None:
    """Somebody's place as a guest, as it is now."""
    db.session.rollback()
    return db.session.get(Guest, (draft.id, who.person_id), populate_existing=True)


def ref_of(who: Someone) -> str:
    """The reference of a person."""
    found = by_email(who.email)
    assert found is not None
    return found.ref
