"""Your account, your name, your roles, and the page of all roles."""

from collections.abc import Callable

import pytest

from portal.accounts.queries import names_of
from portal.permissions import Role, Someone
from tests.accounts.inbox import Send
from tests.reader import Reader

As = Callable[[str], Reader]


def test_the_account_needs_a_sign_in(client: Reader) -> None:
    for path in ("/account", "/account/name"):
        answer = client.get(path)
        assert (answer.status_code, answer.location) == (303, f"/sign-in?next={path}")


def test_htmx_is_told_by_header_that_the_sign_in_has_ended(client: Reader) -> None:
    answer = client.get("/account", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/sign-in")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("amina", ["Amina Yusuf", "Hyde Park Tea and Tech", "Speaks for the organisation"]),
        ("ruth", ["Ruth Shah", "Seacroft Signing Circle", "Reviewer", "Declares conflicts of interest"]),
        ("sam", ["You are in no organisation’s team yet."]),
    ],
)
def test_your_account_says_who_you_are_and_what_you_may_do(as_: As, who: str, words: list[str]) -> None:
    html = as_(who).get("/account").get_data(as_text=True)

    assert [word for word in words if word not in html] == []


def test_changing_your_name(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    tom = as_("tom")

    answer = send(tom, "/account/name", {"name": "  Thomas\tBarker "}, action="/account/name")

    assert answer.location == "/account"
    assert "Your name is changed." in tom.get("/account").get_data(as_text=True)
    assert names_of([cast["tom"].person_id]) == {None: "Join the Dots", cast["tom"].person_id: "Thomas Barker"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "Type the name that colleagues know you by."), ("x" * 101, "Use 100 characters or fewer.")],
)
def test_a_name_that_does_not_fit_is_kept_and_said(as_: As, send: Send, name: str, sentence: str) -> None:
    answer = send(as_("tom"), "/account/name", {"name": name}, action="/account/name")

    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)
    assert name in answer.get_data(as_text=True)


def test_every_role_has_its_sentence_and_its_permissions_on_one_public_page(client: Reader) -> None:
    html = client.get("/roles").get_data(as_text=True)

    for role in Role:
        assert html.count(f"<h3>{role.value.title}</h3>") == 1
        assert role.value.sentence in html
    held = [permission for role in Role for permission in role.value.permissions]
    for permission in set(held):
        assert html.count(f"<li>{permission.value}</li>".replace("'", "&#39;")) == held.count(permission)
