"""The letter that tells a partner the decision, from its draft to the e-mail."""

import datetime as dt
from collections.abc import Iterable, Sequence

from portal.applications.models import Application
from portal.assessments import letters
from portal.assessments.models import Decision
from portal.assessments.outcomes import IN_WORDS, NEXT_STEPS, told_until
from portal.kit.dates import london_day, utc_now
from portal.kit.text import N_, Say
from portal.mail.actions import post
from portal.web.words import councils_language, day, in_letters, translated


def mark() -> str:
    """What stands in a draft where the decision will be said: the same mark whoever reads it, for it is looked for."""
    return in_letters(letters.MARK)


def mark_missing() -> Say:
    """What to do about a letter that no longer says the decision."""
    return Say(N_("Put {mark} where the letter should say the decision. We fill in the words."), mark=mark())


def decision_sentence(outcome: str, title: str, amount: int, asked: int, conditions: Sequence[str] = ()) -> str:
    """What says the decision: its sentence, and its conditions below it; amounts in pence."""
    sentence = in_letters(letters.decision_sentence(outcome, title, amount, asked))
    return letters.with_conditions(sentence, in_letters(letters.CONDITIONS), conditions)


def draft(organisation: str, round_title: str, comments: Sequence[letters.Comment]) -> str:
    """The first draft of a letter, as text to edit."""
    return "\n\n".join(map(in_letters, letters.draft(organisation, round_title, comments)))


def to_edit(decision: Decision, application: Application, conditions: Sequence[str] = ()) -> str:
    """A decision's letter with the mark in it again, so that it can take another decision and other conditions."""
    asked = application.amount_pence or 0
    says = decision_sentence(decision.outcome, application.title, decision.amount_pence, asked, conditions)
    return letters.opened(decision.letter, mark(), says)


def next_step(outcome: str, told: dt.datetime | None = None) -> str:
    """What happens next and by when, for a partner who is told at that moment (now, where none is given)."""
    until = told_until(outcome, london_day(told or utc_now()))
    return translated(Say(NEXT_STEPS[outcome].sentence, day=day(until)))


def decided(decision: Decision, application: Application, *, to: Iterable[str]) -> None:
    """Tell every lead the decision, each in a letter of their own."""
    with councils_language():
        step = next_step(decision.outcome, decision.released_at)
    for email in to:
        post(
            to=email,
            template="assessments/mail/decision",
            about=application,
            ref=application.ref,
            title=application.title,
            says=IN_WORDS[decision.outcome],
            letter=decision.letter,
            next_step=step,
        )
