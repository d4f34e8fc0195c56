"""Organisations that were registered twice, in the states in which pages show them."""

from sqlalchemy import select
from sqlalchemy.orm import aliased

from portal.db.session import db
from portal.organisations import actions, merging, requests
from portal.organisations.models import Merge, Organisation
from portal.organisations.queries import leads_of
from portal.organisations.rules import Details
from portal.permissions import Role
from tests.states import application, checked_as, missing, once, someone

WHY = "The same hall and the same people."
TWO_GROUPS = "They share a hall, and nothing else."
REGISTERED_TWICE = "Robin Hood Repair Shop"


def waiting_pair() -> tuple[Organisation, Organisation]:
    """The two records of the demonstration that wait to be merged, the older one first."""
    first, second = aliased(Organisation), aliased(Organisation)
    pairs = select(first, second).join(second, (second.name_key == first.name_key) & (second.id > first.id))
    row = db.session.execute(pairs.where(first.merged_into_id.is_(None), second.merged_into_id.is_(None))).first()
    return (row[0], row[1]) if row else missing("pair of records")


def first_record() -> Organisation:
    """The older record of that pair."""
    return waiting_pair()[0]


def second_record() -> str:
    """The reference of the newer one."""
    return waiting_pair()[1].ref


def merge_there_is() -> Merge:
    """How a record of the demonstration was merged."""
    return db.session.scalars(select(Merge).where(Merge.apart_at.is_(None))).one()


def merged() -> Organisation:
    """The organisation that stands for two records."""
    return db.session.get_one(Organisation, merge_there_is().into_id)


def merge_ref() -> str:
    """The reference of that merge."""
    return merge_there_is().ref


def lead_of_merged() -> str:
    """The address of somebody who leads it."""
    return leads_of(merged().id)[0].email


@once
def merged_and_joined() -> Organisation:
    """The same, with somebody in the team who joined after the merge."""
    found, lead = merged(), someone(lead_of_merged())
    asked = requests.ask(found, "", by=someone("joins.later@example.org"))
    requests.accept(found, asked.ref, Role.MEMBER, by=lead)
    return found


@once
def two_again() -> Organisation:
    """A record that was merged into another one, and taken apart again: the leads of both had both letters."""
    details = Details(name=REGISTERED_TWICE, legal_form="group", address="1 Leeds Road", postcode="LS26 0AA")
    record = actions.register(details, by=someone("registers.twice@example.org"))
    stays, joyce = checked_as("verified"), someone("joyce")
    merging.merge(stays, record, WHY, {each.ref: each.version for each in (stays, record)}, by=joyce)
    found = db.session.scalars(select(Merge).where(Merge.record_id == record.id)).one()
    merging.take_apart(found, TWO_GROUPS, stays.version, by=joyce)
    return record


def applied() -> Organisation:
    """An organisation that has applied to the open round."""
    return db.session.get_one(Organisation, application("submitted", "autumn", 4).organisation_id)


def applied_too() -> str:
    """The reference of another one that has."""
    return db.session.get_one(Organisation, application("submitted", "autumn", 5).organisation_id).ref


def merging_applicants() -> dict[str, str]:
    """What an officer types who would merge those two."""
    return {"stays": applied().ref, "because": WHY}
