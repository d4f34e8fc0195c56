"""A PDF from outside: whether it is whole, whether it is locked, and whether there is a program or a file in it.

This is the quick look while somebody waits. The worker opens it whole (`cleaning`) before anybody else can.
"""

import re
import zlib
from collections.abc import Iterator
from mmap import mmap

from portal.files.faults import Fault
from portal.files.rules import MB

TAIL = 2_048
EOF = b"%%EOF"
UNPACKED_MOST = 40 * MB
OBJECTS = re.compile(
    rb"/Type\s*/ObjStm\b[^>]*(?:<<[^>]*>>[^>]*)*>>\s*stream\r?\n|<<[^<>]*/ObjStm\b[^>]*>>\s*stream\r?\n"
)
LOCKED = re.compile(rb"/Encrypt\b\s*(\d+\s+\d+\s+R|<<)")
ESCAPED = re.compile(rb"/[^\s/<>\[\]()%]*#[0-9A-Fa-f]{2}[^\s/<>\[\]()%]*")
PROGRAM = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|XFA|ImportData|SubmitForm)\b")
FILES = re.compile(rb"/(EmbeddedFiles?|GoToE)\b")


def look(data: mmap) -> None:
    """Raises Fault for a PDF that cannot be taken."""
    tail = data[max(0, len(data) - TAIL) :]
    place = tail.rfind(EOF)
    if place < 0 or b"startxref" not in data[max(0, len(data) - 2 * TAIL) :]:
        raise Fault("cut_off" if data.rfind(EOF) < 0 else "two_in_one")
    if tail[place + len(EOF) :].strip(b"\r\n\t \0"):
        raise Fault("two_in_one")
    if LOCKED.search(data):
        raise Fault("locked_pdf")
    for text in texts(data):
        refuse(text)


def texts(data: mmap) -> Iterator[bytes | mmap]:
    """Where the names of what a PDF does can stand: its plain text, and the objects it keeps packed. Raises Fault."""
    yield data
    left = UNPACKED_MOST
    for found in OBJECTS.finditer(data):
        if b"/FlateDecode" not in found[0] and b"/Fl " not in found[0]:
            if b"/Filter" in found[0]:
                raise Fault("damaged")
            yield data[found.end() : found.end() + MB]
            continue
        unpack = zlib.decompressobj()
        try:
            text = unpack.decompress(data[found.end() : found.end() + 10 * MB], left)
        except zlib.error as error:
            raise Fault("damaged") from error
        left -= len(text)
        if left <= 0:
            raise Fault("bomb")
        yield text


def refuse(text: bytes | mmap) -> None:
    """Raises Fault where a text names a program or a packed file, be it in other letters."""
    plain = [text, *(unescaped(found[0]) for found in ESCAPED.finditer(text))]
    for words in plain:
        if PROGRAM.search(words):
            raise Fault("pdf_program")
        if FILES.search(words):
            raise Fault("pdf_files")


def unescaped(name: bytes) -> bytes:
    """A name with its letters written out: /J#61vaScript is /JavaScript."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name)
