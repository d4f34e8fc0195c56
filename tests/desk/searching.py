"""Short ways to what the council's search finds."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from sqlalchemy import select

from portal.applications import words as applications
from portal.applications.models import Application, SectionAnswers
from portal.assessments.models import Assessment
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations import words as organisations
from portal.organisations.models import Organisation
from portal.permissions import Someone
from tests.assessments import builders
from tests.reader import Reader

REF = re.compile(r'href="/review/applications/([^"/]+)"')
ORGANISATION = re.compile(r'href="/verification/([^"/]+)"')
As = Callable[[str], Reader]


def answered(application: Application, **texts: str) -> Application:
    """The same with these answers in the section about the project, kept as a sent one's words are."""
    with action() as session:
        its = (application.id, "project")
        row = session.get(SectionAnswers, its)
        if row is None:
            own: dict[str, Any] = {"application_id": its[0], "section": its[1], "version": 1, "saved_at": utc_now()}
            row = SectionAnswers(**own, saved_by=application.started_by, form=new_id(), answers={})
            session.add(row)
        row.answers = {**row.answers, **texts}
        application.title = row.answers.get("title", application.title)
        session.flush()
        applications.keep_words(application)
    return application


def sent(round_: Round, title: str, plan: str, *, name: str = "", state: str = "assessing") -> Application:
    """An application with this title and plan, of an organisation of that name."""
    with action():
        found = builders.application(round_, builders.organisation(name), state=state, title=title)
    return answered(found, title=title, plan=plan)


def text_of(client: Reader, words: str, **more: str) -> str:
    """The page that a search answers."""
    answer = client.get("/search", query_string={"q": words, **more})
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.text.partition("<main")[2].partition("</main>")[0])


def found(client: Reader, words: str, **more: str) -> list[str]:
    """The references of the applications that a search lists, in their order."""
    return REF.findall(text_of(client, words, **more))


def organisations_found(client: Reader, words: str, **more: str) -> list[str]:
    """The references of the organisations that a search lists."""
    return ORGANISATION.findall(text_of(client, words, **more))


def kept_of_applications() -> dict[int, tuple[str, str]]:
    """The words of each application, as they are kept."""
    db.session.rollback()
    table = applications.ApplicationWords
    return {row.application_id: (row.naming, row.rest) for row in db.session.scalars(select(table))}


def due_of_applications() -> dict[int, tuple[str, str]]:
    """The words that each application that was sent should have, and no draft."""
    db.session.rollback()
    sent_ones = select(Application).where(Application.submitted_at.is_not(None))
    return {each.id: applications.words_in(each) for each in db.session.scalars(sent_ones)}


def kept_of_organisations() -> dict[int, tuple[str, str]]:
    """The words of each record, as they are kept, but for earlier names."""
    db.session.rollback()
    return {row.record_id: (row.name, row.more) for row in db.session.scalars(select(organisations.OrganisationWords))}


def due_of_organisations() -> dict[int, tuple[str, str]]:
    """The words that each record should have: those that it is given when all are read anew."""
    db.session.rollback()
    ids = db.session.scalars(select(Organisation.id)).all()
    organisations.keep_words(db.session(), ids)
    found = {row.record_id: (row.name, row.more) for row in db.session.scalars(select(organisations.OrganisationWords))}
    db.session.rollback()
    return found


def shared_with(who: Someone, *given: Application) -> None:
    """Give these to one reviewer to read."""
    with action() as session:
        for each in given:
            reading = {"ref": new_id(), "application_id": each.id, "reviewer_id": who.person_id}
            session.add(Assessment(**reading, shared_at=utc_now()))
