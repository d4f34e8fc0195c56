"""Files as people send them, and files as nobody should: each made here, so that none lies about in the repository."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pikepdf
import pillow_heif
from PIL import Image

from portal.demo.papers import one_page, with_table
from portal.files.rules import MB

LEEDS = {1: ((53, 1), (48, 1), (1, 1)), 2: ((53, 1), (48, 1), (1, 1))}
ORIENTATION, GPS, MODEL = 0x0112, 0x8825, 0x0110
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>{more}'
    "</Types>"
)


# --- As people send them ------------------------------------------------------------------------------------


def pdf() -> bytes:
    """One page, with who made it."""
    return one_page("Our rules", ["We meet on Tuesdays.", "If we close, the money goes to another charity."])


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), *, sideways: bool = False) -> bytes:
    """A red picture with a blue corner, taken in Leeds by a telephone."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((20, 20, 220), (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[MODEL] = "Telephone of Amina"
    if sideways:
        exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update({1: "N", 2: (53.0, 48.0, 1.0), 3: "W", 4: (1.0, 32.0, 1.0)})
    made = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.from_pillow(image).save(made, quality=60, exif=exif.tobytes())
    else:
        image.save(made, kind, exif=exif)
    return made.getvalue()


def packed(parts: Mapping[str, bytes | str], level: int = 6) -> bytes:
    """A ZIP of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(more: Mapping[str, bytes | str] | None = None, types: str = "") -> bytes:
    """A Word document, with more in it where that is wanted."""
    kind = CONTENT_TYPES.format(part="word/document.xml", kind="wordprocessingml.document", more=types)
    return packed(
        {"[Content_Types].xml": kind, "word/document.xml": "<w:document>Our rules</w:document>", **(more or {})}
    )


def excel() -> bytes:
    """An Excel sheet."""
    kind = CONTENT_TYPES.format(part="xl/workbook.xml", kind="spreadsheetml.sheet", more="")
    return packed({"[Content_Types].xml": kind, "xl/workbook.xml": "<workbook/>"})


def open_document(kind: str = "text", more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A document of LibreOffice."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return packed({"mimetype": mime, "content.xml": "<office/>", "META-INF/manifest.xml": "<m/>", **(more or {})})


GOOD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "pdf": ("rules.pdf", pdf),
    "docx": ("rules.docx", word),
    "odt": ("rules.odt", open_document),
    "xlsx": ("accounts.xlsx", excel),
    "ods": ("accounts.ods", lambda: open_document("spreadsheet")),
    "jpeg": ("page.JPG", picture),
    "png": ("page.png", lambda: picture("PNG")),
    "heic": ("page.heic", lambda: picture("HEIC")),
}
"""By format: a name and what is in it."""


# --- As nobody should ---------------------------------------------------------------------------------------


def locked_pdf() -> bytes:
    """A PDF with a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner="secret", user="secret"))
    return made.getvalue()


def pdf_with(catalog: bytes, *more: bytes) -> bytes:
    """A PDF whose catalogue says more than it should."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    info = b"<< /Title (Rules) >>"
    return with_table((b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>", pages, page, *more, info))


def packed_script() -> bytes:
    """A PDF whose program lies in a packed stream of objects, where no search of its plain bytes finds it."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_with(b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"))) as opened:
        opened.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/JavaScript" not in made.getvalue()
    return made.getvalue()


def png(side: int, dots: bytes) -> bytes:
    """A few bytes that say they are a picture with sides of so many dots."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def many_bombs() -> bytes:
    """Each of eight parts is harmless alone."""
    return open_document("text", {f"{number}.bin": b"\0" * (15 * MB) for number in range(8)})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RELS = (
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="https://bad.example/t.dotm" TargetMode="External"/></Relationships>'
)

HOSTILE: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "nothing in it": ("empty", "rules.pdf", lambda: b""),
    "too big": ("too_big", "rules.pdf", lambda: b"%PDF-1.4\n" + b"0" * (11 * MB)),
    "a program": ("not_taken", "rules.exe", lambda: b"MZ\x90\0" + b"\0" * 100),
    "a page": ("not_taken", "rules.html", lambda: b"<!doctype html><script>alert(1)</script>"),
    "a drawing that is a page": ("not_taken", "logo.svg", lambda: b"<svg onload='alert(1)'/>"),
    "a picture that is a page": ("not_inside", "page.png", lambda: b"<!doctype html><script>alert(1)</script>"),
    "a PDF that is a program": ("not_inside", "rules.pdf", lambda: b"MZ\x90\0" + b"\0" * 100),
    "a picture called PDF": ("other_kind", "page.pdf", picture),
    "a ZIP that is no document": ("archive", "rules.docx", lambda: packed({"a.txt": "a", "b.txt": "b"})),
    "a page before a PDF": ("not_inside", "rules.pdf", lambda: b"<script>alert(1)</script>" + pdf()),
    "a ZIP behind a PDF": ("two_in_one", "rules.pdf", lambda: pdf() + packed({"a.txt": "a"})),
    "a ZIP behind a PNG": ("two_in_one", "page.png", lambda: picture("PNG") + packed({"a.txt": "a"})),
    "a page behind a JPEG": ("two_in_one", "page.jpg", lambda: picture() + b"<script>alert(1)</script>"),
    "words behind a document": ("two_in_one", "rules.docx", lambda: word() + b"<script>alert(1)</script>"),
    "a bomb": ("bomb", "rules.docx", lambda: word({"word/media/a.bin": b"\0" * (60 * MB)}, "")),
    "many bombs": (
        "bomb",
        "rules.odt",
        many_bombs,
    ),
    "an Office file with a password": ("password", "rules.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le")),
    "an Open Document with a password": (
        "password",
        "rules.odt",
        lambda: packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "x",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
    ),
    "an old Word file": ("old_office", "rules.doc", lambda: OLE),
    "a PDF with a password": ("locked_pdf", "rules.pdf", locked_pdf),
    "half a PDF": ("cut_off", "rules.pdf", lambda: pdf()[:-200]),
    "half a JPEG": ("cut_off", "page.jpg", lambda: picture()[:-100]),
    "half a PNG": ("cut_off", "page.png", lambda: picture("PNG")[:-30]),
    "half a HEIC": ("cut_off", "page.heic", lambda: picture("HEIC")[:-30]),
    "half a document": ("cut_off", "rules.docx", lambda: word()[:-60]),
    "macros by name": ("macros", "rules.docx", lambda: word({"word/vbaProject.bin": b"x"})),
    "macros by kind": (
        "macros",
        "rules.docx",
        lambda: word(None, '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'),
    ),
    "macros of LibreOffice": ("macros", "rules.odt", lambda: open_document("text", {"Basic/Standard/a.xml": "x"})),
    "a template from elsewhere": ("fetches", "rules.docx", lambda: word({"word/_rels/settings.xml.rels": RELS})),
    "a ZIP in a document": ("packed", "rules.docx", lambda: word({"word/media/a.png": packed({"a": "a"})})),
    "a program in a document": ("packed", "rules.odt", lambda: open_document("text", {"Pictures/a.png": b"MZ\x90\0"})),
    "parts that climb out": ("paths", "rules.docx", lambda: word({"../../etc/cron.d/a": "x"})),
    "parts from the root": ("paths", "rules.odt", lambda: open_document("text", {"/etc/passwd": "x"})),
    "a PDF with a script": ("pdf_program", "rules.pdf", lambda: pdf_with(b"/OpenAction << /S /JavaScript /JS (x) >>")),
    "a PDF with a script spelt oddly": (
        "pdf_program",
        "rules.pdf",
        lambda: pdf_with(b"/OpenAction << /S /J#61vaScript /#4aS (x) >>"),
    ),
    "a PDF with a script packed away": ("pdf_program", "rules.pdf", packed_script),
    "a PDF that starts a program": (
        "pdf_program",
        "rules.pdf",
        lambda: pdf_with(b"/OpenAction << /S /Launch /F (a) >>"),
    ),
    "a PDF with files": ("pdf_files", "rules.pdf", lambda: pdf_with(b"/Names << /EmbeddedFiles << /Names [] >> >>")),
    "a picture of a billion dots": ("pixels", "page.png", lambda: png(60_000, zlib.compress(b"\0"))),
    "a damaged document": ("damaged", "rules.docx", lambda: spoilt(word(), b"Our rules")),
}
"""What is wrong: the fault that it is told as, the name, and what is in it."""


def spoilt(content: bytes, _what: bytes) -> bytes:
    """The same with one byte turned in its middle."""
    place = content.index(b"word/document.xml") + len(b"word/document.xml") + 4
    return content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
