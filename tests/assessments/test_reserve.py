"""The reserve list: money that comes free is proposed to the next, and two people decide."""

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from portal.applications.models import Application
from portal.assessments import decision_queries, promoting, ranking, report_queries, reserve_queries, turning_down
from portal.assessments.models import Conflict, Decision, Panel
from portal.assessments.reserve import PROMOTION
from portal.assessments.reserve_models import Promotion
from portal.db.session import action, db
from portal.desk import queues
from portal.desk.queues import Filters
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.permissions import PORTAL
from tests.assessments import builders
from tests.assessments.lists import SAID, committed, freed, lead_of, promotion_of, promotions, told
from tests.assessments.steps import deeds, state_of
from tests.assessments.test_decision_moves import WHO

BUDGET = 600_000


@pytest.fixture
def round_(app) -> Round:
    """A round with £6,000."""
    return builders.the_round(BUDGET)


def waits_for(who, code: str) -> list[str]:
    """What waits for somebody in a queue, by title."""
    db.session.rollback()
    return [each.title for each in queues.page_for(who, Filters(queue=code)).rows]


# --- An offer is turned down ---


def test_an_offer_that_is_turned_down_goes_to_the_next_by_two_people(round_, cast, letters) -> None:
    [first], [next_, last] = told(round_, cast, [BUDGET], [200_000, 300_000])

    turning_down.turn_down(first, "We found other money.", by=lead_of(first))

    assert (state_of(first), committed()) == ("withdrawn", 200_000)
    assert (promotion_of(next_).state, promotion_of(next_).proposed_by) == ("suggested", None)
    assert [each.promotion_id for each in freed()] == [promotion_of(next_).id]
    assert waits_for(cast["martin"], "to_promote") == [next_.title]

    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    assert (waits_for(cast["joyce"], "to_confirm_promotion"), waits_for(cast["martin"], "to_confirm_promotion")) == (
        [],
        [next_.title],
    )
    promoting.confirm(next_, by=cast["martin"], version=2)
    assert waits_for(cast["joyce"], "to_release_promotion") == [next_.title]
    before = len(letters())
    promoting.release(next_, by=cast["joyce"], version=3)

    assert (state_of(next_), state_of(last), committed()) == ("funded", "reserved", 200_000)
    [letter] = letters()[before:]
    assert (letter.to_address, letter.template) == (lead_of(next_).email, "assessments/mail/decision")
    assert "all that you asked for" in letter.text
    assert "Money came free." in letter.text
    shown = decision_queries.released_to(lead_of(next_), next_.ref).decision
    assert (shown.outcome, shown.amount_pence, shown.proposed_by) == ("fund", 200_000, cast["joyce"].person_id)
    kept = promotion_of(next_)
    assert (kept.state, kept.reasons_before) == ("released", builders.WORDS[0])
    assert "reserve list" in kept.letter_before


def test_who_turns_it_down_gets_a_letter_with_their_reason(round_, cast, letters) -> None:
    [first], _ = told(round_, cast, [BUDGET], [200_000])
    before = len(letters())
    turning_down.turn_down(first, "We found other money.", by=lead_of(first))
    [letter] = letters()[before:]
    assert (letter.to_address, letter.template) == (lead_of(first).email, "assessments/mail/turned_down")
    assert "We found other money." in letter.text


def test_a_part_that_is_turned_down_frees_just_the_part(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [450_000], part=400_000)
    turning_down.turn_down(first, by=lead_of(first))
    assert (committed(), promotion_of(next_).amount_pence) == (450_000, 450_000)


def test_nobody_gets_a_part_so_the_next_that_fits_is_proposed(round_, cast) -> None:
    [first], [dear, fits] = told(round_, cast, [BUDGET], [BUDGET + 1, BUDGET])
    turning_down.turn_down(first, by=lead_of(first))
    assert [(each.application_id, each.amount_pence) for each in promotions()] == [(fits.id, BUDGET)]
    assert state_of(dear) == "reserved"


@pytest.mark.parametrize("reserved", [[], [BUDGET + 1]])
def test_where_nobody_fits_the_panel_is_told_until_somebody_has_seen_it(round_, cast, reserved) -> None:
    [first], _ = told(round_, cast, [BUDGET], reserved)
    turning_down.turn_down(first, by=lead_of(first))
    assert (promotions(), committed()) == ([], 0)
    assert waits_for(cast["joyce"], "freed_money") == [first.title]
    promoting.see(first, by=cast["martin"])
    promoting.see(first, by=cast["joyce"])
    assert waits_for(cast["joyce"], "freed_money") == []
    assert (freed()[0].seen_by, len(deeds("see_freed"))) == (cast["martin"].person_id, 1)


def test_whoever_was_promoted_and_gives_up_makes_room_again(round_, cast) -> None:
    [first], [second, third] = told(round_, cast, [BUDGET], [400_000, 300_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(second, *SAID, by=cast["joyce"], version=1)
    promoting.confirm(second, by=cast["martin"])
    promoting.release(second, by=cast["martin"])
    turning_down.turn_down(second, by=lead_of(second))
    assert [(each.application_id, each.state) for each in promotions()] == [
        (second.id, "released"),
        (third.id, "suggested"),
    ]
    assert (committed(), [each.amount_pence for each in freed()]) == (300_000, [BUDGET, 400_000])


@pytest.mark.parametrize("state", ["suggested", "proposed", "confirmed"])
def test_whoever_leaves_the_list_meanwhile_makes_room_for_the_next(round_, cast, state) -> None:
    [first], [second, third] = told(round_, cast, [BUDGET], [400_000, 300_000])
    turning_down.turn_down(first, by=lead_of(first))
    if state != "suggested":
        promoting.adopt(second, *SAID, by=cast["joyce"], version=1)
    if state == "confirmed":
        promoting.confirm(second, by=cast["martin"])
    turning_down.turn_down(second, by=lead_of(second))
    assert [(each.application_id, each.state) for each in promotions()] == [
        (second.id, "dropped"),
        (third.id, "suggested"),
    ]
    assert (state_of(second), committed()) == ("withdrawn", 300_000)
    assert freed()[0].promotion_id == promotion_of(third).id
    assert len(deeds("leave_list")) == 1


def test_nothing_else_can_be_turned_down(round_, cast) -> None:
    for state in ("draft", "submitted", "assessing", "scored", "declined", "not_eligible", "withdrawn"):
        with action():
            one = builders.application(round_, state=state)
        with pytest.raises(WrongState):
            turning_down.turn_down(one, by=lead_of(one))


def test_only_who_leads_its_team_turns_it_down(round_, cast) -> None:
    [first], _ = told(round_, cast, [BUDGET], [])
    for who in ("amina", "joyce", "daniel"):
        with pytest.raises((NotThere, NotAllowed)):
            turning_down.turn_down(first, by=cast[who])
    assert (state_of(first), committed()) == ("funded", BUDGET)


# --- Two people, and the database itself ---


def test_one_person_cannot_do_both(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    with pytest.raises(NotAllowed):
        promoting.confirm(next_, by=cast["joyce"])
    promoting.adopt(next_, *SAID, by=cast["martin"], version=2)
    with pytest.raises(NotAllowed):
        promoting.confirm(next_, by=cast["martin"])
    promoting.confirm(next_, by=cast["joyce"])
    assert (promotion_of(next_).proposed_by, promotion_of(next_).confirmed_by) == (
        cast["martin"].person_id,
        cast["joyce"].person_id,
    )


def test_nobody_confirms_what_nobody_has_adopted(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    with pytest.raises(WrongState):
        promoting.confirm(next_, by=cast["joyce"])
    assert promotion_of(next_).state == "suggested"


WRONG = (
    {"state": "confirmed", "confirmed_by": "joyce"},
    {"state": "confirmed", "proposed_by": "joyce", "confirmed_by": "joyce"},
    {"state": "released", "proposed_by": "joyce", "confirmed_by": "joyce", "told_before_at": True, "ended_at": True},
    {"state": "proposed"},
    {"state": "suggested", "proposed_by": "joyce"},
    {"state": "dropped"},
    {"state": "suggested", "amount_pence": 0},
)


def test_the_database_refuses_it_too(round_, cast) -> None:
    _, [one] = told(round_, cast, [BUDGET], [200_000])
    id, there, joyce, now = one.id, round_.id, cast["joyce"].person_id, utc_now()
    for wrong in WRONG:
        row = {"ref": "P-1", "application_id": id, "round_id": there, "amount_pence": 1, "since": now}
        row |= {"reasons": "", "letter": "", "version": 1}
        row |= {name: joyce if said == "joyce" else now if said is True else said for name, said in wrong.items()}
        row |= {f"{verb}ed_at": now for verb in ("propos", "confirm") if row.get(f"{verb}ed_by")}
        with pytest.raises(IntegrityError):
            db.session.execute(insert(Promotion).values(**row))
        db.session.rollback()


def test_the_database_holds_one_open_promotion_each(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    there = promotion_of(next_)
    columns = {each.key: getattr(there, each.key) for each in Promotion.__table__.columns if each.key != "id"}
    with pytest.raises(IntegrityError):
        db.session.execute(insert(Promotion).values({**columns, "ref": "P-2"}))
    db.session.rollback()


def in_state(state: str, round_, cast, second) -> Application:
    """An application whose promotion is in that state."""
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    if state != "suggested":
        promoting.adopt(next_, *SAID, by=second, version=1)
    if state in ("confirmed", "released"):
        promoting.confirm(next_, by=cast["martin"])
    if state == "released":
        promoting.release(next_, by=second)
    if state == "dropped":
        promoting.pass_over(next_, "Not now.", by=second)
    return next_


@pytest.mark.parametrize("state", PROMOTION.codes())
def test_every_move_by_every_role_from_every_state(round_, cast, state) -> None:
    second = builders.approver("Second")
    one = in_state(state, round_, cast, second)
    version = promotion_of(one).version
    for move in PROMOTION.moves:
        for role, key in WHO.items():
            by = cast[key]
            acts = {
                "adopt": lambda by=by: promoting.adopt(one, *SAID, by=by, version=version),
                "confirm": lambda by=by: promoting.confirm(one, by=by, version=version),
                "release": lambda by=by: promoting.release(one, by=by, version=version),
                "pass_over": lambda by=by: promoting.pass_over(one, "Not now.", by=by, version=version),
            }
            if move.name not in acts or (role == "approver" and state in move.from_):
                continue
            with pytest.raises((NotAllowed, NotThere, WrongState, Clash)):
                acts[move.name]()
            assert (promotion_of(one).state, promotion_of(one).version) == (state, version)


# --- Passing over, and another order ---


def test_who_is_passed_over_stays_on_the_list_and_the_next_is_proposed(round_, cast) -> None:
    [first], [second, third] = told(round_, cast, [BUDGET], [400_000, 300_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.pass_over(second, "Their hall has closed.", by=cast["joyce"], version=1)
    assert [(each.application_id, each.state) for each in promotions()] == [
        (second.id, "dropped"),
        (third.id, "suggested"),
    ]
    promoting.pass_over(third, "Theirs too.", by=cast["joyce"])
    assert (state_of(second), state_of(third), committed(), freed()[0].promotion_id) == (
        "reserved",
        "reserved",
        0,
        None,
    )
    assert waits_for(cast["martin"], "freed_money") == [first.title]


def test_who_was_passed_over_is_proposed_again_once_put_first(round_, cast) -> None:
    [first, other], [second] = told(round_, cast, [300_000, 300_000], [100_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.pass_over(second, "Not now.", by=cast["joyce"])
    promoting.put_first(second, by=cast["joyce"])
    turning_down.turn_down(other, by=lead_of(other))
    assert [each.state for each in promotions()] == ["dropped", "suggested"]


def test_the_order_is_by_points_until_an_approver_sets_another(round_, cast) -> None:
    [first], [one, two, three] = told(round_, cast, [BUDGET], [100_000] * 3)
    assert [row.id for row in reserve_queries.listed(round_, cast["joyce"]).rows] == [one.id, two.id, three.id]
    promoting.put_first(two, by=cast["joyce"])
    promoting.put_first(three, by=cast["martin"])
    assert [row.id for row in reserve_queries.listed(round_, cast["joyce"]).rows] == [three.id, two.id, one.id]
    assert reserve_queries.places_of(round_, cast["joyce"], [one.id, three.id, first.id]) == {one.id: 3, three.id: 1}
    turning_down.turn_down(first, by=lead_of(first))
    assert promotions()[0].application_id == three.id
    assert [deed.actor_id for deed in deeds("put_first")] == [cast["joyce"].person_id, cast["martin"].person_id]


def test_an_approver_proposes_another_one_where_money_is_left(round_, cast) -> None:
    _, [one, two] = told(round_, cast, [400_000], [200_000, 200_000])
    promoting.adopt(two, *SAID, by=cast["joyce"])
    assert (promotion_of(two).state, committed()) == ("proposed", BUDGET)
    with pytest.raises(Invalid) as error:
        promoting.adopt(one, *SAID, by=cast["joyce"])
    assert "£0 is left" in str(error.value.errors["letter"])
    assert committed() == BUDGET


def test_a_proposal_says_why_and_its_letter_says_the_decision(round_, cast) -> None:
    _, [one] = told(round_, cast, [400_000], [200_000])
    for reasons, letter, field in (("", SAID[1], "reasons"), ("Why", "", "letter"), ("Why", "No mark", "letter")):
        with pytest.raises(Invalid) as error:
            promoting.adopt(one, reasons, letter, by=cast["joyce"])
        assert set(error.value.errors) == {field}


def test_who_has_read_something_else_is_told(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    for act in (
        lambda: promoting.adopt(next_, *SAID, by=cast["joyce"]),
        lambda: promoting.adopt(next_, *SAID, by=cast["joyce"], version=9),
        lambda: promoting.pass_over(next_, "Why", by=cast["joyce"], version=9),
    ):
        with pytest.raises(Clash):
            act()


# --- Conflicts of interest, and figures ---


def test_a_conflict_of_interest_hides_it_everywhere(round_, cast, as_) -> None:
    [first], [next_, other] = told(round_, cast, [BUDGET], [200_000, 100_000])
    turning_down.turn_down(first, by=lead_of(first))
    made = {"source": "declared", "declared_at": utc_now(), "person_id": cast["joyce"].person_id}
    with action() as session:
        session.add(Conflict(round_id=round_.id, organisation_id=next_.organisation_id, **made))
    joyce, client = cast["joyce"], as_("joyce")
    assert waits_for(joyce, "to_promote") == []
    assert [row.id for row in reserve_queries.listed(round_, joyce).rows] == [other.id]
    assert reserve_queries.summary(round_, joyce) == reserve_queries.Summary(1, None, 1)
    assert ranking.figures(round_, joyce).proposed == 0
    for act in (promoting.confirm, promoting.release, promoting.put_first):
        with pytest.raises(NotThere):
            act(next_, by=joyce)
    assert client.get(f"/review/applications/{next_.ref}/reserve").status_code == 404
    page = client.get(f"/review/rounds/{round_.code}/reserve").get_data(as_text=True)
    assert next_.title not in page
    assert "left in the budget" not in page
    assert next_.title not in client.get(f"/review/rounds/{round_.code}/panel").get_data(as_text=True)


def test_what_the_panel_has_promised_is_what_its_pages_say(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    figures = [ranking.figures(round_, cast["martin"]).proposed]
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    promoting.confirm(next_, by=cast["martin"])
    figures.append(ranking.figures(round_, cast["martin"]).proposed)
    promoting.release(next_, by=cast["martin"])
    figures.append(ranking.figures(round_, cast["martin"]).proposed)
    assert figures == [200_000] * 3
    assert reserve_queries.summary(round_, cast["martin"]).left == BUDGET - 200_000


def test_the_report_counts_who_has_the_money_and_the_first_letter(round_, cast) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    promoting.confirm(next_, by=cast["martin"])
    promoting.release(next_, by=cast["martin"])
    first_told = promotion_of(next_).told_before_at
    with action() as session:
        session.execute(
            update(Decision).where(Decision.application_id == next_.id).values(released_at=utc_now().replace(year=2099))
        )
    found = report_queries.report_of(round_, cast["helen"])
    assert (found.counts.applied, found.counts.funded, found.counts.granted) == (2, 1, 200_000)
    assert found.states == {"funded": 1, "withdrawn": 1}
    assert found.days.longest_from_sending == 0
    assert first_told is not None


def test_a_budget_that_was_cut_meanwhile_pays_for_nobody(round_, cast) -> None:
    [first, _], [next_] = told(round_, cast, [300_000, 300_000], [200_000])
    builders.the_round(400_000)
    turning_down.turn_down(first, by=lead_of(first))
    assert (promotions(), committed()) == ([], 300_000)
    assert db.session.scalars(select(Panel.budget_pence)).one() == 400_000
    assert state_of(next_) == "reserved"


def test_history_tells_it_and_veils_it(round_, cast, as_) -> None:
    [first], [next_] = told(round_, cast, [BUDGET], [200_000])
    turning_down.turn_down(first, by=lead_of(first))
    promoting.adopt(next_, *SAID, by=cast["joyce"], version=1)
    said = as_("helen").get("/history?kind=promotion").get_data(as_text=True)
    assert "The portal proposed to fund it with money that came free: £2,000" in said
    veiled = as_("wei").get("/history?kind=promotion").get_data(as_text=True)
    assert "£2,000" not in veiled
    assert "proposed somebody from a reserve list" in veiled
    whole = as_("wei").get("/history?kind=application").get_data(as_text=True)
    assert "turned the offer down" not in whole
    assert next(each for each in deeds("suggest")).actor_id == PORTAL.person_id
