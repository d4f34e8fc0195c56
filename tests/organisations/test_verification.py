"""What is true of the check: who may move it where, what has to be settled first, and by when it is our turn."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.history.actions import move
from portal.kit.errors import NotAllowed, WrongState
from portal.kit.states import Turn
from portal.organisations.joining import JOINING, outward
from portal.organisations.models import JoinRequest, Organisation
from portal.organisations.rules import Details, may_lose_lead
from portal.organisations.verification import (
    CHECKLIST,
    DECISIONS,
    IDENTITY,
    OUTCOMES,
    VERIFICATION,
    WORKING_DAYS,
    Mark,
    due_on,
    is_open,
    is_someone_else,
    missing,
    problems,
)
from portal.permissions import PORTAL, Permission, Place, Role, Someone

MAY = {
    Role.APPROVER: {"verify", "ask_more", "refuse", "reopen", "let_in", "turn_down"},
    Role.FINANCE: {"verify", "ask_more", "refuse", "reopen", "let_in", "turn_down"},
    Role.LEAD: {"answer", "ask_again", "change_identity", "accept", "decline"},
}
"""In words from product.md: the council judges, the partner's lead answers, and nobody else does either."""
OPEN = {
    "unverified": {"verify", "ask_more", "refuse", "answer"},
    "more_needed": {"verify", "ask_more", "refuse", "answer"},
    "verified": {"reopen", "change_identity"},
    "refused": {"reopen", "ask_again"},
}
MARKS = st.builds(Mark, st.sampled_from(["", *OUTCOMES]), st.sampled_from(["", "Seen."]))
LISTS = st.fixed_dictionaries({item.code: MARKS for item in CHECKLIST})
SETTLED = {item.code: Mark("yes") for item in CHECKLIST}


def somebody(role: Role) -> Someone:
    """Somebody who holds this role and no other."""
    if role in (Role.LEAD, Role.MEMBER):
        return Someone(1, "A", "a@example.org", place=Place(1, "r", "Group", role))
    return Someone(1, "A", "a@example.org", council_roles=frozenset({role}))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", [one.name for one in (*VERIFICATION.moves, *JOINING.moves)])
def test_who_may_take_which_move(sqlite_app, role: Role, name: str) -> None:
    machine = VERIFICATION if name in {one.name for one in VERIFICATION.moves} else JOINING
    taken = machine.move(name)
    thing = Organisation(state=taken.from_[0]) if machine is VERIFICATION else JoinRequest(state=taken.from_[0])
    thing.id = 1
    everybody = {"withdraw"}

    if name in MAY.get(role, set()) | everybody:
        move(thing, name, by=somebody(role))
        assert thing.state == taken.to
    else:
        with pytest.raises(NotAllowed):
            move(thing, name, by=somebody(role))
        assert thing.state == taken.from_[0]


@pytest.mark.parametrize("state", VERIFICATION.codes())
@pytest.mark.parametrize("name", [one.name for one in VERIFICATION.moves])
def test_from_where_each_move_leads_on(sqlite_app, state: str, name: str) -> None:
    thing = Organisation(state=state)
    thing.id = 1
    if name in OPEN[state]:
        move(thing, name, by=PORTAL)
        assert thing.state == VERIFICATION.move(name).to
    else:
        with pytest.raises(WrongState):
            move(thing, name, by=PORTAL)


def test_whose_turn_it_is() -> None:
    assert {one.code: one.turn for one in VERIFICATION.states} == {
        "unverified": Turn.COUNCIL,
        "more_needed": Turn.PARTNER,
        "verified": Turn.NOBODY,
        "refused": Turn.NOBODY,
    }
    assert [state for state in VERIFICATION.codes() if is_open(state)] == ["unverified", "more_needed"]


def test_only_the_two_who_handle_money_and_decisions_verify() -> None:
    assert [role for role in Role if Permission.ORGANISATION_VERIFY in role.value.permissions] == [
        Role.APPROVER,
        Role.FINANCE,
    ]


@given(LISTS, st.sampled_from(["", "Words."]))
def test_an_organisation_is_verified_only_when_every_line_is_settled(marks: dict[str, Mark], words: str) -> None:
    settled = all(mark.outcome in ("yes", "not_needed") for mark in marks.values())
    explained = all(mark.note for mark in marks.values() if mark.outcome in ("no", "not_needed"))

    assert (problems("verify", marks, words) == {}) is (settled and explained)


@given(LISTS, st.sampled_from(list(DECISIONS)), st.sampled_from(["", "Words."]))
def test_what_says_no_or_not_needed_says_why(marks: dict[str, Mark], decision: str, words: str) -> None:
    silent = {f"note_{code}" for code, mark in marks.items() if mark.outcome in ("no", "not_needed") and not mark.note}

    assert {name for name in problems(decision, marks, words) if name.startswith("note_")} == silent


@pytest.mark.parametrize(
    ("decision", "bank", "words", "field"),
    [
        ("ask_more", Mark("yes"), "", "words"),
        ("ask_more", Mark("yes"), "Ring us.", None),
        ("ask_more", Mark("no", "One name."), "", None),
        ("refuse", Mark("no", "One name."), "", "words"),
        ("refuse", Mark("yes"), "Reasons.", None),
        ("keep", Mark(), "", None),
        ("verify", Mark(), "", "check_bank"),
        ("verify", Mark("no", "One name."), "", "check_bank"),
    ],
)
def test_what_each_decision_needs(decision: str, bank: Mark, words: str, field: str | None) -> None:
    assert list(problems(decision, {**SETTLED, "bank": bank}, words)) == ([field] if field else [])


def test_what_is_missing_is_what_says_no_in_the_order_of_the_list() -> None:
    marks = {**SETTLED, "safeguarding": Mark("no", "x"), "bank": Mark("no", "x"), "number": Mark("not_needed", "x")}
    assert missing(marks) == ["bank", "safeguarding"]


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)))
def test_our_turn_is_ten_working_days_long(since: dt.date) -> None:
    due = due_on(since)

    days = [since + dt.timedelta(days=n) for n in range(1, (due - since).days + 1)]
    assert sum(day.weekday() < 5 for day in days) == WORKING_DAYS
    assert due.weekday() < 5


def test_ten_working_days_on_the_calendar() -> None:
    assert due_on(dt.date(2026, 11, 26)) == dt.date(2026, 12, 10)
    assert due_on(dt.date(2026, 11, 28)) == dt.date(2026, 12, 11)


@pytest.mark.parametrize("field", Details.__dataclass_fields__)
def test_another_identity_is_another_name_kind_or_number(field: str) -> None:
    before = Details("Beeston Repair Table", "group", communities=["older"])
    assert is_someone_else(before, replace(before, **{field: "another"})) is (field in IDENTITY)
    assert not is_someone_else(before, before)


@pytest.mark.parametrize("others", [0, 1, 5])
@pytest.mark.parametrize("role", [Role.LEAD, Role.MEMBER])
@pytest.mark.parametrize("becomes", [Role.LEAD, Role.MEMBER, None])
def test_a_team_is_never_left_without_a_lead(others: int, role: Role, becomes: Role | None) -> None:
    leads = others + (role is Role.LEAD)
    after = others + (becomes is Role.LEAD)
    if leads:
        assert may_lose_lead(others, role, becomes) is (after > 0)
    else:
        assert may_lose_lead(others, role, becomes)


def test_a_district_is_no_address() -> None:
    assert (outward("LS8 4AB"), outward("")) == ("LS8", "")
