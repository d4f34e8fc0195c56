"""A question that takes a file: sent, replaced, taken out, reused; read by those who may read the application."""

import datetime as dt
import re
from html import unescape
from tempfile import TemporaryFile

import pytest
from sqlalchemy import select

from portal.applications import actions, attaching, queries
from portal.applications.models import SectionAnswers
from portal.db.session import db
from portal.files.actions import remove_unused
from portal.files.checking import check
from portal.files.faults import Fault
from portal.files.models import File, FileUse
from portal.funds.questions import Kind
from portal.funds.typed import file_in
from portal.kit.errors import Clash, NotThere
from portal.organisations import documents
from portal.organisations.papers import SORTS
from tests.applications import drafts
from tests.assessments.steps import at_once
from tests.files import steps
from tests.files.samples import HOSTILE, pdf, picture
from tests.organisations.walking import home
from tests.reader import Attached, form_to

RULES = Attached("Our rules.pdf", pdf())
SECTION, QUESTION = "documents", "rules"
DAYS, MINUTES = dt.timedelta(days=2), dt.timedelta(minutes=2)
BESIDE = re.compile(r'id="file-error"[^>]*><span[^>]*>Error:</span> (.*?)</p>')


def section_page(draft) -> str:
    """The page of the section."""
    return f"/applications/{draft.ref}/parts/{SECTION}"


def own_page(draft) -> str:
    """The page of the question."""
    return f"{section_page(draft)}/files/{QUESTION}"


def answer_of(draft) -> dict[str, str]:
    """What stands as the answer."""
    db.session.rollback()
    row = db.session.get(SectionAnswers, (draft.id, SECTION))
    return file_in(row.answers.get(QUESTION)) if row else {}


def attach(draft, by, code: str = "pdf", was: str | None = None, form: str = "f" * 16) -> None:
    """Send a file by the verb."""
    section = drafts.section_of(draft, SECTION)
    question = next(each for each in section.questions if each.code == QUESTION)
    before = answer_of(draft).get("ref", "") if was is None else was
    with steps.upload(code) as upload:
        attaching.attach(draft, section, question, upload, before, form, by=by)


def test_what_was_typed_is_kept_on_the_way_to_a_file_and_back(as_, send, cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    answer = send(
        client,
        section_page(draft),
        {"documents": ["accounts"]},
        action=section_page(draft),
        button=("file", QUESTION),
    )
    assert (answer.status_code, answer.location) == (303, own_page(draft))
    sent = send(client, own_page(draft), {"file": RULES}, action=own_page(draft))
    assert (sent.status_code, sent.location) == (303, f"{section_page(draft)}#{QUESTION}")
    page = client.get(section_page(draft)).text
    assert "Our rules.pdf" in page
    assert "We are checking it" in page
    row = db.session.get_one(SectionAnswers, (draft.id, SECTION))
    assert row.answers["documents"] == ["accounts"]
    assert answer_of(draft)["name"] == "Our rules.pdf"


def test_saving_the_section_from_an_older_page_leaves_the_file(as_, send, cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    older = form_to(client.get(section_page(draft)).text, section_page(draft))
    attach(draft, cast["tom"])
    answer = client.post(section_page(draft), data={**older.fields, "documents": ["rules"], "go": "later"})
    assert answer.status_code in (303, 409)
    assert answer_of(draft)["name"] == "rules.pdf"


def test_a_file_goes_in_whatever_else_was_saved_meanwhile(cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, SECTION, cast["tom"], documents=["rules"])
    attach(draft, cast["amina"])
    row = db.session.get_one(SectionAnswers, (draft.id, SECTION))
    assert row.answers["documents"] == ["rules"]
    assert answer_of(draft)


def test_two_who_send_at_once_one_is_told_and_sees_the_others(app, as_, cast) -> None:
    draft = drafts.begun(cast["amina"])
    client = as_("amina")
    form = form_to(client.get(own_page(draft)).text, own_page(draft))
    attach(draft, cast["tom"], "odt")
    answer = client.post(own_page(draft), data={**form.fields, "file": RULES})
    assert answer.status_code == 409
    assert "sent another file here meanwhile" in answer.text
    assert "rules.odt" in answer.text
    assert answer_of(draft)["name"] == "rules.odt"

    ref, name = answer_of(draft)["ref"], draft.ref

    def press() -> None:
        with app.test_request_context():
            attach(queries.one_for(cast["amina"], name), cast["amina"], was=ref)

    ended = at_once(app, [press] * 6)
    assert [type(one) for one in ended if one is not None] == [Clash] * 5


def why_refused(name: str, content: bytes) -> str:
    """The sentence of the look at a file that is not taken."""
    with TemporaryFile() as file, pytest.raises(Fault) as refused:
        file.write(content)
        check(file, name)
    return str(refused.value.sentence)


def test_every_hostile_file_is_refused_beside_its_field_with_its_own_sentence(as_, cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(own_page(draft)).text, own_page(draft))
    before, told, expected = steps.lying(), {}, {}
    for what, (_, name, make) in HOSTILE.items():
        content = make()
        answer = client.post(own_page(draft), data={**form.fields, "file": Attached(name, content)})
        beside = BESIDE.search(answer.text)
        told[what] = (answer.status_code, unescape(beside[1]) if beside else "", answer.text.count('href="#file"'))
        expected[what] = (422, why_refused(name, content), 1)
    assert told == expected
    assert len({sentence for _, sentence, _ in told.values()}) > 20
    assert (answer_of(draft), steps.lying(), db.session.scalar(select(File.id))) == ({}, before, None)


def test_a_file_is_replaced_taken_out_and_gone_from_the_store(as_, send, cast, clock) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    attach(draft, cast["amina"])
    first = answer_of(draft)["ref"]
    assert (
        send(client, own_page(draft), {"file": Attached("page.jpg", picture())}, action=own_page(draft)).status_code
        == 303
    )
    second = answer_of(draft)["ref"]
    assert second != first
    steps.look_at_all()
    assert client.get(f"/applications/{draft.ref}/files/{QUESTION}").status_code == 200
    assert send(client, own_page(draft), action=f"{own_page(draft)}/remove").status_code == 303
    assert answer_of(draft) == {}
    assert client.get(f"/applications/{draft.ref}/files/{QUESTION}").status_code == 404
    clock.shift(DAYS)
    remove_unused()
    states = db.session.scalars(select(File.state).where(File.ref.in_([first, second]))).all()
    assert states == ["removed", "removed"]


def test_a_document_once_given_is_offered_again_and_outlives_being_taken_back(as_, send, cast, clock) -> None:
    document = steps.give(cast["amina"])
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    assert "given before" not in client.get(own_page(draft)).text
    steps.look_at_all()
    assert "Or use one that you have given before" in client.get(own_page(draft)).text
    used = send(client, own_page(draft), action=own_page(draft), button=("document", document.ref))
    assert used.status_code == 303
    assert answer_of(draft)["ref"] == steps.file_of(document).ref
    documents.take_back(home("amina"), SORTS["governing"], document.ref, by=cast["amina"])
    clock.shift(DAYS)
    remove_unused()
    assert as_("amina").get(f"/applications/{draft.ref}/files/{QUESTION}").status_code == 200
    with pytest.raises(NotThere):
        section = drafts.section_of(draft, SECTION)
        attaching.reuse(draft, section, section.questions[-1], document.ref, "", "f" * 16, by=cast["amina"])


def test_another_organisations_document_cannot_be_used(as_, cast) -> None:
    document = steps.give(cast["grace"], key="grace")
    steps.look_at_all()
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    form = form_to(client.get(own_page(draft)).text, own_page(draft))
    assert client.post(own_page(draft), data={**form.fields, "document": document.ref}).status_code == 404
    assert answer_of(draft) == {}


def test_a_stranger_and_a_made_up_question_find_nothing(as_, cast) -> None:
    draft = drafts.begun(cast["amina"])
    attach(draft, cast["amina"])
    steps.look_at_all()
    assert as_("grace").get(own_page(draft)).status_code == 404
    assert as_("grace").get(f"/applications/{draft.ref}/files/{QUESTION}").status_code == 404
    assert as_("amina").get(f"{section_page(draft)}/files/documents").status_code == 404
    assert as_("joyce").get(f"/review/applications/{draft.ref}/files/{QUESTION}").status_code == 404


def test_a_file_that_does_not_pass_empties_the_answer_and_is_told(app, cast, letters) -> None:
    draft = drafts.begun(cast["amina"])
    with app.test_request_context():
        attach(draft, cast["tom"])
        file = db.session.scalars(select(File)).one()
        steps.stop_file(file, "infect")
    assert answer_of(draft) == {}
    letter = letters()[-1]
    assert (letter.template, letter.to_address) == ("applications/mail/file_stopped", cast["tom"].email)
    assert "rules.pdf" in letter.text
    assert db.session.scalar(select(FileUse.ended_at)) is not None
    attach(draft, cast["tom"])
    assert answer_of(draft)


def test_once_sent_a_file_can_be_read_and_not_changed(as_, send, cast) -> None:
    draft = drafts.filled(cast["amina"])
    attach(draft, cast["amina"])
    steps.look_at_all()
    client = as_("amina")
    form = form_to(client.get(own_page(draft)).text, own_page(draft))
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert client.post(own_page(draft), data={**form.fields, "file": RULES}).status_code == 409
    assert client.get(own_page(draft)).status_code == 303
    assert client.get(f"/applications/{draft.ref}/files/{QUESTION}").status_code == 200
    assert f"/files/{QUESTION}" in client.get(f"/applications/{draft.ref}/answers").text
    given = as_("joyce").get(f"/review/applications/{draft.ref}/files/{QUESTION}")
    assert given.status_code == 200
    assert given.headers["Content-Disposition"].startswith("attachment;")
    page = as_("joyce").get(f"/review/applications/{draft.ref}").text
    assert f"/review/applications/{draft.ref}/files/{QUESTION}" in page


def just_before_the_end(as_, clock):
    """Amina's browser, in the last minute of the grace."""
    window = drafts.open_round()
    clock.move_to(window.closes_at + dt.timedelta(minutes=window.grace_minutes - 1))
    return as_("amina")


def test_a_file_that_comes_too_late_is_named_with_what_is_kept_and_what_to_do(as_, cast, clock) -> None:
    draft = drafts.filled(cast["amina"])
    attach(draft, cast["amina"])
    document = steps.give(cast["amina"])
    steps.look_at_all()
    given, path = steps.file_of(document).name, own_page(draft)
    client = just_before_the_end(as_, clock)
    pages = [form_to(client.get(path).text, path) for _ in range(4)]
    clock.shift(MINUTES)
    sent = [
        ({"file": RULES}, "Our rules.pdf"),
        ({"file": Attached("half.pdf", b"%PDF-1.7 and no more")}, "half.pdf"),
        ({"document": document.ref}, given),
    ]
    for form, (fields, name) in zip(pages, sent, strict=False):
        answer = client.post(path, data={**form.fields, **fields})
        assert answer.status_code == 409
        for words in (f"This file is not in the application: {name}.", "This round has closed.", "/grants"):
            assert words in answer.text
        assert "All that you had saved before is kept." in answer.text
    out = client.post(f"{path}/remove", data={**pages[3].fields})
    assert (out.status_code, "All that you had saved before is kept." in out.text) == (409, True)
    assert answer_of(draft)["name"] == "rules.pdf"


def test_whose_file_came_in_on_a_bad_line_is_not_told_that_it_is_late(as_, cast, clock) -> None:
    """The very same form, sent again because its answer was lost, gets that answer."""
    draft = drafts.begun(cast["amina"])
    client, path = just_before_the_end(as_, clock), own_page(draft)
    form = form_to(client.get(path).text, path)
    assert client.post(path, data={**form.fields, "file": RULES}).status_code == 303
    clock.shift(MINUTES)
    again = client.post(path, data={**form.fields, "file": RULES})
    assert (again.status_code, answer_of(draft)["name"]) == (303, "Our rules.pdf")


def test_a_page_without_a_file_asks_the_database_no_more_than_before(as_, cast, queries) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    counts = []
    for _ in range(2):
        with queries() as counted:
            client.get(section_page(draft))
        counts.append(counted.number)
        attach(draft, cast["amina"])
    assert counts[1] - counts[0] <= 2
    assert counts[1] <= 10


def test_a_file_is_no_text_that_a_form_could_send(as_, send, cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    send(client, section_page(draft), {QUESTION: "made-up"}, action=section_page(draft))
    assert answer_of(draft) == {}
    assert Kind.FILE == "file"
