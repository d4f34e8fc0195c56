"""Both sides of a suspicion as an officer compares them: who sent each and what each says, alike passages marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from portal.accounts.models import Person
from portal.applications.change_queries import answers_as_sent
from portal.applications.models import Application
from portal.assessments.alike_facts import FIELDS, Fact, Texts, in_one_form, texts_in, typed_in
from portal.assessments.likeness import Piece, pieces
from portal.db.session import db
from portal.funds.queries import form_of
from portal.kit.text import N_
from portal.organisations.models import RECORD, STANDS, TeamMember
from portal.permissions import Role

KINDS = {
    "charity": N_("Charity number"),
    "company": N_("Company number"),
    "postcode": N_("Postcode"),
    "email": N_("E-mail addresses"),
    "phone": N_("Telephone numbers"),
}
"""What of who sent an application is shown, and what it is called."""


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of facts about who sent an application: what it is called, and each with whether both have it."""

    label: str
    facts: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two applications, and what is known of who sent it."""

    application: Application
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Beside:
    """One question, and what each of two applications says to it: its text in pieces, those told that both have."""

    label: str
    texts: tuple[Sequence[Piece], Sequence[Piece]]


def sides(mine: Application, theirs: Application) -> tuple[list[Side], list[Beside]]:
    """Both sides, the first one first; and what they say at length, question by question, alike wherever it stands.

    Both come with their organisation and with how they were typed in, if they were.
    """
    both = (mine, theirs)
    answers, leads = answers_as_sent([each.id for each in both]), leads_of(both)
    forms = [form_of(each.round_id, each.form_number) for each in both]
    facts = [
        list(facts_in(each, leads, typed_in(form, answers[each.id]))) for each, form in zip(both, forms, strict=True)
    ]
    there = [
        Side(each, list(lines_of(own, other))) for each, own, other in zip(both, facts, reversed(facts), strict=True)
    ]
    texts = [texts_in(form, answers[each.id]) for each, form in zip(both, forms, strict=True)]
    return there, beside(*texts)


def leads_of(applications: Iterable[Application]) -> Mapping[int, Sequence[str]]:
    """The addresses of those who lead the organisations of these, by organisation."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = db.session.execute(
        select(STANDS.label("stands"), Person.email)
        .select_from(TeamMember)
        .join(RECORD, RECORD.c.id == TeamMember.organisation_id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(STANDS.in_([each.owner_id for each in applications]))
        .where(TeamMember.left_at.is_(None), TeamMember.role == Role.LEAD.code)
        .order_by(TeamMember.id)
    )
    for row in rows:
        found[row.stands].append(row.email)
    return found


def facts_in(application: Application, leads: Mapping[int, Sequence[str]], typed: Iterable[Fact]) -> Iterator[Fact]:
    """What is known of who sent an application, as it was typed."""
    organisation: Any = application.organisation
    yield from ((kind, getattr(organisation, field) or "") for field, kind in FIELDS.items())
    yield from (("email", address) for address in leads.get(organisation.id, ()))
    if application.keyed is not None:
        yield from (("email", application.keyed.contact_email), ("phone", application.keyed.contact_phone))
    yield from typed


def lines_of(own: Iterable[Fact], other: Iterable[Fact]) -> Iterator[Line]:
    """The facts of one side, each kind on a line and each fact once, with whether the other side has it too."""
    theirs = {(kind, in_one_form(kind, value)) for kind, value in other}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, value in own:
        if same := in_one_form(kind, value):
            found[kind].setdefault(same, value)
    for kind, label in KINDS.items():
        yield Line(label, [(value, (kind, same) in theirs) for same, value in found[kind].items()])


def beside(one: Texts, other: Texts) -> list[Beside]:
    """What two applications say, in the order of the first one's questions."""
    ours, others = one.said().numbers, other.said().numbers
    return [
        Beside(label, (pieces(one.by_question.get(code, ""), others), pieces(other.by_question.get(code, ""), ours)))
        for code, label in labels_of(one, other).items()
    ]


def labels_of(one: Texts, other: Texts) -> dict[str, str]:
    """The questions that either answers, by their codes; those that only the other one was asked come last."""
    labels = {each.code: each.label for there in (one, other) for each in there.form.questions()}
    labels |= {each.code: each.label for each in one.form.questions()}
    return {code: label for code, label in labels.items() if code in one.by_question or code in other.by_question}
