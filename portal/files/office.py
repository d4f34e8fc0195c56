"""Office documents without what tells who made them: each part is read, and written anew into another file.

What people see when they open it stays. What goes: the properties (author, company, title, who saved it last), the
names beside comments and changes, the little picture of the first page, signatures, and what cameras write into
pictures. What the text itself says is left alone.
"""

import re
import zipfile

from portal.files.pictures import without_notes

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML, ODF = b"http://schemas.openxmlformats.org", b"urn:oasis:names:tc:opendocument:xmlns"
BLANK = {
    "docprops/core.xml": b'<cp:coreProperties xmlns:cp="%s/package/2006/metadata/core-properties"/>' % OOXML,
    "docprops/app.xml": b'<Properties xmlns="%s/officeDocument/2006/extended-properties"/>' % OOXML,
    "docprops/custom.xml": b'<Properties xmlns="%s/officeDocument/2006/custom-properties"/>' % OOXML,
    "meta.xml": b'<office:document-meta xmlns:office="%s:office:1.0" office:version="1.2"/>' % ODF,
}
"""The parts that say nothing else, by their names in small letters, and what stands there instead."""

GOES = re.compile(r"(?i)(docprops/thumbnail\.|thumbnails/|_xmlsignatures/|customxml/|META-INF/\w*signatures\.xml$)")
"""Parts that go, with whatever points to them."""
POINTERS = re.compile(
    rb"(?i)<(?:Relationship|Override|manifest:file-entry)\b[^>]*"
    rb"(?:thumbnail|_xmlsignatures|digital-signature|customXml/|customxml)[^>]*/>"
)
SAYS = re.compile(
    rb"(\s(?:w:author|w:initials|w15:author|w15:userId|w15:providerId|userName|lastModifiedBy|initials|author"
    rb"|displayName|userId|providerId|w:dataSource|url)\s*=\s*)(\"[^\"]*\"|'[^']*')"
)
"""What names somebody in an attribute, in the parts of NAMES; elsewhere only those of EVERYWHERE do."""
EVERYWHERE = re.compile(
    rb"(\s(?:w:author|w:initials|w15:author|w15:userId|w15:providerId|userName|lastModifiedBy)\s*=\s*)"
    rb"(\"[^\"]*\"|'[^']*')"
)
NAMES = re.compile(r"(?i)(people|persons/[^/]*|commentAuthors|comments[^/]*|threadedComments/[^/]*)\.xml$")
PATH = re.compile(rb"<x15ac:absPath\b[^>]*/>")
WITHIN = re.compile(
    rb"(<((?:dc:creator|author|meta:[\w-]*creator[\w-]*|text:(?:author|sender|creator|initial-creator)[\w-]*))"
    rb"(?:\s[^>]*)?>)[^<]*(?=</\2>)"
)


def clean(source: str, target: str) -> None:
    """Write the document anew without them. Raises BadZipFile, and what else zipfile has for a broken one."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.is_dir() or GOES.match(member.filename):
                continue
            part = zipfile.ZipInfo(member.filename)
            part.compress_type = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(part, cleaned(member.filename, old.read(member)))


def cleaned(name: str, content: bytes) -> bytes:
    """One part without what names somebody."""
    if name.lower() in BLANK:
        return HEAD + BLANK[name.lower()]
    if name.lower().endswith((".xml", ".rels")):
        return scrubbed(name, content)
    return without_notes(content)


def scrubbed(name: str, content: bytes) -> bytes:
    """A part in XML, with empty quotes and elements where somebody was named."""
    content = POINTERS.sub(b"", PATH.sub(b"", content))
    content = (SAYS if NAMES.search(name) else EVERYWHERE).sub(rb'\1""', content)
    return WITHIN.sub(rb"\1", content)
