"""Roles, removing and leaving: it counts at once, people are told, and no team is ever without a lead."""

import pytest
from sqlalchemy import func, select

from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.organisations import actions, teams
from portal.organisations.models import TeamInvitation, TeamMember
from portal.organisations.queries import leads_of, someone_for
from portal.organisations.rules import LAST_LEAD
from portal.permissions import Role
from tests.assessments.steps import at_once
from tests.organisations.walking import again, deeds, home, lead_too, person_ref


def people_in(id: int) -> dict[str, str]:
    """Who is in a team now, by their role."""
    db.session.rollback()
    question = select(TeamMember).where(TeamMember.organisation_id == id, TeamMember.left_at.is_(None))
    return {str(one.person_id): one.role for one in db.session.scalars(question)}


def test_a_lead_makes_somebody_a_lead_and_it_counts_on_their_next_page(as_, send, cast, letters) -> None:
    ref, tom = home("amina").ref, as_("tom")
    assert tom.get(f"/organisations/{ref}/details").status_code == 403
    path = f"/organisations/{ref}/team/people/{person_ref(cast['tom'])}"

    answer = send(as_("amina"), path, {"role": "lead"}, action=path)

    assert answer.location == f"/organisations/{ref}/team"
    assert tom.get(f"/organisations/{ref}/details").status_code == 200
    [letter] = letters()
    assert (letter.to_address, letter.subject) == (
        cast["tom"].email,
        "Your role in Hyde Park Tea and Tech has changed",
    )
    assert "You are in the team as: Lead." in letter.text
    assert "Amina Yusuf made somebody a lead" in tom.get(f"/organisations/{ref}").get_data(as_text=True)


def test_who_is_removed_sees_nothing_of_it_on_their_next_page(as_, send, cast, letters) -> None:
    ref, tom = home("amina").ref, as_("tom")
    assert tom.get(f"/organisations/{ref}").status_code == 200
    path = f"/organisations/{ref}/team/people/{person_ref(cast['tom'])}"

    amina = as_("amina")
    answer = send(amina, path, action=f"{path}/remove")

    assert answer.location == f"/organisations/{ref}/team"
    assert tom.get(f"/organisations/{ref}").status_code == 403
    assert tom.get("/applications").status_code == 403
    assert [(one.to_address, one.subject) for one in letters()] == [
        (cast["tom"].email, "You are no longer in the team of Hyde Park Tea and Tech")
    ]
    assert "is no longer in the team. We have told them by e-mail." in amina.get(answer.location).text


def test_a_member_leaves_and_the_lead_is_told(as_, send, cast, letters) -> None:
    path = f"/organisations/{home('amina').ref}/team/leave"

    answer = send(as_("tom"), path, action=path)

    assert answer.location == "/home"
    assert someone_for(cast["tom"].email).places == ()
    assert [(one.to_address, one.subject) for one in letters()] == [
        (cast["amina"].email, "Tom Barker has left the team of Hyde Park Tea and Tech")
    ]
    assert deeds("organisation", "leave") == ["leave"]


def test_nobody_comes_in_on_the_word_of_who_was_removed(app, cast) -> None:
    tea, amina = home("amina"), cast["amina"]
    teams.change_role(tea, person_ref(cast["tom"]), Role.LEAD, by=amina)
    for email, by in (("friend@example.org", cast["tom"]), ("colleague@example.org", amina)):
        actions.invite(home("amina"), email, Role.MEMBER, by=someone_for(by.email))
    teams.remove(home("amina"), person_ref(cast["tom"]), by=amina)
    living = select(TeamInvitation.email).where(TeamInvitation.ended_at.is_(None))
    assert db.session.scalars(living).all() == ["colleague@example.org"]


def test_members_see_the_team_and_no_controls(as_, cast) -> None:
    ref = home("amina").ref
    html = as_("tom").get(f"/organisations/{ref}/team").text

    assert "Amina Yusuf" in html
    assert "/team/people/" not in html
    assert "Invite somebody" not in html
    assert as_("tom").get(f"/organisations/{ref}/team/people/{person_ref(cast['amina'])}").status_code == 403


def test_the_only_lead_is_told_why_they_stay(as_, send, cast) -> None:
    found = home("amina")
    amina, leave = as_("amina"), f"/organisations/{found.ref}/team/leave"
    html = amina.get(leave).text
    assert "You are the only lead, so you cannot leave yet." in html
    assert f'action="{leave}"' not in html

    own = f"/organisations/{found.ref}/team/people/{person_ref(cast['amina'])}"
    refused = send(amina, own, {"role": "member"}, action=own)

    assert refused.status_code == 409
    assert str(LAST_LEAD) in refused.text
    for deed in (
        lambda: teams.leave(found, by=cast["amina"]),
        lambda: teams.remove(found, person_ref(cast["amina"]), by=cast["amina"]),
        lambda: teams.change_role(found, person_ref(cast["amina"]), Role.MEMBER, by=cast["amina"]),
    ):
        with pytest.raises(WrongState, match="only one"):
            deed()
    assert [lead.email for lead in leads_of(home("amina").id)] == [cast["amina"].email]


def test_the_same_role_again_changes_and_tells_nothing(app, cast, letters) -> None:
    with app.test_request_context():
        teams.change_role(home("amina"), person_ref(cast["tom"]), Role.MEMBER, by=cast["amina"])
    assert letters() == []
    assert deeds("organisation", "make_member") == []


def test_a_lead_who_was_made_a_member_a_moment_ago_changes_nobody(app, cast) -> None:
    found = home("amina")
    second = lead_too(found)
    with app.test_request_context():
        teams.change_role(found, person_ref(second), Role.MEMBER, by=cast["amina"])
        for deed in (
            lambda: teams.remove(found, person_ref(cast["tom"]), by=second),
            lambda: teams.change_role(found, person_ref(cast["tom"]), Role.LEAD, by=second),
        ):
            with pytest.raises(NotAllowed):
                deed()


def test_nobody_reaches_into_another_team(app, cast) -> None:
    with app.test_request_context(), pytest.raises(NotThere):
        teams.remove(home("amina"), person_ref(cast["ben"]), by=cast["amina"])


@pytest.mark.parametrize("way", ["leave", "remove each other", "step down"])
def test_of_two_leads_who_go_at_once_one_stays_and_is_told_why(app, cast, way: str) -> None:
    found, amina = home("amina"), cast["amina"]
    second = lead_too(found)
    refs = {one.person_id: person_ref(one) for one in (amina, second)}
    other = {amina.person_id: second, second.person_id: amina}

    def go(someone):
        there = again(id)
        if way == "leave":
            return teams.leave(there, by=someone)
        if way == "step down":
            return teams.change_role(there, refs[someone.person_id], Role.MEMBER, by=someone)
        return teams.remove(there, refs[other[someone.person_id].person_id], by=someone)

    id = found.id
    came = at_once(app, [lambda one=one: go(one) for one in (amina, second)])

    refused = [one for one in came if one is not None]
    assert len(refused) == 1
    # Who was removed by the other a moment before may not remove anybody any more; the rest are told of the last lead.
    expected = NotAllowed if way == "remove each other" else WrongState
    assert isinstance(refused[0], expected)
    assert way == "remove each other" or refused[0].sentence == LAST_LEAD
    assert list(people_in(id).values()).count("lead") == 1


def test_of_sixteen_leads_who_leave_at_once_one_stays(app, cast) -> None:
    found = home("amina")
    id, leads = found.id, [cast["amina"], *(lead_too(found, f"Lead{n}") for n in range(15))]

    came = at_once(app, [lambda one=one: teams.leave(again(id), by=one) for one in leads])

    assert [type(one).__name__ for one in came if one is not None] == ["WrongState"]
    assert list(people_in(id).values()).count("lead") == 1
    left = select(func.count()).select_from(Deed).where(Deed.verb == "leave", Deed.subject_id == id)
    assert db.session.scalar(left) == 15
