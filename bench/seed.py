"""Many applications: the demonstration's town, with one of its rounds copied until it has as many as are asked for.

Organisations, people, answers, readings, scores and history come along, so that every page has as much to show as in
a town that is lived in.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import count, islice
from pathlib import Path
from typing import Any

from flask_migrate import upgrade
from sqlalchemy import Connection, Table, func, insert, select, text

from portal.accounts.models import Person
from portal.app import create_app
from portal.applications.models import Application, SectionAnswers
from portal.assessments.models import Assessment, Score, Standing
from portal.db.session import db
from portal.demo.build import build
from portal.funds.models import Round
from portal.history.models import Deed
from portal.kit.refs import new_id, new_ref
from portal.organisations.models import Organisation, TeamMember
from tests.houses import settings

SEASON = "summer"
AT_ONCE = 1_000
Rows = list[dict[str, Any]]


def seed(url: str, folder: Path, number: int) -> str:
    """Fill an empty database with the town, and one of its rounds with so many applications; the round's code."""
    app = create_app(settings(url, folder))
    with app.test_request_context():
        upgrade()
        build()
        round_ = db.session.scalars(select(Round).where(Round.code.startswith(SEASON))).one()
        id, code = round_.id, round_.code
        db.session.remove()
        with db.engine.begin() as connection:
            copy(connection, id, number)
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        db.engine.dispose()
    return code


def copy(connection: Connection, round_id: int, number: int) -> None:
    """Copy the round's applications in turn until it has so many, each with an organisation of its own."""
    of_round = Application.round_id == round_id
    models = rows(connection, Application, of_round, Application.state.in_(("submitted", "assessing", "scored")))
    below = {
        table: by_key(rows(connection, table, key.in_([row["id"] for row in models])), key.key)
        for table, key in (
            (SectionAnswers, SectionAnswers.application_id),
            (Assessment, Assessment.application_id),
            (Standing, Standing.application_id),
        )
    }
    readings = [row["id"] for found in below[Assessment].values() for row in found]
    scores = by_key(rows(connection, Score, Score.assessment_id.in_(readings)), "assessment_id")
    deeds = by_key(rows(connection, Deed, Deed.subject == "application"), "subject_id")
    homes = {row["id"]: row for row in rows(connection, Organisation)}
    new: dict[Any, Rows] = defaultdict(list)
    ids = {table: count(top(connection, table) + 1) for table in (Application, Organisation, Person, Assessment)}
    there = connection.scalar(select(func.count()).select_from(Application).where(of_round)) or 0
    for place in range(number - there):
        model = models[place % len(models)]
        id, home, lead = next(ids[Application]), next(ids[Organisation]), next(ids[Person])
        new[Organisation].append(organisation(homes[model["organisation_id"]], home, place))
        new[Person].append(person(lead, place, model["started_at"]))
        new[TeamMember].append(member(home, lead, model["started_at"]))
        people = {"organisation_id": home, "started_by": lead, "submitted_by": lead}
        new[Application].append({**model, **people, "id": id, "ref": new_ref("GC")})
        for row in below[SectionAnswers][model["id"]]:
            new[SectionAnswers].append({**row, "application_id": id, "saved_by": lead})
        for row in below[Standing][model["id"]]:
            new[Standing].append({**row, "application_id": id})
        for row in deeds[model["id"]]:
            new[Deed].append({**{name: row[name] for name in row if name != "id"}, "subject_id": id})
        for row in below[Assessment][model["id"]]:
            reading = next(ids[Assessment])
            new[Assessment].append({**row, "id": reading, "application_id": id, "ref": new_id()})
            new[Score] += [{**score, "assessment_id": reading} for score in scores[row["id"]]]
    for table, found in new.items():
        put(connection, table.__table__, found)


def rows(connection: Connection, table: Any, *where: Any) -> Rows:
    """Rows of a table as they are."""
    return [dict(row) for row in connection.execute(select(table.__table__).where(*where)).mappings()]


def by_key(found: Rows, key: str) -> dict[int, Rows]:
    """Rows by the value of a column."""
    sorted_: dict[int, Rows] = defaultdict(list)
    for row in found:
        sorted_[row[key]].append(row)
    return sorted_


def top(connection: Connection, table: Any) -> int:
    """The highest id of a table."""
    return connection.scalar(select(func.max(table.id))) or 0


def organisation(model: dict[str, Any], id: int, place: int) -> dict[str, Any]:
    """A copy of an organisation, by another name and without its numbers, of which there is one each."""
    name = f"{model['name']} {place}"
    own = {"id": id, "ref": new_id(), "name": name, "name_key": name.casefold()}
    return {**model, **own, "charity_number": None, "company_number": None}


def person(id: int, place: int, at: dt.datetime) -> dict[str, Any]:
    """Somebody who leads an organisation."""
    return {"id": id, "ref": new_id(), "name": f"Lead {place}", "email": f"lead.{place}@example.org", "created_at": at}


def member(organisation_id: int, person_id: int, at: dt.datetime) -> dict[str, Any]:
    """Their place in its team."""
    return {"organisation_id": organisation_id, "person_id": person_id, "role": "lead", "joined_at": at}


def put(connection: Connection, table: Table, found: Iterable[dict[str, Any]]) -> None:
    """Insert rows, many at once, and let PostgreSQL count on from there."""
    waiting = iter(found)
    while some := list(islice(waiting, AT_ONCE)):
        connection.execute(insert(table), some)
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        sequence = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
        connection.execute(text(sequence))
