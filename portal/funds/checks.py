"""What stands against an answer, as a sentence that says what to do. Nothing here raises, whatever was typed."""

from collections.abc import Callable, Mapping
from typing import Any

from portal.funds.answers import MONTH_NAMES, Answers, Lists, day_in_words, is_shown, labels_of, total_pence
from portal.funds.questions import COUNTED, LISTED, MANY, Format, Kind, Question, Section
from portal.funds.typed import amount_in, boxes_in, codes_in, is_blank, lines_in, text_in, whole_number
from portal.kit.addresses import is_phone, normal_email
from portal.kit.days import day_in
from portal.kit.money import pounds
from portal.kit.text import N_, Say, count_words

CHARACTERS_MOST = 100_000
LINE_MOST = 200
LINES_MOST = 60
CODES_MOST = 300
YEARS_END = 10_000
NOT_LISTED = {
    Kind.WARDS: N_("Choose only wards in the list"),
    Kind.GROUPS: N_("Choose only groups in the list"),
}
HOW_MANY = {
    Kind.WARDS: N_("Enter how many people live in {name}, in figures, like 40"),
    Kind.GROUPS: N_("Enter how many people are in the group “{name}”, in figures, like 40"),
}
FEWER_CHARACTERS = N_("Use {most} characters or fewer. There are {there} now.")


def problems(section: Section, answers: Answers, lists: Lists) -> dict[str, Say]:
    """What stands against a section's answers, a sentence by question code; hidden questions are not asked."""
    found = {
        question.code: problem(question, answers.get(question.code), lists) or order_problem(question, answers, lists)
        for question in section.questions
        if is_shown(question, answers)
    }
    return {code: sentence for code, sentence in found.items() if sentence}


def too_long(section: Section, answers: Answers) -> dict[str, Say]:
    """What cannot even be kept as a draft, a sentence by question code: more than a person would ever type."""
    found = {question.code: length_problem(question, answers.get(question.code)) for question in section.questions}
    return {code: sentence for code, sentence in found.items() if sentence}


def problem(question: Question, value: Any, lists: Lists) -> Say | None:
    """What stands against one answer, as a sentence that says what to do; None when nothing does.

    Never raises, whatever the value. A council list that is not handed in is not checked against.
    """
    if is_blank(question, value):
        return Say(missing(question.kind), label=question.label) if question.required else None
    return length_problem(question, value) or CHECKS[question.kind](question, value, lists)


def missing(kind: Kind) -> str:
    """The sentence for a question that was left empty; it names the question, because the summary shows it alone."""
    if kind in {Kind.YES_NO, Kind.CHOICE}:
        return N_("Choose an answer to “{label}”")
    if kind in MANY:
        return N_("Choose at least one answer to “{label}”")
    if kind is Kind.WARDS:
        return N_("Enter a number beside at least one ward for “{label}”")
    if kind is Kind.GROUPS:
        return N_("Enter a number beside at least one group for “{label}”")
    if kind is Kind.BUDGET:
        return N_("Enter at least one line for “{label}”")
    if kind is Kind.FILE:
        return N_("Send a file for “{label}”")
    return N_("Enter an answer to “{label}”")


def length_problem(question: Question, value: Any) -> Say | None:
    """Whether an answer is beyond all reason: more characters, codes or boxes than any person types."""
    if question.kind in MANY:
        size = sum(map(len, codes_in(value)))
        if len(codes_in(value)) > CODES_MOST:
            return Say(N_("Choose {most} answers or fewer."), most=CODES_MOST)
    elif question.kind in COUNTED:
        size = sum(len(code) + len(typed) for code, typed in boxes_in(value).items())
    elif question.kind is Kind.BUDGET:
        size = sum(len(part) for row in lines_in(value) for part in row.values())
        if len(lines_in(value)) > LINES_MOST:
            return Say(N_("Use {most} lines or fewer. Put small things together on one line."), most=LINES_MOST)
    else:
        size = len(text_in(value))
    if size <= CHARACTERS_MOST:
        return None
    return Say(FEWER_CHARACTERS, most=f"{CHARACTERS_MOST:,}", there=f"{size:,}")


def text_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """No address or number where one is asked for, or more characters than one line should have; nothing is cut."""
    if question.format is Format.EMAIL and normal_email(value) is None:
        return Say(N_("Enter an e-mail address, like name@example.org"))
    if question.format is Format.PHONE and not is_phone(value):
        return Say(N_("Enter a telephone number with its area code, like 01632 960 000"))
    most = question.most or LINE_MOST
    return (
        Say(FEWER_CHARACTERS, most=most, there=len(value))
        if len(value) > most
        else words_problem(question, value, lists)
    )


def words_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """Too many words; what is over stays on the page."""
    there = count_words(value)
    if question.words is None or there <= question.words:
        return None
    return Say(N_("Use {words} words or fewer. There are {there} now."), words=question.words, there=there)


def number_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """Not a whole number, or too small or large a one."""
    number = whole_number(value)
    if number is None:
        if "people" in question.marks:
            return Say(N_("Enter how many people, in figures, like 40"))
        return Say(N_("Enter a whole number, in figures, like 40"))
    if question.least is not None and number < question.least:
        return Say(N_("Enter {least} or more"), least=figure(question.least))
    if question.most is not None and number > question.most:
        return Say(N_("Enter {most} or less"), most=figure(question.most))
    return None


def figure(number: int) -> str:
    """A limit as people read it; figures that may be years have no comma."""
    return f"{number:,}" if number >= YEARS_END else str(number)


def money_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """Not an amount, or too small or large a one."""
    amount = amount_in(value)
    if amount is None:
        return Say(N_("Enter an amount in pounds, like £250"))
    return limit_problem(question, amount, N_("Enter {least} or more"), N_("Enter {most} or less"))


def limit_problem(question: Question, amount: int, too_small: str, too_large: str) -> Say | None:
    """Which of two sentences an amount in pence deserves; None within the question's limits."""
    if question.least is not None and amount < question.least:
        return Say(too_small, least=pounds(question.least), total=pounds(amount))
    if question.most is not None and amount > question.most:
        return Say(too_large, most=pounds(question.most), total=pounds(amount))
    return None


def date_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """Not a day of the calendar."""
    return None if day_in(value) else Say(N_("Enter a day, month and year, like 1 February 2027"))


def order_problem(question: Question, answers: Answers, lists: Lists) -> Say | None:
    """A day before the one that it cannot be before; nothing while either of the two is no day yet."""
    first, day = (day_in(text_in(answers.get(code))) for code in (question.not_before, question.code))
    if not question.not_before or first is None or day is None or day >= first:
        return None
    said = day_in_words(first.isoformat(), lists.get("months", MONTH_NAMES))
    return Say(N_("Enter {day} or a later day. That is your answer to an earlier question."), day=said)


def choice_problem(question: Question, value: str, lists: Lists) -> Say | None:
    """Not one of the answers that are offered."""
    return None if value in labels_of(question, lists) else Say(N_("Choose one of the answers in the list"))


def choices_problem(question: Question, value: list[str], lists: Lists) -> Say | None:
    """One or more that are not offered; a council list that was not handed in is not checked."""
    if question.kind is not Kind.CHOICES and question.kind not in lists:
        return None
    offered = labels_of(question, lists)
    return None if all(code in offered for code in codes_in(value)) else Say(N_("Choose only answers in the list"))


def counts_problem(question: Question, value: Any, lists: Lists) -> Say | None:
    """A ward or group that there is not, or beside one something else than a number of people."""
    offered = lists.get(LISTED[question.kind])
    if offered is not None and not boxes_in(value).keys() <= offered.keys():
        return Say(NOT_LISTED[question.kind])
    for sentence in box_problems(question, value, lists).values():
        return sentence
    return None


def box_problems(question: Question, value: Any, lists: Lists) -> dict[str, Say]:
    """What stands against the box beside each ward or group, by its code."""
    labels, sentence = labels_of(question, lists), HOW_MANY[question.kind]
    return {
        code: Say(sentence, name=labels.get(code, code))
        for code, typed in boxes_in(value).items()
        if whole_number(typed) is None
    }


def file_problem(question: Question, value: Any, lists: Lists) -> Say | None:
    """Nothing: a file was looked at when it came."""
    return None


def budget_problem(question: Question, value: Any, lists: Lists) -> Say | None:
    """The first line that needs another look, or a total outside what can be asked for."""
    for sentence in line_problems(question, value).values():
        return sentence
    return limit_problem(
        question,
        total_pence(value),
        N_("Ask for {least} or more. Your lines add up to {total}."),
        N_("Ask for {most} or less. Your lines add up to {total}."),
    )


def line_problems(question: Question, value: Any) -> dict[int, Say]:
    """What stands against each line of a budget, by its number from 1."""
    categories = question.choice_labels()
    found = {number: line_problem(number, row, categories) for number, row in enumerate(lines_in(value), 1)}
    return {number: sentence for number, sentence in found.items() if sentence}


def line_problem(number: int, row: Mapping[str, str], categories: Mapping[str, str]) -> Say | None:
    """What stands against one budget line."""
    if not row["item"]:
        return Say(N_("Line {number}: say what the money is for"), number=number)
    if not row["amount"]:
        return Say(N_("Line {number}: say what “{item}” costs, like £120"), number=number, item=row["item"])
    if not amount_in(row["amount"]):
        return Say(N_("Line {number}: enter the cost in pounds, like £120"), number=number)
    if row["category"] and row["category"] not in categories:
        return Say(N_("Line {number}: choose the kind of cost from the list"), number=number)
    return None


Check = Callable[[Question, Any, Lists], Say | None]
CHECKS: Mapping[Kind, Check] = {
    Kind.TEXT: text_problem,
    Kind.LONG_TEXT: words_problem,
    Kind.NUMBER: number_problem,
    Kind.MONEY: money_problem,
    Kind.DATE: date_problem,
    Kind.YES_NO: choice_problem,
    Kind.CHOICE: choice_problem,
    Kind.CHOICES: choices_problem,
    Kind.COMMUNITIES: choices_problem,
    Kind.WARDS: counts_problem,
    Kind.GROUPS: counts_problem,
    Kind.BARRIERS: choices_problem,
    Kind.BUDGET: budget_problem,
    Kind.FILE: file_problem,
}
