"""One officer fails a line while others send the application on: it never goes on with a failed line."""

from collections import Counter

import pytest

from portal.applications.models import Application
from portal.assessments import actions, triaging
from portal.assessments.diligence import FAIL, PASS, Mark
from portal.db.session import db
from portal.kit.errors import Invalid, WrongState
from tests.assessments import gates, steps

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
AT_ONCE = 16
PEOPLE = "check-people"


@pytest.mark.parametrize("first", range(3))
def test_a_line_that_fails_while_it_is_sent_on_holds_it_or_comes_too_late(app, cast, letters, first: int) -> None:
    [application] = steps.sent(steps.closed_round())
    before, id = len(letters()), application.id
    stamp = gates.seen(application, PEOPLE)

    def fail(number: int):
        found = db.session.get_one(Application, id)
        typed = {PEOPLE: gates.Typed(Mark(FAIL, f"They are a couple ({number})."), stamp)}
        return triaging.save_lines(found, typed, f"page {number}", by=cast["martin"])

    def send_on():
        return actions.find_eligible(db.session.get_one(Application, id), by=cast["joyce"])

    acts = [(lambda number=number: fail(number)) if number % 2 else send_on for number in range(AT_ONCE)]
    came = steps.at_once(app, acts[first:] + acts[:first])
    state, (verdict, note) = steps.state_of(application), gates.kept(application)[PEOPLE]
    refused = Counter(type(one) for one in came if isinstance(one, Exception))
    if state == "assessing":
        assert (verdict, refused[Invalid], len(letters())) == (PASS, 0, before + 1)
        assert refused[WrongState] == AT_ONCE - 1
    else:
        assert (state, verdict, refused, len(letters())) == ("submitted", FAIL, {Invalid: AT_ONCE // 2}, before)
        written = [one for one in came if one is not None and not isinstance(one, Exception) and one.written]
        assert [one.kept[PEOPLE].mark.note for one in written] == [note], "one is kept, the others choose"


def test_sixteen_officers_on_one_line_lose_no_words(app, cast) -> None:
    [application] = steps.sent(steps.closed_round(), is_checked=False)
    id, fresh = application.id, gates.fresh(application, check__people=Mark(FAIL, ""))[PEOPLE]

    def mark(number: int):
        typed = {PEOPLE: gates.Typed(Mark(FAIL, f"officer {number}"), fresh.seen)}
        found = db.session.get_one(Application, id)
        return triaging.save_lines(found, typed, f"page {number}", by=cast["joyce" if number % 2 else "martin"])

    came = steps.at_once(app, [lambda number=number: mark(number) for number in range(AT_ONCE)])
    written = [one.kept[PEOPLE].mark.note for one in came if one.written]
    clashes = [one.kept[PEOPLE].mark.note for one in came if one.clashes]
    assert (len(written), clashes) == (1, written * (AT_ONCE - 1))
    assert [row.note for row in gates.rows(application)] == written


def test_the_same_page_pressed_often_sends_it_on_once(app, cast, letters) -> None:
    [application] = steps.sent(steps.closed_round(), is_checked=False)
    before, id, sheet = len(letters()), application.id, gates.whole(application)
    press = [lambda: triaging.let_on(db.session.get_one(Application, id), sheet, "a page", by=cast["joyce"])]
    came = steps.at_once(app, press * AT_ONCE)
    assert Counter(type(one) for one in came if isinstance(one, Exception)) == {WrongState: AT_ONCE - 1}
    assert (steps.state_of(application), len(letters())) == ("assessing", before + 1)
    assert Counter(row.item for row in gates.rows(application)) == dict.fromkeys(sheet, 1)
