"""Looking at what waits: a real scanner, one that is away, one that talks nonsense; and what is cleaned of a file."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from portal.db.session import db
from portal.files import preparing, storage
from portal.files.models import File
from portal.files.preparing import LOOKING_MOST, prepare_next
from portal.files.scanner import ScannerAway, is_clean
from portal.filing import Filing, Scanner
from portal.history.models import Deed
from tests.assessments.steps import at_once
from tests.files import clamd
from tests.files.samples import GOOD, pdf, picture, png
from tests.files.steps import content, file_of, give, look_at_all, lying, scanner_that_says

LATER = dt.timedelta(hours=2)


@pytest.fixture(scope="session")
def scanner():
    """ClamAV."""
    with clamd.running() as there:
        yield there


@pytest.fixture
def scanned(app: Flask):
    """Lets the portal be told where its scanner is."""
    kept = app.extensions["portal_settings"]

    def tell(there: Scanner) -> None:
        app.extensions["portal_settings"] = replace(kept, files=Filing(kept.filing.folder, None, there))

    with app.test_request_context():
        yield tell
    app.extensions["portal_settings"] = kept


def test_clamav_tells_what_is_well_from_what_is_not(scanner) -> None:
    assert is_clean(scanner, io.BytesIO(pdf()))
    assert not is_clean(scanner, io.BytesIO(b"x" * 200_000 + clamd.MARKER))


def test_what_is_clean_is_ready_and_says_when_it_was_scanned(scanner, scanned, cast) -> None:
    scanned(scanner)
    file = file_of(give(cast["amina"], code="docx"))
    assert look_at_all() == 1
    db.session.refresh(file)
    assert file.state == "ready"
    assert file.scanned_at is not None


def test_a_virus_is_found_told_and_nowhere_in_the_store(scanner, scanned, cast, letters) -> None:
    scanned(scanner)
    bad = GOOD["pdf"][1]().replace(b"We meet on Tuesdays.", b"We meet, " + clamd.MARKER)
    file = file_of(give(cast["amina"], content=bad))
    assert look_at_all() == 1
    db.session.refresh(file)
    assert (file.state, file.ready_at) == ("infected", None)
    assert file.key not in lying()
    assert "a virus" in letters()[-1].text
    deed = db.session.scalars(select(Deed).where(Deed.subject == "file")).one()
    assert (deed.verb, deed.actor_id, deed.facts["scanned"]) == ("infect", None, 1)


@pytest.mark.parametrize("says", [b"", b"stream: Size limit reached ERROR\0", b"nonsense\0"])
def test_a_scanner_in_trouble_makes_files_wait_and_then_they_go(
    scanner, scanned, cast, clock, tmp_path: Path, says: bytes
) -> None:
    file = file_of(give(cast["amina"]))
    with scanner_that_says(says, tmp_path) as path:
        scanned(Scanner(socket=str(path)))
        with pytest.raises(ScannerAway):
            is_clean(Scanner(socket=str(path)), io.BytesIO(pdf()))
        assert look_at_all() == 0
    db.session.refresh(file)
    assert file.state == "waiting"
    assert look_at_all() == 0, "it is not looked at again at once"
    scanned(scanner)
    clock.shift(LATER)
    assert look_at_all() == 1
    db.session.refresh(file)
    assert file.state == "ready"


def test_a_scanner_that_is_not_there_is_no_fault_of_the_file(scanned, cast, clock) -> None:
    file = file_of(give(cast["amina"]))
    for there in (Scanner(socket="/nowhere/clamd.ctl"), Scanner(host="127.0.0.1", port=1)) * 4:
        scanned(there)
        clock.shift(LATER)
        assert look_at_all() == 0
    db.session.refresh(file)
    assert file.state == "waiting"
    assert file.tries == 8


def test_of_six_workers_one_looks_at_a_file(app, cast) -> None:
    with app.test_request_context():
        file = file_of(give(cast["amina"]))
    at_once(app, [prepare_next] * 6)
    deeds = db.session.scalars(select(Deed.verb).where(Deed.subject == "file", Deed.subject_id == file.id)).all()
    assert deeds == ["pass"]
    with app.test_request_context():
        db.session.refresh(file)
        assert {file.key} == lying() & set(db.session.scalars(select(File.key)))


def test_a_worker_that_dies_over_a_file_lets_another_take_it_up(app, cast, clock) -> None:
    with app.test_request_context():
        file = file_of(give(cast["amina"]))
        assert preparing.claim() is not None
        assert prepare_next() == 0
        clock.shift(LOOKING_MOST + dt.timedelta(seconds=1))
        assert prepare_next() == 1
        db.session.refresh(file)
        assert file.state == "ready"


def test_what_makes_the_cleaner_fall_over_three_times_is_given_up(app, cast, clock, letters, monkeypatch) -> None:
    monkeypatch.setattr(preparing, "WRITTEN", 99)
    with app.test_request_context():
        file = file_of(give(cast["amina"]))
        for _ in range(3):
            clock.shift(LATER)
            prepare_next()
        db.session.refresh(file)
        assert file.state == "unusable"
    assert "could not open" in letters()[-1].text


def test_a_store_that_is_away_makes_files_wait(app, cast, monkeypatch) -> None:
    with app.test_request_context():
        file = file_of(give(cast["amina"]))

        def away(_key: str) -> None:
            raise OSError("away")

        monkeypatch.setattr(storage.store(), "pieces", away)
        assert look_at_all() == 0
        db.session.refresh(file)
        assert file.state == "waiting"


def cleaned(app: Flask, cast, code: str, given: bytes) -> File:
    """A file after it was looked at."""
    with app.test_request_context():
        file = file_of(give(cast["amina"], code=code, content=given))
        look_at_all()
        db.session.refresh(file)
        return file


@pytest.mark.parametrize("code", ["jpeg", "png", "heic"])
def test_a_picture_is_saved_anew_without_where_and_with_what(app, cast, code: str) -> None:
    file = cleaned(app, cast, code, picture(code.upper()))
    with app.test_request_context():
        saved = content(file)
    assert file.size == len(saved)
    assert b"Amina" not in saved
    with Image.open(io.BytesIO(saved)) as opened:
        assert opened.size == (60, 40)
        assert not opened.getexif()
        assert opened.format == ("PNG" if code == "png" else "JPEG")
        red, _, blue = opened.convert("RGB").getpixel((50, 30))
        assert red > blue
    assert file.name.endswith(".png" if code == "png" else ".jpg" if code == "heic" else ".JPG".lower())


def test_a_picture_that_lay_on_its_side_stands(app, cast) -> None:
    file = cleaned(app, cast, "jpeg", picture(sideways=True))
    with app.test_request_context(), Image.open(io.BytesIO(content(file))) as opened:
        assert opened.size == (40, 60)
        _, _, blue = opened.convert("RGB").getpixel((37, 3))
        assert blue > 150


def test_a_pdf_loses_its_author_and_keeps_its_title(app, cast) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.docinfo["/Author"], opened.docinfo["/Producer"] = "Amina Yusuf", "A printer"
        with opened.open_metadata(update_docinfo=False) as words:
            words["dc:creator"] = ["Amina Yusuf"]
        opened.save(made)
    file = cleaned(app, cast, "pdf", made.getvalue())
    with app.test_request_context(), pikepdf.open(io.BytesIO(content(file))) as opened:
        assert dict(opened.docinfo) == {"/Title": "Our rules"}
        assert "/Metadata" not in opened.Root
        assert len(opened.pages) == 1


def test_a_signed_pdf_is_left_as_it_is(app, cast) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.Root["/AcroForm"] = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        opened.save(made)
    file = cleaned(app, cast, "pdf", made.getvalue())
    with app.test_request_context():
        assert content(file) == made.getvalue()
    assert file.state == "ready"


def test_what_only_looks_like_a_picture_cannot_be_used(app, cast, letters) -> None:
    file = cleaned(app, cast, "png", png(10, b"no dots"))
    assert file.state == "unusable"
    with app.test_request_context():
        assert file.key not in lying()
    assert "could not open" in letters()[-1].text
