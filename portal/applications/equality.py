"""The optional equality questions: what is asked, when, and which numbers may be shown. Pure.

The council has to know whom its grants reach (Equality Act 2010, section 149). The groups and their words follow the
Government Statistical Service's harmonised standards on sex, ethnic group, long-lasting health conditions and age; that
it is asked of half or more of those who lead is what small grant schemes do.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from portal.kit.text import N_, Say

SMALLEST = 5
"""A smaller number could point at somebody, and is shown nowhere."""

DAYS_TO_ANSWER = 1
"""So many days after its end a round still takes such answers; only then its numbers are shown, and never change."""

NOT_SAID = N_("Prefer not to say")
YES_NO = (("yes", N_("Yes")), ("no", N_("No")), ("not_said", NOT_SAID))


@dataclass(frozen=True, slots=True)
class EqualityQuestion:
    """One question, with its answers by code."""

    code: str
    label: str
    answers: tuple[tuple[str, str], ...] = YES_NO
    hint: str = ""


QUESTIONS = (
    EqualityQuestion("women", N_("Are half or more of them women?")),
    EqualityQuestion(
        "ethnic_group",
        N_("Are half or more of them from an ethnic minority group?"),
        hint=N_("Asian, Black, Mixed, any other group, or a White minority group such as Gypsy, Roma, Irish or Polish"),
    ),
    EqualityQuestion(
        "disabled",
        N_("Are half or more of them disabled?"),
        hint=N_("A condition of body or mind that lasts 12 months or more, and makes daily life harder"),
    ),
    EqualityQuestion("lgbt", N_("Are half or more of them lesbian, gay, bisexual or trans?")),
    EqualityQuestion(
        "age",
        N_("How old are most of them?"),
        (
            ("under_25", N_("Under 25")),
            ("25_to_64", N_("25 to 64")),
            ("65_or_over", N_("65 or over")),
            ("not_said", NOT_SAID),
        ),
    ),
    EqualityQuestion(
        "serves",
        N_("Whom is your organisation mainly for?"),
        (
            ("everybody", N_("Everybody")),
            ("older", N_("Older people")),
            ("young", N_("Young people")),
            ("disabled", N_("Disabled people")),
            ("ethnic_group", N_("People from an ethnic minority group")),
            ("women", N_("Women and girls")),
            ("lgbt", N_("Lesbian, gay, bisexual or trans people")),
            ("faith", N_("People of one faith")),
            ("not_said", NOT_SAID),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many gave an answer; None where the number is too small to show, or would tell another that is."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The answers to one question: how many there were in all, and what may be shown of them."""

    label: str
    all: int
    shown: tuple[Figure, ...]


def last_to_answer(closes_at: dt.datetime) -> dt.datetime:
    """Until when the answers of a round's applicants are counted."""
    return closes_at + dt.timedelta(days=DAYS_TO_ANSWER)


def why_not_ask(asked: bool, state: str, now: dt.datetime, closes_at: dt.datetime) -> Say | None:
    """Why somebody's answers are not counted (any more), or None where they are."""
    if state == "draft":
        return Say(N_("Send your application first."))
    if asked:
        return Say(N_("You have answered these questions, or left them out."))
    if now > last_to_answer(closes_at):
        return Say(N_("This round has closed, and its numbers are counted."))
    return None


def figures(counts: Mapping[tuple[str, str], int]) -> list[Figures]:
    """What may be shown of a round's counts, given by question and answer, once it takes no more of them."""
    found = []
    for question in QUESTIONS:
        numbers = {code: counts.get((question.code, code), 0) for code, _label in question.answers}
        safe = shown(numbers)
        rows = tuple(Figure(label, safe[code]) for code, label in question.answers)
        found.append(Figures(question.label, sum(numbers.values()), rows))
    return found


def shown(numbers: Mapping[str, int]) -> dict[str, int | None]:
    """The numbers that may be shown beside their sum; None for the others.

    Small ones are hidden, none at all among them. Whoever takes what is shown from the sum learns only what all hidden
    ones are together: so more are hidden, the smallest first, until that is no small number either.
    """
    hidden = {code for code, number in numbers.items() if number < SMALLEST}
    rest = sorted((number, code) for code, number in numbers.items() if code not in hidden)
    while hidden and rest and sum(numbers[code] for code in hidden) < SMALLEST:
        hidden.add(rest.pop(0)[1])
    return {code: None if code in hidden else number for code, number in numbers.items()}
