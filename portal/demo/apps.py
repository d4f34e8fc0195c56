"""The authenticator apps of the demonstration's council people, whose codes anybody can have printed."""

import datetime as dt
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Authenticator, Person, RecoveryCode
from portal.accounts.second_factor import digest_of
from portal.accounts.totp import RECOVERY_CODES, RECOVERY_LETTERS, code_at, step_at
from portal.db.session import db
from portal.demo.cast import CastMember
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.refs import LETTERS

USED = 3
"""So many recovery codes each of them has used by now."""


def give_app(session: Session, member: CastMember, person: Person, since: dt.datetime) -> None:
    """An app that was set up a while ago, and recovery codes of which some were used."""
    session.add(Authenticator(person_id=person.id, secret=member.secret, set_up_at=since, last_step=step_at(since)))
    remember(session, person, "set_up_authenticator", since, person.id)
    for number, code in enumerate(recovery_codes(member)):
        used_at = since + dt.timedelta(days=30 * number + 1) if number < USED else None
        digest = digest_of(person.id, code)
        session.add(RecoveryCode(person_id=person.id, digest=digest, made_at=since, used_at=used_at))
        if used_at is not None:
            remember(session, person, "use_recovery_code", used_at, person.id, left=RECOVERY_CODES - 1 - number)


def remember(session: Session, person: Person, verb: str, at: dt.datetime, actor: int, **facts: Any) -> None:
    """A line of history about a person, as it would have been written at the time."""
    session.add(Deed(at=at, subject=person.kind, subject_id=person.id, verb=verb, actor_id=actor, facts=facts))


def recovery_codes(member: CastMember) -> list[str]:
    """The recovery codes of one of the cast, the same in every demonstration."""
    rng = Random(member.secret)
    return ["".join(rng.choice(LETTERS) for _ in range(RECOVERY_LETTERS)) for _ in range(RECOVERY_CODES)]


def code_now(email: str) -> str | None:
    """The code that the app of that address shows, or its next one where this one is used up; None without an app."""
    app = db.session.scalar(select(Authenticator).join(Person).where(Person.email == email))
    return code_at(app.secret, max(step_at(utc_now()), app.last_step + 1)) if app else None
