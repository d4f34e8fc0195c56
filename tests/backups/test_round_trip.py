"""Backed up here and put back on an empty machine: the same rows and the same files, on both databases."""

import datetime as dt
import shutil
import tarfile
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.accounts.models import SignIn
from portal.backups import making
from portal.db.session import action, db
from portal.demo.build import build
from portal.files import storage
from portal.files.models import File
from portal.history.models import Deed
from portal.jobs import worker
from portal.jobs.models import Worker
from portal.kit.dates import utc_now
from portal.mail.actions import send_again
from portal.mail.models import Letter
from tests import houses, town
from tests.backups.steps import UNLIKE, contents, done, empty_machine, refused, run, signed_in, sums
from tests.files.buckets import KeptIn, server, settings
from tests.files.steps import file_of, give, look_at_all
from tests.organisations.walking import home

bucket_server = server


@pytest.fixture
def here(app: Flask):
    """A request, so that sentences have a language."""
    with app.test_request_context():
        yield app


@pytest.fixture(params=["sqlite", "postgres"])
def demonstration(request: pytest.FixtureRequest, tmp_path: Path) -> Flask:
    """The whole demonstration, on each database."""
    folder = tmp_path / "demonstration"
    folder.mkdir()
    if request.param == "sqlite":
        yield houses.furnished(f"sqlite:///{folder / 'portal.sqlite3'}", folder, build)
        return
    postgres = request.getfixturevalue("postgres_server")
    yield houses.furnished(postgres.create_database("demonstration"), folder, build)
    postgres.drop_database("demonstration")


def test_the_demonstration_comes_back_whole(demonstration: Flask, request, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    with demonstration.app_context():
        assert "is whole: " in done(demonstration, "backup", archive)
        before, files = sums(), contents()
        assert len(files) > 5
        with empty_machine(request, tmp_path / "there") as there:
            assert "is there again, and was counted and compared" in done(there, "restore", archive)
            after = sums()
            assert {name for name in before if before[name] != after[name]} <= UNLIKE
            assert {name for name in before if before[name][0] != after[name][0]} <= {"history", "workers"}
            assert contents() == files
            for path in ("/", "/grants", "/sign-in"):
                assert there.test_client().get(path).status_code == 200
            joyce = signed_in(there, town.sign_in("joyce"))
            assert joyce.get("/inbox").status_code == 200
            assert worker.tick("a worker") > 0
        db.session.remove()
        db.engine.dispose()


def test_a_document_can_be_opened_there_and_a_new_one_given(here: Flask, cast, request, tmp_path: Path) -> None:
    give(cast["amina"])
    look_at_all()
    waiting = file_of(give(cast["amina"], "insurance", ends=dt.date(2030, 1, 1)))
    assert waiting.state == "waiting"
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    before = contents()
    with empty_machine(request, tmp_path / "there") as there, there.test_request_context():
        done(there, "restore", archive)
        assert contents() == before
        amina = signed_in(there, town.sign_in("amina"))
        path = f"/organisations/{home('amina').ref}/documents/governing/file"
        assert amina.get(path).data.startswith(b"%PDF")
        assert look_at_all() == 1, "what waited then is looked at now"
        assert file_of(give(cast["amina"], "accounts", ends=dt.date(2030, 1, 1))).state == "waiting"
        assert db.session.scalar(select(func.count()).select_from(File)) == 3


@pytest.mark.parametrize("way", ["to a bucket", "from a bucket"])
def test_files_change_from_disk_to_bucket_and_back(
    here, cast, request, tmp_path: Path, bucket_server: int, way
) -> None:
    archive, bucket = tmp_path / "backup.tar", settings(bucket_server)

    def backed_up() -> dict[str, bytes]:
        give(cast["amina"])
        look_at_all()
        done(here, "backup", archive)
        found = contents()
        for stored in list(storage.store().all()):
            storage.forget(stored.key)
        return found

    if way == "to a bucket":
        before = backed_up()
        with empty_machine(request, tmp_path / "there") as there, KeptIn(there, bucket), there.app_context():
            done(there, "restore", archive)
            assert (contents(), (tmp_path / "there" / "files").exists()) == (before, False)
            for stored in list(storage.store().all()):
                storage.forget(stored.key)
        return
    with KeptIn(here, bucket):
        before = backed_up()
    with empty_machine(request, tmp_path / "there") as there, there.app_context():
        done(there, "restore", archive)
        assert contents() == before
        assert len(before) == 1


def test_what_waited_or_was_signed_in_does_not_come_alive_again(here: Flask, cast, request, tmp_path: Path) -> None:
    cookie = town.sign_in("amina")
    worker.beat("a worker that dies with its machine")
    with action() as session:
        for secret in (True, False):
            session.add(letter(secret))
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    with empty_machine(request, tmp_path / "there") as there, there.test_request_context():
        said = done(there, "restore", archive)
        assert "E-mails that waited then: 2." in said
        assert signed_in(there, cookie).get("/account").status_code == 303
        assert db.session.scalar(select(func.count()).where(SignIn.ended_at.is_(None))) == 0
        assert db.session.scalar(select(func.count()).select_from(Worker)) == 0
        rows = list(db.session.scalars(select(Letter).order_by(Letter.id)))
        assert {row.status for row in rows} == {"failed"}
        assert [row.text for row in rows if row.secret] == [""]
        assert worker.tick("another") >= 0
        assert {row.status for row in db.session.scalars(select(Letter))} == {"failed"}
        wei = signed_in(there, town.sign_in("wei"))
        assert "It may have gone since." in wei.get("/outbox/letter-False").text
        [plain] = [row for row in db.session.scalars(select(Letter)) if not row.secret]
        send_again(plain, by=cast["wei"])
        assert db.session.scalar(select(Letter.status).where(Letter.id == plain.id)) == "waiting"
        assert db.session.scalar(select(func.count()).where(Deed.verb == "put_back")) == 1
        assert wei.get("/history").text.count("Everything was put back from a backup") == 2, "as a filter and as a row"


def letter(secret: bool) -> Letter:
    """A letter that waits, with a code in it or without."""
    now = utc_now()
    words = {"text": "123456", "html": "<p>123456</p>", "template": "accounts/mail/code", "subject": "Your code"}
    return Letter(
        ref=f"letter-{secret}", to_address="a@example.org", created_at=now, next_try_at=now, secret=secret, **words
    )


def test_a_portal_that_only_moved_goes_on_as_it_was(here: Flask, request, tmp_path: Path) -> None:
    cookie = town.sign_in("amina")
    with action() as session:
        session.add(letter(False))
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    with empty_machine(request, tmp_path / "there") as there:
        said = done(there, "restore", "--moved", archive)
        assert "E-mails" not in said
        assert signed_in(there, cookie).get("/account").status_code == 200
        assert db.session.scalar(select(Letter.status)) == "waiting"


def test_an_archive_is_for_its_owner_alone_and_holds_no_key(here: Flask, cast, tmp_path: Path) -> None:
    give(cast["amina"])
    done(here, "backup", tmp_path)
    [archive] = tmp_path.glob("join-the-dots-*.tar")
    assert oct(archive.stat().st_mode & 0o777) == "0o600"
    assert [path for path in tmp_path.iterdir() if path != archive] == [], "nothing is left beside it"
    with tarfile.open(archive) as there:
        names = there.getnames()
    assert (names[0], names[-1], len(names)) == ("database", "manifest.json", 3)
    secret = here.extensions["portal_settings"]
    assert not any(key.encode() in archive.read_bytes() for key in (secret.secret_key, *secret.encryption_keys))


def test_a_file_that_is_gone_or_spoilt_is_said_and_the_rest_is_kept(here, cast, request, tmp_path: Path) -> None:
    gone = file_of(give(cast["amina"]))
    spoilt = file_of(give(cast["amina"], "insurance", ends=dt.date(2030, 1, 1)))
    refs, key = {gone.ref, spoilt.ref}, spoilt.key
    storage.forget(gone.key)
    path = storage.store().path(key)
    path.write_bytes(path.read_bytes()[:-1])
    archive = tmp_path / "backup.tar"
    result = run(here, "backup", archive)
    assert result.exit_code == 1
    assert "names 2 files that are gone from the store or are not what they were" in result.output
    assert all(ref in result.output for ref in refs)
    with empty_machine(request, tmp_path / "there") as there:
        done(there, "restore", archive)
        assert [stored.key for stored in storage.store().all()] == [key]


def test_secrets_that_no_key_opens_are_counted(here: Flask, request, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    with empty_machine(request, tmp_path / "there") as there:
        kept = there.extensions["portal_settings"]
        object.__setattr__(kept, "encryption_keys", ("YW5vdGhlci1rZXktYW5vdGhlci1rZXktYW5vdGhlci0=",))
        result = run(there, "restore", archive)
        assert result.exit_code == 1
        assert "were sealed with a key that is not in PORTAL_ENCRYPTION_KEYS" in result.output
        assert "is there again" in result.output


def test_an_older_archive_is_taken_and_has_to_be_brought_up_to_date(here, request, tmp_path, monkeypatch) -> None:
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    monkeypatch.setattr("portal.backups.restoring.newest_migration", lambda: "999")
    with empty_machine(request, tmp_path / "there") as there:
        assert "Next: flask db upgrade" in done(there, "restore", archive)


def test_only_one_backup_at_a_time(here: Flask, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("portal.files.holding.TRIES", 1)
    with making.hold():
        assert refused(here, "backup", tmp_path) == "Another backup is being made just now."
    done(here, "backup", tmp_path)


def test_it_is_looked_at_without_a_database(here: Flask, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar"
    done(here, "backup", archive)
    copy = shutil.copy(archive, tmp_path / "copy.tar")
    assert f"{copy} is whole: " in done(here, "restore", "--check", copy)
