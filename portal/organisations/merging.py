"""The verbs of merging: saying that two records are one organisation, and taking them apart again.

Nothing that points to either record is written over: the record that goes only points to the one that stays. Whoever
merges holds both rows in the order of their ids, whoever takes apart the record first; every other verb waits at one of
them (`one.held`), so that of two deeds at once the second finds out.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.db.session import action, locked
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import N_, Say
from portal.organisations import notices_merging as notices
from portal.organisations.check_queries import in_conflict
from portal.organisations.models import Merge, Organisation, TeamInvitation, TeamMember
from portal.organisations.one import is_of
from portal.organisations.teams import end_invitations, overtake
from portal.organisations.verification import CONFLICT
from portal.permissions import Permission, Role, Someone

CHANGED = N_("Somebody else changed one of the two while you had them open. Read what stands now, then decide.")
REASON_NEEDED = N_("Say why they are one organisation. Both teams read these words.")
APART_NEEDED = N_("Say why they are two organisations. Both teams read these words.")
HAS_RECORDS = N_(
    "Other records were merged into {name}. Let {name} stay, or take those apart first: nothing is merged twice over."
)
NUMBER_TAKEN = N_(
    "{other} has the number of {name} now. A number belongs to one organisation: one of them has to change it first."
)
NO_LEAD = N_("The team of {name} would have no lead: {people}. Ask a lead to make one of them a lead first.")

Obstacles = Callable[[Session, Organisation, Organisation], list[Say]]
BEFORE: list[Callable[[Session, Organisation, Organisation], None]] = []
"""What is held before the two are, where rooms above hold it before organisations; they put theirs here."""
OBSTACLES: list[Obstacles] = []
"""What stands in the way of merging the second into the first. A room above puts its own rules here when imported."""
FOLLOWING: list[Callable[[Session, Organisation], None]] = []
"""What follows once an organisation took a record in, in the same deed; rooms above put theirs here."""
PARTING: list[Callable[[Session, Merge], None]] = []
"""What follows once a record stands for itself again, in the same deed; rooms above put theirs here."""


def merge(stays: Organisation, goes: Organisation, because: str, read: Mapping[str, int], *, by: Someone) -> None:
    """Say that two records are one organisation, under the one that stays. `read` is each one's version, by reference.

    Raises NotAllowed for who may not check organisations or stands near to either, Clash where one was changed since,
    Invalid without a reason, and WrongState, saying what stands in the way.
    """
    with action() as session:
        for before in BEFORE:
            before(session, stays, goes)
        hold(session, stays, goes)
        allowed(session, stays, goes, by=by)
        if any(each.version != read.get(each.ref) or each.merged_into_id is not None for each in (stays, goes)):
            raise Clash(CHANGED)
        if not because:
            raise Invalid({"because": REASON_NEEDED})
        for why_not in obstacles(session, stays, goes):
            raise WrongState(why_not)
        goes.merged_into_id = stays.id
        count_up(stays, goes)
        found = Merge(record_id=goes.id, into_id=stays.id, because=because, merged_by=by.person_id, merged_at=utc_now())
        session.add(found)
        session.flush()
        note(goes, "merge", by=by, into=stays.id)
        note(stays, "take_in", by=by, record=goes.id)
        overtake(session, stays, members(session, stays))
        for follow in FOLLOWING:
            follow(session, stays)
        notices.merged(found, stays, goes)


def take_apart(found: Merge, because: str, read: int, *, by: Someone) -> Organisation:
    """Let a record stand for itself again; the record. `read` is the version of the one it was merged into.

    What was made meanwhile stays with that one. Raises as `merge` does.
    """
    with action() as session:
        record = locked(session.get_one(Organisation, found.record_id))
        other = locked(session.get_one(Organisation, found.into_id))
        merged = locked(found)
        allowed(session, record, other, by=by)
        if merged.apart_at is not None or other.version != read:
            raise Clash(CHANGED)
        if not because:
            raise Invalid({"because": APART_NEEDED})
        for why_not in obstacles_apart(session, record, other):
            raise WrongState(why_not)
        record.merged_into_id = None
        count_up(record, other)
        merged.apart_at, merged.apart_by, merged.apart_because = utc_now(), by.person_id, because
        session.flush()
        note(record, "stand_again", by=by, was=other.id)
        note(other, "let_go", by=by, record=record.id)
        for own, others in ((record.id, other.id), (other.id, record.id)):
            end_strangers_invitations(session, own, others)
        for follow in PARTING:
            follow(session, merged)
        notices.taken_apart(merged, record, other)
    return record


def hold(session: Session, *both: Organisation) -> None:
    """Hold two organisations until the deed ends, the lower id first, whichever stays. Raises NotThere for just one."""
    if len({each.id for each in both}) < len(both):
        raise NotThere()
    for each in sorted(both, key=lambda one: one.id):
        locked(each)


def allowed(session: Session, *both: Organisation, by: Someone) -> None:
    """Raises NotAllowed for who may not check organisations, and for who stands near to one of these."""
    if not by.may(Permission.ORGANISATION_VERIFY):
        raise NotAllowed()
    near = select(Organisation.id).where(in_conflict(by.person_id), Organisation.id.in_([each.id for each in both]))
    if session.scalar(near.limit(1)) is not None:
        raise NotAllowed(CONFLICT)


def count_up(*both: Organisation) -> None:
    """Let every page that was made before know that it is old."""
    for each in both:
        each.version += 1


def obstacles(session: Session, stays: Organisation, goes: Organisation) -> list[Say]:
    """What stands in the way of merging the second into the first, each as a sentence."""
    found = []
    if session.scalar(select(Organisation.id).where(Organisation.merged_into_id == goes.id).limit(1)) is not None:
        found.append(Say(HAS_RECORDS, name=goes.name))
    for rules in OBSTACLES:
        found += rules(session, stays, goes)
    return found


def obstacles_apart(session: Session, record: Organisation, other: Organisation) -> list[Say]:
    """What stands in the way of letting a record stand for itself again."""
    found = []
    numbers = [(record.charity_number, other.charity_number), (record.company_number, other.company_number)]
    if any(own is not None and own == its for own, its in numbers):
        found.append(Say(NUMBER_TAKEN, name=record.name, other=other.name))
    stays = is_of(TeamMember.organisation_id, other.id), TeamMember.organisation_id != record.id
    for each, its in ((record, (TeamMember.organisation_id == record.id,)), (other, stays)):
        people = without_lead(session, *its)
        if people:
            found.append(Say(NO_LEAD, name=each.name, people=", ".join(people)))
    return found


def end_strangers_invitations(session: Session, own: int, others: int) -> None:
    """End what people of the other team sent while they were of this one: nobody joins on their word any more."""
    team = select(TeamMember.person_id).where(is_of(TeamMember.organisation_id, own), TeamMember.left_at.is_(None))
    strangers = select(TeamMember.person_id).where(is_of(TeamMember.organisation_id, others))
    sent_by = TeamInvitation.invited_by
    end_invitations(session, own, sent_by.in_(strangers), sent_by.not_in(team))


def without_lead(session: Session, *whose: ColumnElement[bool]) -> list[str]:
    """Who has these places in a team, where none of them leads it; nobody where one does, or nobody is left."""
    question = (
        select(TeamMember.role, Person.name, Person.email)
        .join(Person, Person.id == TeamMember.person_id)
        .where(*whose, TeamMember.left_at.is_(None))
        .order_by(TeamMember.id)
    )
    rows = session.execute(question).all()
    return [] if any(row.role == Role.LEAD.code for row in rows) else [row.name or row.email for row in rows]


def members(session: Session, organisation: Organisation) -> list[int]:
    """Who is in the team just now."""
    its = is_of(TeamMember.organisation_id, organisation.id)
    return list(session.scalars(select(TeamMember.person_id).where(its, TeamMember.left_at.is_(None))))
