"""Sixteen at once on the same decision, whichever the button: one wins, and the rest are told.

In the suite each is tried twice on each database; `make audit` (AUDIT=1) tries each twenty times.
"""

import os
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from portal.applications.models import Application
from portal.assessments import actions, decisions, moderating, rescoring
from portal.assessments.models import Assessment, Decision, Moderation, Panel, Standing
from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import Clash, Refusal, WrongState
from portal.mail.models import Letter
from tests.assessments import builders, steps
from tests.assessments.builders import WORDS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
AT_ONCE = 16
TIMES = 20 if os.environ.get("AUDIT") else 2
ASKED, PART = 300_000, 100_000
Acts = list[Callable[[], object]]


def one_of(model: type, id: int):
    """The row in this thread's own session."""
    return db.session.get_one(model, id)


def proposed(cast, number: int) -> list[tuple[int, int]]:
    """So many proposals by Joyce to fund what was asked for, each by its id and its version."""
    found = builders.scored(builders.the_round(10_000_000), [ASKED] * number)
    made = [decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"]) for one in found]
    return [(each.id, each.version) for each in made]


def confirming(cast, id: int, version: int) -> Callable[[], object]:
    """Martin's press on “Confirm”."""
    return lambda: decisions.confirm(one_of(Decision, id), by=cast["martin"], version=version)


def sending_back(cast, id: int, version: int) -> Callable[[], object]:
    """Martin's press on “Send back”."""
    return lambda: decisions.send_back(one_of(Decision, id), "Why?", by=cast["martin"], version=version)


def changing(cast, id: int, version: int) -> Callable[[], object]:
    """Joyce's press on “Change proposal”, to a part."""
    return lambda: decisions.propose_again(
        one_of(Decision, id), "part_fund", PART, *WORDS, by=cast["joyce"], version=version
    )


VERBS = {"confirm": confirming, "send_back": sending_back, "propose_again": changing}


def came(app, acts: Acts) -> tuple[int, set[type]]:
    """How many won, and in which words the others were told."""
    found = steps.at_once(app, acts)
    return sum(not isinstance(one, Refusal) for one in found), {type(one) for one in found if isinstance(one, Refusal)}


def moved(id: int) -> Counter[str]:
    """What the history has of a decision."""
    db.session.rollback()
    return Counter(db.session.scalars(select(Deed.verb).where(Deed.subject == "decision", Deed.subject_id == id)))


def held() -> int:
    """What live decisions come to, which is what the panel has committed."""
    db.session.rollback()
    live = select(func.coalesce(func.sum(Decision.amount_pence), 0)).where(
        Decision.state.in_(("proposed", "confirmed"))
    )
    total = int(db.session.scalars(live).one())
    assert total == db.session.scalars(select(Panel.committed_pence)).one()
    return total


@pytest.mark.parametrize("verb", VERBS)
def test_one_button_pressed_by_sixteen(app, cast, verb: str) -> None:
    for id, version in proposed(cast, TIMES):
        won, told = came(app, [VERBS[verb](cast, id, version)] * AT_ONCE)
        assert (won, told <= {Clash, WrongState}) == (1, True)
        assert moved(id) == {"propose": 1, verb: 1}
    assert held() == TIMES * {"confirm": ASKED, "send_back": 0, "propose_again": PART}[verb]


def test_three_buttons_pressed_by_sixteen(app, cast) -> None:
    for id, version in proposed(cast, TIMES):
        acts = [list(VERBS.values())[press % 3](cast, id, version) for press in range(AT_ONCE)]
        won, told = came(app, acts)
        assert (won, told) == (1, {Clash})
        assert sum(moved(id).values()) == 2
        held()


def test_letters_released_while_one_is_sent_back(app, cast) -> None:
    """Eight release, eight send back: the decision is sent back or its letter is out, never both."""
    for time in range(TIMES):
        [(id, version)] = proposed(cast, 1)
        version = decisions.confirm(one_of(Decision, id), by=cast["martin"], version=version).version
        letters = db.session.scalar(select(func.count()).select_from(Letter)) or 0
        acts: Acts = [lambda: decisions.release(builders.the_round(), by=cast["martin"])] * (AT_ONCE // 2)
        acts += [sending_back(cast, id, version)] * (AT_ONCE // 2)
        won, told = came(app, acts)
        new = (db.session.scalar(select(func.count()).select_from(Letter)) or 0) - letters
        state = one_of(Decision, id).state
        assert (won, told <= {Clash, WrongState}) == (1, True), time
        assert (state, new) in {("released", 1), ("returned", 0)}
        assert moved(id)["release"] + moved(id)["send_back"] == 1


# Points that lie apart


def apart(cast, number: int) -> list[int]:
    """So many applications on which Ruth and Daniel lie far apart; Hannah has declared since, and is free."""
    round_ = steps.closed_round()
    applications = steps.sent(round_, number, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    points = {cast["ruth"].person_id: 1, cast["daniel"].person_id: 4}
    for each in steps.readings():
        steps.finished(each, cast, points[each.reviewer_id])
    steps.declared(round_, cast, "hannah")
    return [each.id for each in applications]


def test_a_third_is_named_while_notes_are_written(app, cast) -> None:
    """A note that comes second calls the third off; whatever the order, it goes on once, with the mean of two."""
    notes, hannah = dict.fromkeys(("need", "change", "plan", "costs", "safe"), "Both."), cast["hannah"].person_id or 0
    for id in apart(cast, TIMES):
        acts: Acts = [
            lambda id=id: moderating.moderate(one_of(Application, id), notes, by=cast["joyce"]),
            lambda id=id: actions.name_reader(one_of(Application, id), hannah, by=cast["martin"]),
        ] * (AT_ONCE // 2)
        came_of = steps.at_once(app, acts)
        written = [one for one in came_of[::2] if not isinstance(one, Refusal)]
        named = [one for one in came_of[1::2] if not isinstance(one, Refusal)]
        assert (len(written), len(named) <= 1) == (1, True)
        assert {type(one) for one in came_of if isinstance(one, Refusal)} <= {WrongState}
        states = [each.state for each in steps.readings(one_of(Application, id))]
        assert states == ["finished", "finished"] + ["stood_down"] * len(named)
        assert one_of(Application, id).state == "scored"
        assert one_of(Standing, id).points == 250
    assert db.session.scalar(select(func.count()).select_from(Moderation)) == TIMES


def pressing(verb: str, id: int, cast) -> Callable[[], object]:
    """Its reader's press on “Correct your scores”, or on “Finish scoring” with threes everywhere."""
    reading = one_of(Assessment, id)
    by, sheet = steps.reader_of(reading, cast), steps.sheet(one_of(Application, reading.application_id), 3)
    if verb == "back":
        return lambda: rescoring.take_back(one_of(Assessment, id), by=by)
    return lambda: actions.finish(one_of(Assessment, id), sheet, "page", by=by)


def test_scores_taken_back_while_the_other_finishes(app, cast) -> None:
    """They are taken back in time, or all are in: never both, and nothing is kept of what was refused."""
    round_ = steps.closed_round()
    applications = steps.sent(round_, TIMES, "assessing")
    steps.declared(round_, cast, "ruth", "daniel")
    actions.share_out(round_, by=cast["joyce"])
    for application in applications:
        first, second = (each.id for each in steps.readings(application))
        steps.finished(one_of(Assessment, first), cast, 3)
        back, finish = (pressing(verb, id, cast) for verb, id in (("back", first), ("finish", second)))
        acts: Acts = [back, finish] * (AT_ONCE // 2)
        found = steps.at_once(app, acts)
        taken = sum(not isinstance(one, Refusal) for one in found[::2])
        finished = sum(not isinstance(one, Refusal) for one in found[1::2])
        state = steps.state_of(application)
        assert (taken, finished, state) in {(1, 1, "assessing"), (0, 1, "scored")}
