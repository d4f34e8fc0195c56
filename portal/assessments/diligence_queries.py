"""The gate of one application: its lines, what the portal itself knows of each, and who found what on it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from portal.accounts.queries import called
from portal.applications import needed
from portal.applications.models import Application
from portal.assessments import diligence
from portal.assessments.diligence import ASK, CHECKS, FAIL, NUMBER, REASONS, USES, Kept, Line, Mark, lines_of, reasons
from portal.assessments.queries import ID
from portal.assessments.tables import CHECK_MARKS, PEOPLE
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.funds.questions import Form
from portal.kit.dates import london_day
from portal.kit.text import N_, Say, tidy
from portal.organisations.contacts import MAIN, SECOND
from portal.organisations.models import Organisation
from portal.organisations.one import standing
from portal.organisations.verification import VERIFICATION
from portal.web.words import translated

CLOSED = N_("It can go on once every line passes. {which}")
WHICH = {
    "": N_("Nobody has looked at: {lines}."),
    FAIL: N_("Failed: {lines}."),
    ASK: N_("To ask the partner: {lines}."),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody found on a line: the mark, its version and page, who it was, and when."""

    kept: Kept
    who: str
    at: dt.datetime


def lines_for(application: Application) -> tuple[Line, ...]:
    """The lines of an application before anybody has marked them."""
    organisation = standing(db.session(), application.organisation_id)
    return lines_about(application, organisation, form_of(application.round_id, application.form_number))


def lines_about(application: Application, organisation: Organisation, form: Form) -> tuple[Line, ...]:
    """The same where organisation and form are known already."""
    return lines_of(
        form.eligibility,
        application.eligibility,
        sorts={paper.sort for paper in form.documents if paper.sort},
        has_number=bool(organisation.charity_number or organisation.company_number),
        excludes=bool(form.does_not_pay_for),
    )


def why_closed(lines: Sequence[Line]) -> Say | None:
    """Why an application cannot go on, which names the lines; None where every one passes."""
    if diligence.is_open(lines):
        return None
    named = {verdict: [title(line) for line in diligence.with_verdict(lines, verdict)] for verdict in WHICH}
    parts = [
        translated(Say(words, lines=". ".join(named[verdict]))) for verdict, words in WHICH.items() if named[verdict]
    ]
    return Say(CLOSED, which=" ".join(parts))


def title(line: Line) -> str:
    """What a line is called, where a sentence names it."""
    return f"“{translated(line.title)}”"


def begin_reasons(lines: Sequence[Line], kept: Mapping[str, Kept]) -> str:
    """What the reasons begin with: what somebody has written, or else what follows from the lines that failed."""
    return kept.get(REASONS, Kept()).mark.note or in_words(reasons(lines))


def in_words(found: Sequence[tuple[str | Say, str]]) -> str:
    """Sentences with their notes, a paragraph each."""
    return tidy("\n\n".join(f"{translated(sentence)} {note}".strip() for sentence, note in found))


RANKED = select(
    CHECK_MARKS,
    func.row_number().over(partition_by=CHECK_MARKS.c.item, order_by=CHECK_MARKS.c.version.desc()).label("place"),
).where(CHECK_MARKS.c.application_id == ID)
LAST_TWO = RANKED.subquery()
FOUND = (
    select(LAST_TWO, called(PEOPLE.c).label("who"))
    .join(PEOPLE, PEOPLE.c.id == LAST_TWO.c.marked_by)
    .where(LAST_TWO.c.place <= 2)
    .order_by(LAST_TWO.c.item, LAST_TWO.c.place)
)


def found_on(application: Application) -> dict[str, list[Found]]:
    """What was found on each line, by whom and when: what counts, and what stood there before it."""
    found: dict[str, list[Found]] = {}
    for row in db.session.execute(FOUND, {"id": application.id}):
        kept = Kept(Mark(row.verdict, row.note), row.version, row.form)
        found.setdefault(row.item, []).append(Found(kept, row.who, row.marked_at))
    return found


def known_of(application: Application, organisation: Organisation, form: Form, round_: Round) -> dict[str, list[Say]]:
    """What the portal's own records say to each check, in sentences; one statement for documents, if any are needed."""
    facts: dict[str, list[Say]] = {
        "organisation": [Say(N_("Our check says: {state}."), state=translated(check_of(organisation)))],
        NUMBER: list(numbers(organisation)),
        "people": list(people(application, organisation)),
        USES: [Say(N_("Not paid for: {what}."), what="; ".join(form.does_not_pay_for))],
        **papers(organisation, form, round_),
    }
    return {f"check-{code}": facts.get(code, []) for code in (each.code for each in CHECKS)}


def check_of(organisation: Organisation) -> str:
    """How the council's check of an organisation stands, in its own words."""
    return VERIFICATION.state(organisation.state).council


def numbers(organisation: Organisation) -> Iterator[Say]:
    """The numbers that it gave."""
    if organisation.charity_number:
        yield Say(N_("Charity number: {number}."), number=organisation.charity_number)
    if organisation.company_number:
        yield Say(N_("Company number: {number}."), number=organisation.company_number)


def people(application: Application, organisation: Organisation) -> Iterator[Say]:
    """Who signed, and whom the organisation names as its contacts."""
    yield Say(N_("Signed by {name}."), name=application.signed_name or "")
    names = [name for who in (MAIN, SECOND) if (name := getattr(organisation, f"{who}_name"))]
    if names:
        yield Say(N_("Contacts of the organisation: {names}."), names="; ".join(names))
    else:
        yield Say(N_("The organisation names no contacts. Look at those in the application."))


def papers(organisation: Organisation, form: Form, round_: Round) -> Mapping[str, list[Say]]:
    """How each document stands that the round needs, as the organisation holds it today."""
    closes = london_day(round_.closes_at)
    found: dict[str, list[Say]] = {}
    for paper, there in needed.papers_of(organisation, form):
        _, words, _ = needed.standing(paper, there, closes)
        found[paper.sort] = [Say(N_("{document}: {state}."), document=paper.title, state=translated(words))]
    return found
