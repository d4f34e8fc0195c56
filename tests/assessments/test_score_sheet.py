"""The score sheet in a browser: by keyboard alone, and in two windows at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from portal.assessments import actions
from portal.assessments.models import Score
from portal.db.session import db
from tests import town
from tests.assessments import steps
from tests.browser import visit
from tests.live import serving


@pytest.fixture
def sheet(app, cast, browser) -> Iterator[Page]:
    """Daniel's browser with the first of his two applications beside its scores."""
    round_ = steps.closed_round()
    steps.sent(round_, 2, "assessing")
    steps.declared(round_, cast, "daniel", "ruth")
    actions.share_out(round_, by=cast["joyce"])
    cookie = {"name": "signed-in", "value": town.sign_in("daniel")}
    with serving(app) as url, visit(browser, url) as page:
        page.context.add_cookies([cookie | {"url": url}])
        page.goto("/review/next")
        yield page


def kept() -> dict[str, tuple[int | None, str]]:
    """What the database has of every sheet."""
    db.session.rollback()
    return {row.criterion: (row.points, row.reason) for row in db.session.scalars(select(Score))}


def saved(page: Page) -> None:
    """Wait until the line says so."""
    expect(page.locator("#saved")).to_contain_text("Saved at")


def test_a_whole_sheet_by_keyboard_alone(sheet: Page) -> None:
    first = sheet.url
    sheet.focus("#points-need")
    for points in (3, 4, 5, 2, 1):
        sheet.keyboard.press("Space")
        for _ in range(points):
            sheet.keyboard.press("ArrowRight")
        sheet.keyboard.press("Tab")
        sheet.keyboard.type(f"Worth {points}.")
        sheet.keyboard.press("Tab")
    saved(sheet)
    sheet.keyboard.press("Tab")
    expect(sheet.get_by_role("button", name="Finish scoring")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#messages")).to_contain_text("your scores are in")
    assert sheet.url != first
    assert kept() == {
        "need": (3, "Worth 3."),
        "change": (4, "Worth 4."),
        "plan": (5, "Worth 5."),
        "costs": (2, "Worth 2."),
        "safe": (1, "Worth 1."),
    }


def test_two_windows_never_lose_a_word(sheet: Page) -> None:
    other = sheet.context.new_page()
    other.goto(sheet.url)
    sheet.fill("#reason-need", "From the first window.")
    saved(sheet)
    other.fill("#reason-need", "From the second window.")
    choice = other.locator("#clash-need")
    expect(choice).to_contain_text("From the first window.")
    expect(other.locator("#saved")).to_contain_text("Not all of it is saved")
    assert kept()["need"] == (None, "From the first window.")
    other.get_by_label("This window: what stands above").click()  # the answer takes the choice away
    expect(choice).to_be_empty()
    saved(other)
    assert kept()["need"] == (None, "From the second window.")
    sheet.fill("#reason-need", "From the first window again.")
    sheet.get_by_label("The other window: no points yet").click()
    expect(sheet.locator("#reason-need")).to_have_value("From the second window.")
    expect(sheet.locator("#clash-need")).to_be_empty()
    assert kept()["need"] == (None, "From the second window.")
