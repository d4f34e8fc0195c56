"""A file for somebody who must not know whose it is: a copy without what tells who made it, made as it is opened.

What its own pages say is not touched: a letter with a letterhead still names its sender.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask import Response

from portal.files import serving, storage
from portal.files.models import File
from portal.files.preparing import WRITTEN, Broken, clean
from portal.files.rules import PICTURES
from portal.kit.errors import WrongState
from portal.kit.text import N_

NAMED = N_("This file cannot be shown here: what says who made it cannot be taken out. Score what you can read.")
SECONDS_MOST = 20


def answer(file: File, called: str) -> Response:
    """The file under another name, without who made it. Pictures lost that when they came.

    Raises as `serving.answer`, and WrongState where it cannot be taken out.
    """
    response = serving.answer(file, called)
    if file.format in PICTURES:
        return response
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        write(source, storage.pieces(file.key))
        try:
            done = clean(file.format, source, target, "nameless", seconds=SECONDS_MOST)
        except Broken as error:
            raise WrongState(NAMED) from error
        if done != WRITTEN:
            raise WrongState(NAMED)
        response.direct_passthrough = False
        response.set_data(target.read_bytes())
    return response


def write(path: Path, pieces: Iterator[bytes]) -> None:
    """Put what the store has into a file."""
    with path.open("wb") as copy:
        copy.writelines(pieces)
