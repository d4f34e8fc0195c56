"""Organisations, who is in their teams, and so who somebody is when they act."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from portal.accounts.models import CouncilRole, Person, SignIn
from portal.db.session import db
from portal.kit.dates import utc_now
from portal.kit.refs import digest
from portal.organisations.models import Organisation, TeamMember
from portal.permissions import BY_CODE, Place, Role, Someone


def signed_in(token: str) -> Someone | None:
    """Who holds this cookie just now, in one statement; None once the sign-in has ended or run out."""
    rows = db.session.execute(
        who(SignIn.id.label("sign_in_id"), SignIn.place_id)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(SignIn.token_digest == digest(token), SignIn.ended_at.is_(None), SignIn.expires_at > utc_now())
    ).all()
    return someone_from(rows, rows[0].place_id, rows[0].sign_in_id) if rows else None


def someone_for(email: str) -> Someone | None:
    """The person of that address as somebody who acts, without a browser; for commands and tests."""
    rows = db.session.execute(who().where(Person.email == email)).all()
    return someone_from(rows) if rows else None


def who(*more: Any) -> Select[Any]:
    """The question for a person with all they hold: a row for each role and each place in a team."""
    return (
        select(
            Person.id,
            Person.name,
            Person.email,
            CouncilRole.role.label("council_role"),
            Organisation.id.label("organisation_id"),
            Organisation.ref.label("organisation_ref"),
            Organisation.name.label("organisation_name"),
            TeamMember.role.label("team_role"),
            *more,
        )
        .outerjoin(CouncilRole, CouncilRole.person_id == Person.id)
        .outerjoin(TeamMember, (TeamMember.person_id == Person.id) & TeamMember.left_at.is_(None))
        .outerjoin(Organisation, Organisation.id == TeamMember.organisation_id)
        .order_by(TeamMember.id)
    )


def someone_from(rows: Sequence[Row[Any]], place_id: int | None = None, sign_in_id: int | None = None) -> Someone:
    """Somebody from the rows of `who`, acting for the chosen organisation, or else for the first they joined."""
    places = {
        row.organisation_id: Place(
            row.organisation_id, row.organisation_ref, row.organisation_name, BY_CODE[row.team_role]
        )
        for row in rows
        if row.organisation_id is not None
    }
    roles: frozenset[Role] = frozenset(BY_CODE[row.council_role] for row in rows if row.council_role)
    return Someone(
        person_id=rows[0].id,
        name=rows[0].name or rows[0].email,
        email=rows[0].email,
        council_roles=roles,
        places=tuple(places.values()),
        place=places.get(place_id) or next(iter(places.values()), None),
        sign_in_id=sign_in_id,
    )
