"""Documents of organisations on their pages: given once, seen by the team and by officers, told of before they end."""

import datetime as dt
from urllib.parse import quote

import pytest
from sqlalchemy import select

from portal.accounts.limits import Limit
from portal.accounts.models import Person
from portal.db.session import db
from portal.files import storage
from portal.files.models import File
from portal.files.serving import CSP, disposition
from portal.history.models import Deed
from portal.kit.dates import london_day, utc_now
from portal.organisations import document_queries, documents
from portal.organisations.document_chores import remind_documents
from portal.organisations.models import Document
from portal.organisations.papers import due_reminder
from portal.web.uploads import BODY_MOST
from tests.assessments.steps import at_once
from tests.files.samples import HOSTILE, pdf, picture
from tests.files.states import stop
from tests.files.steps import give, look_at_all
from tests.organisations.walking import home
from tests.reader import Attached, form_to

RULES = Attached("Our rules.pdf", pdf())
TODAY = dt.date(2026, 11, 26)
NEXT_MAY = f"1 May {utc_now().year + 1}"


def address(sort: str = "governing", key: str = "amina", more: str = "") -> str:
    """The page on which a document is given."""
    return f"/organisations/{home(key).ref}/documents/{sort}{more}"


def test_a_member_gives_a_document_and_the_council_sees_it_once_it_is_checked(as_, send, cast) -> None:
    tom, joyce = as_("tom"), as_("joyce")
    answer = send(tom, address(), {"file": RULES}, action=address())
    assert answer.status_code == 303
    listed = tom.get(answer.location).text
    assert "We check it first" in listed
    assert "Our rules.pdf" in listed
    assert "We are checking it" in listed
    assert tom.get(address(more="/file")).status_code == 409
    check = f"/verification/{home('amina').ref}"
    assert "We are checking it" in joyce.get(check).text
    assert joyce.get(f"{check}/documents/governing").status_code == 409

    assert look_at_all() == 1

    assert "We have it" in tom.get(f"/organisations/{home('amina').ref}").text
    assert f"{check}/documents/governing" in joyce.get(check).text
    for client, path in ((tom, address(more="/file")), (joyce, f"{check}/documents/governing")):
        given = client.get(path)
        assert given.status_code == 200
        assert given.data.startswith(b"%PDF")
        assert given.headers["Content-Disposition"].startswith("attachment;")
        assert given.headers["X-Content-Type-Options"] == "nosniff"
        assert given.headers["Content-Security-Policy"] == CSP
        assert given.headers["Cache-Control"] == "no-store"
        assert given.content_type == "application/pdf"
        assert given.content_length == len(given.data)
    deeds = db.session.execute(select(Deed.subject, Deed.verb).order_by(Deed.id.desc()).limit(2)).all()
    assert [tuple(one) for one in deeds] == [("file", "pass"), ("organisation", "give_document")]


def test_a_stranger_finds_nothing(as_, client, cast) -> None:
    give(cast["amina"])
    look_at_all()
    for key in ("grace", "ben"):
        for more in ("", "/file", "/take-back"):
            assert as_(key).get(address(more=more)).status_code == 404
    assert as_("ruth").get(f"/verification/{home('amina').ref}/documents/governing").status_code == 403
    assert client.get(address(more="/file")).status_code == 303
    assert as_("amina").get(address("nonsense")).status_code == 404
    assert as_("amina").get(address("insurance", more="/file")).status_code == 404


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_beside_its_field_and_the_day_stays(as_, send, what: str) -> None:
    _, name, make = HOSTILE[what]
    before = {stored.key for stored in storage.store().all()}
    client = as_("amina")
    answer = send(
        client,
        address("insurance"),
        {"file": Attached(name, make()), "ends": NEXT_MAY},
        action=address("insurance"),
    )
    assert answer.status_code == 422
    assert 'href="#file"' in answer.text
    assert 'id="file-error"' in answer.text
    assert f'value="{NEXT_MAY}"' in answer.text
    assert {stored.key for stored in storage.store().all()} == before
    assert db.session.scalar(select(File.id).limit(1)) is None


def test_far_too_much_is_refused_before_it_is_read(as_, send) -> None:
    client = as_("amina")
    answer = send(client, address(), {"file": Attached("a.pdf", b"%PDF-" + b"0" * BODY_MOST)}, action=address())
    assert answer.status_code == 413
    assert "Nothing was changed" in answer.text


def test_who_sends_very_many_files_is_asked_to_wait(as_, send, cast, monkeypatch) -> None:
    monkeypatch.setattr(documents, "UPLOADS", Limit("uploads", 2))
    client = as_("amina")
    statuses = [send(client, address(), {"file": RULES}, action=address()).status_code for _ in range(3)]
    assert statuses == [303, 303, 422]
    answer = send(client, address(), {"file": RULES}, action=address())
    assert "You have sent many files" in answer.text


def test_only_pages_that_take_a_file_take_much(as_, send) -> None:
    client = as_("amina")
    answer = send(client, "/account/name", {"name": "a" * 3_000_000}, action="/account/name")
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("sort", "ends", "sentence"),
    [
        ("insurance", "", "Enter the day on which it ends"),
        ("insurance", "soon", "Enter a day, month and year"),
        ("insurance", "1 May 2020", "This day has passed"),
        ("insurance", "1 May 2099", "more than 10 years away"),
        ("accounts", "31 June 2027", "Enter a day, month and year"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_nothing_is_kept(as_, send, sort: str, ends: str, sentence: str) -> None:
    answer = send(as_("amina"), address(sort), {"file": RULES, "ends": ends}, action=address(sort))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert db.session.scalar(select(Document.id).limit(1)) is None


def test_a_colleague_was_quicker_and_nothing_is_written_over(as_, send, cast) -> None:
    client = as_("amina")
    page = client.get(address())
    form = form_to(page.text, address())
    theirs = give(cast["tom"], code="odt")
    answer = client.post(address(), data={**form.fields, "file": RULES})
    assert answer.status_code == 409
    assert "another document meanwhile" in answer.text
    assert document_queries.one(home("amina"), "governing").document.id == theirs.id
    again = form_to(answer.text, address())
    assert client.post(address(), data={**again.fields, "file": RULES}).status_code == 303


def test_the_same_form_twice_is_one_document(as_, cast) -> None:
    client = as_("amina")
    form = form_to(client.get(address()).text, address())
    first, second = (client.post(address(), data={**form.fields, "file": RULES}) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert len(db.session.scalars(select(Document.id)).all()) == 1


def test_script_learns_where_it_leads_and_the_reader_hears_it(as_, send) -> None:
    client = as_("amina")
    marked = {"X-Uploading": "1"}
    answer = send(client, address(), {"file": RULES}, action=address(), headers=marked)
    assert client.get(answer.location, headers=marked).status_code == 204
    assert "We have your document" in client.get(answer.location).text


def test_a_document_is_taken_back_after_being_asked(as_, send, cast) -> None:
    give(cast["amina"])
    look_at_all()
    client = as_("tom")
    assert "deleted within two days" in client.get(address(more="/take-back")).text
    assert send(client, address(more="/take-back"), action=address(more="/take-back")).status_code == 303
    assert client.get(address(more="/file")).status_code == 404
    assert client.get(address(more="/take-back")).status_code == 303


@pytest.mark.parametrize(("verb", "words"), [("infect", "a virus"), ("spoil", "could not open")])
def test_a_document_that_does_not_pass_is_told_to_its_giver(as_, cast, letters, app, verb: str, words: str) -> None:
    with app.test_request_context():
        stop(give(cast["tom"]), verb)
    letter = letters()[-1]
    assert letter.to_address == db.session.get_one(Person, cast["tom"].person_id).email
    assert words in letter.text
    assert address() in letter.text
    page = as_("amina").get(f"/organisations/{home('amina').ref}").text
    assert "did not pass our check" in page
    assert as_("amina").get(address(more="/file")).status_code == 410
    assert "A document did not pass our check" in page


@pytest.mark.parametrize("code", ["jpeg", "heic"])
def test_a_picture_loses_its_place_and_keeps_its_way_up(as_, send, cast, code: str) -> None:
    content = picture("HEIC") if code == "heic" else picture(sideways=True)
    assert (
        send(as_("amina"), address(), {"file": Attached(f"page.{code}", content)}, action=address()).status_code == 303
    )
    assert look_at_all() == 1
    given = as_("amina").get(address(more="/file"))
    assert given.content_type == "image/jpeg"
    assert b"Telephone of Amina" in content
    assert b"Telephone of Amina" not in given.data
    assert b"Exif" not in given.data


def test_names_in_any_letters_are_safe_in_a_header() -> None:
    name = 'Zażółć "規則"\r\n.pdf'
    header = disposition(name)
    assert header.isascii()
    assert header.isprintable()
    assert header.endswith(quote(name, safe=""))
    assert header.count('"') == 2


@pytest.mark.parametrize(
    ("left", "told", "due"),
    [
        (31, None, None),
        (30, None, 30),
        (8, None, 30),
        (8, 30, None),
        (7, 30, 7),
        (7, 7, None),
        (0, None, 7),
        (-1, None, None),
    ],
)
def test_when_a_reminder_is_due(left: int, told: int | None, due: int | None) -> None:
    assert due_reminder(TODAY + dt.timedelta(days=left), TODAY, told) == due


def test_every_lead_is_told_a_month_and_a_week_before_and_once_each(app, cast, letters, clock) -> None:
    # A day later at noon is the next day of London's calendar; near midnight it need not be where the clocks change.
    clock.move_to(utc_now().replace(hour=12))
    with app.test_request_context():
        give(cast["amina"], "insurance", ends=london_day(utc_now()) + dt.timedelta(days=60))
    numbers = []
    for _ in range(65):
        clock.shift(dt.timedelta(days=1))
        numbers.append(remind_documents())
        assert remind_documents() == 0
    assert [day for day, number in enumerate(numbers, 1) if number] == [30, 53]
    told = [one for one in letters() if one.template == "organisations/mail/document_ends"]
    assert len(told) == 2
    assert {one.to_address for one in told} == {cast["amina"].email}
    assert "ends on" in told[0].text


def test_two_workers_tell_of_it_once(app, cast, letters) -> None:
    with app.test_request_context():
        give(cast["amina"], "insurance", ends=london_day(utc_now()) + dt.timedelta(days=20))
    at_once(app, [remind_documents] * 6)
    assert len([one for one in letters() if one.template == "organisations/mail/document_ends"]) == 1


def test_a_document_out_of_date_says_so_plainly(as_, cast, clock) -> None:
    give(cast["amina"], "insurance", ends=london_day(utc_now()) + dt.timedelta(days=2))
    look_at_all()
    clock.shift(dt.timedelta(days=4))
    page = as_("amina").get(f"/organisations/{home('amina').ref}/documents").text
    assert "Out of date" in page
    assert "Please send the one that counts today" in page


def test_the_page_asks_the_database_as_often_with_one_document_as_with_four(as_, cast, queries) -> None:
    client, counts = as_("amina"), []
    later = london_day(utc_now()) + dt.timedelta(days=90)
    for sort in ("governing", "accounts", "safeguarding", "insurance"):
        give(cast["amina"], sort, ends=later)
        with queries() as counted:
            client.get(f"/organisations/{home('amina').ref}/documents")
        counts.append(counted.number)
    assert len(set(counts)) == 1
    assert counts[0] <= 9
