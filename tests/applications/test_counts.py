"""People by ward and by group: numbers beside the council's own words, what they add up to, and what is wrong."""

from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from portal.permissions import Someone
from portal.programme import wording
from portal.programme.rules import LISTS
from tests import town
from tests.applications import drafts
from tests.browser import visit
from tests.conftest import Send
from tests.live import serving
from tests.reader import Reader, parse

As = Callable[[str], Reader]
Cast = dict[str, Someone]
PART = "people"


def total_in(page: str, question: str) -> str | None:
    """What a page says that the boxes of a question add up to."""
    found = [each.text for each in parse(page).iter("output") if each.get("id") == f"{question}-boxes-total"]
    assert len(found) == 1
    return found[0]


def test_people_are_added_up_once_they_are_saved_and_read_with_their_total(as_: As, write: Send, cast: Cast) -> None:
    draft, client = drafts.begun(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/parts/{PART}"
    assert total_in(client.get(path).text, "groups") == "0"
    write(client, path, {"groups-older": "1,200", "groups-carers": "30", "groups-deaf": ""}, button=("go", "later"))

    assert drafts.row_of(draft, PART).answers["groups"] == {"older": "1,200", "carers": "30"}
    assert total_in(client.get(path).text, "groups") == "1,230"
    assert total_in(client.get(path).text, "wards") == "0"
    read = client.get(f"/applications/{draft.ref}/answers").text
    assert "Older people: 1,200\nUnpaid carers: 30" in read
    assert "<strong>Total: 1,230</strong>" in read


def test_each_box_says_what_is_wrong_with_it_and_keeps_it(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    typed = {"people_helped": "40", "groups-older": "some", "groups-carers": "12", "groups-deaf": "-4"}
    answer = write(as_("amina"), f"/applications/{draft.ref}/parts/{PART}", typed)

    text = unescape(answer.text)
    assert answer.status_code == 422
    assert 'href="#groups-older"' in text
    assert 'id="groups-older-error"' in text
    assert 'aria-describedby="groups-older-error"' in text
    assert "in the group “Older people”, in figures, like 40" in text
    assert "in the group “Deaf and hard of hearing people”, in figures, like 40" in text
    assert 'id="groups-carers-error"' not in text
    assert 'value="some"' in text
    assert total_in(answer.text, "groups") == "12"
    assert "Needs another look" in as_("amina").get(f"/applications/{draft.ref}").text


def test_a_group_no_longer_offered_stays_for_whoever_put_a_number_beside_it(as_: As, cast: Cast) -> None:
    hers, others = drafts.begun(cast["amina"]), drafts.begun(cast["grace"])
    drafts.save(hers, PART, cast["amina"], groups={"older": "25"})
    wording.retire(LISTS["communities"], "older", by=cast["wei"])

    assert 'name="groups-older"' in as_("amina").get(f"/applications/{hers.ref}/parts/{PART}").text
    assert 'name="groups-older"' not in as_("grace").get(f"/applications/{others.ref}/parts/{PART}").text
    assert "Older people: 25" in as_("amina").get(f"/applications/{hers.ref}/answers").text


@pytest.mark.parametrize(("question", "box"), [("groups", "Older people"), ("wards", "Armley")])
def test_people_are_added_up_as_they_are_typed(
    app: Flask, browser: Browser, cast: Cast, question: str, box: str
) -> None:
    draft = drafts.begun(cast["amina"])
    token = town.sign_in("amina")
    with serving(app) as url, visit(browser, url, width=320) as page:
        page.context.add_cookies([{"name": "signed-in", "value": token, "url": url}])
        page.goto(f"/applications/{draft.ref}/parts/{PART}")
        boxes = page.locator(f"#{question}")
        boxes.locator("summary").click()
        boxes.get_by_label(box).press_sequentially("1,200")
        boxes.get_by_role("textbox").nth(-1).fill("34")
        boxes.get_by_role("textbox").nth(-2).fill("many")
        expect(page.locator(f"#{question}-boxes-total")).to_have_text("1,234")
        expect(page.locator("#saved")).to_contain_text("Saved at")
