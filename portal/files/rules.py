"""What is true of files: which are taken, how large, how they are called, and the way from upload to ready."""

import datetime as dt
from dataclasses import dataclass

from portal.kit.states import Dot, Machine, Move, State, Turn
from portal.kit.text import N_, Say, one_line

MB = 1024 * 1024
SIZE_MOST = 10 * MB
UNPACKED_MOST = 100 * MB
PIXELS_MOST = 50_000_000
STEM_MOST = 100
UNUSED_KEPT = dt.timedelta(days=1)
"""So long a file stays that nothing refers to: whoever is just sending it may still be on the way."""
LOOKED_AGAIN = dt.timedelta(minutes=1)
LOOKED_AGAIN_MOST = dt.timedelta(hours=1)
LOOKING_MOST = dt.timedelta(minutes=5)
"""How long one process has a file to itself; after that another one takes it up."""
TRIES_MOST = 3
"""How often a file may bring down what looks at it before it counts as one that cannot be used."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that is taken: its code, what people call it, its media type, and how its names end."""

    code: str
    label: str
    mime: str
    endings: tuple[str, ...]


OFFICE, OPEN = "application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument"
FORMATS = {
    one.code: one
    for one in (
        Format("pdf", "PDF", "application/pdf", ("pdf",)),
        Format("docx", "DOCX", f"{OFFICE}.wordprocessingml.document", ("docx",)),
        Format("odt", "ODT", f"{OPEN}.text", ("odt",)),
        Format("xlsx", "XLSX", f"{OFFICE}.spreadsheetml.sheet", ("xlsx",)),
        Format("ods", "ODS", f"{OPEN}.spreadsheet", ("ods",)),
        Format("jpeg", "JPEG", "image/jpeg", ("jpg", "jpeg")),
        Format("png", "PNG", "image/png", ("png",)),
        Format("heic", "HEIC", "image/heic", ("heic", "heif")),
    )
}
PICTURES = frozenset({"jpeg", "png", "heic"})
BY_ENDING = {ending: one for one in FORMATS.values() for ending in one.endings}
ACCEPT = ",".join(f".{ending}" for ending in BY_ENDING)
"""What a browser's own window offers; what it sends all the same is looked at here."""

SCANNING = Machine(
    name="file",
    start="waiting",
    states=(
        State("waiting", Turn.NOBODY, N_("We are checking it"), N_("Being checked")),
        State("ready", Turn.NOBODY, N_("Checked"), N_("Checked"), Dot.DONE),
        State("infected", Turn.PARTNER, N_("A virus was found in it"), N_("A virus was found in it"), Dot.STOPPED),
        State("unusable", Turn.PARTNER, N_("It cannot be opened"), N_("It cannot be opened"), Dot.STOPPED),
        State("removed", Turn.NOBODY, N_("Removed"), N_("Removed"), Dot.NONE),
    ),
    moves=(
        Move("pass", ("waiting",), "ready", None, N_("Nothing is wrong"), N_("{who} checked the file")),
        Move("infect", ("waiting",), "infected", None, N_("A virus"), N_("{who} found a virus in the file")),
        Move("spoil", ("waiting",), "unusable", None, N_("Not usable"), N_("{who} could not open the file")),
        Move(
            "remove",
            ("waiting", "ready", "infected", "unusable"),
            "removed",
            None,
            N_("Remove"),
            N_("{who} removed the file for good"),
        ),
    ),
)

NOT_READY = Say(N_("We are still checking this file. That takes a minute or two. Then try again."))
STOPPED = Say(N_("This file did not pass our check, so nobody can open it. Send another one in its place."))


def ending_of(name: str) -> str:
    """How a file's name ends, in small letters; empty for a name without a dot."""
    return last_part(name).rpartition(".")[2].lower() if "." in last_part(name) else ""


def last_part(name: str) -> str:
    """A name without the folders that a browser or a stranger put before it."""
    return one_line(name).replace("\\", "/").rpartition("/")[2]


def kept_name(name: str, format: Format) -> str:
    """What a file is called from now on: its own name without folders and marks, with the ending of what it is."""
    stem = last_part(name)
    ending = ending_of(name)
    if ending in BY_ENDING:
        stem = stem[: -len(ending) - 1]
    stem = stem.strip(" .")
    if len(stem) > STEM_MOST:
        stem = f"{stem[: STEM_MOST - 1].rstrip()}…"
    own = ending if ending in format.endings else format.endings[0]
    return f"{stem or 'file'}.{own}"


def in_words(size: int) -> str:
    """A size as people read it: 240 KB, 1.4 MB."""
    return f"{size / MB:.1f} MB" if size >= MB else f"{max(1, round(size / 1024))} KB"


def look_again_in(tries: int) -> dt.timedelta:
    """How long until a file is looked at again that could not be: a minute, doubling, an hour at most."""
    return min(LOOKED_AGAIN * (1 << min(tries, 10)), LOOKED_AGAIN_MOST)
