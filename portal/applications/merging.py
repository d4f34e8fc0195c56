"""Three texts of one question: what a page was made from, what stands there now, and what the page sends.

Of what it was made from a page carries a mark for each question: a digest, with which nothing can be put together
again. Two people who answer different questions are then merged without a word; only where both changed the same
question is there something to choose (docs/decisions/0068-two-pages-merge-by-question.md).
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from portal.applications.reading import same
from portal.funds.answers import Answers
from portal.funds.questions import COUNTED, MANY, Kind, Question, Section
from portal.funds.typed import boxes_in, codes_in, file_in, is_blank, lines_in, text_in

DIGEST_LENGTH = 12  # hexadecimal digits; between texts of one question in one team
Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page sends of one section: raw answers to what it asked, the version it was made from, and its key.

    `marks` holds what each question's answer was when the page was made, by the question's code. A page that says
    nothing of a question is one from before there were marks, and is held to its version. `before` holds the keys of
    earlier pages whose words this one goes on with, because a browser kept them and put them back.
    """

    section: Section
    answers: Answers
    version: int
    form: str
    marks: Marks
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Writer:
    """Who saved a question last: in which version of its section, from the page with which key, and when."""

    version: int
    form: str
    by: int
    at: dt.datetime

    def kept(self) -> dict[str, Any]:
        """As it is kept in a column of JSON."""
        return {**asdict(self), "at": self.at.isoformat()}

    def is_page(self, sheet: Sheet, by: int | None) -> bool:
        """Whether it was the page of this sheet, or one that it goes on with, in the hands of this person."""
        return self.by == by and (self.form == sheet.form or self.form in sheet.before)


def writer_in(kept: Mapping[str, Any]) -> Writer:
    """A writer from the column."""
    return Writer(kept["version"], kept["form"], kept["by"], dt.datetime.fromisoformat(kept["at"]))


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a sheet: the answers that go in, and those that stand against another page's."""

    taken: dict[str, Any]
    clashing: dict[str, Any]


def mark(question: Question, raw: Any) -> str:
    """The mark of an answer: empty where it says nothing, and the same however its page happens to send it."""
    if is_blank(question, raw):
        return ""
    if question.kind in MANY:
        plain: Any = sorted(codes_in(raw))
    elif question.kind in COUNTED:
        plain = boxes_in(raw)
    elif question.kind is Kind.BUDGET:
        plain = lines_in(raw)
    elif question.kind is Kind.FILE:
        plain = file_in(raw)
    else:
        plain = text_in(raw)
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:DIGEST_LENGTH]


def marks_of(questions: Iterable[Question], answers: Answers) -> str:
    """The marks of these questions' answers as a page carries them: `code:mark` for each."""
    return " ".join(f"{each.code}:{mark(each, answers.get(each.code))}" for each in questions)


def marks_after(sheet: Sheet, stands: Answers) -> str:
    """The marks with which a page goes on after its sheet was kept: of what it sent, but for what has to be chosen."""
    asked = [each for each in sheet.section.questions if each.code in sheet.answers]
    new = {each.code: mark(each, sheet.answers[each.code]) for each in asked}
    waiting = {each.code for each in asked if not same(each, sheet.answers[each.code], stands.get(each.code))}
    told = {code: sheet.marks.get(code) if code in waiting else found for code, found in new.items()}
    return " ".join(f"{code}:{found}" for code, found in told.items() if found is not None)


def marks_in(sent: str) -> dict[str, str]:
    """The marks that a page sent, by question; what is none is left out."""
    return {code: found for code, colon, found in (each.partition(":") for each in sent.split()) if colon}


def merge(sheet: Sheet, stands: Answers, version: int, writers: Mapping[str, Writer], by: int | None) -> Merged:
    """Put a sheet over what stands in its section at this version, question by question."""
    merged = Merged({}, {})
    for question in sheet.section.questions:
        code = question.code
        if code not in sheet.answers or same(question, sheet.answers[code], stands.get(code)):
            continue
        if is_own(sheet, writers.get(code), by) or is_as_read(sheet, question, stands.get(code), version):
            merged.taken[code] = sheet.answers[code]
        elif sheet.marks.get(code) != mark(question, sheet.answers[code]):
            merged.clashing[code] = sheet.answers[code]
    return merged


def is_own(sheet: Sheet, writer: Writer | None, by: int | None) -> bool:
    """Whether this very page saved the question last. Its answer may have been lost on the way; it goes on."""
    return writer is not None and writer.is_page(sheet, by)


def is_as_read(sheet: Sheet, question: Question, stands: Any, version: int) -> bool:
    """Whether the question stands as it did when the page was made."""
    read = sheet.marks.get(question.code)
    return sheet.version == version if read is None else read == mark(question, stands)


def replaced(sheet: Sheet, merged: Merged, stands: Answers, writers: Mapping[str, Writer], by: int | None) -> list[str]:
    """The questions whose text must be kept before the sheet goes over it.

    All that say something, but for this very page's own beginnings: what it saved itself and knows that it saved.
    """
    questions = {each.code: each for each in sheet.section.questions}
    return [
        code
        for code in merged.taken
        if not is_blank(questions[code], stands.get(code))
        and not (is_own(sheet, writers.get(code), by) and writers[code].version <= sheet.version)
    ]
