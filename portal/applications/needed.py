"""What a round needs of an organisation beside the answers: documents given once, and details of its profile."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from portal.applications.models import Application
from portal.db.session import db
from portal.files import actions as files
from portal.files.models import File
from portal.files.queries import used_by
from portal.funds.models import Round
from portal.funds.papers import Paper
from portal.funds.questions import Form
from portal.kit.dates import london_day
from portal.kit.states import Dot
from portal.kit.text import N_, Say
from portal.organisations.actions import details_of
from portal.organisations.document_queries import Held, held
from portal.organisations.models import Document, Organisation
from portal.organisations.papers import SORTS
from portal.organisations.profile import NEEDABLE, is_lacking, where
from portal.programme.queries import number_of
from portal.web.words import short_day, translated

PLACE = "document-"
"""What stands before a document's sort where a sent application uses its file; no question has such a code."""
COUNTS = frozenset({"waiting", "ready"})
"""The states of a file that can go with an application; one that does not pass later is told then."""
MISSING = Say(N_("Still missing"))


@dataclass(frozen=True, slots=True)
class Need:
    """One document or detail: its name, how it stands, what stands against sending, and the page to give it on."""

    code: str
    name: str
    dot: Dot
    word: Say
    problem: Say | None
    endpoint: str
    values: Mapping[str, str]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """All that a round needs of an organisation. `details` holds those that are still missing."""

    documents: tuple[Need, ...] = ()
    details: tuple[Need, ...] = ()
    asks_details: bool = False

    def __bool__(self) -> bool:
        """Whether it needs anything at all."""
        return bool(self.documents) or self.asks_details

    def missing(self) -> list[Need]:
        """What stands against sending."""
        return [each for each in (*self.documents, *self.details) if each.problem]


@dataclass(frozen=True, slots=True)
class Sent:
    """A document as it went with an application: what it is, its file, when it was given, and when it ends, if ever."""

    sort: str
    ref: str
    given: dt.date
    ends: dt.date | None

    @property
    def place(self) -> str:
        """Where the application uses its file, and by what its page is called."""
        return f"{PLACE}{self.sort}"

    @property
    def title(self) -> str:
        """What sort of document it is."""
        return SORTS[self.sort].title

    def kept(self) -> dict[str, Any]:
        """As it is kept in a column of JSON."""
        ends = self.ends.isoformat() if self.ends else None
        return {"sort": self.sort, "ref": self.ref, "given": self.given.isoformat(), "ends": ends}


def needs_of(application: Application, form: Form) -> Needs:
    """What the round needs of the organisation, and how it stands now; one statement for its documents, if any."""
    if not form.details and not form.needs_papers:
        return Needs()
    organisation = db.session.get_one(Organisation, application.owner_id)
    closes = london_day(db.session.get_one(Round, application.round_id).closes_at)
    documents = tuple(document_need(paper, there, closes) for paper, there in papers_of(organisation, form))
    return Needs(documents, tuple(details_lacking(organisation, form)), bool(form.details))


def needs_of_anybody(form: Form) -> Needs:
    """What a round needs, as an organisation sees it that has given nothing and said nothing yet."""
    papers = [each for each in form.documents if each.sort]
    documents = [Need(f"{PLACE}{each.sort}", each.title, Dot.NONE, not_given(each), None, "", {}) for each in papers]
    names = [(each, translated(NEEDABLE[each])) for each in form.details]
    details = [Need(f"detail-{each}", name, Dot.NONE, MISSING, None, "", {}) for each, name in names]
    return Needs(tuple(documents), tuple(details), bool(details))


def papers_of(organisation: Organisation, form: Form) -> list[tuple[Paper, Held]]:
    """The documents that a form needs of those that are given once, each with what the organisation holds of it."""
    asked = [each for each in form.documents if each.sort]
    there = {each.sort.code: each for each in held(organisation)} if asked else {}
    return [(paper, there[paper.sort]) for paper in asked]


def document_need(paper: Paper, there: Held, closes: dt.date) -> Need:
    """How one document stands: given and until when, missing, out of date, or ending before the round closes."""
    dot, word, problem = standing(paper, there, closes)
    place = {"sort": paper.sort}
    kept = problem if paper.required else None
    return Need(f"{PLACE}{paper.sort}", paper.title, dot, word, kept, "organisations.give_document", place)


def standing(paper: Paper, there: Held, closes: dt.date) -> tuple[Dot, Say, Say | None]:
    """The dot and the words of one document, and what would stand against sending without it."""
    document, file = there.document, there.file
    if document is None or file is None:
        return (
            Dot.NONE,
            not_given(paper),
            Say(N_("“{name}” is missing. Send it once: every application can use it"), name=paper.title),
        )
    if file.state not in COUNTS:
        problem = Say(N_("“{name}” did not pass our check. Send another one"), name=paper.title)
        return Dot.STOPPED, Say(N_("It did not pass our check")), problem
    ends = document.expires_on
    day = short_day(ends) if ends else ""
    if there.is_over:
        problem = Say(N_("“{name}” ended on {day}. Send the one that counts today"), name=paper.title, day=day)
        return Dot.STOPPED, Say(N_("Ended on {day}"), day=day), problem
    if ends and ends < closes:
        return Dot.NOW, Say(N_("Ends on {day}, before the round closes"), day=day), None
    if file.state == "waiting":
        return Dot.NOW, Say(N_("We are checking it")), None
    return Dot.DONE, Say(N_("We have it, until {day}"), day=day) if ends else Say(N_("We have it")), None


def not_given(paper: Paper) -> Say:
    """The words of a document that is not there."""
    return Say(N_("Not given yet")) if paper.required else Say(N_("Can follow later"))


def details_lacking(organisation: Organisation, form: Form) -> Iterator[Need]:
    """The details of its profile that a form needs, and that the organisation has not said yet."""
    details, number = details_of(organisation), number_of(organisation.legal_form)
    for name in form.details:
        if not is_lacking(details, name, number):
            continue
        page, anchor, called = where(name, number)
        label = translated(called)
        problem = Say(N_("“{name}” is missing from the details of your organisation"), name=label)
        yield Need(f"detail-{name}", label, Dot.NONE, MISSING, problem, page, {}, anchor)


def fix_documents(session: Session, application: Application, form: Form) -> None:
    """Fix what the organisation holds now with an application that is sent: its readers see these, whatever follows."""
    organisation = session.get_one(Organisation, application.owner_id)
    for _, there in papers_of(organisation, form):
        if there.document and there.document.file.state in COUNTS and not there.is_over:
            fix(session, application, there.document)


def fix(session: Session, application: Application, document: Document) -> None:
    """Fix one document with an application: its file is kept as long as the application uses it."""
    given = london_day(document.given_at)
    sent = Sent(document.sort, document.file.ref, given, document.expires_on)
    application.sent_with = [*application.sent_with, sent.kept()]
    files.use(session, document.file, application, sent.place)


def sent_with(application: Application) -> list[Sent]:
    """The documents that went with an application, as they were then."""
    return [
        Sent(
            each["sort"],
            each["ref"],
            dt.date.fromisoformat(each["given"]),
            dt.date.fromisoformat(each["ends"]) if each["ends"] else None,
        )
        for each in application.sent_with
    ]


def file_at(application: Application, place: str) -> File:
    """The file of a document that went with an application. Raises NotThere."""
    ref = next((each.ref for each in sent_with(application) if each.place == place), "")
    return used_by(Application.kind, application.id, ref)
