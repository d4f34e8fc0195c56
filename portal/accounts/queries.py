"""People: by address, by role, and by name for those who read what they did; and where they are signed in."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from portal.accounts.models import CouncilRole, Person, SignIn, SignInRequest
from portal.accounts.rules import is_alive
from portal.db.session import db
from portal.history.models import Deed, Recorded
from portal.history.queries import MOST
from portal.kit.dates import utc_now
from portal.kit.paging import PAGE_SIZE, Page, decode_key, encode_key, page_of
from portal.kit.refs import digest
from portal.permissions import PORTAL, Role, Someone

PEOPLE, HISTORY = Person.__table__, Deed.__table__
WHAT_HAPPENED = (
    select(HISTORY.c.at, HISTORY.c.verb, HISTORY.c.facts)
    .add_columns(func.coalesce(func.nullif(PEOPLE.c.name, ""), PEOPLE.c.email, PORTAL.name))
    .select_from(HISTORY)
    .outerjoin(PEOPLE, PEOPLE.c.id == HISTORY.c.actor_id)
    .where(HISTORY.c.subject == bindparam("subject"), HISTORY.c.subject_id == bindparam("id"))
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


def names_of(ids: Collection[int | None]) -> dict[int | None, str]:
    """What to call each of these people; the portal itself acts as nobody in particular."""
    wanted = {id for id in ids if id is not None}
    names: dict[int | None, str] = {None: PORTAL.name}
    if wanted:
        rows = db.session.execute(select(Person.id, Person.name, Person.email).where(Person.id.in_(wanted)))
        names.update({id: name or email for id, name, email in rows})
    return names


def what_happened(subject: Recorded, verbs: Collection[str]) -> list[Done]:
    """The newest deeds of these verbs to a record, newest first, with their doers' names, in one statement."""
    told = {"subject": subject.kind, "id": subject.id, "verbs": list(verbs)}
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
        select(
            SignIn.id, SignIn.ref, SignIn.client, SignIn.own_device, SignIn.at, SignIn.last_seen_at, SignIn.expires_at
        )
        .where(SignIn.person_id == someone.person_id, SignIn.ended_at.is_(None), SignIn.expires_at > utc_now())
        .order_by(SignIn.id.desc())
        .limit(size + 1)
    )
    if key and isinstance(key[0], int):
        question = question.where(SignIn.id < key[0])
    found: Sequence[Any] = db.session.execute(question).all()
    return page_of(found, lambda row: encode_key(row.id), came_after=False, came_before=False, size=size)
