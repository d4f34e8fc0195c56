"""What an officer sees of applications that look alike, and what they say to it; and who sees nothing of it."""

from random import Random

import pytest
from sqlalchemy import update

from portal.applications import actions as applications
from portal.applications.models import Application
from portal.assessments import actions, alike_comparing, alike_settling
from portal.assessments.alike_models import Suspicion
from portal.db.session import action, db
from portal.desk import queues as desk
from portal.desk.queues import Filters
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.organisations.queries import someone_for
from portal.permissions import Role
from tests import reader
from tests.assessments import builders, steps, voices
from tests.assessments.alikes import between, look, sent

POSTCODE = {"postcode": "LS14 6AA"}
HOW = "They share a treasurer, and nothing else."
CARD = "Looks like another"
NOTE = "looks like another one"


def two(round_=None, **facts: str) -> tuple[Application, Application]:
    """Two that look alike, by their words or by these facts."""
    round_ = round_ or builders.the_round()
    if facts:
        pair = sent(round_, **facts), sent(round_, **facts)
    else:
        texts = voices.written(Random(1))
        pair = sent(round_, texts), sent(round_, voices.near_copy(Random(2), texts))
    look()
    return pair


def page_of(application: Application, other: Application | None = None) -> str:
    """Where it is read, or where it stands beside another."""
    path = f"/review/applications/{application.ref}"
    return f"{path}/alike/{other.ref}" if other else path


def read(client, path: str) -> str:
    """A page as its reader sees it."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_card_says_that_it_was_not_looked_at_then_no_then_which_one_and_why(app, as_) -> None:
    texts, round_, joyce = voices.written(Random(1)), builders.the_round(), as_("joyce")
    one = sent(round_, texts)
    assert "We are still comparing it" in read(joyce, page_of(one))
    look()
    assert "No. We compared who sent it, and its words." in read(joyce, page_of(one))
    other = sent(round_, voices.near_copy(Random(2), texts), **POSTCODE)
    look()
    for mine, theirs in ((one, other), (other, one)):
        page = read(joyce, page_of(mine))
        assert f'href="{page_of(mine, theirs)}"' in page
        assert ("Nearly the same words:" in page, theirs.title in page, theirs.ref in page) == (True, True, True)
        assert "We are still comparing it" not in page


def test_both_stand_side_by_side_with_what_is_alike_marked(app, as_) -> None:
    one, other = two()
    page = read(as_("joyce"), page_of(one, other))
    assert page.count('aria-labelledby="side-') == 2
    assert "<mark>" in page
    assert page.index(one.title) < page.index(other.title)
    swapped = read(as_("joyce"), page_of(other, one))
    assert swapped.index(f'id="side-1">{other.title}') < swapped.index(f'id="side-2">{one.title}')
    for text in voices.written(Random(1)).values():
        assert text.split()[-1] in page


def test_what_was_written_is_shown_as_it_was_typed_and_never_as_markup(app, as_) -> None:
    texts = voices.written(Random(1))
    texts["plan"] += " <script>alert(1)</script>"
    one, other = sent(builders.the_round(), texts), sent(builders.the_round(), texts)
    look()
    page = read(as_("joyce"), page_of(one, other))
    assert ("<script>alert" in page, "&lt;script&gt;alert(1" in page) == (False, True)


@pytest.mark.parametrize(("how", "word"), [("clear", "Not the same"), ("confirm", "The same")])
def test_an_officer_says_what_they_are_and_it_stands_on_both_pages(app, as_, cast, send, how: str, word: str) -> None:
    one, other = two()
    joyce = as_("joyce")
    answer = send(joyce, page_of(one, other), {"same": how, "because": HOW}, action=page_of(one, other))
    assert (answer.status_code, answer.location) == (303, page_of(one))
    found = between(one, other)
    assert (found.settled_by, found.because, found.where().council) == (cast["joyce"].person_id, HOW, word)
    assert all(word in read(joyce, page_of(each)) for each in (one, other))
    shown = read(joyce, page_of(other, one))
    assert (HOW in shown, "Joyce" in shown, 'name="same"' in shown) == (True, True, False)
    assert {steps.state_of(each) for each in (one, other)} == {"submitted"}


def test_a_question_can_be_opened_again(app, as_, cast, send) -> None:
    one, other = two()
    alike_settling.settle(between(one, other), "confirm", HOW, 1, by=cast["martin"])
    again = f"{page_of(one, other)}/again"
    answer = send(as_("joyce"), page_of(one, other), action=again)
    assert (answer.status_code, answer.location, between(one, other).state) == (303, page_of(one, other), "open")
    assert HOW in read(as_("joyce"), page_of(one, other))
    answer = as_("joyce").post(again, data=steps.keys(as_("joyce")))
    assert (answer.status_code, between(one, other).state) in ((303, "open"), (400, "open"))
    assert [each.verb for each in steps.deeds("ask_again")] == ["ask_again"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"because": HOW}, "Say whether they are the same"),
        ({"same": "perhaps", "because": HOW}, "Not a valid choice"),
        ({"same": "clear", "because": "   "}, "Say how you know"),
        ({"same": "confirm", "because": ""}, "Say how you know"),
        ({"same": "confirm", "because": "word " * 151}, "Please shorten this to 150 words"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_is_kept(app, as_, send, typed, sentence: str) -> None:
    one, other = two()
    answer = send(as_("joyce"), page_of(one, other), typed, action=page_of(one, other))
    page = answer.get_data(as_text=True)
    assert (answer.status_code, sentence in page, between(one, other).state) == (422, True, "open")
    assert typed["because"].strip() in page


def test_a_weak_sign_is_cleared_without_a_reason_and_confirmed_with_one(app, as_, send, cast) -> None:
    one, other = two(**POSTCODE)
    with pytest.raises(Invalid):
        alike_settling.settle(between(one, other), "confirm", " ", 1, by=cast["joyce"])
    page = read(as_("joyce"), page_of(one))
    assert ("A weak sign" in page, "Same postcode: LS14 6AA" in page) == (True, True)
    answer = send(as_("joyce"), page_of(one, other), {"same": "clear"}, action=page_of(one, other))
    assert (answer.status_code, between(one, other).state) == (303, "cleared")


def test_who_comes_second_is_told_and_keeps_their_words(app, as_, cast) -> None:
    one, other = two()
    joyce = as_("joyce")
    form = reader.form_to(read(joyce, page_of(one, other)), page_of(one, other))
    alike_settling.settle(between(one, other), "clear", "Martin rang them.", 1, by=cast["martin"])
    answer = joyce.post(form.action, data=dict(form.fields, same="confirm", because=HOW))
    page = answer.get_data(as_text=True)
    assert (answer.status_code, HOW in page, "Martin rang them." in page) == (409, True, True)
    assert "This has moved on since you opened it." in page
    assert between(one, other).state == "cleared"


def test_whoever_read_less_than_is_known_now_is_asked_to_look_again(app, as_, cast) -> None:
    one, other = two(**POSTCODE)
    joyce = as_("joyce")
    form = reader.form_to(read(joyce, page_of(one, other)), page_of(one, other))
    with action() as session:
        session.execute(update(Suspicion).values(version=2))
    answer = joyce.post(form.action, data=dict(form.fields, same="clear", because=HOW))
    assert (answer.status_code, HOW in answer.get_data(as_text=True)) == (409, True)
    with pytest.raises(Clash):
        alike_settling.settle(between(one, other), "clear", HOW, 1, by=cast["joyce"])


def test_the_same_press_twice_counts_once(app, as_) -> None:
    one, other = two()
    joyce = as_("joyce")
    form = reader.form_to(read(joyce, page_of(one, other)), page_of(one, other))
    data = dict(form.fields, same="clear", because=HOW)
    answers = [joyce.post(form.action, data=data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(steps.deeds("clear")) == 1


# --- The queue -----------------------------------------------------------------------------------------------


def notes(someone) -> dict[str, str]:
    """What the queue says of each application that waits to be checked."""
    db.session.rollback()
    return {row.values["ref"]: row.note for row in desk.page_for(someone, Filters(queue="to_triage")).rows}


def test_the_queue_says_so_until_it_is_settled_and_a_weak_sign_is_not_said(app, cast) -> None:
    one, other = two()
    weak, too = two(**POSTCODE)
    flagged = {ref for ref, note in notes(cast["joyce"]).items() if note.endswith(NOTE)}
    assert flagged == {one.ref, other.ref}
    assert set(notes(cast["joyce"])) == {one.ref, other.ref, weak.ref, too.ref}
    alike_settling.settle(between(one, other), "clear", HOW, 1, by=cast["joyce"])
    assert not any(note.endswith(NOTE) for note in notes(cast["joyce"]).values())


def test_the_queue_says_nothing_of_one_that_looks_like_what_was_withdrawn(app, cast) -> None:
    one, other = two()
    with action() as session:
        session.execute(update(Application).where(Application.id == other.id).values(state="withdrawn"))
    assert not notes(cast["joyce"])[one.ref].endswith(NOTE)


def test_it_holds_nothing_up(app, cast) -> None:
    one, _other = two()
    actions.find_eligible(one, by=cast["joyce"])
    assert steps.state_of(one) == "assessing"


# --- The walls -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [0, 1])
def test_a_conflict_with_either_side_hides_all_of_it(app, cast, as_, side: int) -> None:
    pair = two()
    mine, theirs = pair[side], pair[1 - side]
    with action() as session:
        session.add(
            builders.TeamMember(
                organisation_id=mine.organisation_id,
                person_id=cast["joyce"].person_id,
                role=Role.MEMBER.code,
                joined_at=builders.utc_now(),
            )
        )
    joyce = as_("joyce")
    page = read(joyce, page_of(theirs))
    assert (mine.ref in page, mine.title in page, "Nearly the same words" in page) == (False, False, False)
    assert "No. We compared who sent it, and its words." in page
    assert {joyce.get(page_of(*both)).status_code for both in (pair, pair[::-1])} == {404}
    assert {ref: note.endswith(NOTE) for ref, note in notes(someone_for(cast["joyce"].email)).items()} == {
        theirs.ref: False
    }
    with pytest.raises(NotThere):
        alike_settling.settle(between(*pair), "clear", HOW, 1, by=someone_for(cast["joyce"].email))
    with pytest.raises(NotThere):
        alike_settling.ask_again(between(*pair), by=someone_for(cast["joyce"].email))


@pytest.mark.parametrize("hidden", [True, False])
def test_reviewers_and_partners_learn_nothing_of_it(app, cast, as_, hidden: bool) -> None:
    round_ = steps.closed_round(names_hidden=hidden)
    one, other = two(round_)
    for each in (one, other):
        actions.find_eligible(each, by=cast["joyce"])
    steps.shared_out(round_, cast)
    reads = steps.reader_of(steps.readings(one)[0], cast)
    key = next(key for key, someone in cast.items() if someone.person_id == reads.person_id)
    page = read(as_(key), page_of(one))
    assert (CARD in page, other.ref in page, "Nearly the same" in page) == (False, False, False)
    assert {as_(who).get(page_of(one, other)).status_code for who in (key, "wei")} == {403}
    with pytest.raises(NotAllowed):
        alike_settling.settle(between(one, other), "clear", HOW, 1, by=cast["helen"])
    assert between(one, other).state == "open"
    assert CARD not in read(as_("helen"), page_of(one))


def test_history_tells_it_to_who_checks_and_nothing_of_a_conflict(app, cast, as_) -> None:
    one, other = two()
    alike_settling.settle(between(one, other), "clear", HOW, 1, by=cast["martin"])
    told = told_to(as_("helen"))
    assert ("settled whether two applications are the same" in told, HOW in told) == (True, False)
    assert ("said that the two are not the same" in told, page_of(other) in told) == (False, False)
    with action() as session:
        session.add(
            builders.TeamMember(
                organisation_id=one.organisation_id,
                person_id=cast["helen"].person_id,
                role=Role.MEMBER.code,
                joined_at=builders.utc_now(),
            )
        )
    assert told_to(as_("helen")) == ""


def told_to(client) -> str:
    """What history lists of suspicions."""
    return read(client, "/history?kind=suspicion").partition('<ol class="dots">')[2].partition("</ol>")[0]


def test_a_settled_one_is_moved_no_further(app, cast) -> None:
    one, other = two()
    with pytest.raises(WrongState):
        alike_settling.ask_again(between(one, other), by=cast["joyce"])
    alike_settling.settle(between(one, other), "confirm", HOW, 1, by=cast["joyce"])
    with pytest.raises(WrongState):
        alike_settling.settle(between(one, other), "clear", HOW, 2, by=cast["martin"])


def test_withdrawing_one_leaves_the_page_there(app, cast, as_) -> None:
    round_ = builders.the_round()
    circle = builders.organisation_of("grace")
    texts = voices.written(Random(1))
    one, other = sent(round_, texts, home=circle), sent(round_, voices.near_copy(Random(2), texts))
    look()
    applications.withdraw(one, by=cast["grace"])
    assert "Withdrawn" in read(as_("joyce"), page_of(other))
    assert "Withdrawn" in read(as_("joyce"), page_of(other, one))


@pytest.mark.parametrize("number", [1, 14])
def test_the_pages_ask_the_same_however_many_there_are(app, as_, queries, monkeypatch, number: int) -> None:
    monkeypatch.setattr(alike_comparing, "READ_MOST", 30)
    round_, texts = builders.the_round(), voices.written(Random(1))
    one = sent(round_, texts)
    for place in range(number):
        other = sent(round_, voices.near_copy(Random(place + 9), texts))
    look()
    joyce = as_("joyce")
    for path in (page_of(one), page_of(one, other)):
        joyce.get(path)
        with queries() as counted:
            page = read(joyce, path)
        assert counted.number <= 8
    assert ("There are more." in read(joyce, page_of(one))) == (number > 10)
    assert page
