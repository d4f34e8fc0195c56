"""Documents that a few organisations of the demonstration gave: checked, about to end, out of date."""

import datetime as dt
import io

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from portal.applications.models import Application, SectionAnswers
from portal.applications.needed import fix
from portal.demo.papers import one_page
from portal.demo.sendings import Team, deed
from portal.demo.words import read_toml
from portal.files import storage
from portal.files.actions import use
from portal.files.models import File
from portal.files.rules import in_words
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.kit.refs import new_id
from portal.organisations.documents import FILE
from portal.organisations.models import Document, Organisation

GIVEN: dict[str, dict[str, int | None]] = {
    "tea_and_tech": {"governing": None, "safeguarding": 200, "insurance": 20},
    "signing_circle": {"governing": None, "accounts": -12, "safeguarding": 150, "insurance": 240},
    "kitchen_table": {"accounts": 90},
}
"""By organisation and sort: in how many days it ends, be it in the past."""
DAYS_AGO = 120
WITH_RULES = {"tea_and_tech": "autumn", "signing_circle": "summer"}
NEEDED = ("accounts", "insurance")
PART, QUESTION = "documents", "rules"
LOOKED = dt.timedelta(minutes=1)


def lay(session: Session, teams: list[Team]) -> None:
    """Give the cast's organisations their documents, with what lies in the store."""
    told = read_toml("town/papers")
    by_key = {team.demo.key: team for team in teams}
    for key, sorts in GIVEN.items():
        team = by_key[key]
        for number, (sort, days) in enumerate(sorts.items()):
            at = utc_now() - dt.timedelta(days=DAYS_AGO - 3 * number)
            file = file_from(session, told[sort]["name"], page_for(team, told[sort]), at, team.lead_id)
            ends = None if days is None else london_day(utc_now()) + dt.timedelta(days=days)
            document = Document(
                organisation_id=team.organisation_id,
                sort=sort,
                file_id=file.id,
                expires_on=ends,
                given_by=team.lead_id,
                given_at=at,
            )
            session.add(document)
            session.flush()
            use(session, file, document, FILE)
            row = deed(Organisation.kind, team.organisation_id, "give_document", at, team.lead_id)
            row.facts = {"sort": sort, "document": document.id}
            session.add(row)
    attach(session, teams)


def attach(session: Session, teams: list[Team]) -> None:
    """Amina's draft and Grace's application have their rules with them: the document that the organisation gave."""
    ids = {team.demo.key: team.organisation_id for team in teams}
    for key, season in WITH_RULES.items():
        application = session.scalars(
            select(Application)
            .join(Round, Round.id == Application.round_id)
            .where(Application.organisation_id == ids[key], Round.code.startswith(season))
        ).one()
        file = session.scalars(
            select(File)
            .join(Document, Document.file_id == File.id)
            .where(Document.organisation_id == ids[key], Document.sort == "governing")
        ).one()
        row = session.get(SectionAnswers, (application.id, PART))
        if row is None:
            row = SectionAnswers(application_id=application.id, section=PART, answers={}, version=1, form=new_id())
            row.saved_at, row.saved_by = application.changed_at, application.started_by
            session.add(row)
        row.answers = {**row.answers, QUESTION: {"ref": file.ref, "name": file.name, "size": in_words(file.size)}}
        use(session, file, application, QUESTION)
        if application.submitted_at:
            send_along(session, application)


def send_along(session: Session, application: Application) -> None:
    """Fix with a sent application what its round needs of the documents that its organisation gave."""
    given = select(Document).where(Document.organisation_id == application.organisation_id, Document.sort.in_(NEEDED))
    for document in session.scalars(given.order_by(Document.id).options(joinedload(Document.file))):
        fix(session, application, document)


def page_for(team: Team, told: dict[str, list[str]]) -> bytes:
    """One page with the organisation's name at its head."""
    return one_page(team.demo.name, told["lines"])


def file_from(session: Session, name: str, content: bytes, at: dt.datetime, by: int) -> File:
    """A file that was sent and found to be well, some time ago."""
    laid = storage.lay(io.BytesIO(content))
    file = File(
        ref=new_id(),
        key=laid.key,
        name=name,
        format="pdf",
        size=laid.size,
        digest=laid.digest,
        sent_by=by,
        sent_at=at,
        due_at=at,
        ready_at=at + LOOKED,
        state="ready",
    )
    session.add(file)
    session.flush()
    session.add(deed(File.kind, file.id, "pass", at + LOOKED, None, ("waiting", "ready"), scanned=0, cleaned=0))
    return file
