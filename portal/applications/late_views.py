"""What comes too late to be kept: given back to copy, with what is kept and what one can do."""

from collections.abc import Sequence

from flask import Response

from portal.applications.opened import Opened
from portal.applications.queries import lists
from portal.applications.reading import Line, lines_of
from portal.funds.answers import Answers
from portal.kit.text import Say
from portal.web.pages import page


def too_late(here: Opened, sentence: Say, lines: Sequence[Line] = (), file: str = "") -> Response:
    """What can no longer be kept: what was typed, to copy, or the name of a file; then what is kept, and what to do.

    Who is out sees nothing else of the application.
    """
    out = here.is_out
    return page("applications/too_late", status=409, here=here, sentence=sentence, lines=lines, file=file, out=out)


def typed_lines(here: Opened, typed: Answers) -> tuple[Line, ...]:
    """What was typed in a section, in words."""
    return lines_of(tuple(each for each in here.whole.questions if each.code in typed), typed, lists())
