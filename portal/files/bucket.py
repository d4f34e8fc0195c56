"""Files in a bucket that speaks S3, wherever it is."""

import datetime as dt
from collections.abc import Iterator
from typing import IO

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from portal import filing
from portal.files.stores import PIECE, Lost, Stored

PATIENCE = dt.timedelta(seconds=5), dt.timedelta(seconds=20)
"""How long a connection and a whole request may take; nobody waits longer than 30 seconds for a page."""
TRIES = 2
SINGLE_MOST = 5 * 1024 * 1024
"""What is larger goes in parts, so that never more than this of it is in memory."""


class Bucket:
    """A bucket, or a folder in one."""

    def __init__(self, there: filing.Bucket) -> None:
        # Made at the first use, in the process that uses it: its threads do not live through a fork.
        self.store = S3Store(
            there.name,
            prefix=there.folder or None,
            config={
                "access_key_id": there.key,
                "secret_access_key": there.secret,
                "region": there.region,
                **({"endpoint": there.endpoint} if there.endpoint else {}),
            },
            client_options={
                "connect_timeout": PATIENCE[0],
                "timeout": PATIENCE[1],
                "allow_http": there.endpoint.startswith("http://"),
            },
            retry_config={"max_retries": TRIES, "retry_timeout": PATIENCE[1]},
        )

    def put(self, key: str, source: IO[bytes]) -> None:
        """Keep what is in the source. Raises OSError where the bucket does not take it."""
        source.seek(0)
        try:
            obstore.put(self.store, key, source, chunk_size=SINGLE_MOST, max_concurrency=1)
        except BaseError as error:
            raise OSError("the bucket does not take it") from error

    def pieces(self, key: str) -> Iterator[bytes]:
        """What is in a file, a little at a time. Raises Lost, and OSError where the bucket is away."""
        try:
            found = obstore.get(self.store, key)
        except FileNotFoundError as error:
            raise Lost(key) from error
        except BaseError as error:
            raise OSError("the bucket does not answer") from error
        return (bytes(piece) for piece in found.stream(min_chunk_size=PIECE))

    def delete(self, key: str) -> None:
        """Remove a file; one that is gone stays gone. Raises OSError where the bucket is away."""
        try:
            obstore.delete(self.store, key)
        except FileNotFoundError:
            return
        except BaseError as error:
            raise OSError("the bucket does not answer") from error

    def all(self) -> Iterator[Stored]:
        """Every file there is. Raises OSError where the bucket is away."""
        try:
            for batch in obstore.list(self.store):
                yield from (Stored(each["path"], each["last_modified"]) for each in batch)
        except BaseError as error:
            raise OSError("the bucket does not answer") from error
