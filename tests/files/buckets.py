"""A bucket on this machine, and a portal that keeps its files there for a while."""

import socket
import urllib.request
from collections.abc import Iterator
from dataclasses import replace

import boto3
import pytest
from flask import Flask
from moto.server import ThreadedMotoServer

from portal import filing
from portal.filing import Filing

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
    # Every one of these in a process has the same buckets.
    urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}/moto-api/reset", method="POST")).close()
    words = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "eu-west-2"}
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", **words)
    client.create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    yield port
    running.stop()


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
