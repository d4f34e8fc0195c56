"""People: by address, by role, and by name for those who read what they did; and where they are signed in."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, select, tuple_

from portal.accounts.models import Authenticator, CouncilRole, Person, RecoveryCode, SignIn, SignInRequest
from portal.accounts.rules import WHY_ENDED, is_alive
from portal.db.session import db
from portal.history.models import Deed, Recorded
from portal.history.queries import MOST
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.refs import digest
from portal.kit.text import Say
from portal.permissions import BY_CODE, PORTAL, Role, Someone

PEOPLE, HISTORY = Person.__table__, Deed.__table__


def called(people: Any, nobody: str = "") -> ColumnElement[str]:
    """What to call somebody of these rows of people, by their columns: their name, or else where they are reached."""
    return func.coalesce(func.nullif(people.name, ""), people.email, nobody)


WHAT_HAPPENED = (
    select(HISTORY.c.at, HISTORY.c.verb, HISTORY.c.facts)
    .add_columns(called(PEOPLE.c, PORTAL.name))
    .select_from(HISTORY)
    .outerjoin(PEOPLE, PEOPLE.c.id == HISTORY.c.actor_id)
    .where(HISTORY.c.subject == bindparam("subject"), HISTORY.c.subject_id.in_(bindparam("ids", expanding=True)))
    .where(HISTORY.c.verb.in_(bindparam("verbs", expanding=True)))
    .order_by(HISTORY.c.id.desc())
    .limit(MOST)
)


class Done(NamedTuple):
    """One deed: when, its verb, its facts, and what to call whoever did it."""

    at: dt.datetime
    verb: str
    facts: Mapping[str, Any]
    who: str


def by_email(email: str) -> Person | None:
    """The person with that address, in lower case."""
    return db.session.scalar(select(Person).where(Person.email == email))


def holders_of(role: Role) -> Sequence[Person]:
    """Everybody to whom the council gave that role, by name."""
    return db.session.scalars(
        select(Person)
        .join(CouncilRole, CouncilRole.person_id == Person.id)
        .where(CouncilRole.role == role.code)
        .order_by(Person.name, Person.id)
    ).all()


def holds_council_role(person_id: int) -> bool:
    """Whether the council gave this person any role."""
    return db.session.scalar(select(CouncilRole.role).where(CouncilRole.person_id == person_id).limit(1)) is not None


def roles_of(person_ids: Collection[int]) -> dict[int, list[Role]]:
    """The council roles of each of these people, in the order of the permissions page."""
    held: dict[int, set[Role]] = {id: set() for id in person_ids}
    rows = db.session.execute(select(CouncilRole).where(CouncilRole.person_id.in_(held))).scalars()
    for row in rows:
        held[row.person_id].add(BY_CODE[row.role])
    return {id: [role for role in Role if role in roles] for id, roles in held.items()}


def council_people(after: str | None = None, size: int = PAGE_SIZE) -> Page[Any]:
    """Everybody with a council role, by name, a page at a time, and when they set up their authenticator app."""
    key = decode_key(after, 2)
    question = (
        select(Person.id, Person.ref, Person.name, Person.email, Authenticator.set_up_at)
        .outerjoin(Authenticator, Authenticator.person_id == Person.id)
        .where(Person.id.in_(select(CouncilRole.person_id)))
        .order_by(Person.name, Person.id)
        .limit(size + 1)
    )
    if key and isinstance(key[0], str) and isinstance(key[1], int):
        question = question.where(tuple_(Person.name, Person.id) > tuple_(key[0], key[1]))
    found: Sequence[Any] = db.session.execute(question).all()
    return page_of(found, lambda row: encode_key(row.name, row.id), came_after=False, came_before=False, size=size)


def council_person(ref: str) -> Person:
    """Somebody with a council role, by their reference. Raises NotThere for everybody else."""
    found = db.session.scalar(select(Person).where(Person.ref == ref, Person.id.in_(select(CouncilRole.person_id))))
    if found is None:
        raise NotThere()
    return found


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What somebody has for the second factor: since when an app, and how many recovery codes are left."""

    set_up_at: dt.datetime
    codes_left: int


def second_factor_of(person_id: int | None) -> SecondFactor | None:
    """What a person has for the second factor, in one statement; None where they have set nothing up."""
    left = (
        select(func.count())
        .select_from(RecoveryCode)
        .where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
        .scalar_subquery()
    )
    row = db.session.execute(select(Authenticator.set_up_at, left).where(Authenticator.person_id == person_id)).first()
    return SecondFactor(*row) if row else None


def why_ended(token: str) -> Say | None:
    """Why the sign-in of a cookie was ended by somebody else, for its person to read; None for all other reasons."""
    reason = db.session.scalar(select(SignIn.end_reason).where(SignIn.token_digest == digest(token)))
    return WHY_ENDED.get(reason or "")


def names_of(ids: Collection[int | None]) -> dict[int | None, str]:
    """What to call each of these people; the portal itself acts as nobody in particular."""
    wanted = {id for id in ids if id is not None}
    names: dict[int | None, str] = {None: PORTAL.name}
    if wanted:
        rows = db.session.execute(select(Person.id, Person.name, Person.email).where(Person.id.in_(wanted)))
        names.update({id: name or email for id, name, email in rows})
    return names


def what_happened(subject: Recorded, verbs: Collection[str], also: Collection[int] = ()) -> list[Done]:
    """The newest deeds of these verbs to a record, newest first, with their doers' names, in one statement.

    `also` are the ids of other records that are one with it.
    """
    told = {"subject": subject.kind, "ids": [subject.id, *also], "verbs": list(verbs)}
    return [Done(*row) for row in db.session.execute(WHAT_HAPPENED, told)]


def asked_from(ref: str) -> str | None:
    """The address that a request to sign in was made for."""
    return db.session.scalar(select(SignInRequest.email).where(SignInRequest.ref == ref))


def living_request(token: str) -> SignInRequest | None:
    """The request whose link this is, while the link still signs in."""
    found = db.session.scalar(select(SignInRequest).where(SignInRequest.link_digest == digest(token)))
    living = found is not None and is_alive(utc_now(), found.expires_at, found.ended_at is not None)
    return found if living else None


def sign_ins_of(someone: Someone, after: str | None = None, size: int = PAGE_SIZE) -> Page[Any]:
    """Where a person is signed in, newest first, a page at a time."""
    key = decode_key(after, 1)
    question = (
        select(SignIn.id, SignIn.ref, SignIn.client, SignIn.own_device, SignIn.at, SignIn.last_seen_at)
        .add_columns(SignIn.expires_at, SignIn.confirmed_at)
        .where(SignIn.person_id == someone.person_id, SignIn.ended_at.is_(None), SignIn.expires_at > utc_now())
        .order_by(SignIn.id.desc())
        .limit(size + 1)
    )
    if key and isinstance(key[0], int):
        question = question.where(SignIn.id < key[0])
    found: Sequence[Any] = db.session.execute(question).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=False, came_before=False, size=size)
