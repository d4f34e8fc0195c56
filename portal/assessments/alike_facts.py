"""What of an application can be like another: who sent it, as facts, and what it says, as texts."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.change_queries import answers_as_sent
from portal.applications.models import Application, Keyed
from portal.assessments.likeness import Said, own_words, said
from portal.funds.queries import form_of
from portal.funds.questions import Form, Format, Kind
from portal.funds.typed import text_in
from portal.kit.addresses import is_phone, normal_email
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.one import is_of
from portal.permissions import Role

Fact = tuple[str, str]
"""A kind of `alike.REASONS` and its value, in the one form in which two are the same."""
FIELDS = {
    "charity_number": "charity",
    "company_number": "company",
    "name_key": "name",
    "postcode": "postcode",
    "phone": "phone",
    "main_contact_email": "email",
    "main_contact_phone": "phone",
    "second_contact_email": "email",
    "second_contact_phone": "phone",
}
"""What an organisation's record says of who it is, and the kind of each."""
FORMATS = {Format.EMAIL: "email", Format.PHONE: "phone"}


@dataclass(frozen=True, slots=True)
class Texts:
    """What an application says at length, by question, and what its form says itself."""

    form: Form
    by_question: Mapping[str, str]

    def said(self) -> Said:
        """The texts, read."""
        return said(self.by_question.values(), form_says(self.form))


def form_says(form: Form) -> frozenset[int]:
    """The numbers of what a form says to whoever fills it in."""
    questions = (text for each in form.questions() for text in (each.label, each.hint, each.guidance))
    return own_words(tuple(text for text in (*questions, *(each.about for each in form.criteria)) if text))


def texts_of(session: Session, ids: Collection[int]) -> dict[int, Texts]:
    """What these applications say at length, each by its id."""
    answers = answers_as_sent(ids)
    rows = session.execute(
        select(Application.id, Application.round_id, Application.form_number).where(Application.id.in_(ids))
    )
    return {row.id: texts_in(form_of(row.round_id, row.form_number), answers[row.id]) for row in rows}


def texts_in(form: Form, answers: Mapping[str, Any]) -> Texts:
    """What these answers say at length."""
    return Texts(form, dict(long_texts(form, answers)))


def long_texts(form: Form, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The answers to questions that ask for a text, by their codes; those that are empty left out."""
    for question in form.questions():
        text = text_in(answers.get(question.code)) if question.kind is Kind.LONG_TEXT else ""
        if text:
            yield question.code, text


def facts_of(session: Session, application: Application) -> set[Fact]:
    """Who sent an application: what every record of its organisation says, who leads it, who asked for it to be typed
    in, and the addresses and numbers in its answers.
    """
    return {
        (kind, same)
        for kind, value in (
            *of_organisation(session, application),
            *of_answers(session, application),
        )
        if (same := in_one_form(kind, value))
    }


def of_organisation(session: Session, application: Application) -> Iterator[Fact]:
    """What its organisation says of itself, in any of its records, and the addresses of those who lead it."""
    records = select(*(getattr(Organisation, each) for each in FIELDS))
    for row in session.execute(records.where(is_of(Organisation.id, application.owner_id))).mappings():
        yield from ((FIELDS[field], row[field] or "") for field in FIELDS)
    leads = (
        select(Person.email)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(is_of(TeamMember.organisation_id, application.owner_id), TeamMember.left_at.is_(None))
        .where(TeamMember.role == Role.LEAD.code)
    )
    yield from (("email", address) for address in session.scalars(leads))


def of_answers(session: Session, application: Application) -> Iterator[Fact]:
    """The addresses and numbers that were typed in it, or with it where somebody typed it in for them."""
    keyed = session.get(Keyed, application.id)
    if keyed is not None:
        yield from (("email", keyed.contact_email), ("phone", keyed.contact_phone))
    form = form_of(application.round_id, application.form_number)
    yield from typed_in(form, answers_as_sent([application.id])[application.id])


def typed_in(form: Form, answers: Mapping[str, Any]) -> Iterator[Fact]:
    """The addresses and numbers that were typed where a form asks for one."""
    for question in form.questions():
        if question.format in FORMATS:
            yield FORMATS[question.format], text_in(answers.get(question.code))


def in_one_form(kind: str, value: str) -> str:
    """A fact as it is compared; empty for what is none, such as half a telephone number."""
    if kind == "email":
        return one_mailbox(normal_email(value) or "")
    if kind == "phone":
        return re.sub(r"^(?:\+|00)?440?|^0", "", re.sub(r"[\s().-]", "", value)) if is_phone(value) else ""
    return value.strip()


def one_mailbox(address: str) -> str:
    """An address without what its owner may put after a plus, which leads to the same mailbox."""
    local, at, domain = address.partition("@")
    return f"{local.partition('+')[0]}{at}{domain}"
