"""Short ways to put applications before the panel: with a lead, answers, scores and a place in the ranking."""

from collections.abc import Mapping, Sequence
from itertools import count

from sqlalchemy import select, update

from portal.accounts.models import CouncilRole, Person
from portal.applications.models import Application, SectionAnswers
from portal.assessments.models import Assessment, Decision, Score, Standing
from portal.db.session import action, db
from portal.demo.cast import BY_KEY
from portal.funds import queries as funds
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id, new_ref
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.queries import someone_for
from portal.permissions import Role, Someone
from tests.assessments import gates

ROUND = "autumn-2026"
numbers = count(1)


def the_round(budget: int | None = None) -> Round:
    """The town's round, with another budget (pence) where one is given."""
    round_ = db.session.scalars(select(Round).where(Round.code == ROUND)).one()
    if budget is not None:
        with action() as session:
            largest = min(round_.largest_pence, budget)
            limits = {"largest_pence": largest, "smallest_pence": min(round_.smallest_pence, largest)}
            session.execute(update(Round).where(Round.id == round_.id).values(budget_pence=budget, **limits))
    return round_


def person(name: str) -> Person:
    """Somebody with an address of their own."""
    person = Person(ref=new_id(), email=f"{name.lower()}.{next(numbers)}@example.org", name=name, created_at=utc_now())
    db.session.add(person)
    db.session.flush()
    return person


def approver(name: str) -> Someone:
    """One more approver, as somebody who is signed in."""
    with action() as session:
        one = person(name)
        session.add(CouncilRole(person_id=one.id, role=Role.APPROVER.code, given_at=utc_now()))
    found = someone_for(one.email)
    assert found is not None
    return found


def organisation(name: str = "", leads: int = 1) -> Organisation:
    """An organisation with so many leads and one member."""
    name = name or f"Group {next(numbers)}"
    found = Organisation(ref=new_id(), name=name, name_key=name.casefold(), legal_form="group", created_at=utc_now())
    db.session.add(found)
    db.session.flush()
    for role in ["lead"] * leads + ["member"]:
        db.session.add(
            TeamMember(organisation_id=found.id, person_id=person("Lee").id, role=role, joined_at=found.created_at)
        )
    return found


def organisation_of(key: str) -> Organisation:
    """The organisation of one of the cast."""
    return db.session.scalars(
        select(Organisation)
        .join(TeamMember, TeamMember.organisation_id == Organisation.id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(Person.email == BY_KEY[key].email)
    ).one()


def application(
    round_: Round,
    home: Organisation | None = None,
    *,
    asked: int = 300_000,
    state: str = "scored",
    title: str = "",
    wards: Mapping[str, int] | None = None,
    is_checked: bool = True,
) -> Application:
    """An application that was sent, in some state; `asked` in pence, `wards` people by ward code.

    Where it waits to be judged, every line of its gate was found to pass, unless it is said otherwise.
    """
    home = home or organisation()
    lead = db.session.scalars(
        select(TeamMember.person_id).where(TeamMember.organisation_id == home.id).order_by(TeamMember.id)
    ).first()
    now = utc_now()
    found = Application(
        ref=new_ref("GC"),
        round_id=round_.id,
        form_number=round_.form_number,
        organisation_id=home.id,
        started_by=lead,
        started_at=now,
        changed_at=now,
        eligibility={},
        known_closes_at=round_.closes_at,
        title=title or f"Project {next(numbers)}",
        summary="We help neighbours online.",
        amount_pence=asked,
        people=sum((wards or {}).values()) or None,
        submitted_at=now,
        submitted_by=lead,
        signed_name="Lee",
        state=state,
    )
    db.session.add(found)
    db.session.flush()
    if is_checked and state == "submitted":
        gates.let_pass(found)
    if wards:
        answers = {"wards": {code: str(people) for code, people in wards.items()}}
        db.session.add(
            SectionAnswers(
                application_id=found.id,
                section="people",
                answers=answers,
                version=1,
                saved_at=now,
                saved_by=lead,
                form=new_id(),
            )
        )
    return found


def stand(found: Application, points: int, lowest: int | None = None, highest: int | None = None) -> Standing:
    """Its place in the ranking, in hundredths of a point."""
    standing = Standing(
        application_id=found.id,
        round_id=found.round_id,
        points=points,
        lowest=points if lowest is None else lowest,
        highest=points if highest is None else highest,
        at=utc_now(),
    )
    db.session.add(standing)
    return standing


def read(found: Application, reviewer_id: int, points: int = 4, *, is_third: bool = False) -> Assessment:
    """A finished reading with the same points on every criterion, each with its reason."""
    criteria = funds.form_of(found.round_id, found.form_number).criteria
    now = utc_now()
    assessment = Assessment(
        ref=new_id(),
        application_id=found.id,
        reviewer_id=reviewer_id,
        is_third=is_third,
        shared_at=now,
        finished_at=now,
        points=points * 100,
        state="finished",
        scores=[
            Score(
                criterion=each.code,
                points=points,
                reason=f"{each.title}: {points} from reader {reviewer_id}.",
                version=1,
                form=new_id(),
                saved_at=now,
            )
            for each in criteria
        ],
    )
    db.session.add(assessment)
    return assessment


def scored(
    round_: Round,
    asked: Sequence[int] = (300_000,),
    *,
    readers: Sequence[int] = (),
    home: Organisation | None = None,
) -> list[Application]:
    """Applications before the panel, the best first, each asking for so many pence and read by these reviewers."""
    with action():
        found = []
        for place, pence in enumerate(asked):
            one = application(round_, home, asked=pence)
            stand(one, 480 - place, 450 - place, 500 - place)
            for reviewer_id in readers:
                read(one, reviewer_id)
            found.append(one)
    return found


def decisions() -> list[Decision]:
    """Every decision as it stands in the database now."""
    db.session.rollback()
    return list(db.session.scalars(select(Decision).order_by(Decision.id)))


LETTER = "Dear friends,\n\n[the decision]\n\nThank you."
WORDS = ("Good people, good plan.", LETTER)
