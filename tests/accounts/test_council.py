"""Council roles: who gives and takes them, what a change ends, and the last administrator."""

from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.accounts import council
from portal.accounts.models import CouncilRole, Person, SignIn
from portal.accounts.queries import by_email, holders_of, roles_of
from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import NotAllowed, NotThere, WrongState
from portal.mail.models import Letter
from portal.organisations.queries import signed_in, someone_for
from portal.permissions import PORTAL, TEAM_ROLES, Role, Someone
from tests import town
from tests.accounts.apps import email_of, together
from tests.conftest import Send
from tests.reader import Reader

As = Callable[[str], Reader]
Letters = Callable[[], list[Letter]]
NEW = "/council/people/new"
WHY = "Your roles have changed, so we signed you out. Sign in again to go on."


def row(key: str) -> Person:
    """One of the cast as they are kept."""
    found = by_email(email_of(key))
    assert found is not None
    return found


def held(key: str) -> list[Role]:
    """The council roles of one of the cast."""
    db.session.rollback()
    return roles_of([row(key).id])[row(key).id]


# --- Verbs ----------------------------------------------------------------------------------------------------------


def test_a_role_is_given_once_with_one_letter_and_one_line_of_history(
    app: Flask, letters: Letters, cast: dict[str, Someone]
) -> None:
    for _ in range(2):
        council.give_role(email_of("tom"), Role.APPROVER, by=cast["wei"])

    assert held("tom") == [Role.APPROVER]
    assert row("tom").id in [holder.id for holder in holders_of(Role.APPROVER)]
    assert [(letter.to_address, letter.subject) for letter in letters()] == [
        (email_of("tom"), "Your new role: Approver")
    ]
    assert "Wei Chen gave you the role “Approver” on Join the Dots." in letters()[0].text
    given = select(Deed).where(Deed.verb == "give_role", Deed.subject_id == row("tom").id)
    deeds = db.session.scalars(given).all()
    assert [(deed.subject, deed.subject_id, deed.actor_id, deed.facts) for deed in deeds] == [
        ("person", row("tom").id, cast["wei"].person_id, {"role": "approver"})
    ]


def test_a_role_can_be_given_to_somebody_who_has_never_been_here(app: Flask, cast: dict[str, Someone]) -> None:
    made = council.give_role("new.colleague@example.org", Role.REVIEWER, by=cast["wei"])

    assert (made.email, made.name) == ("new.colleague@example.org", "")
    found = someone_for(made.email)
    assert found is not None
    assert found.council_roles == {Role.REVIEWER}


def test_only_whoever_keeps_the_settings_gives_and_takes_roles(app: Flask, cast: dict[str, Someone]) -> None:
    for key in set(cast) - {"wei"}:
        with pytest.raises(NotAllowed):
            council.give_role(email_of(key), Role.ADMINISTRATOR, by=cast[key])
        with pytest.raises(NotAllowed):
            council.take_role(row("joyce"), Role.APPROVER, by=cast[key])
    assert held("joyce") == [Role.APPROVER]


@pytest.mark.parametrize("role", sorted(TEAM_ROLES, key=lambda role: role.code))
def test_a_place_in_a_team_is_not_the_councils_to_give(app: Flask, cast: dict[str, Someone], role: Role) -> None:
    with pytest.raises(NotAllowed):
        council.give_role(email_of("tom"), role, by=cast["wei"])


def test_somebody_who_was_an_administrator_a_moment_ago_is_none(app: Flask, cast: dict[str, Someone]) -> None:
    wei = cast["wei"]
    council.give_role(email_of("helen"), Role.ADMINISTRATOR, by=wei)
    helen = someone_for(email_of("helen"))
    assert helen is not None
    council.take_role(row("wei"), Role.ADMINISTRATOR, by=helen)

    with pytest.raises(NotAllowed):
        council.give_role(email_of("tom"), Role.APPROVER, by=wei)


def test_a_role_that_is_taken_is_gone_and_a_letter_says_so(
    app: Flask, letters: Letters, cast: dict[str, Someone]
) -> None:
    council.take_role(row("ruth"), Role.REVIEWER, by=cast["wei"])

    assert held("ruth") == []
    ruth = someone_for(email_of("ruth"))
    assert ruth is not None
    assert [place.role for place in ruth.places] == [Role.MEMBER], "her place in a team is not the council's"
    assert letters()[0].subject == "You no longer hold the role “Reviewer”"
    with pytest.raises(NotThere):
        council.take_role(row("ruth"), Role.REVIEWER, by=cast["wei"])


def test_nobody_takes_the_last_administrators_role_away(app: Flask, cast: dict[str, Someone]) -> None:
    for by in (cast["wei"], PORTAL):
        with pytest.raises(WrongState, match="last administrator"):
            council.take_role(row("wei"), Role.ADMINISTRATOR, by=by)
    assert held("wei") == [Role.ADMINISTRATOR]


@pytest.mark.parametrize("race", range(3))
def test_two_administrators_who_take_each_others_role_leave_one(
    app: Flask, cast: dict[str, Someone], race: int
) -> None:
    council.give_role(email_of("helen"), Role.ADMINISTRATOR, by=PORTAL)
    helen, wei = someone_for(email_of("helen")), cast["wei"]
    assert helen is not None

    def take(key: str, by: Someone) -> Callable[[], object]:
        return lambda: council.take_role(row(key), Role.ADMINISTRATOR, by=by)

    answers = together(app, [take("wei", helen), take("helen", wei)] * 4)

    assert sum(answer is None for answer in answers) == 1
    assert {answer for answer in answers if answer is not None} <= {WrongState, NotAllowed, NotThere}
    left = select(func.count()).where(CouncilRole.role == Role.ADMINISTRATOR.code)
    assert db.session.scalar(left) == 1


def test_sixteen_who_give_the_same_role_at_once_give_it_once(
    app: Flask, letters: Letters, cast: dict[str, Someone]
) -> None:
    deed = lambda: council.give_role("new.colleague@example.org", Role.FINANCE, by=cast["wei"]).email

    answers = together(app, [deed] * 16)

    assert Counter(answers) == {"new.colleague@example.org": 16}
    assert len(letters()) == 1


# --- What a change ends ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["give", "take"])
def test_a_change_of_roles_ends_every_sign_in_at_once_and_says_why(
    app: Flask, as_: As, cast: dict[str, Someone], change: str
) -> None:
    here, half = as_("joyce"), town.sign_in_half(email_of("joyce"))
    other = as_("martin")
    assert here.get("/inbox").status_code == 200

    if change == "give":
        council.give_role(email_of("joyce"), Role.FINANCE, by=cast["wei"])
    else:
        council.take_role(row("joyce"), Role.APPROVER, by=cast["wei"])

    sent_away = here.get("/inbox")
    assert (sent_away.status_code, sent_away.location) == (303, "/sign-in?next=/inbox")
    assert WHY in here.get(sent_away.location).text
    assert signed_in(half) is None
    assert other.get("/inbox").status_code == 200
    living = select(func.count()).where(SignIn.person_id == row("joyce").id, SignIn.ended_at.is_(None))
    assert db.session.scalar(living) == 0


def test_htmx_is_led_to_the_same_sentence(as_: As, cast: dict[str, Someone]) -> None:
    joyce = as_("joyce")
    council.give_role(email_of("joyce"), Role.FINANCE, by=cast["wei"])

    answer = joyce.get("/inbox", headers={"HX-Request": "true", "HX-Request-Type": "partial"})

    assert (answer.status_code, answer.headers["HX-Redirect"], answer.data) == (401, "/sign-in", b"")
    assert WHY in joyce.get("/sign-in").text


def test_what_was_typed_meanwhile_is_kept(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    from_before = as_("joyce")
    page = from_before.get("/account/name").text
    council.give_role(email_of("joyce"), Role.FINANCE, by=cast["wei"])
    word = page.split('name="csrf_token" value="')[1].split('"')[0]

    led = from_before.post("/account/name", data={"csrf_token": word, "_key": "k" * 16, "name": "Joyce A."}).location
    assert led is not None
    assert led.startswith("/sign-in?next=/account/kept/")
    html = from_before.get(led).text
    assert WHY in html
    assert "What you typed is kept" in html
    again = as_("joyce")
    send(again, led.split("next=")[1], action="/account/name")
    assert "Joyce A." in again.get("/account").text


def test_other_ends_are_explained_to_nobody(as_: As, send: Send) -> None:
    joyce = as_("joyce")
    token = joyce.get_cookie("signed-in")
    assert token is not None
    send(joyce, "/account", action="/sign-out")
    joyce.get("/sign-in")
    joyce.set_cookie("signed-in", token.value)

    assert "signed you out" not in joyce.get(joyce.get("/inbox").location or "").text


# --- On screen ------------------------------------------------------------------------------------------------------


def test_an_administrator_finds_everybody_by_the_menu(as_: As) -> None:
    wei = as_("wei")
    assert 'href="/settings"' in wei.get("/inbox").text
    assert 'href="/council/people"' in wei.get("/settings").text
    assert 'href="/council/people"' not in as_("helen").get("/settings").text

    html = wei.get("/council/people").text

    assert [name for name in ("Joyce Adeyemi", "Philippa Naylor", "Wei Chen") if name not in html] == []
    assert "Amina Yusuf" not in html
    assert "Approver" in html


def test_the_list_comes_in_pages_at_the_same_cost(app: Flask, as_: As, queries: Callable[[], object]) -> None:
    wei, costs = as_("wei"), []
    wei.get("/council/people")
    for more in (0, 30):
        with action():
            for number in range(more):
                council.give_role(f"officer.{number}@example.org", Role.REVIEWER, by=PORTAL)
        with queries() as counted:  # type: ignore[attr-defined]
            page = wei.get("/council/people").text
        costs.append(counted.number)
    assert costs[0] == costs[1] <= 8
    seen, path = [], "/council/people"
    while path:
        page = wei.get(path).text
        seen += [line for line in page.splitlines() if 'href="/council/people/' in line and "<li>" in line]
        further = [line for line in page.splitlines() if 'rel="next"' in line]
        path = further[0].split('href="')[1].split('"')[0].replace("&amp;", "&") if further else ""
    assert len(seen) == len(set(seen)) == 30 + sum(bool(member.council_roles) for member in town.CAST)


def test_giving_a_role_on_screen(as_: As, send: Send) -> None:
    wei = as_("wei")

    answer = send(wei, NEW, {"email": " New.Colleague@example.org ", "role": "reviewer"}, action=NEW)

    assert answer.status_code == 303
    page = wei.get(answer.location or "").text
    assert "new.colleague@example.org holds the role “Reviewer” now." in page
    assert "Wei Chen gave the role “Reviewer”" in page
    assert "Wei Chen added this person" in page
    assert "Not set up yet" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": "", "role": "reviewer"}, "Type their e-mail address."),
        ({"email": "nobody", "role": "reviewer"}, "Type an e-mail address in full"),
        ({"email": "a@example.org"}, "Choose the role."),
        ({"email": "a@example.org", "role": "lead"}, "Choose the role."),
        ({"email": "a@example.org", "role": "king"}, "Choose the role."),
    ],
)
def test_what_does_not_fit_is_said_and_kept(as_: As, send: Send, typed: dict[str, str], sentence: str) -> None:
    answer = send(as_("wei"), NEW, typed, action=NEW)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not typed["email"] or f'value="{typed["email"]}"' in answer.text


def test_taking_a_role_on_screen(as_: As, send: Send) -> None:
    wei, ref = as_("wei"), row("ruth").ref

    answer = send(wei, f"/council/people/{ref}", action=f"/council/people/{ref}/roles/reviewer/take")

    assert (answer.status_code, answer.location) == (303, "/council/people")
    assert "The role “Reviewer” is taken away." in wei.get("/council/people").text
    assert held("ruth") == []
    assert wei.get(f"/council/people/{ref}").status_code == 404


def test_the_last_administrator_reads_why_not(as_: As, send: Send) -> None:
    wei, ref = as_("wei"), row("wei").ref

    answer = send(wei, f"/council/people/{ref}", action=f"/council/people/{ref}/roles/administrator/take")

    assert answer.status_code == 409
    assert "This is the last administrator. First make somebody else one." in answer.text
    assert wei.get("/council/people").status_code == 200


def test_resetting_an_app_on_screen(as_: As, send: Send) -> None:
    wei, joyce, ref = as_("wei"), as_("joyce"), row("joyce").ref
    assert f"/council/people/{ref}/authenticator" in wei.get(f"/council/people/{ref}").text
    assert "/authenticator" not in wei.get(f"/council/people/{row('wei').ref}").text

    answer = send(wei, f"/council/people/{ref}/authenticator", action=f"/council/people/{ref}/authenticator")

    assert (answer.status_code, answer.location) == (303, f"/council/people/{ref}")
    assert "Wei Chen reset the authenticator app" in wei.get(answer.location or "").text
    assert wei.get(f"/council/people/{ref}/authenticator").status_code == 404
    led = joyce.get("/inbox").location
    assert "Your authenticator app has changed, so we signed you out." in joyce.get(led or "").text


def test_a_new_council_gets_its_first_administrator_by_a_command(app: Flask) -> None:
    runner = app.test_cli_runner()

    assert runner.invoke(args=["people", "give", "Boss@Example.org", "administrator"]).exit_code == 0
    boss = someone_for("boss@example.org")
    assert boss is not None
    assert boss.council_roles == {Role.ADMINISTRATOR}
    assert runner.invoke(args=["people", "give", "boss", "administrator"]).exit_code == 1
    assert runner.invoke(args=["people", "give", "boss@example.org", "lead"]).exit_code == 2


def test_whoever_lost_the_phone_is_helped_by_a_command(app: Flask) -> None:
    runner = app.test_cli_runner()

    assert runner.invoke(args=["people", "reset", email_of("wei")]).exit_code == 0
    for nobody in (email_of("wei"), email_of("amina"), "nobody@example.org"):
        refused = runner.invoke(args=["people", "reset", nobody])
        assert (refused.exit_code, "has an authenticator app" in refused.output) == (1, True)
