"""A text as a picture of squares (a QR code), for a telephone to look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby

BORDER = 4
"""Modules of white around it, without which telephones do not find it."""


@dataclass(frozen=True, slots=True)
class Squares:
    """How many squares wide and high it is with its border, and its black ones as the path of an SVG."""

    size: int
    path: str


def squares(text: str) -> Squares:
    """The picture that says this text. It mends itself where up to 15 % of it cannot be read."""
    library = import_module("segno")  # 2 MB for one page
    rows = list(library.make(text, micro=False, error="m").matrix_iter(border=BORDER))
    return Squares(len(rows), "".join(line(row, y) for y, row in enumerate(rows)))


def line(row: Iterable[int], y: int) -> str:
    """The black runs of one row."""
    found, x = "", 0
    for is_black, run in groupby(row):
        length = len(list(run))
        if is_black:
            found += f"M{x} {y}h{length}v1h-{length}z"
        x += length
    return found
