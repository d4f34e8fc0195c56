"""The server keeps every rule that a form shows: choices, limits, numbers and addresses, whatever a browser sends."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from portal.db.session import db
from tests import houses
from tests.house.posts import POSTS, Prepared, Visit, new_key, post_for, prepare, visit
from tests.house.subjects import look_around
from tests.house.test_matrix import routes
from tests.reader import parse

AS_TYPED = {"applications.save", "assessments.save_score", "assessments.save_check"}
"""What is saved while people write is kept as it was typed, and said to need another look afterwards."""
WIDER_THAN_IT_SHOWS: dict[str, str] = {
    "assessments.conflicts": "a name that is not on the list is nobody's conflict, and leaves no row",
    "demo.sign_in": "its buttons are names, not fields",
}
HARMLESS = {("accounts.link", "device")}
"""What is no own device is a shared computer, which is the careful way."""
ALONGSIDE = {("assessments.propose", "amount"): {"outcome": "part_fund"}}
"""What else is sent with a broken rule, because it counts only then."""
KEYS = {"csrf_token", "_key"}
NONSENSE = "no-such-thing"


def form_on(there: Visit, endpoint: str) -> Element:
    """The form of a page, as a browser has it."""
    post = post_for(endpoint)
    page, action = there.address(post.page), there.address(post.form or post.to or post.page)
    tree = parse(there.client.get(page).get_data(as_text=True))
    found = [form for form in tree.iter("form") if (form.get("action") or "").split("?")[0] == action]
    assert found, f"{page} has no form to {action}"
    return found[0]


def broken_rules(form: Element) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each rule that a form shows, broken: what to call it, and what to send."""
    for control in form.iter():
        name, kind = control.get("name") or "", control.get("type", "")
        if not name or name in KEYS or kind == "hidden":
            continue
        if control.tag == "select" or (kind in {"radio", "checkbox"} and control.get("value") != "yes"):
            yield f"{name}: a choice that is not offered", {name: NONSENSE}
        if kind == "email":
            yield f"{name}: no address", {name: "amina at example"}
        if control.get("inputmode") in {"numeric", "decimal"}:
            yield f"{name}: no number", {name: "a few"}
            yield f"{name}: less than nothing", {name: "-5"}
        if limit := control.get("data-words"):
            yield f"{name}: a word too many", {name: "word " * (int(limit) + 1)}


def send(form: Prepared, broken: dict[str, Any]) -> int:
    """Send a form that is right but for one rule; the status of the answer."""
    return form.client.post(form.path, data={**form.data, **broken, "_key": new_key()}).status_code


def endpoints() -> list[str]:
    """Every form there is that keeps its rules when it is sent."""
    return sorted(set(POSTS) - AS_TYPED - set(WIDER_THAN_IT_SHOWS))


@pytest.mark.parametrize("endpoint", endpoints())
def test_no_form_takes_what_it_does_not_offer(
    lived_in_sqlite: Flask, lived_in_sqlite_house: houses.House, endpoint: str
) -> None:
    town = look_around()
    there = visit(lived_in_sqlite, town, post_for(endpoint).who)
    if before := post_for(endpoint).before:
        before(there)
    rules = dict(broken_rules(form_on(there, endpoint)))
    taken = []
    for called, broken in rules.items():
        rule = (endpoint, called.split(":")[0])
        if rule in HARMLESS:
            continue
        db.session.remove()
        lived_in_sqlite_house.renew()
        status = send(prepare(lived_in_sqlite, look_around(), post_for(endpoint)), ALONGSIDE.get(rule, {}) | broken)
        taken += [f"{called}: answered {status}"] if status not in {422, 410} else []
    assert taken == []


def test_there_are_rules_to_break(lived_in_sqlite: Flask) -> None:
    town = look_around()
    kinds = set()
    for endpoint in ("accounts.sign_in", "organisations.register", "applications.section", "assessments.propose"):
        there = visit(lived_in_sqlite, town, post_for(endpoint).who)
        kinds |= {called.split(": ")[1] for called, _ in broken_rules(form_on(there, endpoint))}
    assert kinds == {
        "a choice that is not offered",
        "no address",
        "no number",
        "less than nothing",
        "a word too many",
    }


def test_every_form_is_described() -> None:
    app_posts = set(routes("POST"))
    assert app_posts == set(POSTS)
    assert AS_TYPED | set(WIDER_THAN_IT_SHOWS) <= app_posts


@pytest.mark.parametrize("endpoint", sorted(POSTS))
def test_no_line_of_the_log_repeats_what_was_typed(
    lived_in_sqlite: Flask, capsys: pytest.CaptureFixture[str], endpoint: str
) -> None:
    form = prepare(lived_in_sqlite, look_around(), post_for(endpoint))
    typed = {name: value for name, value in form.data.items() if name not in KEYS}
    capsys.readouterr()
    for value in ("canary@example.org", "canary\nforged", None):
        data = {**form.data, **(dict.fromkeys(typed, value) if value else {}), "_key": new_key()}
        form.client.post(f"{form.path}?canary=1", data=data, headers={**form.headers, "User-Agent": "canary"})
    heard = capsys.readouterr()
    secrets = ["canary", "example.org", *(cookie.value for cookie in form.client._cookies.values())]
    assert len(heard.out.splitlines()) >= 3
    assert [secret for secret in secrets if secret and secret in heard.out + heard.err] == []
