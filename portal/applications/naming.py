"""What of an application says whose it is, and the application without it."""

from dataclasses import replace

from portal.applications.reading import Line, Part, Reading
from portal.funds.questions import Form

NAMING_PARTS = frozenset({"organisation", "contacts"})
"""The sections that say whose an application is."""


def titles_of(form: Form) -> set[str]:
    """The questions, by code, whose answer is the title that the application chose for itself."""
    return {question.code for question in form.questions() if "title" in question.marks}


def without_names(reading: Reading, form: Form) -> Reading:
    """What is written, without what says whose it is: the organisation, its contacts, and the title it chose."""
    titles = titles_of(form)
    parts = tuple(
        Part(part.code, part.title, tuple(unnamed(line) for line in part.lines if line.code not in titles))
        for part in reading.parts
        if part.code not in NAMING_PARTS
    )
    return Reading(reading.ref, parts)


def unnamed(line: Line) -> Line:
    """A file's answer without its name, which often says whose it is: only its kind and its size."""
    words = line.words if isinstance(line.words, str) else ""
    return replace(line, words=words.rpartition(".")[2].upper()) if line.file else line
