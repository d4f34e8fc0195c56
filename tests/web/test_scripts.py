"""What the two small scripts add to pages that work without them."""

import datetime as dt
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, expect

from portal import assets
from portal.applications.closing import closing
from tests.kit.words import CASES
from tests.web.templates import Site, environment, opened

EDITING = """{% extends "base.html" %}{% set editing = true %}
{% from "macros/forms.html" import form, plain_field, button, saved %}{% from "macros/scoring.html" import budget %}
{% block title %}Plan{% endblock %}
{% block main %}<h1>Plan</h1>{% call form("/send", save="/save") %}
<input type="hidden" id="version" name="version" value="1">
{{ plain_field("plan", "Plan", "long", words=5) }}{{ plain_field("name", "Name") }}
{{ budget("cost", "Costs", [("Tablets", "1,440", None), ("", "", None)]) }}
{{ saved() }}<div id="clash"></div>{{ button("Send") }}{% endcall %}{% endblock %}"""

ERRORS = """{% extends "base.html" %}{% set errors = [("name", "Enter a name")] %}
{% from "macros/forms.html" import form, plain_field, button %}{% block title %}Name{% endblock %}
{% block main %}<h1>Name</h1>{% call form("/send") %}{{ plain_field("name", "Name", error="Enter a name") }}
{{ button("Send") }}{% endcall %}{% endblock %}"""

LETTER = """{% extends "base.html" %}{% set editing = true %}
{% from "macros/forms.html" import form, plain_field, button %}{% block title %}Letter{% endblock %}
{% block main %}<h1>Letter</h1>{% call form("/send") %}{{ plain_field("letter", "Letter", "long", words=5) }}
{{ button("Send") }}{% endcall %}{% endblock %}"""

PRESS = """{% extends "base.html" %}{% from "macros/forms.html" import form, button %}
{% block title %}Sign in{% endblock %}
{% block main %}<h1>Sign in</h1>
{% call form("/send", press=True) %}{{ button("Sign in") }}{% endcall %}{% endblock %}"""

CLOSING = """{% extends "base.html" %}{% block title %}Plan{% endblock %}
{% block main %}<h1>Plan</h1>{% include "applications/_closing.html" %}
{% endblock %}"""

PART = """{% extends "base.html" %}{% set htmx = true %}{% from "macros/forms.html" import form, button %}
{% block title %}Part{% endblock %}{% block main %}<h1>Part</h1>
<form action="/send" method="post" data-hx-post="/send" data-hx-target="#part" data-hx-swap="outerHTML">
{{ button("Send") }}</form><div id="part">As it was</div>{% endblock %}"""

SAVED = """{% include "web/_saved.html" %}"""
WHOLE = """<!doctype html><html lang="en"><head><title>Gone</title></head>
<body><main id="main" tabindex="-1"><h1>Gone</h1></main></body></html>"""
AWAY = (assets.ROOT / "docs" / "running" / "away.html").read_text(encoding="utf-8")
"""What nginx says while neither server answers."""
NOT_SAVED = "Not saved yet – trying again"


@pytest.fixture
def site() -> Site:
    """Pages made of our macros."""
    assets.build()
    return Site(
        environment(),
        {"/edit": EDITING, "/errors": ERRORS, "/letter": LETTER, "/press": PRESS, "/part": PART, "/closing": CLOSING},
    )


@pytest.fixture
def editor(browser: Browser, site: Site) -> Iterator[Page]:
    """Somebody who writes."""
    with opened(browser, site, "/edit") as page:
        yield page


def saved_as(site: Site, version: int) -> tuple[int, str, dict[str, str]]:
    """The answer to a save that went well."""
    text = site.env.from_string(SAVED).render(saved=f"Saved at 14:0{version}", hidden={"version": version})
    return 200, text, {}


def typed(site: Site, sending: int) -> dict[str, str]:
    """What was sent the first, second … time."""
    return {name: values[0] for name, values in parse_qs(site.sent[sending].post_data or "").items()}


def write(page: Page, text: str) -> None:
    """Type into the plan and go to the next field."""
    page.get_by_label("Plan").fill(text)
    page.get_by_label("Name").focus()


def test_words_are_counted_as_typed_and_none_is_cut(editor: Page) -> None:
    editor.get_by_label("Plan").fill("one two – three’s four-five")
    expect(editor.locator("#plan-count")).to_have_text("Words used: 4 of 5")

    editor.get_by_label("Plan").fill("one two three four five six")
    expect(editor.locator("#plan-count")).to_have_text("Words used: 6 of 5. Please shorten it by 1.")
    expect(editor.get_by_label("Plan")).to_have_value("one two three four five six")


def test_words_are_counted_as_the_server_counts_them(editor: Page) -> None:
    counted = []
    for text, _ in CASES:
        editor.get_by_label("Plan").fill(text)
        counted.append((editor.locator("#plan-count").text_content() or "").split(" of ")[0])
    assert counted == [f"Words used: {words}" for _, words in CASES]


def test_a_screen_reader_hears_the_count_when_the_typing_rests(editor: Page, site: Site) -> None:
    site.answers = [saved_as(site, 2)]
    heard = editor.locator("body > [role=status]")
    editor.get_by_label("Plan").fill("one")
    expect(heard).to_have_text("")

    editor.clock.run_for(1000)
    expect(heard).to_have_text("Words used: 1 of 5")


def test_a_budget_adds_up_as_typed(editor: Page) -> None:
    editor.locator("#cost-2-amount").fill("£ 59.5")

    expect(editor.locator("#cost-total")).to_have_text("£1,499.50")


@pytest.mark.parametrize("typed", ["about 60", "6,0", "£5k", "60.005"])
def test_what_the_server_reads_as_no_amount_adds_nothing(editor: Page, typed: str) -> None:
    editor.locator("#cost-2-amount").fill(typed)

    expect(editor.locator("#cost-total")).to_have_text("£1,440")


def test_what_is_typed_is_saved_and_the_place_is_kept(editor: Page, site: Site) -> None:
    site.answers = [saved_as(site, 2)]
    write(editor, "We will meet")

    expect(editor.get_by_text("Saved at 14:02")).to_have_attribute("role", "status")
    expect(editor.locator("#version")).to_have_value("2")
    expect(editor.get_by_label("Name")).to_be_focused()
    assert (typed(site, 0)["plan"], typed(site, 0)["version"]) == ("We will meet", "1")


def test_what_is_typed_is_saved_when_the_page_is_left_for_another(editor: Page, site: Site) -> None:
    site.answers = [saved_as(site, 2)]
    editor.get_by_label("Plan").fill("We will meet")
    editor.evaluate("""() => {
        Object.defineProperty(document, "hidden", { value: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }""")

    expect(editor.locator("#saved")).to_have_text("Saved at 14:02")
    assert typed(site, 0)["plan"] == "We will meet"


def test_what_waits_goes_with_the_newest_words_and_version(editor: Page, site: Site) -> None:
    site.holds = True
    for words in ("one", "one two", "one two three"):
        write(editor, words)
    expect(editor.locator("#plan-count")).to_have_text("Words used: 3 of 5")
    site.holds = False
    site.answers = [saved_as(site, 2), saved_as(site, 3)]
    site.give(site.held[0])

    expect(editor.locator("#version")).to_have_value("3")
    assert [(typed(site, n)["plan"], typed(site, n)["version"]) for n in range(len(site.sent))] == [
        ("one", "1"),
        ("one two three", "2"),
    ]


@pytest.mark.parametrize(("status", "body"), [(429, WHOLE), (500, WHOLE), (503, WHOLE), (503, AWAY), (502, "")])
def test_a_save_that_failed_is_tried_until_it_is_saved(editor: Page, site: Site, status: int, body: str) -> None:
    site.answers = [(status, body, {}), (status, body, {}), saved_as(site, 2)]
    write(editor, "We will meet")
    expect(editor.locator("#saved.waiting")).to_have_text(NOT_SAVED)

    editor.clock.run_for(2000)
    expect(editor.locator("#saved.waiting")).to_have_text(NOT_SAVED)
    editor.clock.run_for(4000)
    expect(editor.locator("#saved")).to_have_text("Saved at 14:02")
    expect(editor.locator("#saved")).not_to_have_class("saved waiting")
    assert [typed(site, n).get("_again") for n in range(3)] == [None, "1", "2"]


def test_a_line_that_broke_costs_nothing(editor: Page, site: Site) -> None:
    site.away = True
    write(editor, "We will meet")
    expect(editor.locator("#saved.waiting")).to_have_text(NOT_SAVED)
    expect(editor.get_by_label("Plan")).to_have_value("We will meet")

    site.away = False
    site.answers = [saved_as(site, 2)]
    editor.evaluate("dispatchEvent(new Event('online'))")
    expect(editor.locator("#saved")).to_have_text("Saved at 14:02")


@pytest.mark.parametrize("broken", ["line", "server"])
def test_a_button_pressed_while_nothing_goes_through_keeps_the_page(editor: Page, site: Site, broken: str) -> None:
    site.away = broken == "line"
    site.answers = [] if site.away else [(503, WHOLE, {}), (503, WHOLE, {})]
    write(editor, "We will meet")
    expect(editor.locator("#saved")).to_have_text(NOT_SAVED)

    editor.get_by_role("button", name="Send").click()
    expect(editor.locator("#saved")).to_contain_text("What you typed is still here.")
    expect(editor.get_by_role("heading")).to_have_text("Plan")
    expect(editor.get_by_label("Plan")).to_have_value("We will meet")


def test_a_button_pressed_as_the_line_comes_back_saves_and_leads_on(editor: Page, site: Site) -> None:
    site.away = True
    write(editor, "We will meet")
    expect(editor.locator("#saved")).to_have_text(NOT_SAVED)

    site.away = False
    site.answers = [saved_as(site, 2), (200, WHOLE, {})]
    editor.get_by_role("button", name="Send").click()
    expect(editor.get_by_role("heading")).to_have_text("Gone")
    assert [typed(site, n)["version"] for n in range(len(site.sent))] == ["1", "2"]


def test_who_leaves_while_words_wait_to_be_saved_is_asked_first(editor: Page, site: Site) -> None:
    asked: list[str] = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    site.away = True
    editor.get_by_label("Plan").press_sequentially("We will meet")
    editor.get_by_label("Name").focus()
    expect(editor.locator("#saved")).to_have_text(NOT_SAVED)

    editor.get_by_role("link", name="Join the Dots").click()
    expect(editor.get_by_label("Plan")).to_have_value("We will meet")
    assert asked == ["beforeunload"]

    site.away = False
    site.answers = [saved_as(site, 2)]
    editor.evaluate("dispatchEvent(new Event('online'))")
    expect(editor.locator("#saved")).to_have_text("Saved at 14:02")
    editor.reload()
    assert asked == ["beforeunload"]


def test_a_refused_save_leaves_every_word_on_the_page(editor: Page, site: Site) -> None:
    site.answers = [(404, WHOLE, {})]
    write(editor, "We will meet")

    expect(editor.locator("#saved")).to_have_text("Not saved. Press the button to see why.")
    expect(editor.get_by_label("Plan")).to_have_value("We will meet")
    expect(editor.get_by_role("heading")).to_have_text("Plan")


def test_a_clash_shows_both_texts_and_says_so(editor: Page, site: Site) -> None:
    site.answers = [(409, "<p>Theirs and yours</p>", {"HX-Retarget": "#clash", "HX-Reswap": "innerHTML"})]
    write(editor, "We will meet")

    expect(editor.locator("#clash")).to_have_text("Theirs and yours")
    expect(editor.locator("#saved")).to_contain_text("There are two texts now")
    expect(editor.get_by_label("Plan")).to_have_value("We will meet")


def test_the_errors_of_a_page_have_the_focus(browser: Browser, site: Site) -> None:
    with opened(browser, site, "/errors") as page:
        expect(page.locator(".govuk-error-summary")).to_be_focused()

        page.get_by_role("link", name="Enter a name").click()
        expect(page.get_by_label("Name")).to_be_focused()


def test_errors_that_come_with_a_part_have_the_focus(browser: Browser, site: Site) -> None:
    summary = site.env.get_template("macros/forms.html").module.error_summary([("", "Choose one")])  # type: ignore[attr-defined]
    site.answers = [(422, f'<div id="part">{summary}</div>', {})]
    with opened(browser, site, "/part") as page:
        page.get_by_role("button", name="Send").click()

        expect(page.locator(".govuk-error-summary")).to_be_focused()


def test_a_whole_page_in_place_of_a_part_takes_the_whole_page(browser: Browser, site: Site) -> None:
    site.answers = [(404, WHOLE, {})]
    with opened(browser, site, "/part") as page:
        page.get_by_role("button", name="Send").click()

        expect(page.get_by_role("heading")).to_have_text("Gone")
        expect(page).to_have_title("Gone")
        expect(page.locator("#main")).to_be_focused()


def test_a_server_in_trouble_changes_nothing_and_is_said(browser: Browser, site: Site) -> None:
    site.answers = [(500, WHOLE, {})]
    with opened(browser, site, "/part") as page:
        page.get_by_role("button", name="Send").click()

        expect(page.locator("#messages")).to_contain_text("That did not work just now.")
        expect(page.locator("#messages")).to_be_focused()
        expect(page.locator("#part")).to_have_text("As it was")


def test_a_second_press_within_two_seconds_is_a_slip(browser: Browser, site: Site) -> None:
    site.answers = [(200, WHOLE, {}), (200, WHOLE, {})]
    with opened(browser, site, "/errors") as page:
        page.get_by_role("button", name="Send").dblclick()
        expect(page.get_by_role("heading")).to_have_text("Gone")

        assert len(site.sent) == 1


def test_a_button_pressed_without_a_line_keeps_the_page_and_says_so(browser: Browser, site: Site) -> None:
    site.answers = [(200, WHOLE, {})]
    with opened(browser, site, "/errors") as page:
        page.get_by_label("Name").fill("Amina")
        page.context.set_offline(True)
        page.get_by_role("button", name="Send").click()
        expect(page.locator("#messages")).to_contain_text("That did not work just now. What you typed is still here.")
        expect(page.get_by_label("Name")).to_have_value("Amina")

        page.context.set_offline(False)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("heading")).to_have_text("Gone")


def test_who_leaves_a_letter_that_only_its_button_keeps_is_asked_first(browser: Browser, site: Site) -> None:
    asked: list[str] = []
    site.answers = [(200, WHOLE, {})]
    with opened(browser, site, "/letter") as page:
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.get_by_label("Letter").press_sequentially("Dear all")
        page.get_by_role("link", name="Join the Dots").click()
        expect(page.get_by_label("Letter")).to_have_value("Dear all")
        assert asked == ["beforeunload"]

        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("heading")).to_have_text("Gone")
        assert asked == ["beforeunload"]


def test_the_minutes_of_the_last_hour_run_and_some_are_heard(browser: Browser, site: Site) -> None:
    now = dt.datetime(2026, 12, 18, 11, 54, tzinfo=dt.UTC)
    closes_at = now + dt.timedelta(minutes=6)
    site.env.filters["moment"] = str
    round_ = SimpleNamespace(closes_at=closes_at, grace_minutes=10)
    site.env.globals["application"] = SimpleNamespace(round=round_, state="draft")
    site.env.globals["closing_of"] = lambda _application: closing(now, closes_at, 10)
    with opened(browser, site, "/closing") as page:
        shown, heard = page.locator(".next strong"), page.locator(".next + [role=status]")
        expect(shown).to_have_text("Minutes left until the round closes: 6")
        expect(heard).to_have_text("")

        page.clock.run_for(65_000)
        expect(shown).to_have_text("Minutes left until the round closes: 5")
        expect(heard).to_have_text("Minutes left until the round closes: 5")

        page.clock.run_for(60_000)
        expect(shown).to_have_text("Minutes left until the round closes: 4")
        expect(heard).to_have_text("Minutes left until the round closes: 5")

        page.clock.run_for(4 * 60_000)
        expect(shown).to_have_text("The round has closed. Minutes left to send what you began: 10")
        expect(heard).to_have_text("The round has closed. Minutes left to send what you began: 10")

        page.clock.run_for(10 * 60_000)
        expect(shown).to_have_text("The round has closed. Nothing can be sent any more.")
        expect(heard).to_have_text("The round has closed. Nothing can be sent any more.")


def test_the_button_of_a_sign_in_link_presses_itself_once(browser: Browser, site: Site) -> None:
    site.answers = [(200, WHOLE, {})]
    with opened(browser, site, "/press") as page:
        expect(page.get_by_role("heading")).to_have_text("Gone")

        assert len(site.sent) == 1
