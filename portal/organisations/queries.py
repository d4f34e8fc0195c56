"""Organisations, who is in their teams, and so who somebody is when they act."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, case, func, or_, select

from portal.accounts.actions import seen
from portal.accounts.models import CouncilRole, Person, SignIn
from portal.accounts.rules import needs_second_factor
from portal.db.session import db
from portal.kit.dates import utc_now
from portal.kit.errors import Moved, NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.refs import digest
from portal.kit.text import N_, Say
from portal.organisations.models import RECORD, STANDS, Organisation, TeamInvitation, TeamMember
from portal.organisations.one import ITS, every_record, is_of, moved_to, one
from portal.organisations.rules import EXPIRED_SHOWN, is_invitation_alive
from portal.permissions import BY_CODE, Place, Role, Someone
from portal.web.htmx import is_by_itself

PEOPLE, ROLES, SIGN_INS = Person.__table__, CouncilRole.__table__, SignIn.__table__
ORGANISATIONS, TEAMS = Organisation.__table__, TeamMember.__table__
SEEN_EVERY = dt.timedelta(minutes=1)
INVITATIONS_MOST = 50
ACT_FOR_IT_FIRST = Say(N_("You act for another organisation now. Go to your account, and press “Act for it” first."))


def who(*more: Any) -> Select[Any]:
    """The question for a person with all they hold: a row for each role and each place in a team."""
    return (
        select(
            PEOPLE.c.id,
            PEOPLE.c.name,
            PEOPLE.c.email,
            ROLES.c.role.label("council_role"),
            RECORD.c.id.label("record_id"),
            ORGANISATIONS.c.id.label("organisation_id"),
            ORGANISATIONS.c.ref.label("organisation_ref"),
            ORGANISATIONS.c.name.label("organisation_name"),
            TEAMS.c.role.label("team_role"),
            *more,
        )
        .select_from(PEOPLE)
        .outerjoin(ROLES, ROLES.c.person_id == PEOPLE.c.id)
        .outerjoin(TEAMS, and_(TEAMS.c.person_id == PEOPLE.c.id, TEAMS.c.left_at.is_(None)))
        .outerjoin(RECORD, RECORD.c.id == TEAMS.c.organisation_id)
        .outerjoin(ORGANISATIONS, ORGANISATIONS.c.id == STANDS)
        .order_by(TEAMS.c.id)
    )


WHO_HOLDS = (
    who(
        SIGN_INS.c.id.label("sign_in_id"),
        *(SIGN_INS.c[name] for name in ("place_id", "own_device", "at", "last_seen_at", "confirmed_at")),
    )
    .join(SIGN_INS, SIGN_INS.c.person_id == PEOPLE.c.id)
    .where(SIGN_INS.c.token_digest == bindparam("token"), SIGN_INS.c.ended_at.is_(None))
    .where(SIGN_INS.c.expires_at > bindparam("now"))
)
WHO_HAS = who().where(PEOPLE.c.email == bindparam("email"))
"""Every request asks the first, so both are made once, of plain tables."""


def signed_in(token: str) -> Someone | None:
    """Who holds this cookie just now, in one statement; None once the sign-in has ended or run out.

    Once a minute it is noted that they were here, unless they are only half in, which lasts as long as it lasts, or
    their page asks by itself while it lies open.
    """
    now = utc_now()
    rows = db.session.execute(WHO_HOLDS, {"token": digest(token), "now": now}).all()
    if not rows:
        return None
    first = rows[0]
    someone = someone_from(
        rows,
        first.place_id,
        first.sign_in_id,
        is_confirmed=first.confirmed_at is not None,
        own_device=first.own_device,
    )
    if now - first.last_seen_at >= SEEN_EVERY and not someone.is_half and not is_by_itself():
        seen(first.sign_in_id, first.at, first.own_device)
    return someone


def someone_for(email: str) -> Someone | None:
    """The person of that address as somebody who acts, without a browser; for commands and tests."""
    rows = db.session.execute(WHO_HAS, {"email": email}).all()
    return someone_from(rows) if rows else None


def someone_from(
    rows: Sequence[Row[Any]],
    place_id: int | None = None,
    sign_in_id: int | None = None,
    *,
    is_confirmed: bool = True,
    own_device: bool = False,
) -> Someone:
    """Somebody from the rows of `who`, acting for the chosen organisation, or else for the first they joined.

    `is_confirmed` is whether the second factor was given; without it a council person is only half in.
    """
    places: dict[int, Place] = {}
    chosen = place_id
    for row in rows:
        if row.organisation_id is None:
            continue
        place = Place(row.organisation_id, row.organisation_ref, row.organisation_name, BY_CODE[row.team_role])
        there = places.get(place.organisation_id)
        places[place.organisation_id] = place if there is None else max(there, place, key=rank_of)
        chosen = place.organisation_id if row.record_id == place_id else chosen
    roles: frozenset[Role] = frozenset(BY_CODE[row.council_role] for row in rows if row.council_role)
    return Someone(
        person_id=rows[0].id,
        name=rows[0].name or rows[0].email,
        email=rows[0].email,
        council_roles=roles,
        places=tuple(places.values()),
        place=places.get(chosen or 0) or next(iter(places.values()), None),
        sign_in_id=sign_in_id,
        own_device=own_device,
        is_half=needs_second_factor(roles) and not is_confirmed,
    )


def rank_of(place: Place) -> bool:
    """Which of two places in one team counts: that of a lead."""
    return place.role is Role.LEAD


def one_for(someone: Someone, ref: str) -> Organisation:
    """The organisation that this person acts for, by its reference. Raises NotThere for every other.

    Raises Moved where the reference is that of a record that was merged into one of theirs.
    """
    found = None
    if someone.place is not None and someone.place.ref == ref:
        found = db.session.get(Organisation, someone.place.organisation_id)
    if found is None:
        others = any(place.ref == ref for place in someone.places)
        moved = None if others else moved_to(ref)
        if moved in {place.ref for place in someone.places}:
            raise Moved(ref, moved)
        raise NotThere(ACT_FOR_IT_FIRST if others else None)
    return found


def for_person(person_id: int) -> Sequence[Organisation]:
    """Every organisation whose team this person is in, by name."""
    return db.session.scalars(
        select(Organisation)
        .where(
            Organisation.id.in_(
                select(one(TeamMember.organisation_id)).where(
                    TeamMember.person_id == person_id, TeamMember.left_at.is_(None)
                )
            )
        )
        .order_by(Organisation.name, Organisation.id)
    ).all()


def leads_of(organisation_id: int) -> Sequence[Person]:
    """The people who speak for an organisation, and so get its letters."""
    return db.session.scalars(
        select(Person)
        .where(
            Person.id.in_(
                select(TeamMember.person_id).where(
                    is_of(TeamMember.organisation_id, one(organisation_id)),
                    TeamMember.role == Role.LEAD.code,
                    TeamMember.left_at.is_(None),
                )
            )
        )
        .order_by(Person.id)
    ).all()


def team_of(organisation_id: int, after: str | None = None, size: int = PAGE_SIZE) -> Page[Any]:
    """Who is in the team, in the order in which they joined, a page at a time; once each, whatever was merged."""
    key = decode_key(after, 1)
    place = places_in(organisation_id).subquery()
    question = (
        select(place.c.id, place.c.person_id, place.c.role, place.c.joined_at, Person.ref, Person.name, Person.email)
        .join(place, place.c.person_id == Person.id)
        .order_by(place.c.id)
        .limit(size + 1)
    )
    if key and isinstance(key[0], int):
        question = question.where(place.c.id > key[0])
    found: Sequence[Any] = db.session.execute(question).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=False, came_before=False, size=size)


def places_in(organisation_id: int) -> Select[Any]:
    """The question for everybody's place in a team: the first they took, and the higher of their roles."""
    is_lead = func.max(case((TeamMember.role == Role.LEAD.code, 1), else_=0))
    return (
        select(
            TeamMember.person_id,
            func.min(TeamMember.id).label("id"),
            case((is_lead == 1, Role.LEAD.code), else_=Role.MEMBER.code).label("role"),
            func.min(TeamMember.joined_at).label("joined_at"),
        )
        .where(is_of(TeamMember.organisation_id, organisation_id), TeamMember.left_at.is_(None))
        .group_by(TeamMember.person_id)
    )


def invitations_of(organisation_id: int) -> Sequence[Any]:
    """The invitations that nobody has answered, newest first; those that ran out, for thirty days more."""
    return db.session.execute(
        select(
            TeamInvitation.ref,
            TeamInvitation.email,
            TeamInvitation.role,
            TeamInvitation.invited_at,
            TeamInvitation.expires_at,
        )
        .where(is_of(TeamInvitation.organisation_id, organisation_id), TeamInvitation.ended_at.is_(None))
        .where(TeamInvitation.expires_at > utc_now() - EXPIRED_SHOWN)
        .order_by(TeamInvitation.id.desc())
        .limit(INVITATIONS_MOST)
    ).all()


def living_invitation(token: str) -> Any | None:
    """What an invitation's link offers, while it can still be accepted."""
    row = db.session.execute(
        select(
            TeamInvitation.email,
            TeamInvitation.role,
            TeamInvitation.expires_at,
            TeamInvitation.ended_at,
            Organisation.ref.label("organisation_ref"),
            Organisation.name.label("organisation"),
            Person.name.label("invited_by"),
        )
        .join(TeamInvitation.organisation)
        .join(Person, Person.id == TeamInvitation.invited_by)
        .where(or_(TeamInvitation.link_digest == digest(token), TeamInvitation.reminder_digest == digest(token)))
    ).first()
    alive = row is not None and is_invitation_alive(utc_now(), row.expires_at, row.ended_at is not None)
    return row if alive else None


def with_number(column: str, number: str | None) -> int | None:
    """The id of the organisation that has this charity_number or company_number, or has merged a record with it."""
    if number is None:
        return None
    first = Organisation.merged_into_id.is_not(None), Organisation.id
    question = select(func.coalesce(Organisation.merged_into_id, Organisation.id))
    return db.session.scalar(question.where(getattr(Organisation, column) == number).order_by(*first).limit(1))


def member_of(organisation_id: int, person: str) -> Any:
    """Somebody's place in a team, by their own reference. Raises NotThere."""
    place = places_in(organisation_id).subquery()
    row = db.session.execute(
        select(place.c.role, place.c.joined_at, Person.id, Person.ref, Person.name, Person.email)
        .join(place, place.c.person_id == Person.id)
        .where(Person.ref == person)
    ).first()
    if row is None:
        raise NotThere()
    return row


def is_only_lead(organisation_id: int, someone: Someone) -> bool:
    """Whether this person leads the team alone, and so cannot leave it."""
    return [lead.id for lead in leads_of(organisation_id)] == [someone.person_id]


def leads_of_all(organisation_ids: Iterable[int]) -> dict[int, list[str]]:
    """The e-mail addresses of every lead of the organisations of these records, by record, in one statement."""
    found: dict[int, list[str]] = defaultdict(list)
    for organisation_id, email in db.session.execute(
        select(RECORD.c.id, Person.email)
        .select_from(RECORD)
        .join(ITS, every_record())
        .join(TeamMember, TeamMember.organisation_id == ITS.c.id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(RECORD.c.id.in_(set(organisation_ids)), TeamMember.role == "lead")
        .where(TeamMember.left_at.is_(None))
        .order_by(TeamMember.id)
    ):
        if email not in found[organisation_id]:
            found[organisation_id].append(email)
    return found
