"""Finding the organisation that is here already, asking to join it, and the leads' answer."""

import datetime as dt

import pytest
from sqlalchemy import select

from portal.accounts.models import KeptForm
from portal.db.session import action, db
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.organisations import actions, requests, teams
from portal.organisations.join_queries import found
from portal.organisations.models import JoinRequest, Organisation, TeamMember
from portal.organisations.queries import leads_of, someone_for
from portal.permissions import Role
from tests.assessments.steps import at_once
from tests.organisations.walking import again, deeds, home, lead_too, person_ref
from tests.reader import form_to
from tests.town import sign_in

SAM = "sam.whitaker@example.org"
TYPED = {
    "name": "hyde park TEA & Tech",
    "legal_form": "charity",
    "address": "3 Tempest Road",
    "postcode": "LS6 1AA",
    "charity_number": "",
    "company_number": "",
}
NEW = "/organisations/new"


@pytest.fixture
def sam(app):
    """Somebody new, as somebody who acts."""
    sign_in("sam")
    return someone_for(SAM)


def request_of(key: str = "amina") -> JoinRequest:
    """The newest request to join somebody's team."""
    db.session.rollback()
    question = select(JoinRequest).where(JoinRequest.organisation_id == home(key).id)
    return db.session.scalars(question.order_by(JoinRequest.id.desc())).first()


# --- Finding --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["tea tech", "The Hyde Park tea", "HYDE PARK TÉA AND TECH", "ea and te"])
def test_a_name_is_found_however_it_is_written(app, text: str) -> None:
    assert [row.name for row in found(text)] == ["Hyde Park Tea and Tech"]


def test_a_number_is_found_in_any_form_and_nothing_else_is(app) -> None:
    number = home("amina").charity_number
    assert [row.name for row in found(f"Charity no. {number[:3]} {number[3:]}")] == ["Hyde Park Tea and Tech"]
    assert found("1164883") == []


@pytest.mark.parametrize("text", ["", "ab", "%%%%", "___", "the and of", "' or 1=1 --"])
def test_what_names_nobody_finds_nobody(app, text: str) -> None:
    assert list(found(text)) == []


def test_what_is_shown_is_public_and_names_no_person(as_, cast) -> None:
    html = as_("sam").get("/organisations/find?q=tea tech").text

    there = home("amina")
    assert "Hyde Park Tea and Tech" in html
    assert there.postcode.split()[0] in html
    assert there.charity_number in html
    for private in (there.postcode, there.phone, there.address, cast["amina"].name, cast["amina"].email):
        assert private not in html
        assert private not in as_("sam").get(f"/organisations/{there.ref}/join").text


def test_it_is_no_directory_to_be_read_out(as_, sam) -> None:
    client = as_("sam")
    for _ in range(40):
        assert client.get("/organisations/find?q=tea tech").status_code == 200

    refused = client.get("/organisations/find?q=tea tech")

    assert refused.status_code == 429
    assert "You have looked for many organisations. Wait an hour, then go on." in refused.text
    assert "Ask to join" not in refused.text


def test_registering_tells_no_more_than_looking_does(as_, send, sam) -> None:
    client = as_("sam")
    for _ in range(40):
        client.get("/organisations/find?q=zzzz")

    answer = send(client, NEW, TYPED, action=NEW)

    assert answer.status_code == 422
    assert "You have looked for many organisations." in answer.text
    assert "Ask to join" not in answer.text


@pytest.mark.parametrize("way", ["name", "charity_number"])
def test_who_registers_it_again_is_led_to_the_one_that_is_here_and_keeps_what_they_typed(
    as_, send, sam, way: str
) -> None:
    there, client = home("amina"), as_("sam")
    typed = TYPED if way == "name" else {**TYPED, "name": "Another", "charity_number": there.charity_number}

    answer = send(client, NEW, typed, action=NEW)

    assert answer.status_code == 422
    assert "Is this yours?" in answer.text
    assert "Hyde Park Tea and Tech" in answer.text
    assert f'value="{there.ref}"' in answer.text
    fields = {**form_to(answer.text, NEW).fields, "ask": there.ref}
    on = client.post(NEW, data=fields)
    assert on.location.startswith(f"/organisations/{there.ref}/join?kept=")
    page = client.get(on.location).text
    assert "Go back to what you typed" in page
    kept = db.session.scalars(select(KeptForm)).one()
    assert dict(map(tuple, kept.fields))["address"] == "3 Tempest Road"
    back = client.post(NEW, data={**form_to(page, NEW).fields})
    assert "3 Tempest Road" in back.text
    assert "Is this yours?" in back.text


def test_what_somebody_typed_is_nobody_elses_to_go_back_to(as_, send, sam, cast) -> None:
    there, client = home("amina"), as_("sam")
    answer = send(client, NEW, TYPED, action=NEW)
    on = client.post(NEW, data={**form_to(answer.text, NEW).fields, "ask": there.ref})

    assert "Go back to what you typed" not in as_("grace").get(on.location).text


# --- Asking ---------------------------------------------------------------------------------------------------------


def test_asking_tells_every_lead_and_says_what_happens_next(as_, send, sam, letters, cast) -> None:
    there = home("amina")
    second = lead_too(there)
    path = f"/organisations/{there.ref}/join"

    answer = send(as_("sam"), path, {"line": "I help on Tuesdays."}, action=path)

    asked = request_of()
    assert answer.location == f"/organisations/requests/{asked.ref}"
    assert "It is the leads’ turn." in as_("sam").get(answer.location).text
    assert sorted(one.to_address for one in letters()) == sorted([cast["amina"].email, second.email])
    letter = letters()[0]
    assert "I help on Tuesdays." in letter.text
    assert f"(sam.whitaker@example.org) asks to join the team of {there.name}" in letter.text
    assert f"/organisations/{there.ref}/team/requests/{asked.ref}" in letter.text
    assert "Sam Whitaker asks to join the team" in as_("amina").get("/home").text
    assert "You asked to join Hyde Park Tea and Tech" in as_("sam").get("/home").text
    assert "asks to join" not in as_("tom").get("/home").text


def test_asked_twice_is_asked_once(app, sam, letters) -> None:
    there = home("amina")
    with app.test_request_context():
        first, second = (requests.ask(there, line, by=sam) for line in ("Hello", ""))
    assert first.ref == second.ref
    assert request_of().line == "Hello"
    assert len(letters()) == 1


def test_sixteen_presses_at_once_ask_once(app, sam, letters) -> None:
    id = home("amina").id
    came = at_once(app, [lambda: requests.ask(again(id), "Hello", by=sam).ref for _ in range(16)])
    assert len(set(came)) == 1
    assert len(letters()) == 1


def test_whoever_is_in_the_team_need_not_ask(as_, app, cast) -> None:
    there = home("amina")
    assert as_("tom").get(f"/organisations/{there.ref}/join").location == f"/organisations/{there.ref}"
    with app.test_request_context(), pytest.raises(WrongState):
        requests.ask(there, "", by=cast["tom"])


def test_ten_requests_an_hour(as_, send, sam) -> None:
    with action() as session:
        now = home("amina").created_at
        for n in range(11):
            session.add(
                Organisation(ref=f"org-{n}", name=f"Org {n}", name_key=f"org {n}", legal_form="group", created_at=now)
            )
    client = as_("sam")
    answers = [send(client, f"/organisations/org-{n}/join", action=f"/organisations/org-{n}/join") for n in range(11)]
    assert [one.status_code for one in answers] == [303] * 10 + [422]
    assert "You have asked to join many teams." in answers[-1].text


def test_who_asked_takes_it_back_and_may_ask_again(as_, send, app, sam) -> None:
    there = home("amina")
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
    path = f"/organisations/requests/{asked.ref}"

    send(as_("sam"), path, action=f"{path}/withdraw")

    assert request_of().state == "withdrawn"
    html = as_("amina").get(f"/organisations/{there.ref}/team/requests/{asked.ref}").text
    assert "They took the request back" in html
    with app.test_request_context():
        assert requests.ask(home("amina"), "", by=sam).ref != asked.ref


def test_nobody_takes_back_what_another_asked(app, sam, cast) -> None:
    with app.test_request_context():
        asked = requests.ask(home("amina"), "", by=sam)
        with pytest.raises(NotThere):
            requests.withdraw(asked.ref, by=cast["grace"])


# --- Answering ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "role"), [("member", Role.MEMBER), ("lead", Role.LEAD)])
def test_a_lead_says_yes_and_both_see_it(as_, send, app, sam, letters, answer: str, role: Role) -> None:
    there = home("amina")
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
    path = f"/organisations/{there.ref}/team/requests/{asked.ref}"

    send(as_("amina"), path, {"answer": answer}, action=path)

    place = someone_for(SAM).place
    assert (place.name, place.role) == (there.name, role)
    assert letters()[-1].subject == f"You are in the team of {there.name}"
    assert "Sam Whitaker" in as_("amina").get(f"/organisations/{there.ref}/team").text
    assert "In the team" in as_("sam").get(f"/organisations/requests/{asked.ref}").text
    assert deeds("organisation", "ask_to_join", "join_team", "accept_request") == [
        "ask_to_join",
        "join_team",
        "accept_request",
    ]


def test_a_lead_says_no_with_a_word(as_, send, app, sam, letters) -> None:
    there = home("amina")
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
    path = f"/organisations/{there.ref}/team/requests/{asked.ref}"

    send(as_("amina"), path, {"answer": "decline", "word": "Come and see us first."}, action=path)

    assert someone_for(SAM).places == ()
    assert "Come and see us first." in letters()[-1].text
    assert "Come and see us first." in as_("sam").get(f"/organisations/requests/{asked.ref}").text


def test_a_lead_has_to_say_something(as_, send, app, sam) -> None:
    there = home("amina")
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
    path = f"/organisations/{there.ref}/team/requests/{asked.ref}"

    answer = send(as_("amina"), path, {"word": "Hm."}, action=path)

    assert answer.status_code == 422
    assert "Say whether they can join." in answer.text
    assert 'value="Hm."' in answer.text


def test_of_two_leads_the_first_decides_and_the_other_reads_how(as_, send, app, sam, cast) -> None:
    there = home("amina")
    second = lead_too(there)
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
    path = f"/organisations/{there.ref}/team/requests/{asked.ref}"
    client = as_("amina")
    late = form_to(client.get(path).text, path).fields
    with app.test_request_context():
        requests.accept(home("amina"), asked.ref, Role.MEMBER, by=second)

    answer = client.post(path, data={**late, "answer": "decline"})

    assert answer.status_code == 409
    assert "Somebody has answered this request already." in answer.text
    assert "Second answered on" in answer.text
    assert someone_for(SAM).place.role is Role.MEMBER


def test_sixteen_answers_at_once_are_one(app, sam, cast, letters) -> None:
    there = home("amina")
    id, second = there.id, lead_too(there)
    with app.test_request_context():
        ref = requests.ask(there, "", by=sam).ref

    def press(number: int):
        by = (cast["amina"], second)[number % 2]
        if number % 4 < 2:
            return requests.accept(again(id), ref, Role.MEMBER, by=by) or "yes"
        return requests.decline(again(id), ref, "", by=by) or "no"

    came = at_once(app, [lambda n=n: press(n) for n in range(16)])

    won = [one for one in came if isinstance(one, str)]
    assert len(won) == 1
    assert {type(one).__name__ for one in came if not isinstance(one, str)} == {"WrongState"}
    db.session.rollback()
    assert bool(someone_for(SAM).places) is (won == ["yes"])
    assert len([one for one in letters() if one.to_address == SAM]) == 1


def test_joining_by_an_invitation_answers_the_request(app, sam, cast, letters) -> None:
    there = home("amina")
    with app.test_request_context():
        requests.ask(there, "", by=sam)
        actions.invite(there, SAM, Role.MEMBER, by=cast["amina"])
        actions.accept(letters()[-1].text.split("/invitations/")[1].split()[0], by=sam)
    assert request_of().state == "accepted"


def test_a_lead_who_was_removed_a_moment_ago_answers_nothing(app, sam, cast) -> None:
    there = home("amina")
    second = lead_too(there)
    with app.test_request_context():
        asked = requests.ask(there, "", by=sam)
        teams.remove(there, person_ref(second), by=cast["amina"])
        with pytest.raises(NotAllowed):
            requests.accept(there, asked.ref, Role.LEAD, by=second)


# --- The end of waiting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "ended"), [(29.99, False), (30, True)])
def test_after_thirty_days_it_ends_and_who_asked_is_told(app, sam, letters, clock, days: float, ended: bool) -> None:
    with app.test_request_context():
        requests.ask(home("amina"), "", by=sam)
        before = len(letters())
        clock.shift(dt.timedelta(days=days))
        assert requests.expire() == ended
        assert requests.expire() == 0
    assert (request_of().state == "expired") is ended
    assert [(one.to_address, one.template) for one in letters()[before:]] == (
        [(SAM, "organisations/mail/expired")] if ended else []
    )


def test_without_a_lead_the_council_answers(as_, send, app, sam, cast, letters) -> None:
    there = home("amina")
    with action() as session:
        for place in session.scalars(select(TeamMember).where(TeamMember.organisation_id == there.id)):
            place.left_at = there.created_at
    assert list(leads_of(there.id)) == []
    with app.test_request_context():
        asked = requests.ask(home_by_name("Hyde Park Tea and Tech"), "I have kept the tea going.", by=sam)
    assert letters() == []
    inbox = as_("priya").get("/inbox").text
    assert "Requests to join a team without a lead" in inbox
    assert f'href="/verification/requests/{asked.ref}"' in inbox

    path = f"/verification/requests/{asked.ref}"
    assert "I have kept the tea going." in as_("priya").get(path).text
    assert as_("daniel").get(path).status_code == 403
    send(as_("priya"), path, {"answer": "lead"}, action=path)

    assert someone_for(SAM).place.role is Role.LEAD
    assert letters()[-1].subject == "You are in the team of Hyde Park Tea and Tech"
    assert asked.ref not in as_("priya").get("/inbox").text
    assert "The council answered on" in as_("joyce").get(path).text


def test_the_council_does_not_answer_for_a_team_with_a_lead(app, sam, cast) -> None:
    with app.test_request_context():
        asked = requests.ask(home("amina"), "", by=sam)
        with pytest.raises(WrongState):
            requests.let_in(asked.ref, by=cast["joyce"])


def test_an_officer_does_not_let_themselves_in(as_, app, cast) -> None:
    there = home("amina")
    with action() as session:
        for place in session.scalars(select(TeamMember).where(TeamMember.organisation_id == there.id)):
            place.left_at = there.created_at
    with app.test_request_context():
        asked = requests.ask(home_by_name("Hyde Park Tea and Tech"), "", by=cast["joyce"])
        with pytest.raises(NotAllowed):
            requests.let_in(asked.ref, by=cast["joyce"])
    path = f"/verification/requests/{asked.ref}"
    assert path not in as_("joyce").get("/inbox").text
    assert as_("joyce").get(path).status_code == 404


def home_by_name(name: str) -> Organisation:
    """An organisation that has no team any more."""
    return db.session.scalars(select(Organisation).where(Organisation.name == name)).one()
