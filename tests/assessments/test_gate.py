"""Passing, failing and asking on the lines of a gate, as verbs: what is kept, who may, and what holds one."""

import pytest
from sqlalchemy import update

from portal.applications import actions as applications
from portal.applications.models import Application
from portal.assessments import actions, triaging
from portal.assessments.diligence import ASK, FAIL, PASS, READ_FIRST, REASONS, SAY_WHAT, SAY_WHY, Kept, Mark, Typed
from portal.assessments.models import CheckMark
from portal.db.session import action, db
from portal.funds.queries import form_of
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.organisations.models import Organisation
from tests.assessments import builders, gates, steps

PEOPLE, COUPLE = "check-people", "Jo and Sam are a couple."
NOT_RELATED = "Two people have to answer for the grant who are not related and do not live together."


@pytest.fixture
def one(app) -> Application:
    """An application at which nobody has looked, and whose partner answered every rule as they must."""
    [found] = steps.sent(steps.closed_round(), is_checked=False)
    answer(found, {})
    return found


def answer(application: Application, wrong: dict[str, str]) -> None:
    """What the partner said before they started: all right, but for these."""
    rules = form_of(application.round_id, application.form_number).eligibility
    right = {rule.code: rule.right_answer for rule in rules}
    with action() as session:
        session.execute(
            update(Application).where(Application.id == application.id).values(eligibility={**right, **wrong})
        )


def refusal(application: Application, by) -> str:
    """Why an application may not go on."""
    with pytest.raises(Invalid) as refused:
        actions.find_eligible(application, by=by)
    assert set(refused.value.errors) == {"outcome"}
    assert steps.state_of(application) == "submitted"
    return str(refused.value.errors["outcome"])


def test_nothing_goes_on_until_somebody_has_looked_at_every_line(one, cast, letters) -> None:
    before = len(letters())
    sentence = refusal(one, cast["joyce"])
    assert sentence.startswith("It can go on once every line passes. Nobody has looked at: “Our own check of")
    assert "Two people answer for it" in sentence
    gates.passed(one, cast["joyce"])
    actions.find_eligible(one, by=cast["joyce"])
    assert (steps.state_of(one), len(letters())) == ("assessing", before + 1)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(FAIL, COUPLE), "Failed: “Two people answer"),
        (Mark(ASK, COUPLE), "To ask the partner: “Two people answer"),
        (Mark("", COUPLE), "Nobody has looked at: “Two people answer"),
    ],
    ids=["failed", "to ask", "only a note"],
)
def test_one_line_that_does_not_pass_holds_it_and_is_named(one, cast, mark: Mark, words: str) -> None:
    gates.passed(one, cast["joyce"])
    gates.found(one, cast["martin"], page="another", check__people=mark)
    assert refusal(one, cast["joyce"]) == (
        f"It can go on once every line passes. {words} for it who are not related and do not live together”."
    )


def test_what_the_partner_said_passes_until_an_officer_knows_better(one, cast) -> None:
    gates.passed(one, cast["joyce"])
    assert {line for line in gates.kept(one) if line.startswith("rule-")} == set()
    gates.found(one, cast["joyce"], rule__area=Mark(FAIL, "The records say Wakefield."))
    assert "Failed: “Will the people you help live in" in refusal(one, cast["joyce"])
    gates.found(one, cast["martin"], page="another", rule__area=Mark(PASS))
    actions.find_eligible(one, by=cast["joyce"])


@pytest.mark.parametrize(("said", "word"), [("no", "Failed"), ("", "Nobody has looked at")])
def test_a_wrong_answer_and_none_hold_it_without_a_mark(one, cast, said: str, word: str) -> None:
    gates.passed(one, cast["joyce"])
    answer(one, {"area": said})
    assert f"{word}: “Will the people you help live in" in refusal(one, cast["joyce"])


def test_a_number_that_comes_later_is_a_line_more(one, cast) -> None:
    gates.passed(one, cast["joyce"])
    assert "check-number" not in gates.kept(one)
    with action() as session:
        home = session.get_one(Organisation, one.organisation_id)
        home.charity_number = "1990661"
    assert "“Its number is in the public register" in refusal(one, cast["joyce"])


def test_what_is_marked_is_kept_with_who_and_what_stood_there_before(one, cast) -> None:
    gates.found(one, cast["joyce"], check__people=Mark(ASK, "Do Jo and Sam"))
    gates.found(one, cast["joyce"], check__people=Mark(ASK, "Do Jo and Sam share a home?"))
    gates.found(one, cast["martin"], page="another", check__people=Mark(FAIL, COUPLE))
    gates.found(one, cast["martin"], page="another", check__people=Mark(PASS))
    joyce, martin = cast["joyce"].person_id, cast["martin"].person_id
    assert [(row.version, row.marked_by, row.verdict, row.note) for row in gates.rows(one)] == [
        (1, joyce, ASK, "Do Jo and Sam share a home?"),
        (2, martin, FAIL, COUPLE),
        (3, martin, PASS, ""),
    ]
    told = [(deed.actor_id, deed.facts) for deed in steps.deeds("mark_line")]
    assert told == [
        (who, {"kind": "check", "line": "people", "verdict": verdict})
        for who, verdict in ((joyce, ASK), (martin, FAIL), (martin, PASS))
    ]


def test_two_officers_never_write_over_each_other(one, cast) -> None:
    fresh = gates.fresh(one, check__people=Mark(FAIL, COUPLE), check__uses=Mark(PASS))
    gates.found(one, cast["martin"], page="Martin's", check__people=Mark(PASS, "I rang them."))
    saved = triaging.save_lines(one, fresh, "Joyce's", by=cast["joyce"])
    assert (saved.written, set(saved.clashes)) == (["check-uses"], {PEOPLE})
    assert gates.kept(one)[PEOPLE] == (PASS, "I rang them.")
    stamp = saved.kept[PEOPLE].stamp()
    chosen = {PEOPLE: Typed(Mark(FAIL, COUPLE), stamp, "mine")}
    saved = triaging.save_lines(one, chosen, "Joyce's", by=cast["joyce"])
    assert (saved.is_whole, saved.settled) == (True, [PEOPLE])
    assert gates.kept(one)[PEOPLE] == (FAIL, COUPLE)


def test_a_clash_holds_the_verdict_and_keeps_all_else(one, cast, letters) -> None:
    sheet, before = gates.whole(one), len(letters())
    gates.failed(one, cast["martin"])
    saved = triaging.let_on(one, sheet, "Joyce's", by=cast["joyce"])
    assert set(saved.clashes) == {PEOPLE}
    assert (steps.state_of(one), len(letters())) == ("submitted", before)
    assert {verdict for line, (verdict, _) in gates.kept(one).items() if line != PEOPLE} == {PASS}


def test_saved_and_sent_on_in_one_go(one, cast) -> None:
    assert triaging.let_on(one, gates.whole(one), "a page", by=cast["joyce"]).is_whole
    assert steps.state_of(one) == "assessing"


def test_who_sends_on_what_does_not_pass_is_told_and_keeps_what_they_marked(one, cast) -> None:
    sheet = gates.whole(one) | gates.fresh(one, check__people=Mark(FAIL))
    saved = triaging.let_on(one, sheet, "a page", by=cast["joyce"])
    assert set(saved.wrong) == {"outcome", f"note-{PEOPLE}"}
    assert (steps.state_of(one), gates.kept(one)[PEOPLE]) == ("submitted", (FAIL, ""))


def turn_down(application, by, reasons: str, *, as_begun: bool = True, **marks: Mark):
    """Press "not eligible" with these marks on the page."""
    sheet = gates.fresh(application, **marks)
    return triaging.turn_down(application, sheet, "a page", reasons, as_begun=as_begun, by=by)


@pytest.mark.parametrize(("verdict", "sentence"), [(FAIL, SAY_WHY), (ASK, SAY_WHAT)])
def test_nobody_hears_of_a_failed_line_without_a_note(one, cast, verdict: str, sentence) -> None:
    saved = turn_down(one, cast["joyce"], "Kindly: no.", as_begun=False, check__people=Mark(verdict))
    assert saved.wrong == {f"note-{PEOPLE}": sentence}
    assert steps.state_of(one) == "submitted"


def test_reasons_that_follow_from_what_failed_are_read_before_they_are_sent(one, cast, letters) -> None:
    before = len(letters())
    saved = turn_down(one, cast["joyce"], "", check__people=Mark(FAIL, COUPLE))
    assert (saved.wrong, len(letters())) == ({REASONS: READ_FIRST}, before)
    assert turn_down(one, cast["joyce"], f"{NOT_RELATED} {COUPLE}").is_whole
    assert one.outcome_reasons == f"{NOT_RELATED} {COUPLE}"
    assert letters()[-1].text.count(f"{NOT_RELATED} {COUPLE}") == 1


def test_what_failed_since_the_page_was_opened_is_shown_before_it_is_sent(one, cast) -> None:
    gates.failed(one, cast["martin"], why=COUPLE)
    saved = turn_down(one, cast["joyce"], f"{NOT_RELATED} {COUPLE}", rule__area=Mark(FAIL, "It is in Wakefield."))
    assert saved.wrong == {REASONS: READ_FIRST}
    changed = turn_down(one, cast["joyce"], "We cannot go on. Please ring us.", as_begun=False)
    assert changed.is_whole
    assert one.outcome_reasons == "We cannot go on. Please ring us."


def reasons(text: str, kept: Kept | None = None, keep: str = "") -> dict[str, Typed]:
    """Reasons that somebody typed, on a page that showed these."""
    return {REASONS: Typed(Mark(note=text), (kept or Kept()).stamp(), keep)}


def test_reasons_are_saved_as_they_are_typed_and_two_who_write_them_choose(one, cast) -> None:
    joyce, martin = cast["joyce"], cast["martin"]
    saved = triaging.save_lines(one, reasons("You are outside Leeds."), "Joyce's", by=joyce)
    assert gates.kept(one)[REASONS] == ("", "You are outside Leeds.")
    late = reasons("You have applied twice.")
    there = triaging.turn_down(one, late, "Martin's", "You have applied twice.", as_begun=False, by=martin)
    assert (set(there.clashes), steps.state_of(one)) == ({REASONS}, "submitted")
    theirs = reasons("You have applied twice.", saved.kept[REASONS], "theirs")
    assert triaging.turn_down(one, theirs, "Martin's", "You have applied twice.", as_begun=False, by=martin).is_whole
    assert one.outcome_reasons == "You are outside Leeds."
    assert [deed.facts for deed in steps.deeds("write_reasons")] == [{}]


@pytest.mark.parametrize("key", ["helen", "priya"])
def test_who_only_reads_marks_nothing(one, cast, key: str) -> None:
    with pytest.raises(NotAllowed):
        triaging.save_lines(one, gates.whole(one), "a page", by=cast[key])
    assert gates.rows(one) == []


@pytest.mark.parametrize("key", ["ruth", "wei", "amina", "leanne"])
def test_who_may_not_read_it_marks_nothing(one, cast, key: str) -> None:
    with pytest.raises(NotThere):
        triaging.save_lines(one, gates.whole(one), "a page", by=cast[key])
    assert gates.rows(one) == []


def test_who_is_in_conflict_marks_nothing(app, cast) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_, state="submitted")
    home = db.session.get_one(Organisation, circle.organisation_id)
    actions.declare(round_, [home.ref], by=cast["joyce"])
    with pytest.raises(NotThere):
        triaging.save_lines(circle, gates.whole(circle), "a page", by=cast["joyce"])


@pytest.mark.parametrize("meanwhile", ["eligible", "not eligible", "withdrawn"])
def test_what_is_judged_or_withdrawn_takes_no_more_marks(app, cast, meanwhile: str) -> None:
    application = steps.sent_by("grace", steps.closed_round(), state="submitted")
    if meanwhile == "eligible":
        actions.find_eligible(application, by=cast["martin"])
    elif meanwhile == "not eligible":
        actions.find_not_eligible(application, "Martin's reasons.", by=cast["martin"])
    else:
        applications.withdraw(application, by=cast["grace"])
    before = gates.kept(application)
    with pytest.raises(WrongState):
        triaging.save_lines(application, gates.whole(application, FAIL, "Late."), "a page", by=cast["joyce"])
    assert gates.kept(application) == before


def test_a_line_that_this_application_has_not_is_left_alone(one, cast) -> None:
    triaging.save_lines(
        one,
        {"check-insurance": Typed(Mark(FAIL, "None.")), "no-such-line": Typed(Mark("perhaps"))},
        "a page",
        by=cast["joyce"],
    )
    assert gates.rows(one) == []


def test_the_database_itself_keeps_one_of_each_version(one, cast) -> None:
    gates.passed(one, cast["joyce"])
    twin = {"application_id": one.id, "item": PEOPLE, "version": 1, "form": "x", "marked_by": cast["joyce"].person_id}
    with pytest.raises(Exception, match=r"(?i)unique"), action() as session:
        session.add(CheckMark(**twin, verdict=FAIL, note="", marked_at=builders.utc_now()))
