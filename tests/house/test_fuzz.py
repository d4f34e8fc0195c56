"""Nothing that can be typed, sent or put into an address breaks a page, gets out of its place, or does more."""

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.accounts.models import CouncilRole
from portal.app import create_app
from portal.applications.models import Application
from portal.applications.rules import DECIDED
from portal.db.session import db
from portal.organisations.models import TeamMember
from tests import houses
from tests.house.posts import Prepared, new_key, post_for, prepare, visit
from tests.house.roles import BY_KEY
from tests.house.subjects import SECTION, look_around, subjects_of
from tests.houses import settings

MARKUP = "\"><canary onload=alert(1)>'</textarea></script><canary>"
PRODUCT = "9801547"
TEMPLATE = "{{1337*7331}} {% raw %} ${1337*7331} <%= 1337*7331 %> %(x)s %s {x} {0.__class__} {}"
ENDLESS = "x" * 100_000

HARD = {
    "a zero byte": "a\x00b",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f\x85\u2028",
    "markup": MARKUP,
    "a template": TEMPLATE,
    "100,000 letters": ENDLESS,
    "a number beyond all": "9" * 400,
    "one more than fits": "9223372036854775808",
}
"""Tried in each field by itself."""
NASTY = HARD | {
    "nothing": "",
    "blanks": " \t\r\n ",
    "right to left": "\u202eliveregne\u2066\u200f",
    "no width": "\u200b\ufeff\u00ad",
    "a tower": "e" + "\u0301" * 300,
    "a family": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "20,000 words": "word " * 20_000,
    "a formula": '=HYPERLINK("http://evil.example","x")',
    "a statement": "'; DROP TABLE people; --",
    "less than nothing": "-1",
    "more than a float": "1e309",
    "no number": "NaN",
    "other digits": "１２٣",
    "no such day": "31/02/2026",
    "before all days": "0000-00-00",
    "after all days": "99999-12-31",
    "odd money": "£-0.001",
    "a header": "x\r\nBcc: evil@example.org",
    "a path": "../../../etc/passwd",
    "data": '{"a": [1, null]}',
    "an address": "a@b.c\r\n",
    "a word": "null",
}
"""Tried in all fields at once."""
EXTRA = {
    "state": "funded",
    "id": "1",
    "organisation_id": "1",
    "role": "administrator",
    "person_id": "1",
    "amount_pence": "99999999",
    "submitted_at": "2020-01-01",
    "is_third": "1",
    "points": "500",
    "by": "1",
    "confirmed_by": "1",
    "proposed_by": "1",
    "budget_pence": "1",
    "__proto__": "x",
    "_method": "DELETE",
}
"""Fields that no form has, sent along with every form."""
ALLOWED: dict[str, set[str]] = {
    "applications.start": {"draft"},
    "applications.key_in": {"draft"},
    "applications.send": {"submitted"},
    "applications.withdraw": {"withdrawn"},
    "assessments.triage": {"assessing", "not_eligible"},
    "assessments.ask_changes": {"changes_asked"},
    "assessments.take_back_changes": {"submitted"},
    "applications.send_changes": {"submitted"},
    "assessments.finish": {"scored"},
    "assessments.moderate": {"scored"},
    "assessments.release": set(DECIDED),
    "assessments.release_promotion": {"funded", "part_funded"},
    "assessments.turn_down": {"withdrawn"},
}
"""Where a form may take an application."""
LINES = ("seen-rule-", "seen-check-", "verdict-rule-", "verdict-check-", "note-rule-", "note-check-")
"""What the fields of a gate's lines begin with."""
GIVES_ROLES = {"accounts.give_role", "accounts.take_role"}
"""Forms that are there to change who holds which role."""
JOINS = {
    "organisations.register": ("lead",),
    "organisations.accept": ("member",),
    "organisations.member": ("lead",),
    "organisations.answer_request": ("member",),
    "organisations.council_request": ("lead",),
}
"""Which place in a team a form may give."""
QUERY = (
    *("after", "before", "q", "state", "queue", "next", "then", "lines", "print", "nonsense"),
    *("urgency", "round", "whose", "kind", "deed", "person", "ref", "since", "until", "key", "number"),
)


def endpoints(method: str) -> list[str]:
    """Every endpoint that takes this method."""
    app = create_app(settings("sqlite://", Path()))
    return sorted({rule.endpoint for rule in app.url_map.iter_rules() if method in (rule.methods or ())})


def harm(answer: TestResponse) -> str:
    """What an answer shows that it must not; an empty text where all is well."""
    if answer.status_code >= 500:
        return f"answered {answer.status_code}"
    text = answer.get_data(as_text=True)
    if "<canary" in text:
        return "let markup through"
    return "worked a template out" if PRODUCT in text else ""


def standing() -> tuple[dict[int, str], dict[int, str], set[tuple[int, str]]]:
    """What no field may change: where applications stand, who is in which team as what, and who holds which role."""
    applications = {row.id: row.state for row in db.session.execute(select(Application.id, Application.state))}
    teams = {row.id: row.role for row in db.session.execute(select(TeamMember.id, TeamMember.role))}
    roles = {(row.person_id, row.role) for row in db.session.execute(select(CouncilRole.person_id, CouncilRole.role))}
    return applications, teams, roles


def strayed(endpoint: str, before: Any, after: Any) -> bool:
    """Whether a form did more than it is there for."""
    moved = {state for id, state in after[0].items() if before[0].get(id) != state}
    joined = tuple(role for id, role in after[1].items() if before[1].get(id) != role)
    return not (
        moved <= ALLOWED.get(endpoint, set())
        and joined in ((), JOINS.get(endpoint, ()))
        and (before[2] == after[2] or endpoint in GIVES_ROLES)
    )


def bodies(form: Prepared, *, each: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """What to send: the hard values in all fields at once; with `each` all values, the hard ones in each, each gone.

    Without it are those at which databases differ; what is no word, number or day to the portal reaches none of them.
    """
    typed = {name: value for name, value in form.data.items() if name not in {"csrf_token", "_key"}}
    yield "nothing at all", {}
    if typed:
        yield "every field twice", {name: [MARKUP, TEMPLATE] for name in typed}
        for called, value in (NASTY if each else HARD).items():
            yield called, dict.fromkeys(typed, value)
    if each:
        for name in unlike(typed):
            yield f"no {name}", {other: value for other, value in typed.items() if other != name}
            for called, value in HARD.items():
                yield f"{name}: {called}", {**typed, name: value}


def unlike(names: Iterable[str]) -> Iterator[str]:
    """The fields, but of the lines of a gate the first of each sort: there are a dozen, and one function reads them."""
    seen = set()
    for name in names:
        sort = next((each for each in LINES if name.startswith(each)), name)
        if sort not in seen:
            seen.add(sort)
            yield name


def send(form: Prepared, typed: dict[str, Any]) -> TestResponse:
    """Send it with its token and a new key."""
    keys = {"csrf_token": form.data["csrf_token"], "_key": new_key()}
    return form.client.post(form.path, data={**EXTRA, **typed, **keys}, headers=form.headers)


class Start:
    """A form that is ready to be sent, and how the town and its browser stood then: as often as is wanted."""

    def __init__(self, house: houses.SqliteHouse, form: Prepared, copy: Path) -> None:
        db.session.remove()
        house.keep(copy)
        self.house, self.copy, self.client = house, copy, form.client
        self.cookies = dict(form.client._cookies)

    def again(self) -> None:
        """Put both back."""
        db.session.remove()
        self.house.renew(self.copy)
        self.client._cookies = dict(self.cookies)


@pytest.mark.parametrize("endpoint", endpoints("POST"))
def test_no_field_breaks_anything(
    lived_in: Flask, request: pytest.FixtureRequest, tmp_path: Path, endpoint: str
) -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    form = prepare(lived_in, look_around(), post_for(endpoint))
    before = standing()
    start = Start(request.getfixturevalue("lived_in_sqlite_house"), form, tmp_path / "start") if is_sqlite else None
    faults = []
    for called, typed in bodies(form, each=is_sqlite):
        answer = send(form, typed)
        if fault := harm(answer):
            faults.append(f"{called}: {fault}")
        # What was done is undone, so that the next value finds the form as it was. PostgreSQL takes too long for that.
        if answer.status_code == 303 and start:
            if strayed(endpoint, before, standing()):
                faults.append(f"{called}: changed what it must not")
            start.again()
    assert faults == []
    assert is_sqlite or not strayed(endpoint, before, standing())


@pytest.mark.parametrize("endpoint", endpoints("POST"))
def test_no_body_breaks_anything(lived_in_sqlite: Flask, endpoint: str) -> None:
    form = prepare(lived_in_sqlite, look_around(), post_for(endpoint))
    before = standing()
    plain = urlencode({"csrf_token": form.data["csrf_token"][0], "_key": new_key()}).encode()
    names = [name for name in form.data if name not in {"csrf_token", "_key"}] or ["nonsense"]
    spoilt = b"".join(f"&{quote(name)}=".encode() + b"%ff%fe%ed%a0%80\xff" for name in names)
    many = b"&a=b" * 20_000
    part = b"--x\r\nContent-Disposition: form-data; name="
    parts = "multipart/form-data; boundary=x"
    faults = []
    for called, body, kind in (
        ("no UTF-8", plain + spoilt, "application/x-www-form-urlencoded"),
        ("no UTF-8 for a key", b"csrf_token=%ff&_key=%ed%a0%80" + spoilt, "application/x-www-form-urlencoded"),
        ("another charset", plain + spoilt, "application/x-www-form-urlencoded; charset=utf-7"),
        ("no such charset", plain, "application/x-www-form-urlencoded; charset=nonsense"),
        ("20,000 fields", plain + many, "application/x-www-form-urlencoded"),
        ("JSON", json.dumps({"_key": "k" * 16}).encode(), "application/json"),
        ("no boundary", plain, "multipart/form-data"),
        ("a broken part", b'--x\r\nContent-Disposition: form-data; name="a\r\n\r\n', "multipart/form-data; boundary=x"),
        ("a file for a field", part + b'"_key"; filename="f"\r\n\r\na\r\n--x--', parts),
        ("nothing", b"", ""),
    ):
        if fault := harm(form.client.post(form.path, data=body, content_type=kind, headers=form.headers)):
            faults.append(f"{called}: {fault}")
    assert faults == []
    assert not strayed(endpoint, before, standing())


# --- Addresses ----------------------------------------------------------------------------------------------


def place(*parts: Any) -> str:
    """A place in a list as an address has it, whatever it holds."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


PLACES = {
    "a place beyond all": place(10**30),
    "a place before all": place(-(10**30)),
    "no place": place(None),
    "a word for a place": place("x\x00"),
    "a list for a place": place([[1]]),
    "a broken number": place(1.5),
    "a place and a day": place("2026-01-01T00:00:00+00:00", 10**30),
    "the end of time": place("9999-12-31T23:59:59-23:59", 1),
    "the start of time": place("0001-01-01T00:00:00+23:59", 1),
    "half a letter": place("\ud800", 1),
    "a pit": base64.urlsafe_b64encode(b"[" * 290).decode(),
    "no base": "%%%",
}


def finder(endpoint: str) -> str:
    """Somebody whom a page lets in, by key."""
    if endpoint.startswith(("applications", "organisations")) or endpoint == "assessments.decision":
        return "grace"
    if endpoint.startswith("assessments"):
        return "daniel" if endpoint in {"assessments.score", "assessments.stand_down", "assessments.next"} else "joyce"
    if endpoint in {"desk.history", "desk.history_file"}:
        return "helen"
    if endpoint in {"accounts.people", "accounts.give_role", "accounts.council_person", "accounts.reset_authenticator"}:
        return "wei"
    if endpoint in {"accounts.second_factor", "accounts.recover"}:
        return "halfway"
    if endpoint == "accounts.set_up":
        return "beginner"
    is_council = endpoint in {"desk.inbox", "desk.next", "desk.find", "messages.index", "messages.show"}
    is_council = is_council or endpoint in {"accounts.change_authenticator", "accounts.recovery_codes"}
    return "joyce" if is_council else "amina"


@pytest.mark.parametrize("endpoint", endpoints("GET"))
def test_no_address_breaks_anything(lived_in_to_read: Flask, endpoint: str) -> None:
    town = look_around()
    rule = next(rule for rule in lived_in_to_read.url_map.iter_rules(endpoint) if "GET" in (rule.methods or ()))
    client = visit(lived_in_to_read, town, finder(endpoint)).client
    who = BY_KEY[finder(endpoint)].key
    adapter = lived_in_to_read.url_map.bind("localhost")
    found = [each for each in subjects_of(town, rule) if who in each.theirs]
    faults = []
    is_sqlite = db.engine.dialect.name == "sqlite"
    for called, value in {**(NASTY if is_sqlite else HARD), **PLACES}.items():
        query = dict.fromkeys(QUERY, value[:2000])
        paths = [adapter.build(endpoint, found[0].values)] if found else []
        for part in rule.arguments if called in HARD else ():
            values = {**dict.fromkeys(rule.arguments, SECTION), **(found[0].values if found else {}), part: "~here~"}
            paths.append(adapter.build(endpoint, values).replace("~here~", quote(value[:500], safe="") or "-"))
        for path in paths:
            fault = harm(client.get(path, query_string=query))
            faults += [f"{called}, {path[:80]}: {fault}"] if fault else []
    assert faults == []


@pytest.mark.parametrize(
    "path", ["/%ff%fe", "/grants/%ed%a0%80", "/%00", "/" + "a" * 8000, "//", "/..;/", "/grants/%0d%0aX: y"]
)
def test_no_odd_address_breaks_anything(lived_in_to_read: Flask, path: str) -> None:
    client = visit(lived_in_to_read, look_around(), "amina").client
    for asked in (path, f"{path}?next=%ff%fe&after=%ed%a0%80&q=%00"):
        answer = client.get(asked)
        assert harm(answer) == ""
        assert answer.status_code in {200, 303, 308, 400, 404}


@pytest.mark.parametrize("name", ["Cookie", "Referer", "User-Agent", "Accept-Language", "Accept-Encoding", "HX-Target"])
def test_no_header_breaks_anything(lived_in_to_read: Flask, name: str) -> None:
    client = visit(lived_in_to_read, look_around(), "anonymous").client
    for value in ("", "\xff\xfe", "x" * 20_000, MARKUP, TEMPLATE, "signed-in=\xff; form=.a.b", "*;q=nan", ";;;===,,,"):
        assert harm(client.get("/sign-in", headers={name: value})) == ""
