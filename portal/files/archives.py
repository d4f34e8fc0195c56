"""DOCX, XLSX, ODT and ODS from outside: each is a ZIP with a layout of its own. Nothing is ever unpacked to disk."""

import re
import zipfile
import zlib
from tempfile import SpooledTemporaryFile
from typing import IO

from portal.files.faults import Fault
from portal.files.rules import MB, UNPACKED_MOST

MEMBERS_MOST = 5_000
FOLDS_MOST = 100
"""A document that is this many times smaller than what is in it, and large, was made to choke a reader."""
PIECE = 65_536
PART_MOST = 4 * MB
END = b"PK\x05\x06"
END_SIZE = 22
ENCRYPTED = 0x1
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"MZ", b"\x7fELF", OLE)
CHART = re.compile(r"(word|xl|ppt)/embeddings/[^/]+\.(xlsx|docx)")
"""The table behind a chart lies in a document as a whole file: the one kind of file in a file that is usual."""
MAIN = {
    "docx": ("word/document.xml", b"wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
}
OPEN = {b"application/vnd.oasis.opendocument.text": "odt", b"application/vnd.oasis.opendocument.spreadsheet": "ods"}
MACROS = (b"macroenabled", b"vbaproject", b"ms-office.activex")
MACRO_PARTS = re.compile(r"(?i)(^|/)(vbaproject\.bin|vbadata\.xml|activex\d*\.(xml|bin))$|^(basic|scripts)/.+")
AWAY = re.compile(
    rb"(?i)<relationship\b(?=[^>]*targetmode\s*=\s*.external)(?=[^>]*/(attachedTemplate|oleObject|frame)\b)"
)


def look(file: IO[bytes], size: int, depth: int = 0) -> str:
    """Which kind of document a ZIP is: docx, xlsx, odt or ods. Raises Fault for any other, and for a hostile one."""
    check_ends(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            check_members(members, size)
            kind = kind_of(archive)
            for member in members:
                check_part(archive, member, depth)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Fault("damaged") from error
    except RuntimeError as error:  # zipfile's own word for a part that wants a password
        raise Fault("password") from error
    return kind


def check_ends(file: IO[bytes], size: int) -> None:
    """A document begins and ends as a ZIP: nothing stands before it, and nothing follows. Raises Fault."""
    file.seek(max(0, size - END_SIZE - 0xFFFF))
    tail = file.read()
    place = tail.rfind(END)
    if place < 0:
        raise Fault("cut_off")
    if len(tail) - place != END_SIZE:
        raise Fault("two_in_one")
    file.seek(0)


def check_members(members: list[zipfile.ZipInfo], size: int) -> None:
    """What the list of parts says of them, before anything is opened. Raises Fault."""
    if len(members) > MEMBERS_MOST:
        raise Fault("bomb")
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise Fault("password")
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED_MOST or (unpacked > 10 * MB and unpacked > FOLDS_MOST * size):
        raise Fault("bomb")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise Fault("paths")
    if members and min(member.header_offset for member in members) != 0:
        raise Fault("two_in_one")


def kind_of(archive: zipfile.ZipFile) -> str:
    """The kind that its own list of contents names. Raises Fault."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        contents = whole(archive, "[Content_Types].xml")
        if any(word in contents.lower() for word in MACROS):
            raise Fault("macros")
        for kind, (part, word) in MAIN.items():
            if part in names and word in contents:
                return kind
    if "mimetype" in names:
        kind = OPEN.get(whole(archive, "mimetype").strip(), "")
        manifest = whole(archive, "META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        if b"encryption-data" in manifest:
            raise Fault("password")
        if kind and "content.xml" in names:
            return kind
    raise Fault("archive")


def whole(archive: zipfile.ZipFile, name: str) -> bytes:
    """One small part. Raises Fault for one that is large."""
    if archive.getinfo(name).file_size > PART_MOST:
        raise Fault("bomb")
    return archive.read(name)


def check_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, depth: int) -> None:
    """Read one part to its end: that it is whole, and that it is no program and no file of its own. Raises Fault."""
    if MACRO_PARTS.search(member.filename):
        raise Fault("macros")
    with archive.open(member) as part:
        head = part.read(PIECE)
        if head.startswith(PACKED):
            if depth or not CHART.fullmatch(member.filename) or not head.startswith(PACKED[0]):
                raise Fault("packed")
            look_inside(head, part)
        elif member.filename.lower().endswith(".rels"):
            rest = head + part.read(PART_MOST)
            if AWAY.search(rest):
                raise Fault("fetches")
        while part.read(PIECE):
            pass


def look_inside(head: bytes, part: IO[bytes]) -> None:
    """Look at the table behind a chart as at any other document. Raises Fault."""
    with SpooledTemporaryFile(max_size=MB) as inner:
        size = inner.write(head)
        while piece := part.read(PIECE):
            size += inner.write(piece)
        try:
            look(inner, size, depth=1)
        except Fault as fault:
            raise Fault("macros" if fault.code == "macros" else "packed") from fault
