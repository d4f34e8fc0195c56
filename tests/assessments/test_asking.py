"""Asking an applicant for changes: what is asked and kept, what is open meanwhile, and what ends it."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select

from portal.applications import actions, answering, keyed, newer, printing, typing_in
from portal.applications.change_chores import remind, remind_changes
from portal.applications.changing import NOT_ASKED, NOTHING_CHANGED, reminder_at
from portal.applications.guesting import ACCESS_ENDED
from portal.applications.models import Application, PdfCopy
from portal.applications.queries import deeds, sent, written
from portal.applications.signing import ChangedMeanwhile, read_mark
from portal.assessments import asking
from portal.db.session import db
from portal.kit.dates import from_london, london_day, utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import Say
from portal.mail.models import Letter
from portal.organisations.queries import someone_for
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.test_keying import typed
from tests.assessments import asking as steps
from tests.assessments import gates
from tests.conftest import Clock
from tests.organisations.twins import apart, join, merge, record
from tests.organisations.walking import home

Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
PLAN = "Every Tuesday, two helpers and one tea urn."


def kinds(letters: Letters) -> list[tuple[str, str]]:
    """To whom which letters went, receipts and codes aside."""
    found = [(each.to_address, each.template.rpartition("/")[2]) for each in letters()]
    return [each for each in found if each[1].startswith("changes")]


# --- Asking -------------------------------------------------------------------------------------------------


def test_what_is_asked_is_kept_with_what_stood_and_told_to_all_who_write(cast: Cast, letters: Letters) -> None:
    application = drafts.sent(cast["amina"])
    steps.asked(application, by=cast["joyce"])
    [request] = steps.requests_of(application)
    assert (request.number, request.note, request.questions) == (1, steps.WORDS, ["plan", "starts"])
    assert request.before == {"plan": PLAN, "starts": "1 February 2027", "ends": "30 November 2027"}
    assert (request.outcome, request.due_on) == (None, steps.due())
    assert application.state == "changes_asked"
    assert kinds(letters) == [(cast["amina"].email, "changes_asked")]
    letter = letters()[-1]
    labels = [drafts.section_of(application, "project").questions[place].label for place in (2, 3)]
    for words in (steps.WORDS, *labels, f"/applications/{application.ref}/changes"):
        assert words in letter.text
        assert words in letter.html
    assert "Joyce" not in letter.text
    assert drafts.verbs_of(application)[-1] == "ask_changes"
    assert next(str(told.sentence) for told in deeds(application, "The council")) == "The council asked for changes"


@pytest.mark.parametrize(
    ("codes", "words", "days", "field"),
    [
        ([], "Why?", 7, "questions"),
        (["never_heard_of"], "Why?", 7, "questions"),
        (["other_money_who"], "Why?", 7, "questions"),
        (["plan"], "  ", 7, "note"),
        (["plan"], "Why?", 0, "due"),
        (["plan"], "Why?", 300, "due"),
    ],
    ids=["nothing", "unknown", "not shown", "no words", "today", "after the panel"],
)
def test_what_cannot_be_asked_is_refused_and_changes_nothing(
    cast: Cast, letters: Letters, codes: list[str], words: str, days: int, field: str
) -> None:
    application = drafts.sent(cast["amina"])
    due = steps.due() if days == 7 else london_day(utc_now()) + dt.timedelta(days=days)
    with pytest.raises(Invalid) as refused:
        asking.ask(application, codes, words, due, by=cast["joyce"])
    assert list(refused.value.errors) == [field]
    assert (application.state, steps.requests_of(application), kinds(letters)) == ("submitted", [], [])


def test_only_who_checks_applications_asks_and_nobody_in_a_conflict_of_interest(cast: Cast) -> None:
    application = drafts.sent(cast["amina"])
    for key in ("daniel", "wei", "priya", "amina"):
        with pytest.raises((NotAllowed, NotThere)):
            steps.asked(application, by=cast[key])
    own = typed(cast["leanne"])
    actions.submit(own, "Betty Wood", by=cast["leanne"])
    with pytest.raises((NotAllowed, NotThere)):
        steps.asked(own, by=cast["leanne"])
    assert (application.state, own.state) == ("submitted", "submitted")


@pytest.mark.parametrize("state", ["draft", "assessing", "withdrawn", "changes_asked"])
def test_only_what_waits_to_be_checked_can_be_asked_about(cast: Cast, state: str) -> None:
    application = drafts.filled(cast["amina"]) if state == "draft" else drafts.sent(cast["amina"])
    if state == "assessing":
        gates.let_on(application, by=cast["joyce"])
    elif state == "withdrawn":
        actions.withdraw(application, by=cast["amina"])
    elif state == "changes_asked":
        steps.asked(application, by=cast["martin"])
    with pytest.raises((WrongState, NotThere)):
        steps.asked(application, by=cast["joyce"])
    assert application.state == state


# --- What is open meanwhile ---------------------------------------------------------------------------------


def test_just_what_was_asked_can_be_written_and_by_everybody_who_could_before(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    drafts.save(application, "project", cast["tom"], plan="Tom’s plan")
    assert written(application).answers["plan"] == "Tom’s plan"
    for answers in ({"summary": "Else"}, {"plan": "Mine", "title": "Else"}, {"ends": "1 May 2027"}):
        with pytest.raises(WrongState) as refused:
            drafts.save(application, "project", cast["amina"], **answers)
        assert refused.value.sentence == NOT_ASKED
    for deed in (
        lambda: actions.submit(application, "Amina Yusuf", by=cast["amina"]),
        lambda: actions.ask_to_send(application, by=cast["tom"]),
        lambda: newer.take(application, 2, by=cast["amina"]),
    ):
        with pytest.raises(WrongState):
            deed()
    with pytest.raises(NotThere):
        drafts.save(application, "project", cast["grace"], plan="Not theirs")
    assert written(application).answers["plan"] == "Tom’s plan"


def test_a_question_that_shows_because_of_a_new_answer_can_be_written_and_has_to_be(cast: Cast) -> None:
    application = steps.sent_and_asked(cast, "other_money")
    drafts.save(application, "costs", cast["amina"], other_money="yes", other_money_who="The Big Fund")
    with pytest.raises(Invalid) as refused:
        answering.answer(application, by=cast["amina"])
    assert list(refused.value.errors) == ["other_money_amount"]
    drafts.save(application, "costs", cast["amina"], other_money_amount="£50")
    answering.answer(application, by=cast["amina"])
    [request] = steps.requests_of(application)
    assert request.before == {"other_money": "no"}
    assert request.after == {"other_money": "yes", "other_money_who": "The Big Fund", "other_money_amount": "£50"}


def test_two_pages_never_write_over_each_other_unseen(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    version = drafts.row_of(application, "project").version
    drafts.save(application, "project", cast["amina"], plan="From the laptop")
    with pytest.raises(Clash):
        drafts.save(application, "project", cast["tom"], version=version, plan="From the phone")
    [aside] = [each for each in drafts.earlier_of(application, "project") if each.form]
    drafts.choose(application, aside, cast["tom"], version + 1, plan="From both")
    texts = [each.answers.get("plan") for each in drafts.earlier_of(application, "project")]
    assert written(application).answers["plan"] == "From both"
    assert {PLAN, "From the laptop", "From the phone"} <= set(texts)


def test_until_they_are_sent_changes_are_nobodys_but_their_writers(cast: Cast) -> None:
    application = steps.sent_and_asked(cast, "plan", "budget", "title")
    drafts.save(application, "project", cast["amina"], plan="Half a", title="Half a title")
    drafts.save(
        application, "costs", cast["amina"], budget=[{"item": "Tablets", "category": "equipment", "amount": "£1"}]
    )
    assert sent(application).answers["plan"] == PLAN
    assert (application.title, application.amount_pence) == ("Tea, cake and tablets", 100_050)
    db.session.rollback()
    assert db.session.get_one(Application, application.id).title == "Tea, cake and tablets"


# --- Answering ----------------------------------------------------------------------------------------------


def test_the_answer_is_kept_beside_what_stood_and_the_application_waits_to_be_checked(
    cast: Cast, letters: Letters
) -> None:
    application = steps.came_back(cast)
    [request] = steps.requests_of(application)
    assert request.before["plan"] == PLAN
    assert request.after == request.before | {"plan": "Every Tuesday, three helpers and one tea urn."}
    assert (request.outcome, request.ended_by) == ("answered", cast["amina"].person_id)
    assert request.reply == "We found a helper more."
    assert request.check_by >= drafts.open_round().checked_by
    assert application.state == "submitted"
    assert kinds(letters)[1:] == [(cast["amina"].email, "changes_sent")]
    assert drafts.verbs_of(application)[-2:] == ["save", "answer_changes"]
    with pytest.raises(WrongState) as refused:
        drafts.save(application, "project", cast["amina"], plan="Too late")
    assert "was sent" in str(refused.value.sentence)


def test_title_and_amount_change_with_the_answer_and_an_older_pdf_is_gone(cast: Cast) -> None:
    application = steps.sent_and_asked(cast, "title", "budget")
    printing.ask(application, printing.WHOLE, by=cast["amina"])
    drafts.save(application, "project", cast["amina"], title="Tea and toast")
    budget = [{"item": "Tablets", "category": "equipment", "amount": "£600", "quote": ""}]
    drafts.save(application, "costs", cast["amina"], budget=budget)
    answering.answer(application, by=cast["amina"])
    assert (application.title, application.amount_pence) == ("Tea and toast", 60_000)
    assert db.session.scalars(select(PdfCopy)).all() == []


def test_only_a_lead_sends_it_and_what_cannot_stand_is_not_sent(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    drafts.save(application, "project", cast["tom"], plan="", starts="1 December 2027")
    with pytest.raises(NotAllowed):
        answering.answer(application, by=cast["tom"])
    with pytest.raises(NotThere):
        answering.answer(application, by=cast["grace"])
    with pytest.raises(Invalid) as refused:
        answering.answer(application, by=cast["amina"])
    assert set(refused.value.errors) == {"plan", "ends"}
    assert application.state == "changes_asked"
    drafts.save(application, "project", cast["amina"], plan="A plan", ends="30 January 2028")
    answering.answer(application, by=cast["amina"])
    assert steps.requests_of(application)[0].after["ends"] == "30 January 2028"


def test_who_changes_nothing_says_why(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    with pytest.raises(Invalid) as refused:
        answering.answer(application, " ", by=cast["amina"])
    assert refused.value.errors == {"reply": NOTHING_CHANGED}
    answering.answer(application, "It is right as it stands.", by=cast["amina"])
    [request] = steps.requests_of(application)
    assert (request.after, request.reply) == (request.before, "It is right as it stands.")


def test_what_is_sent_was_read(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    read = read_mark(application, written(application).rows)
    drafts.save(application, "project", cast["tom"], plan="Tom’s plan")
    with pytest.raises(ChangedMeanwhile):
        answering.answer(application, read=read, by=cast["amina"])
    answering.answer(application, read=read_mark(application, written(application).rows), by=cast["amina"])


def test_who_typed_it_in_answers_for_them(cast: Cast, letters: Letters) -> None:
    application = typed(cast["leanne"])
    actions.submit(application, "Betty Wood", by=cast["leanne"])
    steps.asked(application, by=cast["joyce"])
    told = {"betty@example.org", cast["leanne"].email}
    assert {to for to, kind in kinds(letters) if kind == "changes_asked"} == told
    drafts.save(application, "project", cast["leanne"], plan="Betty says: every day.")
    answering.answer(application, by=cast["leanne"])
    assert drafts.verbs_of(application)[-1] == "answer_changes_for"
    assert ("betty@example.org", "changes_sent") in kinds(letters)


def test_it_can_be_asked_again_and_each_time_is_kept(cast: Cast) -> None:
    application = steps.came_back(cast)
    steps.asked(application, "plan", by=cast["martin"], words="And who is the third?")
    first, second = steps.requests_of(application)
    assert (first.number, second.number) == (1, 2)
    assert (first.before["plan"], second.before["plan"]) == (PLAN, "Every Tuesday, three helpers and one tea urn.")
    drafts.save(application, "project", cast["amina"], plan="The third is Ada.")
    answering.answer(application, by=cast["amina"])
    assert [each.after["plan"] for each in steps.requests_of(application)] == [
        "Every Tuesday, three helpers and one tea urn.",
        "The third is Ada.",
    ]


# --- Other ends ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["taken back", "withdrawn"])
def test_without_an_answer_it_stands_as_it_was_sent_and_no_word_is_lost(cast: Cast, letters: Letters, how: str) -> None:
    application = steps.sent_and_asked(cast, "plan", "other_money")
    drafts.save(application, "project", cast["tom"], plan="Tom’s new plan")
    drafts.save(application, "costs", cast["amina"], other_money="yes", other_money_who="The Big Fund")
    if how == "withdrawn":
        actions.withdraw(application, "We cannot go on.", by=cast["amina"])
    else:
        asking.take_back(application, 1, by=cast["martin"])
    assert application.state == ("withdrawn" if how == "withdrawn" else "submitted")
    answers = written(application).answers
    assert (answers["plan"], answers["other_money"]) == (PLAN, "no")
    texts = drafts.earlier_of(application, "project") + drafts.earlier_of(application, "costs")
    assert [(each.saved_by, each.answers["plan"]) for each in texts if "plan" in each.answers][-1] == (
        cast["tom"].person_id,
        "Tom’s new plan",
    )
    [request] = steps.requests_of(application)
    assert request.outcome == how.replace(" ", "_")
    with pytest.raises(WrongState):
        answering.answer(application, "Words", by=cast["amina"])
    if how == "taken back":
        told = {to for to, kind in kinds(letters) if kind == "changes_taken_back"}
        assert told == {cast["amina"].email, cast["tom"].email}


def test_more_time_moves_the_day_and_is_told(cast: Cast, letters: Letters) -> None:
    application = steps.sent_and_asked(cast)
    later = steps.due() + dt.timedelta(days=1)
    while later.weekday() > 4:
        later += dt.timedelta(days=1)
    asking.more_time(application, 1, later, by=cast["martin"])
    asking.more_time(application, 1, later, by=cast["joyce"])
    assert steps.requests_of(application)[0].due_on == later
    assert [kind for _, kind in kinds(letters)] == ["changes_asked", "changes_moved"]
    with pytest.raises(Invalid) as refused:
        asking.more_time(application, 1, london_day(utc_now()), by=cast["joyce"])
    assert list(refused.value.errors) == ["due"]
    assert drafts.verbs_of(application)[-1] == "more_time"


@pytest.mark.parametrize(
    ("meanwhile", "sentence"),
    [
        ("answered", asking.ANSWERED),
        ("taken back", asking.MOVED_ON["submitted"]),
        ("withdrawn", asking.MOVED_ON["withdrawn"]),
        ("asked again", asking.MOVED_ON["changes_asked"]),
        ("checked", asking.CHECKED),
    ],
)
def test_an_officer_who_comes_second_is_told_what_became_of_it(cast: Cast, meanwhile: str, sentence: str) -> None:
    application = steps.sent_and_asked(cast)
    if meanwhile in ("answered", "asked again"):
        answering.answer(application, "It is right.", by=cast["amina"])
    elif meanwhile == "withdrawn":
        actions.withdraw(application, by=cast["amina"])
    else:
        asking.take_back(application, 1, by=cast["martin"])
    if meanwhile == "asked again":
        steps.asked(application, "plan", by=cast["martin"])
    elif meanwhile == "checked":
        gates.let_on(application, by=cast["martin"])
    for deed in (
        lambda: asking.take_back(application, 1, by=cast["joyce"]),
        lambda: asking.more_time(application, 1, steps.due(), by=cast["joyce"]),
    ):
        with pytest.raises((WrongState, NotThere)) as refused:
            deed()
        assert refused.value.sentence == Say(sentence)


# --- Reminders ----------------------------------------------------------------------------------------------


def test_they_are_reminded_once_two_days_before_and_after_the_day_it_can_still_be_answered(
    cast: Cast, letters: Letters, clock: Clock
) -> None:
    application = steps.sent_and_asked(cast)
    [request] = steps.requests_of(application)
    at = reminder_at(request.due_on)
    counts = []
    for moment in (at - dt.timedelta(minutes=1), at, at + dt.timedelta(days=1)):
        clock.move_to(moment)
        counts.append(remind_changes())
    assert counts == [0, 1, 0]
    assert remind(application.id) == 0, "not by a second worker either"
    assert kinds(letters)[-1] == (cast["amina"].email, "changes_due")
    assert steps.WORDS in letters()[-1].text
    clock.move_to(from_london(dt.datetime.combine(request.due_on, dt.time(12))) + dt.timedelta(days=3))
    drafts.save(application, "project", cast["amina"], plan="Late, and here")
    answering.answer(application, by=cast["amina"])
    assert application.state == "submitted"
    assert remind_changes() == 0


def test_who_was_asked_too_late_for_a_reminder_gets_none_and_who_gets_more_time_is_reminded_again(
    cast: Cast, letters: Letters, clock: Clock
) -> None:
    application = steps.sent_and_asked(cast)
    [request] = steps.requests_of(application)
    clock.move_to(reminder_at(request.due_on) + dt.timedelta(hours=1))
    assert remind_changes() == 1
    later = request.due_on + dt.timedelta(days=7)
    if later < drafts.open_round().panel_on:
        asking.more_time(application, 1, later, by=cast["joyce"])
        assert remind_changes() == 0
        clock.move_to(reminder_at(later))
        assert remind_changes() == 1
    assert [kind for _, kind in kinds(letters)].count("changes_due") >= 1


# --- Whose it is --------------------------------------------------------------------------------------------


def test_who_could_write_while_two_records_were_one_is_told_that_this_has_ended(cast: Cast) -> None:
    tea, twin = home("amina"), record("Hyde Park Tablets")
    nadia, application = join(twin), drafts.sent(cast["amina"])
    found = merge(tea, twin, cast["joyce"])
    steps.asked(application, "plan", by=cast["joyce"])
    apart(found, cast["priya"])
    with pytest.raises(WrongState) as refused:
        drafts.save(application, "project", someone_for(nadia.email), plan="Nadia’s plan")
    assert refused.value.sentence == ACCESS_ENDED
    drafts.save(application, "project", cast["amina"], plan="Amina’s plan")
    assert written(application).answers["plan"] == "Amina’s plan"


def test_a_colleague_goes_on_with_what_somebody_else_sent_for_them(cast: Cast) -> None:
    application = typed(cast["leanne"])
    actions.submit(application, "Betty Wood", by=cast["leanne"])
    steps.asked(application, "plan", by=cast["joyce"])
    assert [row.ref for row in keyed.begun_by_colleagues(cast["martin"], utc_now()).rows] == [application.ref]
    typing_in.take_over(keyed.typed_open(application.ref), by=cast["martin"])
    drafts.save(application, "project", cast["martin"], plan="Betty says: every day.")
    with pytest.raises(WrongState):
        drafts.save(application, "project", cast["leanne"], plan="Not hers any more")
    answering.answer(application, by=cast["martin"])
    assert application.state == "submitted"
