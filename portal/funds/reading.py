"""A form as people read it before they apply: every question with what it asks for, in words."""

from dataclasses import dataclass

from portal.funds.answers import Lists, labels_of
from portal.funds.questions import Condition, Form, Format, Kind, Question, Section
from portal.kit.money import pounds
from portal.kit.text import N_, Say
from portal.organisations.profile import NEEDABLE

HOW = {
    Kind.TEXT: N_("One line."),
    Kind.LONG_TEXT: N_("In your own words."),
    Kind.NUMBER: N_("A number."),
    Kind.MONEY: N_("An amount in pounds."),
    Kind.DATE: N_("A date."),
    Kind.YES_NO: N_("Yes or no."),
    Kind.CHOICE: N_("Choose one:"),
    Kind.CHOICES: N_("Choose from:"),
    Kind.COMMUNITIES: N_("Choose from:"),
    Kind.WARDS: N_("A number of people for each part of the area. You can leave parts empty."),
    Kind.GROUPS: N_("A number of people for each group. You can leave groups empty."),
    Kind.BARRIERS: N_("Choose from:"),
    Kind.BUDGET: N_("A list of costs, each with its amount."),
    Kind.FILE: N_("A file, up to 10 MB."),
}
FORMATS = {Format.EMAIL: N_("An e-mail address."), Format.PHONE: N_("A telephone number.")}

KIND_WORDS = {
    Kind.TEXT: N_("Short text, on one line"),
    Kind.LONG_TEXT: N_("Long text"),
    Kind.NUMBER: N_("A whole number"),
    Kind.MONEY: N_("An amount of money"),
    Kind.DATE: N_("A date"),
    Kind.YES_NO: N_("Yes or no"),
    Kind.CHOICE: N_("One of several answers"),
    Kind.CHOICES: N_("Any of several answers"),
    Kind.COMMUNITIES: N_("Communities, from your own list"),
    Kind.WARDS: N_("People in each ward"),
    Kind.GROUPS: N_("People in each community, from your own list"),
    Kind.BARRIERS: N_("What keeps people offline, from your own list"),
    Kind.BUDGET: N_("A table of costs, added up"),
    Kind.FILE: N_("A file that they send along"),
}
"""What each kind of question is called where a form is made, in the order in which they are offered there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in words: what it is, how it is answered, what it offers, and when it is asked at all."""

    label: str
    hint: str
    notes: tuple[Say, ...]
    choices: tuple[str, ...]
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class AskedSection:
    """One section in words."""

    code: str
    title: str
    hint: str
    questions: tuple[Asked, ...]


def in_full(form: Form, lists: Lists) -> tuple[AskedSection, ...]:
    """Every section with all its questions, those included that only some people are asked."""
    return tuple(section_in_full(section, form, lists) for section in form.sections)


def details_in_full(form: Form) -> list[str]:
    """What it needs to know of an organisation beyond its name, as the profile calls it."""
    return [NEEDABLE[each] for each in form.details]


def section_in_full(section: Section, form: Form, lists: Lists) -> AskedSection:
    """One section with all its questions."""
    questions = tuple(asked(question, form, lists) for question in section.questions)
    return AskedSection(section.code, section.title, section.hint, questions)


def asked(question: Question, form: Form, lists: Lists) -> Asked:
    """One question in words."""
    notes = [only_if(each, form, lists) for each in question.conditions[-1:]]
    if not question.required:
        notes.append(Say(N_("You can leave this out.")))
    if "amount" in question.marks and question.least and question.most:
        limits = {"least": pounds(question.least), "most": pounds(question.most)}
        notes.append(Say(N_("From {least} to {most} in all."), **limits))
    notes.append(how(question))
    choices = () if is_plain(question, form) else tuple(labels_of(question, lists).values())
    return Asked(question.label, question.hint, tuple(notes), choices, question.guidance)


def is_plain(question: Question, form: Form) -> bool:
    """Whether what a question offers goes without saying: yes and no, the wards, groups that are listed elsewhere."""
    if question.kind is Kind.GROUPS:
        return any(each.kind is Kind.COMMUNITIES for each in form.questions())
    return question.kind in {Kind.YES_NO, Kind.WARDS}


def how(question: Question) -> Say:
    """How a question is answered; the last words before what it offers, if it offers anything."""
    if question.words:
        return Say(N_("Up to {words} words."), words=question.words)
    if question.format:
        return Say(FORMATS[question.format])
    if question.kind is Kind.BUDGET and question.choices:
        return Say(N_("A list of costs, each with its amount and its kind:"))
    return Say(HOW[question.kind])


def only_if(condition: Condition, form: Form, lists: Lists) -> Say:
    """When a question is asked that not everybody is asked."""
    earlier = form.question(condition.question)
    answer = labels_of(earlier, lists).get(condition.answer, condition.answer)
    return Say(N_("Only if you answer “{answer}” to “{question}”."), answer=answer, question=earlier.label)
