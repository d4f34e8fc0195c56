"""The same store in a bucket: a server that speaks S3, and one that is away."""

import io
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import boto3
import pytest
from flask import Flask
from moto.server import ThreadedMotoServer
from sqlalchemy import select

from portal import filing
from portal.db.session import db
from portal.files import storage
from portal.files.actions import remove_unused
from portal.files.bucket import Bucket
from portal.files.models import File
from portal.files.stores import Lost
from portal.filing import Filing
from portal.kit.errors import Away
from portal.upkeep.health import check_files
from tests.files.samples import pdf
from tests.files.steps import content, file_of, give, look_at_all
from tests.organisations.walking import home
from tests.reader import Attached, form_to

NAME, FOLDER = "council-files", "portal"


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        number: int = found.getsockname()[1]
        return number


def settings(port: int) -> filing.Bucket:
    """A bucket on this machine."""
    return filing.Bucket(NAME, FOLDER, "eu-west-2", f"http://127.0.0.1:{port}", "key", "secret")


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """A server that speaks S3, with one empty bucket; its port."""
    port = free_port()
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    running.start()
    words = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "eu-west-2"}
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", **words)
    client.create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    yield port
    running.stop()


@pytest.fixture
def in_bucket(app: Flask, server: int) -> Iterator[Flask]:
    """The portal whose files lie in the bucket."""
    with KeptIn(app, settings(server)):
        yield app


class KeptIn:
    """For a while the portal keeps its files there."""

    def __init__(self, app: Flask, bucket: filing.Bucket) -> None:
        self.app, self.bucket, self.kept = app, bucket, app.extensions["portal_settings"]

    def __enter__(self) -> Flask:
        files = Filing(self.kept.filing.folder, self.bucket, None)
        self.app.extensions["portal_settings"] = replace(self.kept, files=files)
        self.app.extensions.pop("portal_files", None)
        return self.app

    def __exit__(self, *_: object) -> None:
        self.app.extensions["portal_settings"] = self.kept
        self.app.extensions.pop("portal_files", None)


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
