"""What people type into a form, kept as typed, and told again in words.

An answer is kept raw, right or wrong: text, money, numbers and days as text; yes or no and one-of as a code; any-of as
a list of codes; wards and groups as {code: people}; a budget as a list of lines with item, category, amount and quote.
Answers of all sections share one mapping from question code to raw answer. What stands against them is in `checks`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from portal.funds.questions import COUNTED, LISTED, MANY, Form, Kind, Question, Section
from portal.funds.typed import (
    COLUMNS,
    amount_in,
    boxes_in,
    codes_in,
    file_in,
    is_blank,
    is_written,
    lines_in,
    text_in,
    whole_number,
)
from portal.kit.days import MONTHS, day_in
from portal.kit.money import pounds
from portal.kit.text import N_, one_line, tidy

GetList = Callable[[str], list[str]]
Answers = Mapping[str, Any]
Lists = Mapping[str, Mapping[str, str]]
"""The council's own lists, label by code, under "communities", "wards" and "barriers".

In the reader's language there may be "yes_no" and, by their numbers, the "months".
"""

LINES_READ = 200
YES_NO = {"yes": N_("Yes"), "no": N_("No")}
MONTH_NAMES = {str(number): name for number, name in enumerate(MONTHS, 1)}


def from_form(section: Section, getlist: GetList, lists: Lists) -> dict[str, Any]:
    """The raw answers of one section from what a browser sent.

    Inputs carry the question's code as their name; a ward's or group's box is QUESTION-CODE, a budget's see COLUMNS. A
    file has a page of its own, and is in no form of a section.
    """
    typed = (question for question in section.questions if question.kind is not Kind.FILE)
    return {question.code: read(question, getlist, lists) for question in typed}


def read(question: Question, getlist: GetList, lists: Lists) -> Any:
    """One raw answer as it was typed, tidied and never cut."""
    name = question.code
    if question.kind in MANY:
        return [code for code in map(one_line, getlist(name)) if code]
    if question.kind in COUNTED:
        boxes = {code: line(getlist, f"{name}-{code}") for code in labels_of(question, lists)}
        return {code: typed for code, typed in boxes.items() if typed}
    if question.kind is Kind.BUDGET:
        rows = (
            {key: line(getlist, f"{name}-{number}-{column}") for column, key in COLUMNS.items()}
            for number in range(1, LINES_READ + 1)
        )
        return [row for row in rows if is_written(row)]
    if question.kind is Kind.LONG_TEXT:
        return tidy(next(iter(getlist(name)), ""))
    return line(getlist, name)


def line(getlist: GetList, name: str) -> str:
    """One input's text on one line; nothing where it was not sent."""
    return one_line(next(iter(getlist(name)), ""))


def is_shown(question: Question, answers: Answers) -> bool:
    """Whether a question is asked, given the answers so far; one that hangs on a hidden question is hidden too."""
    return all(is_met(answers.get(each.question), each.answer) for each in question.conditions)


def is_met(value: Any, wanted: str) -> bool:
    """Whether an answer is the one that a condition waits for, or includes it."""
    return wanted in value if isinstance(value, list) else value == wanted


def has_any(section: Section, answers: Answers) -> bool:
    """Whether anything at all was answered in a section."""
    return any(not is_blank(question, answers.get(question.code)) for question in section.questions)


def total_pence(value: Any) -> int:
    """What a budget's lines add up to, in pence; a line without a sound amount counts as nothing yet."""
    return sum(amount_in(row["amount"]) or 0 for row in lines_in(value))


def people_in_all(value: Any) -> int:
    """How many people the boxes beside wards or groups add up to; a wrong box counts as nothing yet."""
    return sum(whole_number(typed) or 0 for typed in boxes_in(value).values())


def amount_asked(form: Form, answers: Answers) -> int | None:
    """How much an application asks for, in pence; None while it does not say, or says it wrong."""
    question = form.marked("amount")
    value = answers.get(question.code)
    amount = total_pence(value) if question.kind is Kind.BUDGET else amount_in(text_in(value))
    return amount or None


def people_helped(form: Form, answers: Answers) -> int | None:
    """How many people an application says it will help; None while it does not say, or says it wrong."""
    return whole_number(text_in(answers.get(form.marked("people").code)))


def people_by_ward(form: Form, answers: Answers) -> dict[str, int]:
    """How many people an application names in each ward, over all its questions about wards; a wrong box counts 0."""
    counted: dict[str, int] = {}
    for question in form.questions():
        if question.kind is Kind.WARDS and is_shown(question, answers):
            for code, typed in boxes_in(answers.get(question.code)).items():
                counted[code] = counted.get(code, 0) + (whole_number(typed) or 0)
    return counted


def communities_named(form: Form, answers: Answers) -> list[str]:
    """The codes of all communities that an application names, each once: chosen, or with people beside them."""
    named: dict[str, None] = {}
    for question in form.questions():
        if is_shown(question, answers):
            value = answers.get(question.code)
            if question.kind is Kind.COMMUNITIES:
                named |= dict.fromkeys(codes_in(value))
            elif question.kind is Kind.GROUPS:
                named |= dict.fromkeys(code for code, typed in boxes_in(value).items() if whole_number(typed))
    return list(named)


def labels_of(question: Question, lists: Lists) -> Mapping[str, str]:
    """The answers a question offers, label by code."""
    if question.kind is Kind.YES_NO:
        return lists.get("yes_no", YES_NO)
    if question.kind in {Kind.CHOICE, Kind.CHOICES, Kind.BUDGET}:
        return question.choice_labels()
    return lists.get(LISTED.get(question.kind, ""), {})


def in_words(question: Question, value: Any, lists: Lists) -> str | list[str]:
    """An answer as people read it: a text, or a list of lines; empty when nothing was answered.

    A wrong answer reads as it was typed.
    """
    labels = labels_of(question, lists)
    if question.kind in MANY:
        return [labels.get(code, code) for code in codes_in(value)]
    if question.kind in COUNTED:
        return [f"{labels.get(code, code)}: {typed}" for code, typed in boxes_in(value).items()]
    if question.kind is Kind.BUDGET:
        return [line_in_words(row, labels) for row in lines_in(value)]
    if question.kind is Kind.DATE:
        return day_in_words(text_in(value), lists.get("months", MONTH_NAMES))
    if question.kind is Kind.FILE:
        file = file_in(value)
        return f"{file['name']} ({file['size']})" if file else ""
    return one_in_words(question.kind, text_in(value), labels)


def day_in_words(typed: str, months: Mapping[str, str]) -> str:
    """A day with its month's name, or as typed where it is none."""
    day = day_in(typed)
    return f"{day.day} {months[str(day.month)]} {day.year}" if day else typed


def one_in_words(kind: Kind, typed: str, labels: Mapping[str, str]) -> str:
    """A single answer as people read it."""
    if kind in {Kind.YES_NO, Kind.CHOICE}:
        return labels.get(typed, typed)
    if kind is Kind.MONEY:
        return money_in_words(typed)
    return typed


def money_in_words(typed: str) -> str:
    """An amount in the portal's own way of writing it, or as typed when it is none."""
    amount = amount_in(typed)
    return typed if amount is None else pounds(amount)


def line_in_words(row: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """A budget line: Tablet covers (Devices and equipment): £120."""
    category = labels.get(row["category"], row["category"])
    return f"{row['item']}{f' ({category})' if category else ''}: {money_in_words(row['amount'])}"
