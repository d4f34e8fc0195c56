"""The demonstration town, laid whole in one transaction: the same every time, but for identifiers nobody may guess."""

import datetime as dt
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications import words
from portal.applications.models import Application
from portal.db.session import action, db
from portal.demo import (
    alikes,
    asked,
    assisted,
    documents,
    equality,
    gates,
    ground,
    guests,
    inboxes,
    messages,
    post,
    reserves,
    twins,
)
from portal.demo.cast import CAST
from portal.demo.checks import look_after
from portal.demo.housekeeping import keep_settings
from portal.demo.making import make_rounds
from portal.demo.organisations import DemoOrganisation, more_applicants, organisations
from portal.demo.panels import Bench
from portal.demo.sendings import Desk, Team
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.organisations.models import Organisation, TeamMember

SMALLER = 100
SPRING = {"withdrawn": 2, "not_eligible": 4, "decided": 40}
SUMMER = {
    "draft": 6,
    "withdrawn": 5,
    "not_eligible": 10,
    "submitted": 6,
    "assessing": 55,
    "scored": 30,
    "decided": 37,
}
AUTUMN = {"draft": 8, "submitted": 8, "changes_asked": 1}


def is_built() -> bool:
    """Whether anything is there already."""
    return db.session.scalar(select(Person.id).limit(1)) is not None


def build() -> dict[str, int]:
    """Lay the town; how much of what there is now."""
    rng = Random(ground.SEED)
    today = london_day(utc_now())
    with action() as session:
        sixty = organisations(Random(ground.SEED))
        rounds = ground.lay_all(sixty, today)
        teams = move_in(session, [*sixty, *more_applicants(rng, SMALLER)])
        lived_in, everybody = teams[: len(sixty)], teams
        fill_rounds(session, rng, rounds, lived_in, everybody, today)
        equality.lay(session, rounds, {"spring": sum(SPRING.values()), "summer": sum(SUMMER.values())})
        messages.lay(session, Random(ground.SEED), lived_in, today)
        look_after(session, teams)
        documents.lay(session, teams)
        twins.lay(session, teams)
        keep_settings()
        make_rounds(today)
        inboxes.lay(session)
        make_findable()
    counted = {"organisations": Organisation, "people": Person, "rounds": Round, "applications": Application}
    return {what: db.session.scalar(select(func.count()).select_from(table)) or 0 for what, table in counted.items()}


def make_findable() -> None:
    """Let every application that was sent be found by its words."""
    words.find_unread()
    while words.read_unread():
        pass


def fill_rounds(
    session: Session, rng: Random, rounds: dict[str, Round], lived_in: list[Team], everybody: list[Team], today: dt.date
) -> None:
    """Applications for each round, in every state that its age allows, and what reviewers and panel made of them."""
    by_key = {team.demo.key: team for team in lived_in}
    amina, grace = by_key["tea_and_tech"], by_key["signing_circle"]
    cast = (amina, grace, by_key["kitchen_table"])
    many, few = ([team for team in teams if team not in cast] for teams in (everybody, lived_in))
    bench = Bench.of(session, rng, today)

    spring = Desk(session, rng, rounds["spring"], "spring", today)
    sent = spring.fill(["decided", "decided"], [amina, grace])
    sent += spring.fill(states(SPRING, rng), rng.sample(few, sum(SPRING.values())))
    bench.sit(rounds["spring"], sent)
    reserves.lay(session, rounds["spring"], sent)
    summer = Desk(session, rng, rounds["summer"], "summer", today)
    sent = summer.fill(["assessing"], [grace])
    bench.sit(rounds["summer"], sent + summer.fill(states(SUMMER, rng), rng.sample(many, sum(SUMMER.values()))))
    autumn = Desk(session, rng, rounds["autumn"], "autumn", today)
    guests.lay(session, *autumn.fill(["draft"], [amina]))
    applied = rng.sample(few, sum(AUTUMN.values()))
    sent = autumn.fill(states(AUTUMN, rng), applied)
    post.receipts(session, sent)
    asked.lay(session, autumn, sent)
    assisted.lay(session, autumn, [team for team in few if team not in applied])
    alikes.lay(session, autumn.round.id)
    gates.lay(session, rounds["summer"])


def states(plan: dict[str, int], rng: Random) -> list[str]:
    """The states of a plan, each as often as it says, in a mixed order."""
    found = [state for state, number in plan.items() for _ in range(number)]
    rng.shuffle(found)
    return found


def move_in(session: Session, town: list[DemoOrganisation]) -> list[Team]:
    """Give every organisation its row and a lead, where the cast has not done so already."""
    there = {row.name: row for row in session.scalars(select(Organisation))}
    leads = {
        row.organisation_id: row.person_id
        for row in session.scalars(select(TeamMember).where(TeamMember.role == "lead", TeamMember.left_at.is_(None)))
    }
    taken = {member.email for member in CAST}
    new = ground.add_organisations(session, [one for one in town if one.name not in there])
    teams = []
    for one in town:
        row = there.get(one.name) or new[one.key]
        if row.id not in leads:
            address = one.email if one.email not in taken else f"office.{one.email}"
            taken.add(address)
            person = ground.add_person(session, one.contact, address)
            leads[row.id] = person.id
            session.add(TeamMember(organisation_id=row.id, person_id=person.id, role="lead", joined_at=row.created_at))
        teams.append(Team(one, row.id, leads[row.id]))
    session.flush()
    return teams
