"""Invitations that end: a reminder two days before, and one press to send one again."""

import datetime as dt

import pytest
from sqlalchemy import select

from portal.db.session import db
from portal.kit.errors import NotThere
from portal.organisations import actions
from portal.organisations.chores import remind_invited
from portal.organisations.models import TeamInvitation
from portal.organisations.queries import someone_for
from portal.permissions import Role
from tests.assessments.steps import at_once
from tests.organisations.walking import home
from tests.town import sign_in

EMAIL = "new.face@example.org"
DAY = dt.timedelta(days=1)


@pytest.fixture
def invited(app, cast):
    """Amina has invited somebody just now."""
    with app.test_request_context():
        yield actions.invite(home("amina"), EMAIL, Role.MEMBER, by=cast["amina"])


def path_in(letter) -> str:
    """The path of a letter's link."""
    return "/invitations/" + letter.text.split("/invitations/")[1].split()[0]


@pytest.mark.parametrize(("days", "number"), [(4.9, 0), (5.1, 1), (6.9, 1), (7.1, 0)])
def test_somebody_is_reminded_two_days_before_the_end(invited, letters, clock, days: float, number: int) -> None:
    clock.shift(days * DAY)

    assert remind_invited() == number

    assert [one.template for one in letters()[1:]] == ["organisations/mail/reminder"] * number
    assert remind_invited() == 0


def test_both_letters_let_them_in_and_only_once(app, client, as_, send, invited, letters, clock) -> None:
    clock.shift(6 * DAY)
    remind_invited()
    first, second = map(path_in, letters())
    assert first != second
    assert (client.get(first).status_code, client.get(second).status_code) == (200, 200)
    assert letters()[1].secret

    send(as_("sam"), second, action=second)

    assert someone_for("sam.whitaker@example.org").place.role is Role.MEMBER
    assert (client.get(first).status_code, client.get(second).status_code) == (410, 410)


def test_who_was_withdrawn_or_is_in_is_not_reminded(app, invited, cast, letters, clock) -> None:
    actions.withdraw_invitation(home("amina"), invited.ref, by=cast["amina"])
    clock.shift(6 * DAY)
    assert remind_invited() == 0


def test_many_workers_remind_once(app, invited, letters, clock) -> None:
    clock.shift(6 * DAY)
    db.session.commit()
    came = at_once(app, [remind_invited] * 8)
    assert sum(one for one in came if isinstance(one, int)) == 1
    assert len(letters()) == 2


def test_a_lead_sees_what_has_ended_and_sends_it_again_with_one_press(
    app, as_, send, client, invited, letters, clock
) -> None:
    ref, old = home("amina").ref, invited.ref
    clock.shift(8 * DAY)
    amina, team = as_("amina"), f"/organisations/{ref}/team"
    html = amina.get(team).text
    assert "The invitation ended on" in html
    assert "Ended" in html

    answer = send(amina, team, action=f"{team}/invitations/{old}/again")

    assert answer.location == team
    html = amina.get(team).text
    assert f"We have sent an invitation to {EMAIL}." in html
    assert "The invitation ended on" not in html
    assert (client.get(path_in(letters()[0])).status_code, client.get(path_in(letters()[-1])).status_code) == (410, 200)
    living = db.session.scalars(select(TeamInvitation).where(TeamInvitation.ended_at.is_(None))).one()
    assert (living.email, living.role) == (EMAIL, "member")


def test_one_that_ended_a_month_ago_is_gone_from_the_page(app, as_, invited, clock) -> None:
    clock.shift(38 * DAY)
    assert EMAIL not in as_("amina").get(f"/organisations/{home('amina').ref}/team").text


def test_one_that_was_answered_is_not_sent_again(app, invited, cast, letters) -> None:
    sign_in("sam")
    actions.accept(path_in(letters()[0]).rpartition("/")[2], by=someone_for("sam.whitaker@example.org"))
    with pytest.raises(NotThere):
        actions.invite_again(home("amina"), invited.ref, by=cast["amina"])


def test_somebody_who_joined_by_another_way_is_not_invited_again(app, as_, send, cast, letters, invited) -> None:
    actions.invite(home("amina"), "tom.other@example.org", Role.MEMBER, by=cast["amina"])
    with app.app_context():
        row = db.session.scalars(select(TeamInvitation).where(TeamInvitation.email == "tom.other@example.org")).one()
        row.email = cast["tom"].email
        ref = row.ref
        db.session.commit()
    team = f"/organisations/{home('amina').ref}/team"
    amina = as_("amina")
    send(amina, team, action=f"{team}/invitations/{ref}/again")
    assert "This person is in the team already." in amina.get(team).text
