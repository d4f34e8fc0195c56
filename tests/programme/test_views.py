"""The settings on screen: saved, refused with what was typed, told apart from somebody else's, told back later."""

from collections.abc import Callable
from typing import Any

import brotli
import pytest

from portal.kit.refs import mark_of
from portal.mail.models import Letter
from portal.permissions import Someone
from portal.programme import actions, look, queries
from portal.programme.colours import OWN, packed
from portal.programme.export import as_toml
from portal.programme.rules import LISTS, PARTS
from tests.conftest import Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]

ROSE = {**OWN, "main": "#5b2333", "deep": "#3d1521"}
NEW = {"name": "Newtown Council", "programme": "Newtown Online", "team": "the Newtown team", "place": "Newtown"}


def form_of(html: str, action: str) -> dict[str, str]:
    """The form of a page as it came."""
    return dict(form_to(html, action).fields)


@pytest.fixture
def wei(as_: As) -> Reader:
    """The administrator's browser."""
    return as_("wei")


def test_the_menu_leads_an_administrator_to_every_setting(wei: Reader) -> None:
    assert 'href="/settings"' in wei.get("/inbox").text
    there = wei.get("/settings").text
    for part in PARTS:
        assert f'href="/settings/council/{part}"' in there
    for code in LISTS:
        assert f'href="/settings/lists/{code}"' in there
    assert 'href="/settings/colours"' in there
    assert 'href="/settings/file"' in there


@pytest.mark.parametrize("who", ["joyce", "amina"])
def test_nobody_else_is_led_there_or_let_in(as_: As, who: str) -> None:
    client = as_(who)
    assert 'href="/settings"' not in client.get("/account").text
    assert client.get("/settings").status_code == 403
    assert client.get("/settings/lists/communities").status_code == 403


def test_a_programme_lead_is_led_to_the_outbox_alone(as_: As) -> None:
    client = as_("helen")
    there = client.get("/settings").text
    assert 'href="/outbox"' in there
    assert 'href="/jobs"' not in there
    assert "/settings/" not in there
    assert client.get("/settings/lists/communities").status_code == 403


def test_new_names_stand_on_every_page(wei: Reader, send: Send) -> None:
    saved = send(wei, "/settings/council/name", NEW, action="/settings/council/name")

    assert (saved.status_code, saved.location) == (303, "/settings")
    front = wei.application.test_client().get("/").text
    assert "Newtown Online, Newtown Council" in front
    assert "Leeds demonstration council" not in front


def test_what_the_council_says_stands_where_people_look(client: Reader) -> None:
    there = queries.council()
    front, contact = client.get("/").text, client.get("/contact").text

    assert there.about in front
    assert there.credit in front
    for said in (there.phone, there.phone_hours, there.email):
        assert said in contact


def test_what_cannot_be_saved_is_kept_as_it_was_typed(wei: Reader, send: Send) -> None:
    typed = {"email": "no address", "phone": "", "phone_hours": "Mondays"}
    answer = send(wei, "/settings/council/contact", typed, action="/settings/council/contact")

    assert answer.status_code == 422
    assert 'value="no address"' in answer.text
    assert 'value="Mondays"' in answer.text
    assert "Type a whole e-mail address, like digital@example.org." in answer.text
    assert "Type a telephone number." in answer.text


def test_two_administrators_at_once(wei: Reader, send: Send, cast: dict[str, Someone]) -> None:
    stale = mark_of({name: getattr(queries.council(), name) for name in PARTS["name"].fields})
    send(wei, "/settings/council/name", NEW, action="/settings/council/name")

    late = send(
        wei,
        "/settings/council/name",
        {**NEW, "name": "Oldtown Council", "read": stale},
        action="/settings/council/name",
    )

    assert late.status_code == 409
    assert "Newtown Council" in late.text
    assert 'value="Oldtown Council"' in late.text
    again = wei.post("/settings/council/name", data=form_of(late.text, "/settings/council/name"))
    assert again.status_code == 303
    assert queries.council().name == "Oldtown Council"


def test_colours_that_cannot_be_read_are_refused_with_the_ratio(wei: Reader, send: Send) -> None:
    answer = send(wei, "/settings/colours", {"main": "#2a9d8f"}, action="/settings/colours")

    assert answer.status_code == 422
    assert "On the main colour, white text has a contrast of 3.32 to 1. It needs 4.5 to 1." in answer.text
    assert 'value="#2a9d8f"' in answer.text


def test_a_sample_comes_before_the_saving(wei: Reader, send: Send) -> None:
    shown = send(wei, "/settings/colours", ROSE, action="/settings/colours")
    assert shown.status_code == 303
    assert queries.council().colours == {}

    sample = wei.get(shown.location).text
    word = packed(ROSE)
    assert f'href="/look/{word}/' in sample
    assert '<meta name="theme-color" content="#5b2333">' in sample

    saved = wei.post(shown.location.split("?")[0], data=form_of(sample, f"/settings/colours/{word}"))
    assert saved.status_code == 303
    assert queries.council().colours == ROSE


def test_somebody_else_chose_colours_meanwhile(wei: Reader, send: Send, cast: dict[str, Someone]) -> None:
    shown = send(wei, "/settings/colours", ROSE, action="/settings/colours").location
    sample = wei.get(shown).text
    actions.paint({**OWN, "main": "#004488"}, mark_of({}), by=cast["wei"])

    address = f"/settings/colours/{packed(ROSE)}"
    late = wei.post(address, data=form_of(sample, address))
    assert late.status_code == 409
    assert "#004488" in late.text
    assert wei.post(address, data=form_of(late.text, address)).status_code == 303
    assert queries.council().colours == ROSE


@pytest.mark.parametrize("word", [packed({"main": "#2a9d8f"}), "nonsense", packed({}).upper()])
def test_no_sample_of_what_cannot_be(wei: Reader, word: str) -> None:
    assert wei.get(f"/settings/colours/{word}").status_code == 404


def test_every_page_and_letter_wears_the_councils_colours(
    client: Reader, send: Send, cast: dict[str, Someone], letters: Callable[[], list[Letter]]
) -> None:
    before = client.get("/").text
    assert 'href="/static/portal.' in before
    actions.paint(ROSE, mark_of({}), by=cast["wei"])

    page = client.get("/").text
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    icon = page.split('rel="icon" href="')[1].split('"')[0]
    assert sheet.startswith(f"/look/{packed(ROSE)}/")
    css = client.get(sheet)
    assert ":root{--brand:#5b2333;" in css.get_data(as_text=True)
    assert css.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert css.headers["Vary"] == "Accept-Encoding"
    assert "#5b2333" in client.get(icon).get_data(as_text=True)
    send(client, "/sign-in", {"email": "amina.yusuf@example.org"}, action="/sign-in")
    assert "#5b2333" in letters()[-1].html
    assert OWN["main"] not in letters()[-1].html


def test_the_stylesheet_travels_small_and_asks_nothing(client: Reader, queries: Any) -> None:
    address = look.address(ROSE, "css")
    with queries() as counted:
        answer = client.get(address, headers={"Accept-Encoding": "gzip, br"})

    assert counted.number == 0
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 6_000
    assert brotli.decompress(answer.data).endswith(b"}")


def test_nobody_else_can_have_stylesheets_painted(client: Reader) -> None:
    right, other = look.address(ROSE, "css"), look.address({**OWN, "main": "#004488"}, "css")
    forged = right.rsplit("/", 1)[0] + "/" + other.rsplit("/", 1)[1]

    assert client.get(right).status_code == 200
    assert client.get(forged).status_code == 404
    assert client.get(right.replace(".css", ".svg")).status_code == 404
    assert client.get(right.replace(".css", ".exe")).status_code == 404


def test_a_word_is_added_moved_retired_and_brought_back(wei: Reader, send: Send) -> None:
    lists = "/settings/lists/communities"
    typed = {"label": "Seasonal workers", "phrase": "seasonal workers", "priority": "yes"}
    assert send(wei, f"{lists}/new", typed, action=f"{lists}/new").status_code == 303
    word = f"{lists}/words/seasonal_workers"

    moved = send(wei, lists, {"way": "up"}, action=f"{word}/move")
    assert moved.location == f"{lists}#word-seasonal_workers"
    new = queries.terms("community")[-2]
    assert (new.code, new.priority) == ("seasonal_workers", "yes")
    assert "seasonal workers · priority community" in wei.get(lists).text

    assert send(wei, word, action=f"{word}/retire").status_code == 303
    assert "seasonal_workers" not in queries.offered("community")
    assert send(wei, lists, action=f"{word}/restore").status_code == 303
    assert "seasonal_workers" in queries.offered("community")


def test_htmx_gets_the_list_and_the_message_alone(wei: Reader, send: Send) -> None:
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    lists = "/settings/lists/languages"
    answer = send(wei, lists, {"way": "down"}, action=f"{lists}/words/en/move", headers=part)

    assert answer.status_code == 200
    assert answer.text.startswith('<div id="words">')
    assert "“English” is moved." in answer.text
    assert answer.text.index("British Sign Language") < answer.text.index('id="word-en"')


def test_an_order_that_has_changed_is_shown_before_anything_moves(wei: Reader, send: Send) -> None:
    lists = "/settings/lists/languages"
    stale = mark_of(["en", "bfi"])
    late = send(wei, lists, {"way": "down", "read": stale}, action=f"{lists}/words/en/move")

    assert late.status_code == 409
    assert "Somebody else has moved a word meanwhile." in late.text
    assert queries.terms("language")[0].code == "en"


def test_a_retired_word_stays_with_whoever_chose_it(wei: Reader, as_: As, send: Send) -> None:
    word = "/settings/lists/communities/words/older"
    send(wei, word, action=f"{word}/retire")
    amina = as_("amina")
    own = amina.get("/account").text.split('href="/organisations/')[1].split('"')[0].split("/")[0]

    assert 'value="older" checked' in amina.get(f"/organisations/{own}/reach").text
    saved = send(amina, f"/organisations/{own}/reach", {"languages": ["en"]}, action=f"/organisations/{own}/reach")
    assert saved.status_code == 303
    assert "Older people" in amina.get(f"/organisations/{own}").text
    marcias = as_("sam").get("/organisations/new").text
    assert "Older people" not in marcias


def test_history_tells_who_and_what_it_said(wei: Reader, send: Send) -> None:
    word = "/settings/lists/communities/words/older"
    send(wei, word, {"label": "People over 60"}, action=word)

    told = wei.get("/settings/history/communities").text
    assert "Wei Chen changed “People over 60”" in told
    assert "Older people" in told
    assert "The portal" not in told


def test_the_file_is_what_programme_load_reads(wei: Reader) -> None:
    answer = wei.get("/settings/file")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="settings.toml"'
    assert answer.get_data(as_text=True) == as_toml(queries.everything())


@pytest.mark.parametrize(
    "path",
    [
        "/settings/council/nonsense",
        "/settings/lists/nonsense",
        "/settings/lists/barriers/words/partner_time",
        "/settings/history/nonsense",
    ],
)
def test_what_is_not_there_is_not_found(wei: Reader, path: str) -> None:
    assert wei.get(path).status_code == 404
