"""What is typed on the lines of a gate."""

from werkzeug.datastructures import MultiDict

from portal.assessments.diligence import REASONS, Mark, Typed
from portal.kit.text import tidy

NOTE, WORD_MOST = "note-", 20
"""What stands before a line's code where its note is sent; and more letters than any verdict has."""


def typed_lines(form: MultiDict[str, str], *, as_begun: bool) -> dict[str, Typed]:
    """What was sent of each line, and of the reasons unless they are as their page began them.

    A line that was not sent at all is left alone.
    """
    codes = [name.removeprefix(NOTE) for name in form if name.startswith(NOTE)]
    found = {code: typed_line(form, code, mark_in(form, code)) for code in codes}
    if REASONS in form and not as_begun:
        found[REASONS] = typed_line(form, REASONS, Mark(note=tidy(form[REASONS])))
    return found


def mark_in(form: MultiDict[str, str], code: str) -> Mark:
    """What was found on a line, as it was sent."""
    return Mark(form.get(f"verdict-{code}", "")[:WORD_MOST], tidy(form[NOTE + code]))


def typed_line(form: MultiDict[str, str], code: str, mark: Mark) -> Typed:
    """One line as it was sent. Of a choice between two, the last value counts: the first says that one is due."""
    return Typed(mark, form.get(f"seen-{code}", ""), (form.getlist(f"keep-{code}") or [""])[-1])
