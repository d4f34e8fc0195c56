"""Files that hold a name wherever a file can hold one beside what it says; and a look into every corner of a file."""

import io
import zipfile

import pikepdf
from PIL import Image, PngImagePlugin

from tests.files.samples import open_document, pdf, word

NAME = "Zqxkestrel Zqxfinch"
MARK = b"zqxkestrel"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="d">{NAME}</dc:creator></x:xmpmeta>'.encode()
ARTIST, COPYRIGHT, COMMENT = 0x013B, 0x8298, 0x9286


def segment(marker: int, content: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def jpeg() -> bytes:
    """A picture with the name in EXIF, XMP, IPTC and a comment."""
    exif = Image.Exif()
    exif[ARTIST] = exif[COPYRIGHT] = NAME
    exif.get_ifd(0x8769)[COMMENT] = NAME.encode()
    made = io.BytesIO()
    Image.new("RGB", (30, 20), (200, 30, 30)).save(made, "JPEG", exif=exif)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x1b\x1c\x02\x50\0\x13" + NAME.encode()
    more = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP) + segment(0xED, iptc) + segment(0xFE, NAME.encode())
    return made.getvalue()[:2] + more + made.getvalue()[2:]


def png() -> bytes:
    """The same as a PNG with a text in it."""
    told, made = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_text("Author", NAME)
    told.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    Image.new("RGB", (30, 20)).save(made, "PNG", pnginfo=told)
    return made.getvalue()


def in_pdf() -> bytes:
    """A PDF with the name as author and title, in XMP of the document, a page and a picture, and beside a comment."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        for key in ("/Author", "/Title", "/Subject", "/Keywords", "/Company"):
            opened.docinfo[key] = NAME
        xmp = opened.make_stream(XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        opened.Root.Metadata = xmp
        page = opened.pages[0]
        page.obj.Metadata, page.obj.PieceInfo = xmp, pikepdf.Dictionary(App=pikepdf.Dictionary(Private=NAME))
        picture = opened.make_stream(jpeg(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=30, Height=20)
        picture.Filter, picture.Metadata = pikepdf.Name.DCTDecode, xmp
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        page.obj.Annots = opened.make_indirect(
            [
                opened.make_indirect(
                    {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/T": NAME}
                    | {"/Rect": [0, 0, 9, 9], "/Contents": "Good."}
                )
            ]
        )
        page.Resources.XObject = pikepdf.Dictionary(Im0=picture)
        opened.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def in_docx() -> bytes:
    """A Word document with the name in its properties, comments, changes, people and pictures."""
    who = f'w:author="{NAME}" w:initials="{NAME}"'
    return word(
        {
            "docProps/core.xml": f"<cp:coreProperties><dc:creator>{NAME}</dc:creator><dc:title>{NAME}</dc:title>"
            f"<cp:lastModifiedBy>{NAME}</cp:lastModifiedBy></cp:coreProperties>",
            "docProps/app.xml": f"<Properties><Company>{NAME}</Company><Manager>{NAME}</Manager></Properties>",
            "docProps/custom.xml": f"<Properties><property><vt:lpwstr>{NAME}</vt:lpwstr></property></Properties>",
            "docProps/thumbnail.jpeg": jpeg(),
            "word/comments.xml": f"<w:comments><w:comment {who}><w:t>Good.</w:t></w:comment></w:comments>",
            "word/people.xml": f'<w15:people><w15:person w15:author="{NAME}"/></w15:people>',
            "word/footnotes.xml": f"<w:p><w:ins {who}><w:t>We meet on Tuesdays.</w:t></w:ins></w:p>",
            "word/media/image1.jpeg": jpeg(),
            "word/media/image2.png": png(),
            "customXml/item1.xml": f"<props>{NAME}</props>",
        }
    )


def in_odt() -> bytes:
    """A LibreOffice document with the name in its properties, a comment and a picture."""
    return open_document(
        "text",
        {
            "meta.xml": f"<office:document-meta><meta:initial-creator>{NAME}</meta:initial-creator>"
            f"<dc:creator>{NAME}</dc:creator><dc:title>{NAME}</dc:title></office:document-meta>",
            "styles.xml": f"<office:annotation><dc:creator>{NAME}</dc:creator>Good.</office:annotation>",
            "settings.xml": f"<text:author-name>{NAME}</text:author-name><p>We meet on Tuesdays.</p>",
            "Pictures/one.jpg": jpeg(),
            "Thumbnails/thumbnail.png": png(),
        },
    )


PLANTED = {"pdf": in_pdf, "docx": in_docx, "odt": in_odt, "jpeg": jpeg}


def corners(content: bytes) -> bytes:
    """All that can be read out of a file: as it lies there, of each part of a ZIP, and of each object of a PDF."""
    found = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found += [archive.comment]
            for member in archive.infolist():
                found += [member.filename.encode(), member.extra, member.comment, corners(archive.read(member))]
    elif content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as opened:
            for each in opened.objects:
                found.append(repr(each).encode())
                if isinstance(each, pikepdf.Stream):
                    found.append(each.read_raw_bytes())
                    if each.get("/Filter") != "/DCTDecode":
                        found.append(each.read_bytes())
    elif content.startswith((b"\xff\xd8", b"\x89PNG")):
        with Image.open(io.BytesIO(content)) as picture:
            found.append(repr((picture.info, dict(picture.getexif()))).encode())
    return b"\n".join(found)


def names_in(content: bytes) -> int:
    """How often the name is found in any corner, in whatever letters."""
    lower = corners(content).lower()
    return (
        lower.count(MARK)
        + lower.count(MARK.decode().encode("utf-16-le"))
        + lower.count(MARK.decode().encode("utf-16-be"))
    )
