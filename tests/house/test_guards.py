"""Every route says who may come in, and the ones that are open to anybody are few and named here."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal.app import create_app
from portal.kit.errors import Misconfigured
from portal.web.guards import Guard, check_all, guard_of
from tests.houses import settings

PUBLIC = {
    *("desk.front", "desk.accessibility", "desk.privacy", "desk.security_txt", "accounts.roles"),
    *("messages.contact", "messages.sent"),
    *("funds.index", "funds.show", "funds.calendar", "applications.check"),
    *("upkeep.live", "upkeep.ready", "programme.painted"),
    *("accounts.sign_in", "accounts.code", "accounts.send_again", "accounts.sign_out"),
}
PUBLIC_IN_DEMONSTRATION = {"demo.sign_in", "demo.letters", "demo.letter"}
BY_LINK = {"accounts.link": "sign_in", "organisations.accept": "invitation"}
BY_LINK["applications.accept"] = "guest invitation"


BY_HALVES = {"accounts.second_factor", "accounts.recover", "accounts.set_up"}


def rules(app: Flask) -> list[Rule]:
    """Every route there is."""
    return list(app.url_map.iter_rules())


def guards(app: Flask) -> dict[str, Guard]:
    """The guard of each endpoint."""
    return {rule.endpoint: guard_of(app, rule.endpoint) for rule in rules(app)}


def test_the_routes_open_to_anybody_are_these(sqlite_app: Flask) -> None:
    found = {endpoint for endpoint, guard in guards(sqlite_app).items() if guard.kind == "public"}
    assert found == PUBLIC | PUBLIC_IN_DEMONSTRATION


def test_the_routes_for_holders_of_a_link_are_these(sqlite_app: Flask) -> None:
    found = {endpoint: guard.purpose for endpoint, guard in guards(sqlite_app).items() if guard.kind == "by_link"}
    assert found == BY_LINK


def test_the_routes_for_those_who_are_half_in_are_these(sqlite_app: Flask) -> None:
    assert {endpoint for endpoint, guard in guards(sqlite_app).items() if guard.kind == "halfway"} == BY_HALVES


def test_every_other_route_names_a_permission(sqlite_app: Flask) -> None:
    others = {
        name: guard for name, guard in guards(sqlite_app).items() if guard.kind not in {"public", "by_link", "halfway"}
    }
    assert {guard.kind for guard in others.values()} == {"requires"}
    assert [name for name, guard in others.items() if not guard.permissions] == []


def test_what_reads_is_asked_by_get_and_what_changes_by_post(sqlite_app: Flask) -> None:
    used = {method for rule in rules(sqlite_app) for method in rule.methods or ()}
    assert used == {"GET", "HEAD", "OPTIONS", "POST"}


def test_no_route_speaks_of_people_by_number(sqlite_app: Flask) -> None:
    converters = {type(each).__name__ for rule in rules(sqlite_app) for each in rule._converters.values()}
    assert converters == {"Word"}, "a number in an address can be counted up"


def test_a_route_without_a_guard_stops_the_start(sqlite_app: Flask) -> None:
    app = Flask("forgetful")
    app.add_url_rule("/forgotten", "forgotten", lambda: "seen")
    app.view_functions["static"].guard = guard_of(sqlite_app, "desk.front")  # type: ignore[attr-defined]
    with pytest.raises(Misconfigured, match="forgotten"):
        check_all(app)


def test_production_has_no_door_of_the_demonstration(tmp_path: Path) -> None:
    app = create_app(replace(settings(f"sqlite:///{tmp_path / 'p.sqlite3'}", tmp_path), demo=False, production=True))
    assert [rule.rule for rule in rules(app) if rule.rule.startswith("/demo")] == []
    assert {name for name, guard in guards(app).items() if guard.kind == "public"} == PUBLIC
    assert "demo" not in app.cli.commands
