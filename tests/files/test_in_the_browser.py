"""Sending files in a real browser: without script on a small phone, with script to a line or a server that breaks."""

import os
import re
import time
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route, expect
from sqlalchemy import func, select

from portal.config import ROOT
from portal.db.session import db
from portal.files.models import File
from portal.kit.dates import utc_now
from portal.organisations.models import Document
from tests import town
from tests.applications import drafts
from tests.browser import visit
from tests.files.cutting import breaking
from tests.files.samples import HOSTILE, picture, word
from tests.files.steps import look_at_all
from tests.live import serving
from tests.organisations.walking import home

AWAY = (ROOT / "docs" / "running" / "away.html").read_text(encoding="utf-8")
NEXT_MAY = f"1 May {utc_now().year + 1}"
BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no_script"])


def sign_in(page: Page, url: str, key: str) -> None:
    """Sign one of the cast in."""
    page.context.add_cookies([{"name": "signed-in", "value": town.sign_in(key), "url": url}])


def fits(page: Page) -> bool:
    """Whether nothing sticks out sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def written(folder: Path, name: str, content: bytes) -> str:
    """A file on the disk of whoever sends it."""
    path = folder / name
    path.write_bytes(content)
    return str(path)


def large(folder: Path) -> str:
    """A picture of about 3 MB that no line swallows at once: it is made of noise."""
    noise = os.urandom(3 * 1024 * 1024)
    return written(folder, "page.docx", word({"word/media/page.bin": noise}))


@BOTH
def test_a_document_is_sent_on_a_small_phone_after_one_that_was_refused(
    app: Flask, browser: Browser, tmp_path: Path, script: bool
) -> None:
    _, name, make = HOSTILE["macros by name"]
    with serving(app) as url, visit(browser, url, width=320, script=script, trouble=("422",)) as page:
        sign_in(page, url, "amina")
        page.goto(f"/organisations/{home('amina').ref}")
        page.get_by_role("link", name="Send or change documents").click()
        page.locator("a[href$='/documents/insurance']").click()
        page.get_by_label("The day on which it ends").fill(NEXT_MAY)
        page.get_by_label("The file").set_input_files(written(tmp_path, name, make()))
        page.get_by_role("button", name="Send the file").click()
        expect(page.locator("#file-error")).to_contain_text("There are macros")
        expect(page.get_by_label("The day on which it ends")).to_have_value(NEXT_MAY)
        if script:
            expect(page.locator(".govuk-error-summary")).to_be_focused()
            assert fits(page)
        page.get_by_label("The file").set_input_files(written(tmp_path, "page.jpg", picture()))
        page.get_by_role("button", name="Send the file").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Documents")
        expect(page.locator("#messages")).to_contain_text("We have your document")
        expect(page.get_by_role("main")).to_contain_text("page.jpg")
        assert look_at_all() == 1
        page.reload()
        with page.expect_download() as given:
            page.get_by_role("link", name="Download page.jpg").click()
        assert given.value.suggested_filename == "page.jpg"


def test_a_line_that_breaks_midway_is_tried_again_and_counts_once(app: Flask, browser: Browser, tmp_path: Path) -> None:
    with (
        serving(app) as straight,
        breaking(straight, after=1_000_000, times=2) as (url, line),
        visit(browser, url, width=320, trouble=("ERR_", "Failed to load")) as page,
    ):
        sign_in(page, url, "amina")
        page.goto(f"/organisations/{home('amina').ref}/documents/governing")
        page.get_by_label("The file").set_input_files(large(tmp_path))
        page.get_by_role("button", name="Send the file").click()
        expect(page.locator("[data-progress]")).to_contain_text("The line broke. We try again by ourselves.")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Documents", timeout=30_000)
        expect(page.locator("#messages")).to_contain_text("We have your document")
    assert line.broken == 2
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(Document)) == 1
    assert db.session.scalar(select(func.count()).select_from(File)) == 1


def test_a_server_that_is_renewed_meanwhile_gets_the_file_once(app: Flask, browser: Browser, tmp_path: Path) -> None:
    path, sent = f"/organisations/{home('amina').ref}/documents/governing", []

    def renewed(route: Route) -> None:
        sent.append(time.monotonic())
        route.fulfill(status=503, content_type="text/html", headers={"Retry-After": "3"}, body=AWAY)

    with serving(app) as url, visit(browser, url, width=320, trouble=("status of 503",)) as page:
        sign_in(page, url, "amina")
        page.goto(path)
        page.get_by_label("The file").set_input_files(written(tmp_path, "page.jpg", picture()))
        page.route(f"**{path}", renewed, times=1)
        page.get_by_role("button", name="Send the file").click()
        expect(page.locator("[data-progress]")).to_contain_text("The portal does not answer just now.")
        expect(page.locator("#messages")).to_contain_text("We have your document")
        assert time.monotonic() - sent[0] > 3
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(Document)) == 1
    assert db.session.scalar(select(func.count()).select_from(File)) == 1


def test_a_server_that_breaks_leaves_the_form_and_the_chosen_file(
    app: Flask, browser: Browser, tmp_path: Path, as_
) -> None:
    path = f"/organisations/{home('amina').ref}/documents/insurance"
    own_page = as_("amina").get("/nothing/here").text
    with serving(app) as url, visit(browser, url, width=320, trouble=("status of 500",)) as page:
        sign_in(page, url, "amina")
        page.goto(path)
        page.get_by_label("The day on which it ends").fill(NEXT_MAY)
        page.get_by_label("The file").set_input_files(written(tmp_path, "page.jpg", picture()))
        page.route(f"**{path}", lambda route: route.fulfill(status=500, content_type="text/html", body=own_page))
        for _ in range(2):
            page.get_by_role("button", name="Send the file").click()
            expect(page.locator("[data-progress]")).to_contain_text("Your file did not arrive. It is still chosen here")
            expect(page.get_by_label("The file")).to_have_value(re.compile(r"page\.jpg$"))
            expect(page.get_by_label("The day on which it ends")).to_have_value(NEXT_MAY)
        page.unroute(f"**{path}")
        page.get_by_role("button", name="Send the file").click()
        expect(page.locator("#messages")).to_contain_text("We have your document")


@BOTH
def test_a_file_for_a_question_keeps_what_was_typed(app: Flask, browser: Browser, tmp_path: Path, cast, script) -> None:
    draft = drafts.begun(cast["amina"])
    with serving(app) as url, visit(browser, url, width=320, script=script) as page:
        sign_in(page, url, "amina")
        page.goto(f"/applications/{draft.ref}/parts/documents")
        page.get_by_label("Your safeguarding policy").check()
        page.locator("#rules", has_text="Add a file").click()
        page.get_by_label("The file").set_input_files(written(tmp_path, "Our rules.docx", word()))
        page.get_by_role("button", name="Send the file").click()
        expect(page.get_by_role("main")).to_contain_text("Our rules.docx")
        expect(page.get_by_label("Your safeguarding policy")).to_be_checked()
        if script:
            assert fits(page)
        page.locator("#rules", has_text="Change the file").click()
        page.get_by_role("button", name="Take it out").click()
        expect(page.locator("#rules", has_text="Add a file")).to_be_visible()
        expect(page.get_by_label("Your safeguarding policy")).to_be_checked()
