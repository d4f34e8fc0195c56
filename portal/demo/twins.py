"""Organisations of the demonstration that were registered twice: one pair that is one again, and one that waits."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.demo import contacts, ground
from portal.demo.cast import BY_KEY
from portal.demo.checks import CAST
from portal.demo.sendings import Team, deed
from portal.demo.words import read_toml
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Merge, Organisation, TeamMember
from portal.organisations.rules import name_key

DAY = dt.timedelta(days=1)


def lay(session: Session, teams: list[Team]) -> None:
    """Two organisations whose people did not look first; Joyce has merged one pair, and the other waits for her."""
    busy = set(session.scalars(select(Application.organisation_id)))
    quiet = [team for team in teams if team.organisation_id not in busy and team.demo.key not in CAST]
    waiting, merged = (session.get_one(Organisation, team.organisation_id) for team in quiet[-2:])
    register_again(session, waiting, "Denise Holroyd", days=4)
    record = register_again(session, merged, "Marlon Gayle", days=31)
    merge(session, merged, record, utc_now() - 20 * DAY)


def register_again(session: Session, first: Organisation, name: str, *, days: int) -> Organisation:
    """The same organisation under nearly the same name, with somebody else for a lead; without its numbers."""
    at = utc_now() - days * DAY
    again = first.name.removeprefix("The ") if first.name.startswith("The ") else f"The {first.name}"
    record = Organisation(
        ref=new_id(),
        name=again,
        name_key=name_key(again),
        legal_form=first.legal_form,
        address=first.address,
        postcode=first.postcode,
        ward_code=first.ward_code,
        what=first.what,
        phone=first.phone,
        **contacts.person("main_contact", name, first.phone, "Treasurer"),
        communities=list(first.communities),
        wards=list(first.wards),
        languages=list(first.languages),
        created_at=at,
        waiting_since=at,
        check_opened_at=at,
    )
    person = ground.add_person(session, name, f"{name.lower().replace(' ', '.')}@example.org")
    session.add(record)
    session.flush()
    session.add(TeamMember(organisation_id=record.id, person_id=person.id, role="lead", joined_at=at))
    session.add(deed("organisation", record.id, "register", at, person.id))
    return record


def merge(session: Session, stays: Organisation, goes: Organisation, at: dt.datetime) -> None:
    """What Joyce found, and did."""
    joyce = session.scalars(select(Person.id).where(Person.email == BY_KEY["joyce"].email)).one()
    because = read_toml("town/checks")["twins"]["because"]
    goes.merged_into_id = stays.id
    for each in (stays, goes):
        each.version += 1
    session.add(Merge(record_id=goes.id, into_id=stays.id, because=because, merged_by=joyce, merged_at=at))
    session.add(deed("organisation", goes.id, "merge", at, joyce, into=stays.id))
    session.add(deed("organisation", stays.id, "take_in", at, joyce, record=goes.id))
    session.flush()
