"""Applications: an organisation's list, one of its own, what is written in it, and how it reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, case, exists, or_, select
from sqlalchemy.orm import joinedload

from portal.accounts.queries import what_happened
from portal.applications import rules
from portal.applications.access import access_of, is_guest_of
from portal.applications.asking import Asked
from portal.applications.change_queries import due_of, file_before, open_of
from portal.applications.changing import PLACE as ASKED
from portal.applications.changing import STATE, as_it_was
from portal.applications.guesting import Access
from portal.applications.keyed import typed_in_by, typist
from portal.applications.models import Application, EarlierAnswers, Keyed, SectionAnswers
from portal.applications.needed import PLACE, file_at
from portal.applications.paging import by_key
from portal.applications.reading import Reading, Step, parts_of, steps_of
from portal.db.base import BigKey
from portal.db.session import db
from portal.files.models import File
from portal.files.queries import by_ref, used_by
from portal.funds.answers import Answers, Lists
from portal.funds.models import Round
from portal.funds.queries import common_lists, form_of
from portal.funds.questions import MANY, Form, Kind
from portal.funds.typed import boxes_in, codes_in, file_in
from portal.history.queries import Told, sentences
from portal.kit.errors import NotThere, OtherTeams
from portal.kit.paging import PAGE_SIZE, Page
from portal.kit.text import N_, Say
from portal.organisations.models import Organisation
from portal.organisations.one import is_of, one
from portal.permissions import Someone
from portal.places.queries import ward_names
from portal.programme.queries import labels, offered

EARLIER_SIZE = 5
TOLD = {verb: words for verb, words in sentences(rules.MACHINE, rules.MORE_WORDS).items() if verb != "save"}
"""What a partner reads of an application's history: all but the saves."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in an application so far: its form, the rows of its sections, and all answers by question."""

    form: Form
    rows: dict[str, SectionAnswers]
    answers: dict[str, Any] = field(default_factory=dict)

    def steps(self) -> tuple[Step, ...]:
        """How far each section is."""
        return steps_of(self.form, self.rows, self.answers, lists())


def for_organisation(
    someone: Someone, after: str | None = None, before: str | None = None, size: int = PAGE_SIZE
) -> Page[Row[Any]]:
    """The applications of the organisation this person acts for, newest first, a page at a time."""
    question = (
        select(
            Application.id,
            Application.ref,
            Application.title,
            Application.state,
            Application.amount_pence,
            Application.changed_at,
            Application.submitted_at,
            Round.title.label("round"),
            Round.closes_at,
            Round.grace_minutes,
            due_of(Application.__table__).label("due_on"),
        )
        .join(Round, Round.id == Application.round_id)
        .where(theirs(someone))
    )
    return by_key(question, Application.id, after, before, size)


def theirs(someone: Someone) -> ColumnElement[bool]:
    """The clause that keeps a question to the organisation this person acts for."""
    return is_of(Application.organisation_id, someone.place.organisation_id if someone.place else None)


THEIRS = bindparam("organisation", type_=BigKey)
BY_REF = (
    select(Application)
    .where(Application.ref == bindparam("ref"))
    .options(joinedload(Application.round, innerjoin=True), joinedload(Application.organisation, innerjoin=True))
    .options(joinedload(Application.keyed).joinedload(Keyed.officer, innerjoin=True))
)
OWN = or_(is_of(Application.organisation_id, THEIRS), typed_in_by(bindparam("typist")))
ONE, OPEN = BY_REF.where(OWN), BY_REF.where(or_(OWN, is_guest_of(bindparam("guest"))))
SECTIONS = select(SectionAnswers).where(SectionAnswers.application_id == bindparam("application"))
ASIDE = (
    select(EarlierAnswers)
    .where(EarlierAnswers.application_id == bindparam("application"), EarlierAnswers.saved_by == bindparam("person"))
    .where(EarlierAnswers.form.is_not(None))
    .order_by(EarlierAnswers.id.desc())
)
BEFORE = select(
    exists().where(
        EarlierAnswers.application_id == bindparam("application"), EarlierAnswers.section == bindparam("section")
    )
)
"""What nearly every page of an application asks; made once, and told whose it is with each asking."""


def one_for(someone: Someone, ref: str) -> Application:
    """That application of the organisation this person acts for, or that they type in, with its round and organisation.

    Raises NotThere for any other. To somebody who could open it by acting for another of their teams, it says so.
    """
    place = someone.place.organisation_id if someone.place else None
    found = db.session.scalar(ONE, {"ref": ref, "organisation": place, "typist": typist(someone)})
    if found is None:
        raise elsewhere(someone, ref)
    return found


def open_to(someone: Someone, ref: str) -> Application:
    """The same, or one that is shared with this person: for the few pages that guests have. Raises NotThere."""
    told = {"organisation": someone.place.organisation_id if someone.place else None, "typist": typist(someone)}
    found = db.session.scalar(OPEN, {"ref": ref, "guest": someone.person_id, **told})
    if found is None:
        raise elsewhere(someone, ref)
    return found


def closed_to(someone: Someone, ref: str) -> Application:
    """One in which this person could write until their access ended; never shown, but said. Raises NotThere."""
    found = db.session.scalar(BY_REF, {"ref": ref})
    if found is None or found.state not in rules.WRITABLE or access_of(found, someone) is not Access.ENDED:
        raise elsewhere(someone, ref)
    return found


def elsewhere(someone: Someone, ref: str) -> NotThere:
    """What to say where an application is not there: which other of this person's own teams it belongs to, if any."""
    if len(someone.places) < 2:
        return NotThere()
    whose = db.session.scalar(
        select(Organisation.id)
        .select_from(Application)
        .join(Application.organisation)
        .where(Application.ref == ref, Organisation.id.in_(someone.organisation_ids()))
    )
    place = {each.organisation_id: each for each in someone.places}.get(whose or 0)
    if place is None:
        return NotThere()
    sentence = N_("This belongs to {name}. You act for another of your teams just now.")
    return OtherTeams(Say(sentence, name=place.name), place.ref, place.name)


def live(round_id: int, organisation_id: int) -> Application | None:
    """The application of an organisation to a round that was not withdrawn, if there is one.

    Records that were merged may have one each, of which one went no further: a draft that was never sent, or one that
    was not eligible. The other one is meant then.
    """
    went_no_further = case({"not_eligible": 2, "draft": 1}, value=Application.state, else_=0)
    return db.session.scalar(
        select(Application)
        .where(
            Application.round_id == round_id,
            is_of(Application.organisation_id, one(organisation_id)),
            Application.state != "withdrawn",
        )
        .order_by(went_no_further, Application.id.desc())
        .limit(1)
    )


def sections_of(application: Application) -> dict[str, SectionAnswers]:
    """What was saved in each section, by the section's code."""
    rows = db.session.scalars(SECTIONS, {"application": application.id})
    return {row.section: row for row in rows}


def written(application: Application) -> Written:
    """Everything written so far, under the questions it was started with."""
    rows = sections_of(application)
    answers = {code: answer for row in rows.values() for code, answer in row.answers.items()}
    return Written(form_of(application.round_id, application.form_number), rows, answers)


def sent(application: Application) -> Written:
    """Everything as its readers see it: what is changed because the council asked is theirs once it is sent again."""
    there = written(application)
    asked = open_of(application.id) if application.state == STATE else None
    return replace(there, answers=as_it_was(there.answers, asked.before)) if asked else there


def file_of(application: Application, code: str, there: Written | None = None) -> File:
    """The file that answers a question, now or in `there`; or a document that went with it, or one from before.

    Raises NotThere where there is none.
    """
    if code.startswith(PLACE):
        return file_at(application, code)
    if code.startswith(ASKED):
        return file_before(application, code)
    ref = file_in((there or written(application)).answers.get(code)).get("ref", "")
    return used_by(Application.kind, application.id, ref)


def files_of(asked: Iterable[Asked]) -> Mapping[str, File]:
    """The files of those questions that take one, by their references; asked for only where there are any."""
    return by_ref([each.value["ref"] for each in asked if each.control == "file" and each.value])


def reading(application: Application) -> Reading:
    """The whole application in words: for its check page, its receipt, and whoever judges it."""
    return reading_of(application, sent(application))


def reading_of(application: Application, there: Written) -> Reading:
    """The same from what was asked for already."""
    return Reading(application.ref, parts_of(there.form, there.answers, lists()))


def lists() -> Lists:
    """The council's own lists that questions offer, label by code, and the portal's own in the reader's language."""
    own = {"communities": labels("community"), "barriers": labels("barrier"), "wards": ward_names()}
    return common_lists() | own


def lists_for(form: Form, answers: Answers) -> Lists:
    """The words that somebody who writes can choose: those that are offered, and those that they chose before."""
    asked = [(question.kind, answers.get(question.code)) for question in form.questions()]
    held = {code for kind, raw in asked if kind in MANY for code in codes_in(raw)}
    held |= {code for kind, raw in asked if kind is Kind.GROUPS for code in boxes_in(raw)}
    return {**lists(), "communities": offered("community", held), "barriers": offered("barrier", held)}


def set_aside(application: Application, someone: Someone, section: str | None = None) -> Sequence[EarlierAnswers]:
    """This person's texts that wait for their choice, newest first; in one section, or in all."""
    found = db.session.scalars(ASIDE, {"application": application.id, "person": someone.person_id})
    return [each for each in found if section is None or each.section == section]


def earlier(application: Application, section: str, after: str | None, before: str | None) -> Page[Row[Any]]:
    """What a section held before, and what was set aside, newest first, a page at a time."""
    question = select(
        EarlierAnswers.id, EarlierAnswers.answers, EarlierAnswers.saved_at, EarlierAnswers.saved_by
    ).where(EarlierAnswers.application_id == application.id, EarlierAnswers.section == section)
    return by_key(question, EarlierAnswers.id, after, before, EARLIER_SIZE)


def has_earlier(application: Application, section: str) -> bool:
    """Whether a section held something else before."""
    return bool(db.session.scalar(BEFORE, {"application": application.id, "section": section}))


def deeds(application: Application, council: str) -> list[Told]:
    """What happened to an application, as its partner reads it: saves left out, the council's people unnamed."""
    return [
        Told(done.at, Say(TOLD[done.verb], who=done.who if done.verb in rules.PARTNERS_DEEDS else council))
        for done in what_happened(application, TOLD)
    ]
