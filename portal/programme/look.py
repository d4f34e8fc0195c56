"""The portal in a council's colours: the one stylesheet and the icon at addresses that say which colours they have.

The address carries the colours and a proof that this portal wrote it. So nothing is looked up, a browser may keep
the file for good, and nobody can have the portal paint colours without end. The portal's own colours cost nothing:
they are the files that were built.
"""

import gzip
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import brotli
from flask import current_app

from portal.config import ROOT
from portal.programme import colours

DIST = ROOT / "static" / "dist"
TYPES = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml"}
SOURCES = {"css": "portal.css", "svg": "favicon.svg"}


@dataclass(frozen=True, slots=True)
class Look:
    """Every colour by its name, and where the stylesheet and the icon in these colours are."""

    colours: Mapping[str, str]
    stylesheet: str
    icon: str


@dataclass(frozen=True, slots=True)
class File:
    """A file in a council's colours: its type, and its bytes by how they are encoded for the way."""

    type: str
    plain: bytes
    br: bytes
    gzip: bytes


def look_of(chosen: Mapping[str, str]) -> Look:
    """The look in these colours; the portal's own where none is chosen."""
    return Look(colours.palette(chosen), address(chosen, "css"), address(chosen, "svg"))


def address(chosen: Mapping[str, str], ending: str) -> str:
    """Where the stylesheet (css) or the icon (svg) in these colours is."""
    if not colours.differing(chosen):
        return built(ending)
    word = colours.packed(chosen)
    return f"/look/{word}/{proof(word, ending)}.{ending}"


def built(ending: str) -> str:
    """The address of the file that was built, in the portal's own colours; its hash changes with its content."""
    find: Callable[[str], str] = current_app.extensions["portal_asset"]
    return find(SOURCES[ending])


def proof(word: str, ending: str) -> str:
    """What only this portal can put behind these colours; another one as soon as the stylesheet is built anew."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"{word} {built(ending)}".encode(), hashlib.sha256).hexdigest()[:16]


def file_at(word: str, shown: str, ending: str) -> File | None:
    """The file at an address, or None where this portal never wrote that address."""
    chosen = colours.unpacked(word)
    if chosen is None or not hmac.compare_digest(shown, proof(word, ending)):
        return None
    return painted(word, DIST / built(ending).removeprefix("/static/"))


@lru_cache(maxsize=32)
def painted(word: str, source: Path) -> File:
    """The built file in these colours, compressed once."""
    chosen, text = colours.unpacked(word) or {}, source.read_text(encoding="utf-8")
    if source.suffix == ".css":
        text += colours.rules_of(chosen)
    else:
        for name in ("main", "now"):
            text = text.replace(colours.OWN[name], chosen[name])
    plain = text.encode()
    return File(TYPES[source.suffix[1:]], plain, brotli.compress(plain), gzip.compress(plain, 9, mtime=0))
