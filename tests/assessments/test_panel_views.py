"""The panel's pages: what they show, to whom, what they cost, and what each press does."""

import pytest

from portal.assessments import decisions, notices, weighing
from portal.assessments.models import Conflict
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.places.models import Ward
from tests.assessments import builders
from tests.assessments.builders import LETTER, WORDS
from tests.reader import form_to

PANEL = f"/review/rounds/{builders.ROUND}/panel"
LETTERS = f"/review/rounds/{builders.ROUND}/letters"
RELEASE = f"{LETTERS}/release"
APPROVERS = ("joyce", "martin")
READERS = (*APPROVERS, "priya", "colin", "helen")
OTHERS = ("ruth", "daniel", "hannah", "leanne", "philippa", "imran", "wei", "amina", "tom", "marcia", "sam")


def decision_path(one) -> str:
    """Where its decision is."""
    return f"/review/applications/{one.ref}/decision"


def text(response) -> str:
    """The page as it came, with single spaces."""
    return " ".join(response.get_data(as_text=True).split())


def in_conflict(key: str, one, cast) -> None:
    """That person said so."""
    with action() as session:
        session.add(
            Conflict(
                round_id=one.round_id,
                person_id=cast[key].person_id,
                organisation_id=one.organisation_id,
                source="declared",
                declared_at=utc_now(),
            )
        )


# --- The ranking ---


def test_the_ranking_shows_money_scores_and_where_the_budget_ends(app, cast, as_) -> None:
    round_ = builders.the_round(1_000_000)
    first, second = builders.scored(round_, [600_000, 500_000])
    decisions.propose(first, "part_fund", 550_000, *WORDS, by=cast["joyce"])
    page = text(as_("joyce").get(PANEL))
    assert '<strong class="n">£10,000</strong> budget' in page
    assert '<strong class="n">£5,500</strong> proposed so far' in page
    assert '<strong class="n">£4,500</strong> left' in page
    assert "2 of 2" in page
    assert page.index(first.title) < page.index("The budget of £10,000 ends here") < page.index(second.title)
    assert '<td class="n">£11,000</td>' in page
    assert "Fund in part: £5,500" in page
    assert "Waits for a second approver" in page
    assert "No proposal yet" in page
    assert "of it confirmed" in page
    assert "Look closely: scores lie far apart" not in page
    assert "Fund: within the budget line" in page
    assert "Fund in part: the budget ends here" in page


def test_when_all_fit_the_line_says_so_at_the_end(app, as_) -> None:
    builders.scored(builders.the_round(9_000_000), [600_000])
    assert "All of them together stay within the budget of £90,000" in text(as_("joyce").get(PANEL))


def test_an_empty_ranking_says_what_will_be_here(app, as_) -> None:
    assert "Nothing is ready for the panel yet" in text(as_("joyce").get(PANEL))


def test_the_ranking_costs_the_same_for_one_and_for_thirty(app, as_, queries) -> None:
    round_ = builders.the_round(9_000_000)
    joyce = as_("joyce")
    builders.scored(round_, [300_000])
    with queries() as one:
        assert joyce.get(PANEL).status_code == 200
    builders.scored(round_, [300_000] * 29)
    with queries() as thirty:
        page = joyce.get(PANEL)
    assert thirty.number <= one.number <= 8
    assert "Further down the list" in text(page)


def test_the_running_total_goes_on_over_the_page(app, as_) -> None:
    builders.scored(builders.the_round(9_000_000), [100_000] * 30)
    joyce = as_("joyce")
    first = joyce.get(PANEL)
    after = first.get_data(as_text=True).split("after=")[1].split('"')[0]
    second = text(joyce.get(f"{PANEL}?after={after}"))
    assert "£25,000</td>" in text(first)
    assert "£26,000</td>" not in text(first)
    assert "£26,000</td>" in second
    assert "£30,000</td>" in second


def test_the_red_line_is_spoken_of_where_it_is(app, as_) -> None:
    builders.scored(builders.the_round(2_600_000), [100_000] * 30)
    joyce, line, elsewhere = as_("joyce"), "The red line shows where it ends.", "It ends on another page of this list."
    first = text(joyce.get(PANEL))
    after = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = text(joyce.get(after))
    assert [[words in page for words in (line, elsewhere, "ends here")] for page in (first, second)] == [
        [False, True, False],
        [True, False, True],
    ]


def test_the_panel_paper_has_all_rows_and_no_buttons(app, as_) -> None:
    builders.scored(builders.the_round(9_000_000), [100_000] * 30)
    page = text(as_("joyce").get(f"{PANEL}?print=1"))
    assert "£30,000</td>" in page
    assert "Panel paper to print" not in page


@pytest.mark.parametrize("key", READERS)
def test_who_reads_the_panel(app, as_, key) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    client = as_(key)
    assert [client.get(path).status_code for path in (PANEL, LETTERS, decision_path(one))] == [200, 200, 200]


@pytest.mark.parametrize("key", OTHERS)
def test_to_everybody_else_it_is_closed(app, as_, key) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    client = as_(key)
    paths = (PANEL, LETTERS, RELEASE, decision_path(one))
    assert [client.get(path).status_code for path in paths] == [403] * 4


def test_somebody_in_conflict_sees_nothing_of_it_anywhere(app, cast, as_) -> None:
    round_ = builders.the_round(1_000_000)
    mine, other = builders.scored(round_, [300_000, 200_000])
    for one in (mine, other):
        decisions.confirm(decisions.propose(one, "fund", None, *WORDS, by=cast["martin"]), by=builders.approver("Else"))
    in_conflict("joyce", mine, cast)
    joyce = as_("joyce")
    pages = [text(joyce.get(path)) for path in (PANEL, f"{PANEL}?print=1", LETTERS, RELEASE, decision_path(other))]
    assert [mine.title in page or mine.ref in page or "£3,000" in page for page in pages] == [False] * 5
    assert "£5,000" not in "".join(pages)
    assert "Release 1 letter" in pages[3]
    assert "You have a conflict of interest with an applicant in this round" in pages[0]
    hidden, nothing = joyce.get(decision_path(mine)), joyce.get("/review/applications/GC-0000-0000-00/decision")
    assert (hidden.status_code, nothing.status_code) == (404, 404)


# --- One decision ---


def test_the_decision_page_has_scores_reasons_and_evidence(app, cast, as_) -> None:
    round_ = builders.the_round()
    ward = db.session.query(Ward).order_by(Ward.deprived_people.desc()).first()
    with action():
        one = builders.application(round_, wards={ward.code: 40})
        builders.stand(one, 433, 400, 500)
        builders.read(one, cast["daniel"].person_id, 4)
        builders.read(one, cast["hannah"].person_id, 5, is_third=True)
    page = text(as_("joyce").get(decision_path(one)))
    assert "4.33" in page
    assert f"Costs: 4 from reader {cast['daniel'].person_id}." in page
    assert "Daniel Kowalski" in page
    assert ward.name.replace("&", "&amp;") in page
    assert f"About {round(100 * ward.deprived_people / ward.people)}% of the people named are likely" in page
    assert "[the decision]" in page
    assert f"- Need and furthest first: Need and furthest first: 5 from reader {cast['hannah'].person_id}." in page


@pytest.mark.parametrize("state", [None, "proposed", "returned", "confirmed", "released"])
def test_the_decision_page_costs_no_more_than_eight(app, cast, as_, queries, state) -> None:
    round_ = builders.the_round()
    [one] = builders.scored(round_, [300_000], readers=[cast["daniel"].person_id, cast["hannah"].person_id])
    with action():
        weighing.weigh([one.id])
    if state:
        decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    if state == "returned":
        decisions.send_back(decision, "Why?", by=cast["martin"])
    if state in ("confirmed", "released"):
        decisions.confirm(decision, by=cast["martin"])
    if state == "released":
        decisions.release(round_, by=cast["martin"])
    martin = as_("martin")
    with queries() as counted:
        assert martin.get(decision_path(one)).status_code == 200
    assert counted.number <= 8


def test_a_proposal_says_at_once_what_is_left(app, as_, send) -> None:
    [one] = builders.scored(builders.the_round(1_000_000), [300_000])
    joyce = as_("joyce")
    typed = {"outcome": "part_fund", "amount": "£2,500", "reasons": "Good.", "letter": LETTER}
    answer = send(joyce, decision_path(one), typed, action=decision_path(one))
    assert (answer.status_code, answer.location) == (303, decision_path(one))
    page = text(joyce.get(decision_path(one)))
    assert "Proposed: Fund in part. £7,500 is left in the budget. Now somebody else has to confirm it." in page
    assert "You proposed this decision. Somebody else has to confirm it." in page
    assert f"{decision_path(one)}/confirm" not in page
    [decision] = builders.decisions()
    assert (decision.amount_pence, decision.outcome) == (250_000, "part_fund")


def test_the_same_form_twice_is_one_proposal(app, as_) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    joyce = as_("joyce")
    form = form_to(joyce.get(decision_path(one)).get_data(as_text=True), decision_path(one))
    data = form.fields | {"outcome": "fund", "reasons": "Good."}
    answers = [joyce.post(decision_path(one), data=data) for _ in range(2)]
    assert [(each.status_code, each.location) for each in answers] == [(303, decision_path(one))] * 2
    assert [decision.version for decision in builders.decisions()] == [1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose what you propose."),
        ({"outcome": "part_fund"}, "Enter how much of it to fund, in pounds."),
        ({"outcome": "part_fund", "amount": "lots"}, "Enter an amount in pounds, like £1,250."),
        ({"outcome": "part_fund", "amount": "£0.50"}, "Enter £1 or more."),
        ({"outcome": "fund"}, "That takes £3,000, and £2,000 is left in the budget."),
        ({"outcome": "decline", "reasons": ""}, "Give the reasons, in words for the partner."),
        ({"outcome": "decline", "reasons": "word " * 151}, "Use 150 words or fewer. There are 151 now."),
        ({"outcome": "decline", "letter": "No."}, "Put [the decision] where the letter should say the decision."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(app, as_, send, typed, said) -> None:
    [one] = builders.scored(builders.the_round(200_000), [300_000])
    answer = send(as_("joyce"), decision_path(one), {"reasons": "Kept.", **typed}, action=decision_path(one))
    page = text(answer)
    assert answer.status_code == 422
    assert page.count(said) == 2
    assert "<title>Error:" in page
    assert typed.get("reasons", "Kept.").strip() in page
    assert typed.get("amount", "") in page
    assert builders.decisions() == []


def test_an_amount_left_over_from_another_choice_does_not_matter(app, as_, send) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    typed = {"outcome": "decline", "amount": "lots", "reasons": "Not this time."}
    assert send(as_("joyce"), decision_path(one), typed, action=decision_path(one)).status_code == 303


def test_the_later_of_two_proposals_is_told_and_keeps_its_words(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    joyce = as_("joyce")
    form_read_before = joyce.get(decision_path(one)).get_data(as_text=True)
    decisions.propose(one, "decline", None, *WORDS, by=cast["martin"])
    form = form_to(form_read_before, decision_path(one))
    answer = joyce.post(decision_path(one), data=form.fields | {"outcome": "fund", "reasons": "My words."})
    page = text(answer)
    assert answer.status_code == 409
    assert "Somebody else changed this decision while you had it open." in page
    assert "My words." in page
    again = form_to(answer.get_data(as_text=True), decision_path(one))
    assert again.fields["version"] == ["1"]
    assert joyce.post(decision_path(one), data=again.fields).status_code == 303
    assert [(each.outcome, each.reasons) for each in builders.decisions()] == [("fund", "My words.")]


def test_a_second_approver_confirms_or_sends_back(app, cast, as_, send) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    martin = as_("martin")
    assert send(martin, decision_path(one), action=f"{decision_path(one)}/confirm").status_code == 303
    page = text(martin.get(decision_path(one)))
    assert "Confirmed. The partner hears nothing until the letters are released." in page
    assert "Martin Hargreaves confirmed the decision: Fund, £3,000" in page
    assert "Joyce Adeyemi proposed: Fund, £3,000" in page
    back = f"{decision_path(one)}/send-back"
    refused = send(martin, decision_path(one), {"why": ""}, action=back)
    assert (refused.status_code, text(refused).count("Say why you send it back")) == (422, 2)
    assert send(martin, decision_path(one), {"why": "Ask about wifi."}, action=back).status_code == 303
    page = text(martin.get(decision_path(one)))
    assert "Ask about wifi." in page
    assert [each.state for each in builders.decisions()] == ["returned"]


@pytest.mark.parametrize("press", ["confirm", "send-back"])
def test_a_press_on_what_has_changed_is_told(app, cast, as_, press) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decision = decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"])
    martin = as_("martin")
    form = form_to(martin.get(decision_path(one)).get_data(as_text=True), f"{decision_path(one)}/{press}")
    decisions.propose_again(decision, "part_fund", 100, *WORDS, by=cast["joyce"])
    answer = martin.post(form.action, data=form.fields | {"why": "Kept."})
    assert answer.status_code == 409
    assert "Somebody else changed this decision" in text(answer)
    assert [each.state for each in builders.decisions()] == ["proposed"]


@pytest.mark.parametrize("key", ["priya", "helen"])
def test_who_only_reads_gets_no_form_and_no_press(app, cast, as_, key) -> None:
    [one] = builders.scored(builders.the_round(), [300_000])
    decisions.confirm(decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"]), by=cast["martin"])
    client = as_(key)
    assert "<textarea" not in text(client.get(decision_path(one)))
    assert "Release" not in text(client.get(LETTERS))
    assert client.get(RELEASE).status_code == 403


def test_what_partners_wrote_is_text_and_nothing_else(app, cast, as_) -> None:
    round_ = builders.the_round()
    with action():
        evil = "<script>alert(1)</script> {{ 7*7 }} {title} %(x)s 100%"
        one = builders.application(round_, builders.organisation(evil), title=evil)
        builders.stand(one, 300)
    decisions.confirm(decisions.propose(one, "decline", None, evil, LETTER, by=cast["joyce"]), by=cast["martin"])
    for path in (PANEL, decision_path(one), LETTERS, RELEASE):
        page = as_("joyce").get(path).get_data(as_text=True)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {title} %(x)s 100%" in page


# --- The letters ---


def confirmed(cast, amounts: list[int]):
    """Decisions whose letters wait."""
    found = builders.scored(builders.the_round(9_000_000), amounts)
    for one in found:
        decisions.confirm(decisions.propose(one, "fund", None, *WORDS, by=cast["joyce"]), by=cast["martin"])
    return found


def test_every_letter_is_read_in_full_before_one_press_releases_all(app, cast, as_, send, letters) -> None:
    found = confirmed(cast, [300_000, 200_000])
    joyce = as_("joyce")
    page = text(joyce.get(LETTERS))
    assert "2 letters wait. Read them, then release them all together." in page
    for one in found:
        assert notices.decision_sentence("fund", one.title, one.amount_pence, one.amount_pence) in page
    listed = text(joyce.get(RELEASE))
    assert "2 e-mails go to their leads." in listed
    assert "(2, £5,000)" in listed
    answer = send(joyce, RELEASE, action=RELEASE)
    assert (answer.status_code, answer.location, len(letters())) == (303, LETTERS, 2)
    assert "2 letters released. They are on their way." in text(joyce.get(LETTERS))
    assert "No letter waits" in text(joyce.get(RELEASE))


def test_a_list_that_changed_is_shown_again_and_nothing_goes(app, cast, as_, letters) -> None:
    confirmed(cast, [300_000])
    joyce = as_("joyce")
    form = form_to(joyce.get(RELEASE).get_data(as_text=True), RELEASE)
    confirmed(cast, [200_000])
    answer = joyce.post(RELEASE, data=form.fields)
    assert answer.status_code == 409
    assert "The list of letters changed while you had it open." in text(answer)
    assert "Release 2 letters" in text(answer)
    assert letters() == []
    again = form_to(answer.get_data(as_text=True), RELEASE)
    assert joyce.post(RELEASE, data=again.fields).status_code == 303
    assert len(letters()) == 2


def test_letters_cost_the_same_for_one_and_for_thirty(app, cast, as_, queries) -> None:
    confirmed(cast, [1_000])
    joyce = as_("joyce")
    with queries() as one:
        joyce.get(LETTERS)
        joyce.get(RELEASE)
    confirmed(cast, [1_000] * 29)
    with queries() as thirty:
        page = joyce.get(LETTERS)
        joyce.get(RELEASE)
    assert thirty.number <= one.number <= 12
    assert "Further down the list" in text(page)


def test_an_unknown_round_is_not_there(app, as_) -> None:
    joyce = as_("joyce")
    paths = ("/review/rounds/none/panel", "/review/rounds/none/letters", "/review/rounds/none/letters/release")
    assert [joyce.get(path).status_code for path in paths] == [404] * 3
