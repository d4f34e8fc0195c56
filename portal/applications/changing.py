"""What is true of changes that were asked for: which questions are open again, until when, and what became of each.

The questions that were asked are open, and of those that hang on them: one that is shown now and was not before, and a
day that would come before another that was changed. Nothing else is (docs/decisions/0080-asking-reopens-questions.md).
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from portal.applications.reading import same
from portal.funds.answers import Answers, Lists, is_shown
from portal.funds.checks import order_problem, problems
from portal.funds.questions import Form, Question
from portal.kit.dates import FRIDAY, from_london, is_working_day, working_day
from portal.kit.text import N_, Say

STATE = "changes_asked"
"""The state of an application in which they are open."""
PLACE = "asked-"
"""What stands before the number of a request and a question where a file is kept that was the answer before."""
DAYS_TO_ANSWER = 7
DAYS_TO_CHECK = 7
DAYS_MOST = 28
"""So long somebody may be given where the panel's day is over or too near to count from."""
REMINDED_BEFORE = dt.timedelta(days=2)
REMINDED_AT = dt.time(9)
NOTE_WORDS, REPLY_WORDS = 200, 200

NOT_ASKED = Say(N_("We did not ask about this question, so it cannot be changed any more."))
NOTHING_ASKED = Say(N_("Choose at least one question"))
NOT_SHOWN = Say(N_("Choose only questions in the list: others were not asked of this applicant"))
SAY_WHAT = Say(N_("Say in your own words what you need. The partner reads them."))
NOTHING_CHANGED = Say(N_("No answer is changed yet. Change one, or say here why they stay as they are."))


@dataclass(frozen=True, slots=True)
class Change:
    """One question before and after. `was` and `is_` are raw answers; a question that was not shown has no answer."""

    question: Question
    was: Any
    is_: Any
    was_shown: bool
    is_shown: bool

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to see."""
        return self.was_shown != self.is_shown or not same(self.question, self.was, self.is_)


def hanging(form: Form, asked: Collection[str]) -> tuple[Question, ...]:
    """The questions that were asked, and all that hang on one of them directly or through others, in their order."""
    found: list[Question] = []
    codes: set[str] = set()
    for question in form.questions():
        on = {each.question for each in question.conditions} | {question.not_before}
        if question.code in asked or on & codes:
            found.append(question)
            codes.add(question.code)
    return tuple(found)


def snapshot(form: Form, asked: Collection[str], answers: Answers) -> dict[str, Any]:
    """The raw answers of these and all that hang on them, of those that are shown; None where nothing was said."""
    return {each.code: answers.get(each.code) for each in hanging(form, asked) if is_shown(each, answers)}


def as_it_was(answers: Answers, before: Answers) -> dict[str, Any]:
    """All answers as they stood when they were asked for: nothing else can have changed meanwhile."""
    return {**answers, **before}


def opened(form: Form, asked: Collection[str], before: Answers, answers: Answers) -> frozenset[str]:
    """The questions that are open, given what is answered so far."""
    was = as_it_was(answers, before)
    return frozenset(
        each.code
        for each in hanging(form, asked)
        if each.code in asked or is_new(each, was, answers) or is_passed(each, was, answers)
    )


def is_new(question: Question, was: Answers, answers: Answers) -> bool:
    """Whether an answer of now shows a question that was not shown."""
    return is_shown(question, answers) and not is_shown(question, was)


def is_passed(question: Question, was: Answers, answers: Answers) -> bool:
    """Whether a day as it stood would come before another that has changed."""
    as_before = {**answers, question.code: was.get(question.code)}
    return order_problem(question, as_before, {}) is not None and order_problem(question, was, {}) is None


def faults(form: Form, open_: Collection[str], answers: Answers, lists: Lists) -> dict[str, Say]:
    """What stands against the answers of the open questions, by question; others were looked at when it was sent."""
    return {
        code: say
        for section in form.sections
        for code, say in problems(section, answers, lists).items()
        if code in open_
    }


def compared(form: Form, asked: Collection[str], before: Answers, after: Answers) -> Iterator[Change]:
    """Each question that was asked, before and after, and of those that hang on it whichever changed with it."""
    for question in hanging(form, asked):
        code = question.code
        change = Change(question, before.get(code), after.get(code), code in before, code in after)
        if code in asked or change.is_changed:
            yield change


def last_due(today: dt.date, panel_on: dt.date) -> dt.date:
    """The last day that an answer can be given: before the panel meets; four weeks on where that is too late."""
    before = panel_on - dt.timedelta(days=1)
    before -= dt.timedelta(days=max(before.weekday() - FRIDAY, 0))
    return before if before > today else working_day(today + dt.timedelta(days=DAYS_MOST))


def usual_due(today: dt.date, panel_on: dt.date) -> dt.date:
    """The day that is offered: a week from now, and never a Saturday or Sunday."""
    return min(working_day(today + dt.timedelta(days=DAYS_TO_ANSWER)), last_due(today, panel_on))


def why_not_due(day: dt.date, today: dt.date, panel_on: dt.date, said: str) -> Say | None:
    """Why nobody can be asked to answer by that day, or None; `said` is the last day in words."""
    if day <= today:
        return Say(N_("Choose a day after today: they need time to answer"))
    if day > last_due(today, panel_on):
        return Say(
            N_("Choose {day} or an earlier day, so that you can still check it before the panel meets"), day=said
        )
    if not is_working_day(day):
        return Say(N_("That is a Saturday or Sunday. Choose a day from Monday to Friday"))
    return None


def check_by(day: dt.date, round_check: dt.date) -> dt.date:
    """Until when the council looks at changes that come on a day: a week, and not before all others are checked."""
    return max(working_day(day + dt.timedelta(days=DAYS_TO_CHECK)), round_check)


def reminder_at(due_on: dt.date) -> dt.datetime:
    """When people are reminded: two days before, in the morning by a British clock."""
    return from_london(dt.datetime.combine(due_on - REMINDED_BEFORE, REMINDED_AT))


def is_overdue(due_on: dt.date, today: dt.date) -> bool:
    """Whether the day is over; it can still be answered."""
    return today > due_on
