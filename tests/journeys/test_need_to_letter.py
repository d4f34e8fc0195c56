"""From “we need money” to the letter with the decision: one application through everybody's hands."""

import pytest

from portal.demo.cast import BY_KEY
from portal.permissions import Someone
from tests.applications import drafts
from tests.assessments import steps
from tests.journeys import applying as partner
from tests.journeys import deciding as council
from tests.journeys import outbox
from tests.journeys.conftest import THE_HARDEST, Come
from tests.journeys.people import Visitor

EMAIL = "shirley.okafor@example.net"


POINTS = (
    {"need": 5, "change": 4, "plan": 4, "costs": 3, "safe": 4},
    {"need": 2, "change": 4, "plan": 3, "costs": 3, "safe": 4},
    {"need": 4, "change": 4, "plan": 4, "costs": 4, "safe": 4},
)
"""What the reviewers give, in the order in which they are called. The first two lie three points apart on one."""


@pytest.mark.parametrize(("app", "way"), THE_HARDEST, indirect=True)
def test_from_need_to_letter(come: Come, cast: dict[str, Someone]) -> None:
    shirley = come(name="Shirley Okafor")
    ref = writes_and_sends(shirley)
    drafts.sent(cast["grace"])
    steps.closed_round()
    is_checked_and_shared_out(come)
    assert outbox.subjects_to(EMAIL)[-1] == f"Your application goes on: {partner.TITLE}"
    is_scored(come, ref)
    is_decided(come)
    hears_the_decision(shirley, ref)


def writes_and_sends(shirley: Visitor) -> str:
    """The partner's half: from the front page to the receipt. Returns the reference."""
    partner.finds_the_open_round(shirley)
    shirley.follows("Apply", exact=True)
    partner.answers_the_check(shirley, area="No")
    partner.is_told_kindly_why_not(shirley)
    partner.answers_the_check(shirley)
    partner.signs_in_by_code(shirley, EMAIL)
    partner.says_their_name(shirley, "Shirley Okafor")
    partner.registers_without_a_number(shirley)
    partner.starts(shirley)
    partner.writes_every_part(shirley)
    partner.checks_and_changes_one_answer(shirley)
    ref = partner.declares_and_sends(shirley)
    receipts = [letter for letter in outbox.letters_to(EMAIL) if letter.subject == f"We have your application: {ref}"]
    assert len(receipts) == 1, "pressed twice, sent once"
    assert partner.PLAN.splitlines()[0] in receipts[0].text
    return ref


def is_checked_and_shared_out(come: Come) -> None:
    """The first approver checks both applications; every reviewer declares; she shares out."""
    joyce = come("joyce")
    council.finds_eligible(joyce, partner.TITLE)
    council.finds_eligible(joyce, drafts.ANSWERS["project"]["title"])
    council.declares_what_is_known(come("ruth"))
    council.declares_no_conflict(come("daniel"))
    council.declares_no_conflict(come("hannah"))
    council.shares_out(joyce)


def is_scored(come: Come, ref: str) -> None:
    """Two reviewers score, blind to each other; they are so far apart that the third is called."""
    first, second = council.readers_of(ref)
    council.scores_by_keyboard(come(first), partner.TITLE, POINTS[0])
    council.scores_by_keyboard(come(second), partner.TITLE, POINTS[1])
    _first, _second, third = council.readers_of(ref)
    assert outbox.subjects_to(BY_KEY[third].email)[-1] == f"1 application to score: {partner.ROUND}"
    council.scores_by_keyboard(come(third), partner.TITLE, POINTS[2])


def is_decided(come: Come) -> None:
    """One approver proposes, the other confirms and releases."""
    council.proposes_a_part(come("joyce"), partner.TITLE)
    martin = come("martin")
    council.confirms(martin, partner.TITLE)
    assert outbox.subjects_to(EMAIL)[-1] == f"Your application goes on: {partner.TITLE}", "nothing is told before"
    council.reads_and_releases_the_letters(martin)


def hears_the_decision(shirley: Visitor, ref: str) -> None:
    """The e-mail leads to the decision, the reasons and the next step."""
    letter = outbox.newest_to(EMAIL)
    assert letter.subject == f"Our decision on “{partner.TITLE}”"
    assert "We will give £1,800 of £2,150.50" in letter.text
    shirley.opens(outbox.link_in(letter))
    shirley.is_on("Our decision")
    shirley.reads("We will fund a part of it", council.PART, council.REASONS, "What happens next", ref)
    shirley.goes_to("Home")
    shirley.is_on("Hello, Shirley Okafor")
    shirley.reads("Answered", "Funded in part")
