"""The end of a round to the second, over HTTP: at noon, in the nights in which the clocks change, on a leap day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from portal.applications.models import Application
from portal.applications.queries import sections_of
from portal.applications.signing import read_mark
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import from_london
from portal.permissions import Someone
from tests import town
from tests.applications import drafts
from tests.conftest import Clock, Send
from tests.reader import Form, Reader, form_to

CHECK, START = f"/grants/{drafts.ROUND}/check", f"/grants/{drafts.ROUND}/start"
MINUTE, SECOND = dt.timedelta(minutes=1), dt.timedelta(seconds=1)
GRACE = 30 * MINUTE
SIGNED = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Amina Yusuf"}
As = Callable[[str], Reader]


def utc(*parts: int) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[arg-type]


CLOSINGS = {
    "noon": (dt.datetime(2026, 12, 11, 12), utc(2026, 12, 11, 12), "Friday 11 December 2026 at 12 noon"),
    # The first of the two: at the second, which this day has as well, it has been closed for an hour.
    "clocks back": (dt.datetime(2026, 10, 25, 1, 30), utc(2026, 10, 25, 0, 30), "Sunday 25 October 2026 at 1:30am"),
    # Its last hour begins at half past midnight, because the one from one to two is left out.
    "clocks forward": (dt.datetime(2027, 3, 28, 2, 30), utc(2027, 3, 28, 1, 30), "Sunday 28 March 2027 at 2:30am"),
    "leap day": (dt.datetime(2028, 2, 29, 17), utc(2028, 2, 29, 17), "Tuesday 29 February 2028 at 5:00pm"),
}
"""By what is odd about it: the closing as the council types it, in UTC, and in words."""
MOMENTS = {
    "a second before": (-SECOND, True, True),
    "at the closing": (0 * SECOND, False, True),
    "at the end of the grace": (GRACE, False, True),
    "a second after the grace": (GRACE + SECOND, False, False),
}
"""How long after the closing; whether an application can be started then, and whether one be written and sent."""


@dataclass
class Ready:
    """Who has every page open some minutes before the closing: one to start, the other to save and to send."""

    draft: Application
    newcomer: Reader
    writer: Reader
    pages: dict[str, Form]

    @property
    def part(self) -> str:
        """The page of one part."""
        return f"/applications/{self.draft.ref}/parts/project"

    @property
    def sending(self) -> str:
        """The page on which it is sent."""
        return f"/applications/{self.draft.ref}/send"

    def open_pages(self, write: Send) -> None:
        """Open each page with its form."""
        assert write(self.newcomer, CHECK, drafts.RIGHT).location == START
        for who, path in ((self.newcomer, START), (self.writer, self.part), (self.writer, self.sending)):
            self.pages[path] = form_to(who.get(path).text, path)

    def start(self) -> int:
        """Press the button that begins an application; the status."""
        return self.newcomer.post(START, data=self.pages[START].fields).status_code

    def save(self) -> int:
        """Press the button that keeps what is typed; the status."""
        fields = {**self.pages[self.part].fields, "summary": "Typed at the last moment."}
        return self.writer.post(self.part, data=fields).status_code

    def send(self) -> str:
        """Press the button that sends it, having read what was saved a moment ago; the state it is in then."""
        read = read_mark(self.draft, sections_of(self.draft))
        answer = self.writer.post(self.sending, data={**self.pages[self.sending].fields, **SIGNED, "read": read})
        assert (answer.status_code, answer.location) == (303, f"/applications/{self.draft.ref}/sent")
        db.session.refresh(self.draft)
        return self.draft.state


@pytest.fixture(params=CLOSINGS)
def closing(request: pytest.FixtureRequest) -> tuple[dt.datetime, dt.datetime, str]:
    """When the round closes."""
    found: tuple[dt.datetime, dt.datetime, str] = CLOSINGS[request.param]
    return found


@pytest.fixture
def ready(
    closing: tuple[dt.datetime, dt.datetime, str], clock: Clock, as_: As, write: Send, cast: dict[str, Someone]
) -> Ready:
    """A round with that closing, ten minutes before it."""
    closes_at = from_london(closing[0])
    clock.move_to(closes_at - 10 * MINUTE)
    with action() as session:
        window = session.get_one(Round, drafts.open_round().id)
        window.opens_at, window.closes_at = closes_at - dt.timedelta(days=40), closes_at
        window.grace_minutes = GRACE // MINUTE
    found = Ready(drafts.filled(cast["amina"]), as_("grace"), as_("amina"), {})
    # On a shared computer they would be signed out after the half hour that the grace lasts.
    found.newcomer.set_cookie("signed-in", town.sign_in("grace", own_device=True))
    found.writer.set_cookie("signed-in", town.sign_in("amina", own_device=True))
    found.open_pages(write)
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_round_closes_to_the_second(
    ready: Ready, closing: tuple[dt.datetime, dt.datetime, str], clock: Clock, moment: str
) -> None:
    _, closes_at, words = closing
    after, may_start, may_write = MOMENTS[moment]
    clock.move_to(closes_at + after)
    public = ready.newcomer.get(f"/grants/{drafts.ROUND}").text
    assert (f"Apply by {words}" in public, f"Closed on {words}" in public) == (may_start, not may_start)
    if may_start:
        assert f"It closes on {words}." in ready.writer.get(ready.part).text
    done = (ready.start(), ready.save(), ready.send())
    assert done == (303 if may_start else 409, 303 if may_write else 409, "submitted" if may_write else "draft")
    saved = drafts.row_of(ready.draft, "project")
    assert (saved is not None and saved.answers["summary"] == "Typed at the last moment.") == may_write
