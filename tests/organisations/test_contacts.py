"""Whom an organisation names: two contacts and a safeguarding lead, who sees them, and who changes them at once."""

from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from portal.db.session import action, db
from portal.history.models import Deed
from portal.kit.errors import Clash, Invalid, NotAllowed
from portal.organisations import actions, merge_queries
from portal.organisations.contacts import MAIN, SAFEGUARDING, SAME_EMAIL, SECOND, in_full, why_not
from portal.organisations.models import Organisation
from portal.organisations.rules import Details, mark_of
from portal.permissions import Someone
from tests.assessments.steps import at_once
from tests.conftest import Send
from tests.organisations.twins import apart, merge, record
from tests.organisations.walking import again as there
from tests.organisations.walking import home
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
FIELDS = [name for name in Details.__dataclass_fields__ if name.startswith((MAIN, SECOND, SAFEGUARDING))]
NOBODY = dict.fromkeys(FIELDS, "")
MAIN_ONE = {"main_contact_name": "Zadie Finch", "main_contact_email": "zadie.finch@example.org"}
SECOND_ONE = {"second_contact_name": "Olu Bright", "second_contact_email": "olu.bright@example.org"}
LEAD = {"safeguarding_lead_name": "Mo Lark", "safeguarding_lead_phone": "07700 900123"}
ALL = {
    **MAIN_ONE,
    "main_contact_role": "Chair",
    "main_contact_phone": "0113 496 0123",
    **SECOND_ONE,
    "second_contact_role": "Treasurer",
    **LEAD,
}


def page_of(key: str) -> str:
    """The address of the page on which somebody's organisation names them."""
    return f"/organisations/{home(key).ref}/contacts"


def named(key: str) -> dict[str, str]:
    """Whom somebody's organisation names now, and how, without what is empty."""
    found = home(key)
    return {name: value for name in FIELDS if (value := getattr(found, name))}


def name_them(key: str, **fields: str) -> None:
    """Have somebody's organisation name these and nobody else."""
    with action() as session:
        session.execute(update(Organisation).where(Organisation.id == home(key).id).values({**NOBODY, **fields}))


# Rules


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, {}),
        (ALL, {}),
        (SECOND_ONE, {}),
        ({"main_contact_name": "Zadie"}, {"main_contact_email": "Type the e-mail address of the main contact."}),
        (
            {"main_contact_name": "Zadie", "main_contact_phone": "0113 496 0123"},
            {"main_contact_email": "Type the e-mail address of the main contact."},
        ),
        ({"main_contact_email": "z@example.org"}, {"main_contact_name": "Type the name of the main contact."}),
        (
            {"second_contact_role": "Chair"},
            {
                "second_contact_name": "Type the name of the second contact.",
                "second_contact_email": "Type the e-mail address of the second contact.",
            },
        ),
        ({**MAIN_ONE, **SECOND_ONE, "second_contact_email": MAIN_ONE["main_contact_email"]}, SAME_EMAIL),
        (
            {"safeguarding_lead_name": "Mo"},
            {"safeguarding_lead_email": "Type an e-mail address or a phone number for the safeguarding lead."},
        ),
        ({"safeguarding_lead_name": "Mo", "safeguarding_lead_email": "m@example.org"}, {}),
        (LEAD, {}),
        (
            {"safeguarding_lead_phone": "07700 900123"},
            {"safeguarding_lead_name": "Type the name of the safeguarding lead."},
        ),
        ({**MAIN_ONE, **LEAD, "safeguarding_lead_email": MAIN_ONE["main_contact_email"]}, {}),
    ],
)
def test_who_is_named_can_be_reached_and_two_contacts_are_two(said: dict[str, str], faults: Any) -> None:
    expected = {"second_contact_email": str(SAME_EMAIL)} if faults is SAME_EMAIL else faults

    assert {field: str(sentence) for field, sentence in why_not(said).items()} == expected


def test_one_of_them_is_told_in_a_few_lines() -> None:
    assert in_full(ALL, MAIN) == "Zadie Finch, Chair\nzadie.finch@example.org\n0113 496 0123"
    assert in_full(ALL, SAFEGUARDING) == "Mo Lark\n07700 900123"
    assert in_full({}, SECOND) == ""


@pytest.mark.parametrize(
    "said",
    [
        {"main_contact_name": "Zadie"},
        {"main_contact_email": "z@example.org"},
        {"second_contact_role": "Chair"},
        {"second_contact_phone": "0113 496 0123"},
        {**MAIN_ONE, "second_contact_name": "Olu", "second_contact_email": MAIN_ONE["main_contact_email"]},
        {"safeguarding_lead_name": "Mo"},
        {"safeguarding_lead_email": "mo@example.org"},
    ],
)
def test_the_verb_and_the_database_keep_the_rules_too(app: Flask, cast: Cast, said: dict[str, str]) -> None:
    name_them("amina")
    tea = home("amina")
    with pytest.raises(Invalid) as caught:
        actions.edit(tea, said, mark_of(actions.details_of(tea), said), by=cast["amina"])
    assert caught.value.errors == why_not(said)
    assert named("amina") == {}

    with pytest.raises(IntegrityError):
        name_them("amina", **said)
    db.session.rollback()
    name_them("amina", **ALL)
    assert named("amina") == ALL


# The page


def test_a_lead_names_them_and_the_page_of_the_organisation_tells_it(as_: As, send: Send, cast: Cast) -> None:
    name_them("amina")
    amina, path = as_("amina"), page_of("amina")

    answer = send(amina, path, {**ALL, "second_contact_email": " Olu.Bright@Example.org "}, action=path)

    assert (answer.status_code, answer.location) == (303, f"/organisations/{home('amina').ref}")
    assert named("amina") == ALL
    shown = unescape(amina.get(answer.location).text)
    for words in (
        "Zadie Finch, Chair\nzadie.finch@example.org\n0113 496 0123",
        "Olu Bright, Treasurer\nolu.bright@example.org",
        "Mo Lark\n07700 900123",
        "Amina Yusuf changed its details",
        f'href="{path}"',
    ):
        assert words in shown
    newest = db.session.scalars(select(Deed).order_by(Deed.id.desc())).first()
    assert newest is not None
    assert (newest.verb, newest.subject_id) == ("edit", home("amina").id)
    assert [each for each in ALL.values() if each in str(newest.facts)] == []


def test_everything_can_be_left_empty_and_taken_away(as_: As, send: Send, cast: Cast) -> None:
    name_them("amina", **ALL)
    path = page_of("amina")

    assert send(as_("amina"), path, NOBODY, action=path).status_code == 303
    assert named("amina") == {}
    assert send(as_("amina"), path, {}, action=path).status_code == 303


def test_nothing_more_than_how_to_reach_them_is_asked(as_: As) -> None:
    path = page_of("amina")
    html = as_("amina").get(path).text

    asked = set(form_to(html, path).fields) - {"csrf_token", "_key", "read", "next"}
    assert asked == set(FIELDS)
    assert "We never ask for a date of birth or a home address." in html


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"main_contact_email": ""}, "main_contact_email", "Type the e-mail address of the main contact."),
        ({"main_contact_name": " "}, "main_contact_name", "Type the name of the main contact."),
        ({"main_contact_email": "nowhere"}, "main_contact_email", "Type an e-mail address in full, like name@example"),
        ({"second_contact_phone": "12"}, "second_contact_phone", "Type a phone number of 10 digits or more."),
        ({"second_contact_email": "ZADIE.finch@example.org"}, "second_contact_email", str(SAME_EMAIL)),
        ({"second_contact_name": "x" * 101}, "second_contact_name", "Use 100 characters or fewer."),
        (
            {"safeguarding_lead_phone": ""},
            "safeguarding_lead_email",
            "Type an e-mail address or a phone number for the safeguarding lead.",
        ),
        ({"safeguarding_lead_email": "mo@"}, "safeguarding_lead_email", "Type an e-mail address in full, like name@e"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_kept(
    as_: As, send: Send, said: dict[str, str], field: str, sentence: str
) -> None:
    name_them("amina", **ALL)
    path = page_of("amina")

    answer = send(as_("amina"), path, {"main_contact_role": "Chairwoman", **said}, action=path)

    html = unescape(answer.text)
    assert answer.status_code == 422
    assert html.count(sentence) == 2
    assert f'href="#{field}"' in html
    assert f'id="{field}-error"' in html
    kept: Mapping[str, Any] = form_to(answer.text, path).fields
    typed = {name: value.strip() for name, value in {**ALL, "main_contact_role": "Chairwoman", **said}.items()}
    assert {name: kept[name][0].lower() for name in typed} == {name: value.lower() for name, value in typed.items()}
    assert named("amina") == ALL


def test_all_that_is_wrong_is_said_at_once(as_: As, send: Send) -> None:
    path = page_of("amina")

    answer = send(as_("amina"), path, {"main_contact_name": "", "second_contact_phone": "12"}, action=path)

    for sentence in ("Type the name of the main contact.", "Type a phone number of 10 digits or more."):
        assert answer.text.count(sentence) == 2


# Who may


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("amina", 200),
        ("tom", 403),
        ("grace", 404),
        ("ruth", 403),
        ("joyce", 403),
        ("priya", 403),
        ("wei", 403),
        ("sam", 403),
    ],
)
def test_who_opens_the_page(as_: As, who: str, status: int) -> None:
    assert as_(who).get(page_of("amina")).status_code == status


def test_a_member_changes_nothing(app: Flask, cast: Cast) -> None:
    tea = home("amina")
    with pytest.raises(NotAllowed):
        actions.edit(tea, MAIN_ONE, mark_of(actions.details_of(tea), MAIN_ONE), by=cast["tom"])


def test_its_team_and_who_checks_it_see_them_and_nobody_else(as_: As, client: Reader) -> None:
    name_them("amina", **ALL)
    tea = home("amina")
    own, council = f"/organisations/{tea.ref}", f"/verification/{tea.ref}"
    secret = ("Zadie Finch", "zadie.finch@example.org", "Olu Bright", "Mo Lark", "07700 900123")

    def told(answer: str) -> list[str]:
        return [each for each in secret if each in answer]

    for who, path in (("amina", own), ("tom", own), ("joyce", council), ("priya", council)):
        assert told(as_(who).get(path).text) == list(secret), who
    for who in ("grace", "ruth", "daniel", "helen", "wei", "leanne", "sam"):
        for path in (own, council, f"/organisations/find?q={tea.name.split()[0]}", f"/organisations/{tea.ref}/join"):
            assert told(as_(who).get(path, follow_redirects=True).text) == [], (who, path)
    for path in (own, council, "/"):
        assert told(client.get(path, follow_redirects=True).text) == []


# Two at once


def test_whoever_is_late_sees_whom_the_other_named_and_chooses(as_: As, send: Send) -> None:
    name_them("amina", **MAIN_ONE)
    path, amina = page_of("amina"), as_("amina")
    stale = form_to(amina.get(path).text, path).fields
    send(as_("amina"), path, SECOND_ONE, action=path)

    late = amina.post(path, data={**stale, "main_contact_role": "Chair"})

    html = unescape(late.text)
    assert late.status_code == 409
    assert "Somebody else has changed this since you opened it" in html
    assert "Olu Bright\nolu.bright@example.org" in html
    assert 'value="Chair"' in html
    assert named("amina") == {**MAIN_ONE, **SECOND_ONE}
    assert amina.post(path, data=form_to(late.text, path).fields).status_code == 303
    assert named("amina") == {**MAIN_ONE, "main_contact_role": "Chair"}


def test_two_who_change_different_pages_lose_nothing(as_: As, send: Send) -> None:
    name_them("amina")
    path, amina = page_of("amina"), as_("amina")
    stale = form_to(amina.get(path).text, path).fields
    details = f"/organisations/{home('amina').ref}/details"
    send(as_("amina"), details, {"what": "Written meanwhile."}, action=details)

    assert amina.post(path, data={**stale, **MAIN_ONE}).status_code == 303
    assert (home("amina").what, named("amina")) == ("Written meanwhile.", MAIN_ONE)


def test_of_many_at_once_one_is_kept_and_the_others_are_told(app: Flask, cast: Cast) -> None:
    name_them("amina")
    tea = home("amina")
    id, read = tea.id, mark_of(actions.details_of(tea), MAIN_ONE)
    people = [{"main_contact_name": f"P{n}", "main_contact_email": f"p{n}@example.org"} for n in range(6)]

    def naming(said: dict[str, str]) -> Callable[[], object]:
        return lambda: actions.edit(there(id), said, read, by=cast["amina"])

    came = at_once(app, [naming(said) for said in people])

    assert sorted(type(each).__name__ for each in came) == ["Clash"] * 5 + ["Organisation"]
    assert all(isinstance(each, Clash | Organisation) for each in came)
    assert named("amina") in people


# Registered twice


def test_both_records_are_laid_side_by_side_and_each_keeps_its_own(as_: As, cast: Cast) -> None:
    twin = record("Hyde Park Tea & Tablets")
    name_them("amina", **MAIN_ONE, **LEAD)
    with action() as session:
        session.execute(update(Organisation).where(Organisation.id == twin.id).values(**MAIN_ONE, **SECOND_ONE))
    tea = home("amina")

    page = unescape(as_("joyce").get(f"/verification/{tea.ref}/same/{twin.ref}").text)

    for words in ("Olu Bright\nolu.bright@example.org", "Mo Lark\n07700 900123"):
        assert page.count(words) == 1
    assert page.count('Zadie Finch\nzadie.finch@example.org <span class="muted">(the same in both)') == 2
    assert page.count("Safeguarding lead") == 2
    assert tea.ref in {row.ref for row in merge_queries.alike(home_of(twin), cast["joyce"])}, "one contact in both"
    merged = merge(tea, twin, cast["joyce"])
    assert named("amina") == {**MAIN_ONE, **LEAD}
    assert apart(merged, cast["joyce"]).second_contact_name == "Olu Bright"


def home_of(organisation: Organisation) -> Organisation:
    """An organisation as it stands now."""
    db.session.rollback()
    return db.session.get_one(Organisation, organisation.id)
