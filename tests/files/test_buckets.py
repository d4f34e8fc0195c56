"""The same store in a bucket: a server that speaks S3, and one that is away."""

import io
import os
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db.session import db
from portal.files import storage
from portal.files.actions import remove_unused
from portal.files.bucket import Bucket
from portal.files.models import File
from portal.files.stores import Lost
from portal.kit.errors import Away
from portal.upkeep.health import check_files
from tests.files.buckets import KeptIn, free_port, server, settings
from tests.files.samples import pdf
from tests.files.steps import content, file_of, give, look_at_all
from tests.organisations.walking import home
from tests.reader import Attached, form_to

__all__ = ["server"]


@pytest.fixture
def in_bucket(app: Flask, server: int) -> Iterator[Flask]:
    """The portal whose files lie in the bucket."""
    with KeptIn(app, settings(server)):
        yield app


def test_what_is_put_is_got_listed_and_gone(server: int) -> None:
    store = Bucket(settings(server))
    large = os.urandom(9 * 1024 * 1024)
    store.put("large", io.BytesIO(large))
    store.put("small", io.BytesIO(b"small"))
    pieces = list(store.pieces("large"))
    assert b"".join(pieces) == large
    assert len(pieces) > 1
    assert {stored.key for stored in store.all()} >= {"large", "small"}
    store.delete("small")
    store.delete("small")
    with pytest.raises(Lost):
        store.pieces("small")


def test_a_document_goes_its_whole_way_through_a_bucket(in_bucket: Flask, cast, as_) -> None:
    with in_bucket.test_request_context():
        document = give(cast["amina"])
        first = file_of(document).key
        assert content(file_of(document)) == pdf()
        assert look_at_all() == 1
        kept = file_of(document)
        assert kept.key != first
        assert first not in {stored.key for stored in storage.store().all()}
        assert check_files().is_well
    given = as_("amina").get(f"/organisations/{home('amina').ref}/documents/governing/file")
    assert given.status_code == 200
    assert given.data.startswith(b"%PDF")


def test_what_is_rowless_is_swept_from_a_bucket(in_bucket: Flask, cast, clock) -> None:
    with in_bucket.test_request_context():
        document = give(cast["amina"])
        look_at_all()
        rowless = storage.lay(io.BytesIO(b"rowless")).key
        clock.shift(2 * 24 * 3600)
        assert remove_unused() >= 1
        there = {stored.key for stored in storage.store().all()}
        assert rowless not in there
        assert file_of(document).key in there


def test_a_bucket_that_is_away_is_said_and_nothing_is_kept(app: Flask, cast, as_) -> None:
    with KeptIn(app, settings(free_port())):
        client = as_("amina")
        path = f"/organisations/{home('amina').ref}/documents/governing"
        form = form_to(client.get(path).text, path)
        answer = client.post(path, data={**form.fields, "file": Attached("rules.pdf", pdf())})
        assert answer.status_code == 503
        assert "The store for files is full or does not answer" in answer.text
        with app.test_request_context():
            assert not check_files().is_well
            with pytest.raises(Away):
                storage.lay(io.BytesIO(b"x"))
    assert db.session.scalar(select(File.id).limit(1)) is None
    again = client.post(path, data={**form.fields, "file": Attached("rules.pdf", pdf())})
    assert again.status_code == 303, "the same form goes once the store is back"


def test_sixteen_threads_share_a_store(in_bucket: Flask) -> None:
    keys: list[str] = []

    def put() -> None:
        with in_bucket.app_context():
            keys.append(storage.lay(io.BytesIO(os.urandom(1000))).key)

    threads = [threading.Thread(target=put) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 16
