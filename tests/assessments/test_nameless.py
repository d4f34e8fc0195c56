"""A name in every field and in every file's properties, in a round that hides names: a reviewer comes across none.

The name is the organisation's, and its people's: what the portal knows. What the text of a file itself says is not
looked at, and a test below says so.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import product

import pikepdf
import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from portal.accounts.models import Person
from portal.applications import attaching, printing
from portal.applications.models import Application, SectionAnswers
from portal.assessments import actions
from portal.assessments.models import Assessment
from portal.db.session import action, db
from portal.files import cleaning
from portal.files.models import File
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Organisation
from portal.paper import press
from tests.applications import drafts
from tests.applications.test_files import QUESTION, SECTION
from tests.assessments.planted import MARK, NAME, PLANTED, names_in
from tests.files import steps as papers
from tests.files.samples import pdf

FORMATS = ("pdf", "docx", "odt")


def nameless(kind: str, content: bytes, folder) -> bytes:
    """The copy that somebody gets who must not know whose it is."""
    source, target = folder / "in", folder / "out"
    source.write_bytes(content)
    assert cleaning.main([kind, str(source), str(target), "nameless"]) == cleaning.WRITTEN
    return target.read_bytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_beside_what_a_file_says_names_anybody(kind: str, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(cleaning.resource, "setrlimit", lambda *_: None)
    planted = PLANTED[kind]()
    assert names_in(planted) >= 4
    assert names_in(nameless(kind, planted, tmp_path)) == 0


@pytest.mark.parametrize("kind", FORMATS)
def test_what_it_says_stays(kind: str, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(cleaning.resource, "setrlimit", lambda *_: None)
    made = nameless(kind, PLANTED[kind](), tmp_path)
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(made)) as opened:
            assert len(opened.pages) == 1
            assert b"We meet on Tuesdays." in opened.pages[0].Contents.read_bytes()
            assert str(opened.pages[0].obj.Annots[0].Contents) == "Good."
        return
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        told = b"".join(archive.read(name) for name in archive.namelist())
        assert b"Good." in told
        assert b"We meet on Tuesdays." in told
        if kind == "odt":
            assert (archive.namelist()[0], archive.infolist()[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)


def plant(application: Application) -> None:
    """Write the name into every text of every answer, and into all that is known of whose it is."""
    home = db.session.get_one(Organisation, application.organisation_id)
    home.name, home.name_key, home.what = NAME, NAME.casefold(), NAME
    home.main_contact_name, home.main_contact_email = NAME, "zqxkestrel@example.org"
    application.title = application.summary = NAME
    application.eligibility = dict.fromkeys(application.eligibility, "yes")
    for person in db.session.scalars(select(Person).where(Person.id == application.started_by)):
        person.name = NAME
    for row in db.session.scalars(select(SectionAnswers).where(SectionAnswers.application_id == application.id)):
        row.answers = {code: planted_in(code, value) for code, value in row.answers.items()}


def planted_in(code: str, value):
    """An answer with the name in it: in each text, each line of a budget, and what a file is called."""
    if isinstance(value, dict) and "ref" in value:
        return value | {"name": f"{NAME}.pdf"}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [
            each | {"item": f"Tablets of {NAME}", "quote": f"https://zqxkestrel.example/{number}"}
            for number, each in enumerate(value)
        ]
    if not isinstance(value, str) or re.fullmatch(r"[a-z0-9_]*|\d.*|£.*", value):
        return value
    spaced = NAME.replace(" ", "\n  ")
    return f"{value} {NAME.upper()}, that is {spaced}. Write to info@zqxkestrel.example or www.zqxkestrel.example"


@pytest.fixture
def hidden(app, cast, letters):
    """An application whose every field says whose it is, in a closed round that hides names, given to Daniel."""
    with app.test_request_context():
        sent = drafts.filled(cast["amina"])
        section = drafts.section_of(sent, SECTION)
        question = next(each for each in section.questions if each.code == QUESTION)
        with papers.upload("pdf", PLANTED["pdf"]()) as upload:
            attaching.attach(sent, section, question, upload, "", "f" * 16, by=cast["amina"])
        papers.look_at_all()
        with action() as session:
            session.execute(update(Round).values(names_hidden=True))
            sent = session.merge(sent)
            sent.state, sent.submitted_at, sent.submitted_by = "assessing", utc_now(), cast["amina"].person_id
            sent.signed_name = NAME
            plant(sent)
            session.execute(update(File).values(name=f"{NAME}.pdf"))
            reading = Assessment(
                ref=new_id(), application_id=sent.id, reviewer_id=cast["daniel"].person_id, shared_at=utc_now()
            )
            session.add(reading)
        yield sent.ref, reading.ref


NAMES_ARE_DUE = {"organisations.ask"}
"""Whoever has an organisation's reference may ask to join it. No page of a reviewer's carries one."""


def everything(app, client, given: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, TestResponse]]:
    """Every address that can be made of these words, and what this person gets there."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and set(rule.arguments) <= set(given) and not rule.rule.startswith("/demo"):
            if rule.endpoint in NAMES_ARE_DUE:
                continue
            names = sorted(rule.arguments)
            for values in product(*(given[name] for name in names)):
                path = adapter.build(rule.endpoint, dict(zip(names, values, strict=True)))
                yield path, client.get(path)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_reviewer_comes_across_the_name_nowhere(app, cast, as_, hidden, letters, monkeypatch) -> None:
    ref, reading = hidden
    pressed: list[str] = []
    monkeypatch.setattr(press, "press", lambda html, css: pressed.append(html) or pdf())
    application = db.session.scalars(select(Application).where(Application.ref == ref)).one()
    home = db.session.get_one(Organisation, application.organisation_id).ref
    printing.ask(application, printing.HIDDEN, by=cast["daniel"])
    assert printing.make_next() == 1
    client = as_("daniel")
    client.strict = False
    given = {"ref": (ref, reading, home), "code": (drafts.ROUND,), "question": (QUESTION,), "section": (SECTION,)}
    got = dict(everything(app, client, given))
    assert len(got) > 100
    there = {path for path, answer in got.items() if answer.status_code == 200}
    file = f"/review/assessments/{reading}/files/{QUESTION}"
    assert {f"/review/assessments/{reading}", file, f"/review/applications/{ref}/pdf/file"} <= there
    assert [
        path for path, answer in got.items() if names_in(answer.data) + names_in(str(answer.headers).encode())
    ] == []
    assert names_in(got[file].data) == 0
    assert [path for path, answer in got.items() if home.encode() in answer.data and home not in path] == []
    assert "[hidden: it says whose this is]" in got[f"/review/assessments/{reading}"].text
    assert [names_in(page.encode()) for page in pressed] == [0]
    searched = client.get(f"/review/rounds/{drafts.ROUND}?q=zqxkestrel").text
    assert ref not in searched
    actions.stand_down(db.session.scalars(select(Assessment).where(Assessment.ref == reading)).one(), by=cast["daniel"])
    mine = [each for each in letters() if each.to_address == cast["daniel"].email]
    assert [each.subject for each in mine if names_in((each.subject + each.text + each.html).encode())] == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_who_reads_all_sees_every_word_and_the_file_as_it_came(as_, hidden) -> None:
    ref, _ = hidden
    page = as_("joyce").get(f"/review/applications/{ref}").text
    assert "[hidden:" not in page
    assert page.lower().count(MARK.decode()) > 10
    file = as_("joyce").get(f"/review/applications/{ref}/files/{QUESTION}")
    assert names_in(file.data) > 0
