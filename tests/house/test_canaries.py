"""A word in every place that not everybody may read, and then everybody reads all they can: who came across which?

The same words carry markup, so that whatever somebody typed is seen to come out as they typed it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import ColumnElement, select, update

from portal.accounts.actions import sign_in_as
from portal.accounts.models import Person
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.words import keep_words
from portal.assessments.models import Assessment, Decision, Score
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.mail.models import Letter
from portal.messages.models import Message
from portal.organisations.models import Checked, Exchange, JoinRequest, Organisation, TeamMember
from portal.permissions import Role
from portal.web.guards import guard_of
from tests import houses
from tests.house.conftest import put_back
from tests.house.lived_in import id_of
from tests.house.posts import Visit, visit
from tests.house.roles import BY_KEY, WALKERS, Answer, due, holding, team
from tests.house.subjects import GUESTS, READ_ALL_THAT_WAS_SENT, SECTION, Town, first_reading, look_around, subjects_of

MARKUP = "<canary onload=x>\"'&lt;{{1337*7331}}"
PANEL = READ_ALL_THAT_WAS_SENT
ANSWERING = holding(Role.APPROVER, Role.CHAMPIONS_OFFICER, Role.PROGRAMME_LEAD, Role.ADMINISTRATOR)
SEARCHES = (
    "kind=application",
    "kind=assessment",
    "kind=decision",
    "kind=message",
    "person=daniel.kowalski@example.org",
)
WORDS = ("zqdraft", "zqearlier", "zqsent", "zqtyped", "zqscore", "zqreasons", "zqletter", "zqapart", "zqcircle")
WORDS += ("zqtea", "zqreach", "zqcheck", "zqline", "zqdaniel", "zqasked")
THEIR_LEAD = "the lead of a partner whose letter waits"
READERS = (*(one.key for one in WALKERS), THEIR_LEAD)
OFFICERS = holding(Role.APPROVER, Role.FINANCE)
NAMES_ARE_DUE = {
    *("assessments.conflicts", "organisations.accept", "demo.letters", "demo.letter"),
    *("organisations.ask", "applications.accept"),
}
"""Pages that have to name others: who applied, to declare conflicts; who invites; whom one asks to join; the post."""


@dataclass(frozen=True, slots=True)
class Canary:
    """A word, where it sits, and who may come across it."""

    word: str
    where: str
    seen_by: frozenset[str]

    @property
    def text(self) -> str:
        """The word with the markup that must not come alive."""
        return f"{self.word} {MARKUP}"


def named(town: Town, name: str) -> Application:
    """One of the town's applications."""
    return db.session.scalars(select(Application).where(Application.ref == town.pieces[name].ref)).one()


def plant(town: Town) -> list[Canary]:
    """Put the words in their places."""
    graces, proposed = named(town, "grace's, being scored"), named(town, "proposed")
    confirmed, apart, draft = named(town, "confirmed"), named(town, "joyce stands back"), named(town, "amina's draft")
    circle, tea = team("signing_circle"), team("tea_and_tech")
    scored = town.pieces["grace's, being scored"].council | circle
    found = [
        Canary("zqdraft", "a draft", tea | GUESTS),
        Canary("zqearlier", "an earlier text of a draft", tea | {"farida"}),
        Canary("zqsent", "an application that is being scored", scored),
        Canary("zqtyped", "a reason for points that is still being typed", frozenset({"daniel"})),
        Canary("zqscore", "a reason for points that are not all in", frozenset({"daniel"})),
        Canary("zqreasons", "the reasons of a proposal", PANEL),
        Canary("zqletter", "a letter that waits", PANEL),
        Canary("zqnote", "why a decision was sent back", PANEL),
        Canary("zqapart", "the title of what Joyce has a conflict with", town.pieces["joyce stands back"].council),
        Canary("zqcircle", "the name of an organisation", scored | {"tom", "leanne"}),
        Canary("zqtea", "what an organisation says it does", tea | OFFICERS),
        Canary("zqreach", "whom an organisation names", tea | OFFICERS),
        Canary("zqcheck", "a note on the checklist", OFFICERS),
        Canary("zqasks", "what the council asked an organisation", tea | OFFICERS),
        Canary("zqline", "the line of somebody who asks to join", frozenset({"amina", "ben"})),
        Canary("zqdaniel", "the name of a reviewer", PANEL | holding(Role.REVIEWER, Role.ADMINISTRATOR)),
        Canary("zqasked", "what somebody asked the team", ANSWERING),
        Canary("zqanswer", "what the team answered", ANSWERING),
    ]
    text = {each.word: each.text for each in found}
    with action() as session:
        draft.title, graces.title, apart.title = text["zqdraft"], text["zqsent"], text["zqapart"]
        fill_section(draft, text["zqdraft"])
        fill_section(graces, text["zqsent"])
        session.add(
            EarlierAnswers(
                application_id=draft.id,
                section=SECTION,
                answers={"summary": text["zqearlier"]},
                version=1,
                saved_at=utc_now(),
                saved_by=draft.started_by,
            )
        )
        for state, word in (("shared", "zqtyped"), ("finished", "zqscore")):
            give_a_reason(first_reading("daniel", state), text[word])
        back, waiting = (update(Decision).where(Decision.application_id == each.id) for each in (proposed, confirmed))
        session.execute(back.values(reasons=text["zqreasons"], return_note=text["zqnote"], state="returned"))
        session.execute(waiting.values(reasons=text["zqreasons"], letter=text["zqletter"]))
        session.get_one(Organisation, graces.organisation_id).name = text["zqcircle"]
        session.flush()
        for each in (graces, apart):
            keep_words(each)
        session.get_one(Organisation, draft.organisation_id).what = text["zqtea"]
        session.get_one(Organisation, draft.organisation_id).safeguarding_lead_name = text["zqreach"]
        session.execute(update(Checked).where(of(Checked, draft)).values(note=text["zqcheck"]))
        session.execute(update(Exchange).where(of(Exchange, draft)).values(words=text["zqasks"]))
        session.execute(update(JoinRequest).where(JoinRequest.ref == "request-of-ben").values(line=text["zqline"]))
        session.get_one(Person, id_of("daniel")).name = text["zqdaniel"]
        answered = session.scalars(select(Message).where(Message.state == "answered").order_by(Message.id)).first()
        assert answered is not None
        answered.text, answered.answer = text["zqasked"], text["zqanswer"]
    return found


def of(table: type[Checked] | type[Exchange], application: Application) -> ColumnElement[bool]:
    """What belongs to the check of the organisation that made an application."""
    return table.organisation_id == application.organisation_id


def fill_section(application: Application, text: str) -> None:
    """Write the word into every text of a section."""
    row = db.session.get_one(SectionAnswers, (application.id, SECTION))
    row.answers = {code: text if isinstance(value, str) else value for code, value in row.answers.items()}


def give_a_reason(reading: Assessment, text: str) -> None:
    """Give points on a criterion, and the word for a reason."""
    key = {"assessment_id": reading.id, "criterion": "need"}
    db.session.merge(Score(**key, points=4, reason=text, version=9, form="f" * 16, saved_at=utc_now()))


@pytest.fixture(scope="module")
def planted(lived_in_sqlite_house: houses.House) -> Iterator[tuple[Flask, Town, list[Canary]]]:
    """The town with the words in it; it is only read from then on."""
    for app in put_back(lived_in_sqlite_house):
        town = look_around()
        words = plant(town)
        lead = db.session.scalars(
            select(Person.email)
            .join(TeamMember, TeamMember.person_id == Person.id)
            .where(TeamMember.organisation_id == named(town, "confirmed").organisation_id, TeamMember.role == "lead")
        ).first()
        assert lead is not None
        town.cookies = {**town.cookies, THEIR_LEAD: sign_in_as(lead, own_device=False, client="Tests")}
        yield app, town, words


def pages(app: Flask, town: Town, who: str) -> Iterator[tuple[str, str]]:
    """Every page that somebody can open, with its parts, its lists searched and its printed form: endpoint, address."""
    adapter = app.url_map.bind("localhost")
    walker = BY_KEY.get(who, BY_KEY["amina"])
    for rule in sorted(app.url_map.iter_rules(), key=str):
        if "GET" not in (rule.methods or ()) or rule.endpoint in NAMES_ARE_DUE:
            continue
        for subject in subjects_of(town, rule):
            if subject.only in ("", who) and due(guard_of(app, rule.endpoint), walker, True) is Answer.LET_IN:
                path = adapter.build(rule.endpoint, subject.values)
                yield rule.endpoint, path
                if rule.endpoint == "assessments.round":
                    yield from ((rule.endpoint, f"{path}?q={word}") for word in ("zqse", "zqci", "zqap"))
                if rule.endpoint == "desk.find":
                    # Begun only, so that what was typed and comes back in its field is no word that was found.
                    yield from ((rule.endpoint, f"{path}?q={each[:-1]}") for each in WORDS)
                if rule.endpoint == "desk.history":
                    yield from ((rule.endpoint, f"{path}?{query}") for query in SEARCHES)
                if rule.endpoint == "assessments.panel":
                    yield rule.endpoint, f"{path}?print=1"


@pytest.mark.parametrize("who", READERS)
def test_everybody_reads_what_is_theirs_and_no_more(planted: tuple[Flask, Town, list[Canary]], who: str) -> None:
    app, town, words = planted
    here: Visit = visit(app, town, who)
    read: dict[str, set[str]] = {}
    for endpoint, path in pages(app, town, who):
        answer = here.client.get(path)
        assert "<canary" not in answer.text, path
        assert "9801547" not in answer.text, path
        for each in words:
            if each.word in answer.text:
                read.setdefault(each.word, set()).add(endpoint)
    wrong = {each.where: read[each.word] for each in words if each.word in read and who not in each.seen_by}
    assert wrong == {}
    missed = {each.where for each in words if each.word not in read and who in each.seen_by}
    assert missed == set(), "whoever may read it can find it"


def test_no_letter_brings_markup_to_life(planted: tuple[Flask, Town, list[Canary]]) -> None:
    assert [letter.ref for letter in db.session.scalars(select(Letter)) if "<canary" in letter.html] == []
