"""The pages of a reserve list: what each role sees and does there, and what they cost."""

import pytest

from portal.accounts.actions import sign_in_as
from portal.applications.models import Application
from portal.assessments import turning_down
from portal.assessments.reserve_queries import listed
from portal.db.session import action, db
from portal.funds.models import Round
from tests.assessments import builders
from tests.assessments.lists import committed, lead_of, promotion_of, promotions, told
from tests.assessments.steps import state_of
from tests.reader import form_to

BUDGET = 600_000
READERS = ("joyce", "martin", "priya", "helen")
OTHERS = ("ruth", "daniel", "leanne", "wei", "amina", "sam")


@pytest.fixture
def round_(app) -> Round:
    """A round with £6,000."""
    return builders.the_round(BUDGET)


def where(one, more: str = "") -> str:
    """The council's page of an application on the list."""
    return f"/review/applications/{one.ref}/reserve{more}"


def text(response) -> str:
    """The page as it came, with single spaces."""
    return " ".join(response.get_data(as_text=True).split())


def press(client, page: str, action: str, **typed: str):
    """Send the form of a page, with what is typed."""
    form = form_to(client.get(page).get_data(as_text=True), action)
    return client.post(action, data={**form.fields, **typed})


def home_of(one, as_):
    """The lead of its organisation, signed in."""
    client = as_("sam")
    client.set_cookie("signed-in", sign_in_as(lead_of(one).email, own_device=False, client="Tests"))
    return client


def test_from_the_partner_to_the_second_letter(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    lead, away = home_of(first, as_), f"/applications/{first.ref}/decision/turn-down"
    assert away in text(lead.get(f"/applications/{first.ref}/decision"))
    assert "£6,000" in text(lead.get(away))
    assert press(lead, away, away, because="We found other money.").status_code == 303
    after = text(lead.get(f"/applications/{first.ref}/decision"))
    assert ("You gave it up" in after, away in after, "grant agreement" in after) == (True, False, False)

    joyce, martin = as_("joyce"), as_("martin")
    assert "Money came free, and this is the next" in text(joyce.get(where(next_)))
    assert press(joyce, where(next_), where(next_)).status_code == 303
    assert "Somebody else has to confirm it" in text(joyce.get(where(next_)))
    assert press(martin, where(next_), where(next_, "/confirm")).status_code == 303
    assert "on our reserve list" in text(home_of(next_, as_).get(f"/applications/{next_.ref}/decision"))
    assert press(martin, where(next_), where(next_, "/release")).status_code == 303
    told_now = text(home_of(next_, as_).get(f"/applications/{next_.ref}/decision"))
    assert "We are glad to say yes" in told_now
    assert "Money has become free" in told_now
    assert "What they were told before" in text(martin.get(where(next_)))
    assert (state_of(next_), committed()) == ("funded", 200_000)


def test_who_may_read_and_who_may_not(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    for page in (where(next_), f"/review/rounds/{round_.code}/reserve"):
        assert {as_(who).get(page).status_code for who in READERS} == {200}
        assert {as_(who).get(page).status_code for who in OTHERS} == {403}
    assert "<form" not in as_("helen").get(where(next_)).get_data(as_text=True).split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("who", ["amina", "joyce", "sam"])
def test_nobody_else_finds_an_offer_to_turn_down(round_, cast, as_, who) -> None:
    [first], _ = told(round_, cast, [BUDGET], [])
    assert as_(who).get(f"/applications/{first.ref}/decision/turn-down").status_code in (403, 404)
    assert state_of(first) == "funded"


def test_nothing_is_offered_that_cannot_be_turned_down(round_, cast, as_) -> None:
    [first], _ = told(round_, cast, [BUDGET], [])
    lead = home_of(first, as_)
    turning_down.turn_down(first, by=lead_of(first))
    answer = lead.get(f"/applications/{first.ref}/decision/turn-down")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/applications/{first.ref}/decision")


def test_too_long_a_reason_is_kept_on_the_page(round_, cast, as_) -> None:
    [first], _ = told(round_, cast, [BUDGET], [])
    away = f"/applications/{first.ref}/decision/turn-down"
    answer = press(home_of(first, as_), away, away, because="why " * 101)
    assert (answer.status_code, state_of(first)) == (422, "funded")
    assert "why why why" in text(answer)


def test_a_proposal_without_its_letter_is_sent_back_with_all_that_was_typed(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    answer = press(as_("joyce"), where(next_), where(next_), letter="No decision in it.", reasons="My own reasons.")
    assert answer.status_code == 422
    assert "My own reasons." in text(answer)
    assert "No decision in it." in text(answer)
    assert promotion_of(next_).state == "suggested"


def test_two_who_adopt_it_the_second_is_told_and_keeps_the_words(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    martin = as_("martin")
    form = form_to(martin.get(where(next_)).get_data(as_text=True), where(next_))
    press(as_("joyce"), where(next_), where(next_))
    answer = martin.post(where(next_), data={**form.fields, "reasons": "Words of Martin's."})
    assert answer.status_code == 409
    assert "Somebody else changed this decision" in text(answer)
    assert "Words of Martin" in text(answer)
    assert promotion_of(next_).proposed_by == cast["joyce"].person_id


def test_a_confirmation_of_what_changed_meanwhile_is_refused(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    press(as_("joyce"), where(next_), where(next_))
    martin = as_("martin")
    form = form_to(martin.get(where(next_)).get_data(as_text=True), where(next_, "/confirm"))
    press(as_("joyce"), where(next_), where(next_), reasons="Other reasons.")
    assert martin.post(where(next_, "/confirm"), data=form.fields).status_code == 409
    assert promotion_of(next_).state == "proposed"


def test_leaving_it_on_the_list_needs_a_reason(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    joyce, away = as_("joyce"), where(next_, "/pass-over")
    assert press(joyce, where(next_), away).status_code == 422
    assert press(joyce, where(next_), away, why="Their hall has closed.").status_code == 303
    assert promotion_of(next_).dropped_because == "Their hall has closed."
    assert f"{first.ref}/reserve/seen" in text(joyce.get(f"/review/rounds/{round_.code}/reserve"))


def test_the_list_and_the_panel_say_the_place(round_, cast, as_) -> None:
    _, [one, two] = told(round_, cast, [BUDGET], [100_000, 100_000])
    joyce, page = as_("joyce"), f"/review/rounds/{round_.code}/reserve"
    assert press(joyce, page, where(two, "/first")).status_code == 303
    listed = text(joyce.get(page))
    assert listed.index(two.title) < listed.index(one.title)
    assert "put here by the panel" in listed
    panel = text(joyce.get(f"/review/rounds/{round_.code}/panel"))
    assert (
        panel.index(one.title) < panel.index("Place 2 on the reserve list") < panel.index("Place 1 on the reserve list")
    )


def test_what_is_left_decides_what_can_be_proposed(round_, cast, as_) -> None:
    _, [fits, dear] = told(round_, cast, [500_000], [100_000, 100_001])
    joyce = as_("joyce")
    assert "It asks for £1,000.01, and £1,000 is left." in text(joyce.get(where(dear)))
    assert press(joyce, where(fits), where(fits)).status_code == 303
    assert [each.application_id for each in promotions()] == [fits.id]


def test_a_list_of_thirty_asks_no_more_than_one_of_one_and_is_paged(round_, cast, as_, queries) -> None:
    client, asked = as_("joyce"), []
    [first], _ = told(builders.the_round(9_000_000), cast, [BUDGET], [100_000])
    turning_down.turn_down(first, by=lead_of(first))
    for more in (0, 30):
        with action():
            for _ in range(more):
                builders.stand(builders.application(round_, state="reserved"), 300)
        for page in (f"/review/rounds/{round_.code}/reserve", where(promotion())):
            client.get(page)
            with queries() as counted:
                assert client.get(page).status_code == 200
            asked.append(len(counted.statements))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 8
    first_page = client.get(f"/review/rounds/{round_.code}/reserve").get_data(as_text=True)
    assert 'rel="next"' in first_page


def promotion():
    """The application that the portal proposes."""
    return db.session.get_one(Application, promotions()[0].application_id)


def test_all_pages_of_a_list_hold_each_of_it_once_and_back(round_, cast) -> None:
    from_top, back, after = [], [], None
    with action():
        for number in range(60):
            builders.stand(builders.application(round_, state="reserved"), 300 + number % 3)
    while True:
        page = listed(round_, cast["joyce"], after=after)
        from_top.append([row.id for row in page.rows])
        after = page.after
        if after is None:
            break
    before = page.before
    while before:
        page = listed(round_, cast["joyce"], before=before)
        back.insert(0, [row.id for row in page.rows])
        before = page.before
    assert sum(map(len, from_top)) == len({id for page in from_top for id in page}) == 60
    assert back == from_top[:-1]
