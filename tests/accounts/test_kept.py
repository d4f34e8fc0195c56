"""A form that comes after its sender's sign-in has ended is kept for them, and for nobody else."""

import datetime as dt
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.accounts import kept
from portal.accounts.actions import forget_old
from portal.accounts.models import KeptForm, SignIn
from portal.db.session import action, db
from portal.kit.dates import utc_now
from portal.permissions import Someone
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to

PAGE = "/account/name"
As = Callable[[str], Reader]


def ends(someone: Someone) -> None:
    """Half an hour passes without a press."""
    with action() as session:
        session.execute(update(SignIn).where(SignIn.person_id == someone.person_id).values(expires_at=utc_now()))


def all_kept() -> list[KeptForm]:
    """What is kept just now."""
    db.session.rollback()
    return list(db.session.scalars(select(KeptForm)))


def typed_too_late(client: Reader, someone: Someone, **typed: str) -> str | None:
    """Open a page, be signed out, and send it; where that leads."""
    form = form_to(client.get(PAGE).text, PAGE)
    ends(someone)
    return client.post(PAGE, data={**form.fields, **typed}).location


def test_it_goes_in_after_signing_in_again(as_: As, cast: dict[str, Someone], send: Send) -> None:
    led = typed_too_late(as_("amina"), cast["amina"], name="Amina “Minnie” Yusuf")
    [there] = all_kept()
    assert led == f"/sign-in?next=/account/kept/{there.ref}"
    again = as_("amina")
    assert "Nothing you typed is lost." in unescape(again.get(f"/account/kept/{there.ref}").text)
    answer = send(again, f"/account/kept/{there.ref}", action=PAGE)
    assert answer.status_code == 303
    assert "Amina “Minnie” Yusuf" in unescape(again.get("/account").text)


def test_the_page_to_sign_in_says_so(as_: As, cast: dict[str, Someone]) -> None:
    client = as_("amina")
    led = typed_too_late(client, cast["amina"], name="Minnie")
    assert led is not None
    assert "You were signed out. What you typed is kept: sign in again, and go on." in client.get(led).text


def test_it_keeps_what_was_typed_and_no_key(as_: As, cast: dict[str, Someone]) -> None:
    client = as_("amina")
    form = form_to(client.get(PAGE).text, PAGE)
    ends(cast["amina"])
    client.post(f"{PAGE}?then=check", data={**form.fields, "name": "Minnie", "many": ["1", "2"]})
    [there] = all_kept()
    assert (there.person_id, there.path) == (cast["amina"].person_id, f"{PAGE}?then=check")
    assert [tuple(field) for field in there.fields] == [("next", ""), ("name", "Minnie"), ("many", "1"), ("many", "2")]


def test_nobody_else_finds_it(as_: As, client: Reader, cast: dict[str, Someone]) -> None:
    typed_too_late(as_("amina"), cast["amina"], name="Minnie")
    [there] = all_kept()
    assert as_("tom").get(f"/account/kept/{there.ref}").status_code == 404
    assert client.get(f"/account/kept/{there.ref}").location == f"/sign-in?next=/account/kept/{there.ref}"


def test_sent_twice_it_is_kept_once(as_: As, cast: dict[str, Someone]) -> None:
    client = as_("amina")
    form = form_to(client.get(PAGE).text, PAGE)
    ends(cast["amina"])
    first, second = (client.post(PAGE, data={**form.fields, "name": "Minnie"}) for _ in range(2))
    assert first.location == second.location
    assert len(all_kept()) == 1


@pytest.mark.parametrize(
    "typed", ["\x00", "\u202e\ufffd\U0001f9f6", '"><script>alert(1)</script>', "{{ 7 * 7 }}", "a\r\nb\tc"]
)
def test_whatever_was_typed_is_kept_as_it_was(as_: As, cast: dict[str, Someone], typed: str) -> None:
    typed_too_late(as_("amina"), cast["amina"], name=typed)
    [there] = all_kept()
    assert dict(there.fields)["name"] == typed
    again = as_("amina")
    again.strict = "\x00" not in typed
    form = form_to(again.get(f"/account/kept/{there.ref}").text, PAGE) if again.strict else None
    assert form is None or form.fields["name"] == [typed.replace("\r\n", "\n")]


def test_nothing_is_kept_of_somebody_unknown(app: Flask, client: Reader) -> None:
    form = form_to(client.get("/sign-in").text, "/sign-in")
    assert client.post(PAGE, data={**form.fields, "name": "Nobody"}).location == "/sign-in"
    client.set_cookie("signed-in", "never was one")
    assert client.post(PAGE, data={**form.fields, "name": "Nobody"}).location == "/sign-in"
    assert all_kept() == []


def test_nothing_is_kept_of_more_than_anybody_types(as_: As, cast: dict[str, Someone]) -> None:
    assert typed_too_late(as_("amina"), cast["amina"], name="x" * kept.CHARACTERS_MOST) == "/sign-in"
    assert all_kept() == []


def test_a_browser_that_lost_its_sign_in_cannot_fill_the_disk(as_: As, cast: dict[str, Someone]) -> None:
    client = as_("amina")
    with action() as session:
        for number in range(kept.FORMS_MOST):
            row = KeptForm(ref=f"{number}", person_id=cast["amina"].person_id, path="/", fields=[], at=utc_now())
            session.add(row)
    assert typed_too_late(client, cast["amina"], name="Minnie") == "/sign-in"
    assert len(all_kept()) == kept.FORMS_MOST


def test_it_is_forgotten_after_a_day(as_: As, cast: dict[str, Someone], clock: Clock) -> None:
    typed_too_late(as_("amina"), cast["amina"], name="Minnie")
    [there] = all_kept()
    address = f"/account/kept/{there.ref}"
    assert as_("amina").get(address).status_code == 200
    clock.shift(dt.timedelta(days=1, seconds=1))
    assert as_("amina").get(address).status_code == 404
    forget_old()
    assert all_kept() == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_asking_for_a_page_keeps_nothing(as_: As, cast: dict[str, Someone], method: str) -> None:
    client = as_("amina")
    ends(cast["amina"])

    assert client.open(PAGE, method=method).location == f"/sign-in?next={PAGE}"
    assert all_kept() == []
