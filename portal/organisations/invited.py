"""What every invitation by e-mail is, be it to a team or to a single application: for seven days, once, by its link."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Code, Ref
from portal.kit.refs import digest, new_id
from portal.organisations.rules import INVITATION_LIFE


class Invited:
    """The columns of an invitation. Of its link only the digest is kept."""

    ref: Mapped[Ref]
    email: Mapped[str] = mapped_column(String(254))
    role: Mapped[Code]
    link_digest: Mapped[str] = mapped_column(String(64))
    invited_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    invited_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


def terms(email: str, role: str, token: str, at: dt.datetime, person_id: int | None) -> dict[str, Any]:
    """What a new one from that person holds, with that token in its link."""
    return {
        "ref": new_id(),
        "email": email,
        "role": role,
        "link_digest": digest(token),
        "invited_by": person_id,
        "invited_at": at,
        "expires_at": at + INVITATION_LIFE,
    }
