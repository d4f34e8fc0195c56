"""Short ways through asking, teams and checks, for their tests."""

from collections.abc import Mapping

from sqlalchemy import select

from portal.accounts.models import Person
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.organisations import verifying
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.queries import someone_for
from portal.organisations.verification import CHECKLIST, Mark
from portal.permissions import Role, Someone
from tests.assessments.builders import organisation_of, person

__all__ = ["again", "deeds", "home", "lead_too", "marks", "person_ref", "verified"]


def home(key: str) -> Organisation:
    """The organisation of one of the cast, as it stands now."""
    db.session.rollback()
    return organisation_of(key)


def again(id: int) -> Organisation:
    """An organisation in this thread's own session."""
    return db.session.get_one(Organisation, id)


def lead_too(organisation: Organisation, name: str = "Second") -> Someone:
    """One more lead of an organisation, as somebody who is signed in."""
    with action() as session:
        one = person(name)
        session.add(
            TeamMember(organisation_id=organisation.id, person_id=one.id, role=Role.LEAD.code, joined_at=utc_now())
        )
        email = one.email
    found = someone_for(email)
    assert found is not None
    return found


def person_ref(someone: Someone) -> str:
    """The reference by which a team's pages call somebody."""
    return db.session.get_one(Person, someone.person_id).ref


def marks(**other: Mark) -> Mapping[str, Mark]:
    """A checklist that says yes to everything, but for these lines."""
    return {item.code: Mark("yes", "Seen.") for item in CHECKLIST} | other


def verified(organisation: Organisation, by: Someone) -> Organisation:
    """The organisation, verified by this officer."""
    verifying.judge(organisation, "verify", marks(), "", organisation.version, by=by)
    return organisation


def deeds(subject: str, *verbs: str) -> list[str]:
    """The verbs that were written down of a kind of record, oldest first; only these where some are named."""
    question = select(Deed.verb).where(Deed.subject == subject).order_by(Deed.id)
    return list(db.session.scalars(question.where(Deed.verb.in_(verbs)) if verbs else question))
