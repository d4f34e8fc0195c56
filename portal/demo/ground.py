"""What the demonstration and the tests both stand on: the council's words, the places, the cast, one round."""

import datetime as dt
from collections.abc import Iterable
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import CouncilRole, Person
from portal.accounts.rules import needs_second_factor
from portal.db.session import action
from portal.demo.apps import give_app, remember
from portal.demo.cast import CAST, CastMember
from portal.demo.contacts import contacts_of
from portal.demo.organisations import DemoOrganisation, organisations
from portal.demo.timetable import SEASONS, weeks_to_move
from portal.demo.words import here, read_text
from portal.funds import actions as funds
from portal.funds.models import Round
from portal.funds.toml import RoundFile, read
from portal.kit.dates import from_london, in_london, london_day, utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.rules import name_key
from portal.permissions import BY_CODE, PORTAL, TEAM_ROLES
from portal.places import actions as places
from portal.programme import actions as programme
from portal.programme import vocabulary

SEED = 2026
HERE_SINCE = dt.timedelta(days=300)
DATES = ("opens_at", "closes_at", "checked_by", "assessed_by", "panel_on", "told_by")


def lay(today: dt.date | None = None) -> None:
    """The whole ground, in one transaction: words, places, the cast with their organisations, the open round."""
    teams = {member.team for member in CAST if member.team}
    with action() as session:
        settle(session, [one for one in organisations(Random(SEED)) if one.key in teams])
        load_round("autumn", today or london_day(utc_now()))


def lay_all(town: list[DemoOrganisation], today: dt.date) -> dict[str, Round]:
    """The same ground with all of the town's organisations on it, and with all three rounds, by season."""
    with action() as session:
        settle(session, town)
        return {season: load_round(season, today) for season in SEASONS}


def settle(session: Session, town: Iterable[DemoOrganisation]) -> None:
    """The council's words, the places of the small tables, these organisations, and the cast in their teams."""
    tables = here() / "places"
    programme.load(vocabulary.read(read_text("vocabulary.toml")))
    places.load(
        wards=tables / "wards.csv",
        neighbourhoods=tables / "neighbourhoods.csv",
        postcodes=tables / "postcodes.csv",
        by=PORTAL,
    )
    cast(session, add_organisations(session, town))


def add_organisations(session: Session, town: Iterable[DemoOrganisation]) -> dict[str, Organisation]:
    """Organisations of the town as rows, by their key."""
    there = {one.key: organisation(one) for one in town}
    session.add_all(there.values())
    session.flush()
    return there


def organisation(one: DemoOrganisation) -> Organisation:
    """One organisation of the town as a row."""
    return Organisation(
        ref=new_id(),
        name=one.name,
        name_key=name_key(one.name),
        legal_form=one.legal_form,
        charity_number=one.charity_number or None,
        company_number=one.company_number or None,
        address=one.address,
        postcode=one.postcode,
        ward_code=one.ward,
        what=one.does,
        phone=one.phone,
        **contacts_of(one),
        income_band=one.income_band,
        communities=list(one.communities),
        wards=list(one.wards),
        languages=list(one.languages),
        created_at=utc_now() - HERE_SINCE,
    )


def cast(session: Session, there: dict[str, Organisation]) -> None:
    """Everybody with an account, their council roles, and their places in teams."""
    people = {one.key: add_person(session, one.name, one.email) for one in CAST if one.has_account}
    for member in CAST:
        if member.has_account:
            give(session, member, people[member.key], there, by=people["wei"])
    session.flush()


def add_person(session: Session, name: str, email: str) -> Person:
    """A person who has been here for a while."""
    person = Person(ref=new_id(), email=email, name=name, created_at=utc_now() - HERE_SINCE)
    session.add(person)
    session.flush()
    return person


def give(session: Session, member: CastMember, person: Person, there: dict[str, Organisation], *, by: Person) -> None:
    """The roles of one of the cast: in their team, and with the council, for which they have an authenticator app."""
    since = utc_now() - HERE_SINCE
    for role in (BY_CODE[code] for code in member.roles if code in BY_CODE):
        if role in TEAM_ROLES:
            home = there[member.team].id
            session.add(TeamMember(organisation_id=home, person_id=person.id, role=role.code, joined_at=since))
        else:
            session.add(CouncilRole(person_id=person.id, role=role.code, given_at=since))
            remember(session, person, "give_role", since, by.id, role=role.code)
    if needs_second_factor(member.council_roles):
        give_app(session, member, person, since)


def load_round(season: str, today: dt.date) -> Round:
    """One of the three rounds (spring, summer, autumn), moved by whole weeks so that the last is open today."""
    found = shifted(read(read_text(f"rounds/getting-connected-{season}.toml")), weeks_to_move(today))
    with action() as session:
        funds.load(found, by=PORTAL)
        return session.scalars(select(Round).where(Round.code == found.round["code"])).one()


def shifted(found: RoundFile, by: dt.timedelta) -> RoundFile:
    """The same round so many weeks later; a clock time stays what a British clock shows."""
    moved = {name: later(found.round[name], by) for name in DATES}
    return RoundFile(found.fund, {**found.round, **moved}, found.form)


def later(when: dt.date, by: dt.timedelta) -> dt.date:
    """A day, or a moment by the British clock, so much later."""
    if isinstance(when, dt.datetime):
        return from_london((in_london(when) + by).replace(tzinfo=None))
    return when + by
