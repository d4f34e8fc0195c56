"""Where files are kept, and what looks through them: the settings of the store and of the virus scanner."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal.environment import is_here, need, parts_of
from portal.kit.errors import Misconfigured


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket that speaks S3: its name, the folder in it, who answers for it, and how we prove who we are."""

    name: str
    folder: str
    region: str
    endpoint: str
    key: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where clamd listens: a socket of this machine, or a host and a port."""

    socket: str = ""
    host: str = ""
    port: int = 0


@dataclass(frozen=True, slots=True)
class Filing:
    """Files lie in the folder, or in the bucket where there is one. Without a scanner nobody looks for viruses."""

    folder: Path
    bucket: Bucket | None = None
    scanner: Scanner | None = None


def filing(environ: Mapping[str, str], instance: Path) -> Filing:
    """Where files are kept; in the instance folder unless PORTAL_FILES says otherwise. Raises Misconfigured."""
    where = environ.get("PORTAL_FILES", "").strip()
    scanner = scanner_at(environ.get("PORTAL_CLAMD", "").strip())
    if where.startswith("s3:"):
        return Filing(instance / "files", bucket_at(where, environ), scanner)
    if where and not where.startswith("/"):
        raise Misconfigured(f"PORTAL_FILES is “{where}”. Expected: /a/folder of this machine, or s3://bucket/folder.")
    return Filing(Path(where).resolve() if where else instance / "files", None, scanner)


def bucket_at(where: str, environ: Mapping[str, str]) -> Bucket:
    """The bucket of an address, with the words that open it. Raises Misconfigured, and never says the secret."""
    parts = parts_of(where)
    if not parts or parts.scheme != "s3" or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise Misconfigured("PORTAL_FILES cannot be read. Expected: /a/folder of this machine, or s3://bucket/folder.")
    return Bucket(
        name=parts.hostname,
        folder=parts.path.strip("/"),
        region=region(environ.get("PORTAL_BUCKET_REGION", "").strip() or "eu-west-2"),
        endpoint=endpoint(environ.get("PORTAL_BUCKET_ENDPOINT", "").strip()),
        key=need(environ, "PORTAL_BUCKET_KEY", "the id of a key that may read, write and delete in the bucket").strip(),
        secret=need(environ, "PORTAL_BUCKET_SECRET", "the secret that belongs to PORTAL_BUCKET_KEY").strip(),
    )


def region(word: str) -> str:
    """Where a bucket is. Raises Misconfigured."""
    if not re.fullmatch(r"[a-z0-9-]{2,40}", word):
        raise Misconfigured(f"PORTAL_BUCKET_REGION is “{word}”. Expected: a region such as eu-west-2.")
    return word


def endpoint(url: str) -> str:
    """Who answers for the bucket, or nothing for Amazon. In the clear only on this machine. Raises Misconfigured."""
    parts = parts_of(url)
    if not url:
        return ""
    if not parts or not parts.hostname or "@" in url or parts.path.strip("/"):
        raise Misconfigured("PORTAL_BUCKET_ENDPOINT cannot be read. Expected: https://host.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_here(parts.hostname)):
        raise Misconfigured(f"PORTAL_BUCKET_ENDPOINT is “{url}”. Expected: https://host.")
    return url.rstrip("/")


def scanner_at(where: str) -> Scanner | None:
    """Where clamd listens, or None where nothing is said. Raises Misconfigured."""
    if not where:
        return None
    parts = parts_of(where)
    if parts and parts.scheme == "unix" and parts.path.startswith("/") and not parts.netloc:
        return Scanner(socket=parts.path)
    if parts and parts.scheme == "tcp" and parts.hostname and parts.port and not parts.path.strip("/"):
        return Scanner(host=parts.hostname, port=parts.port)
    raise Misconfigured(f"PORTAL_CLAMD is “{where}”. Expected: unix:/run/clamav/clamd.ctl or tcp://host:3310.")
