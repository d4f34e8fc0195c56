"""Small real PDFs for the demonstration: one page of plain words each, without a library and the same every time."""

from collections.abc import Sequence

TOP, LEFT, LINE, SIZE = 780, 60, 22, 13
UNPLAIN = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "’": "'", "–": "-", "“": '"', "”": '"'})


def one_page(title: str, lines: Sequence[str]) -> bytes:
    """A PDF of one A4 page with a title and lines of text (ISO 32000-1, 7.5)."""
    words = [f"BT /F1 {SIZE + 5} Tf {LEFT} {TOP} Td ({plain(title)}) Tj ET"]
    for number, line in enumerate(lines, 2):
        words.append(f"BT /F1 {SIZE} Tf {LEFT} {TOP - number * LINE} Td ({plain(line)}) Tj ET")
    text = "\n".join(words).encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({plain(title)}) >>".encode("latin-1"),
    )
    return with_table(objects)


def with_table(objects: Sequence[bytes]) -> bytes:
    """The objects with the table that says where each begins."""
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, count - 1, len(made))
    )


def plain(text: str) -> str:
    """Text in the letters that every reader has."""
    return text.translate(UNPLAIN).encode("latin-1", "replace").decode("latin-1")
