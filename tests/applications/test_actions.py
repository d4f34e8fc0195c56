"""The verbs of an application."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from portal.applications import actions
from portal.applications.models import Application
from portal.db.session import action
from portal.history import queries as history
from portal.kit.errors import Clash, Invalid, NotAllowed, NotThere, TooMany, WrongState
from portal.kit.refs import new_id
from portal.mail.models import Letter
from portal.organisations.models import TeamMember
from portal.permissions import Someone
from tests.applications import drafts
from tests.conftest import Clock

Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
SECOND = dt.timedelta(seconds=1)


def verbs_of(application: Application) -> list[str]:
    """What was done to it, oldest first."""
    return [deed.verb for deed in reversed(history.of(application))]


# --- Starting -----------------------------------------------------------------------------------------------


def test_a_lead_or_a_member_starts_and_history_says_so(cast: Cast) -> None:
    draft = drafts.begun(cast["tom"])
    assert (draft.state, draft.eligibility, draft.form_number) == ("draft", drafts.RIGHT, 1)
    assert verbs_of(draft) == ["start"]


def test_an_organisation_has_one_application_to_a_round(cast: Cast) -> None:
    first, second = drafts.begun(cast["amina"]), drafts.begun(cast["tom"])
    assert first.id == second.id
    assert verbs_of(first) == ["start"]


def test_after_withdrawing_an_organisation_can_start_again(cast: Cast) -> None:
    first = drafts.begun(cast["amina"])
    actions.withdraw(first, by=cast["amina"])
    second = drafts.begun(cast["amina"])
    assert (first.state, second.state) == ("withdrawn", "draft")
    assert first.ref != second.ref


def test_nobody_starts_without_an_organisation(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        drafts.begun(cast["daniel"])


def test_a_wrong_answer_is_refused_with_the_kind_reason(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        actions.start(drafts.open_round(), {**drafts.RIGHT, "area": "no"}, by=cast["amina"])
    assert list(refused.value.errors) == ["area"]
    assert str(refused.value.errors["area"]).startswith("This fund is only for people who live in Leeds.")


@pytest.mark.parametrize(("moved", "starts"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_starting_ends_at_the_closing_second(cast: Cast, clock: Clock, moved: dt.timedelta, starts: bool) -> None:
    clock.move_to(drafts.open_round().closes_at + moved)
    if starts:
        assert drafts.begun(cast["amina"]).state == "draft"
    else:
        with pytest.raises(WrongState):
            drafts.begun(cast["amina"])


# --- Writing ------------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_right_or_wrong(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    row = drafts.save(draft, "people", cast["amina"], people_helped="about forty", furthest="x " * 500)
    assert row.answers == {"people_helped": "about forty", "furthest": "x " * 500}
    assert (row.version, draft.people, verbs_of(draft)) == (1, None, ["start", "save"])


def test_title_summary_amount_and_people_are_copied_onto_the_application(cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    copied = (draft.title, draft.summary, draft.amount_pence, draft.people)
    assert copied == ("Tea, cake and tablets", "We help people get online over a cup of tea.", 100_050, 40)


def test_questions_that_the_page_did_not_ask_keep_their_answers(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "costs", cast["amina"], other_money="yes", other_money_who="A trust")
    row = drafts.save(draft, "costs", cast["amina"], other_money="no")
    assert row.answers == {"other_money": "no", "other_money_who": "A trust"}


def test_saving_the_same_again_changes_nothing(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], title="Tea")
    assert (row.version, row.saved_by, verbs_of(draft)) == (1, cast["amina"].person_id, ["start", "save"])


def test_a_page_that_goes_on_typing_leaves_no_earlier_text(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], 0, page, title="T")
    drafts.save(draft, "project", cast["amina"], 1, page, title="Te")
    row = drafts.save(draft, "project", cast["amina"], 2, page, title="Tea")
    assert (row.answers, row.version, drafts.earlier_of(draft, "project")) == ({"title": "Tea"}, 3, [])


def test_an_own_save_that_was_never_answered_is_no_clash_and_loses_nothing(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], 0, page, title="Tea")
    row = drafts.save(draft, "project", cast["amina"], 0, page, title="Tea and cake")
    assert (row.answers, row.version) == ({"title": "Tea and cake"}, 2)
    assert [kept.answers for kept in drafts.earlier_of(draft, "project")] == [{"title": "Tea"}]


def test_a_newer_page_replaces_a_text_and_the_older_one_is_kept(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], title="Cake")
    kept = drafts.earlier_of(draft, "project")
    assert (row.answers, row.version, row.saved_by) == ({"title": "Cake"}, 2, cast["tom"].person_id)
    assert [(each.answers, each.version, each.saved_by, each.form) for each in kept] == [
        ({"title": "Tea"}, 1, cast["amina"].person_id, None)
    ]


def test_an_overtaken_page_clashes_and_its_text_is_set_aside(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash) as refused:
        drafts.save(draft, "project", cast["tom"], 0, page, title="Cake")
    assert refused.value.theirs == drafts.row_of(draft, "project")
    assert drafts.row_of(draft, "project").answers == {"title": "Tea"}  # type: ignore[union-attr]
    (aside,) = drafts.earlier_of(draft, "project")
    assert (aside.answers, aside.saved_by, aside.form) == ({"title": "Cake"}, cast["tom"].person_id, page)
    assert verbs_of(draft) == ["start", "save", "set_aside"]


def test_an_overtaken_page_that_types_on_has_one_text_aside(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    for typed in ("Ca", "Cake", "Cakes"):
        with pytest.raises(Clash):
            drafts.save(draft, "project", cast["tom"], 0, page, title=typed)
    assert [each.answers for each in drafts.earlier_of(draft, "project")] == [{"title": "Cakes"}]


def test_an_overtaken_page_with_the_same_text_is_no_clash(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    row = drafts.save(draft, "project", cast["tom"], 0, title="Tea")
    assert (row.version, drafts.earlier_of(draft, "project")) == (1, [])


def test_choosing_ones_own_text_keeps_the_other(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    row = actions.choose(draft, aside, {"title": "Cake, then tea"}, 1, new_id(), by=cast["tom"])
    assert (row.answers, row.version) == ({"title": "Cake, then tea"}, 2)
    kept = [(each.answers["title"], each.form) for each in drafts.earlier_of(draft, "project")]
    assert kept == [("Cake", None), ("Tea", None)]
    assert verbs_of(draft)[-2:] == ["choose", "save"]


def test_choosing_theirs_keeps_ones_own(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    row = actions.choose(draft, aside, {"title": "Tea"}, 1, new_id(), by=cast["tom"])
    assert (row.answers, row.version) == ({"title": "Tea"}, 1)
    assert [(each.answers["title"], each.form) for each in drafts.earlier_of(draft, "project")] == [("Cake", None)]


def test_a_choice_that_is_overtaken_itself_is_set_aside_again(cast: Cast) -> None:
    draft, page = drafts.begun(cast["amina"]), new_id()
    drafts.save(draft, "project", cast["amina"], title="Tea")
    with pytest.raises(Clash):
        drafts.save(draft, "project", cast["tom"], 0, title="Cake")
    (aside,) = drafts.earlier_of(draft, "project")
    drafts.save(draft, "project", cast["amina"], title="Tea and biscuits")
    with pytest.raises(Clash):
        actions.choose(draft, aside, {"title": "Cake!"}, 1, page, by=cast["tom"])
    waiting = [each.answers for each in drafts.earlier_of(draft, "project") if each.form]
    assert waiting == [{"title": "Cake!"}]


def test_more_than_anybody_types_is_refused_whole(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    with pytest.raises(Invalid) as refused:
        drafts.save(draft, "project", cast["amina"], plan="x" * 20_001)
    assert list(refused.value.errors) == ["plan"]
    assert drafts.row_of(draft, "project") is None


def test_another_organisations_application_is_not_there(cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    for deed in (
        lambda: drafts.save(draft, "project", cast["grace"], title="Mine now"),
        lambda: actions.submit(draft, "Grace", by=cast["grace"]),
        lambda: actions.withdraw(draft, by=cast["grace"]),
        lambda: actions.ask_to_send(draft, by=cast["daniel"]),
    ):
        with pytest.raises(NotThere):
            deed()
    assert draft.state == "draft"


# --- Sending ------------------------------------------------------------------------------------------------


def test_a_lead_sends_it_once_with_a_receipt_and_all_answers(cast: Cast, letters: Letters) -> None:
    draft = drafts.filled(cast["amina"])
    actions.submit(draft, " Amina  Yusuf ", by=cast["amina"])
    assert (draft.state, draft.signed_name, draft.submitted_by) == ("submitted", "Amina Yusuf", cast["amina"].person_id)
    (receipt,) = letters()
    assert (receipt.to_address, receipt.subject) == (cast["amina"].email, f"We have your application: {draft.ref}")
    for text in (
        "Every Tuesday, two helpers and one tea urn.",
        "Four tablets (Devices and equipment): £800",
        "Older people",
    ):
        assert text in receipt.text
        assert text in receipt.html
    with pytest.raises(WrongState):
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert (len(letters()), verbs_of(draft).count("submit")) == (1, 1)


def test_a_member_cannot_send_it(cast: Cast) -> None:
    draft = drafts.filled(cast["tom"])
    with pytest.raises(NotAllowed):
        actions.submit(draft, "Tom Barker", by=cast["tom"])
    assert draft.state == "draft"


def test_what_cannot_stand_is_refused_by_question_and_nothing_is_sent(cast: Cast, letters: Letters) -> None:
    draft = drafts.filled(cast["amina"], people={"people_helped": "about forty", "communities": ["older"]})
    with pytest.raises(Invalid) as refused:
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert list(refused.value.errors) == ["people_helped", "furthest"]
    assert (draft.state, letters()) == ("draft", [])


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_it_is_signed_with_a_name(cast: Cast, name: str) -> None:
    draft = drafts.filled(cast["amina"])
    with pytest.raises(Invalid) as refused:
        actions.submit(draft, name, by=cast["amina"])
    assert list(refused.value.errors) == ["signed_name"]


@pytest.mark.parametrize("after_closing", [-SECOND, dt.timedelta(minutes=30)])
def test_it_can_be_sent_to_the_last_second_of_the_grace(cast: Cast, clock: Clock, after_closing: dt.timedelta) -> None:
    draft = drafts.filled(cast["amina"])
    clock.move_to(drafts.open_round().closes_at + after_closing)
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert draft.state == "submitted"


def test_a_second_after_the_grace_nothing_can_be_written_or_sent(cast: Cast, clock: Clock) -> None:
    draft = drafts.filled(cast["amina"])
    clock.move_to(drafts.open_round().closes_at + dt.timedelta(minutes=30, seconds=1))
    with pytest.raises(WrongState):
        drafts.save(draft, "project", cast["amina"], title="Late")
    with pytest.raises(WrongState):
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert (draft.state, draft.title) == ("draft", "Tea, cake and tablets")


def test_what_was_sent_cannot_be_changed(cast: Cast) -> None:
    draft = drafts.sent(cast["amina"])
    with pytest.raises(WrongState):
        drafts.save(draft, "project", cast["amina"], title="Changed")
    assert draft.title == "Tea, cake and tablets"


# --- Afterwards, and asking ---------------------------------------------------------------------------------


def test_a_lead_withdraws_and_the_leads_hear(cast: Cast, letters: Letters) -> None:
    draft = drafts.sent(cast["amina"])
    actions.withdraw(draft, by=cast["amina"])
    assert (draft.state, letters()[-1].subject) == ("withdrawn", f"Application withdrawn: {draft.ref}")
    with pytest.raises(WrongState):
        actions.withdraw(draft, by=cast["amina"])


def test_a_member_does_not_withdraw(cast: Cast) -> None:
    draft = drafts.begun(cast["tom"])
    with pytest.raises(NotAllowed):
        actions.withdraw(draft, by=cast["tom"])


def test_a_member_asks_the_leads_once_an_hour(cast: Cast, letters: Letters, clock: Clock) -> None:
    draft = drafts.filled(cast["tom"])
    actions.ask_to_send(draft, by=cast["tom"])
    with pytest.raises(TooMany):
        actions.ask_to_send(draft, by=cast["tom"])
    assert [(letter.to_address, letter.template) for letter in letters()] == [
        (cast["amina"].email, "applications/mail/asked")
    ]
    clock.shift(dt.timedelta(hours=1, seconds=1))
    actions.ask_to_send(draft, by=cast["tom"])
    assert len(letters()) == 2


def test_history_holds_codes_and_no_word_that_was_typed(cast: Cast) -> None:
    draft = drafts.sent(cast["amina"])
    facts = [deed.facts for deed in history.of(draft) if deed.verb == "save"]
    assert {tuple(sorted(each)) for each in facts} == {("section", "version")}


def test_the_database_itself_holds_one_live_application_for_each_organisation(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    columns = {column.key: getattr(draft, column.key) for column in Application.__table__.columns if column.key != "id"}
    with pytest.raises(IntegrityError), action() as session:
        session.execute(insert(Application).values({**columns, "ref": "GC-AAAA-AAAA-AA"}))


def test_every_lead_and_whoever_sends_it_gets_one_receipt(cast: Cast, letters: Letters) -> None:
    draft = drafts.filled(cast["amina"])
    with action() as session:
        session.execute(update(TeamMember).where(TeamMember.person_id == cast["tom"].person_id).values(role="lead"))
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    assert sorted(letter.to_address for letter in letters()) == sorted([cast["amina"].email, cast["tom"].email])
