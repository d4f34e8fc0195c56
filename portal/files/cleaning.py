"""Opens one file whole and saves it anew without what tells where and by whom it was made: a program of its own.

`python -m portal.files.cleaning FORMAT FROM TO` is run by the worker for each picture and each PDF, because what opens
files from outside is best a process that may fall over: with little memory, little time, and nothing else in it. With
a fourth word, `nameless`, it makes the copy that somebody reads who must not know whose it is.
It ends with 0 when TO is written, 3 when FROM cannot be used, 4 when FROM is better left as it is.
"""

import contextlib
import resource
import sys
import zipfile
import zlib

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from portal.files import office
from portal.files.pictures import without_notes
from portal.files.rules import PIXELS_MOST

MEMORY_MOST = 1024 * 1024 * 1024
SECONDS_MOST = 60
WRITTEN, UNUSABLE, LEFT = 0, 3, 4
QUALITY = 88
ACTIVE = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/RichMedia", "/GoToE")
BESIDE = ("/Metadata", "/PieceInfo", "/LastModified", "/Perms", "/DSS", "/Legal")
ACTIVE_KEYS = ("/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/XFA", "/RichMediaContent")


def main(words: list[str]) -> int:
    """Clean one file."""
    kind, source, target, *more = words
    # A service that may not set limits has those of its own.
    with contextlib.suppress(PermissionError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MOST, MEMORY_MOST))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MOST, SECONDS_MOST))
    if more and kind != "pdf":
        return clean_office(source, target)
    return clean_pdf(source, target, nameless=bool(more)) if kind == "pdf" else clean_picture(kind, source, target)


def clean_office(source: str, target: str) -> int:
    """Save a document of Word, Excel or LibreOffice without its properties and the names beside what was changed."""
    try:
        office.clean(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return UNUSABLE
    return WRITTEN


def clean_picture(kind: str, source: str, target: str) -> int:
    """Save a picture anew the right way up, with its dots and colours and nothing else. HEIC becomes JPEG."""
    register_heif_opener()
    Image.MAX_IMAGE_PIXELS = PIXELS_MOST
    try:
        with Image.open(source, formats=["HEIF" if kind == "heic" else kind.upper()]) as picture:
            upright = ImageOps.exif_transpose(picture)
            colours = picture.info.get("icc_profile")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return UNUSABLE
    if kind == "png":
        plain(upright).save(target, "PNG", optimize=False, icc_profile=colours)
    else:
        flat = upright if upright.mode in ("RGB", "L") else upright.convert("RGB")
        plain(flat).save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True, icc_profile=colours)
    return WRITTEN


def plain(picture: Image.Image) -> Image.Image:
    """The same dots without anything that was written beside them."""
    picture.info.clear()
    picture.getexif().clear()
    return picture


def clean_pdf(source: str, target: str, *, nameless: bool = False) -> int:
    """Save a PDF without its author, its programs' names and its history; its title stays, which screen readers say.

    `nameless` takes the title as well, all that is written beside pages and pictures, and a signature.
    """
    try:
        with pikepdf.open(source) as pdf:
            if is_active(pdf):
                return UNUSABLE
            if is_signed(pdf) and not nameless:
                return LEFT
            title = str(pdf.docinfo.get("/Title", "")) if "/Info" in pdf.trailer and not nameless else ""
            for holder, key in ((pdf.trailer, "/Info"), (pdf.Root, "/Metadata"), (pdf.Root, "/PieceInfo")):
                if key in holder:
                    del holder[key]
            if title:
                pdf.docinfo["/Title"] = title
            if nameless:
                unname(pdf)
            pdf.save(target, linearize=False)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, OSError):
        return UNUSABLE
    return WRITTEN


def unname(pdf: pikepdf.Pdf) -> None:
    """Take out what names somebody beside the pages themselves: notes on objects, who commented, who signed."""
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            continue
        signs, comments = found.get("/FT") == "/Sig", "/Rect" in found and found.get("/Subtype") != "/Widget"
        gone = (*BESIDE, *(["/V"] if signs else []), *(["/T", "/NM"] if comments else []))
        for key in gone:
            if key in found:
                del found[key]
        if isinstance(found, pikepdf.Stream) and found.get("/Filter") == "/DCTDecode":
            found.write(without_notes(found.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def is_active(pdf: pikepdf.Pdf) -> bool:
    """Whether anything in it is a program or a file; every object is looked at, however it was packed."""
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if any(key in found for key in ACTIVE_KEYS):
            return True
        kinds = (found.get("/S"), found.get("/Type"), found.get("/Subtype"))
        if any(isinstance(kind, pikepdf.Name) and str(kind) in (*ACTIVE, "/EmbeddedFile") for kind in kinds):
            return True
    return False


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether somebody has signed it, which saving it anew would undo."""
    form = pdf.Root.get("/AcroForm")
    return form is not None and bool(int(form.get("/SigFlags", 0)) & 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
