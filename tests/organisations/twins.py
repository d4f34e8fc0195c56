"""Two records of one organisation, and short ways to merge them and take them apart."""

from sqlalchemy import select

from portal.accounts.models import Person
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.organisations import merging
from portal.organisations.models import Merge, Organisation, TeamMember
from portal.organisations.queries import someone_for
from portal.organisations.rules import name_key
from portal.permissions import Role, Someone
from tests.assessments.builders import organisation, person

WHY = "The same bank account, the same committee."


def record(name: str, *, charity: str | None = None, leads: int = 0) -> Organisation:
    """One more record, with as many leads (and a member, where it has leads)."""
    with action() as session:
        found = organisation(name, leads) if leads else bare(name)
        found.charity_number, found.name_key = charity, name_key(name)
        session.flush()
    return found


def bare(name: str) -> Organisation:
    """A record with nobody in its team."""
    found = organisation(name, 0)
    for member in db.session.scalars(select(TeamMember).where(TeamMember.organisation_id == found.id)):
        db.session.delete(member)
    return found


def join(found: Organisation, someone: Someone | None = None, role: Role = Role.LEAD, name: str = "Nadia") -> Someone:
    """Somebody in the team of just this record: one of the cast, or somebody new."""
    with action() as session:
        id = someone.person_id if someone else person(name).id
        session.add(TeamMember(organisation_id=found.id, person_id=id, role=role.code, joined_at=utc_now()))
        email = session.get_one(Person, id).email
    known = someone_for(email)
    assert known is not None
    return known


def merge(stays: Organisation, goes: Organisation, by: Someone, because: str = WHY) -> Merge:
    """Merge the second into the first, as they stand."""
    db.session.rollback()
    merging.merge(stays, goes, because, {each.ref: each.version for each in (stays, goes)}, by=by)
    return standing_merge(goes)


def standing_merge(goes: Organisation) -> Merge:
    """How a record is merged just now."""
    return db.session.scalars(select(Merge).where(Merge.record_id == goes.id, Merge.apart_at.is_(None))).one()


def apart(found: Merge, by: Someone, because: str = "They are two groups.") -> Organisation:
    """Take them apart, as they stand."""
    db.session.rollback()
    read = db.session.get_one(Organisation, found.into_id).version
    return merging.take_apart(found, because, read, by=by)


def again(thing: Organisation) -> Organisation:
    """It, as it stands now."""
    db.session.rollback()
    return db.session.get_one(Organisation, thing.id)
