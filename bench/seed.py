"""Many applications: the demonstration's town with more organisations, more rounds, and its applications copied.

One round is being scored, the others are decided. Answers, readings, scores, decisions and history come along, so that
every page has as much to show as where people have worked for years.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Connection, insert, select, text
from sqlalchemy import func as sql

from portal.accounts.models import Person, SignIn
from portal.app import create_app
from portal.applications.models import Application, SectionAnswers
from portal.applications.words import ApplicationWords
from portal.assessments.models import Assessment, Decision, Score, Standing
from portal.db.session import db
from portal.demo.build import build
from portal.funds.models import FormVersion, Round
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.finding import words_of
from portal.kit.refs import digest, new_id, new_ref, new_token
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.words import OrganisationWords
from tests.houses import settings

LIVE, DECIDED, OPEN = "summer", "spring", "autumn"
"""The rounds of the demonstration: one that is being scored, one that is over, one that takes applications."""
AT_ONCE = 1_000
YEAR, DAY = dt.timedelta(days=364), dt.timedelta(days=1)
Row = dict[str, Any]


def seed(url: str, folder: Path, number: int, rounds: int) -> str:
    """Fill an empty database with so many applications in so many rounds; the code of the one being scored."""
    app = create_app(settings(url, folder))
    with app.test_request_context():
        upgrade()
        build()
        codes = {season: season_code(season) for season in (LIVE, DECIDED)}
        db.session.remove()
        with db.engine.begin() as connection:
            copies = Copies(connection, number // rounds)
            copies.fill(codes[LIVE], codes[LIVE])
            for year in range(1, rounds):
                copies.fill(codes[DECIDED], copies.another_round(codes[DECIDED], year))
            copies.write()
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        db.engine.dispose()
    return codes[LIVE]


def seed_drafts(url: str, folder: Path, number: int) -> tuple[Flask, list[tuple[str, str]]]:
    """Fill an empty database with so many drafts that are ready to be sent: each reference, and its lead's cookie."""
    app = create_app(settings(url, folder))
    with app.test_request_context():
        upgrade()
        build()
        code = season_code(OPEN)
        db.session.remove()
        with db.engine.begin() as connection:
            copies = Copies(connection, number)
            found = copies.drafts(code)
            copies.write()
        db.engine.dispose()
    return app, found


def season_code(season: str) -> str:
    """The code of the demonstration's round of that season."""
    return db.session.scalars(select(Round.code).where(Round.code.startswith(season))).one()


class Copies:
    """Rows to be written, with ids and references of their own."""

    def __init__(self, connection: Connection, each: int) -> None:
        """`each` is how many applications a round gets, each of another organisation."""
        self.connection, self.each = connection, each
        self.new: dict[Any, list[Row]] = defaultdict(list)
        self.ids = {
            table: count(self.top(table) + 1) for table in (Application, Assessment, Organisation, Person, Round)
        }
        alone = self.rows(Organisation, Organisation.merged_into_id.is_(None))
        self.homes = [self.home(model, place) for place, model in zip(range(each), cycle(alone))]

    def rows(self, table: Any, *where: Any) -> list[Row]:
        """Rows of a table as they are."""
        return [dict(row) for row in self.connection.execute(select(table.__table__).where(*where)).mappings()]

    def top(self, table: Any) -> int:
        """The highest id of a table."""
        return self.connection.scalar(select(sql.max(table.id))) or 0

    def home(self, model: Row, place: int) -> tuple[int, int]:
        """One more organisation with its lead; the ids of both."""
        id, lead, at = next(self.ids[Organisation]), next(self.ids[Person]), model["created_at"]
        name = f"{model['name']} {place}"
        own = {"id": id, "ref": new_id(), "name": name, "name_key": name.casefold()}
        self.new[Organisation].append({**model, **own, "charity_number": None, "company_number": None})
        email = f"lead.{place}@example.org"
        called = words_of(name)
        known = {"record_id": id, "name": called, "names": called, "more": words_of(model["postcode"], email)}
        self.new[OrganisationWords].append({**known, "at": at})
        self.new[Person].append(
            {"id": lead, "ref": new_id(), "name": f"Lead {place}", "email": email, "created_at": at}
        )
        self.new[TeamMember].append({"organisation_id": id, "person_id": lead, "role": "lead", "joined_at": at})
        return id, lead

    def another_round(self, code: str, year: int) -> str:
        """The same round so many years earlier; its code."""
        [model] = self.rows(Round, Round.code == code)
        new = {"id": next(self.ids[Round]), "code": f"{code}-{year}"}
        moved = {name: model[name] - year * YEAR for name in ("opens_at", "closes_at", "told_by")}
        self.new[Round].append({**model, **new, **moved})
        forms = self.rows(FormVersion, FormVersion.round_id == model["id"])
        self.new[FormVersion] += [{**form, "round_id": new["id"]} for form in forms]
        return str(new["code"])

    def fill(self, model_code: str, code: str) -> None:
        """Give a round its applications, copied in turn from a round of the demonstration."""
        [model] = self.rows(Round, Round.code == model_code)
        round_id = next((row["id"] for row in self.new[Round] if row["code"] == code), model["id"])
        models = self.rows(Application, Application.round_id == model["id"], Application.submitted_at.is_not(None))
        tables = (ApplicationWords, SectionAnswers, Standing, Decision, Assessment, Deed)
        below = {table: self.below(table, models) for table in tables}
        readings = [reading for found in below[Assessment].values() for reading in found]
        scores = by_key(self.rows(Score, Score.assessment_id.in_([row["id"] for row in readings])), "assessment_id")
        for (home, lead), application in zip(self.homes, cycle(models)):
            id, old = next(self.ids[Application]), application["id"]
            own = {"id": id, "ref": new_ref("GC"), "round_id": round_id, "organisation_id": home}
            self.new[Application].append({**application, **own, "started_by": lead, "submitted_by": lead})
            self.new[SectionAnswers] += [
                {**row, "application_id": id, "saved_by": lead} for row in below[SectionAnswers][old]
            ]
            self.new[Deed] += [{**without_id(row), "subject_id": id} for row in below[Deed][old]]
            self.new[ApplicationWords] += [
                {**without_id(row), "application_id": id, "naming": f"{row['naming']} {words_of(own['ref'])}"}
                for row in below[ApplicationWords][old]
            ]
            at = {"application_id": id, "round_id": round_id}
            self.new[Standing] += [{**row, **at} for row in below[Standing][old]]
            self.new[Decision] += [{**without_id(row), **at, "ref": new_ref("D")} for row in below[Decision][old]]
            for reading in below[Assessment][old]:
                new = {"id": next(self.ids[Assessment]), "application_id": id, "ref": new_id()}
                self.new[Assessment].append({**reading, **new})
                self.new[Score] += [{**score, "assessment_id": new["id"]} for score in scores[reading["id"]]]

    def drafts(self, code: str) -> list[tuple[str, str]]:
        """A draft for each organisation, with the answers of one that was sent, and a sign-in for its lead."""
        [round_] = self.rows(Round, Round.code == code)
        model = self.rows(Application, Application.round_id == round_["id"], Application.state == "submitted")[0]
        sections = self.rows(SectionAnswers, SectionAnswers.application_id == model["id"])
        unsent = {"state": "draft", "submitted_at": None, "submitted_by": None, "signed_name": None}
        found, now = [], utc_now()
        for home, lead in self.homes:
            id, ref, token = next(self.ids[Application]), new_ref("GC"), new_token()
            own = {"id": id, "ref": ref, "organisation_id": home, "started_by": lead}
            self.new[Application].append({**model, **unsent, **own})
            self.new[SectionAnswers] += [{**row, "application_id": id, "saved_by": lead} for row in sections]
            signed_in = {"ref": new_id(), "token_digest": digest(token), "person_id": lead, "own_device": False}
            moments = {"at": now, "last_seen_at": now, "expires_at": now + DAY}
            self.new[SignIn].append({**signed_in, **moments, "client": "Bench"})
            found.append((ref, token))
        return found

    def below(self, table: Any, models: list[Row]) -> dict[int, list[Row]]:
        """The rows of a table that belong to applications, by the application's id."""
        ids = [row["id"] for row in models]
        if table is Deed:
            return by_key(self.rows(Deed, Deed.subject == "application", Deed.subject_id.in_(ids)), "subject_id")
        return by_key(self.rows(table, table.application_id.in_(ids)), "application_id")

    def write(self) -> None:
        """Insert everything, many rows at once, parents first; and let PostgreSQL count on from there."""
        first = (Organisation, Person, TeamMember, Round, FormVersion, Application)
        for table in (*first, *(table for table in self.new if table not in first)):
            waiting = iter(self.new[table])
            while some := list(islice(waiting, AT_ONCE)):
                self.connection.execute(insert(table.__table__), some)
            name = table.__tablename__
            if self.connection.dialect.name == "postgresql" and "id" in table.__table__.columns:
                count_on = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))"
                self.connection.execute(text(count_on))


def by_key(found: Iterable[Row], key: str) -> dict[int, list[Row]]:
    """Rows by the value of a column."""
    sorted_: dict[int, list[Row]] = defaultdict(list)
    for row in found:
        sorted_[row[key]].append(row)
    return sorted_


def without_id(row: Row) -> Row:
    """A row that the database gives an id of its own."""
    return {name: value for name, value in row.items() if name != "id"}
