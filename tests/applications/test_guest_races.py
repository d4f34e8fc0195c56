"""Guests and many at once: an invitation counts once, and an access that has ended writes nothing more."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.applications import actions, guest_queries, guests
from portal.applications.guesting import END, READ
from portal.applications.merging import Sheet
from portal.applications.models import Guest, GuestInvitation
from portal.applications.queries import one_for
from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import Gone, NotThere, Refusal, TooMany, WrongState
from portal.kit.refs import new_id
from portal.organisations import teams
from portal.organisations.models import Organisation
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.guests import guest, invited, ref_of, shared
from tests.applications.test_races import at_once, counted

CROWD, SAVES = 16, 12
Cast = dict[str, Someone]


def test_an_invitation_that_many_take_up_at_once_counts_once(app: Flask, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, "friend@example.org", by=cast["amina"])
    crowd = [cast[key] for key in ("farida", "neil", "grace", "ben")] * (CROWD // 4)
    found = at_once(app, [lambda by=by: guests.accept(token, by=by) for by in crowd])
    assert sorted(type(each).__name__ for each in found) == ["Gone"] * (CROWD - 1) + ["str"]
    assert counted(select(Guest)) == 1
    assert counted(select(Deed).where(Deed.verb == "guest_join")) == 1


def test_one_person_who_presses_twice_is_in_once(app: Flask, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, cast["farida"].email, by=cast["amina"])
    at_once(app, [lambda: guests.accept(token, by=cast["farida"])] * 8)
    assert counted(select(Guest)) == 1


@pytest.mark.parametrize("turn", range(4))
def test_taken_back_while_it_is_taken_up_is_one_or_the_other(app: Flask, cast: Cast, turn: int) -> None:
    draft = drafts.begun(cast["amina"])
    token = invited(draft, cast["farida"].email, by=cast["amina"])
    ref = db.session.scalars(select(GuestInvitation.ref)).one()
    draft_ref = draft.ref
    deeds: list[Callable[[], Any]] = [
        lambda: guests.accept(token, by=cast["farida"]),
        lambda: guests.take_back(one_for(cast["amina"], draft_ref), ref, by=cast["amina"]),
    ]
    taken_up, taken_back = at_once(app, deeds if turn % 2 else deeds[::-1])[:: 1 if turn % 2 else -1]
    if isinstance(taken_up, Gone):
        assert (taken_back, guest(draft, cast["farida"])) == (None, None)
    else:
        assert (type(taken_back), guest(draft, cast["farida"]) is not None) == (NotThere, True)


@pytest.mark.parametrize("how", ["ended", "only reads"])
def test_what_is_saved_while_an_access_ends_is_saved_before_it_or_not_at_all(app: Flask, cast: Cast, how: str) -> None:
    draft = shared(cast["amina"], cast["farida"])
    ref, person, section = draft.ref, ref_of(cast["farida"]), drafts.section_of(draft, "project")
    gate, saved, told = threading.Barrier(2), [], []

    def write() -> None:
        application = one_for(cast["amina"], ref)
        for number in range(SAVES):
            if number == SAVES // 3:
                gate.wait(30)
            try:
                actions.save(application, Sheet(section, {"title": f"{number}"}, 0, new_id(), {}), by=cast["farida"])
                saved.append(f"{number}")
            except WrongState:
                told.append(f"{number}")
            except Refusal:
                saved.append(f"{number}")

    def end() -> str | None:
        application = one_for(cast["amina"], ref)
        gate.wait(30)
        guests.change(application, person, END if how == "ended" else READ, by=cast["amina"])
        row = drafts.row_of(application, "project")
        return str(row.version) if row else None

    _, version = at_once(app, [write, end])
    row = drafts.row_of(draft, "project")
    assert row is not None
    assert saved + told == [f"{number}" for number in range(SAVES)], "once ended, it stays ended"
    with pytest.raises(WrongState):
        actions.save(draft, Sheet(section, {"title": "late"}, 0, new_id(), {}), by=cast["farida"])
    assert int(version) == row.version, "nothing is written after the end was answered"


def test_who_is_removed_from_the_team_while_invited_is_out_either_way(app: Flask, cast: Cast) -> None:
    draft = drafts.filled(cast["tom"])
    team, tom = draft.organisation_id, ref_of(cast["tom"])
    heir, ref = ref_of(cast["amina"]), draft.ref
    deeds: list[Callable[[], Any]] = [
        lambda: teams.remove(db.session.get_one(Organisation, team), tom, heir, by=cast["amina"]),
        lambda: actions.submit(one_for(cast["amina"], ref), "Amina Yusuf", by=cast["amina"]),
    ]
    assert at_once(app, deeds) == [None, None]
    found = one_for(cast["amina"], ref)
    assert found.state == "submitted"
    assert guest_queries.keeper_of(found) in {None, cast["amina"].email}


@pytest.mark.parametrize("turn", range(3))
def test_who_writes_while_they_are_removed_keeps_nobody_waiting(app: Flask, cast: Cast, turn: int) -> None:
    draft = drafts.filled(cast["tom"])
    team, tom, heir = draft.organisation_id, ref_of(cast["tom"]), ref_of(cast["amina"])
    ref, section = draft.ref, drafts.section_of(draft, "project")

    def write() -> list[str]:
        told = []
        for number in range(SAVES):
            try:
                sheet = Sheet(section, {"title": f"{number}"}, 0, new_id(), {})
                actions.save(one_for(cast["tom"], ref), sheet, by=cast["tom"])
            except Refusal as refusal:
                told.append(type(refusal).__name__)
        return told

    def remove() -> None:
        teams.remove(db.session.get_one(Organisation, team), tom, heir, by=cast["amina"])

    told, removed = at_once(app, [write, remove])
    assert (removed, set(told) <= {"WrongState", "Clash"}) == (None, True)
    assert guest_queries.looks_after(one_for(cast["amina"], ref)) == "Amina Yusuf"


def test_sixteen_invitations_at_once_keep_to_ten(app: Flask, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    ref = draft.ref

    def send(number: int) -> Any:
        return guests.invite(one_for(cast["amina"], ref), f"friend{number}@example.org", READ, by=cast["amina"]).id

    found = at_once(app, [lambda number=number: send(number) for number in range(CROWD)])
    assert [type(each) for each in found if not isinstance(each, int)] == [TooMany] * 6
    assert len(guest_queries.invited_to(draft.id)) == 10
