"""The effect of a choice with a real browser: while somebody types, and by a button without script."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from portal.db.session import db
from tests import town
from tests.assessments import builders
from tests.browser import visit
from tests.live import serving


@pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])
def test_what_would_be_left_is_seen_before_anything_is_proposed(app: Flask, browser: Browser, script: bool) -> None:
    [one] = builders.scored(builders.the_round(500_000))
    path = f"/review/applications/{one.ref}/decision"
    cookie = town.sign_in("joyce")
    db.session.rollback()
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        page.context.add_cookies([{"name": "signed-in", "value": cookie, "url": url}])
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/decision?" in request.url else None)
        page.goto(path)
        page.get_by_label("Reasons").fill("Ours.")
        page.get_by_label("Fund in part").check()
        page.get_by_label("How much, where it is a part?").press_sequentially("1000")
        if not script:
            page.get_by_role("button", name="Show effect").click()
        expect(page.locator("#effect")).to_contain_text("It takes £1,000 from the budget, and £4,000 would be left.")
        expect(page.get_by_label("Reasons")).to_have_value("Ours.")
        if script:
            assert len(asked) <= 3, "not at every key"
            assert not [each for each in asked if "Ours" in each or "_key" in each], "and nothing else goes along"
    assert builders.decisions() == []
