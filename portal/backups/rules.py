"""What is true of an archive: what is in it, what its manifest says, and when it cannot be put back."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MANIFEST, DATABASE, FILES = "manifest.json", "database", "files/"
FORM = 1
"""Which form the manifest has. A later one that cannot be read as this gets another number."""
KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
GB, MB = 1024**3, 1024**2
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class Refused(Exception):
    """A backup that is not made, or not put back, with the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in an archive: its name, its size in bytes, and its SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds, written last: without it an archive is half of one.

    `lost` are the references of files that the database named, and that were not in the store as it says.
    """

    made_at: str
    version: str
    revision: str
    dialect: str
    rows: Mapping[str, int]
    database: Part
    files: tuple[Part, ...]
    lost: tuple[str, ...] = ()

    @property
    def parts(self) -> dict[str, Part]:
        """Everything beside the manifest itself, by name."""
        return {part.name: part for part in (self.database, *self.files)}

    @property
    def size(self) -> int:
        """How many bytes that is."""
        return self.database.size + sum(part.size for part in self.files)

    def __str__(self) -> str:
        rows, files = sum(self.rows.values()), len(self.files)
        return f"{rows:,} rows in {len(self.rows)} tables and {files:,} files, {in_words(self.size)}"


def written(manifest: Manifest) -> bytes:
    """A manifest as it stands in the archive, with the SHA-256 of its own words."""
    said = {"form": FORM, **asdict(manifest)}
    return json.dumps({"manifest": said, "sha256": digest_of(said)}, indent=1).encode()


def read(content: bytes) -> Manifest:
    """A manifest again. Raises Refused where a single letter of it is another, or where its form is newer."""
    try:
        there = json.loads(content)
        said, digest = there["manifest"], there["sha256"]
        if digest != digest_of(said):
            raise Refused("Its manifest is not what it was.")
        if said.pop("form") != FORM:
            raise Refused("Its manifest is of a newer portal, and this one cannot read it.")
        parts = {"database": Part(**said.pop("database")), "files": tuple(Part(**part) for part in said.pop("files"))}
        return Manifest(**{**said, **parts, "lost": tuple(said["lost"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("Its manifest cannot be read.") from error


def digest_of(said: Any) -> str:
    """The SHA-256 of what a manifest says, however it is laid out."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def faults(manifest: Manifest, found: Mapping[str, Part]) -> list[str]:
    """What in an archive is not as its manifest says, a sentence for each."""
    wanted = manifest.parts
    missing = [f"{name} is missing." for name in wanted if name not in found]
    more = [f"{name} is in it, and its manifest does not say so." for name in found if name not in wanted]
    other = [f"{name} is not what it was." for name, part in found.items() if wanted.get(name, part) != part]
    return [*missing, *more, *other]


def is_name(name: str) -> bool:
    """Whether something in an archive can have this name: the database, or a file by its key. No path leads outside."""
    return name == DATABASE or (name.startswith(FILES) and bool(KEY.fullmatch(name.removeprefix(FILES))))


def key_of(part: Part) -> str:
    """The key in the store of a file in an archive."""
    return part.name.removeprefix(FILES)


def why_not_here(manifest: Manifest, dialect: str, revision: str) -> str:
    """Why an archive cannot be put back by this portal, by its database and its tables; nothing where it can."""
    if manifest.dialect != dialect:
        return f"It is a backup of {NAMES.get(manifest.dialect, '?')}, and DATABASE_URL names {NAMES[dialect]}."
    if manifest.revision > revision:
        return (
            f"It is of a newer portal ({manifest.version}, tables {manifest.revision}) than this one"
            f" (tables {revision}). Put it back with the version that made it, or with a later one."
        )
    return ""


def in_words(size: int) -> str:
    """A size as people read it: 3.2 GB, 57.1 MB, 3 KB."""
    if size >= GB:
        return f"{size / GB:.1f} GB"
    return f"{size / MB:.1f} MB" if size >= MB else f"{-(-size // 1024)} KB"
