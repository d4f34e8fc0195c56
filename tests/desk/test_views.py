"""The inbox's pages, and the way from one thing to the next."""

from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask

from portal.desk.filters import Filters
from portal.desk.queues import page_for
from portal.permissions import Someone
from tests.assessments import builders, steps
from tests.conftest import Send
from tests.messages.writing import message
from tests.reader import Reader

As = Callable[[str], Reader]


def text(client: Reader, path: str) -> str:
    """A page."""
    return client.get(path).get_data(as_text=True)


def test_start_with_the_most_urgent_opens_just_that(app: Flask, as_: As, cast: dict[str, Someone]) -> None:
    steps.sent(steps.closed_round(), 3)
    message()
    first = page_for(cast["joyce"], Filters()).rows[0]
    joyce = as_("joyce")
    assert "/inbox/next" in text(joyce, "/inbox")
    answer = joyce.get("/inbox/next")
    assert answer.status_code == 303
    assert answer.location.endswith(next(iter(first.values.values())))
    assert joyce.get("/inbox/next?queue=to_answer").location.startswith("/messages/")


def test_the_next_one_of_an_empty_queue_says_so_in_the_inbox(app: Flask, as_: As) -> None:
    joyce = as_("joyce")
    answer = joyce.get("/inbox/next?queue=to_confirm")
    assert (answer.status_code, answer.location) == (303, "/inbox")
    assert "No proposal waits for you." in text(joyce, "/inbox")
    joyce.get("/inbox/next?queue=to_confirm&urgency=overdue")
    assert "Nothing more of that waits for you." in text(joyce, "/inbox")


def test_a_filter_stays_in_every_address_of_the_page(app: Flask, as_: As) -> None:
    for number in range(30):
        message(number)
    page = text(as_("joyce"), "/inbox?queue=to_answer&whose=free")
    onward = [part.split('"')[0].replace("&amp;", "&") for part in page.split('href="/inbox')[1:]]
    pages = [urlsplit(each).query for each in onward if "after=" in each or each.startswith("/next")]
    assert len(pages) == 2
    assert all("queue=to_answer" in each and "whose=free" in each for each in pages)


def test_after_each_deed_the_next_one_is_one_press_away(
    app: Flask, as_: As, send: Send, cast: dict[str, Someone]
) -> None:
    round_ = builders.the_round(9_000_000)
    first, second = builders.scored(round_, [300_000, 300_000])
    joyce, martin = as_("joyce"), as_("martin")
    here, there = (f"/review/applications/{each.ref}/decision" for each in (first, second))
    typed = {"outcome": "fund", "reasons": "They know everybody.", "letter": "Dear friends,\n\n[the decision]"}
    assert "/inbox/next?queue=to_propose" not in text(joyce, here)
    send(joyce, here, typed, action=here)
    assert "/inbox/next?queue=to_propose" in text(joyce, here)
    assert "/inbox/next?queue=to_propose" not in text(joyce, here), "once, beside what was said of the deed"
    assert joyce.get("/inbox/next?queue=to_propose").location == there
    send(martin, here, {}, action=f"{here}/confirm")
    assert "/inbox/next?queue=to_confirm" in text(martin, here)


def test_declaring_offers_the_next_round_to_declare_in(app: Flask, as_: As, send: Send) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 2)
    daniel, here = as_("daniel"), f"/review/rounds/{round_.code}/conflicts"
    assert daniel.get("/inbox/next?queue=to_declare").location == here
    send(daniel, here, {}, action=here)
    assert "/inbox/next?queue=to_declare" in text(daniel, f"/review/rounds/{round_.code}")
