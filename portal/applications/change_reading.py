"""What was asked, as both sides read it: each question before and after, side by side, and what is new in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.applications.change_models import ChangeRequest
from portal.applications.change_queries import place_of
from portal.applications.changing import Change, compared, snapshot
from portal.applications.reading import line_of
from portal.funds.answers import Answers, Lists
from portal.funds.questions import Form, Question
from portal.kit.text import N_, Say
from portal.kit.word_changes import Piece, sides

SAME = Say(N_("Not changed"))
CHANGED = Say(N_("Changed"))
OPENED = Say(N_("New: it is asked because of another answer"))
CLOSED = Say(N_("Not asked any more, because of another answer"))


@dataclass(frozen=True, slots=True)
class Side:
    """An answer at one time: its text in pieces, none for no answer; and where its file is opened, if it is one."""

    is_asked: bool
    pieces: tuple[Piece, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One question before and after, and what became of it in words."""

    code: str
    label: str
    says: Say
    is_changed: bool
    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """The questions of one section that were asked, or changed with them."""

    code: str
    title: str
    questions: tuple[Compared, ...]


def before_and_after(
    request: ChangeRequest, form: Form, lists: Lists, answers: Answers | None = None, *, is_newest: bool = True
) -> Sequence[ComparedPart]:
    """What was asked beside what came back; beside `answers` while nothing has come.

    A file that came back can be opened where nothing was asked since; later, it is what stood before the next request.
    """
    after = request.after if answers is None else snapshot(form, request.questions, answers)
    changes = {each.question.code: each for each in compared(form, request.questions, request.before, after)}
    return [
        ComparedPart(section.code, section.title, found)
        for section in form.sections
        if (found := tuple(told(section.questions, changes, request, lists, is_newest)))
    ]


def asked_of(request: ChangeRequest, form: Form, lists: Lists) -> Sequence[ComparedPart]:
    """What was asked, as it stood: nobody but its writers sees what is being written."""
    return before_and_after(request, form, lists, request.before)


def told(
    questions: Sequence[Question], changes: dict[str, Change], request: ChangeRequest, lists: Lists, is_newest: bool
) -> Iterator[Compared]:
    """These questions, of those that were asked or changed."""
    for change in (changes[each.code] for each in questions if each.code in changes):
        code, label = change.question.code, change.question.label
        before, after = (text_of(change.question, raw, lists) for raw in (change.was, change.is_))
        pieces = sides(before.text, after.text)
        yield Compared(
            code,
            label,
            says(change),
            change.is_changed,
            Side(change.was_shown, pieces.before, place_of(request, code) if before.is_file else ""),
            Side(change.is_shown, pieces.after, code if after.is_file and is_newest else ""),
        )


def says(change: Change) -> Say:
    """What became of a question, in words."""
    if change.was_shown != change.is_shown:
        return OPENED if change.is_shown else CLOSED
    return CHANGED if change.is_changed else SAME


@dataclass(frozen=True, slots=True)
class Text:
    """An answer as one text, and whether it is a file."""

    text: str
    is_file: bool


def text_of(question: Question, raw: Any, lists: Lists) -> Text:
    """An answer as one text, a line for each of its parts and one for what they add up to."""
    line = line_of(question, raw, lists)
    lines = [line.words] if isinstance(line.words, str) else line.words
    return Text("\n".join([*lines, line.total] if line.total else lines), bool(line.file))
