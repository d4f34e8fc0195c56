"""One search for council people: by reference, organisation, person or words, within what they may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, or_, select

from portal.accounts.models import CouncilRole, Person
from portal.applications.words import is_unread
from portal.assessments import finding as applications
from portal.assessments.access import Reads, reads
from portal.assessments.finding import Found
from portal.db.session import db
from portal.kit.finding import Asked
from portal.kit.paging import Page
from portal.organisations import finding as organisations
from portal.organisations.check_queries import in_conflict
from portal.permissions import Permission as P
from portal.permissions import Someone

FIRST = 5
"""So many organisations are shown above the applications; there is a page of all."""
FOLLOWED = 20
"""The applications of so many of the organisations found come before those in which the words occur."""
PEOPLE_MOST = 10
NOTHING: Page[Any] = Page([], None, None)


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, by kind, each as far as this person may see it."""

    organisations: Page[Any] = NOTHING
    applications: Page[Found] = NOTHING
    people: Sequence[Any] = ()
    by_more: frozenset[int] = frozenset()
    more_organisations: bool = False
    is_unread: bool = False

    @property
    def are_any(self) -> bool:
        """Whether anything was found at all."""
        return bool(self.organisations.rows or self.applications.rows or self.people)


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody's search goes through."""

    applications: Reads
    organisations: bool
    people: bool


def scope_of(someone: Someone) -> Scope:
    """The same for this person: organisations for who checks them, colleagues for who says what roles they hold."""
    return Scope(reads(someone), someone.may(P.ORGANISATION_VERIFY), someone.may(P.SETTINGS_EDIT))


def search(wanted: Asked, someone: Someone, after: str | None) -> Results:
    """A page of the applications found; before the first, the first organisations and people."""
    scope, first = scope_of(someone), not after
    those, followed = NOTHING, list[int]()
    if scope.organisations:
        those = organisations.found(wanted, in_conflict(someone.person_id), size=FOLLOWED)
        followed = [row.id for row in those.rows]
    elif scope.applications is not Reads.NOTHING:
        followed = organisations.called(wanted, FOLLOWED)
    shown = organisations.once_each(those.rows)
    return Results(
        organisations=Page(shown[:FIRST], None, None) if first else NOTHING,
        more_organisations=len(shown) > FIRST or those.after is not None,
        applications=applications.found(wanted, followed, someone, after),
        people=people_called(wanted) if scope.people and first else (),
        by_more=found_by_more(those, wanted),
        is_unread=scope.applications is not Reads.NOTHING and is_unread(),
    )


def all_organisations(wanted: Asked, someone: Someone, after: str | None) -> Results:
    """A page of the organisations alone. For who may see any."""
    those = organisations.found(wanted, in_conflict(someone.person_id), after)
    page = Page(organisations.once_each(those.rows), those.after, those.before)
    return Results(organisations=page, by_more=found_by_more(those, wanted))


def found_by_more(those: Page[Any], wanted: Asked) -> frozenset[int]:
    """Of the organisations found, those that are not called so."""
    return frozenset(row.id for row in those.rows if not organisations.is_by_name(row, wanted))


def people_called(wanted: Asked) -> Sequence[Any]:
    """Council people with all these words in their name or address; one more than are shown."""
    words = [
        or_(*(column.icontains(each, autoescape=True) for column in (Person.name, Person.email)))
        for each in wanted.typed.replace('"', " ").split()
    ]
    return db.session.execute(
        select(Person.ref, Person.name, Person.email)
        .where(Person.id.in_(select(CouncilRole.person_id)), and_(*words))
        .order_by(Person.name, Person.id)
        .limit(PEOPLE_MOST + 1)
    ).all()
