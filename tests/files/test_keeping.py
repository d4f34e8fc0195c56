"""Files in the store and their rows: neither without the other, on either database, whatever goes wrong between."""

import datetime as dt
import errno
import os

import pytest
from sqlalchemy import func, select

from portal.db.session import action, db
from portal.files import actions, disk, storage
from portal.files.actions import remove_unused
from portal.files.models import File, FileUse
from portal.history.models import Deed
from portal.kit.errors import Away, Clash, NotThere
from portal.organisations import document_queries, documents
from portal.organisations.models import Document
from portal.organisations.papers import SORTS
from tests.assessments.steps import at_once
from tests.files.samples import pdf
from tests.files.steps import content, file_of, folder, give, look_at_all, lying, upload
from tests.organisations.walking import home

DAYS = dt.timedelta(days=2)


@pytest.fixture
def here(app):
    """A request, so that sentences have a language."""
    with app.test_request_context():
        yield app


def test_what_is_given_lies_in_the_store_before_its_row_is_there(here, cast) -> None:
    document = give(cast["amina"])
    file = file_of(document)
    path = disk.Disk(folder()).path(file.key)
    assert path.read_bytes() == pdf()
    assert (file.size, file.state, file.name) == (len(pdf()), "waiting", "rules.pdf")
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert file.key not in ("rules", file.ref)
    assert len(file.ref) == 22


def test_a_deed_that_is_not_done_leaves_nothing_in_the_store(here, cast) -> None:
    before = lying()
    with upload() as sent, pytest.raises(Clash):
        documents.give(home("amina"), SORTS["governing"], sent, None, "another", by=cast["amina"])
    assert lying() == before
    assert db.session.scalar(select(func.count()).select_from(File)) == 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_store_that_is_full_or_away_is_said_and_nothing_is_half_kept(here, cast, monkeypatch, number: int) -> None:
    before = lying()

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Away):
        give(cast["amina"])
    monkeypatch.undo()
    assert lying() == before
    assert db.session.scalar(select(func.count()).select_from(File)) == 0
    assert give(cast["amina"])


def test_a_key_is_used_once(here) -> None:
    store = disk.Disk(folder())
    with upload() as first, upload("png") as second:
        store.put("once", first.stream)
        with pytest.raises(FileExistsError):
            store.put("once", second.stream)
    assert b"".join(store.pieces("once")) == pdf()


def test_uploads_that_broke_off_are_swept_after_a_day(here, cast, clock) -> None:
    document = give(cast["amina"])
    look_at_all()
    with upload() as sent:
        rowless = storage.lay(sent.stream)
    half = disk.Disk(folder()).path("abhalf.half")
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"%PDF")
    assert remove_unused() == 0
    clock.shift(DAYS)
    old = (dt.datetime.now(dt.UTC) - DAYS).timestamp()
    for path in folder().glob("*/*"):
        os.utime(path, (old, old))
    assert remove_unused() >= 2
    assert not {rowless.key, "abhalf.half"} & lying()
    assert content(file_of(document))


def test_what_nothing_uses_any_more_goes_and_its_row_keeps_no_name(here, cast, clock) -> None:
    document = give(cast["amina"])
    look_at_all()
    key = file_of(document).key
    documents.take_back(home("amina"), SORTS["governing"], document.ref, by=cast["amina"])
    assert remove_unused() == 0
    assert key in lying()
    clock.shift(DAYS)
    assert remove_unused() >= 1
    file = file_of(document)
    assert (file.state, file.name) == ("removed", "")
    assert key not in lying()
    with pytest.raises(NotThere):
        content(file)


def test_a_file_that_two_use_stays_until_both_let_it_go(here, cast, clock) -> None:
    first, second = give(cast["amina"]), give(cast["amina"], "accounts")
    with action() as session:
        actions.use(session, session.get_one(File, first.file_id), db.session.get_one(Document, second.id), "too")
    documents.take_back(home("amina"), SORTS["governing"], first.ref, by=cast["amina"])
    clock.shift(DAYS)
    remove_unused()
    assert file_of(first).state == "waiting"
    assert db.session.scalar(select(func.count()).select_from(FileUse)) == 3


def test_one_newest_document_counts_and_the_one_before_ends(here, cast) -> None:
    first, second = give(cast["amina"]), give(cast["tom"], code="odt")
    there = document_queries.one(home("amina"), "governing")
    assert there.document.id == second.id
    assert db.session.get_one(Document, first.id).ended_at is not None
    verbs = select(Deed.verb).where(Deed.subject == "organisation", Deed.verb.like("%document")).order_by(Deed.id)
    assert db.session.scalars(verbs).all() == ["give_document", "replace_document"]


def test_sixteen_at_once_leave_one_document_and_fifteen_are_told(app, cast) -> None:
    def press() -> None:
        with app.test_request_context(), upload() as sent:
            documents.give(home("amina"), SORTS["governing"], sent, None, "", by=cast["amina"])

    ended = at_once(app, [press] * 16)
    assert [type(one) for one in ended if one is not None] == [Clash] * 15
    with app.test_request_context():
        keys = set(db.session.scalars(select(File.key)))
        assert len(keys) == 1
        assert keys <= lying()


def test_only_ready_files_are_given_out(here, cast) -> None:
    document = give(cast["amina"])
    assert not document_queries.one(home("amina"), "governing").is_ready
    assert look_at_all() == 1
    assert document_queries.one(home("amina"), "governing").is_ready
    assert file_of(document).scanned_at is None
