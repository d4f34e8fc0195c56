"""The organisation's pages, as its lead, its member, its neighbours and the council meet them."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.models import Person
from portal.db.session import db
from portal.history.models import Deed
from portal.organisations.models import Organisation, TeamMember
from portal.organisations.queries import leads_of, someone_for
from portal.permissions import Role, Someone
from tests.conftest import Counted, Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
NEW = {
    "name": "Beeston Repair Table",
    "legal_form": "group",
    "address": "3 Tempest Road\nLeeds",
    "postcode": "ls116aa",
}
ACTION = "/organisations/new"


def ref_of(someone: Someone) -> str:
    """The reference of the organisation that somebody acts for."""
    assert someone.place is not None
    return someone.place.ref


def newest() -> Organisation:
    """The organisation that came last."""
    return db.session.scalars(select(Organisation).order_by(Organisation.id.desc())).first()  # type: ignore[return-value]


def test_a_group_without_a_number_registers_and_its_first_person_leads_it(as_: As, send: Send) -> None:
    sam = as_("sam")

    answer = send(sam, ACTION, NEW, action=ACTION)

    made = newest()
    assert (answer.status_code, answer.location) == (303, f"/organisations/{made.ref}")
    assert (made.name, made.charity_number, made.company_number, made.postcode) == (
        "Beeston Repair Table",
        None,
        None,
        "LS11 6AA",
    )
    assert (made.address, made.version, made.name_key) == ("3 Tempest Road\nLeeds", 1, "beeston repair table")
    assert [lead.email for lead in leads_of(made.id)] == ["sam.whitaker@example.org"]
    html = sam.get(answer.location).get_data(as_text=True)
    assert "Your organisation is registered, and you are its lead." in html
    assert "Sam Whitaker registered the organisation" in html
    assert "Change the details" in html


def test_numbers_are_kept_in_one_form_and_the_ward_is_looked_up(
    app: Flask, as_: As, send: Send, cast: dict[str, Someone]
) -> None:
    known = db.session.scalars(select(Organisation).where(Organisation.ward_code.is_not(None))).first()
    assert known is not None

    send(
        as_("sam"),
        ACTION,
        {
            **NEW,
            "charity_number": " SC 42386 ",
            "company_number": "9506232",
            "postcode": known.postcode.lower().replace(" ", ""),
        },
        action=ACTION,
    )

    made = newest()
    assert (made.charity_number, made.company_number) == ("SC042386", "09506232")
    assert (made.postcode, made.ward_code) == (known.postcode, known.ward_code)


def test_after_registering_one_goes_on_where_one_came_from(as_: As, send: Send) -> None:
    answer = send(as_("sam"), f"{ACTION}?next=/roles", NEW, action=ACTION)

    assert answer.location == "/roles"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", " ", "Type the name of the organisation."),
        ("legal_form", None, "Choose what kind of organisation it is."),
        ("legal_form", "crown", "Choose what kind of organisation it is."),
        ("charity_number", "12", "A charity number has 6 or 7 digits."),
        ("charity_number", "XT31415", "That looks like a reference from HMRC."),
        ("company_number", "12345678", "A company number has 8 characters"),
        ("address", "", "Type the address where post reaches you."),
        ("postcode", "", "Type the postcode."),
        ("postcode", "Leeds", "Type a whole postcode, like AB1 2CD."),
        ("name", "x" * 201, "Use 200 characters or fewer."),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_kept(
    as_: As, send: Send, field: str, typed: str | None, sentence: str
) -> None:
    answer = send(as_("sam"), ACTION, {**NEW, field: typed}, action=ACTION)

    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert html.count(sentence) == 2 or field == "legal_form"
    assert f'href="#{field}"' in html
    assert "3 Tempest Road" in html or field == "address"
    assert someone_for("sam.whitaker@example.org").places == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("field", ["charity_number", "company_number"])
def test_a_number_that_is_here_shows_the_way_to_the_team_and_no_address(as_: As, send: Send, field: str) -> None:
    send(as_("sam"), ACTION, {**NEW, "charity_number": "1164883", "company_number": "09506232"}, action=ACTION)

    number = {"charity_number": "1164 883", "company_number": "9506232"}[field]
    answer = send(as_("amina"), ACTION, {**NEW, "name": "Another name", field: number}, action=ACTION)

    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "An organisation with this number is here already." in html
    assert "If it is yours, ask to join its team." in html
    assert "sam.whitaker@example.org" not in html


def test_a_name_that_is_here_is_asked_about_once(as_: As, send: Send) -> None:
    send(as_("sam"), ACTION, NEW, action=ACTION)
    amina, twin = as_("amina"), {**NEW, "name": "The BEESTON repair-table"}
    assert 'name="another"' not in amina.get(ACTION).get_data(as_text=True)

    asked = send(amina, ACTION, twin, action=ACTION)
    html = asked.get_data(as_text=True)
    assert asked.status_code == 422
    assert "An organisation with this name is here already." in html
    assert 'name="another"' in html

    assert send(amina, ACTION, {**twin, "another": "yes"}, action=ACTION).status_code == 303


@pytest.mark.parametrize(
    ("who", "show", "edit", "team", "invite"),
    [
        ("amina", 200, 200, 200, 200),
        ("tom", 200, 403, 200, 403),
        ("grace", 404, 404, 404, 404),
        ("ruth", 404, 403, 404, 403),
        ("joyce", 403, 403, 403, 403),
        ("wei", 403, 403, 403, 403),
        ("sam", 403, 403, 403, 403),
    ],
)
def test_who_opens_what(
    as_: As, cast: dict[str, Someone], who: str, show: int, edit: int, team: int, invite: int
) -> None:
    client, ref = as_(who), ref_of(cast["amina"])
    pages = (
        f"/organisations/{ref}",
        f"/organisations/{ref}/details",
        f"/organisations/{ref}/team",
        f"/organisations/{ref}/team/invitations",
    )

    assert [client.get(path).status_code for path in pages] == [show, edit, team, invite]


def test_without_a_sign_in_nothing_opens(client: Reader, cast: dict[str, Someone]) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}"

    assert client.get(path).location == f"/sign-in?next={path}"


def test_what_is_not_theirs_looks_like_what_is_not_there(as_: As, cast: dict[str, Someone]) -> None:
    grace = as_("grace")

    theirs, nothing = grace.get(f"/organisations/{ref_of(cast['amina'])}"), grace.get("/organisations/nothing")

    def faceless(answer: Any) -> str:
        request_id = answer.headers["X-Request-Id"]
        return "\n".join(
            line
            for line in answer.get_data(as_text=True).replace(request_id, "").splitlines()
            if "csrf_token" not in line
        )

    assert faceless(theirs) == faceless(nothing)


def test_a_member_is_not_offered_what_a_lead_may_do(as_: As, cast: dict[str, Someone]) -> None:
    ref = ref_of(cast["tom"])
    tom = as_("tom")

    assert "Change the details" not in tom.get(f"/organisations/{ref}").get_data(as_text=True)
    assert "Invite somebody" not in tom.get(f"/organisations/{ref}/team").get_data(as_text=True)


def test_a_lead_changes_the_details(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    amina, ref = as_("amina"), ref_of(cast["amina"])
    path = f"/organisations/{ref}/details"

    answer = send(
        amina,
        path,
        {
            "what": "Tea, and help with phones.",
            "website": "www.example.org",
            "phone": "0113 496 0100",
            "income_band": "under_5k",
        },
        action=path,
    )
    reach = f"/organisations/{ref}/reach"
    send(amina, reach, {"communities": ["older", "carers"], "languages": ["en", "ur"], "wards": None}, action=reach)

    assert answer.location == f"/organisations/{ref}"
    html = amina.get(answer.location).get_data(as_text=True)
    for words in (
        "Tea, and help with phones.",
        "https://www.example.org",
        "Older people, Unpaid carers",
        "English, Urdu",
        "Less than £5,000",
        "Amina Yusuf changed its details",
    ):
        assert words in html
    kept = db.session.scalars(select(Organisation).where(Organisation.ref == ref)).one()
    assert (kept.version, kept.wards, kept.communities) == (3, [], ["older", "carers"])


def test_details_are_shown_as_kept_and_saved_unchanged(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    ref = ref_of(cast["amina"])
    path = f"/organisations/{ref}/details"
    before = snapshot(ref)

    send(as_("amina"), path, {}, action=path)

    assert snapshot(ref) == {**before, "version": before["version"] + 1, "name_key": snapshot(ref)["name_key"]}


def snapshot(ref: str) -> dict[str, Any]:
    """An organisation's row."""
    db.session.rollback()
    return dict(db.session.execute(select(Organisation.__table__).where(Organisation.ref == ref)).mappings().one())


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("what", "word " * 151, "Please shorten this to 150 words. There are 151 now."),
        ("website", "nowhere", "Type a web address, like www.example.org."),
        ("phone", "12", "Type a phone number of 10 digits or more."),
    ],
)
def test_details_that_do_not_fit_are_kept_and_said(
    as_: As, send: Send, cast: dict[str, Someone], field: str, typed: str, sentence: str
) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}/details"

    answer = send(as_("amina"), path, {field: typed}, action=path)

    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in html
    assert typed.strip() in html


@pytest.mark.parametrize("field", ["communities", "wards", "languages"])
def test_only_the_councils_own_words_are_taken(as_: As, send: Send, cast: dict[str, Someone], field: str) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}/reach"

    assert send(as_("amina"), path, {field: ["martians"]}, action=path).status_code == 422


def test_whoever_is_late_sees_what_the_other_saved_and_chooses(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}/details"
    amina, other = as_("amina"), as_("amina")
    stale = form_to(amina.get(path).get_data(as_text=True), path).fields
    send(other, path, {"what": "Written by the other one."}, action=path)

    late = amina.post(path, data={**stale, "what": "Written by the late one."})

    html = late.get_data(as_text=True)
    assert late.status_code == 409
    assert "Somebody else has changed this since you opened it" in html
    assert "Written by the other one." in html
    assert "Written by the late one.</textarea>" in html
    assert snapshot(ref_of(cast["amina"]))["what"] == "Written by the other one."

    again = form_to(html, path).fields
    assert amina.post(path, data=again).status_code == 303
    assert snapshot(ref_of(cast["amina"]))["what"] == "Written by the late one."


def test_two_who_change_different_things_lose_nothing(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    ref = ref_of(cast["amina"])
    details, reach, amina = f"/organisations/{ref}/details", f"/organisations/{ref}/reach", as_("amina")
    stale = form_to(amina.get(reach).get_data(as_text=True), reach).fields
    send(as_("amina"), details, {"what": "Written meanwhile."}, action=details)

    assert amina.post(reach, data={**stale, "languages": ["pl"]}).status_code == 303

    assert (snapshot(ref)["what"], snapshot(ref)["languages"]) == ("Written meanwhile.", ["pl"])


def test_two_who_change_the_same_to_the_same_do_not_clash(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}/details"
    amina = as_("amina")
    stale = form_to(amina.get(path).get_data(as_text=True), path).fields
    send(as_("amina"), path, {"what": "The same."}, action=path)

    assert amina.post(path, data={**stale, "what": "The same."}).status_code == 303


def test_a_mark_that_is_none_overwrites_nothing(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    path = f"/organisations/{ref_of(cast['amina'])}/details"

    for forged in ("", "x", "9" * 30, "-1"):
        assert send(as_("amina"), path, {"read": forged, "what": "Forged."}, action=path).status_code == 409


def test_fields_that_are_not_the_forms_change_nothing(as_: As, send: Send, cast: dict[str, Someone]) -> None:
    ref = ref_of(cast["amina"])
    path, before = f"/organisations/{ref}/details", snapshot(ref)

    send(
        as_("amina"),
        path,
        {"id": "999", "ref": "mine", "ward_code": "E1", "created_at": "x", "name_key": "x"},
        action=path,
    )

    assert {name: snapshot(ref)[name] for name in ("id", "ref", "ward_code", "created_at")} == {
        name: before[name] for name in ("id", "ref", "ward_code", "created_at")
    }


def test_the_same_form_twice_is_one_organisation(as_: As, send: Send) -> None:
    sam = as_("sam")
    data = {**form_to(sam.get(ACTION).get_data(as_text=True), ACTION).fields, **NEW}

    answers = [sam.post(ACTION, data=data) for _ in range(3)]

    assert {answer.location for answer in answers} == {f"/organisations/{newest().ref}"}
    assert len(db.session.scalars(select(Organisation).where(Organisation.name == NEW["name"])).all()) == 1
    assert (
        len(db.session.scalars(select(Deed).where(Deed.subject == "organisation", Deed.verb == "register")).all()) == 1
    )


def test_a_team_of_thirty_comes_in_pages_at_the_same_cost(
    app: Flask, as_: As, cast: dict[str, Someone], queries: Callable[[], Counted]
) -> None:
    amina, ref = as_("amina"), ref_of(cast["amina"])
    amina.get(f"/organisations/{ref}/team")
    costs = []
    for more in (0, 30):
        fill_team(cast["amina"], more)
        with queries() as counted:  # type: ignore[attr-defined]
            html = amina.get(f"/organisations/{ref}/team").get_data(as_text=True)
        costs.append(counted.number)

    assert costs[0] == costs[1] <= 8
    further = next(line.split('href="')[1].split('"')[0] for line in html.splitlines() if 'rel="next"' in line)
    assert "Person 29" in amina.get(further).get_data(as_text=True)


def fill_team(lead: Someone, more: int) -> None:
    """Put more people into a team."""
    from_lead = db.session.scalars(select(TeamMember).where(TeamMember.person_id == lead.person_id)).one()
    for n in range(more):
        person = Person(ref=f"p{n}", email=f"p{n}@example.org", name=f"Person {n}", created_at=from_lead.joined_at)
        db.session.add(person)
        db.session.flush()
        db.session.add(
            TeamMember(
                organisation_id=from_lead.organisation_id,
                person_id=person.id,
                role=Role.MEMBER.code,
                joined_at=from_lead.joined_at,
            )
        )
    db.session.commit()


def test_the_page_costs_few_statements(as_: As, cast: dict[str, Someone], queries: Callable[[], Counted]) -> None:
    amina, ref = as_("amina"), ref_of(cast["amina"])

    for path in (f"/organisations/{ref}", f"/organisations/{ref}/details"):
        with queries() as counted:  # type: ignore[attr-defined]
            amina.get(path)
        assert counted.number <= 8
