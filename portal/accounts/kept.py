"""Forms that came after their sender's sign-in had ended: kept for a day, and sent again once they are back."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from portal.accounts.models import KeptForm, Person, SignIn
from portal.db.session import action, db
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.refs import digest, new_id
from portal.permissions import Someone

LIFE = dt.timedelta(days=1)
CHARACTERS_MOST = 200_000
FORMS_MOST = 50
"""So many of one person's are kept at a time; a browser that has lost its sign-in cannot fill the disk."""

Fields = Sequence[tuple[str, str]]


def keep(token: str, path: str, fields: Fields) -> str | None:
    """Keep what was sent to a path, for whoever held that sign-in; the reference under which they find it.

    None where nobody knows whose it was, or where it is more than anybody types.
    """
    with action() as session:
        person = session.scalar(
            select(Person).join(SignIn, SignIn.person_id == Person.id).where(SignIn.token_digest == digest(token))
        )
        size = sum(len(name) + len(value) for name, value in fields)
        if person is None or size > CHARACTERS_MOST or there(session, person) >= FORMS_MOST:
            return None
        kept = KeptForm(ref=new_id(), person_id=person.id, path=path, fields=[*map(list, fields)], at=utc_now())
        session.add(kept)
        note(kept, "keep", by=Someone(person.id, person.name, person.email))
        return kept.ref


def there(session: Session, person: Person) -> int:
    """How many forms of a person are kept."""
    return session.scalar(select(func.count()).where(KeptForm.person_id == person.id)) or 0


def kept_for(someone: Someone, ref: str) -> KeptForm:
    """A form that is kept for this person. Raises NotThere for another's, and for one that was forgotten."""
    living = KeptForm.at > utc_now() - LIFE
    found = db.session.scalar(
        select(KeptForm).where(KeptForm.ref == ref, KeptForm.person_id == someone.person_id, living)
    )
    if found is None:
        raise NotThere()
    return found


def forget_old(session: Session) -> int:
    """Forget what was kept a day ago; how many there were."""
    old = delete(KeptForm).where(KeptForm.at < utc_now() - LIFE)
    return int(session.execute(old.execution_options(synchronize_session=False)).rowcount)  # type: ignore[attr-defined]
