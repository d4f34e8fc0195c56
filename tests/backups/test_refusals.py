"""What is no whole archive is not put back, nor anything where something is; and nothing is left behind."""

import errno
import io
import json
import os
import random
import tarfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import make_url

from portal.backups import archive, making, postgres, rules
from portal.backups.content import is_empty
from portal.backups.rules import Manifest, Part, Refused
from portal.db.session import db
from portal.files import storage
from tests.backups.steps import done, empty_machine, refused
from tests.files.buckets import KeptIn, free_port, settings
from tests.files.steps import give


@pytest.fixture
def backed_up(app: Flask, cast, tmp_path: Path) -> Path:
    """A whole archive with a file in it."""
    with app.test_request_context():
        give(cast["amina"])
        done(app, "backup", tmp_path / "whole.tar")
    return tmp_path / "whole.tar"


def is_untouched() -> bool:
    """Whether nothing was put anywhere."""
    with db.engine.connect() as connection:
        return is_empty(connection) and not list(storage.store().all())


def test_half_an_archive_is_refused_wherever_it_ends(app: Flask, backed_up: Path, request, tmp_path: Path) -> None:
    whole, half = backed_up.read_bytes(), tmp_path / "half.tar"
    with tarfile.open(backed_up) as there:
        ends = [member.offset for member in there] + [member.offset_data for member in there]
    with empty_machine(request, tmp_path / "there") as there:
        for end in sorted({0, 1, 511, 512, *ends, *random.Random(1).sample(range(len(whole) - 10_240), 10)}):
            half.write_bytes(whole[:end])
            assert str(half) in refused(there, "restore", half)
        assert is_untouched()


def test_a_flipped_byte_is_refused_wherever_it_is(app: Flask, backed_up: Path, request, tmp_path: Path) -> None:
    whole, flipped = backed_up.read_bytes(), tmp_path / "flipped.tar"
    with tarfile.open(backed_up) as there:
        spans = [(member.offset_data, member.offset_data + member.size) for member in there]
        heads = [member.offset + 3 for member in there]
    chosen = random.Random(2)
    places = heads + [chosen.randrange(*span) for span in spans for _ in range(5)]
    with empty_machine(request, tmp_path / "there") as there:
        for place in places:
            flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
            assert str(flipped) in refused(there, "restore", flipped), f"byte {place} of {len(whole)}"
        assert is_untouched()


def test_what_holds_something_is_left_alone(app: Flask, cast, backed_up: Path, request, tmp_path: Path) -> None:
    assert "The database holds something" in refused(app, "restore", backed_up)
    with empty_machine(request, tmp_path / "there") as there:
        storage.lay(io.BytesIO(b"somebody"))
        assert "There are files in PORTAL_FILES" in refused(there, "restore", backed_up)
        with db.engine.connect() as connection:
            assert is_empty(connection)


def test_a_newer_one_is_refused(app: Flask, backed_up: Path, request, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("portal.backups.restoring.newest_migration", lambda: "001")
    with empty_machine(request, tmp_path / "there") as there:
        said = refused(there, "restore", backed_up)
        assert "It is of a newer portal" in said
        assert is_untouched()


def test_one_of_another_database_is_refused() -> None:
    for dialect, name in (("sqlite", "SQLite"), ("postgresql", "PostgreSQL")):
        other = {"sqlite": "postgresql", "postgresql": "sqlite"}[dialect]
        assert f"It is a backup of {name}" in rules.why_not_here(manifest(dialect=dialect), other, "015")
        assert rules.why_not_here(manifest(dialect=dialect), dialect, "015") == ""


def manifest(**more: object) -> Manifest:
    """A manifest of nothing much."""
    found = Manifest("2026-11-26T21:15:00+00:00", "0.2.0", "015", "sqlite", {"people": 3}, Part("database", 1, "a"), ())
    return replace(found, **more)


def test_a_manifest_is_what_was_written_or_nothing() -> None:
    told = manifest(files=(Part("files/k", 5, "b"),), lost=("ref",))
    assert rules.read(rules.written(told)) == told
    for old, new in ((b"0.2.0", b"0.3.0"), (b'"people": 3', b'"people": 4'), (b"ref", b"fer"), (b"sha256", b"sha-256")):
        with pytest.raises(Refused):
            rules.read(rules.written(told).replace(old, new))
    later = {"form": 2, "words": "of a later day"}
    with pytest.raises(Refused, match="of a newer portal"):
        rules.read(json.dumps({"manifest": later, "sha256": rules.digest_of(later)}).encode())


@pytest.mark.parametrize("name", ["../outside", "files/../../outside", "/etc/passwd", "files/", "files/a/b", "more"])
def test_nothing_in_it_has_another_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "strange.tar"
    with tarfile.open(path, "w") as there:
        there.addfile(tarfile.TarInfo(name))
    with pytest.raises(Refused, match="is no backup of the portal"):
        archive.check(path)


def test_a_link_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "linked.tar"
    with tarfile.open(path, "w") as there:
        entry = tarfile.TarInfo("database")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        there.addfile(entry)
    with pytest.raises(Refused, match="is no backup of the portal"):
        archive.check(path)


def test_faults_are_told_one_by_one() -> None:
    wanted = manifest(files=(Part("files/a", 1, "a"), Part("files/b", 1, "b")))
    there = {
        "database": Part("database", 2, "c"),
        "files/a": Part("files/a", 1, "a"),
        "files/c": Part("files/c", 1, "c"),
    }
    said = [
        "files/b is missing.",
        "files/c is in it, and its manifest does not say so.",
        "database is not what it was.",
    ]
    assert rules.faults(wanted, there) == said


def test_a_name_that_is_taken_or_wrong_is_said(app: Flask, backed_up: Path, tmp_path: Path) -> None:
    whole = backed_up.read_bytes()
    assert "is there already" in refused(app, "backup", backed_up)
    assert backed_up.read_bytes() == whole
    assert "There is no folder" in refused(app, "backup", tmp_path / "none" / "backup.tar")
    files = storage.settings().filing.folder
    assert "is in the folder for files" in refused(app, "backup", files)
    assert "is in the folder for files" in refused(app, "backup", files / "backup.tar")


def test_a_full_disk_is_said_and_leaves_nothing(app: Flask, backed_up: Path, tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "full"
    folder.mkdir()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert refused(app, "backup", folder) == f"There is no room left in {folder}. No backup was made."
    monkeypatch.setattr(making, "SPARE", 1 << 60)
    assert f"There is no room in {folder}: " in refused(app, "backup", folder)
    assert list(folder.iterdir()) == []


def test_what_a_killed_backup_left_is_cleared_after_a_day(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    for name, days in (("old", 2), ("new", 0)):
        half = folder / f".join-the-dots-2026-11-26T211500Z.tar.half-{name}"
        half.mkdir(parents=True)
        (half / "archive").write_bytes(b"half")
        at = time.time() - days * 24 * 3600
        os.utime(half, (at, at))
    done(app, "backup", folder)
    assert [path.name[-3:] for path in folder.iterdir() if ".half-" in path.name] == ["new"]


def test_a_store_that_is_away_is_said_and_leaves_nothing(app: Flask, backed_up: Path, request, tmp_path: Path) -> None:
    folder = tmp_path / "away"
    folder.mkdir()
    with KeptIn(app, settings(free_port())):
        assert refused(app, "backup", folder) == "The store for files does not answer. No backup was made."
    assert list(folder.iterdir()) == []
    with empty_machine(request, tmp_path / "there") as there:
        with KeptIn(there, settings(free_port())):
            assert refused(there, "restore", backed_up) == "The store for files does not answer."
        assert is_untouched()


def test_a_store_that_breaks_off_is_emptied_again(app, backed_up: Path, request, tmp_path: Path, monkeypatch) -> None:
    with empty_machine(request, tmp_path / "there") as there:

        def broken(*_: object) -> None:
            raise OSError(errno.EIO, "no")

        with monkeypatch.context() as patched:
            patched.setattr("portal.backups.sqlite.looking_at", broken)
            patched.setattr("portal.backups.postgres.TemporaryFile", broken)
            refused(there, "restore", backed_up)
        assert is_untouched()
        done(there, "restore", backed_up)


def test_programs_that_are_missing_are_named(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match=r"pg_dump is missing.*apt-get install postgresql-client"):
        postgres.found("pg_dump")


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("postgresql+patient://p:s%40cret@db/n?sslmode=require", "postgresql://p@db/n?sslmode=require"),
        ("postgresql+patient://p@/n?host=/run&password=s%40cret", "postgresql://p@/n?host=%2Frun"),
    ],
)
def test_a_password_is_not_in_the_words_of_a_command(url: str, bare: str) -> None:
    assert postgres.address(make_url(url)) == bare
    assert postgres.surroundings(make_url(url))["PGPASSWORD"] == "s@cret"
