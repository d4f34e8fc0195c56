"""Lines of a spreadsheet file (CSV) that no program reads as a formula."""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"
"""At the start of a file, so that Excel reads it as UTF-8."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(cell: object) -> str:
    """A cell as text; one that a spreadsheet would take for a formula has an apostrophe before it. Numbers stay."""
    text = "" if cell is None else str(cell)
    is_number = isinstance(cell, int | float)
    return f"'{text}" if not is_number and text.startswith(FORMULA) else text


def lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of a file, every cell made safe."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue()
