"""A section as a view opens it: whose it is, what stands in it, and what its page has just sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import request

from portal.applications import queries
from portal.applications.access import access_of
from portal.applications.asking import asked_of
from portal.applications.changing import NOT_ASKED
from portal.applications.guesting import Access
from portal.applications.keyed import is_typing
from portal.applications.keying import grace_of
from portal.applications.merging import Sheet, marks_in
from portal.applications.models import Application, EarlierAnswers, SectionAnswers
from portal.applications.queries import Written
from portal.applications.reopened import Reopened, reopened
from portal.applications.rules import why_not_write
from portal.funds.answers import Answers, from_form
from portal.funds.queries import form_of
from portal.funds.questions import Form, Section
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.text import Say
from portal.permissions import Someone

VERSION_MOST = 2**31
KEYS_MOST = 10
CHECK = "check"


@dataclass(frozen=True, slots=True)
class Opened:
    """One section of an application, and everything that is written in the application so far.

    Of one that the council asked about, the section has the open questions alone.
    """

    application: Application
    there: Written
    section: Section
    someone: Someone
    is_older: bool = False
    """Whether the page was made before the draft went over to newer questions: this is a section of its older form."""
    reopened: Reopened | None = None

    @property
    def whole(self) -> Section:
        """The section with all its questions, also those that are not open."""
        return self.there.form.section(self.section.code) if self.reopened else self.section

    @property
    def row(self) -> SectionAnswers | None:
        """What was saved here, if anything was."""
        return self.there.rows.get(self.section.code)

    @property
    def version(self) -> int:
        """The version that a page made now starts from; 0 where nobody has saved."""
        return self.row.version if self.row else 0

    @property
    def place(self) -> int:
        """Which of the form's sections this is, from 1."""
        return [each.code for each in self.there.form.sections].index(self.section.code) + 1

    @property
    def next(self) -> Section | None:
        """The section that follows and has something to answer, or None after the last."""
        following = self.there.form.sections[self.place :]
        open_ = self.reopened.codes if self.reopened else None
        return next((each for each in following if open_ is None or narrowed(each, open_).questions), None)

    def address(self) -> dict[str, Any]:
        """What leads here again, and from here back to checking for whoever came from there."""
        return {"ref": self.application.ref, "section": self.section.code, "then": sent_then()}

    @property
    def for_whom(self) -> str:
        """The organisation for which who is signed in types this in; empty where they write their own."""
        return self.application.organisation.name if is_typing(self.application, self.someone) else ""

    @property
    def access(self) -> Access:
        """What the application is to them at this moment."""
        return access_of(self.application, self.someone)

    @property
    def is_out(self) -> bool:
        """Whether they can see nothing of it any more."""
        return self.access is Access.ENDED

    def why_not(self) -> Say | None:
        """Why nothing can be written here any more, or None while it can."""
        if self.reopened:
            return self.access.why_not_write or (None if self.section.questions else NOT_ASKED)
        return why_closed(self.application, self.someone)

    def waiting(self) -> Sequence[EarlierAnswers]:
        """This person's texts that wait for their choice here, newest first."""
        found = queries.set_aside(self.application, self.someone, self.section.code)
        open_ = self.reopened.codes if self.reopened else None
        return [each for each in found if open_ is None or each.answers.keys() & open_]

    def sheet(self, answers: Answers) -> Sheet:
        """What the page sends, as it is kept: under the version, the marks and the key that it carries."""
        marks = marks_in(request.form.get("marks", ""))
        before = frozenset(request.form.get("before", "").split()[:KEYS_MOST])
        return Sheet(self.whole, answers, sent_version(), request.form["_key"], marks, before)

    def typed(self) -> dict[str, Any]:
        """The raw answers that the page sent, to the questions it asked and to no other."""
        asked = asked_of(self.whole, request.form.get("asked", ""))
        found = from_form(self.whole, request.form.getlist, queries.lists())
        return {code: answer for code, answer in found.items() if code in asked}


def opened(someone: Someone, ref: str, code: str) -> Opened:
    """That section of an application of this person's own organisation, or shared with them. Raises NotThere."""
    return opened_in(queries.open_to(someone, ref), someone, code)


def opened_late(someone: Someone, ref: str, code: str) -> Opened:
    """The same for what a page sends: also of a draft that is closed to its writer meanwhile. Raises NotThere."""
    try:
        return opened(someone, ref, code)
    except NotThere:
        return opened_in(queries.closed_to(someone, ref), someone, code)


def opened_in(application: Application, someone: Someone, code: str) -> Opened:
    """A section of an application that was found for this person. Raises NotThere where it has no such section."""
    there = queries.written(application)
    number = sent_form_number(application.form_number)
    form = there.form if number == application.form_number else older_form(application, number)
    try:
        section = form.section(code)
    except KeyError as error:
        raise NotThere() from error
    asked = reopened(application, there)
    if asked:
        section = narrowed(section, asked.codes)
    return Opened(application, there, section, someone, is_older=form is not there.form, reopened=asked)


def narrowed(section: Section, codes: Collection[str]) -> Section:
    """A section with these of its questions alone."""
    return replace(section, questions=tuple(each for each in section.questions if each.code in codes))


def sent_form_number(now: int) -> int:
    """Under which questions the page that was sent was made; those of now where none was sent."""
    number = request.form.get("form_number", now, type=int)
    return number if 0 < number < now else now


def older_form(application: Application, number: int) -> Form:
    """The questions as an older page asked them. Raises NotThere for a number that there never was."""
    try:
        return form_of(application.round_id, number)
    except KeyError as error:
        raise NotThere() from error


def why_closed(application: Application, someone: Someone) -> Say | None:
    """Why this person can no longer write or send an application, loaded with its round; None while they can."""
    access = access_of(application, someone)
    return why_over(application, access) or access.why_not_write


def why_over(application: Application, access: Access) -> Say | None:
    """Why nobody with that access writes in an application any more, or None while some do."""
    window = application.round
    grace = grace_of(window.grace_minutes, is_typing=access is Access.TYPING)
    return why_not_write(application.state, utc_now(), window.closes_at, grace)


def sent_version() -> int:
    """The version that the page was made from; 0 for anything that is none."""
    version = request.form.get("version", 0, type=int)
    return version if 0 <= version < VERSION_MOST else 0


def sent_then() -> str | None:
    """Where the page leads once all is kept: "check" for whoever came from checking their answers, or None."""
    return CHECK if request.args.get("then") == CHECK else None
