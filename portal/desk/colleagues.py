"""Who can do a piece of work: whose roles empty its queue, and for whom the very thing waits."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import literal, select, union_all
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.visitors import replacement_traverse

from portal.accounts.models import CouncilRole, Person
from portal.accounts.queries import called
from portal.db.base import BigKey
from portal.db.session import db
from portal.desk.beside import Here, narrow
from portal.desk.rules import COLLEAGUES_MOST
from portal.kit.dates import utc_now
from portal.permissions import BY_CODE, COUNCIL_ROLES, Role, Someone

PEOPLE, ROLES = Person.__table__, CouncilRole.__table__


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can take a thing."""

    id: int
    ref: str
    name: str


def who_can(here: Here, *, but: Someone) -> list[Colleague]:
    """The colleagues for whom a thing waits as well, by name, in two statements.

    Each is asked after with their own eyes. So whoever stands back from it for a conflict of interest is not named,
    like anybody else who cannot take it.
    """
    needed = [role.code for role in COUNCIL_ROLES if here.work.needs in role.value.permissions]
    some = (
        select(PEOPLE.c.id)
        .join(ROLES, ROLES.c.person_id == PEOPLE.c.id)
        .where(ROLES.c.role.in_(needed), PEOPLE.c.id != but.person_id)
        .distinct()
        .order_by(PEOPLE.c.id)
        .limit(COLLEAGUES_MOST)
    )
    held = (
        select(PEOPLE.c.id, PEOPLE.c.ref, called(PEOPLE.c).label("name"), ROLES.c.role)
        .join(ROLES, ROLES.c.person_id == PEOPLE.c.id)
        .where(PEOPLE.c.id.in_(some.scalar_subquery()))
    )
    roles: dict[Colleague, set[Role]] = defaultdict(set)
    for row in db.session.execute(held):
        roles[Colleague(row.id, row.ref, row.name)].add(BY_CODE[row.role])
    theirs = having(here, [(each.id, frozenset(held)) for each, held in roles.items()])
    return sorted((each for each in roles if each.id in theirs), key=lambda each: (each.name.casefold(), each.id))


def having(here: Here, people: Sequence[tuple[int, frozenset[Role]]]) -> set[int]:
    """Those of these people, each with their roles, in whose inbox the thing waits."""
    questions = tuple(here.work.question(Someone(id, "", "", council_roles=roles)) for id, roles in people)
    if not questions:
        return set()
    told: dict[str, Any] = {f"reader_{place}": id for place, (id, _) in enumerate(people)}
    found = db.session.execute(everybodys(questions), {**told, "now": utc_now(), "target": here.target})
    return {people[row.place][0] for row in found}


@cache
def everybodys(questions: tuple[Any, ...]) -> Any:
    """The same question as many people ask it: the place of each for whom the thing of TARGET waits."""
    parts = []
    for place, question in enumerate(questions):

        def own(element: Any, place: int = place, **_more: Any) -> Any:
            """The parameter for who reads, under a name for this reader alone."""
            if isinstance(element, BindParameter) and element.key == "reader":
                return BindParameter(f"reader_{place}", type_=BigKey, required=True)
            return None

        there = replacement_traverse(narrow(question), {}, own).subquery()
        parts.append(select(literal(place).label("place"), there.c.id))
    return union_all(*parts)
