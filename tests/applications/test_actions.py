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
from portal.kit.errors import Invalid, NotAllowed, NotThere, TooMany, WrongState
from portal.mail.models import Letter
from portal.organisations.models import TeamMember
from portal.permissions import Someone
from tests.applications import drafts
from tests.conftest import Clock

Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
SECOND = dt.timedelta(seconds=1)


# --- Starting -----------------------------------------------------------------------------------------------


def test_a_lead_or_a_member_starts_and_history_says_so(cast: Cast) -> None:
    draft = drafts.begun(cast["tom"])
    assert (draft.state, draft.eligibility, draft.form_number) == ("draft", drafts.RIGHT, 1)
    assert drafts.verbs_of(draft) == ["start"]


def test_an_organisation_has_one_application_to_a_round(cast: Cast) -> None:
    first, second = drafts.begun(cast["amina"]), drafts.begun(cast["tom"])
    assert first.id == second.id
    assert drafts.verbs_of(first) == ["start"]


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
    assert (len(letters()), drafts.verbs_of(draft).count("submit")) == (1, 1)


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
