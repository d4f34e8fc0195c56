"""People: by address, by role, and by name for those who read what they did."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from portal.accounts.models import CouncilRole, Person
from portal.db.session import db
from portal.permissions import PORTAL, Role


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
