"""Inviting people to a team, and joining it."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.models import SignIn
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Gone, Invalid, NotAllowed, NotThere, Refusal
from portal.mail.models import Letter
from portal.organisations import actions
from portal.organisations.models import Organisation, TeamInvitation, TeamMember
from portal.organisations.queries import one_for, someone_for
from portal.permissions import Role, Someone
from tests.accounts.inbox import code_in
from tests.conftest import Clock, Counted, Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Letters = Callable[[], list[Letter]]
SAM = "sam.whitaker@example.org"


def ref_of(someone: Someone) -> str:
    """The reference of the organisation that somebody acts for."""
    assert someone.place is not None
    return someone.place.ref


def team_path(someone: Someone) -> str:
    """The address of somebody's team page."""
    return f"/organisations/{ref_of(someone)}/team"


def invite(send: Send, client: Reader, lead: Someone, email: str = SAM, role: str = "member") -> Any:
    """Have a lead invite somebody."""
    path = f"{team_path(lead)}/invitations"
    return send(client, path, {"email": email, "role": role}, action=path)


def path_in(letter: Letter) -> str:
    """The path of an invitation's link."""
    found = re.search(r"^http://localhost(/invitations/\S+)$", letter.text, re.MULTILINE)
    assert found, letter.text
    return found[1]


def test_a_lead_invites_and_somebody_joins(as_: As, send: Send, letters: Letters, cast: dict[str, Someone]) -> None:
    amina, lead = as_("amina"), cast["amina"]

    answer = invite(send, amina, lead, " SAM.Whitaker@example.org")

    assert answer.location == team_path(lead)
    html = amina.get(answer.location).get_data(as_text=True)
    assert "We have sent an invitation to sam.whitaker@example.org." in html
    assert "Invited, and not here yet" in html
    letter = letters()[0]
    assert (letter.to_address, letter.subject) == (SAM, "Join the team of Hyde Park Tea and Tech")
    assert "Amina Yusuf invites you to the team of Hyde Park Tea and Tech" in letter.text

    sam = as_("sam")
    offer = sam.get(path_in(letter)).get_data(as_text=True)
    assert "You will be in the team as: Member." in offer
    assert "The invitation went to another address." not in offer
    joined = send(sam, path_in(letter), action=path_in(letter))

    assert joined.location == f"/organisations/{ref_of(lead)}"
    assert "You are in the team now." in sam.get(joined.location).get_data(as_text=True)
    place = someone_for(SAM).place  # type: ignore[union-attr]
    assert place is not None
    assert (place.name, place.role) == ("Hyde Park Tea and Tech", Role.MEMBER)
    html = amina.get(team_path(lead)).get_data(as_text=True)
    assert "Sam Whitaker" in html
    assert "Invited, and not here yet" not in html
    assert "Sam Whitaker joined the team" in amina.get(joined.location).get_data(as_text=True)


def test_somebody_without_an_account_signs_in_first_and_comes_back(
    client: Reader, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("amina"), cast["amina"], "newcomer@example.org", "lead")
    path = path_in(letters()[0])

    page = client.get(path).get_data(as_text=True)
    assert "First sign in." in page
    to_sign_in = next(line.split('href="')[1].split('"')[0] for line in page.splitlines() if 'class="button"' in line)
    send(client, to_sign_in, {"email": "another.address@example.org"})
    arrived = send(client, "/sign-in/code", {"code": code_in(letters()[1])})
    named = send(client, arrived.location, {"name": "New Comer"}, action="/account/name")

    assert named.location == path
    assert "The invitation went to another address." in client.get(path).get_data(as_text=True)
    send(client, path, action=path)
    place = someone_for("another.address@example.org").place  # type: ignore[union-attr]
    assert place is not None
    assert place.role is Role.LEAD


def test_pressing_without_a_sign_in_joins_nobody(
    client: Reader, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("amina"), cast["amina"])
    path = path_in(letters()[0])
    keys = form_to(client.get("/sign-in").get_data(as_text=True), "/sign-in").fields

    answer = client.post(path, data=keys)

    assert answer.location == f"/sign-in?next={path}"
    assert client.get(path).status_code == 200


def test_looking_uses_nothing_up(app: Flask, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]) -> None:
    invite(send, as_("amina"), cast["amina"])
    path, sam = path_in(letters()[0]), as_("sam")

    for _ in range(10):
        for who in (app.test_client(), sam):
            assert who.get(path).status_code == 200
            assert who.head(path).status_code == 200

    assert someone_for(SAM).places == ()  # type: ignore[union-attr]
    assert send(sam, path, action=path).status_code == 303


@pytest.mark.parametrize(("days", "status"), [(6.99, 200), (7, 410)])
def test_an_invitation_lives_seven_days(
    client: Reader,
    as_: As,
    send: Send,
    letters: Letters,
    cast: dict[str, Someone],
    clock: Clock,
    days: float,
    status: int,
) -> None:
    invite(send, as_("amina"), cast["amina"])
    clock.shift(dt.timedelta(days=days))

    answer = client.get(path_in(letters()[0]))

    assert answer.status_code == status
    assert ("An invitation works once, and for 7 days." in answer.get_data(as_text=True)) is (status == 410)


def test_it_works_once(as_: As, send: Send, letters: Letters, cast: dict[str, Someone]) -> None:
    invite(send, as_("amina"), cast["amina"])
    path = path_in(letters()[0])
    send(as_("sam"), path, action=path)

    assert as_("grace").get(path).status_code == 410
    assert as_("grace").get("/invitations/nothing-like-it").status_code == 410
    with pytest.raises(Gone):
        actions.accept(path.rpartition("/")[2], by=cast["grace"])


def test_a_newer_invitation_ends_the_older_one(
    client: Reader, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    amina = as_("amina")
    invite(send, amina, cast["amina"])
    invite(send, amina, cast["amina"], role="lead")

    older, newer = map(path_in, letters())

    assert (client.get(older).status_code, client.get(newer).status_code) == (410, 200)


def test_withdrawing_ends_the_link(
    client: Reader, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    amina, team = as_("amina"), team_path(cast["amina"])
    invite(send, amina, cast["amina"])
    ref = db.session.scalars(select(TeamInvitation.ref)).one()

    answer = send(amina, team, action=f"{team}/invitations/{ref}/withdraw")

    assert answer.location == team
    assert "The invitation is withdrawn." in amina.get(team).get_data(as_text=True)
    assert client.get(path_in(letters()[0])).status_code == 410
    keys = form_to(amina.get(team).get_data(as_text=True), "/sign-out").fields
    assert amina.post(f"{team}/invitations/{ref}/withdraw", data=keys).status_code == 404


def test_nobody_withdraws_the_invitation_of_another_team(
    as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("amina"), cast["amina"])
    ref = db.session.scalars(select(TeamInvitation.ref)).one()
    grace = one_for(cast["grace"], ref_of(cast["grace"]))

    with pytest.raises(NotThere):
        actions.withdraw_invitation(grace, ref, by=cast["grace"])


def test_whoever_is_in_the_team_is_not_invited(as_: As, send: Send, letters: Letters, cast: dict[str, Someone]) -> None:
    answer = invite(send, as_("amina"), cast["amina"], cast["tom"].email)

    assert answer.status_code == 422
    assert "This person is in the team already." in answer.get_data(as_text=True)
    assert letters() == []


@pytest.mark.parametrize(("email", "role"), [("", "member"), ("sam", "lead"), (SAM, "approver"), (SAM, None)])
def test_what_does_not_fit_invites_nobody(
    as_: As, send: Send, letters: Letters, cast: dict[str, Someone], email: str, role: str | None
) -> None:
    path = f"{team_path(cast['amina'])}/invitations"

    answer = send(as_("amina"), path, {"email": email, "role": role}, action=path)

    assert (answer.status_code, len(letters())) == ((303, 1) if role is None else (422, 0))


def test_twenty_invitations_an_hour(as_: As, send: Send, letters: Letters, cast: dict[str, Someone]) -> None:
    amina, lead = as_("amina"), cast["amina"]
    for n in range(20):
        assert invite(send, amina, lead, f"p{n}@example.org").status_code == 303

    refused = invite(send, amina, lead, "one.more@example.org")

    assert refused.status_code == 422
    assert "You have sent many invitations." in refused.get_data(as_text=True)
    assert len(letters()) == len(db.session.scalars(select(TeamInvitation.id)).all()) == 20


def test_somebody_in_the_team_keeps_the_place_they_have(
    as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("amina"), cast["amina"], "amina.elsewhere@example.org")
    path = path_in(letters()[0])

    send(as_("amina"), path, action=path)

    place = someone_for(cast["amina"].email).place  # type: ignore[union-attr]
    assert place is not None
    assert place.role is Role.LEAD


def test_a_role_lost_a_moment_ago_invites_nobody(app: Flask, cast: dict[str, Someone]) -> None:
    amina = cast["amina"]
    organisation = one_for(amina, ref_of(amina))
    with action() as session:
        session.scalars(select(TeamMember).where(TeamMember.person_id == amina.person_id)).one().role = "member"

    with app.test_request_context():
        with pytest.raises(NotAllowed):
            actions.invite(organisation, SAM, Role.LEAD, by=amina)
        with pytest.raises(NotAllowed):
            actions.edit(organisation, {"what": "Tea"}, "", by=amina)


def test_of_sixteen_who_press_at_once_one_joins(
    app: Flask, as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("amina"), cast["amina"])
    token = path_in(letters()[0]).rpartition("/")[2]
    others = [someone for key, someone in cast.items() if key not in ("amina", "tom")][:8]

    def press(number: int) -> str:
        with app.test_request_context():
            try:
                return actions.accept(token, by=others[number % len(others)])
            except Refusal as refusal:
                return type(refusal).__name__

    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(press, range(16)))

    assert answers == {ref_of(cast["amina"]): 1, "Gone": 15}
    db.session.rollback()
    team = select(TeamMember.id).join(Organisation).where(Organisation.ref == ref_of(cast["amina"]))
    assert len(db.session.scalars(team).all()) == 3


def test_sixteen_who_register_the_same_number_at_once_are_one(app: Flask, cast: dict[str, Someone]) -> None:
    details = actions.Details("Repair Table", "charity", charity_number="1164883", postcode="LS11 6AA")

    def press(number: int) -> str:
        with app.test_request_context():
            try:
                return actions.register(details, by=cast["amina"], is_another=True).name
            except Invalid:
                return "here already"

    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(press, range(16)))

    assert answers == {"Repair Table": 1, "here already": 15}


def test_somebody_in_two_teams_acts_for_one_at_a_time(
    as_: As, send: Send, letters: Letters, cast: dict[str, Someone]
) -> None:
    invite(send, as_("grace"), cast["grace"], cast["tom"].email, "lead")
    tom, tea, circle = as_("tom"), ref_of(cast["tom"]), ref_of(cast["grace"])
    send(tom, path_in(letters()[0]), action=path_in(letters()[0]))
    assert tom.get(f"/organisations/{circle}/details").status_code == 200

    closed = tom.get(f"/organisations/{tea}")
    assert closed.status_code == 404
    assert "You act for another organisation now." in closed.get_data(as_text=True)
    answer = send(tom, "/account", action=f"/organisations/{tea}/switch")

    assert answer.location == f"/organisations/{tea}"
    assert tom.get(answer.location).status_code == 200
    assert tom.get(f"/organisations/{tea}/details").status_code == 403
    assert as_("tom").get(f"/organisations/{tea}").status_code == 200
    deeds = db.session.scalars(
        select(Deed.facts).where(Deed.subject == "sign_in", Deed.verb == "act_for").order_by(Deed.id)
    ).all()
    assert len(deeds) == 2


def test_nobody_acts_for_an_organisation_that_is_not_theirs(as_: As, cast: dict[str, Someone]) -> None:
    tom = as_("tom")
    keys = form_to(tom.get("/account").get_data(as_text=True), "/sign-out").fields

    answer = tom.post(f"/organisations/{ref_of(cast['grace'])}/switch", data=keys)

    assert answer.status_code == 404
    assert db.session.scalars(select(SignIn.place_id)).all() == [None]


def test_history_holds_no_name_and_no_address(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    invite(send, as_("amina"), cast["amina"])

    deed = db.session.scalars(select(Deed).where(Deed.verb == "invite")).one()

    assert deed.facts == {"invitation": db.session.scalars(select(TeamInvitation.id)).one(), "role": "member"}


def test_many_invitations_cost_what_one_does(
    as_: As, send: Send, cast: dict[str, Someone], queries: Callable[[], Counted]
) -> None:
    amina, lead = as_("amina"), cast["amina"]
    invite(send, amina, lead)
    amina.get(team_path(lead))
    costs = []
    for n in (0, 15):
        for i in range(n):
            invite(send, amina, lead, f"p{i}@example.org")
        with queries() as counted:  # type: ignore[attr-defined]
            amina.get(team_path(lead))
        costs.append(counted.number)

    assert costs[0] == costs[1] <= 8
