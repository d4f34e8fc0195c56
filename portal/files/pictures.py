"""JPEG, PNG and HEIC from outside: whether each is whole, how many dots it has, and that nothing else hangs on it.

This is the quick look while somebody waits. The worker opens a picture and saves it anew (`cleaning`).
"""

import struct
import zlib
from mmap import mmap

from portal.files.faults import Fault
from portal.files.rules import PIXELS_MOST

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
SIZED = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG after which its size stands."""
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
NOTES = frozenset({0xE1, 0xED, 0xFE})
"""The segments of a JPEG that hold EXIF and XMP, IPTC, and comments."""
TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
HIDDEN = (b"PK\x03\x04", b"%PDF-", b"<script", b"<html", b"<svg", b"<?php", b"MZ\x90")
"""What is never found behind a picture by accident. Cameras do leave other pictures and films there."""


def check_size(width: int, height: int) -> None:
    """Raises Fault for more dots than can be opened, or none."""
    if width < 1 or height < 1:
        raise Fault("damaged")
    if width * height > PIXELS_MOST:
        raise Fault("pixels", width=f"{width:,}", height=f"{height:,}")


def look_at_jpeg(data: mmap) -> None:
    """Walk its segments to where the picture begins, then find its end. Raises Fault."""
    place = 2
    while True:
        if place + 4 > len(data):
            raise Fault("cut_off")
        if data[place] != 0xFF:
            raise Fault("damaged")
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        if marker in SIZED and place + 9 <= len(data):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            check_size(width, height)
        if marker == 0xDA:
            break
        place += 2 + length
    end = data.find(b"\xff\xd9", place)
    if end < 0:
        raise Fault("cut_off")
    behind = data[end + 2 :].lower()
    if any(word.lower() in behind for word in HIDDEN):
        raise Fault("two_in_one")


def look_at_png(data: mmap) -> None:
    """Walk its chunks to the last one, each with its checksum. Raises Fault."""
    place = len(PNG_HEAD)
    while True:
        if place + 12 > len(data):
            raise Fault("cut_off")
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if end > len(data):
            raise Fault("cut_off")
        (sum_,) = struct.unpack(">I", data[end - 4 : end])
        if zlib.crc32(data[place + 4 : end - 4]) != sum_:
            raise Fault("damaged")
        if kind == b"IHDR":
            check_size(*struct.unpack(">II", data[place + 8 : place + 16]))
        place = end
        if kind == b"IEND":
            break
    if place != len(data):
        raise Fault("two_in_one")


def look_at_heic(data: mmap) -> None:
    """Walk its boxes to the end of the file, and read how large its pictures are. Raises Fault."""
    place, seen = 0, set()
    while place < len(data):
        if place + 8 > len(data):
            raise Fault("cut_off")
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if length == 1 and place + 16 <= len(data):
            (length,) = struct.unpack(">Q", data[place + 8 : place + 16])
        elif length == 0:
            length = len(data) - place
        if length < 8 or place + length > len(data):
            raise Fault("cut_off")
        seen.add(kind)
        if kind == b"meta":
            check_heic_sizes(data[place : place + length])
        place += length
    if not {b"meta", b"mdat"} <= seen:
        raise Fault("cut_off")


def check_heic_sizes(meta: bytes) -> None:
    """Every size that the list of pictures names. Raises Fault."""
    place = meta.find(b"ispe")
    while 0 <= place <= len(meta) - 16:
        check_size(*struct.unpack(">II", meta[place + 8 : place + 16]))
        place = meta.find(b"ispe", place + 4)


def without_notes(data: bytes) -> bytes:
    """A JPEG or PNG with its dots and colours, and without what a camera or a program wrote beside them.

    Anything else, or a picture that is not whole, comes back as it is.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return plain_jpeg(data)
    return plain_png(data) if data.startswith(PNG_HEAD) else data


def plain_jpeg(data: bytes) -> bytes:
    """Its segments but for EXIF, XMP, IPTC and comments, and nothing of what follows its end."""
    kept, place = [data[:2]], 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0xDA:
            end = data.find(b"\xff\xd9", place)
            return b"".join([*kept, data[place : end + 2 if end >= 0 else None]])
        following = place + 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        if marker not in NOTES:
            kept.append(data[place:following])
        place = following
    return data


def plain_png(data: bytes) -> bytes:
    """Its chunks but for texts, EXIF and when it was made."""
    kept, place = [PNG_HEAD], len(PNG_HEAD)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind not in TEXTS:
            kept.append(data[place : place + 12 + length])
        place += 12 + length
    return b"".join(kept)
