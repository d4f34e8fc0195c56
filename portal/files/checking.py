"""Whether an upload is what its name says, and nothing worse: told by what is in it, while its sender waits."""

import os
from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from typing import IO

from portal.files import archives, pdfs, pictures
from portal.files.faults import Fault
from portal.files.rules import BY_ENDING, FORMATS, SIZE_MOST, Format, ending_of, in_words

HEAD = 64
LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
OLD_ENDINGS = frozenset({"doc", "xls", "ppt"})
LOOKS: dict[str, Callable[[mmap], None]] = {
    "pdf": pdfs.look,
    "jpeg": pictures.look_at_jpeg,
    "png": pictures.look_at_png,
    "heic": pictures.look_at_heic,
}


def check(file: IO[bytes], name: str) -> Format:
    """What an upload is. `file` is one of the machine's own, at any place in it. Raises Fault with its sentence."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if not name:
        raise Fault("none")
    if size == 0:
        raise Fault("empty")
    if size > SIZE_MOST:
        raise Fault("too_big", size=in_words(size))
    head = file.read(HEAD)
    said = BY_ENDING.get(ending_of(name))
    found = FORMATS[look(file, size, head, said)]
    if said is None:
        raise Fault("not_taken")
    if said is not found:
        raise Fault("other_kind", said=said.label, found=found.label, ending=found.endings[0])
    return found


def look(file: IO[bytes], size: int, head: bytes, said: Format | None) -> str:
    """The code of what is inside, looked through. Raises Fault."""
    if head.startswith(archives.OLE):
        refuse_old_office(file)
    code = "zip" if head.startswith(b"PK\x03\x04") else plain_kind(head)
    if not code:
        raise Fault("not_inside", said=said.label) if said else Fault("not_taken")
    if code == "zip":
        return archives.look(file, size)
    with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        LOOKS[code](data)
    return code


def plain_kind(head: bytes) -> str:
    """What begins like this; empty for nothing that we take."""
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(pictures.PNG_HEAD):
        return "png"
    if head[4:8] == b"ftyp" and head[8:12] in pictures.HEIC_BRANDS:
        return "heic"
    return ""


def refuse_old_office(file: IO[bytes]) -> None:
    """Say of an Office file from before 2007 whether it is one, or a new one behind a password. Raises Fault."""
    file.seek(0)
    raise Fault("password" if LOCKED_OFFICE in file.read(SIZE_MOST) else "old_office")
